import { isIPv6 } from 'node:net';
import type pg from 'pg';
import { rateLimited } from '../graphql/errors.js';
import { hashOf } from './credential.js';

/** So many guesses in so long a time, of one account and from one source. */
export const MOST_ATTEMPTS = 10;
const WINDOW = `interval '5 minutes'`;

/** An attempt that was counted; one that succeeded is not held against anybody. */
export interface CountedAttempt {
  forget(): Promise<void>;
}

/**
 * Counts an attempt before anything is verified, or refuses it. Attempts on one subject take turns, in whichever
 * process, so that guesses sent together count one by one.
 */
export async function countAttempt(pool: pg.Pool, subjects: readonly string[]): Promise<CountedAttempt> {
  const sorted = [...new Set(subjects)].sort();
  const client = await pool.connect();
  try {
    await client.query('begin');
    for (const subject of sorted)
      await client.query(`select pg_advisory_xact_lock(hashtextextended('sign-in ' || $1, 0))`, [subject]);
    const { rows: full } = await client.query<{ wait: string }>(FULL, [sorted, MOST_ATTEMPTS]);
    if (full.length) throw rateLimited(Math.max(1, ...full.map(({ wait }) => Math.ceil(Number(wait)))));
    const { rows: counted } = await client.query<{ subject: string; at: string }>(COUNT, [sorted]);
    await client.query(SWEEP);
    await client.query('commit');
    client.release();
    return {
      forget: async () =>
        void (await pool.query(FORGET, [counted.map((row) => row.subject), counted.map((row) => row.at)])),
    };
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    );
    throw error;
  }
}

/** Only a hash of the address is kept: the table says nothing of who tried. */
export const accountSubject = (email: string): string =>
  `account ${hashOf(email.trim().toLowerCase()).toString('base64')}`;

/** One household or office has a whole IPv6 network of addresses: it counts as one source. */
export function sourceSubject(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return `source ${address.replace(/^::ffff:/i, '')}`;
  const [head = '', tail] = address.split('%', 1).join('').split('::');
  const groups = head === '' ? [] : head.split(':');
  const missing = tail === undefined ? 0 : 8 - groups.length - (tail === '' ? 0 : tail.split(':').length);
  const all = [...groups, ...Array<string>(missing).fill('0'), ...(tail ? tail.split(':') : [])];
  return `source ${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

// The clock of the moment, not of the transaction's beginning: it may have waited for its turn.
const FULL = `
  select extract(epoch from min(at) + ${WINDOW} - clock_timestamp()) as wait from sign_in_attempts
  where subject = any($1::text[]) and at > clock_timestamp() - ${WINDOW} group by subject having count(*) >= $2`;
const COUNT = `
  insert into sign_in_attempts (subject, at) select s, clock_timestamp() from unnest($1::text[]) s returning subject, at::text as at`;
const FORGET = `delete from sign_in_attempts where (subject, at) in (select s, a from unnest($1::text[], $2::timestamptz[]) x (s, a))`;
const SWEEP = `
  delete from sign_in_attempts where ctid in (
    select ctid from sign_in_attempts where at < clock_timestamp() - ${WINDOW} limit 100 for update skip locked)`;
