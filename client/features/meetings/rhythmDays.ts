import { addDays } from '../../platform/format/dates.js';
import type { Dated, Holiday } from './yearDays.js';

interface RhythmDay {
  readonly on: string;
  readonly holiday: string | null;
}

/** A day that a rhythm falls on, and the day that is proposed for it. */
export interface ProposedDay {
  /** Where the rhythm falls. */
  readonly on: string;
  readonly meetsOn: string;
  readonly isTaken: boolean;
  readonly notes: readonly string[];
}

/**
 * The days that are proposed: what falls on a bank holiday is moved a week on, and a day on which one of the boards
 * meets already is left out, unless whoever plans it says otherwise.
 */
export function proposedDays(
  days: readonly RhythmDay[],
  holidays: readonly Holiday[],
  meetings: readonly Dated[],
  boardIds: readonly string[],
): ProposedDay[] {
  const shut = new Set(holidays.map(({ on }) => on));
  return days.map(({ on, holiday }) => {
    let meetsOn = on;
    while (holiday && shut.has(meetsOn)) meetsOn = addDays(meetsOn, 7);
    const sameDay = meetings.filter((one) => one.meetsOn === meetsOn && one.meetingStatus !== 'CANCELLED');
    const own = sameDay.some(({ boards }) => boards.some(({ id }) => boardIds.includes(id)));
    const others = sameDay.flatMap(({ boards }) =>
      boards.flatMap(({ id, name }) => (boardIds.includes(id) ? [] : [name])),
    );
    return {
      ...{ on, meetsOn, isTaken: !own },
      notes: [
        ...(holiday ? [`${holiday}: moved a week on`] : []),
        ...(own ? ['Meets already on this day'] : []),
        ...[...new Set(others)].map((name) => `${name} meets on this day`),
      ],
    };
  });
}
