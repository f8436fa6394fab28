import { parseArgs } from 'node:util';
import { readConfig } from '../config.js';
import { beginPartnership, type NewPartnership } from '../features/organisations/begin-partnership.js';
import { migrate } from '../platform/db/migrate.js';
import { openDatabase } from '../platform/db/open.js';
import { CommandError, runCommand } from './run-command.js';

const USAGE =
  'npm run create-partnership -- --name "Wensmere Health Partnership" --email somebody@example.org [--person "Their Name"] [--place "the county"]';

function readArguments(): NewPartnership {
  const { name, place, email, person } = parse();
  if (!name || !email || !/^[^@\s]+@[^@\s]+$/.test(email))
    throw new CommandError(`Say what it is called, and the address of who is to administer it:\n  ${USAGE}`);
  return { name, place: place ?? null, email, person: person ?? email };
}

function parse() {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({ options: { name: text, place: text, email: text, person: text } });
    return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value?.trim()]));
  } catch (error) {
    throw new CommandError(`${(error as Error).message}\n  ${USAGE}`);
  }
}

/** Begins a partnership with its first administrator, who then makes its organisations and invites everybody else. */
await runCommand(async () => {
  const asked = readArguments();
  const database = await openDatabase(readConfig().database, (line) => console.error(line));
  try {
    await migrate(database.ownerUrl);
    const { partnershipId, firstPassword } = await beginPartnership(database.ownerUrl, asked);
    console.error(`“${asked.name}” is there: partnership ${partnershipId}.`);
    if (firstPassword === null) {
      console.error(`${asked.email} signs in here already and administers it from now on.`);
      return;
    }
    console.error(
      `${asked.email} signs in with this password within 14 days, once, and then chooses another. It is not shown again:`,
    );
    console.log(firstPassword);
  } finally {
    await database.close();
  }
});
