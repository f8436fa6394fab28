import { CrossReferenceKind } from '../../../schema/vocabulary.js';

/** How much of the text around a reference is read for the words that say what it is. */
const BEFORE = 80;
const AFTER = 24;

const { DEPENDS_ON, CONTRIBUTES_TO, SAME_WORK_AS, MITIGATES, MEASURED_BY, FUNDED_BY, RELATES_TO } =
  CrossReferenceKind;

/**
 * The words before a reference that say how the two belong together, read from the item in which they stand. Words that turn the
 * direction round ("is needed by", "mitigated by", "informed by") have no kind of their own here: they only relate.
 */
const KINDS: readonly (readonly [string, CrossReferenceKind])[] = [
  [
    'depend(?:s|ent|ant|ing)? (?:up)?on|dependenc(?:y|ies) (?:up)?on|reliant on|rel(?:y|ies|ying) on|contingent (?:up)?on|subject to|await(?:s|ing)?|waiting (?:for|on)|requires',
    DEPENDS_ON,
  ],
  [
    'contribut(?:e|es|ed|ing) to|fe(?:d|eds|ed|eding) (?:in)?to|feed (?:in)?to|informs|inform|informing|supports|supporting|enables',
    CONTRIBUTES_TO,
  ],
  ['(?:the )?same (?:work|action|thing)? ?as|duplicates?(?: of)?|duplicated (?:by|in|at)', SAME_WORK_AS],
  ['mitigat(?:es|ing)|mitigation (?:of|for)', MITIGATES],
  ['measured (?:by|through|in)', MEASURED_BY],
  ['funded (?:by|through|from|under)', FUNDED_BY],
  [
    'link(?:s|ed|ing)?(?: in)?(?: to| with)?|cross[- ]?refer(?:s|red|ence|ences|enced)?|relat(?:es|ed|ing) to|see|needed by|required by|informed by|mitigated by|supported by|enabled by',
    RELATES_TO,
  ],
];

const CUES = new RegExp(`\\b(?:${KINDS.map(([words]) => `(${words})`).join('|')})(?![\\w-])`, 'gi');
const DENIAL = /\b(?:not|never|no longer|neither|without|n['’]t)\s(?:\w{1,12}\s){0,2}$/i;
const CLAUSE_END = /[.;!?•\]\n](?=\s|$)/g;

/** The last words of the sentence before a place. */
function clauseBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - BEFORE), start);
  let from = 0;
  for (const end of before.matchAll(CLAUSE_END)) from = end.index + 1;
  return before.slice(from);
}

/** What the words around a reference make of it; the nearest words before it count. */
export function kindFromWords(text: string, start: number, end: number): CrossReferenceKind {
  const clause = clauseBefore(text, start);
  let kind: CrossReferenceKind | null = null;
  for (const cue of clause.matchAll(CUES)) {
    const at = cue.slice(1).findIndex((words) => words !== undefined);
    const denied = DENIAL.test(clause.slice(0, cue.index));
    kind = denied ? RELATES_TO : (KINDS[at]?.[1] ?? RELATES_TO);
  }
  if (kind !== null) return kind;
  // "Action B1 incorporates the outcome of …": what is told here goes into B1.
  return /^\s{1,2}incorporates\b/i.test(text.slice(end, end + AFTER)) ? CONTRIBUTES_TO : RELATES_TO;
}

const POINTER =
  /(?:^|[^\w-])(?:see(?: also)?|refer(?:s|red)? to|refs?:?|cross[- ]?ref(?:er)?(?:ence|ences|enced|s)?(?: to| with)?|link(?:s|ed|ing)?(?: in)?(?: to| with)|informs?|informing|fe(?:d|eds?|eding) (?:in)?to|depend(?:s|ent|ant|ing)? (?:up)?on|dependenc(?:y|ies) (?:up)?on|contribut(?:es?|ing|ed) to|relat(?:es?|ed|ing) to|same as|duplicates?(?: of)?|mitigat(?:es|ed by)|(?:covered|picked up|addressed) (?:by|in|under)|incorporated (?:in|into))(?: both| the)?:?\s{1,2}$/i;

/** True when the words right before a place point to something: "see", "linked to", "fed into". */
export function isPointedTo(text: string, start: number): boolean {
  return POINTER.test(text.slice(Math.max(0, start - BEFORE), start));
}

const OPENS_CLAUSE =
  /(?:^|[\n•]|[.;:!?–—-]\s|\b(?:that|if|because|until|unless|once|when|whether|and|but))\s{0,2}$/i;
const OPENS_TEXT = /(?:^|[\n•])\s{0,3}(?:-\s)?$/;
const VERB_FOLLOWS =
  /^\s{1,2}(?:may|might|will|would|could|should|must|cannot|can|is|are|was|were|has|have|had|not|to be)\b/i;
const DASH_FOLLOWS = /^\s{0,2}(?:[-–—:]|,)\s/;

/** True when what stands there is the subject of a clause: "B10 - work on-going", "a risk that B7 may not be delivered". */
export function isSubject(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - BEFORE), start);
  const opensText = OPENS_TEXT.test(before) && (start <= BEFORE || /[\n•]/.test(before));
  const after = text.slice(end, end + AFTER);
  if (opensText && DASH_FOLLOWS.test(after)) return true;
  const opensClause = opensText || (before.length > 0 && OPENS_CLAUSE.test(before));
  return opensClause && VERB_FOLLOWS.test(after);
}

const OTHER_THINGS_BEFORE =
  /(?:^|[^\w])(?:the|an?|(?:vitamin|size|paper|road|junction|version|type|grade|band|block|building|room|floor|ward|form|cell|row|column|table|figure|appendix|page|tier|level|stage|phase|step|pathway|group|section|strep|code)s?|fig\.|annex|appendices)\s{1,2}$/i;
const OTHER_THINGS_AFTER =
  /^\s{0,2}(?:(?:and|or|&)\s)?(?:leaflets?|posters?|paper|sized?|sheets?|format|pages?|roads?|roundabout|junction|injections?|deficiency|levels?|vitamins?|flyers?|booklets?|printer|hypertension)\b/i;

/** "A4 posters", "vitamin B12", "the A66 road": letter and number, but of another kind. */
export function isAnotherThing(text: string, start: number, end: number): boolean {
  return (
    OTHER_THINGS_BEFORE.test(text.slice(Math.max(0, start - BEFORE), start)) ||
    OTHER_THINGS_AFTER.test(text.slice(end, end + AFTER))
  );
}
