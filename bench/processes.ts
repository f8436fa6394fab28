import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** A process that answers under an address. */
export interface Served {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

/** Starts a program and waits until it says where it answers: a whole address, or a port of this machine. */
export function serve(
  program: string,
  args: string[],
  env: Record<string, string> = {},
  node = process.execPath,
): Promise<Served> {
  const profile = process.env['BENCH_PROF'];
  const profiling = profile && program.includes('main') ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [];
  const child = spawn(node, [...profiling, program, ...args], {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      if (process.env['BENCH_LOG']) process.stderr.write(chunk);
      said = (said + chunk.toString()).slice(-10_000);
      const [, url, port] = /ready(?: at)? (?:(http\S+)|(\d+)\s)/.exec(said) ?? [];
      if (url || port)
        resolve({ url: url ?? `http://127.0.0.1:${port}`, pid: child.pid ?? 0, stop: () => stop(child) });
    });
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code}: ${said}`)));
  });
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

/** Processor time of a process so far, in milliseconds (Linux, in steps of 10). */
export function cpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Memory of a process, in bytes (Linux). */
export function residentBytes(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) * 1024;
}

/** Processor time of a database’s processes, of those that have ended too (Linux). */
export function databaseCpuMs(postmaster: number): number {
  const fields = readFileSync(`/proc/${postmaster}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  const ofEnded = (Number(fields[13]) + Number(fields[14])) * 10;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .reduce((sum, name) => {
      try {
        const parent = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.split(' ')[1];
        return Number(parent) === postmaster ? sum + cpuMs(Number(name)) : sum;
      } catch {
        return sum; // It has just ended.
      }
    }, ofEnded);
}

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The value below which that part of them lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * part)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
