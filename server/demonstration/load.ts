import pg from 'pg';
import { hashPassword } from '../platform/auth/passwords.js';
import { type DemonstrationAccount, demonstrationAccounts, demonstrationPassword } from './accounts.js';
import { drawCircles, found } from './circles.js';
import { demonstration } from './demonstration.content.js';
import { idOf, type Moment, tell } from './history.js';
import { loadNeighbour, neighbourAccount } from './neighbour.js';
import { Stage } from './stage.js';
import { storyOfAttachments } from './story-of-attachments.js';
import { storyOfBodies } from './story-of-bodies.js';
import { storyOfMeetings } from './story-of-meetings.js';
import { storyOfPlans } from './story-of-plans.js';
import { storyOfPromises } from './story-of-promises.js';
import { circlesOfPublications, storyOfPublications } from './story-of-publications.js';
import { storyOfReports } from './story-of-reports.js';
import { storyOfWork } from './story-of-work.js';

/**
 * Tells the story of the demonstration partnership from its first day up to and including `today`, each step at its
 * own date and in its own person’s name, and beside it a small partnership that shares nothing with it. All of it is
 * one transaction: there is the whole or nothing. Dates stay as the narratives have them, whatever day it is.
 */
export async function loadDemonstration(
  ownerUrl: string,
  options: { today: string },
): Promise<{ accounts: DemonstrationAccount[] }> {
  const client = new pg.Client({ connectionString: ownerUrl, options: '-c timezone=UTC -c jit=off' });
  await client.connect();
  try {
    await client.query('begin');
    await loadInto(client, options);
    await client.query('commit');
  } finally {
    await client.end();
  }
  return { accounts: demonstrationAccounts() };
}

/** The same inside a transaction of the tables’ owner. */
export async function loadInto(
  client: pg.ClientBase,
  { today, origin = '' }: { today: string; origin?: string },
): Promise<void> {
  const hash = await hashPassword(demonstrationPassword);
  const emails = [...demonstration.accounts.map(({ email }) => email), neighbourAccount.email];
  await client.query(
    'insert into accounts (id, email, password_hash) select * from unnest($1::uuid[], $2::text[], $3::text[])',
    [emails.map((email) => idOf('account', email)), emails, emails.map(() => hash)],
  );
  const id = idOf('partnership', 'wensmere');
  const { actions, risks, comments } = demonstration;
  const audiences = [...actions, ...risks, ...comments].flatMap(({ audience }) => audience ?? []);
  const circles = await drawCircles(client, id, [...audiences, ...circlesOfPublications]);
  // Only where the story is told: what writes files takes a second to load.
  const { demonstrationFiles } = await import('./files.js');
  const stage = new Stage(demonstration, circles, { files: await demonstrationFiles(), origin });
  const isPast = ({ at }: Moment) => at.slice(0, 10) <= today;
  await tell(client, id, wholeStory(stage).filter(isPast));
  await loadNeighbour(client, today);
}

/** Everything that happened, in the order it happened. */
export function wholeStory(stage: Stage): Moment[] {
  const moments = [
    ...storyOfBodies(stage, accountOf),
    ...storyOfPlans(stage),
    ...storyOfPromises(stage),
    ...storyOfWork(stage),
    ...storyOfMeetings(stage),
    ...storyOfAttachments(stage),
    ...storyOfReports(stage),
    ...storyOfPublications(stage),
  ];
  return moments.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

const emailOf = new Map(demonstration.accounts.map(({ person, email }) => [person, email]));

function accountOf(person: string): string | null {
  return emailOf.has(person) ? idOf('account', found(emailOf.get(person))) : null;
}
