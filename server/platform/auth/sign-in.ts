import type pg from 'pg';
import { ruleBroken, unauthenticated } from '../graphql/errors.js';
import type { Credential } from './credential.js';
import { hashPassword, passwordFits } from './passwords.js';
import { endSessionOf, type NewSession, startSession } from './sessions.js';
import { accountSubject, countAttempt, sourceSubject } from './throttle.js';

export interface SignIn {
  email: string;
  password: string;
  /** What replaces a first password that somebody else was shown. */
  newPassword: string | null;
  source: string;
  userAgent: string | null;
  /** What the request came with: a session that is left behind by signing in. */
  credential: Credential;
}

/** For an address nobody has and for a wrong password alike, in the same words and the same time. */
const wrong = () => unauthenticated('The e-mail address or the password is wrong.');

interface AccountRow {
  id: string;
  password_hash: string;
  is_open: boolean;
  is_initial: boolean;
}

/** Begins a session for whoever knows the password; each try is counted before it is looked at. */
export async function signIn(pool: pg.Pool, ask: SignIn): Promise<NewSession> {
  const query = queryOf(pool);
  const attempt = await countAttempt(pool, [accountSubject(ask.email), sourceSubject(ask.source)]);
  const [account] = await query<AccountRow>(ACCOUNT, [ask.email.trim()]);
  const fits = await passwordFits(account?.password_hash ?? null, ask.password);
  if (!account || !fits || !account.is_open) throw wrong();
  await attempt.forget();
  if (account.is_initial) await replaceInitial(query, account, ask);
  await endSessionOf(query, ask.credential);
  return startSession(query, account.id, ask.userAgent);
}

async function replaceInitial(
  query: Query,
  account: AccountRow,
  { password, newPassword }: SignIn,
): Promise<void> {
  if (newPassword === null || newPassword === password)
    throw ruleBroken('NEW_PASSWORD', 'The password you were given was for once: choose one of your own.');
  const replaced = await query(REPLACE, [account.id, account.password_hash, await hashPassword(newPassword)]);
  if (replaced.length === 0) throw wrong();
}

/** Whether this is the account's password; for what asks for it again. Counted apart from signing in, so that nobody outside can lock it. */
export async function confirmPassword(pool: pg.Pool, accountId: string, password: string): Promise<string> {
  const attempt = await countAttempt(pool, [`password ${accountId}`]);
  const [account] = await queryOf(pool)<{ password_hash: string }>(
    `select password_hash from accounts where id = $1`,
    [accountId],
  );
  if (!account || !(await passwordFits(account.password_hash, password)))
    throw ruleBroken('WRONG_PASSWORD', 'This is not your present password.');
  await attempt.forget();
  return account.password_hash;
}

type Query = <T>(sql: string, params?: readonly unknown[]) => Promise<T[]>;
const queryOf =
  (pool: pg.Pool): Query =>
  async <T>(sql: string, params: readonly unknown[] = []) =>
    (await pool.query(sql, [...params])).rows as T[];

const ACCOUNT = `
  select id, password_hash, initial_until is not null as is_initial,
    disabled_at is null and coalesce(initial_until > now(), true) as is_open
  from accounts where lower(email) = lower($1)`;
const REPLACE = `update accounts set password_hash = $3, initial_until = null where id = $1 and password_hash = $2 returning id`;
