/**
 * Finds the references people write in narrative: "[Link to Workstream 4, Action C2]", "cross reference workstream 2 action
 * B12", "WS2 B12", "actions C and D", "B1–B4 may not be delivered", "Priority 2".
 *
 * A reference that was missed can be added by hand; one that was invented misleads. So letter and number in open text count
 * only where something says that they are a reference: a word that points ("see", "fed into"), a list of three, a range, a
 * dotted number (C4.1.5), or a place as the subject of a sentence. Quarters (Q2), sections of acts (S117), roads (M6), halves
 * (H1), plan years (Y1), priorities (P1) and tiers (T2) never do. A workstream named by its title: prose.names.ts.
 */
import type { CrossReferenceKind } from '../../../schema/vocabulary.js';
import { isAnotherThing, isPointedTo, isSubject, kindFromWords } from './prose.cues.js';
import { type ListForm, matchAt, NUMBER_WORDS, plainNumber, readReferences } from './prose.grammar.js';
import { crossReferenceByName, type Named, pointsAtUnnamed, workstreamNamedBefore } from './prose.names.js';

export { compareReferences, normaliseReference } from './prose.order.js';
export { type ReferenceTarget, type Resolution, resolveReference } from './prose.resolution.js';

export interface ProseReference {
  /** Exactly as it stands; several references of one list share it. */
  text: string;
  start: number;
  end: number;
  /** The workstream's number, or its name where it is named by that; null means the workstream in which the text stands. */
  workstream: string | null;
  /** 'C2', 'Priority 2'; null when the whole workstream is meant. Where both are null the words point and name nothing. */
  reference: string | null;
  kind: CrossReferenceKind;
}

/** What one mention names, before it is spread over its references. */
interface Mention {
  /** Where it begins, when that is before what gave it away. */
  start?: number;
  end: number;
  workstreams: readonly (string | null)[];
  references: readonly (string | null)[];
}

const COUNT = `(\\d{1,2}|${NUMBER_WORDS.join('|')})(?![\\w%]|\\.\\d)`;
const MORE = `(?:\\s{0,2}(?:,|;|&)\\s{0,2}(?:and\\s{1,2})?|\\s{1,2}and\\s{1,2})`;
/** "Priority 2 week wait", "workstream 3 months late": a number of something, not a name. */
const UNITS =
  /[\s-]{1,2}(?:hours?|days?|weeks?|months?|years?|times?|areas?|patients?|people|calls?|other|key|new|more|further)\b/iy;

const ANCHOR =
  /\bcross[\s-]?references?\s(?:to|with)\b|\bsee\s(?:the\s)?(?:actions?|tasks?)\b|\bwork[\s-]?streams?\b|\bws(?=s?\s?\d)|\b(?:actions?|tasks?|refs?|references?)\b|\bpriorit(?:y|ies)\b|(?<![\w./&'’£#@-])[a-z](?:\s?\/\s?[a-z]\s?)?\d/gi;
const WORKSTREAM = new RegExp(
  `(?:work[\\s-]?stream|ws)\\s{0,3}(?:no\\.?|number|#)?\\s{0,2}${COUNT}(?:['’]s)?`,
  'iy',
);
const WORKSTREAMS = new RegExp(
  `(?:work[\\s-]?streams|ws)\\s{0,3}\\d{1,2}(?:${MORE}\\d{1,2}){1,11}(?![\\w%]|\\.\\d)`,
  'iy',
);
const WORKSTREAM_RANGE =
  /(?:work[\s-]?streams)\s{1,3}(\d{1,2})(?:\s{0,2}[-–—]\s{0,2}|\s{1,2}to\s{1,2})(\d{1,2})(?![\w%]|\.\d)/iy;
const ITS_ACTIONS =
  /\s{0,2}(?:[,:;–—(-]\s{0,2})?(?:key\s)?(actions?|tasks?|refs?|references?|items?)\.?\s{0,2}[:#]?\s{0,2}/iy;
const ITS_TITLE =
  /\s{1,2}(?:\([^()\n]{1,40}\)|(?:(?:[-–—]\s)?(?!actions?\b|tasks?\b)[A-Z][A-Za-z]{1,20}(?:\s{1,2}(?:(?:and|&)\s)?(?!Actions?\b|Tasks?\b)[A-Z][A-Za-z]{1,20}){0,4}))(?=\s{0,2},?\s{0,2}(?:[Aa]ctions?|[Tt]asks?)\b)/y;
const ITS_REFERENCES = /\s{0,2}(?:[,:/–—([-]\s{0,2})?/y;
const ACTIONS = /(actions?|tasks?|refs?|references?)\.?\s{0,2}(?:no\.?\s|number\s|#|:)?\s{0,2}/iy;
const OF_WORKSTREAM = new RegExp(
  `\\s{0,2}(?:[,([]|\\b(?:of|in|from|under|within))\\s{0,2}(?:the\\s)?(?:work[\\s-]?stream|ws)\\s{0,3}${COUNT}`,
  'iy',
);
const PRIORITY = new RegExp(`priority\\s{1,2}${COUNT}`, 'iy');
const PRIORITIES = new RegExp(`priorities\\s{1,2}\\d{1,2}(?:${MORE}\\d{1,2}){1,11}(?![\\w%]|\\.\\d)`, 'iy');
const RATED = /\b(?:high|higher|highest|top|low|lower|medium|key)\s{1,2}$/i;
/** Letters that, in open text, mean something else when a number follows. */
const OTHER_LETTERS = /^[QSMHYPT]/;

/** B2.3 and C4.1.5; not E11.9, which to a clinician is a diagnosis. */
const DOTTED = /^[A-Z](?:\/[A-Z])?(?:\d\.|\d{1,2}\.\d{1,2}\.)/;

const BARE: ListForm = { letters: false, numbers: false, lowerCase: false, plural: false };

const isPlural = (word: string): boolean => /s$/i.test(word);
const isAction = (word: string): boolean => /^action/i.test(word);

/** After "Workstream 2": the actions of it that are named, if any are. */
function actionsOfWorkstream(text: string, at: number): { references: string[]; end: number } | null {
  const title = matchAt(ITS_TITLE, text, at);
  const place = at + (title?.[0].length ?? 0);
  const word = matchAt(ITS_ACTIONS, text, place);
  if (word !== null) {
    const named = word[1] ?? '';
    const form = { letters: isAction(named), numbers: true, lowerCase: true, plural: isPlural(named) };
    const list = readReferences(text, place + word[0].length, form);
    const counted = list !== null && /^\d/.test(list.references[0] ?? '') && matchAt(UNITS, text, list.end);
    return counted ? null : list;
  }
  const gap = matchAt(ITS_REFERENCES, text, at);
  const list = gap && gap[0] !== '' ? readReferences(text, at + gap[0].length, BARE) : null;
  return list !== null && !isAnotherThing(text, list.end, list.end) ? list : null;
}

const byName = (named: Named | null): Mention | null =>
  named && { start: named.start, end: named.end, workstreams: named.names, references: [null] };

function severalWorkstreams(text: string, at: number): Mention | null {
  const range = matchAt(WORKSTREAM_RANGE, text, at);
  const [first, last] = [Number(range?.[1]), Number(range?.[2])];
  if (range !== null && last > first && last - first < 20) {
    const workstreams = Array.from({ length: last - first + 1 }, (_, step) => String(first + step));
    return { end: at + range[0].length, workstreams, references: [null] };
  }
  const list = matchAt(WORKSTREAMS, text, at);
  if (list === null) return null;
  const end = at + list[0].length;
  const workstreams = [...new Set(list[0].match(/\d{1,2}/g)?.map(plainNumber))];
  return matchAt(UNITS, text, end) ? null : { end, workstreams, references: [null] };
}

function workstreamMention(text: string, at: number): Mention | null {
  const several = severalWorkstreams(text, at);
  if (several !== null) return several;
  const one = matchAt(WORKSTREAM, text, at);
  if (one === null) return byName(workstreamNamedBefore(text, at));
  const end = at + one[0].length;
  if (matchAt(UNITS, text, end) !== null) return null;
  const workstreams = [plainNumber(one[1] ?? '')];
  const actions = actionsOfWorkstream(text, end);
  return actions === null
    ? { end, workstreams, references: [null] }
    : { end: actions.end, workstreams, references: actions.references };
}

/** "… of Workstream 5", "(WS2)" after a reference; not where that workstream goes on to name actions of its own. */
function ownerAfter(text: string, at: number): { workstream: string; end: number } | null {
  const owner = matchAt(OF_WORKSTREAM, text, at);
  if (owner === null) return null;
  const end = at + owner[0].length;
  const named = actionsOfWorkstream(text, end);
  return named !== null || matchAt(UNITS, text, end) !== null
    ? null
    : { workstream: plainNumber(owner[1] ?? ''), end };
}

function withOwner(text: string, list: { references: string[]; end: number }): Mention {
  const owner = ownerAfter(text, list.end);
  return {
    end: owner?.end ?? list.end,
    workstreams: [owner?.workstream ?? null],
    references: list.references,
  };
}

function actionMention(text: string, at: number): Mention | null {
  const word = matchAt(ACTIONS, text, at);
  if (word === null) return null;
  const named = word[1] ?? '';
  const isDirect = word[0].length > named.length && !word[0].includes(':');
  const isCertain = isPointedTo(text, at) || /[[(]\s?$/.test(text.slice(Math.max(0, at - 2), at));
  const list = readReferences(text, at + word[0].length, {
    letters: isDirect && isAction(named),
    numbers: isDirect && isCertain,
    lowerCase: isDirect,
    plural: isPlural(named),
  });
  if (list === null || word[0] === named || matchAt(UNITS, text, list.end) !== null) return null;
  return withOwner(text, list);
}

function priorityMention(text: string, at: number): Mention | null {
  const match = matchAt(PRIORITY, text, at) ?? matchAt(PRIORITIES, text, at);
  if (match === null) return null;
  const end = at + match[0].length;
  const isCount = matchAt(UNITS, text, end) !== null || RATED.test(text.slice(Math.max(0, at - 12), at));
  if (isCount) return null;
  const numbers = match[1] === undefined ? (match[0].match(/\d{1,2}/g) ?? []) : [match[1]];
  const references = [...new Set(numbers.map((number) => `Priority ${plainNumber(number)}`))];
  return { end, workstreams: [null], references };
}

/** Letter and number in open text; where nothing says that it is a reference, `references` is empty. */
function bareMention(text: string, at: number): Mention | null {
  const list = readReferences(text, at, BARE);
  if (list === null) return null;
  const { references, isRange, end } = list;
  const isOurs =
    references.length > 2 ||
    isRange ||
    references.some((reference) => DOTTED.test(reference)) ||
    isPointedTo(text, at) ||
    isSubject(text, at, end) ||
    ownerAfter(text, end) !== null;
  const isOther = references.some((one) => OTHER_LETTERS.test(one)) || isAnotherThing(text, at, end);
  return isOurs && !isOther ? withOwner(text, list) : { end, workstreams: [], references: [] };
}

function mentionAt(text: string, at: number, anchor: string): Mention | null {
  if (/^w.*s/i.test(anchor)) return workstreamMention(text, at);
  if (/^cross/i.test(anchor)) return byName(crossReferenceByName(text, at));
  if (/^see/i.test(anchor)) return byName(pointsAtUnnamed(text, at));
  if (/^prior/i.test(anchor)) return priorityMention(text, at);
  return /\d$/.test(anchor) ? bareMention(text, at) : actionMention(text, at);
}

/** Every reference in a text, in the order in which they stand; lists and ranges give one each. Never throws. */
export function findReferences(text: string): ProseReference[] {
  const found: ProseReference[] = [];
  ANCHOR.lastIndex = 0;
  for (let anchor = ANCHOR.exec(text); anchor !== null; anchor = ANCHOR.exec(text)) {
    const mention = mentionAt(text, anchor.index, anchor[0]);
    if (mention === null) {
      // "see action C2": what points is passed over, and what it points at is looked at.
      if (/^(?:see|cross)/i.test(anchor[0])) ANCHOR.lastIndex = anchor.index + 3;
      continue;
    }
    const { start = anchor.index, end } = mention;
    // A name that begins in what was read already names that.
    if (start < (found.at(-1)?.end ?? 0)) continue;
    ANCHOR.lastIndex = end;
    const as = { text: text.slice(start, end), start, end, kind: kindFromWords(text, start, end) };
    for (const workstream of mention.workstreams)
      for (const reference of mention.references) found.push({ ...as, workstream, reference });
  }
  return found;
}
