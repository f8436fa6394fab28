import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Why a process of its own did not answer. */
export type ChildTrouble = 'TIMED_OUT' | 'OUT_OF_MEMORY' | 'UNAVAILABLE';

export class ChildFailed extends Error {
  override readonly name = 'ChildFailed';

  constructor(readonly trouble: ChildTrouble) {
    super(trouble);
  }
}

export interface ChildLimits {
  milliseconds: number;
  heapMegabytes: number;
  /** What it may hold in all: what is unpacked stands beside the heap, which knows no bound of its own. */
  residentMegabytes?: number;
}

const LOOK_EVERY_MS = 50;

/**
 * Asks one thing of a process that is started for it and ends: whatever happens there, this process keeps its memory,
 * its event loop and its secrets. The child gets no environment and is ended when its time is up.
 */
export async function askChild<Answer>(
  module: string | null,
  request: object,
  limits: ChildLimits,
): Promise<Answer> {
  const running = start(module, limits);
  const answer = new Promise<unknown>((resolve, reject) => {
    running.child.once('message', resolve);
    running.ended.then(() => reject(new ChildFailed('UNAVAILABLE')), reject);
  });
  try {
    running.child.send(request, running.unsent);
    return (await answer) as Answer;
  } finally {
    running.stop();
  }
}

/** The same with one that is told one thing after another, and answers as often as it will before it ends. */
export async function talkWithChild<Answer>(
  module: string | null,
  requests: AsyncIterable<object>,
  limits: ChildLimits,
  told: (answer: Answer) => Promise<void>,
): Promise<void> {
  const { child, ended, unsent, stop } = start(module, limits);
  let handed = Promise.resolve();
  // Where an answer was not taken nothing more is asked, and one that has ended takes nothing more.
  const refused = new Promise<never>((_, reject) => {
    child.on('message', (answer) => {
      handed = handed.then(() => told(answer as Answer));
      handed.catch(reject);
    });
  });
  const over = Promise.race([refused, ended.then(() => Promise.reject(new ChildFailed('UNAVAILABLE')))]);
  over.catch(() => {});
  const send = (request: object): Promise<void> =>
    new Promise((resolve) => {
      child.send(request, (error) => {
        unsent(error);
        resolve();
      });
    });
  const asked = requests[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await Promise.race([asked.next(), over]);
      if (next.done) break;
      await Promise.race([send(next.value), over]);
    }
    await Promise.race([ended, refused]);
  } finally {
    stop();
    void asked.return?.();
  }
  await handed;
}

interface Running {
  child: ChildProcess;
  /** Once it has ended by itself, and all it said has come. */
  ended: Promise<void>;
  unsent(error: Error | null): void;
  stop(): void;
}

function start(
  module: string | null,
  { milliseconds, heapMegabytes, residentMegabytes = Number.POSITIVE_INFINITY }: ChildLimits,
): Running {
  if (module === null) throw new ChildFailed('UNAVAILABLE');
  const child = fork(module, [], {
    serialization: 'advanced',
    env: {},
    execArgv: [`--max-old-space-size=${heapMegabytes}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let isTooLarge = false;
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
  const watch = setInterval(() => {
    if (residentOf(child) <= residentMegabytes) return;
    isTooLarge = true;
    child.kill('SIGKILL');
  }, LOOK_EVERY_MS);
  const quiet = new Promise<void>((resolve) => child.once('disconnect', resolve));
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', () => reject(new ChildFailed('UNAVAILABLE')));
    child.once('exit', (code, signal) => {
      if (code === 0) quiet.then(resolve);
      else reject(isTooLarge ? new ChildFailed('OUT_OF_MEMORY') : endedEarly(code, signal));
    });
  });
  // Whoever asks looks at it when there is something to look at.
  ended.catch(() => {});
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  return {
    child,
    ended,
    unsent: (error) => {
      // A child that has ended says why by itself, through its exit.
      if (error !== null && isRunning()) child.kill('SIGKILL');
    },
    stop: () => {
      clearTimeout(timer);
      clearInterval(watch);
      if (isRunning()) child.kill('SIGKILL');
    },
  };
}

/** The megabytes that a process holds, where the system tells. */
function residentOf({ pid }: ChildProcess): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'latin1');
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** The other side of it: answers the one request there is, and ends. */
export function answerOnce<Request>(answer: (request: Request) => object | Promise<object>): void {
  process.once('message', async (request) => {
    process.send?.(await answer(request as Request), () => process.disconnect());
  });
}

function endedEarly(code: number | null, signal: NodeJS.Signals | null): ChildFailed {
  if (signal === 'SIGKILL') return new ChildFailed('TIMED_OUT');
  // Node ends itself this way when its heap is full.
  if (signal === 'SIGABRT' || code === 134) return new ChildFailed('OUT_OF_MEMORY');
  return new ChildFailed('UNAVAILABLE');
}
