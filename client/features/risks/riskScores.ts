import type { Score } from './risk.queries.js';

/** The words of the 5×5 matrix, from 1 to 5. */
export const LIKELIHOODS = ['Rare', 'Unlikely', 'Possible', 'Likely', 'Almost certain'] as const;
export const IMPACTS = ['Negligible', 'Minor', 'Moderate', 'Major', 'Catastrophic'] as const;
export const STEPS = [1, 2, 3, 4, 5] as const;

export type Band = 'Low' | 'Moderate' | 'High' | 'Extreme';
const BANDS = ['Low', 'Moderate', 'High', 'Extreme'] as const;

/** The lowest score of each band above the lowest, for narrowing the register. */
export const BAND_FLOORS: readonly { readonly from: number; readonly band: Band }[] = [
  { from: 15, band: 'Extreme' },
  { from: 8, band: 'High' },
  { from: 4, band: 'Moderate' },
];

/** The band of a square of the matrix in which there may be no risk for the server to tell it of. */
export const bandOf = (score: number): Band => BAND_FLOORS.find(({ from }) => score >= from)?.band ?? 'Low';

/** How a band is drawn; one that is not known is drawn as none. */
export const bandTone = (band: string): string =>
  BANDS.some((one) => one === band) ? `band-${band.toLowerCase()}` : 'band-unknown';

export type ScoreKind = 'inherent' | 'current' | 'target';
export const SCORES: readonly { readonly id: ScoreKind; readonly label: string; readonly means: string }[] = [
  { id: 'inherent', label: 'Inherent', means: 'before any control' },
  { id: 'current', label: 'Current', means: 'as it stands' },
  { id: 'target', label: 'Target', means: 'what is aimed at' },
];

/** 'Extreme, 20: likely (4) × catastrophic (5)'. */
export function scoreWords({ band, score, likelihood, impact }: Score): string {
  const likely = LIKELIHOODS[likelihood - 1] ?? '';
  const bad = IMPACTS[impact - 1] ?? '';
  return `${band}, ${score}: ${likely.toLowerCase()} (${likelihood}) × ${bad.toLowerCase()} (${impact})`;
}
