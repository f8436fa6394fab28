import { parseArgs } from 'node:util';
import pg from 'pg';
import { TokenScope } from '../../schema/vocabulary.js';
import { readConfig } from '../config.js';
import { issueToken } from '../platform/auth/tokens.js';
import { todayInEngland } from '../platform/db/database.js';
import { openDatabase } from '../platform/db/open.js';
import { CommandError, runCommand } from './run-command.js';

const USAGE =
  'npm run token -- --email somebody@example.org --scope read|write [--name "what it is for"] [--days 90]';
const LONGEST_DAYS = 365;

interface Asked {
  email: string;
  scope: TokenScope;
  name: string;
  days: number;
}

function readArguments(): Asked {
  const { email, scope, name, days } = parse();
  const wanted = Object.values(TokenScope).find((each) => each === scope?.toUpperCase());
  if (!email || !wanted) throw new CommandError(`Say for whom and for what:\n  ${USAGE}`);
  const count = Number(days ?? 90);
  if (!Number.isInteger(count) || count < 1 || count > LONGEST_DAYS)
    throw new CommandError(`--days takes a whole number from 1 to ${LONGEST_DAYS}.`);
  return { email, scope: wanted, name: name ?? 'made on the server', days: count };
}

function parse() {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({ options: { email: text, scope: text, name: text, days: text } }).values;
  } catch (error) {
    throw new CommandError(`${(error as Error).message}\n  ${USAGE}`);
  }
}

/** Makes a token for an account and prints its secret, this once, alone on the standard output. */
async function makeToken(serverUrl: string, { email, scope, name, days }: Asked): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const query = async <T>(sql: string, params: readonly unknown[] = []) =>
      (await client.query(sql, [...params])).rows as T[];
    const [account] = await query<{ id: string }>(`select id from accounts where lower(email) = lower($1)`, [
      email.trim(),
    ]);
    if (!account) throw new CommandError(`Nobody here signs in with ${email}.`);
    const today = todayInEngland();
    const end = new Date(`${today}T00:00:00Z`);
    end.setUTCDate(end.getUTCDate() + days);
    const expiresOn = end.toISOString().slice(0, 10);
    const { secret } = await issueToken(query, { accountId: account.id, name, scope, expiresOn, today });
    console.error(
      `A token of ${email} to ${scope.toLowerCase()}, good until ${expiresOn}. It is not shown again:`,
    );
    console.log(secret);
  } finally {
    await client.end();
  }
}

await runCommand(async () => {
  const asked = readArguments();
  const database = await openDatabase(readConfig().database, (line) => console.error(line));
  try {
    await makeToken(database.serverUrl, asked);
  } finally {
    await database.close();
  }
});
