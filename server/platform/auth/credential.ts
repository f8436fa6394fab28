import { createHash } from 'node:crypto';

/** What a request shows to say who sends it. Secrets are only ever kept and compared as hashes. */
export interface Credential {
  kind: 'NONE' | 'SESSION' | 'TOKEN' | 'CALENDAR' | 'ACCOUNT' | 'HELD';
  /** SHA-256 of the secret; for ACCOUNT (a command on the server itself) the account’s id, for HELD the session’s. */
  key: string;
  hash: Buffer | null;
}

export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

export const nobody: Credential = { kind: 'NONE', key: 'nobody', hash: null };

function credential(kind: 'SESSION' | 'TOKEN' | 'CALENDAR', secret: string): Credential {
  const hash = hashOf(secret);
  return { kind, key: `${kind} ${hash.toString('base64')}`, hash };
}

export const sessionCredential = (secret: string): Credential => credential('SESSION', secret);
export const tokenCredential = (secret: string): Credential => credential('TOKEN', secret);
/** The secret of an address that a calendar follows. */
export const calendarCredential = (secret: string): Credential => credential('CALENDAR', secret);

/** For commands run by whoever has the server: acts as this account. */
export const accountCredential = (accountId: string): Credential => ({
  kind: 'ACCOUNT',
  key: accountId,
  hash: null,
});

/** For a socket that was let in with a session: good for as long as the session is, whatever its secret is by now. */
export const heldCredential = (sessionId: string): Credential => ({
  kind: 'HELD',
  key: sessionId,
  hash: null,
});

/** A bearer token goes before a cookie: a script that shows one means it. */
export function credentialOf(
  authorization: string | undefined,
  sessionCookie: string | undefined,
): Credential {
  const bearer = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  if (bearer) return tokenCredential(bearer);
  return sessionCookie ? sessionCredential(sessionCookie) : nobody;
}
