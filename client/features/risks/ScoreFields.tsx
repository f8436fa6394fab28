import { Select } from '../../platform/ui/Select';
import type { Score } from './risk.queries';
import { bandOf, IMPACTS, LIKELIHOODS, STEPS } from './riskScores';
import { ScoreMark } from './ScoreMark';

/** Likelihood and impact while they are chosen; null for no score. */
export type Draft = { readonly likelihood: number; readonly impact: number } | null;

export const draftOf = (score: Score | null): Draft =>
  score && { likelihood: score.likelihood, impact: score.impact };

export const isSameDraft = (a: Draft, b: Draft): boolean =>
  a?.likelihood === b?.likelihood && a?.impact === b?.impact;

/** The score that the two make together. */
export const scoreOfDraft = (draft: Draft): Score | null =>
  draft && {
    ...draft,
    score: draft.likelihood * draft.impact,
    band: bandOf(draft.likelihood * draft.impact),
  };

interface ScoreFieldsProps {
  readonly label: string;
  readonly value: Draft;
  readonly onChange: (draft: Draft) => void;
}

const NONE = 'none';
const options = (words: readonly string[]) => [
  { id: NONE, label: 'Not scored' },
  ...STEPS.map((step) => ({ id: String(step), label: `${step} ${words[step - 1] ?? ''}` })),
];

/** Two choices and what comes of them. Taking one away takes the score away. */
export function ScoreFields({ label, value, onChange }: ScoreFieldsProps) {
  const choose = (side: 'likelihood' | 'impact', id: string | null): void => {
    const step = Number(id);
    onChange(id === null || id === NONE ? null : { likelihood: step, impact: step, ...value, [side]: step });
  };
  return (
    <fieldset className="score-fields">
      <legend className="field-label">{label}</legend>
      <Select
        label={`Likelihood, ${label.toLowerCase()}`}
        isLabelHidden
        options={options(LIKELIHOODS)}
        value={value ? String(value.likelihood) : NONE}
        onChange={(id) => choose('likelihood', id)}
      />
      <span aria-hidden="true">×</span>
      <Select
        label={`Impact, ${label.toLowerCase()}`}
        isLabelHidden
        options={options(IMPACTS)}
        value={value ? String(value.impact) : NONE}
        onChange={(id) => choose('impact', id)}
      />
      <output>
        <ScoreMark score={scoreOfDraft(value)} />
      </output>
    </fieldset>
  );
}
