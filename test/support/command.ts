import path from 'node:path';
import { vi } from 'vitest';
import type { DatabaseUrls } from '../../server/platform/db/roles.js';

export interface Ended {
  out: string[];
  error: string;
  code: number;
}

let runs = 0;

/** Runs a command as `npm run NAME -- …` does on this database, and answers what it printed and how it ended. */
export async function runAsCommand(name: string, args: string[], database: DatabaseUrls): Promise<Ended> {
  const [argv, exitCode] = [process.argv, process.exitCode];
  const printed = { out: [] as string[], error: [] as string[] };
  const spies = [
    vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.out.push(line)),
    vi.spyOn(console, 'error').mockImplementation((line: unknown) => void printed.error.push(String(line))),
  ];
  vi.stubEnv('DATABASE_URL', database.ownerUrl);
  vi.stubEnv('DATABASE_SERVER_URL', database.serverUrl);
  vi.stubEnv('SECRET', 'a secret that only the tests know, long enough');
  try {
    process.argv = ['node', name, ...args];
    process.exitCode = 0;
    // A command works when it is loaded: under an address that is new each time, it alone is loaded again.
    const address = `${path.resolve('server/commands', name)}.ts?run=${++runs}`;
    await import(address);
    return { out: printed.out, error: printed.error.join('\n'), code: Number(process.exitCode) };
  } finally {
    process.argv = argv;
    process.exitCode = exitCode;
    for (const spy of spies) spy.mockRestore();
    vi.unstubAllEnvs();
  }
}
