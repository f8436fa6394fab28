import { useState } from 'react';
import { Button } from '../../platform/ui/Button';
import type { PanelRisk } from './risk.queries';
import { bandOf, bandTone, SCORES, STEPS, scoreWords } from './riskScores';
import { ScoreDialog } from './ScoreDialog';
import { ScoreMark } from './ScoreMark';

/** Where the three scores lie, as a picture; the words beside it say the same. */
function Position({ risk }: { readonly risk: PanelRisk }) {
  const said = SCORES.flatMap(({ id, label }) => (risk[id] ? `${label} ${scoreWords(risk[id])}` : []));
  return (
    <div className="position" role="img" aria-label={`On the matrix: ${said.join('; ') || 'not scored'}`}>
      {[...STEPS].reverse().flatMap((likelihood) =>
        STEPS.map((impact) => (
          <span
            key={`${likelihood} ${impact}`}
            className={`position-square ${bandTone(bandOf(likelihood * impact))}`}
          >
            {SCORES.filter(({ id }) => risk[id]?.likelihood === likelihood && risk[id]?.impact === impact)
              .map(({ label }) => label.charAt(0))
              .join(' ')}
          </span>
        )),
      )}
    </div>
  );
}

export function RiskScores({ risk }: { readonly risk: PanelRisk }) {
  const [isScoring, setScoring] = useState(false);
  return (
    <section className="risk-scores" aria-label="Scores">
      <Position risk={risk} />
      <div className="risk-stack-tight">
        <dl className="score-list">
          {SCORES.map(({ id, label }) => (
            <div key={id}>
              <dt>{label}</dt>
              <dd>
                <ScoreMark score={risk[id]} isFull />
              </dd>
            </div>
          ))}
        </dl>
        {risk.viewerCan.update && (
          <Button size="sm" icon="target" onPress={() => setScoring(true)}>
            Score
          </Button>
        )}
      </div>
      {isScoring && <ScoreDialog risk={risk} onClose={() => setScoring(false)} />}
    </section>
  );
}
