import { BragStatus } from '../../../schema/vocabulary.js';

export interface StatusWords {
  /** The word that always stands beside the colour. */
  readonly label: string;
  /** The letter for places too small for the word. */
  readonly letter: string;
  /** The end of the class names that carry the colour. */
  readonly tone: 'blue' | 'green' | 'amber' | 'red' | 'unrated';
}

const WORDS: Readonly<Record<BragStatus, StatusWords>> = {
  [BragStatus.BLUE]: { label: 'Blue', letter: 'B', tone: 'blue' },
  [BragStatus.GREEN]: { label: 'Green', letter: 'G', tone: 'green' },
  [BragStatus.AMBER]: { label: 'Amber', letter: 'A', tone: 'amber' },
  [BragStatus.RED]: { label: 'Red', letter: 'R', tone: 'red' },
  [BragStatus.NOT_YET_RATED]: { label: 'Not yet rated', letter: 'N', tone: 'unrated' },
};

/** Worst first: the order in which a reader wants to meet them. */
export const STATUSES_BY_CONCERN: readonly BragStatus[] = [
  BragStatus.RED,
  BragStatus.AMBER,
  BragStatus.GREEN,
  BragStatus.BLUE,
  BragStatus.NOT_YET_RATED,
];

export function statusWords(status: BragStatus | keyof typeof BragStatus): StatusWords {
  return WORDS[BragStatus[status]];
}

export type StatusCounts = Readonly<Partial<Record<BragStatus, number>>>;

/** '2 Red, 5 Amber, 1 Not yet rated': the same as the bar says, in words. */
export function describeStatusCounts(counts: StatusCounts): string {
  const said = STATUSES_BY_CONCERN.filter((status) => (counts[status] ?? 0) > 0).map(
    (status) => `${counts[status]} ${WORDS[status].label}`,
  );
  return said.length === 0 ? 'none' : said.join(', ');
}
