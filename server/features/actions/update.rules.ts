import { BragStatus, DirectionOfTravel } from '../../../schema/vocabulary.js';
import { ruleBroken } from '../../platform/graphql/errors.js';

/** A report is for a whole month, named by its first day. */
export const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;

/** A month that has not begun cannot be reported on. */
export function checkPeriod(period: string, today: string): void {
  if (period > monthOf(today))
    throw ruleBroken('PERIOD_NOT_BEGUN', 'That month has not begun: report on this month or an earlier one.');
}

const RANK: Partial<Record<BragStatus, number>> = { RED: 0, AMBER: 1, GREEN: 2, BLUE: 3 };

/** Compared with the period before: null where either of the two was not rated. */
export function directionOfTravel(previous: BragStatus, current: BragStatus): DirectionOfTravel | null {
  const [was, is] = [RANK[previous], RANK[current]];
  if (was === undefined || is === undefined) return null;
  if (was === is) return DirectionOfTravel.STEADY;
  return is > was ? DirectionOfTravel.IMPROVING : DirectionOfTravel.WORSENING;
}
