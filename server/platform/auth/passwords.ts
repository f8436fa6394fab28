import { randomBytes, randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** Argon2id with the parameters OWASP recommends: 19 MiB, two passes, one lane. */
const ARGON2ID = 2;
const cost = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The same letters may be typed in more than one way; they are one password. */
const normalised = (password: string) => password.normalize('NFKC');

export const hashPassword = (password: string): Promise<string> => hash(normalised(password), cost);

/** What is compared with when there is no account, so that its absence takes just as long. */
const decoy = hashPassword(randomBytes(32).toString('base64'));

export async function passwordFits(kept: string | null, password: string): Promise<boolean> {
  const against = kept ?? (await decoy);
  try {
    return (await verify(against, normalised(password))) && kept !== null;
  } catch {
    // Not a hash of ours: an account that cannot be signed in to takes as long as any other.
    await verify(await decoy, normalised(password));
    return false;
  }
}

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;

// No letters or digits that are mistaken for each other: it is read out or copied by hand.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A first password: 98 bits of chance in four groups, to be replaced at the first sign-in. */
export function inventPassword(): string {
  const group = () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}
