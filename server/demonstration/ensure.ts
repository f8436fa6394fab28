import pg from 'pg';
import { todayInEngland } from '../platform/db/database.js';
import { type DemonstrationAccount, demonstrationAccounts } from './accounts.js';
import { loadInto } from './load.js';
import { writtenOn } from './plans.content.js';

const LOCK = 7_206_514;

/**
 * Fills an empty database with the demonstration, the whole of it or nothing. Of several processes that start at
 * once, one fills it and the others wait. Answers with the accounts of the demonstration that are there.
 */
export async function ensureDemonstration(ownerUrl: string, origin = ''): Promise<DemonstrationAccount[]> {
  const client = new pg.Client({ connectionString: ownerUrl, options: '-c timezone=UTC -c jit=off' });
  await client.connect();
  try {
    await client.query('begin');
    // Let go by the commit, so whoever waited finds it filled.
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    if (await isEmpty(client)) {
      // The story is told to its end also where a clock is behind it.
      const today = todayInEngland();
      await loadInto(client, { today: today > writtenOn ? today : writtenOn, origin });
    }
    await client.query('commit');
    return await accountsThere(client);
  } finally {
    await client.end();
  }
}

/** Partnerships stand under row security, accounts and circles do not. */
async function isEmpty(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ isEmpty: boolean }>(
    `select not exists (select from audiences) and not exists (select from accounts) as "isEmpty"`,
  );
  return rows[0]?.isEmpty === true;
}

async function accountsThere(client: pg.ClientBase): Promise<DemonstrationAccount[]> {
  const accounts = demonstrationAccounts();
  const { rows } = await client.query<{ email: string }>(
    'select email from accounts where email = any ($1) and disabled_at is null',
    [accounts.map(({ email }) => email)],
  );
  const there = new Set(rows.map(({ email }) => email));
  return accounts.filter(({ email }) => there.has(email));
}
