import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { BoundedMap } from '../graphql/bounded-map.js';
import { type Credential, hashOf, sessionCredential } from './credential.js';

type Query = <T>(sql: string, params?: readonly unknown[]) => Promise<T[]>;

/** What the browser is given, once; we keep only its hash. */
export interface NewSession {
  secret: string;
  expiresAt: Date;
}

/** A working day's pause ends a session, and two weeks end it in any case: then the password is asked for again. */
const IDLE = `interval '12 hours'`;
const LONGEST = `interval '14 days'`;
const ROTATED_EVERY = `interval '1 hour'`;

/** How long a secret is left alone after it was found to be young enough. */
const LOOK_AGAIN_MS = 60_000;

const newSecret = () => randomBytes(32).toString('base64url');

export async function startSession(
  query: Query,
  accountId: string,
  userAgent: string | null,
): Promise<NewSession> {
  const secret = newSecret();
  const [row] = await query<{ expires: number }>(START, [
    uuidv7(),
    accountId,
    hashOf(secret),
    userAgent?.slice(0, 300) ?? null,
  ]);
  return { secret, expiresAt: new Date(Number(row?.expires)) };
}

/**
 * A new secret for a session whose secret is an hour old, or null while it is younger or no longer good. Of requests
 * sent together one gets it; the old secret is good for one minute more, for the others.
 */
export async function rotateSession(pool: pg.Pool, credential: Credential): Promise<NewSession | null> {
  if (credential.kind !== 'SESSION') return null;
  const secret = newSecret();
  const { rows } = await pool.query<{ expires: string }>(ROTATE, [credential.hash, hashOf(secret)]);
  return rows[0] ? { secret, expiresAt: new Date(Number(rows[0].expires)) } : null;
}

/** The same for every request of a process: asks the database about one session at most once a minute. */
export class SessionRotation {
  private readonly young = new BoundedMap<string, number>(10_000);

  constructor(private readonly pool: pg.Pool) {}

  async rotate(credential: Credential): Promise<NewSession | null> {
    const now = Date.now();
    if (credential.kind !== 'SESSION' || (this.young.get(credential.key) ?? 0) > now) return null;
    this.young.set(credential.key, now + LOOK_AGAIN_MS);
    const session = await rotateSession(this.pool, credential);
    if (session) this.young.set(sessionCredential(session.secret).key, now + LOOK_AGAIN_MS);
    return session;
  }
}

/** Ends an account's sessions, or all but one of them; answers how many. */
export async function endSessions(
  query: Query,
  accountId: string,
  except: string | null = null,
): Promise<number> {
  return (await query(END_ALL, [accountId, except])).length;
}

export async function endSession(query: Query, sessionId: string): Promise<void> {
  await query(`update sessions set revoked_at = now() where id = $1 and revoked_at is null`, [sessionId]);
}

/** Ends the session a secret stands for, whoever's it is: whoever signs in leaves the one they came with. */
export async function endSessionOf(query: Query, credential: Credential): Promise<void> {
  if (credential.kind !== 'SESSION') return;
  await query(`update sessions set revoked_at = now() where token_hash = $1 and revoked_at is null`, [
    credential.hash,
  ]);
}

const EXPIRES = `extract(epoch from expires_at) * 1000 as expires`;
const START = `
  insert into sessions (id, account_id, token_hash, user_agent, expires_at) values ($1, $2, $3, $4, now() + ${IDLE}) returning ${EXPIRES}`;
const ROTATE = `
  update sessions set previous_token_hash = token_hash, token_hash = $2, rotated_at = now(),
    expires_at = greatest(expires_at, least(now() + ${IDLE}, created_at + ${LONGEST}))
  where token_hash = $1 and rotated_at < now() - ${ROTATED_EVERY} and revoked_at is null and expires_at > now()
  returning ${EXPIRES}`;
const END_ALL = `
  update sessions set revoked_at = now() where account_id = $1 and revoked_at is null and expires_at > now()
    and id is distinct from $2 returning id`;
