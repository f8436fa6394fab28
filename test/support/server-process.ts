import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { DatabaseUrls } from '../../server/platform/db/roles.js';

export interface ServerProcess {
  readonly url: string;
  readonly process: ChildProcess;
  /** Its exit code, or the name of the signal that ended it. */
  readonly ended: Promise<number | string>;
  kill(signal: NodeJS.Signals): void;
}

const WRONG_CLOCK = path.resolve('test/support/wrong-clock.mjs');

/** The program that `npm start` runs: what is run many times is not translated each time. */
export function builtServer(): string {
  const program = path.resolve('dist/server/main.js');
  if (!existsSync(program)) throw new Error('The server is not built: npm test builds it, or npm run build.');
  return program;
}

/** Starts the whole server on a database in a process of its own, and answers once it says that it is ready. */
export async function startProcess(
  { ownerUrl, serverUrl }: DatabaseUrls,
  settings: Record<string, string> = {},
): Promise<ServerProcess> {
  const clock = 'CLOCK_WRONG_BY_MS' in settings ? ['--import', WRONG_CLOCK] : [];
  const child = spawn(process.execPath, [...clock, builtServer()], {
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      PORT: '0',
      LOG_LEVEL: 'fatal',
      DEMONSTRATION: 'off',
      DATABASE_URL: ownerUrl,
      DATABASE_SERVER_URL: serverUrl,
      SECRET: 'a secret that only the tests know, long enough',
      PUBLIC_ORIGIN: 'http://localhost:4000',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | string);
  const url = await Promise.race([
    readyAt(child),
    ended.then((how) => Promise.reject(new Error(`the server ended (${how}) before it was ready`))),
  ]);
  return { url, process: child, ended, kill: (signal) => void child.kill(signal) };
}

async function readyAt(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the server says nothing');
  for await (const line of createInterface(child.stdout)) {
    const found = /ready at (\S+)/.exec(line);
    if (found?.[1]) {
      child.stdout.resume();
      return found[1];
    }
  }
  throw new Error('the server never said that it was ready');
}
