import type { TurnOfDay } from '../../platform/jobs/daily.js';
import { recordActionsOverdue } from '../actions/overdue.service.js';
import { recordStrainOfDay } from '../cross-references/strain.service.js';

/** What is told when a day begins: nothing was written, and yet these read differently from the day before. */
export const turnOfDay: TurnOfDay = async (work, turn) => {
  await recordActionsOverdue(work, turn);
  await recordStrainOfDay(work, turn);
};
