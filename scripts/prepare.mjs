// What the scripts share: dependencies and builds brought up to date, and only when they are not.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const at = (...parts) => path.join(root, ...parts);

/** A build: what it reads, what it writes, and the commands that make it. */
const BUILDS = {
  server: {
    sources: ['server', 'schema', 'migrations', 'tsconfig.json', 'tsconfig.build.json'],
    outputs: ['server', 'schema', 'migrations'],
    command: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'],
  },
  client: {
    sources: ['client', 'schema', 'tsconfig.json'],
    outputs: [],
    command: ['node_modules/vite/bin/vite.js', 'build', 'client', '--logLevel', 'warn'],
  },
  bench: {
    sources: [
      'bench',
      'server',
      'schema',
      'migrations',
      'test/support',
      'tsconfig.json',
      'tsconfig.bench.json',
    ],
    outputs: ['bench'],
    command: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.bench.json'],
  },
};

/** Brings node_modules in line with package-lock.json. Without `dev`, missing tools for building are fine. */
export function ensureDependencies({ dev }) {
  if (dependenciesAreCurrent(dev)) return;
  say('installing dependencies (npm ci)');
  const npm = process.env.npm_execpath;
  const [command, args] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  runToEnd(command, [...args, 'ci', '--include=dev', '--no-audit', '--no-fund']);
}

/** Compares contents, not times: copies and checkouts change the times. */
function dependenciesAreCurrent(dev) {
  const installed = readLock(at('node_modules/.package-lock.json'));
  if (installed === undefined) return false;
  const wanted = readLock(at('package-lock.json')) ?? {};
  return Object.entries(wanted).every(([name, { version, optional, devOptional, dev: isForBuilding }]) => {
    if (name === '') return true;
    if (installed[name]) return installed[name].version === version;
    return optional || ((isForBuilding || devOptional) && !dev);
  });
}

function readLock(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}

/** Builds what is out of date among the named builds. */
export async function ensureBuilt(...names) {
  if (names.every(isFresh)) return;
  ensureDependencies({ dev: true });
  await withBuildLock(() => {
    for (const name of names) if (!isFresh(name)) build(name);
  });
}

/** Ready to run: builds if needed, and the packages that running takes. */
export async function prepare(...names) {
  await ensureBuilt(...names);
  ensureDependencies({ dev: false });
}

function build(name) {
  const { command, outputs } = BUILDS[name];
  const print = fingerprint(name);
  say(`building the ${name}`);
  runToEnd(
    process.execPath,
    command.map((part, index) => (index === 0 ? at(part) : part)),
  );
  for (const folder of outputs) removeLeftOver(folder);
  writeFileSync(stampOf(name), print);
}

const stampOf = (name) => at('dist', `.${name}-stamp`);

function isFresh(name) {
  return existsSync(stampOf(name)) && readFileSync(stampOf(name), 'utf8') === fingerprint(name);
}

/** Of the contents of all sources, and of the tools' versions. Some tens of milliseconds. */
function fingerprint(name) {
  const hash = createHash('sha256').update(readFileSync(at('package-lock.json')));
  for (const source of BUILDS[name].sources.flatMap((each) => filesIn(each)).sort()) {
    hash.update(`\0${source}\0`).update(readFileSync(at(source)));
  }
  return hash.digest('hex');
}

function filesIn(relative) {
  if (statSync(at(relative)).isFile()) return [relative];
  return readdirSync(at(relative)).flatMap((name) => filesIn(`${relative}/${name}`));
}

/** Outputs whose source has been renamed or removed: they must not be found by anything that runs. */
function removeLeftOver(folder) {
  if (!existsSync(at('dist', folder))) return;
  for (const file of filesIn(`dist/${folder}`)) {
    const source = file.replace(/^dist\//, '').replace(/\.js(\.map)?$/, '.ts');
    if (!existsSync(at(source))) rmSync(at(file));
  }
}

/** Two starts at once must not build over each other. A lock left by a process that has ended does not count. */
async function withBuildLock(work) {
  mkdirSync(at('dist'), { recursive: true });
  const lock = at('dist', '.building');
  while (!takeLock(lock)) await new Promise((resolve) => setTimeout(resolve, 100));
  const release = () => rmSync(lock, { force: true });
  process.once('exit', release);
  try {
    work();
  } finally {
    release();
    process.off('exit', release);
  }
}

function takeLock(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isAlive(Number(readText(lock)))) rmSync(lock, { force: true });
    return false;
  }
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8') || String(process.pid); // empty: its owner is about to fill it
  } catch {
    return '0';
  }
}

function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Runs to the end with our output; ends us with its code if it fails. */
export function runToEnd(command, args, env = process.env) {
  const { status, signal, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env });
  if (error) throw error;
  if (status !== 0) {
    if (!signal) say(`${path.basename(args[0] ?? command)} failed`);
    process.exit(status ?? 1);
  }
}

/** Runs a tool beside us: signals sent to us go on to it, and its end is ours. */
export function runBeside(args, env = process.env) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('exit', (code, signal) => process.exit(code ?? (signal ? 128 : 1)));
  return child;
}

/**
 * Becomes the built program: it runs in this very process, so that signals, exit codes and kill -9 mean what they say.
 */
export async function become(program, args = process.argv.slice(2)) {
  process.chdir(root);
  process.setSourceMapsEnabled(true);
  // Said before any library is loaded: some check more, and answer more slowly, unless they are told.
  process.env.NODE_ENV ??= 'production';
  const file = at('dist', program);
  process.argv = [process.argv[0], file, ...args];
  await import(file);
}

export function say(line) {
  process.stderr.write(`accord: ${line}\n`);
}
