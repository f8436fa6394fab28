import type pg from 'pg';
import type { Credential } from '../auth/credential.js';
import { AccordError } from '../graphql/errors.js';
import type { Position, Viewer } from '../policy/viewer.js';
import type { Reader } from '../reading/reader.js';
import { mayPass, onceMore, RightsMoved } from './again.js';
import { lineOf } from './line.js';
import { Lingering } from './lingering.js';
import { openPool } from './pool.js';
import { beginReading, type Entered, enter, enterAs, setSight, ViewerCache } from './unit.js';
import { type PokeChannel, Work } from './work.js';

/** Somebody in a position, to ask as. */
export type LookingFrom = (position: Position) => Reader;

/** Told after each commit which partnerships have new changes. */
export type Committed = (changed: readonly { partnershipId: string; seq: number }[]) => void;

/** A reading transaction that stays open while one answer is put together. */
export interface OpenReader extends Reader {
  /** Whether the viewer it reads as still had these rights; known to be so unless it was opened ahead of knowing. */
  readonly holds: Promise<boolean>;
  /** What went wrong with it, if anything did. */
  readonly failure: unknown;
  close(): void;
}

type Begin = (client: pg.ClientBase, isAgain: boolean) => Promise<Entered>;

/** What one meets who sees less than one thinks: our own answer, and row security’s. */
const OUT_OF_SIGHT = new Set(['NOT_FOUND', '42501']);
const ATTEMPTS = 6;
const LONG_MS = 200;

const londonDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });
/** A day begins on a quarter of an hour wherever clocks are, so an answer holds until the next one. */
const QUARTER_MS = 15 * 60_000;
let quarter = { number: Number.NaN, day: '' };

export function todayInEngland(now = new Date()): string {
  const number = Math.floor(now.getTime() / QUARTER_MS);
  if (quarter.number !== number) quarter = { number, day: londonDay.format(now) };
  return quarter.day;
}

export interface DatabaseOptions {
  /** The most connections at once. */
  max?: number;
  /** The time of day; tests have their own. */
  now?: () => Date;
}

/** The one way to the database: each unit of work is one transaction, begun as one viewer. */
export class Database {
  readonly pool: pg.Pool;
  private readonly connections: Lingering;
  private readonly viewers = new ViewerCache();
  private readonly now: () => Date;
  onCommit: Committed = () => {};
  /** Told after each commit what is not in the log. */
  onPoke: (channel: PokeChannel, payload: string) => void = () => {};

  constructor(url: string, { max = 16, now = () => new Date() }: DatabaseOptions = {}) {
    this.now = now;
    this.pool = openPool(url, max);
    this.connections = new Lingering(this.pool);
  }

  /** The calendar day it is in England. */
  get today(): string {
    return todayInEngland(this.now());
  }

  /** Opened `ahead`, it may be asked at once; whoever asks looks at `holds` before believing the answers. */
  async openReader(credential: Credential, ahead = false): Promise<OpenReader> {
    const client = await this.connections.take();
    try {
      let { viewer, holds } = await enter(client, 'READ', credential, this.viewers);
      if (!ahead && !(await holds)) {
        await lineOf(client).ask('rollback');
        ({ viewer, holds } = await enter(client, 'READ', credential, this.viewers));
      }
      const asking = lineOf(client).asking();
      return {
        viewer,
        holds,
        today: this.today,
        asOf: null,
        spent: { objects: 0 },
        query: asking.ask,
        get failure() {
          return asking.failure;
        },
        close: () => {
          asking.end();
          this.connections.endReading(client);
        },
      };
    } catch (error) {
      await this.connections.giveBack(client);
      throw error;
    }
  }

  read<T>(credential: Credential, ask: (reader: Reader) => Promise<T>): Promise<T> {
    return onceMore(async () => {
      const reader = await this.openReader(credential);
      try {
        return await ask(reader);
      } finally {
        reader.close();
      }
    });
  }

  /** Looks as anybody in this position: what is told to all of them alike. */
  readAs<T>(position: Position, ask: (reader: Reader) => Promise<T>): Promise<T> {
    return this.readFrom((from) => ask(from(position)));
  }

  /** One moment, looked at from several positions at once: each question goes out with the sight it is asked with. */
  readFrom<T>(ask: (from: LookingFrom) => Promise<T>): Promise<T> {
    return onceMore(() => this.readFromOnce(ask));
  }

  private async readFromOnce<T>(ask: (from: LookingFrom) => Promise<T>): Promise<T> {
    const client = await this.connections.take();
    const asking = lineOf(client).asking();
    try {
      const { today } = this;
      // On their way before the questions they are for; should they fail, so do the questions.
      const ahead = (sent: Promise<void>) => void sent.catch(() => {});
      let sight: Viewer | undefined;
      ahead(beginReading(client));
      const result = await ask((position) => {
        const viewer = viewerIn(position);
        const query: Reader['query'] = (sql, params) => {
          if (sight !== viewer) ahead(setSight(client, viewer));
          sight = viewer;
          return asking.ask(sql, params);
        };
        return { viewer, today, asOf: null, query };
      });
      asking.end();
      this.connections.endReading(client);
      return result;
    } catch (error) {
      asking.end();
      await this.connections.giveBack(client);
      throw error;
    }
  }

  /** The number of the last change of anybody’s rights. */
  async rightsVersion(): Promise<number> {
    const result = await this.pool.query<{ version: number }>('select version from rights');
    return result.rows[0]?.version ?? 0;
  }

  /** Who shows this credential, worked out from the newest rights. */
  whoIs(credential: Credential): Promise<Viewer> {
    return this.read(credential, async (reader) => reader.viewer);
  }

  /** Runs one verb: its rows and their change rows are committed together or not at all. */
  write<T>(credential: Credential, verb: (work: Work) => Promise<T>): Promise<T> {
    const begin: Begin = (client, isAgain) => {
      // Whoever’s rights had moved is worked out anew, whatever others have kept of them meanwhile.
      if (isAgain) this.viewers.forget(credential);
      return enter(client, 'WRITE', credential, this.viewers);
    };
    return this.persist(begin, verb, (code) => this.sightMoved(credential, code));
  }

  /** The same for what nobody does: time passes. The log says so (`via` CLOCK); sight is the unit’s own to ask for. */
  writeByClock<T>(unit: (work: Work) => Promise<T>): Promise<T> {
    const clock: Viewer = { ...viewerIn(sightOf(new Set())), via: 'CLOCK' };
    return this.persist(
      (client) => enterAs(client, 'WRITE', clock),
      unit,
      async () => false,
    );
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  private async persist<T>(
    begin: Begin,
    verb: (work: Work) => Promise<T>,
    mayTryAgain: (code: string) => Promise<boolean>,
  ): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt((client) => begin(client, attempt > 1), verb);
      } catch (error) {
        const { code = '' } = error as { code?: string };
        if (attempt >= ATTEMPTS || !(mayPass(error) || (await mayTryAgain(code)))) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * attempt));
      }
    }
  }

  /**
   * A verb that waited behind another may find its item in a circle that was drawn after it began: what it did not
   * find it may well see. It looks again as who it is by now.
   */
  private async sightMoved(credential: Credential, code: string): Promise<boolean> {
    if (!OUT_OF_SIGHT.has(code)) return false;
    return (await this.rightsVersion()) !== this.viewers.get(credential, Date.now())?.rights;
  }

  private async attempt<T>(
    begin: (client: pg.ClientBase) => Promise<Entered>,
    verb: (work: Work) => Promise<T>,
  ): Promise<T> {
    const client = await this.connections.take();
    const asking = lineOf(client).asking();
    try {
      const began = performance.now();
      const { viewer, holds, stillHolds } = await begin(client);
      const now = this.now();
      const work = new Work(asking, viewer, now, todayInEngland(now));
      const done = await outcome(verb(work));
      if (!(await holds)) throw new RightsMoved();
      const result = done();
      // What waited long behind another is not done with rights that ended meanwhile.
      if (performance.now() - began > LONG_MS && !(await stillHolds())) throw new RightsMoved();
      // The numbers are taken last, in the same round trip as the commit.
      const [changed] = await Promise.all([work.seal(), asking.ask('commit')]);
      asking.end();
      client.release();
      if (changed.length) this.onCommit(changed);
      for (const [channel, payload] of work.pokes) this.onPoke(channel, payload);
      return result;
    } catch (error) {
      asking.end();
      await this.connections.giveBack(client);
      throw error;
    }
  }
}

/** Nobody in particular, who sees these audiences and no further. */
export const sightOf = (audiences: ReadonlySet<string>): Position => ({
  key: '',
  audiences,
  partnerships: new Set(),
  roles: new Map(),
  administers: new Set(),
  seats: new Map(),
  bodies: new Set(),
});

const viewerIn = (position: Position): Viewer => ({
  position,
  accountId: null,
  people: new Map(),
  via: 'PUBLIC',
  mayWrite: false,
  sessionId: null,
  expiresAt: null,
});

/** How a piece of work ended: to be looked at once it is known that it was worth doing. */
const outcome = <T>(work: Promise<T>): Promise<() => T> =>
  work.then(
    (result) => () => result,
    (error: unknown) => () => {
      throw error;
    },
  );

export function refuseReadOnly(viewer: Viewer): void {
  if (viewer.via === 'PUBLIC') throw new AccordError('UNAUTHENTICATED', 'Sign in to do this.');
  if (!viewer.mayWrite) throw new AccordError('FORBIDDEN', 'This token may only read.');
}
