import { Badge } from '../../platform/ui/Badge';
import { EmptyState } from '../../platform/ui/States';
import type { PartProps } from './actionPanel.queries';

/** Risks that name the action. */
export function ActionRisks({ action }: PartProps) {
  if (action.risks.length === 0)
    return (
      <EmptyState icon="risk" title="No risks name this action">
        A risk that says this action may not be delivered will stand here.
      </EmptyState>
    );
  return (
    <ul className="reference-list">
      {action.risks.map((risk) => (
        <li key={risk.id} className="reference-item">
          <p>
            {risk.reference && <b className="reference">{risk.reference}</b>} {risk.event}
          </p>
          <p>
            {risk.current ? (
              <Badge look={risk.current.score >= 15 ? 'danger' : 'plain'}>
                Score {risk.current.score}, {risk.current.band}
              </Badge>
            ) : (
              <span className="quiet">Not scored</span>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
