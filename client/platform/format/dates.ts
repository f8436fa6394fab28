/**
 * Dates as UK readers write them. A calendar day is a string ('2018-04-30') and never passes through a time
 * zone; an instant is shown by the clock of Europe/London, wherever the reader's laptop is.
 */

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const DAY_MS = 86_400_000;
const LONDON = 'Europe/London';

const londonDayParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: LONDON,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const londonClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: LONDON,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const longDay = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function readDay(on: string): DayParts | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(on);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const real = new Date(Date.UTC(year, month - 1, day));
  return real.getUTCMonth() === month - 1 && real.getUTCDate() === day ? { year, month, day } : undefined;
}

const monthName = (month: number): string => MONTHS[month - 1] ?? '';

/** '2018-04-30' → '30 Apr 2018'. What is not a calendar day comes back as it was written. */
export function formatDay(on: string): string {
  const parts = readDay(on);
  return parts ? `${parts.day} ${monthName(parts.month)} ${parts.year}` : on;
}

/** '2018-04-30' → '30 Apr': for a list whose heading already gives the year. */
export function formatDayOfYear(on: string): string {
  const parts = readDay(on);
  return parts ? `${parts.day} ${monthName(parts.month)}` : on;
}

/** '2018-04-30' → 'Monday 30 April 2018': for the head of an agenda. */
export function formatLongDay(on: string): string {
  const parts = readDay(on);
  return parts ? longDay.format(Date.UTC(parts.year, parts.month - 1, parts.day)).replace(',', '') : on;
}

/** '2018-04-30' → 'Apr 2018'. */
export function formatMonth(on: string): string {
  const parts = readDay(on);
  return parts ? `${monthName(parts.month)} ${parts.year}` : on;
}

/** Two days as one phrase, saying the month and year once where they are shared: '1–30 Apr 2018'. */
export function formatDayRange(start: string, end: string): string {
  const from = readDay(start);
  const to = readDay(end);
  if (!from || !to) return `${formatDay(start)} – ${formatDay(end)}`;
  if (start === end) return formatDay(start);
  if (from.year !== to.year) return `${formatDay(start)} – ${formatDay(end)}`;
  if (from.month !== to.month) return `${formatDayOfYear(start)} – ${formatDay(end)}`;
  return `${from.day}–${formatDay(end)}`;
}

/** The UK financial year a day falls in, from 1 April: '2018-03-31' → '2017-18'. */
export function financialYear(on: string): string {
  const parts = readDay(on);
  if (!parts) return on;
  const first = parts.month >= 4 ? parts.year : parts.year - 1;
  return `${first}-${String((first + 1) % 100).padStart(2, '0')}`;
}

/** The calendar day it is in London at an instant: late evenings in summer are already tomorrow there. */
export function londonDay(at: Date | string): string {
  const parts = new Map(londonDayParts.formatToParts(new Date(at)).map((part) => [part.type, part.value]));
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
}

/** '10:42', by the London clock. */
export function formatTime(at: Date | string): string {
  return londonClock.format(new Date(at));
}

/** '30 Apr 2018 at 10:42', by the London clock. */
export function formatInstant(at: Date | string): string {
  return `${formatDay(londonDay(at))} at ${formatTime(at)}`;
}

/** The calendar day so many days after another: '2018-04-30' and 2 → '2018-05-02'. */
export function addDays(on: string, days: number): string {
  const parts = readDay(on);
  if (!parts) return on;
  return new Date(Date.UTC(parts.year, parts.month - 1, parts.day + days)).toISOString().slice(0, 10);
}

const plural = (n: number, unit: string): string => `${n} ${unit}${n === 1 ? '' : 's'}`;

/** How many days after one calendar day another is. */
export function daysBetween(from: string, to: string): number {
  const a = readDay(from);
  const b = readDay(to);
  if (!a || !b) return Number.NaN;
  return Math.round((Date.UTC(b.year, b.month - 1, b.day) - Date.UTC(a.year, a.month - 1, a.day)) / DAY_MS);
}

function span(days: number): string {
  if (days < 14) return plural(days, 'day');
  if (days < 61) return plural(Math.floor(days / 7), 'week');
  if (days < 730) return plural(Math.floor(days / 30.44), 'month');
  return plural(Math.floor(days / 365.25), 'year');
}

/** How far a day is from today, as people say it: 'today', 'in 3 days', '2 weeks ago'. */
export function relativeDay(on: string, today: string): string {
  const days = daysBetween(today, on);
  if (Number.isNaN(days)) return on;
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${span(days)}` : `${span(-days)} ago`;
}

/** How long ago something happened; beyond a day it is the date, which people can check against a paper. */
export function relativeInstant(at: Date | string, now: Date): string {
  const minutes = Math.floor((now.getTime() - new Date(at).getTime()) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${plural(minutes, 'minute')} ago`;
  if (londonDay(at) === londonDay(now)) return `today at ${formatTime(at)}`;
  const days = daysBetween(londonDay(at), londonDay(now));
  return days === 1 ? `yesterday at ${formatTime(at)}` : formatInstant(at);
}
