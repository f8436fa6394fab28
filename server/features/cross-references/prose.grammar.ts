/**
 * The forms in which people write references: one (`B12`, `C4.1.5`, `A/ B 2`), a list (`A1, A3 A5 and A6`), a range
 * (`B1–B4`, `actions A-F`). Every pattern is sticky and every repetition in it is bounded, so reading a text takes time in
 * proportion to its length, whatever the text.
 */

/** A stretch of the text and the references it names, in their normal form. */
export interface ReferenceList {
  references: string[];
  /** True when a range was written ("B1–B4"). */
  isRange: boolean;
  end: number;
}

/** What may stand in a list: after "actions" a letter alone is a reference; in open text it is not. */
export interface ListForm {
  letters: boolean;
  numbers: boolean;
  lowerCase: boolean;
  /** After a plural, "B1 to B4" is a range; after a singular it may join two things. */
  plural: boolean;
}

const LETTERED = /([A-Za-z])(?:\s?\/\s?([A-Za-z])\s?)?(\d{1,2}(?:\.\d{1,2}){0,3})(?![\w%]|\.\d)/y;
const LETTER = /([A-Z])(?![\w&'’]|\.\w|-[a-z])/y;
const NUMBER = /(\d{1,2}(?:\.\d{1,2}){0,3})(?![\w%]|\.\d)/y;
const DASH = /\s{0,2}[-–—‑]\s{0,2}/y;
const TO = /\s{1,2}to\s{1,2}/y;
const JOIN =
  /\s{0,2}[,;&+/]\s{0,2}(?:(?:and|or|&)\s{1,2})?(?:(?:actions?|tasks?)\s{1,2})?|\s{1,2}(?:and|or)\s{1,2}(?:(?:actions?|tasks?)\s{1,2})?/iy;
const GAP = /\s{1,2}/y;
const ELIDED = /(\d{1,2})(?![\w%.]|\/\d)/y;

/** A list longer than this goes on as a new one: no paragraph is one reference. */
const LONGEST_LIST = 60;
const LONGEST_RANGE = 40;

/** Words that may follow "Action A" when A is its letter; before any other word it is the article ("take action A new …"). */
const AFTER_LETTER_A =
  /\s{1,3}(?!(?:and|or|to|of|in|on|at|by|for|from|with|is|was|are|were|has|had|have|will|may|might|can|cannot|could|should|must|above|below|as|but|if)\b)[a-z]/y;

interface One {
  reference: string;
  end: number;
}

/** Matches a sticky pattern at a place. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function oneReference(text: string, at: number, form: ListForm): One | null {
  const lettered = matchAt(LETTERED, text, at);
  if (lettered !== null) {
    const [whole, first = '', second = '', number = ''] = lettered;
    if (!form.lowerCase && whole !== whole.toUpperCase()) return null;
    const letters = second === '' ? first : `${first}/${second}`;
    return { reference: `${letters}${number}`.toUpperCase(), end: at + whole.length };
  }
  const letter = form.letters ? matchAt(LETTER, text, at) : null;
  if (letter !== null) {
    const reference = letter[0];
    const isWord = reference === 'I' || (reference === 'A' && matchAt(AFTER_LETTER_A, text, at + 1) !== null);
    return isWord ? null : { reference, end: at + 1 };
  }
  const number = form.numbers ? matchAt(NUMBER, text, at) : null;
  return number === null ? null : { reference: number[0], end: at + number[0].length };
}

/** 'C4.1' → ['C4.', 1]; 'B12' → ['B', 12]; a letter counts by its place in the alphabet. */
function lastStep(reference: string): readonly [string, number] {
  const parts = /^(.*?)(\d+)$/.exec(reference);
  return parts === null ? ['', reference.charCodeAt(0)] : [parts[1] ?? '', Number(parts[2])];
}

/** Every reference of a range, or null when its two ends do not count up from one to the other. */
function expand(first: string, last: string): string[] | null {
  const areLetters = first.length === 1 && last.length === 1 && !/\d/.test(first + last);
  if (!areLetters && !(/\d$/.test(first) && /\d$/.test(last))) return null;
  const [prefix, from] = lastStep(first);
  const [lastPrefix, to] = lastStep(last);
  if (prefix !== lastPrefix || to <= from || to - from >= LONGEST_RANGE) return null;
  return Array.from({ length: to - from + 1 }, (_, step) =>
    areLetters ? String.fromCharCode(from + step) : `${prefix}${from + step}`,
  );
}

/** The other end of a range that begins with `first`: "–B4", "-4", and after a plural " to B4". */
function rangeFrom(first: string, text: string, at: number, form: ListForm): ReferenceList | null {
  const joint = matchAt(DASH, text, at) ?? (form.plural ? matchAt(TO, text, at) : null);
  if (joint === null) return null;
  const place = at + joint[0].length;
  const last = oneReference(text, place, form);
  if (last !== null) {
    const references = expand(first, last.reference);
    if (references !== null) return { references, isRange: true, end: last.end };
    // "B1–C4": what lies between is not known here, but both ends are named.
    return /\s/.test(joint[0])
      ? null
      : { references: [first, last.reference], isRange: false, end: last.end };
  }
  const elided = /^[A-Z]/.test(first) && /\d$/.test(first) ? matchAt(ELIDED, text, place) : null;
  if (elided === null || /\s/.test(joint[0])) return null;
  const references = expand(first, `${lastStep(first)[0]}${elided[0]}`);
  return references === null ? null : { references, isRange: true, end: place + elided[0].length };
}

const isLettered = (reference: string): boolean => /^[A-Z]/.test(reference) && /\d$/.test(reference);

/** The next reference of a list; a mere blank joins two only when both carry letter and number ("A3 A5"). */
function nextReference(after: string, text: string, at: number, form: ListForm): One | null {
  const joint = matchAt(JOIN, text, at);
  if (joint !== null) return oneReference(text, at + joint[0].length, form);
  const gap = matchAt(GAP, text, at);
  if (gap === null || !isLettered(after)) return null;
  const next = oneReference(text, at + gap[0].length, { ...form, lowerCase: false });
  return next !== null && isLettered(next.reference) ? next : null;
}

/** Reads one reference, a list or ranges at a place; null when none stands there. */
export function readReferences(text: string, at: number, form: ListForm): ReferenceList | null {
  const first = oneReference(text, at, form);
  if (first === null) return null;
  const references: string[] = [];
  let isRange = false;
  let next: One | null = first;
  let end = first.end;
  while (next !== null) {
    const range = rangeFrom(next.reference, text, next.end, form);
    references.push(...(range === null ? [next.reference] : range.references));
    isRange ||= range?.isRange ?? false;
    end = range === null ? next.end : range.end;
    next = references.length < LONGEST_LIST ? nextReference(references.at(-1) ?? '', text, end, form) : null;
  }
  return { references: [...new Set(references)], isRange, end };
}

export const NUMBER_WORDS: readonly string[] = [
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
];

/** '4' for '4', '04' and 'four'. */
export function plainNumber(written: string): string {
  const word = NUMBER_WORDS.indexOf(written.toLowerCase());
  return word === -1 ? written.replace(/^0+(?=\d)/, '') : String(word + 1);
}
