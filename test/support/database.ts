import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type DatabaseUrls, ensureDatabase, withDatabase } from '../../server/platform/db/roles.js';

/** `superuserUrl` is for what no role of the product may do. */
export type TestDatabase = DatabaseUrls & { superuserUrl: string; drop(): Promise<void> };

/** A database of the test file's own, as the shipped migrations build it; or, if bare, before any of them. */
export async function createDatabase({ isBare = false } = {}): Promise<TestDatabase> {
  const superuserUrl = inject('superuserUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const template = isBare ? {} : { template: inject('templateDatabase') };
  const urls = await ensureDatabase(superuserUrl, name, template);
  return {
    ...urls,
    superuserUrl: withDatabase(superuserUrl, name),
    drop: () => asSuperuser((client) => client.query(`DROP DATABASE "${name}" WITH (FORCE)`)),
  };
}

/** Work as the superuser of the tests' cluster: for what no role of the product may do. */
export async function asSuperuser(
  work: (client: pg.Client) => Promise<unknown>,
  url: string = inject('superuserUrl'),
): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
