import {
  BragStatus,
  Confidence,
  CrossReferenceKind,
  CrossReferenceStatus,
} from '../../../schema/vocabulary.js';
import { formatDay, formatInstant, formatMonth } from '../../platform/format/dates.js';
import { statusWords } from '../../platform/format/status.js';
import type { HistoryEntry } from './actionPanel.queries.js';
import { CONFIDENCE_WORDS } from './promiseWords.js';

const NAMES: Readonly<Record<string, string>> = {
  title: 'Title',
  reference: 'Reference',
  expectedOutcome: 'Expected outcome',
  status: 'Status',
  timingAsWritten: 'Due',
  signedOffAt: 'Signed off',
  narrative: 'Narrative',
  period: 'Month',
  text: 'Comment',
  note: 'Note',
  reason: 'Reason',
  kind: 'Kind',
  neededBy: 'Needed by',
  ifLate: 'If it is late',
  promisedBy: 'Promised by',
  confidence: 'Confidence',
  newDueOn: 'New date',
};

/** What a deadline was read as follows from its words, which stand in the history themselves. */
const FOLLOWS = new Set([
  'timingStart',
  'timingEnd',
  'timingPrecision',
  'timingRecurrence',
  'decidedAt',
  'toType',
]);

const ITEMS: Readonly<Record<string, string>> = {
  Action: 'the action',
  Update: 'a report',
  Comment: 'a comment',
  CrossReference: 'a cross-reference',
  ImpactNotice: 'the news of a slip',
  ExternalDependency: 'an external dependency',
  SameWorkDismissal: 'that it is not the same work',
  RestrictedContact: 'through whom others may ask about it',
  Placement: 'where else it stands',
  Watch: 'who watches it',
  Risk: 'a risk',
  Mitigation: 'a mitigation',
  Workstream: 'the workstream',
};

const VERBS: Readonly<Record<string, string>> = {
  CREATED: 'added',
  UPDATED: 'changed',
  ARCHIVED: 'archived',
  RESTORED: 'brought back',
};

const ANSWERS: Readonly<Record<CrossReferenceStatus, string>> = {
  PROPOSED: 'Proposed',
  COUNTERED: 'Another day offered',
  CONFIRMED: 'Confirmed',
  DISPUTED: 'Disputed',
};

/** A value as people read it: colours and months by their names, nothing as 'nothing'. */
export function valueWords(field: string, value: string | null): string {
  if (value === null || value === '') return 'nothing';
  if (field === 'status') {
    if (value in BragStatus) return statusWords(value as BragStatus).label;
    if (value in CrossReferenceStatus) return ANSWERS[value as CrossReferenceStatus];
  }
  if (field === 'confidence' && value in Confidence) return CONFIDENCE_WORDS[value as Confidence];
  if (field === 'kind' && value in CrossReferenceKind) return value.toLowerCase().replaceAll('_', ' ');
  if (field === 'period') return formatMonth(value);
  if (/At$/.test(field)) return formatInstant(value);
  return /On$|^neededBy$|^promisedBy$/.test(field) ? formatDay(value) : value;
}

export interface SaidChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** 'changed the action' and what of it, before and after, in words. */
export function historyWords({
  kind,
  itemType,
  fields,
}: Pick<HistoryEntry, 'kind' | 'itemType' | 'fields'>): {
  readonly did: string;
  readonly changes: readonly SaidChange[];
} {
  const changes = fields.flatMap(({ field, before, after }) =>
    FOLLOWS.has(field)
      ? []
      : [
          {
            field: NAMES[field] ?? field,
            before: valueWords(field, before),
            after: valueWords(field, after),
          },
        ],
  );
  const item = ITEMS[itemType ?? ''] ?? 'something of it';
  if (kind === 'UPDATED' && itemType === 'Action' && changes.length === 0)
    return { did: 'changed who leads it, who sees it or where it stands', changes };
  return { did: `${VERBS[kind] ?? 'changed'} ${item}`, changes };
}
