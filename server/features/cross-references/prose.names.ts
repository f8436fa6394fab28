/**
 * What people name without a number: “the Commissioning Workstream”, “Cross-reference to Digital and Estates”, “see action
 * below”. A name counts only where something points to it, and what it leads to is a title in full: no word is guessed at.
 */
import { matchAt } from './prose.grammar.js';

/** Words that name one or several workstreams, or (with no name) point at what they do not name. */
export interface Named {
  start: number;
  end: number;
  names: readonly (string | null)[];
}

const BEFORE = 80;
const WORD = String.raw`[\w&'’+-]{1,30}`;
const CAPITALISED = String.raw`[A-Z][\w&'’+-]{0,30}`;
const CAPITALS = String.raw`${CAPITALISED}(?:\s{1,2}(?:(?:and|&)\s{1,2})?${CAPITALISED}){0,4}`;

const NOT_A_NAME = String.raw`(?!(?:[Ww]ork[\s-]?[Ss]treams?|W[Ss]\d*|[Aa]ctions?|[Tt]asks?|[Pp]riorit(?:y|ies)|[Rr]efs?|[Rr]isks?)\b)`;

/** “via the Commissioning ”, “under ICC ”, right before the word workstream. */
const NAME_BEFORE = new RegExp(
  String.raw`\b(?:via|under|through|within|by|with|from|to|into|of|in|see)\s{1,2}(?:the\s{1,2})?${NOT_A_NAME}(${CAPITALS})\s{1,2}$`,
);
const ONE_WORKSTREAM = /work[\s-]?stream(?!s?\s{0,3}\d)(?!s)(?![\w-])/iy;

/** The workstream that the words before “workstream” name. */
export function workstreamNamedBefore(text: string, at: number): Named | null {
  const word = matchAt(ONE_WORKSTREAM, text, at);
  if (word === null) return null;
  const from = Math.max(0, at - BEFORE);
  const [, name = ''] = NAME_BEFORE.exec(text.slice(from, at)) ?? [];
  if (name === '') return null;
  const start = text.lastIndexOf(name, at);
  return { start, end: at + word[0].length, names: [name] };
}

const NAME = String.raw`(?:the\s)?${NOT_A_NAME}${CAPITALISED}(?:\s(?!and\b|or\b)${WORD}){0,6}`;
const CROSS_REFERENCE_TO = new RegExp(
  String.raw`cross[\s-]?references?\s(?:to|with)\s(${NAME}(?:(?:,\s|\sand\s|,\sand\s)${NAME}){0,5})(?=\s{0,2}(?:[.;)\]\n]|$))`,
  'iy',
);
const BOTH = /,\sand\s|,\s|\sand\s/;

/** “Cross-reference to CQI delivery section and Environmentally Sustainable Healthcare”: each by its name. */
export function crossReferenceByName(text: string, at: number): Named | null {
  const match = matchAt(CROSS_REFERENCE_TO, text, at);
  if (match === null) return null;
  const words = (match[1] ?? '').split(BOTH).map((name) => name.replace(/^the\s/, ''));
  const names = words.filter((name) => /^[A-Z]/.test(name));
  return names.length === 0 ? null : { start: at, end: at + match[0].length, names };
}

const SEE_ACTION = /see\s(?:the\s)?(?:actions?|tasks?)\s(?:above|below)(?:\s(?:re|on|about)\s[\w-]{1,30})?/iy;

/** “see action below re integration”: says that there is one and not which. */
export function pointsAtUnnamed(text: string, at: number): Named | null {
  const match = matchAt(SEE_ACTION, text, at);
  return match && { start: at, end: at + match[0].length, names: [null] };
}
