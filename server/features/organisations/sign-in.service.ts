import { hashPassword } from '../../platform/auth/passwords.js';
import { endSession, endSessions } from '../../platform/auth/sessions.js';
import { confirmPassword } from '../../platform/auth/sign-in.js';
import { issueToken, revokeToken as revoke, type TokenRow } from '../../platform/auth/tokens.js';
import type { Work } from '../../platform/db/work.js';
import type { Context } from '../../platform/graphql/context.js';
import { notFound } from '../../platform/graphql/errors.js';
import type { ChangePasswordInput, CreateTokenInput, RevokeTokenInput } from './sign-in.inputs.js';
import { checkDiffers, ownAccount } from './sign-in.rules.js';

const asking =
  (work: Work) =>
  <T>(sql: string, params?: readonly unknown[]) =>
    work.query<T>(sql, params);

/** Nobody signed in has nothing to end: asking again is no error. */
export async function signOut(context: Context): Promise<number> {
  return context.database.write(context.credential, async (work) => {
    if (!work.viewer.sessionId) return 0;
    await endSession(asking(work), work.viewer.sessionId);
    return 1;
  });
}

export async function signOutEverywhere(work: Work): Promise<number> {
  return endSessions(asking(work), ownAccount(work.viewer));
}

/** The password is confirmed before the transaction begins: a try counts whatever comes of it. */
export async function changePassword(
  context: Context,
  { currentPassword, newPassword }: ChangePasswordInput,
): Promise<void> {
  const accountId = ownAccount(await context.database.whoIs(context.credential));
  checkDiffers(currentPassword, newPassword);
  const kept = await confirmPassword(context.database.pool, accountId, currentPassword);
  const hash = await hashPassword(newPassword);
  await context.database.write(context.credential, async (work) => {
    const query = asking(work);
    const [changed] = await query(
      `update accounts set password_hash = $3 where id = $1 and password_hash = $2 returning id`,
      [accountId, kept, hash],
    );
    if (!changed) throw notFound();
    // Whoever else may have known the old one is out.
    await endSessions(query, accountId, work.viewer.sessionId);
  });
}

export async function createToken(
  work: Work,
  { name, scope, expiresOn }: CreateTokenInput,
): Promise<{ secret: string; token: TokenRow }> {
  return issueToken(asking(work), {
    accountId: ownAccount(work.viewer),
    name,
    scope,
    expiresOn,
    today: work.today,
  });
}

export async function revokeToken(work: Work, { id }: RevokeTokenInput): Promise<TokenRow> {
  const token = await revoke(asking(work), ownAccount(work.viewer), id);
  if (!token) throw notFound();
  return token;
}
