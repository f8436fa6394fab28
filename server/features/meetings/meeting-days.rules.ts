import { WeekOfMonth } from '../../../schema/meeting-words.js';
import { invalidInput } from '../../platform/graphql/errors.js';
import { bankHolidaysBetween } from '../boards/working-days.rules.js';

/** How a board meets through the year: “the third Friday of every second month”. */
export interface Rhythm {
  week: WeekOfMonth;
  /** 1 is Monday, 5 Friday. */
  weekday: number;
  everyMonths: number;
  from: string;
  until: string;
}

export interface MeetingDay {
  on: string;
  /** The bank holiday that is kept on that day in England, if any: the board will want another. */
  holiday: string | null;
}

const WEEKS: Record<WeekOfMonth, number> = { FIRST: 0, SECOND: 1, THIRD: 2, FOURTH: 3, LAST: -1 };
const LONGEST_YEARS = 3;

/** The days of a rhythm between two days, both counted. It is counted in months from that of the first day. */
export function meetingDays({ week, weekday, everyMonths, from, until }: Rhythm): MeetingDay[] {
  const last = `${Number(from.slice(0, 4)) + LONGEST_YEARS}${from.slice(4)}`;
  const problems = [
    ...whole('weekday', weekday, 5, 'from 1 for Monday to 5 for Friday'),
    ...whole('everyMonths', everyMonths, 12, 'from 1 to 12'),
  ];
  if (problems.length) throw invalidInput(problems);
  if (until < from) throw invalidInput([{ field: 'until', message: 'The last day comes after the first.' }]);
  if (until > last)
    throw invalidInput([{ field: 'until', message: `Plan no more than ${LONGEST_YEARS} years at once.` }]);
  const holidays = new Map(bankHolidaysBetween(from, until).map(({ on, name }) => [on, name]));
  const days: MeetingDay[] = [];
  const [year = 0, month = 1] = from.split('-').map(Number);
  for (let ahead = 0; ; ahead += everyMonths) {
    const on = dayOf(year, month - 1 + ahead, WEEKS[week], weekday);
    if (on > until) return days;
    if (on >= from) days.push({ on, holiday: holidays.get(on) ?? null });
  }
}

const whole = (field: string, value: number, most: number, words: string) =>
  Number.isInteger(value) && value >= 1 && value <= most
    ? []
    : [{ field, message: `Give a whole number ${words}.` }];

/** In UTC throughout, so that no summer time comes between. */
function dayOf(year: number, month: number, week: number, weekday: number): string {
  const first = new Date(Date.UTC(year, week < 0 ? month + 1 : month, week < 0 ? 0 : 1));
  const away = week < 0 ? -((first.getUTCDay() - weekday + 7) % 7) : (weekday - first.getUTCDay() + 7) % 7;
  first.setUTCDate(first.getUTCDate() + away + Math.max(week, 0) * 7);
  return first.toISOString().slice(0, 10);
}
