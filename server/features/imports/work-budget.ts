import { ImportFileError } from './import-file-error.js';

/**
 * A file may cost so much work and no more. Counted in processor time, so that a busy machine does not make an
 * honest file look like a hostile one. Without a budget, as in the tests of single rules, nothing is counted.
 */

let budget: { start: NodeJS.CpuUsage; milliseconds: number } | null = null;

export function startWork(milliseconds: number): void {
  budget = { start: process.cpuUsage(), milliseconds };
}

/** Called wherever a file decides how often something happens. */
export function checkWork(): void {
  if (budget === null) return;
  const { user, system } = process.cpuUsage(budget.start);
  if ((user + system) / 1_000 > budget.milliseconds) throw tooSlow();
}

export function tooSlow(): ImportFileError {
  return new ImportFileError(
    'TIMED_OUT',
    'Reading this file took too long, so it was stopped. Remove unused rows, columns and pictures, and retry.',
  );
}
