import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ImportFileError } from './import-file-error.js';
import { DEFAULT_IMPORT_LIMITS, type ImportLimits } from './import-limits.js';
import type { ParsedPlan } from './parsed-plan.js';
import type { PlanFile } from './read-bytes.js';
import type { ChildAnswer } from './read-file.child.js';
import { tooSlow } from './work-budget.js';

/**
 * A partner's file is read in a process of its own: whatever it does there, this process keeps its memory, its
 * event loop and its secrets. The child gets no environment and is ended when its time is up.
 */
export async function readPlanFile(file: PlanFile, limits: Partial<ImportLimits> = {}): Promise<ParsedPlan> {
  const within = { ...DEFAULT_IMPORT_LIMITS, ...limits };
  // Known before a process is started or the bytes are copied.
  if (file.bytes.length > within.bytes) {
    const megabytes = Math.floor(within.bytes / 1024 / 1024);
    throw new ImportFileError(
      'TOO_LARGE',
      `This file is larger than ${megabytes} MB, the most a plan may be.`,
    );
  }
  await takeTurn();
  try {
    return await readInChild(file, within);
  } finally {
    endTurn();
  }
}

const AT_ONCE = 2;
const MAX_WAITING = 8;
let running = 0;
const waiting: (() => void)[] = [];

/** A few files at a time: a crowd of imports must not become a crowd of processes. */
async function takeTurn(): Promise<void> {
  if (running < AT_ONCE) {
    running += 1;
    return;
  }
  if (waiting.length >= MAX_WAITING) {
    throw new ImportFileError('BUSY', 'Many files are being imported at this moment. Try again in a minute.');
  }
  await new Promise<void>((resolve) => waiting.push(resolve));
}

/** The turn passes to the next in line, or is free again. */
function endTurn(): void {
  const next = waiting.shift();
  if (next === undefined) running -= 1;
  else next();
}

async function readInChild(file: PlanFile, limits: ImportLimits): Promise<ParsedPlan> {
  const child = fork(childModule(), [], {
    serialization: 'advanced',
    env: {},
    execArgv: [`--max-old-space-size=${limits.heapMegabytes}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), limits.milliseconds);
  try {
    const answer = await answerOf(child, { file: { name: file.name, bytes: file.bytes }, limits });
    if (answer.kind === 'PLAN') return answer.plan;
    throw new ImportFileError(answer.code, answer.message);
  } finally {
    clearTimeout(timer);
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  }
}

function answerOf(child: ChildProcess, request: object): Promise<ChildAnswer> {
  return new Promise((resolve, reject) => {
    child.once('message', (answer) => resolve(answer as ChildAnswer));
    child.once('error', () => reject(unavailable()));
    child.once('exit', (code, signal) => reject(endedEarly(code, signal)));
    child.send(request, (error) => {
      // A child that has ended says why by itself, through its exit.
      if (error !== null && child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    });
  });
}

function endedEarly(code: number | null, signal: NodeJS.Signals | null): ImportFileError {
  if (signal === 'SIGKILL') return tooSlow();
  // Node ends itself this way when its heap is full.
  if (signal === 'SIGABRT' || code === 134) {
    return new ImportFileError('TOO_LARGE', 'Reading this file needs more memory than a plan should.');
  }
  return unavailable();
}

function unavailable(): ImportFileError {
  return new ImportFileError('UNAVAILABLE', 'The file could not be read on this server just now. Try again.');
}

/** Beside this file once compiled; run from the source, as in the tests, the compiled one is taken. */
function childModule(): string {
  const beside = fileURLToPath(new URL('./read-file.child.js', import.meta.url));
  if (existsSync(beside)) return beside;
  const compiled = fileURLToPath(
    new URL('../../../dist/server/features/imports/read-file.child.js', import.meta.url),
  );
  if (existsSync(compiled)) return compiled;
  throw new ImportFileError('UNAVAILABLE', 'The part of the server that reads files is not built.');
}
