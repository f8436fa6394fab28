import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { assertServerRole, deriveServerRole, ensureDatabase } from '../../server/platform/db/roles.js';
import { asSuperuser, createDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the two roles of a database', () => {
  it('are neither superusers nor free of row security, and members of nothing', async () => {
    const rows = await ask(
      database.serverUrl,
      `SELECT rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication,
              (SELECT count(*)::int FROM pg_auth_members WHERE member = r.oid) AS memberships
         FROM pg_roles r WHERE rolname LIKE 'accord\\_%' AND rolname IN ('accord_owner', 'accord_server') ORDER BY 1`,
    );
    const harmless = {
      rolsuper: false,
      rolbypassrls: false,
      rolcreatedb: false,
      rolcreaterole: false,
      rolreplication: false,
      memberships: 0,
    };
    expect(rows).toEqual([
      { rolname: 'accord_owner', ...harmless },
      { rolname: 'accord_server', ...harmless },
    ]);
  });

  it('leave the server role owning nothing and unable to create anything', async () => {
    const [owned] = await ask<{ count: number }>(
      database.serverUrl,
      `SELECT count(*)::int FROM pg_shdepend WHERE deptype = 'o' AND refobjid = 'accord_server'::regrole`,
    );
    expect(owned?.count).toBe(0);
    await expect(ask(database.serverUrl, 'CREATE TABLE mine (id int)')).rejects.toMatchObject({
      code: '42501',
    });
    await expect(ask(database.serverUrl, 'CREATE TEMP TABLE mine (id int)')).rejects.toMatchObject({
      code: '42501',
    });
    await expect(ask(database.serverUrl, 'SET ROLE accord_owner')).rejects.toMatchObject({ code: '42501' });
  });

  it('bind the server role to row security, whatever it tries', async () => {
    await ask(
      database.ownerUrl,
      `CREATE TABLE papers (id int, open boolean);
       INSERT INTO papers VALUES (1, true), (2, false);
       ALTER TABLE papers ENABLE ROW LEVEL SECURITY;
       CREATE POLICY open_only ON papers USING (open);
       GRANT SELECT, UPDATE ON papers TO accord_server`,
    );
    expect(await ask(database.serverUrl, 'SELECT id FROM papers')).toEqual([{ id: 1 }]);
    expect(await ask(database.serverUrl, 'UPDATE papers SET id = 3 WHERE id = 2 RETURNING id')).toEqual([]);
    await expect(
      ask(database.serverUrl, 'SET row_security = off; SELECT id FROM papers'),
    ).rejects.toMatchObject({
      code: '42501',
    });
    await expect(
      ask(database.serverUrl, 'ALTER TABLE papers DISABLE ROW LEVEL SECURITY'),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(ask(database.serverUrl, 'ALTER ROLE accord_server BYPASSRLS')).rejects.toMatchObject({
      code: '42501',
    });
  });

  it('keep the server role out of the databases that are not ours', async () => {
    const elsewhere = new URL(database.serverUrl);
    elsewhere.pathname = '/postgres';
    await expect(ask(elsewhere.href, 'SELECT 1')).rejects.toMatchObject({ code: '42501' });
  });
});

describe('ensureDatabase', () => {
  it('gives several processes that start at once the same working addresses', async () => {
    const name = `test_race_${process.pid}`;
    const urls = await Promise.all(
      Array.from({ length: 6 }, () => ensureDatabase(inject('superuserUrl'), name)),
    );
    expect(new Set(urls.map((each) => each.serverUrl)).size).toBe(1);
    expect(await ask(urls[0]?.serverUrl ?? '', 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(await ask(urls[0]?.ownerUrl ?? '', 'CREATE TABLE t (id int)')).toEqual([]);
    await asSuperuser((client) => client.query(`DROP DATABASE ${name}`));
  });
});

describe('the server role derived from an owner that an administrator gave', () => {
  const roleUrl = (role: string): string => {
    const url = new URL(database.ownerUrl);
    url.username = role;
    url.password = 'given by an administrator';
    return url.href;
  };

  it('is refused in plain words when the owner may not create roles', async () => {
    await asSuperuser((client) =>
      client.query(`CREATE ROLE given_owner LOGIN PASSWORD 'given by an administrator';
                    GRANT ALL ON DATABASE "${new URL(database.ownerUrl).pathname.slice(1)}" TO given_owner`),
    );
    await expect(deriveServerRole(roleUrl('given_owner'))).rejects.toThrow(
      /may not create roles.*DATABASE_SERVER_URL/s,
    );
    await asSuperuser(
      (client) => client.query('DROP OWNED BY given_owner; DROP ROLE given_owner'),
      database.superuserUrl,
    );
  });

  it('is refused as the superuser, who stands above row security', async () => {
    await expect(assertServerRole(database.superuserUrl)).rejects.toThrow(/SUPERUSER/);
  });

  it('is refused as the owner, who stands above it too', async () => {
    await expect(assertServerRole(database.ownerUrl)).rejects.toThrow(/must own nothing/);
  });

  it('is accepted as ensureDatabase makes it', async () => {
    await expect(assertServerRole(database.serverUrl)).resolves.toBeUndefined();
  });
});
