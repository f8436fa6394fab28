import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { invalidInput, notFound } from '../graphql/errors.js';
import type { ActingPerson, Viewer } from '../policy/viewer.js';
import type { Reader } from '../reading/reader.js';
import { columnList, type EntityClass, type Table, tableOf } from '../reading/tables.js';
import type { Row } from './base.js';
import type { Asking } from './line.js';
import { type Expected, merge } from './merge.js';

/** What is told beside the log. */
export type PokeChannel = 'reports';

/** Values by property name; what is absent is left alone. */
export type Values = Record<string, unknown>;

/**
 * One verb’s transaction. Whatever it writes is logged by the tables themselves; nothing here can forget to.
 * It is also a Reader, so the answer to a mutation is read inside it and shows its own writes.
 */
export class Work implements Reader {
  readonly asOf = null;
  /** The person, and the organisation they act for. */
  private doneBy: readonly [string, string] = ['', ''];
  /** What other listeners than those of the log are to hear, once it is committed. */
  readonly pokes: (readonly [PokeChannel, string])[] = [];

  constructor(
    private readonly line: Pick<Asking, 'ask'>,
    readonly viewer: Viewer,
    /** When it is done; what the law counts in days is counted from here. */
    readonly now: Date,
    /** The calendar day that is in England. */
    readonly today: string,
  ) {}

  query<T = Row>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
    return this.line.ask<T>(sql, params);
  }

  /** Records who does it and for which organisation; call once the policy has agreed. */
  async actFor(partnershipId: string, organisationId: string | null): Promise<ActingPerson> {
    const person = this.viewer.people.get(partnershipId);
    if (!person) throw notFound();
    this.doneBy = [person.id, organisationId ?? person.organisationId ?? ''];
    return person;
  }

  /** Tells after the commit, here and to the other processes, what is not in the log. Losing it loses nothing. */
  poke(channel: PokeChannel, payload: string): void {
    this.pokes.push([channel, payload]);
  }

  /** Numbers the changes of this unit, and says who did them; the last thing before its commit. */
  seal(): Promise<{ partnershipId: string; seq: number }[]> {
    return this.query(SEAL, this.doneBy);
  }

  /** Marks all that follows as one undoable set. */
  async asChangeSet(id: string): Promise<void> {
    await this.query(`select set_config('app.change_set', $1, true)`, [id]);
  }

  /**
   * The whole row, locked until the end; missing and not visible are one answer. `holding` is SQL over alias `t` that
   * takes hold of something else before the row.
   */
  async lock<T = Row>(entity: EntityClass, id: string, holding?: string): Promise<T & Row> {
    const table = tableOf(entity);
    const [row] = await this.query<T & Row>(
      `select ${allColumns(table)}${holding ? `, ${holding}` : ''} from ${table.name} t where t.id = $1 for update`,
      [id],
    );
    if (!row) throw notFound();
    return row;
  }

  /** The whole row, unlocked. */
  async find<T = Row>(entity: EntityClass, id: string): Promise<(T & Row) | null> {
    const table = tableOf(entity);
    const [row] = await this.query<T & Row>(
      `select ${allColumns(table)} from ${table.name} t where t.id = $1`,
      [id],
    );
    return row ?? null;
  }

  async insert<T = Row>(
    entity: EntityClass,
    values: Values & { partnershipId: string; audienceId: string },
  ): Promise<T & Row> {
    const table = tableOf(entity);
    const given = Object.entries({ id: uuidv7(), ...values }).filter(([, value]) => value !== undefined);
    const columns = given.map(([property]) => columnOf(table, property));
    const [row] = await this.query<T & Row>(
      `insert into ${table.name} as t (${columns.join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')}) returning ${allColumns(table)}`,
      given.map(([property, value]) => sent(table, property, value)),
    );
    if (!row) throw notFound();
    return row;
  }

  /**
   * A create that may be tried again: the client’s id makes the second try answer with what the first made.
   * The same id with other content, or somebody else’s, is refused.
   */
  async insertOnce<T = Row>(
    entity: EntityClass,
    id: string | null | undefined,
    input: object,
    values: Values & { partnershipId: string; audienceId: string },
  ): Promise<T & Row> {
    if (!id) return this.insert<T>(entity, values);
    const fingerprint = createHash('sha256').update(JSON.stringify(input)).digest();
    // An item made without a claim (by an import, say) holds its id just as well.
    const [claimed] = await this.query(
      `insert into idempotent_creates (id, account_id, fingerprint)
       select $1, $2, $3 where not exists (select 1 from changes where item_id = $1) on conflict do nothing returning id`,
      [id, this.viewer.accountId, fingerprint],
    );
    // Held by what is out of the actor’s sight, it is taken in the same words.
    if (claimed)
      return this.insert<T>(entity, { ...values, id }).catch((error: { constraint?: string }) => {
        throw error.constraint === `${tableOf(entity).name}_pkey` ? idTaken() : error;
      });
    const [same] = await this.query(
      `select id from idempotent_creates where id = $1 and account_id = $2 and fingerprint = $3`,
      [id, this.viewer.accountId, fingerprint],
    );
    const row = same ? await this.find<T>(entity, id) : null;
    if (!row) throw idTaken();
    return row;
  }

  /** Writes what differs. With an expected version, changes others made meanwhile to other fields stand beside these. */
  async update<T = Row>(
    entity: EntityClass,
    current: Row,
    patch: Values,
    expected?: Expected,
  ): Promise<T & Row> {
    const table = tableOf(entity);
    const meant = inKeptOrder(table, patch);
    const change = expected ? await merge(this, table, current, meant, expected) : meant;
    const given = Object.entries(change).filter(([, value]) => value !== undefined);
    if (given.length === 0) return current as T & Row;
    const [row] = await this.query<T & Row>(
      `update ${table.name} as t set ${given.map(([property], i) => `${columnOf(table, property)} = $${i + 2}`).join(', ')} where t.id = $1 returning ${allColumns(table)}`,
      [current.id, ...given.map(([property, value]) => sent(table, property, value))],
    );
    if (!row) throw notFound();
    return row;
  }

  async remove(entity: EntityClass, id: string): Promise<void> {
    await this.query(`delete from ${tableOf(entity).name} where id = $1`, [id]);
  }

  /**
   * For work that must reach what the actor cannot see (what hangs under a restricted item, strain downstream):
   * looks with every audience of the partnership, then goes back to the actor’s own.
   */
  async withEveryAudience<T>(partnershipId: string, reach: () => Promise<T>): Promise<T> {
    // On its way before whatever is reached for, and put back before whatever comes after; should either fail, so does that.
    const own = this.query<{ own: string }>(WIDEN, [partnershipId]);
    own.catch(() => {});
    const result = await reach();
    this.query(`select set_config('app.audiences', $1, true)`, [(await own)[0]?.own ?? '']).catch(() => {});
    return result;
  }
}

const idTaken = () =>
  invalidInput([{ field: 'id', message: 'This id was used before with other content: mint a new one.' }]);

const SEAL = `
  with by as materialized (select set_config('app.actor', $1, true), set_config('app.organisation', $2, true))
  select s.partnership as "partnershipId", s.number as seq from by, lateral (select * from seal_changes() where by is not null) s`;

/** Sees all from here on, and answers what was seen before. */
const WIDEN = `
  with sight as materialized (select current_setting('app.audiences') as own)
  select own, set_config('app.audiences', every_audience($1), true) from sight`;

/** A list kept as JSON would else be sent as a list of the database’s. */
const sent = (table: Table, property: string, value: unknown): unknown =>
  table.json.has(property) && value !== null ? JSON.stringify(value) : value;

/** What is kept as JSON, with its keys in the order the database gives them back in: so that the same is seen to be the same. */
const inKeptOrder = (table: Table, values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([property, value]) => [
      property,
      table.json.has(property) ? ordered(value) : value,
    ]),
  );

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, ordered(part)]));
}

function columnOf(table: Table, property: string): string {
  const column = table.columns.get(property);
  if (!column) throw new Error(`${table.type} has no column for ${property}`);
  return column;
}

const lists = new Map<string, string>();
function allColumns(table: Table): string {
  let list = lists.get(table.name);
  if (!list) {
    list = columnList(table, table.columns.keys(), 't');
    lists.set(table.name, list);
  }
  return list;
}
