import { forbidden, invalidInput, unauthenticated } from '../../platform/graphql/errors.js';
import type { Viewer } from '../../platform/policy/viewer.js';

/** The account itself is for whoever knows its password: a token, which may have leaked, makes no further ones. */
export function ownAccount({ accountId, via }: Pick<Viewer, 'accountId' | 'via'>): string {
  if (accountId === null) throw unauthenticated();
  if (via !== 'SESSION') throw forbidden('Sign in with your password to do this: a token may not.');
  return accountId;
}

export function checkDiffers(current: string, wanted: string): void {
  if (current === wanted)
    throw invalidInput([{ field: 'newPassword', message: 'This is the password you have.' }]);
}
