import type { CellDate } from './parsed-plan.js';

/** What a number in a cell means under its format, and how the spreadsheet shows it. */

export interface ShownNumber {
  text: string;
  date: CellDate | null;
}

/** The formats every spreadsheet knows by number alone; the short date is shown as it is in the United Kingdom. */
export const BUILT_IN_FORMATS: ReadonlyMap<number, string> = new Map([
  [9, '0%'],
  [10, '0.00%'],
  [14, 'dd/mm/yyyy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm'],
  [19, 'h:mm:ss'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'dd/mm/yyyy h:mm'],
  [45, 'mm:ss'],
  [46, 'h:mm:ss'],
  [47, 'mm:ss'],
]);

const DAY = 86_400_000;
const LAST_SERIAL = 2_958_465;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** A format taken apart once, for the many cells that share it. */
export interface NumberFormat {
  tokens: readonly Token[];
  /** Its codes alone, without colours, locales and words in quotes: nothing is left of 'General'. */
  codes: string;
}

export function readFormat(format: string): NumberFormat {
  const tokens = tokensOf(format);
  const codes = tokens.filter((token) => !token.literal).map((token) => token.text);
  return { tokens, codes: codes.join('') };
}

export function showNumber(value: number, { tokens, codes }: NumberFormat, epoch1904: boolean): ShownNumber {
  const moment = /[ymdhs]/.test(codes) ? momentOf(value, epoch1904) : null;
  if (moment !== null) return { text: showMoment(moment, tokens), date: dateOf(moment, codes) };
  if (codes.includes('%')) return { text: `${plainNumber(value * 100)}%`, date: null };
  return { text: plainNumber(value), date: null };
}

interface Token {
  text: string;
  literal: boolean;
}

/** The first section of a format: what comes after a semicolon is for negative numbers. */
function tokensOf(format: string): Token[] {
  if (/^\s*(general|standard|@)\s*$/i.test(format)) return [];
  const tokens: Token[] = [];
  const pieces = format.matchAll(
    /"([^"]*)"|\\(.)|_.|\*.|\[(?:\$([^\]-]*)[^\]]*|[^\]]*)\]|(am\/pm|a\/p)|(y+|m+|d+|h+|s+)|(.)/gis,
  );
  for (const [whole, quoted, escaped, currency, halves, letters, other] of pieces) {
    if (other === ';') break;
    if (/^\[(h+|m+|s+)\]$/i.test(whole))
      tokens.push({ text: whole.slice(1, -1).toLowerCase(), literal: false });
    else if (letters !== undefined) tokens.push({ text: letters.toLowerCase(), literal: false });
    else if (halves !== undefined) tokens.push({ text: '', literal: true });
    else if (other !== undefined) tokens.push({ text: other, literal: other !== '%' });
    else tokens.push({ text: quoted ?? escaped ?? currency ?? '', literal: true });
  }
  return minutesApart(tokens);
}

/** An 'm' is a minute beside an hour or a second, and a month anywhere else. */
function minutesApart(tokens: Token[]): Token[] {
  const codes = tokens.filter((token) => !token.literal);
  return tokens.map((token) => {
    if (token.literal || !/^m{1,2}$/.test(token.text)) return token;
    const at = codes.indexOf(token);
    const minute = codes[at - 1]?.text.startsWith('h') || codes[at + 1]?.text.startsWith('s');
    return minute ? { text: token.text.replaceAll('m', 'n'), literal: false } : token;
  });
}

/** 1900 has a 29 February in every spreadsheet that counts from 1900: an old mistake kept for good. */
function momentOf(serial: number, epoch1904: boolean): Date | null {
  if (!Number.isFinite(serial) || serial < 0 || serial > LAST_SERIAL) return null;
  const days = epoch1904 ? serial + 1_462 : serial;
  const start = Date.UTC(1899, 11, days < 60 ? 31 : 30);
  return new Date(start + Math.round(days * 86_400) * 1_000);
}

function dateOf(moment: Date, pattern: string): CellDate | null {
  if (!pattern.includes('m') || moment.getTime() < Date.UTC(1899, 11, 31) + DAY) return null;
  const iso = moment.toISOString().slice(0, 10);
  if (pattern.includes('d')) return { iso, precision: 'DAY' };
  // Without its day a date says no more than its month, whichever day the cell holds.
  return pattern.includes('y') ? { iso: `${iso.slice(0, 7)}-01`, precision: 'MONTH' } : null;
}

function showMoment(moment: Date, tokens: readonly Token[]): string {
  return tokens
    .map((token) => (token.literal ? token.text : showCode(moment, token.text)))
    .join('')
    .trim();
}

function showCode(moment: Date, code: string): string {
  const month = MONTHS[moment.getUTCMonth()] ?? '';
  const weekday = DAYS[moment.getUTCDay()] ?? '';
  switch (code) {
    case 'd':
      return String(moment.getUTCDate());
    case 'dd':
      return pad(moment.getUTCDate());
    case 'ddd':
      return weekday.slice(0, 3);
    case 'dddd':
      return weekday;
    case 'm':
      return String(moment.getUTCMonth() + 1);
    case 'mm':
      return pad(moment.getUTCMonth() + 1);
    case 'mmm':
      return month.slice(0, 3);
    case 'mmmmm':
      return month.slice(0, 1);
    case 'y':
    case 'yy':
      return pad(moment.getUTCFullYear() % 100);
  }
  if (code.startsWith('m')) return month;
  if (code.startsWith('y')) return String(moment.getUTCFullYear());
  if (code.startsWith('h')) return pad(moment.getUTCHours());
  if (code.startsWith('n')) return pad(moment.getUTCMinutes());
  if (code.startsWith('s')) return pad(moment.getUTCSeconds());
  return code;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

/** Spreadsheets hold fifteen digits: 0.1 + 0.2 is shown as 0.3. */
function plainNumber(value: number): string {
  return String(Number(value.toPrecision(15)));
}
