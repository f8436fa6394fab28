/**
 * England’s bank holidays. The ordinary ones follow the calendar (Banking and Financial Dealings Act 1971, Schedule 1; Good
 * Friday and Christmas Day are holidays at common law; New Year’s Day since 1974 and the early May holiday since 1978 by
 * yearly proclamation). What was proclaimed for one year alone is the list at the end: a new proclamation is one line there.
 *
 * Days are 'YYYY-MM-DD'. They are moved in UTC and never given an hour, so no summer time can move them.
 */

const MS_OF_DAY = 86_400_000;

const instantOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

export const addDays = (day: string, days: number): string => dayOf(instantOf(day) + days * MS_OF_DAY);

/** How many days on the second is; negative where it is earlier. */
export const daysFrom = (day: string, later: string): number =>
  (instantOf(later) - instantOf(day)) / MS_OF_DAY;

/** 0 is Sunday. */
export const weekdayOf = (day: string): number => new Date(instantOf(day)).getUTCDay();

export const isWeekend = (day: string): boolean => weekdayOf(day) % 6 === 0;

const written = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm, in Meeus’s form). */
export function easterSunday(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonCorrection + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const days = epact + toSunday - 7 * late + 114;
  return written(year, Math.floor(days / 31), (days % 31) + 1);
}

const firstMonday = (year: number, month: number): string => {
  const first = written(year, month, 1);
  return addDays(first, (8 - weekdayOf(first)) % 7);
};

const lastMonday = (year: number, month: number): string => {
  const last = addDays(written(month === 12 ? year + 1 : year, (month % 12) + 1, 1), -1);
  return addDays(last, -((weekdayOf(last) + 6) % 7));
};

const SPRING = 'Spring bank holiday';
const EARLY_MAY = 'Early May bank holiday';

interface Proclaimed {
  /** Holidays of that year alone, by day. */
  readonly added: Readonly<Record<string, string>>;
  /** Ordinary holidays that were moved: their names. */
  readonly instead?: readonly string[];
}

/** By royal proclamation, for one year. */
const PROCLAIMED: Readonly<Record<number, Proclaimed>> = {
  1995: { added: { '1995-05-08': 'Early May bank holiday (VE Day)' }, instead: [EARLY_MAY] },
  1999: { added: { '1999-12-31': 'Millennium holiday' } },
  2002: {
    added: { '2002-06-03': 'Golden Jubilee', '2002-06-04': SPRING },
    instead: [SPRING],
  },
  2011: { added: { '2011-04-29': 'Royal wedding' } },
  2012: {
    added: { '2012-06-04': SPRING, '2012-06-05': 'Diamond Jubilee' },
    instead: [SPRING],
  },
  2020: { added: { '2020-05-08': 'Early May bank holiday (VE Day)' }, instead: [EARLY_MAY] },
  2022: {
    added: {
      '2022-06-02': SPRING,
      '2022-06-03': 'Platinum Jubilee',
      '2022-09-19': 'State funeral of Queen Elizabeth II',
    },
    instead: [SPRING],
  },
  2023: { added: { '2023-05-08': 'Coronation of King Charles III' } },
};

function ordinary(year: number): [day: string, name: string][] {
  const easter = easterSunday(year);
  return [
    ...substituted([[written(year, 1, 1), 'New Year’s Day']]),
    [addDays(easter, -2), 'Good Friday'],
    [addDays(easter, 1), 'Easter Monday'],
    [firstMonday(year, 5), EARLY_MAY],
    [lastMonday(year, 5), SPRING],
    [lastMonday(year, 8), 'Summer bank holiday'],
    ...substituted([
      [written(year, 12, 25), 'Christmas Day'],
      [written(year, 12, 26), 'Boxing Day'],
    ]),
  ];
}

/** A holiday on a Saturday or Sunday is kept on the next weekday that is not a holiday itself. */
function substituted(holidays: [day: string, name: string][]): [day: string, name: string][] {
  const taken = new Set(holidays.map(([day]) => day));
  return holidays.map(([day, name]) => {
    if (!isWeekend(day)) return [day, name];
    let kept = day;
    while (isWeekend(kept) || taken.has(kept)) kept = addDays(kept, 1);
    taken.add(kept);
    return [kept, `${name} (substitute day)`];
  });
}

const byYear = new Map<number, ReadonlyMap<string, string>>();

/** Names by day, in the order of the calendar; a holiday that falls on a weekend stands on its substitute day. */
export function bankHolidaysOf(year: number): ReadonlyMap<string, string> {
  const known = byYear.get(year);
  if (known) return known;
  const { added = {}, instead = [] } = PROCLAIMED[year] ?? {};
  const days = [...ordinary(year).filter(([, name]) => !instead.includes(name)), ...Object.entries(added)];
  const holidays = new Map(days.sort(([one], [other]) => (one < other ? -1 : 1)));
  byYear.set(year, holidays);
  return holidays;
}

export const bankHolidayOn = (day: string): string | null =>
  bankHolidaysOf(Number(day.slice(0, 4))).get(day) ?? null;

export const isWorkingDay = (day: string): boolean => !isWeekend(day) && bankHolidayOn(day) === null;
