const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
] as const;

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const NUMBERS = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4}|\d{2})$/;
const WORDS =
  /^(?:[a-z]+day,? )?(\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?([a-z]{3,9})\.?(?:,?[ -](\d{4}|\d{2}))?$/;

/** Said at a field in which no day can be read. */
export const NO_DAY = 'Write a day, such as 31 Aug 2026.';

function dayOf(year: number, month: number, day: number): string | null {
  const real = new Date(Date.UTC(year, month - 1, day));
  return real.getUTCMonth() === month - 1 && real.getUTCDate() === day
    ? real.toISOString().slice(0, 10)
    : null;
}

const fullYear = (text: string): number => (text.length === 2 ? 2000 : 0) + Number(text);

/**
 * A day as people type it ('31 Aug 2026', '31/8/26', '31 August', '2026-08-31') as a calendar day; null when it is
 * none. Without a year it is the next such day.
 */
export function readTypedDay(text: string, today: string): string | null {
  const typed = text.trim().toLowerCase().replace(/\s+/g, ' ');
  const iso = ISO.exec(typed);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = NUMBERS.exec(typed);
  if (numbers) return dayOf(fullYear(numbers[3] ?? ''), Number(numbers[2]), Number(numbers[1]));
  const [, day = '', name = '', year] = WORDS.exec(typed) ?? [];
  const month = name === '' ? 0 : MONTHS.findIndex((one) => one.startsWith(name)) + 1;
  if (month === 0) return null;
  if (year !== undefined) return dayOf(fullYear(year), month, Number(day));
  const thisYear = Number(today.slice(0, 4));
  const next = dayOf(thisYear, month, Number(day));
  return next !== null && next < today ? dayOf(thisYear + 1, month, Number(day)) : next;
}
