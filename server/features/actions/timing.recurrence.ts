/**
 * How often a recurring action comes round, as one stable token, so that two wordings of one frequency compare equal:
 *
 * - `EVERY_DAY`, `EVERY_WEEK`, `EVERY_MONTH`, `EVERY_YEAR`
 * - `EVERY_<n>_DAYS`, `EVERY_<n>_WEEKS`, `EVERY_<n>_MONTHS`, `EVERY_<n>_YEARS`, n from 2
 *
 * "Fortnightly" is EVERY_2_WEEKS, "quarterly" EVERY_3_MONTHS, "6 monthly" and "twice a year" EVERY_6_MONTHS.
 * "Bi-monthly", "bi-weekly", "biannual" and "biennial" are each used in two senses and are not read.
 */
const NAMED: Readonly<Record<string, string>> = {
  daily: 'EVERY_DAY',
  weekly: 'EVERY_WEEK',
  fortnightly: 'EVERY_2_WEEKS',
  monthly: 'EVERY_MONTH',
  quarterly: 'EVERY_3_MONTHS',
  'half yearly': 'EVERY_6_MONTHS',
  'six monthly': 'EVERY_6_MONTHS',
  'twice a year': 'EVERY_6_MONTHS',
  'twice yearly': 'EVERY_6_MONTHS',
  yearly: 'EVERY_YEAR',
  annual: 'EVERY_YEAR',
  annually: 'EVERY_YEAR',
  'every quarter': 'EVERY_3_MONTHS',
  'every fortnight': 'EVERY_2_WEEKS',
};

const NUMBERS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const NUMBER = `(\\d{1,2}|${NUMBERS.join('|')})`;
const EVERY = new RegExp(`^(?:every|each|once an?|once every) (?:${NUMBER} )?(day|week|month|year)s?$`);
const N_LY = new RegExp(`^(?:every )?${NUMBER}[ -]?(week|month|year)ly$`);

function every(count: string | undefined, unit: string): string | null {
  const n = count === undefined ? 1 : /^\d/.test(count) ? Number(count) : NUMBERS.indexOf(count) + 1;
  if (n < 1) return null;
  return n === 1 ? `EVERY_${unit.toUpperCase()}` : `EVERY_${n}_${unit.toUpperCase()}S`;
}

/** The token for a frequency in tidied words, or null when it is none. */
export function readRecurrence(words: string): string | null {
  const named = Object.hasOwn(NAMED, words.replace('-', ' ')) ? NAMED[words.replace('-', ' ')] : undefined;
  if (named !== undefined) return named;
  const match = EVERY.exec(words) ?? N_LY.exec(words);
  return match ? every(match[1], match[2] ?? '') : null;
}
