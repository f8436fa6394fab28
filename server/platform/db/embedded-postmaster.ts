import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { POSTGRES_ENV } from './embedded-binaries.js';
import { type Place, SUPERUSER } from './embedded-cluster.js';
import { endOrphans, isAlive, isPostgresOf } from './embedded-processes.js';

/** A running server of the cluster. `child` is set when this process started it, unset when it was adopted. */
export type Postmaster = { pid: number; port: number; child?: ChildProcess };

type LockFile = { pid: number; port: number; status: string };

const LOG_LIMIT_BYTES = 8_000_000;
const START_PATIENCE_MS = 300_000; // replaying a long log after a crash takes its time

export const urlOf = (port: number, password: string): string =>
  `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`;

const lockFileOf = (place: Place): string => path.join(place.cluster, 'postmaster.pid');

function readLockFile(place: Place): LockFile | undefined {
  try {
    const lines = readFileSync(lockFileOf(place), 'utf8').split('\n');
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    return pid > 0 ? { pid, port, status: (lines[7] ?? '').trim() } : undefined;
  } catch {
    return undefined;
  }
}

/** The process that holds the cluster now, whether or not it answers; a stale note of one is taken away. */
export function holderOf(place: Place): LockFile | undefined {
  const noted = readLockFile(place);
  if (!noted) return undefined;
  if (isPostgresOf(noted.pid, place.cluster)) return noted;
  // PostgreSQL sees through a dead process by itself, but not through a number that another program has since got.
  if (isAlive(noted.pid)) rmSync(lockFileOf(place), { force: true });
  return undefined;
}

/** Whether the holder is ready and lets us in with our password: then it is ours to adopt. */
export async function answers(place: Place, password: string): Promise<boolean> {
  const until = Date.now() + START_PATIENCE_MS;
  for (let tries = 0; tries < 5; tries++) {
    let holder = holderOf(place);
    while (holder && holder.status === 'starting' && Date.now() < until) {
      await sleep(50);
      holder = holderOf(place);
    }
    if (!holder || holder.status === 'stopping') return false;
    if (await letsUsIn(place, holder.port, password)) return true;
    await sleep(100);
  }
  return false;
}

async function letsUsIn(place: Place, port: number, password: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: urlOf(port, password), connectionTimeoutMillis: 3_000 });
  client.on('error', () => undefined); // a cut while asking is an answer too, and comes by the promise
  try {
    await client.connect();
    const { rows } = await client.query<{ dir: string }>(`select current_setting('data_directory') as dir`);
    return rows[0]?.dir === place.cluster;
  } catch (error) {
    // Too many connections: only one that knows the password gets as far as that.
    return error instanceof Error && 'code' in error && error.code === '53300';
  } finally {
    await client.end().catch(() => undefined);
  }
}

export function argumentsFor(place: Place, port: number, settings: Record<string, string>): string[] {
  const all = { ...settings, port: String(port) };
  return ['-D', place.cluster, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

/** Whether the running server was started with exactly these arguments (it notes them in its folder). */
export function wasStartedWith(place: Place, args: string[]): boolean {
  const note = path.join(place.cluster, 'postmaster.opts');
  if (!existsSync(note)) return false;
  const noted = readFileSync(note, 'utf8');
  return noted.slice(noted.indexOf(' "')).trim() === args.map((arg) => `"${arg}"`).join(' ');
}

/** Starts a server and resolves when it takes connections. It gets its own session: Ctrl-C reaches only us. */
export async function launch(
  place: Place,
  port: number,
  settings: Record<string, string>,
): Promise<Postmaster> {
  endOrphans(place.cluster);
  keepLogSmall(place.serverLog);
  const output = openSync(place.serverLog, 'a', 0o600);
  const from = statSync(place.serverLog).size;
  const child = spawn(place.binaries.postgres, argumentsFor(place, port, settings), {
    ...place.runAs,
    cwd: '/',
    env: POSTGRES_ENV,
    detached: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  child.unref();
  const pid = await ready(place, child, from);
  return { pid, port, child };
}

async function ready(place: Place, child: ChildProcess, from: number): Promise<number> {
  let failure: Error | undefined;
  child.once('error', (error) => {
    failure = error;
  });
  const until = Date.now() + START_PATIENCE_MS;
  while (failure === undefined) {
    const noted = readLockFile(place);
    if (child.pid !== undefined && noted?.pid === child.pid && noted.status === 'ready') return child.pid;
    if (child.exitCode !== null || child.signalCode !== null) {
      const said = readFileSync(place.serverLog).subarray(from).toString('utf8').trim();
      throw new StartFailed(`PostgreSQL stopped while starting: ${said.slice(-1000)}`);
    }
    if (Date.now() > until) throw new Error('PostgreSQL has not become ready in five minutes.');
    await sleep(10);
  }
  throw failure;
}

export class StartFailed extends Error {
  /** Somebody else listens on the port: another port may do. */
  get isPortTaken(): boolean {
    return /address already in use/i.test(this.message);
  }
}

function keepLogSmall(file: string): void {
  if (existsSync(file) && statSync(file).size > LOG_LIMIT_BYTES) renameSync(file, `${file}.1`);
}
