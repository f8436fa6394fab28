import type { RiskScore } from './risk.entity.js';

/** The bands of the 5×5 matrix by their highest score. */
const BANDS = [
  { upTo: 3, band: 'Low' },
  { upTo: 6, band: 'Moderate' },
  { upTo: 12, band: 'High' },
  { upTo: 25, band: 'Extreme' },
] as const;

export type Band = (typeof BANDS)[number]['band'];

export const bandOf = (score: number): Band => BANDS.find(({ upTo }) => score <= upTo)?.band ?? 'Extreme';

/** A score, or null when it has not been made. */
export function scoreOf(likelihood: number | null, impact: number | null): RiskScore | null {
  if (likelihood === null || impact === null) return null;
  const score = likelihood * impact;
  return { likelihood, impact, score, band: bandOf(score) };
}
