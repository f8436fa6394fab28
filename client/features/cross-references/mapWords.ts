import type { CrossReferenceKind } from '../../../schema/vocabulary.js';
import type { Bundle } from './mapGraph.js';

export type Hold = 'broken' | 'strained' | 'holds';

export const holdOf = ({ broken, strained }: Pick<Bundle, 'broken' | 'strained'>): Hold =>
  broken > 0 ? 'broken' : strained > 0 ? 'strained' : 'holds';

/** What each kind is called after its number: '3 needs', '1 contributes', '2 contribute'. */
const KIND_NAMES: Readonly<Record<CrossReferenceKind, readonly [one: string, many: string]>> = {
  DEPENDS_ON: ['needs', 'needs'],
  CONTRIBUTES_TO: ['contributes', 'contribute'],
  SAME_WORK_AS: ['same work', 'same work'],
  MITIGATES: ['mitigates', 'mitigate'],
  MEASURED_BY: ['measured by', 'measured by'],
  FUNDED_BY: ['funded by', 'funded by'],
  CONSIDERED_AT: ['considered at', 'considered at'],
  RELATES_TO: ['relates', 'relate'],
};

export const kindWords = ({ kinds }: Pick<Bundle, 'kinds'>, limit = kinds.length): string => {
  const said = kinds
    .slice(0, limit)
    .map(({ kind, total }) => `${total} ${KIND_NAMES[kind][total === 1 ? 0 : 1]}`);
  const rest = kinds.slice(limit).reduce((sum, { total }) => sum + total, 0);
  return [...said, ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
};

/** Counts in words, without those that are nought: '1 broken, 2 strained'. */
export const countWords = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${count} ${word}`)
    .join(', ');

/** 'Strain' in words: '1 broken, 2 strained, 1 unanswered'; empty when all is well. */
export const stateWords = ({ broken, strained, disputed, unanswered }: Bundle): string =>
  countWords({ broken, strained, disputed, unanswered });

/** '3 needs, 1 strained'. */
export const bundleWords = (bundle: Bundle, limit?: number): string =>
  [kindWords(bundle, limit), stateWords(bundle)].filter(Boolean).join(', ');
