import type { TurnOfDay } from '../../platform/jobs/daily.js';
import { recordOverdue } from '../actions/overdue.service.js';
import { recordStrainOfDay } from '../cross-references/strain.service.js';

/** What is told when a day begins: nothing was written, and yet these read differently from the day before. */
export const turnOfDay: TurnOfDay = async (work, turn) => {
  await recordOverdue(work, turn);
  await recordStrainOfDay(work, turn);
};
