import type { Database } from '../db/database.js';
import type { Work } from '../db/work.js';
import { Every } from './every.js';

/** What passed since the last turn of a partnership, after the day `from` and up to `to`. After a standstill that is several days. */
export interface Turn {
  partnershipId: string;
  from: string;
  to: string;
}

/** What a day moves by beginning. Runs with every audience of the partnership. */
export type TurnOfDay = (work: Work, turn: Turn) => Promise<void>;

const LOOK_EVERY_MS = 5_000;

/**
 * Takes each partnership from day to day, once, whichever process comes first: the day is a row that is locked, and
 * written in the transaction of what the day moved. Every process looks; those that find the day begun do nothing.
 */
export class Daily {
  private readonly looks: Every;

  constructor(
    private readonly database: Database,
    private readonly turnOfDay: TurnOfDay,
    /** The database is away, or one partnership’s turn failed. */
    onTrouble: (error: unknown) => void,
  ) {
    this.looks = new Every(LOOK_EVERY_MS, () => this.beginDays(), onTrouble);
  }

  start(): void {
    this.looks.start();
  }

  stop(): Promise<void> {
    return this.looks.stop();
  }

  private async beginDays(): Promise<void> {
    const { rows } = await this.database.pool.query<{ id: string }>(BEHIND, [this.database.today]);
    for (const { id } of rows) await this.database.writeByClock((work) => this.begin(work, id));
  }

  private async begin(work: Work, partnershipId: string): Promise<void> {
    const to = work.today;
    // A partnership that is new is level with the day it was made on.
    const [isNew] = await work.query(FIRST, [partnershipId, to]);
    const [last] = isNew ? [] : await work.query<{ day: string }>(LAST, [partnershipId, to]);
    if (!last) return;
    await work.withEveryAudience(partnershipId, () =>
      this.turnOfDay(work, { partnershipId, from: last.day, to }),
    );
    await work.query(`update days_begun set day = $2 where partnership_id = $1`, [partnershipId, to]);
  }
}

/** Whoever has a log is a partnership; who it is need not be known. */
const BEHIND = `
  select c.partnership_id as id from partnership_counters c left join days_begun d using (partnership_id)
  where d.day is null or d.day < $1::date order by 1`;
const FIRST = `insert into days_begun values ($1, $2) on conflict do nothing returning partnership_id as id`;
const LAST = `select day from days_begun where partnership_id = $1 and day < $2::date for update`;
