import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { initialise, type Place, preparePlace } from './embedded-cluster.js';
import {
  answers,
  argumentsFor,
  holderOf,
  launch,
  type Postmaster,
  StartFailed,
  urlOf,
  wasStartedWith,
} from './embedded-postmaster.js';
import { isAlive, signal, stopPostmaster } from './embedded-processes.js';
import { hasOtherUsers, signIn, withLock } from './embedded-sharing.js';

export type EmbeddedOptions = {
  dataDir: string;
  /** Without one: a free port, remembered in dataDir, so that it stays the same. */
  port?: number;
  /** False only for throw-away data: commits are then not written through to the disk. */
  sync?: boolean;
  settings?: Record<string, string>;
  log?: (line: string) => void;
};

export type EmbeddedDatabase = {
  superuserUrl: string;
  port: number;
  /** Of the server running now: it changes when a killed one has been replaced. */
  readonly pid: number;
  /** Stops the server, unless another of our processes still uses it. */
  stop(): Promise<void>;
};

const DEFAULT_SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '128MB',
  max_connections: '100',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
  max_logical_replication_workers: '0',
  log_timezone: 'UTC',
  timezone: 'UTC',
};
const WATCH_MS = 200;
const STEADY_AFTER_MS = 10_000;

const durability = (sync: boolean): Record<string, string> => {
  const value = sync ? 'on' : 'off';
  return { fsync: value, synchronous_commit: value, full_page_writes: value };
};

type Plan = {
  place: Place;
  settings: Record<string, string>;
  sync: boolean;
  fixedPort: number | undefined;
  entry: string;
  log: (line: string) => void;
};

/** Starts the embedded PostgreSQL of a folder, or joins the one running there, and keeps it running until stop(). */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const sync = options.sync ?? true;
  const place = preparePlace(options.dataDir);
  const { entry, signOut } = signIn(place.users);
  const plan: Plan = {
    place,
    settings: { ...DEFAULT_SETTINGS, ...durability(sync), ...options.settings },
    sync,
    fixedPort: options.port,
    entry,
    log: options.log ?? (() => undefined),
  };
  try {
    const { running, password } = await ensureRunning(plan);
    return supervise(plan, running, password, signOut);
  } catch (error) {
    signOut();
    throw error;
  }
}

/** Stops a server whose users were all killed, for throw-away data that nobody will start again. */
export async function stopIfAbandoned(dataDir: string): Promise<boolean> {
  const place = preparePlace(dataDir);
  return withLock(place.lock, async () => {
    if (existsSync(place.users) && hasOtherUsers(place.users, '')) return false;
    const holder = holderOf(place);
    if (holder) await stopPostmaster(holder.pid, place.cluster);
    return true;
  });
}

type Ensured = { running: Postmaster; password: string };

function ensureRunning(plan: Plan): Promise<Ensured> {
  return withLock(plan.place.lock, async () => {
    const password = await initialise(plan.place, plan.sync);
    const running = (await adopt(plan, password)) ?? (await launchOnSomePort(plan));
    return { running, password };
  });
}

/** Takes over a server that is ours and as wanted; stops one that is not. */
async function adopt(plan: Plan, password: string): Promise<Postmaster | undefined> {
  const holder = holderOf(plan.place);
  if (!holder) return undefined;
  const isOurs = await answers(plan.place, password);
  const isAsWanted = wasStartedWith(
    plan.place,
    argumentsFor(plan.place, plan.fixedPort ?? holder.port, plan.settings),
  );
  const isShared = hasOtherUsers(plan.place.users, plan.entry);
  if (isOurs && (isAsWanted || isShared)) {
    plan.log(`joined the database already running on port ${holder.port} (process ${holder.pid})`);
    return { pid: holder.pid, port: holder.port };
  }
  plan.log(`stopping the database that was left running (process ${holder.pid}) to start it afresh`);
  await stopPostmaster(holder.pid, plan.place.cluster);
  return undefined;
}

async function launchOnSomePort(plan: Plan): Promise<Postmaster> {
  const { place, fixedPort } = plan;
  for (let tries = 0; ; tries++) {
    const port = fixedPort ?? (tries === 0 ? rememberedPort(place) : undefined) ?? (await findFreePort());
    try {
      const running = await launch(place, port, plan.settings);
      writeFileSync(place.portFile, `${port}\n`, { mode: 0o600 });
      plan.log(`database ready on port ${port} (process ${running.pid})`);
      return running;
    } catch (error) {
      if (!(error instanceof StartFailed && error.isPortTaken) || fixedPort !== undefined || tries > 5)
        throw error;
      plan.log(`port ${port} is taken; trying another`);
    }
  }
}

function rememberedPort(place: Place): number | undefined {
  if (!existsSync(place.portFile)) return undefined;
  const port = Number(readFileSync(place.portFile, 'utf8').trim());
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined;
}

/** Below the system's own range: there a client that dials while the database is away could be given its port. */
async function findFreePort(): Promise<number> {
  for (let tries = 0; tries < 50; tries++) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    if (await isFree(port)) return port;
  }
  throw new Error('No free port between 20000 and 30000 for the embedded database.');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

function supervise(plan: Plan, first: Postmaster, password: string, signOut: () => void): EmbeddedDatabase {
  const { place } = plan;
  const port = first.port;
  const stopping = new AbortController();
  let running = first;

  const watch = async (): Promise<void> => {
    let quickEnds = 0;
    while (!stopping.signal.aborted) {
      const since = Date.now();
      await ended(running, stopping.signal);
      if (stopping.signal.aborted) return;
      quickEnds = Date.now() - since > STEADY_AFTER_MS ? 0 : quickEnds + 1;
      plan.log(`the database (process ${running.pid}) ended; starting it again`);
      running = await bringBack({ ...plan, fixedPort: port }, quickEnds, stopping.signal, running);
    }
  };
  const watching = watch();

  // Without a stop() the last one out still asks the server to shut down; it does so by itself after we are gone.
  const leave = (): void => {
    signOut();
    if (!hasOtherUsers(place.users, '')) signal(running.pid, 'SIGINT');
  };
  process.once('exit', leave);

  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    stopping.abort();
    await watching;
    process.off('exit', leave);
    await withLock(place.lock, async () => {
      signOut();
      const holder = holderOf(place);
      if (holder && !hasOtherUsers(place.users, '')) await stopPostmaster(holder.pid, place.cluster);
    });
  };
  return {
    superuserUrl: urlOf(port, password),
    port,
    get pid() {
      return running.pid;
    },
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

/** Tries until it runs again or we stop: the first end is answered at once, a string of them ever more slowly. */
async function bringBack(
  plan: Plan,
  quickEnds: number,
  stopping: AbortSignal,
  last: Postmaster,
): Promise<Postmaster> {
  for (let tries = quickEnds - 1; !stopping.aborted; tries++) {
    if (tries > 0) await pause(Math.min(100 * 2 ** tries, 5_000), stopping);
    if (stopping.aborted) break;
    try {
      return (await ensureRunning(plan)).running;
    } catch (error) {
      plan.log(`the database does not start: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return last;
}

async function ended(running: Postmaster, stopping: AbortSignal): Promise<void> {
  const gone = new AbortController();
  const stir = AbortSignal.any([gone.signal, stopping]);
  running.child?.once('exit', () => gone.abort());
  while (!stir.aborted && isAlive(running.pid)) await pause(WATCH_MS, stir);
}

/** Waits without keeping the process alive for it. */
const pause = (ms: number, until: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { ref: false, signal: until }).catch(() => undefined);
