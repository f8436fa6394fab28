import { classes } from '../../platform/ui/classes';
import type { Score } from './risk.queries';
import { bandTone, scoreWords } from './riskScores';

interface ScoreMarkProps {
  readonly score: Score | null;
  /** Says how the score comes about too. */
  readonly isFull?: boolean;
}

/** The band as a word, in its colour, with the number. */
export function ScoreMark({ score, isFull = false }: ScoreMarkProps) {
  if (!score) return <span className="quiet">Not scored</span>;
  const [mark, rest] = scoreWords(score).split(': ');
  return (
    <span className="score">
      <span className={classes('score-mark', bandTone(score.band))} title={scoreWords(score)}>
        {mark}
      </span>
      {isFull && <span className="quiet">{rest}</span>}
    </span>
  );
}
