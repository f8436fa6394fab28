import { answerOnce } from '../../platform/jobs/child.js';
import { ImportFileError, type ImportFileErrorCode } from './import-file-error.js';
import type { ImportLimits } from './import-limits.js';
import type { ParsedPlan } from './parsed-plan.js';
import { type PlanFile, readPlanBytes } from './read-bytes.js';
import { startWork } from './work-budget.js';

/** The process that reads one file and ends. Started by `readPlanFile` alone. */

export interface ChildRequest {
  file: PlanFile;
  limits: ImportLimits;
}

export type ChildAnswer =
  | { kind: 'PLAN'; plan: ParsedPlan }
  | { kind: 'REFUSED'; code: ImportFileErrorCode; message: string };

function answer({ file, limits }: ChildRequest): ChildAnswer {
  try {
    startWork(limits.workMilliseconds);
    return { kind: 'PLAN', plan: readPlanBytes(file, limits) };
  } catch (error) {
    if (error instanceof ImportFileError)
      return { kind: 'REFUSED', code: error.code, message: error.message };
    return {
      kind: 'REFUSED',
      code: 'BROKEN',
      message:
        'This file could not be understood. Open it in your spreadsheet program, save it again and retry.',
    };
  }
}

answerOnce(answer);
