import { createHash } from 'node:crypto';
import pg from 'pg';

/** What was found of one partnership’s log. */
export interface Verified {
  partnershipId: string;
  /** The entries found right, from the first on. */
  entries: number;
  /** The hash of the last of them: whoever keeps it can prove later that nothing before it was changed. */
  head: string;
  /** The first thing wrong, in a sentence; null for a log that is intact. */
  wrong: string | null;
  /** The entry whose hash was looked for, if this log has it. */
  sought: number | null;
}

const BATCH = 500;

/**
 * Recomputes every hash of the log and compares it with what is kept: an entry that was changed, taken out, put in or
 * moved breaks the chain. The text a hash is taken over is put together here, not by the database’s own function,
 * so that who has changed that function has not changed what is checked. Only as the owner, who may read all of it.
 */
export async function verifyLog(ownerUrl: string, seek: string | null = null): Promise<Verified[]> {
  const client = new pg.Client({ connectionString: ownerUrl, options: '-c timezone=UTC -c jit=off' });
  await client.connect();
  try {
    // One moment throughout: what is written meanwhile is neither missing nor too much.
    await client.query('begin isolation level repeatable read read only');
    const found = await verifyLogIn(client, seek);
    await client.query('commit');
    return found;
  } finally {
    await client.end();
  }
}

/** The same within a transaction of the owner’s, whose times are in UTC. */
export async function verifyLogIn(client: pg.ClientBase, seek: string | null = null): Promise<Verified[]> {
  const { rows } = await client.query<Counter>(COUNTERS);
  const found: Verified[] = [];
  for (const counter of rows) found.push(await walk(client, counter, seek));
  return found;
}

interface Counter {
  partnershipId: string;
  /** What the counter says the last entry is; null where the counter is gone. */
  seq: string | null;
  head: string | null;
}

interface Entry {
  seq: string;
  canonical: string;
  hash: string | null;
}

/** Every partnership that has a counter or an entry. */
const COUNTERS = `
  select partnership_id as "partnershipId", c.seq::text as seq, encode(c.head_hash, 'hex') as head
  from (select partnership_id from partnership_counters union select partnership_id from changes) p
  left join partnership_counters c using (partnership_id) order by partnership_id`;

const ENTRIES = `
  select seq::text as seq, encode(hash, 'hex') as hash,
    jsonb_build_array(partnership_id, seq, change_set_id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
      actor_id, organisation_id, via, item_type, item_id, about_id, kind, before, after,
      audience_id, audience_before_id, plan_id, other_plan_id, board_id)::text as canonical
  from changes where partnership_id = `;

async function walk(client: pg.ClientBase, counter: Counter, seek: string | null): Promise<Verified> {
  const { partnershipId } = counter;
  const chain = new Chain(seek);
  // An id that came out of the database: a cursor takes no parameters.
  await client.query(
    `declare entries no scroll cursor for ${ENTRIES} ${client.escapeLiteral(partnershipId)} order by changes.seq`,
  );
  for (;;) {
    const { rows } = await client.query<Entry>(`fetch ${BATCH} from entries`);
    if (rows.length === 0 || rows.some((row) => !chain.takes(row))) break;
  }
  await client.query('close entries');
  const { entries, head, sought } = chain;
  return { partnershipId, entries, head, sought, wrong: chain.wrong ?? wrongAtEnd(chain, counter) };
}

/** The entries of one partnership, taken one after the other for as long as each follows from the one before. */
class Chain {
  entries = 0;
  head = '';
  wrong: string | null = null;
  sought: number | null = null;

  constructor(private readonly seek: string | null) {}

  takes({ seq, canonical, hash }: Entry): boolean {
    const expected = this.entries + 1;
    if (seq !== String(expected)) return this.fail(`entry ${expected} is missing`);
    const right = createHash('sha256')
      .update(Buffer.from(this.head, 'hex'))
      .update(canonical, 'utf8')
      .digest('hex');
    if (hash !== right) return this.fail(`entry ${expected} is not what was written then`);
    this.entries = expected;
    this.head = right;
    if (right === this.seek) this.sought = expected;
    return true;
  }

  private fail(sentence: string): false {
    this.wrong = sentence;
    return false;
  }
}

/** The counter knows how long the log was: entries taken off its end leave no other gap. */
function wrongAtEnd({ entries, head }: Chain, { seq, head: counted }: Counter): string | null {
  if (seq === null) return 'the counter of its entries is gone';
  if (Number(seq) > entries) return `the entries after ${entries} are missing: ${seq} were counted`;
  if (Number(seq) < entries) return `there are ${entries} entries where ${seq} were counted`;
  return counted === head ? null : 'the head that was counted is not that of the last entry';
}
