import { askChild, ChildFailed, type ChildTrouble } from '../../platform/jobs/child.js';
import { compiledBeside } from '../../platform/jobs/compiled.js';
import { Turns } from '../../platform/jobs/turns.js';
import { ImportFileError } from './import-file-error.js';
import { DEFAULT_IMPORT_LIMITS, type ImportLimits } from './import-limits.js';
import type { ParsedPlan } from './parsed-plan.js';
import type { PlanFile } from './read-bytes.js';
import type { ChildAnswer } from './read-file.child.js';
import { tooSlow } from './work-budget.js';

/** A partner's file is read in a process of its own. */
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
  const request = { file: { name: file.name, bytes: file.bytes }, limits };
  const answer = await askChild<ChildAnswer>(childModule(), request, limits).catch((error: unknown) => {
    throw error instanceof ChildFailed ? inWords(error.trouble) : error;
  });
  if (answer.kind === 'PLAN') return answer.plan;
  throw new ImportFileError(answer.code, answer.message);
}

function inWords(trouble: ChildTrouble): ImportFileError {
  if (trouble === 'TIMED_OUT') return tooSlow();
  if (trouble === 'OUT_OF_MEMORY')
    return new ImportFileError('TOO_LARGE', 'Reading this file needs more memory than a plan should.');
  return new ImportFileError('UNAVAILABLE', 'The file could not be read on this server just now. Try again.');
}

function childModule(): string {
  const file = compiledBeside(import.meta.url, './read-file.child.js');
  if (file === null)
    throw new ImportFileError('UNAVAILABLE', 'The part of the server that reads files is not built.');
  return file;
}
