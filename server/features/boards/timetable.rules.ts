import { DayCounting } from '../../../schema/vocabulary.js';
import type { RuleValues } from './rule-profile.rules.js';
import {
  bankHolidaysBetween,
  type Holiday,
  lastDispatchDay,
  workingDaysBefore,
} from './working-days.rules.js';

export interface RulesOfBoard {
  readonly boardId: string;
  readonly rules: RuleValues;
}

/** A last day, and the board whose rule it is: of several boards at once, the one that wants it earliest. */
export interface TimetableDay {
  readonly on: string;
  readonly boardId: string;
}

/** A meeting’s days, counted backwards from it; null where no board has such a rule. */
export interface Timetable {
  readonly meetsOn: string;
  readonly privateNoticeBy: TimetableDay | null;
  readonly furtherNoticeBy: TimetableDay | null;
  readonly keyDecisionNoticeBy: TimetableDay | null;
  readonly draftReportsBy: TimetableDay;
  readonly clearancesBy: TimetableDay;
  readonly dispatchBy: TimetableDay;
  readonly questionsBy: TimetableDay | null;
  /** Bank holidays from the first of these days to the meeting. */
  readonly holidays: readonly Holiday[];
}

/**
 * The days before a meeting of one or several boards. There is one dispatch for all, on the earliest day that any of them
 * wants; drafts and clearances are counted back from it. Twenty-eight days of public notice are calendar days whatever a
 * board counts its papers by.
 */
export function timetableOf(meetsOn: string, boards: readonly RulesOfBoard[]): Timetable {
  const dispatchBy = earliest(boards, ({ noticeClearDays, counting }) =>
    lastDispatchDay(meetsOn, noticeClearDays, counting),
  );
  if (!dispatchBy) throw new Error('A meeting is of one board at least');
  const before = (days: (rules: RuleValues) => number): TimetableDay =>
    earliest(boards, (rules) => workingDaysBefore(dispatchBy.on, days(rules))) ?? dispatchBy;
  const notice = (days: (rules: RuleValues) => number | null): TimetableDay | null =>
    earliest(boards, (rules) => {
      const clear = days(rules);
      return clear === null ? null : lastDispatchDay(meetsOn, clear, DayCounting.CALENDAR_DAYS);
    });
  const counted = (days: (rules: RuleValues) => number | null): TimetableDay | null =>
    earliest(boards, (rules) => {
      const clear = days(rules);
      return clear === null ? null : lastDispatchDay(meetsOn, clear, rules.counting);
    });
  const days = {
    privateNoticeBy: notice((rules) => rules.privateMeetingNoticeClearDays),
    furtherNoticeBy: counted((rules) => rules.privateMeetingFurtherNoticeClearDays),
    keyDecisionNoticeBy: notice((rules) => rules.keyDecisionNoticeClearDays),
    draftReportsBy: before((rules) => rules.draftReportsByWorkingDays),
    clearancesBy: before((rules) => rules.clearancesByWorkingDays),
    dispatchBy,
    questionsBy: counted((rules) => rules.questionsByClearDays),
  };
  const first = Object.values(days).reduce((least, day) => (day && day.on < least ? day.on : least), meetsOn);
  return { meetsOn, ...days, holidays: bankHolidaysBetween(first, meetsOn) };
}

function earliest(
  boards: readonly RulesOfBoard[],
  day: (rules: RuleValues) => string | null,
): TimetableDay | null {
  let found: TimetableDay | null = null;
  for (const { boardId, rules } of boards) {
    const on = day(rules);
    if (on !== null && (found === null || on < found.on)) found = { on, boardId };
  }
  return found;
}
