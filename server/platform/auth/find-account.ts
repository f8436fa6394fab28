import { unauthenticated } from '../graphql/errors.js';
import type { Via } from '../policy/viewer.js';
import type { Reader } from '../reading/reader.js';
import type { Credential } from './credential.js';

type Query = Reader['query'];

export interface FoundAccount {
  accountId: string | null;
  sessionId: string | null;
  via: Via;
  mayWrite: boolean;
  /** When the credential ends by itself, in epoch milliseconds of this process’s own clock: the database says how long it has left. */
  expiresAt?: number;
}

const public_: FoundAccount = { accountId: null, sessionId: null, via: 'PUBLIC', mayWrite: false };

interface AccountRow {
  id: string;
  account_id: string;
  left: number;
  scope?: string;
}

/** Whose credential it is, if it is still good. A cookie that has ended leaves a public reader; a token is refused. */
export async function findAccount(query: Query, credential: Credential): Promise<FoundAccount> {
  if (credential.kind === 'NONE') return public_;
  if (credential.kind === 'ACCOUNT')
    return { accountId: credential.key, sessionId: null, via: 'IMPORT', mayWrite: true };
  const isToken = credential.kind === 'TOKEN' || credential.kind === 'CALENDAR';
  const shown = credential.kind === 'HELD' ? credential.key : credential.hash;
  const [row] = await query<AccountRow>(STATEMENTS[credential.kind], [shown]);
  if (!row) {
    if (isToken) throw unauthenticated('This token is not known here, has expired or was revoked.');
    return public_;
  }
  return {
    accountId: row.account_id,
    sessionId: isToken ? null : row.id,
    via: isToken ? 'TOKEN' : 'SESSION',
    mayWrite: !isToken || row.scope === 'WRITE',
    expiresAt: Date.now() + Number(row.left),
  };
}

const LEFT = `extract(epoch from t.expires_at - now()) * 1000 as "left"`;
// A cookie just rotated is still good for a moment: requests sent together must not sign anybody out.
const SESSION = `
  select t.id, t.account_id, ${LEFT} from sessions t join accounts a on a.id = t.account_id
  where (t.token_hash = $1 or t.previous_token_hash = $1 and t.rotated_at > now() - interval '1 minute')
    and t.revoked_at is null and t.expires_at > now() and a.disabled_at is null`;
const HELD = `
  select t.id, t.account_id, ${LEFT} from sessions t join accounts a on a.id = t.account_id
  where t.id = $1 and t.revoked_at is null and t.expires_at > now() and a.disabled_at is null`;
const TOKEN = `
  select t.id, t.account_id, t.scope, ${LEFT} from tokens t join accounts a on a.id = t.account_id
  where t.token_hash = $1 and t.revoked_at is null and t.expires_at > now() and a.disabled_at is null`;
// An address passes through many hands: its secret opens calendars, and those open with no other.
const STATEMENTS = {
  ...{ SESSION, HELD },
  TOKEN: `${TOKEN} and t.scope <> 'CALENDAR'`,
  CALENDAR: `${TOKEN} and t.scope = 'CALENDAR'`,
};
