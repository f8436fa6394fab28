import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {
  accountForPostgres,
  type Binaries,
  installedBinaries,
  isRoot,
  POSTGRES_ENV,
  type RunAs,
  rootsSpareFolder,
  usableBinaries,
} from './embedded-binaries.js';

export const SUPERUSER = 'postgres';

/** Where everything of one embedded database lies. Only `cluster` belongs to the database's account. */
export type Place = {
  home: string;
  cluster: string;
  lock: string;
  users: string;
  portFile: string;
  passwordFile: string;
  serverLog: string;
  runAs: RunAs | undefined;
  binaries: Binaries;
};

export function preparePlace(dataDir: string): Place {
  mkdirSync(dataDir, { recursive: true });
  const home = realpathSync(dataDir);
  // As root the database's account must pass through, but not look around; what lies here is readable to us alone.
  chmodSync(home, isRoot() ? 0o711 : 0o700);
  const { cluster, runAs } = placeCluster(home);
  const spare = (): string => (isRoot() ? rootsSpareFolder() : home);
  return {
    home,
    cluster,
    lock: path.join(home, 'start.lock'),
    users: path.join(home, 'users'),
    portFile: path.join(home, 'port'),
    passwordFile: path.join(home, 'superuser-password'),
    serverLog: path.join(home, 'postgres.log'),
    runAs,
    binaries: usableBinaries(installedBinaries(), runAs, spare),
  };
}

/** In the data folder, unless root's database account cannot get there; then elsewhere, and noted in the folder. */
function placeCluster(home: string): { cluster: string; runAs: RunAs | undefined } {
  const note = path.join(home, 'cluster-is-at');
  const cluster = existsSync(note) ? readFileSync(note, 'utf8').trim() : path.join(home, 'cluster');
  const runAs = isInitialised(cluster) && isRoot() ? ownerOf(cluster) : accountForPostgres();
  if (runAs === undefined || canEnter(path.dirname(cluster), runAs)) return { cluster, runAs };
  if (isInitialised(cluster)) {
    throw new Error(
      `The database's account (uid ${runAs.uid}) can no longer reach ${cluster}: a folder above it has become private.`,
    );
  }
  const name = createHash('sha256').update(home).digest('hex').slice(0, 16);
  const elsewhere = path.join(rootsSpareFolder(), `cluster-${name}`);
  writeFileSync(note, `${elsewhere}\n`, { mode: 0o600 });
  return { cluster: elsewhere, runAs };
}

const isInitialised = (cluster: string): boolean => existsSync(path.join(cluster, 'PG_VERSION'));

function ownerOf(cluster: string): RunAs {
  const { uid, gid } = statSync(cluster);
  return { uid, gid };
}

function canEnter(folder: string, runAs: RunAs): boolean {
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...runAs, cwd: '/', env: POSTGRES_ENV }).status === 0
  );
}

/** Creates the cluster and its password if there is none yet. Call under the lock. Returns the password. */
export async function initialise(place: Place, sync: boolean): Promise<string> {
  if (isInitialised(place.cluster)) return readPassword(place);
  clearHalfMade(place.cluster);
  // Written before the cluster: a cluster without its password could never be entered.
  const password = existsSync(place.passwordFile) ? readPassword(place) : createPassword(place);
  const half = `${place.cluster}.new`;
  mkdirSync(half, { mode: 0o700 });
  if (place.runAs) chownSync(half, place.runAs.uid, place.runAs.gid);
  await runInitdb(place, half, password, sync);
  renameSync(half, place.cluster);
  if (sync) syncFolder(path.dirname(place.cluster));
  return password;
}

function readPassword(place: Place): string {
  try {
    return readFileSync(place.passwordFile, 'utf8').trim();
  } catch {
    throw new Error(
      `${place.passwordFile} is missing, so the database in ${place.cluster} cannot be entered. Put it back, or move the whole folder away to begin afresh.`,
    );
  }
}

function createPassword(place: Place): string {
  const password = randomBytes(32).toString('hex');
  writeFileSync(place.passwordFile, `${password}\n`, { flag: 'wx', mode: 0o600 });
  return password;
}

/** An initdb that was cut short, or an empty folder: nothing of anybody's is in there. */
function clearHalfMade(cluster: string): void {
  rmSync(`${cluster}.new`, { recursive: true, force: true });
  if (!existsSync(cluster)) return;
  if (readdirSync(cluster).length > 0) {
    throw new Error(
      `${cluster} is not empty and holds no PostgreSQL cluster. Move it away, or set DATA_DIR elsewhere.`,
    );
  }
  rmSync(cluster, { recursive: true });
}

async function runInitdb(place: Place, folder: string, password: string, sync: boolean): Promise<void> {
  const passwordFile = `${folder}.password-${randomBytes(6).toString('hex')}`;
  writeFileSync(passwordFile, `${password}\n`, { flag: 'wx', mode: 0o600 });
  if (place.runAs) chownSync(passwordFile, place.runAs.uid, place.runAs.gid);
  try {
    await run(place, place.binaries.initdb, [
      `--pgdata=${folder}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--locale=C.UTF-8',
      ...(sync ? [] : ['--no-sync']),
    ]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function run(place: Place, command: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...place.runAs,
      cwd: '/',
      env: POSTGRES_ENV,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
    }
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${path.basename(command)} failed (${code}): ${said.trim().slice(-1000)}`));
    });
  });
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
