import { useState } from 'react';
import { Link } from 'react-router';
import { formatCount } from '../../platform/format/counts';
import { Select } from '../../platform/ui/Select';
import type { RiskRow } from './risk.queries';
import { bandOf, bandTone, IMPACTS, LIKELIHOODS, SCORES, type ScoreKind, STEPS } from './riskScores';

interface RiskMatrixProps {
  readonly risks: readonly RiskRow[];
  readonly addressOf: (riskId: string) => string;
}

function Square({
  likelihood,
  impact,
  risks,
  addressOf,
}: RiskMatrixProps & { likelihood: number; impact: number }) {
  const score = likelihood * impact;
  const band = bandOf(score);
  return (
    <td className={`matrix-square ${bandTone(band)}`}>
      <span className="matrix-band">
        {band} {score}
      </span>
      {risks.length > 0 && (
        <ul>
          {risks.map((risk) => (
            <li key={risk.id}>
              <Link
                to={addressOf(risk.id)}
                title={risk.event}
                aria-label={`${risk.reference ?? ''} ${risk.event}`.trim()}
              >
                {risk.reference ?? risk.event}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </td>
  );
}

/** The 5×5 matrix as what it is: a table, likelihood down the side, impact along the foot of each row's words. */
export function RiskMatrix({ risks, addressOf }: RiskMatrixProps) {
  const [kind, setKind] = useState<ScoreKind>('current');
  const at = (likelihood: number, impact: number) =>
    risks.filter((risk) => risk[kind]?.likelihood === likelihood && risk[kind]?.impact === impact);
  const unscored = risks.filter((risk) => risk[kind] === null);
  const label = SCORES.find(({ id }) => id === kind)?.label ?? '';
  return (
    <div className="risk-stack">
      <Select
        label="Which score"
        className="matrix-which"
        options={SCORES.map(({ id, label: word, means }) => ({ id, label: word, note: means }))}
        value={kind}
        onChange={(id) => setKind(SCORES.find((one) => one.id === id)?.id ?? 'current')}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section className="table-wrap" aria-label={`Matrix of ${label.toLowerCase()} scores`} tabIndex={0}>
        <table className="matrix">
          <caption className="visually-hidden">
            {label} scores of {formatCount(risks.length, 'risk')}: likelihood in rows, impact in columns
          </caption>
          <thead>
            <tr>
              <td className="matrix-corner">Likelihood ↓ Impact →</td>
              {STEPS.map((impact) => (
                <th key={impact} scope="col">
                  {impact} {IMPACTS[impact - 1]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...STEPS].reverse().map((likelihood) => (
              <tr key={likelihood}>
                <th scope="row">
                  {likelihood} {LIKELIHOODS[likelihood - 1]}
                </th>
                {STEPS.map((impact) => (
                  <Square
                    key={impact}
                    {...{ likelihood, impact, addressOf }}
                    risks={at(likelihood, impact)}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {unscored.length > 0 && (
        <p>
          <b>Not scored:</b>{' '}
          {unscored.map((risk, index) => (
            <span key={risk.id}>
              {index > 0 && ', '}
              <Link to={addressOf(risk.id)}>{risk.reference ?? risk.event}</Link>
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
