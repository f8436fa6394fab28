import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { TokenScope } from '../../../schema/vocabulary.js';
import { invalidInput } from '../graphql/errors.js';
import { hashOf } from './credential.js';

type Query = <T>(sql: string, params?: readonly unknown[]) => Promise<T[]>;

/** A token as its owner sees it again: never with its secret. */
export interface TokenRow {
  id: string;
  name: string;
  scope: TokenScope;
  createdAt: string;
  expiresAt: string;
  revokedAt: string | null;
}

export interface TokenAsk {
  accountId: string;
  name: string;
  scope: TokenScope;
  /** The last day it is good for, in England. */
  expiresOn: string;
  today: string;
}

/** A token lives a year at most. */
export function checkExpiry(expiresOn: string, today: string): void {
  const message =
    expiresOn < today
      ? 'This day has passed.'
      : expiresOn > aYearAfter(today)
        ? 'A token is good for a year at most.'
        : null;
  if (message) throw invalidInput([{ field: 'expiresOn', message }]);
}

/** `acc_` and 32 random bytes: easily found by whoever looks for secrets in the wrong place. Shown once, kept as a hash. */
export async function issueToken(query: Query, ask: TokenAsk): Promise<{ secret: string; token: TokenRow }> {
  checkExpiry(ask.expiresOn, ask.today);
  const secret = `acc_${randomBytes(32).toString('base64url')}`;
  const [token] = await query<TokenRow>(ISSUE, [
    uuidv7(),
    ask.accountId,
    ask.name,
    hashOf(secret),
    ask.scope,
    ask.expiresOn,
  ]);
  if (!token) throw new Error('a token was not kept');
  return { secret, token };
}

/** Null for one that is not this account's, or does not exist. Revoking again is no harm. */
export async function revokeToken(query: Query, accountId: string, id: string): Promise<TokenRow | null> {
  const [token] = await query<TokenRow>(REVOKE, [id, accountId]);
  return token ?? null;
}

/** Those still good, latest first. */
export const tokensOf = (query: Query, accountId: string): Promise<TokenRow[]> =>
  query<TokenRow>(LIST, [accountId]);

const aYearAfter = (day: string) => {
  const end = new Date(`${day}T00:00:00Z`);
  end.setUTCFullYear(end.getUTCFullYear() + 1);
  return end.toISOString().slice(0, 10);
};

const COLUMNS = `id, name, scope, created_at as "createdAt", expires_at as "expiresAt", revoked_at as "revokedAt"`;
// It ends with its last day, as days go in England.
const ISSUE = `
  insert into tokens (id, account_id, name, token_hash, scope, expires_at)
  values ($1, $2, $3, $4, $5, ($6::date + 1)::timestamp at time zone 'Europe/London') returning ${COLUMNS}`;
const REVOKE = `update tokens set revoked_at = coalesce(revoked_at, now()) where id = $1 and account_id = $2 returning ${COLUMNS}`;
const LIST = `select ${COLUMNS} from tokens where account_id = $1 and revoked_at is null and expires_at > now() order by created_at desc, id desc`;
