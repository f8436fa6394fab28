import { createHmac } from 'node:crypto';
import pg from 'pg';

/** Owns the database, its schema and its tables; migrations run as this role, and nothing else does. */
export const OWNER_ROLE = 'accord_owner';
/** The role the server works as: owns nothing, so row-level security always holds for it. */
export const SERVER_ROLE = 'accord_server';

const ADVICE =
  'Create the role accord_server yourself (LOGIN, member of nothing) and give DATABASE_SERVER_URL, or let DATABASE_URL name a role with CREATEROLE.';

export type DatabaseUrls = { ownerUrl: string; serverUrl: string };

/**
 * Makes the two roles and the database where they are missing, and puts their rights right. Every process that knows
 * the superuser's password derives the same passwords. `template` is a database to copy instead of an empty one.
 */
export async function ensureDatabase(
  superuserUrl: string,
  name: string,
  options: { template?: string } = {},
): Promise<DatabaseUrls> {
  await asLockHolder(superuserUrl, async (client) => {
    for (const role of [OWNER_ROLE, SERVER_ROLE])
      await ensureRole(client, role, passwordFor(superuserUrl, role));
    await client.query('REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC');
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount === 0) {
      const template =
        options.template === undefined ? '' : ` TEMPLATE ${pg.escapeIdentifier(options.template)}`;
      await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)} OWNER ${OWNER_ROLE}${template}`);
    }
    await client.query(`REVOKE ALL ON DATABASE ${pg.escapeIdentifier(name)} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${pg.escapeIdentifier(name)} TO ${SERVER_ROLE}`);
  });
  await connected(withDatabase(superuserUrl, name), async (client) => {
    await client.query('REVOKE ALL ON SCHEMA public FROM PUBLIC');
    await client.query(`GRANT USAGE ON SCHEMA public TO ${SERVER_ROLE}`);
  });
  return {
    ownerUrl: urlFor(superuserUrl, OWNER_ROLE, name),
    serverUrl: urlFor(superuserUrl, SERVER_ROLE, name),
  };
}

/**
 * The server role's URL where an administrator gave only the owner's: creates the role (or sets its password, derived
 * from the owner's) and grants it the way in. Fails in words an administrator can act on.
 */
export async function deriveServerRole(ownerUrl: string): Promise<string> {
  if (new URL(ownerUrl).password === '') {
    throw new Error(`DATABASE_URL has no password to derive the server role's from. ${ADVICE}`);
  }
  const serverUrl = urlFor(ownerUrl, SERVER_ROLE);
  await asLockHolder(ownerUrl, async (client) => {
    const { rows } = await client.query<{ can: boolean; exists: boolean }>(
      `SELECT rolsuper OR rolcreaterole AS can,
              EXISTS (SELECT 1 FROM pg_roles WHERE rolname = $1) AS exists
         FROM pg_roles WHERE rolname = current_user`,
      [SERVER_ROLE],
    );
    if (rows[0]?.exists !== true || !(await opens(serverUrl))) {
      if (rows[0]?.can !== true) throw new Error(`The role of DATABASE_URL may not create roles. ${ADVICE}`);
      await setServerRole(client, rows[0].exists, passwordFor(ownerUrl, SERVER_ROLE));
    }
    await client.query(
      `GRANT CONNECT ON DATABASE ${pg.escapeIdentifier(await databaseOf(client))} TO ${SERVER_ROLE}`,
    );
    await client.query(`GRANT USAGE ON SCHEMA public TO ${SERVER_ROLE}`);
    await client.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC');
  });
  await assertServerRole(serverUrl);
  return serverUrl;
}

/** Refuses a server role that row-level security would not bind, or that migrations' grants would not reach. */
export async function assertServerRole(serverUrl: string): Promise<void> {
  await connected(serverUrl, async (client) => {
    const { rows } = await client.query<{ role: string; unbound: boolean; owns: boolean; reached: boolean }>(
      `SELECT r.rolname AS role,
              r.rolsuper OR r.rolbypassrls OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication AS unbound,
              pg_has_role(current_user, d.datdba, 'MEMBER')
                OR EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                            WHERE n.nspname = 'public' AND pg_has_role(current_user, c.relowner, 'MEMBER')) AS owns,
              EXISTS (SELECT 1 FROM pg_roles s WHERE s.rolname = $1 AND pg_has_role(current_user, s.oid, 'USAGE')) AS reached
         FROM pg_roles r, pg_database d
        WHERE r.rolname = current_user AND d.datname = current_database()`,
      [SERVER_ROLE],
    );
    const found = rows[0];
    if (found === undefined) throw new Error('The role of DATABASE_SERVER_URL cannot be looked up.');
    const named = `The role ${found.role} of DATABASE_SERVER_URL`;
    if (found.unbound) {
      throw new Error(
        `${named} must have none of SUPERUSER, BYPASSRLS, CREATEROLE, CREATEDB and REPLICATION.`,
      );
    }
    if (found.owns)
      throw new Error(
        `${named} owns the database or tables in it (itself or by membership): it must own nothing.`,
      );
    if (!found.reached)
      throw new Error(
        `${named} must be ${SERVER_ROLE} or a member of it: the tables' rights go to that role.`,
      );
  });
}

/** The same URL with another database. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(name)}`;
  return changed.href;
}

function urlFor(givenUrl: string, role: string, name?: string): string {
  const url = new URL(name === undefined ? givenUrl : withDatabase(givenUrl, name));
  url.password = passwordFor(givenUrl, role);
  url.username = role;
  return url.href;
}

function passwordFor(givenUrl: string, role: string): string {
  const key = decodeURIComponent(new URL(givenUrl).password);
  return createHmac('sha256', key).update(`accord role ${role}`).digest('hex');
}

async function ensureRole(client: pg.Client, role: string, password: string): Promise<void> {
  const found = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  const verb = found.rowCount === 0 ? 'CREATE' : 'ALTER';
  await client.query(
    `${verb} ROLE ${role} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION
       PASSWORD ${pg.escapeLiteral(password)}`,
  );
  await client.query(
    `DO $$ DECLARE held text; BEGIN
       FOR held IN SELECT roleid::regrole FROM pg_auth_members WHERE member = '${role}'::regrole LOOP
         EXECUTE format('REVOKE %s FROM ${role}', held);
       END LOOP;
     END $$`,
  );
}

async function setServerRole(client: pg.Client, exists: boolean, password: string): Promise<void> {
  const verb = exists ? 'ALTER' : 'CREATE';
  try {
    // Only what CREATEROLE may say: naming SUPERUSER or BYPASSRLS, even to refuse them, takes a superuser.
    await client.query(`${verb} ROLE ${SERVER_ROLE} LOGIN PASSWORD ${pg.escapeLiteral(password)}`);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The role of DATABASE_URL cannot ${verb.toLowerCase()} the role ${SERVER_ROLE} (${why}). ${ADVICE}`,
    );
  }
}

async function opens(url: string): Promise<boolean> {
  try {
    await connected(url, async () => undefined);
    return true;
  } catch (error) {
    // 28P01: another password; 28000: no way in for this role; 42501: not yet granted CONNECT.
    if (error instanceof pg.DatabaseError && ['28P01', '28000', '42501'].includes(error.code ?? ''))
      return false;
    throw error;
  }
}

async function databaseOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name');
  if (rows[0] === undefined) throw new Error('The database does not say its name.');
  return rows[0].name;
}

/** One process at a time: roles are the cluster's, and two that create the same one collide. */
function asLockHolder<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  return connected(url, async (client) => {
    await client.query(`SELECT pg_advisory_lock(hashtext('accord roles'))`);
    return work(client); // the lock goes with the connection
  });
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'accord-setup' });
  client.on('error', () => undefined); // also rejects the query under way; without a listener it would end the process
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end();
  }
}
