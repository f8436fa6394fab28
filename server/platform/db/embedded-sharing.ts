import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isMarkAlive, ownMark, readMark, writeMark } from './embedded-processes.js';

// Several of our processes may use one embedded database (a command beside the running server): one at a time starts
// or stops it, and the last one out stops it.

const PATIENCE_MS = 120_000;

/** Runs the work while no other process, nor another call in this one, holds the same lock file. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const until = Date.now() + PATIENCE_MS;
  while (!take(file)) {
    clearIfAbandoned(file);
    if (Date.now() > until) {
      throw new Error(`Another process (${readOrEmpty(file).trim()}) has held ${file} for two minutes.`);
    }
    await sleep(25);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, writeMark(ownMark()), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Two may find the same lock abandoned: a second lock, held for one synchronous moment, lets one of them clear it. */
function clearIfAbandoned(file: string): void {
  const clearing = `${file}.clearing`;
  if (!isAbandoned(file)) return;
  if (!take(clearing)) {
    if (isAbandoned(clearing)) rmSync(clearing, { force: true });
    return;
  }
  if (isAbandoned(file)) rmSync(file, { force: true });
  rmSync(clearing, { force: true });
}

/** An empty lock is one whose owner is between creating and filling it; the next look will tell. */
function isAbandoned(file: string): boolean {
  const mark = readMark(readOrEmpty(file));
  return mark !== undefined && !isMarkAlive(mark);
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Says in the folder that this process uses the database; returns how to take that back. */
export function signIn(folder: string): { entry: string; signOut(): void } {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const entry = path.join(folder, `${process.pid}-${Date.now()}-${Math.random().toString(36).slice(2, 8)}`);
  writeFileSync(entry, writeMark(ownMark()), { mode: 0o600 });
  return { entry, signOut: () => rmSync(entry, { force: true }) };
}

/** Whether anybody but `entry` uses the database; forgets those that ended without a word. */
export function hasOtherUsers(folder: string, entry: string): boolean {
  const others = readdirSync(folder)
    .map((name) => path.join(folder, name))
    .filter((file) => file !== entry);
  const living = others.filter((file) => {
    const mark = readMark(readOrEmpty(file));
    if (mark && isMarkAlive(mark)) return true;
    rmSync(file, { force: true });
    return false;
  });
  return living.length > 0;
}
