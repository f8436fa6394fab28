import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Alive, and not merely a dead process that nobody has collected. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return processState(pid) !== 'Z';
}

/** Fields of /proc/<pid>/stat after the name, which may itself hold spaces and brackets; undefined off Linux. */
function statFields(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

const processState = (pid: number): string | undefined => statFields(pid)?.[0];

/** Tells a process from a later one with the same number; empty where the system does not say. */
export const birthOf = (pid: number): string => statFields(pid)?.[19] ?? '';

export type ProcessMark = { pid: number; birth: string };

export const ownMark = (): ProcessMark => ({ pid: process.pid, birth: birthOf(process.pid) });

export const writeMark = (mark: ProcessMark): string => `${mark.pid} ${mark.birth}\n`;

export function readMark(text: string): ProcessMark | undefined {
  const [pid, birth] = text.trim().split(' ');
  return pid && /^\d+$/.test(pid) ? { pid: Number(pid), birth: birth ?? '' } : undefined;
}

export const isMarkAlive = (mark: ProcessMark): boolean =>
  isAlive(mark.pid) && birthOf(mark.pid) === mark.birth;

/** Every process of PostgreSQL works in its cluster's folder: that tells ours from any other. */
export function isPostgresOf(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  try {
    const name = readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
    return name === 'postgres' && readlinkSync(`/proc/${pid}/cwd`) === cluster;
  } catch {
    return false;
  }
}

/**
 * Ends the children that a killed postmaster leaves behind. They have lost their shared state and can only die, but
 * one busy with a long query does not notice, and no new postmaster starts while it holds the shared memory.
 */
export function endOrphans(cluster: string): number {
  if (process.platform !== 'linux') return 0;
  const orphans = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => isPostgresOf(pid, cluster));
  for (const pid of orphans) signal(pid, 'SIGKILL');
  return orphans.length;
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** Resolves true once the process has ended, false when it is still there after the given time. */
export async function ends(pid: number, withinMs: number): Promise<boolean> {
  const until = Date.now() + withinMs;
  while (isAlive(pid)) {
    if (Date.now() > until) return false;
    await sleep(20);
  }
  return true;
}

/** Fast shutdown first (writes a checkpoint), then without one, then by force: none of them loses a commit. */
export async function stopPostmaster(pid: number, cluster: string): Promise<void> {
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', 30_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ];
  for (const [name, patience] of steps) {
    if (!isPostgresOf(pid, cluster)) return;
    signal(pid, name);
    if (await ends(pid, patience)) return;
  }
  throw new Error(`The database of ${path.basename(cluster)} (process ${pid}) does not stop.`);
}
