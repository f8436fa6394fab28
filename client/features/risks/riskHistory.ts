import type { HistoryEntry } from '../actions/actionPanel.queries.js';
import { valueWords } from '../actions/historyWords.js';
import { SCORES } from './riskScores.js';

const NAMES: Readonly<Record<string, string>> = {
  reference: 'Reference',
  cause: 'Cause',
  event: 'Event',
  effect: 'Effect',
  controls: 'Controls',
  reviewOn: 'Review',
  status: 'Status',
  description: 'Mitigation',
  timingAsWritten: 'Due',
  text: 'Comment',
  textAsWritten: 'Named as',
  ...Object.fromEntries(
    SCORES.flatMap(({ id, label }) => [
      [`${id}Likelihood`, `${label} likelihood`],
      [`${id}Impact`, `${label} impact`],
    ]),
  ),
};

const ITEMS: Readonly<Record<string, string>> = {
  Risk: 'the risk',
  Mitigation: 'a mitigation',
  Comment: 'a comment',
  CrossReference: 'what it names',
  Ownership: 'who owns it',
};
const VERBS: Readonly<Record<string, string>> = {
  CREATED: 'added',
  UPDATED: 'changed',
  ARCHIVED: 'archived',
  RESTORED: 'brought back',
};

export interface RiskHistoryLine {
  readonly did: string;
  readonly changes: readonly { readonly field: string; readonly before: string; readonly after: string }[];
}

const STATUSES: Readonly<Record<string, string>> = { OPEN: 'Open', CLOSED: 'Closed' };

/** What happened to the risk, in words, with what it was before. What people do not read is left out. */
export function historyLine({
  kind,
  itemType,
  fields,
}: Pick<HistoryEntry, 'kind' | 'itemType' | 'fields'>): RiskHistoryLine {
  const words = (field: string, value: string | null): string =>
    (field === 'status' && value !== null && STATUSES[value]) || valueWords(field, value);
  return {
    did: `${VERBS[kind] ?? 'changed'} ${ITEMS[itemType ?? ''] ?? 'something of it'}`,
    changes: fields.flatMap(({ field, before, after }) => {
      const name = NAMES[field];
      return name ? [{ field: name, before: words(field, before), after: words(field, after) }] : [];
    }),
  };
}
