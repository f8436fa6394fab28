import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type EmbeddedDatabase,
  type EmbeddedOptions,
  startEmbedded,
  stopIfAbandoned,
} from '../../server/platform/db/embedded.js';
import { isAlive } from '../../server/platform/db/embedded-processes.js';
import { deriveServerRole, ensureDatabase, withDatabase } from '../../server/platform/db/roles.js';
import { atThisPace } from '../support/pace.js';

const folders: string[] = [];
const databases: EmbeddedDatabase[] = [];
const holders: ChildProcess[] = [];

afterEach(async () => {
  for (const holder of holders.splice(0)) {
    if (holder.exitCode === null && holder.signalCode === null && holder.kill('SIGKILL'))
      await once(holder, 'exit');
  }
  for (const database of databases.splice(0)) await database.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'accord-embedded-'));
  folders.push(folder);
  return folder;
}

/** Not written through to the disk, for speed, where a test does not ask for what it promises. */
async function start(dataDir: string, options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedDatabase> {
  const database = await startEmbedded({ dataDir, sync: false, ...options });
  databases.push(database);
  return database;
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** How long until the database answers again, asking all the time. */
async function timeUntilItAnswers(url: string, patienceMs = 10_000): Promise<number> {
  const since = Date.now();
  for (;;) {
    try {
      await ask(url, 'SELECT 1');
      return Date.now() - since;
    } catch (error) {
      if (Date.now() - since > patienceMs) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

async function until(condition: () => boolean, patienceMs = 10_000): Promise<void> {
  const since = Date.now();
  while (!condition()) {
    if (Date.now() - since > patienceMs) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function startHolder(
  dataDir: string,
): Promise<{ superuserUrl: string; pid: number; process: ChildProcess }> {
  const script = path.resolve('test/support/embedded-holder.mjs');
  const holder = spawn(process.execPath, [script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  holders.push(holder);
  const [line] = (await once(createInterface(holder.stdout), 'line')) as [string];
  return { ...(JSON.parse(line) as { superuserUrl: string; pid: number }), process: holder };
}

async function kill(holder: ChildProcess): Promise<void> {
  holder.kill('SIGKILL');
  await once(holder, 'exit');
}

describe('the embedded database', () => {
  it('makes itself at the first start, and keeps its data, address and password over the next', async () => {
    const folder = newFolder();
    const first = await start(folder);
    await ask(first.superuserUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);

    const second = await start(folder);
    expect(second.superuserUrl).toBe(first.superuserUrl);
    expect(await ask(second.superuserUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('writes commits through to the disk, listens to this machine alone, and wants its password', async () => {
    const folder = newFolder();
    const { superuserUrl } = await start(folder, { sync: true });
    const rows = await ask(
      superuserUrl,
      `SELECT name, setting FROM pg_settings WHERE name IN
         ('fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses', 'max_connections') ORDER BY 1`,
    );
    expect(rows.map(({ setting }) => setting)).toEqual(['on', 'on', '127.0.0.1', '100', 'on']);
    expect(statSync(path.join(folder, 'superuser-password')).mode & 0o777).toBe(0o600);
    expect(statSync(path.join(folder, 'cluster')).mode & 0o777).toBe(0o700);
    const guessed = new URL(superuserUrl);
    guessed.password = 'postgres';
    await expect(ask(guessed.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('serves again within five seconds of kill -9, at the same address, with every commit', async () => {
    const database = await start(newFolder(), { sync: true });
    await ask(database.superuserUrl, 'CREATE TABLE kept (n int)');
    for (const round of [1, 2, 3]) {
      await ask(database.superuserUrl, `INSERT INTO kept VALUES (${round})`);
      const killed = database.pid;
      process.kill(killed, 'SIGKILL');
      expect(await timeUntilItAnswers(database.superuserUrl)).toBeLessThan(atThisPace(5_000));
      await until(() => database.pid !== killed);
      expect(isAlive(database.pid)).toBe(true);
    }
    expect(await ask(database.superuserUrl, 'SELECT count(*)::int FROM kept')).toEqual([{ count: 3 }]);
  });

  it('serves again within five seconds of kill -9 even while a child is busy with a long query', async () => {
    const database = await start(newFolder());
    const busy = ask(database.superuserUrl, 'SELECT count(*) FROM generate_series(1, 1000000000)');
    const cut = expect(busy).rejects.toThrow();
    const working = `SELECT 1 FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'SELECT count(*) FROM gen%'`;
    while ((await ask(database.superuserUrl, working)).length === 0);
    process.kill(database.pid, 'SIGKILL');
    expect(await timeUntilItAnswers(database.superuserUrl)).toBeLessThan(atThisPace(5_000));
    await cut;
  });

  it('adopts the server that a killed process left running, and can stop it', async () => {
    const folder = newFolder();
    const holder = await startHolder(folder);
    await ask(holder.superuserUrl, 'CREATE TABLE kept AS SELECT 7 AS answer');
    await kill(holder.process);
    expect(isAlive(holder.pid)).toBe(true);

    const adopted = await start(folder);
    expect(adopted.pid).toBe(holder.pid);
    expect(adopted.superuserUrl).toBe(holder.superuserUrl);
    expect(await ask(adopted.superuserUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 7 }]);

    process.kill(adopted.pid, 'SIGKILL');
    expect(await timeUntilItAnswers(adopted.superuserUrl)).toBeLessThan(atThisPace(5_000));
    await adopted.stop();
    expect(isAlive(adopted.pid)).toBe(false);
  });

  it('can be stopped where nobody will start it again, but not while somebody uses it', async () => {
    const folder = newFolder();
    const holder = await startHolder(folder);
    expect(await stopIfAbandoned(folder)).toBe(false);
    expect(isAlive(holder.pid)).toBe(true);
    await kill(holder.process);
    expect(await stopIfAbandoned(folder)).toBe(true);
    expect(isAlive(holder.pid)).toBe(false);
  });

  it('replaces a server left running with other settings', async () => {
    const folder = newFolder();
    const holder = await startHolder(folder);
    await kill(holder.process);

    const database = await start(folder, { settings: { work_mem: '7MB' } });
    expect(database.pid).not.toBe(holder.pid);
    expect(await ask(database.superuserUrl, 'SHOW work_mem')).toEqual([{ work_mem: '7MB' }]);
  });

  it('is one and the same for all that start it at once, and stops with the last of them', async () => {
    const folder = newFolder();
    const [one, two, holder] = await Promise.all([start(folder), start(folder), startHolder(folder)]);
    expect([one.pid, two.pid]).toEqual([holder.pid, holder.pid]);

    await one.stop();
    const ended = once(holder.process, 'exit');
    holder.process.kill('SIGTERM');
    await ended;
    expect(await ask(two.superuserUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);

    await two.stop();
    expect(isAlive(two.pid)).toBe(false);
    expect(readdirSync(path.join(folder, 'users'))).toEqual([]);
  });

  it('starts over a lock, a process number and a half-made cluster left by a crash', async () => {
    const folder = newFolder();
    mkdirSync(path.join(folder, 'cluster.new'));
    writeFileSync(path.join(folder, 'cluster.new', 'PG_VERSION'), '18\n');
    writeFileSync(path.join(folder, 'start.lock'), '999999999 1\n');
    const first = await start(folder);
    await first.stop();
    // The number has since gone to a program that is not PostgreSQL: this one.
    writeFileSync(
      path.join(folder, 'cluster', 'postmaster.pid'),
      `${process.pid}\n${folder}\n1\n${first.port}\n`,
    );
    const second = await start(folder);
    expect(await ask(second.superuserUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('takes another port when its own has gone to somebody else', async () => {
    const folder = newFolder();
    const first = await start(folder);
    await first.stop();
    const other = await start(newFolder(), { port: first.port });
    const second = await start(folder);
    expect(other.port).toBe(first.port);
    expect(second.port).not.toBe(first.port);
    expect(await ask(second.superuserUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('says what is missing when the password file has gone', async () => {
    const folder = newFolder();
    await (await start(folder)).stop();
    rmSync(path.join(folder, 'superuser-password'));
    await expect(start(folder)).rejects.toThrow(/superuser-password is missing/);
  });
});

describe('the server role derived from the owner that an administrator gave', () => {
  it('works for a superuser and for an owner who may create roles, and is bound by row security', async () => {
    const { superuserUrl } = await start(newFolder());
    await ask(superuserUrl, `CREATE ROLE given_owner LOGIN CREATEROLE PASSWORD 'chosen, by: them'`);
    await ask(superuserUrl, 'CREATE DATABASE plan OWNER given_owner');
    const owner = new URL(withDatabase(superuserUrl, 'plan'));
    owner.username = 'given_owner';
    owner.password = 'chosen, by: them';

    const derived = await Promise.all([deriveServerRole(owner.href), deriveServerRole(owner.href)]);
    expect(derived[0]).toBe(derived[1]);
    expect(await ask(derived[0], 'SELECT current_user::text AS role')).toEqual([{ role: 'accord_server' }]);
    await expect(ask(derived[0], 'CREATE TABLE mine (id int)')).rejects.toMatchObject({ code: '42501' });

    const asSuperuser = await deriveServerRole(withDatabase(superuserUrl, 'plan'));
    expect(await ask(asSuperuser, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    const { serverUrl } = await ensureDatabase(superuserUrl, 'plan');
    expect(serverUrl).toBe(asSuperuser);
  });
});
