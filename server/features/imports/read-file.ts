import { type ChildProcess, fork } from 'node:child_process';
import { compiledBeside } from '../../platform/jobs/compiled.js';
import { Turns } from '../../platform/jobs/turns.js';
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
  return turns.take(() => readInChild(file, within));
}

const turns = new Turns(
  2,
  8,
  () => new ImportFileError('BUSY', 'Many files are being imported at this moment. Try again in a minute.'),
);

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

function childModule(): string {
  const file = compiledBeside(import.meta.url, './read-file.child.js');
  if (file === null)
    throw new ImportFileError('UNAVAILABLE', 'The part of the server that reads files is not built.');
  return file;
}
