import { found } from './circles.js';
import { demonstration } from './demonstration.content.js';
import { neighbourAccount } from './neighbour.js';

/** The password of every account of the demonstration. No secret: the sign-in page tells it. */
export const demonstrationPassword = 'wensmere-demonstration';

/** Somebody to sign in as, and what there is to see as them. */
export interface DemonstrationAccount {
  email: string;
  name: string;
  jobTitle: string;
  organisation: string;
  shows: string;
}

export function demonstrationAccounts(): DemonstrationAccount[] {
  const { accounts, people, organisations } = demonstration;
  const listed = accounts.map(({ person, email, tryAs }) => {
    const { name, jobTitle, organisation } = found(people.find(({ key }) => key === person));
    const body = found(organisations.find(({ key }) => key === organisation));
    return { email, name, jobTitle, organisation: body.name, shows: tryAs };
  });
  return [...listed, neighbourAccount];
}

/** What a server of the demonstration says once it is ready. */
export function accountLines(accounts: readonly DemonstrationAccount[]): string[] {
  if (accounts.length === 0) return [];
  const widest = Math.max(...accounts.map(({ email }) => email.length));
  return [
    `It shows a made-up partnership. Sign in as any of these, with the password ${demonstrationPassword}:`,
    ...accounts.map(({ email, shows }) => `  ${email.padEnd(widest)}  ${shows}`),
  ];
}
