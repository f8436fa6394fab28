import type { ParsedNarrative } from './parsed-plan.js';
import { foldText } from './text.rules.js';

/** Where the columns and headings of a partner’s file belong. Pure. */

const WORKSTREAM_FIELDS: readonly (readonly [RegExp, string])[] = [
  [/governance/, 'governanceArrangements'],
  [/support requirement|support needed/, 'supportRequirements'],
  [/existing workstream/, 'fitWithExistingWorkstreams'],
  [/impact on outcome/, 'impactOnOutcomes'],
  [/performance management/, 'performanceManagement'],
  [/contribution to/, 'contributionToStrategy'],
];
const LAST_FIELD = 'updateOnActionPlan';

export const WORKSTREAM_NARRATIVES: readonly string[] = [
  ...WORKSTREAM_FIELDS.map(([, field]) => field),
  LAST_FIELD,
];

export interface PlacedNarratives {
  values: Record<string, string | null>;
  /** Headings with no place of their own. */
  unknown: string[];
}

/** The narratives of a workstream by field; what has no field of its own stands in the last, under its heading. */
export function placeNarratives(narratives: readonly ParsedNarrative[]): PlacedNarratives {
  const texts = new Map<string, string[]>();
  const unknown: string[] = [];
  for (const { heading, text } of narratives) {
    const folded = foldText(heading);
    const field = WORKSTREAM_FIELDS.find(([pattern]) => pattern.test(folded))?.[1];
    const isUpdate = isReport(heading);
    if (!field && !isUpdate) unknown.push(heading);
    const at = field ?? LAST_FIELD;
    texts.set(at, [...(texts.get(at) ?? []), field || isUpdate ? text : `${heading}: ${text}`]);
  }
  const values = WORKSTREAM_NARRATIVES.map((field) => [field, texts.get(field)?.join('\n\n') ?? null]);
  return { values: Object.fromEntries(values), unknown };
}

/** A column in which people tell how it goes. */
export const isReport = (heading: string): boolean =>
  /narrative|update|progress|comment|position statement|latest|commentary/i.test(heading);

/** “Narrative / Update - Morecambe Bay CCG and CCC”: for whom it is told. */
export const reporterOf = (heading: string): string | null => / [-–—] (.+)$/.exec(heading)?.[1] ?? null;

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const MONTH_AND_YEAR = new RegExp(
  `\\b(${MONTHS.join('|')}|${MONTHS.map((month) => month.slice(0, 3)).join('|')})[ ,_-]{1,3}(20\\d{2})\\b`,
  'i',
);

/** The month that a file’s name or title gives, as its first day: what is told in it was told for that month. */
export function monthNamed(...texts: (string | null)[]): string | null {
  for (const text of texts) {
    const match = MONTH_AND_YEAR.exec(text ?? '');
    const month = MONTHS.findIndex((name) => name.startsWith((match?.[1] ?? '?').toLowerCase().slice(0, 3)));
    if (match && month >= 0) return `${match[2]}-${String(month + 1).padStart(2, '0')}-01`;
  }
  return null;
}

export const shorten = (text: string, most = 80): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;
