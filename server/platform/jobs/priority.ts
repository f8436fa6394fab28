import { readdirSync } from 'node:fs';
import { constants, getPriority, setPriority } from 'node:os';

/**
 * For a process or a thread that does long work apart: whoever waits for an answer, and the database, get the processor
 * first. On Linux a priority is of one thread: a process says it of each it has, a thread of the server of itself alone.
 */
export function letOthersFirst(threads: readonly number[] = [0]): void {
  const low = constants.priority.PRIORITY_BELOW_NORMAL;
  // One that has less already may not ask for more.
  if (process.platform !== 'linux' || getPriority() >= low) return;
  for (const thread of threads) setPriority(thread, low);
}

/** Those of this process. */
export const ownThreads = (): number[] =>
  process.platform === 'linux' ? readdirSync('/proc/self/task').map(Number) : [];
