import { answerOnce } from '../../../platform/jobs/child.js';
import { ImportFileError } from '../../imports/import-file-error.js';
import { startWork } from '../../imports/work-budget.js';
import { damaged, FileRefused, locked, tooMuch } from './file-refused.js';
import type { Looked } from './look.js';
import { lookAt } from './look.js';

/** The process that looks into one file and ends. Started by `lookAtFile` alone. */

export interface LookRequest {
  bytes: Uint8Array;
  workMilliseconds: number;
}

export type LookAnswer = { kind: 'LOOKED'; looked: Looked } | { kind: 'REFUSED'; message: string };

answerOnce(async ({ bytes, workMilliseconds }: LookRequest): Promise<LookAnswer> => {
  try {
    startWork(workMilliseconds);
    return { kind: 'LOOKED', looked: await lookAt(bytes) };
  } catch (error) {
    return { kind: 'REFUSED', message: reasonOf(error).message };
  }
});

/** What the reader of packages says is of plans; here it is of papers. */
function reasonOf(error: unknown): FileRefused {
  if (error instanceof FileRefused) return error;
  if (!(error instanceof ImportFileError)) return damaged();
  if (error.code === 'ENCRYPTED') return locked();
  return error.code === 'TOO_LARGE' || error.code === 'TIMED_OUT' ? tooMuch() : damaged();
}
