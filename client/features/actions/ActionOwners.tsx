import { useState } from 'react';
import { Badge } from '../../platform/ui/Badge';
import { Button } from '../../platform/ui/Button';
import { usePlanContext } from '../plans/planContext';
import { AssignDialog } from './AssignDialog';
import type { PartProps } from './actionPanel.queries';
import { isUnrecognised, ownerName, ROLE_WORDS } from './owners';

/** Who answers for the action and how; nobody is said as a gap. */
export function ActionOwners({ action, name }: PartProps) {
  const { asOf } = usePlanContext();
  const [isAssigning, setAssigning] = useState(false);
  return (
    <div className="fact">
      {action.leads.length === 0 && (
        <span>
          <Badge look="warning">No lead</Badge>
        </span>
      )}
      {action.leads.length > 0 && (
        <ul className="owner-list">
          {action.leads.map((lead) => (
            <li key={lead.id}>
              {isUnrecognised(lead) ? `“${ownerName(lead)}”` : ownerName(lead)}{' '}
              <span className="quiet">
                {isUnrecognised(lead) ? 'as written, nobody recognised' : ROLE_WORDS[lead.role].toLowerCase()}
              </span>
            </li>
          ))}
        </ul>
      )}
      {asOf === null && action.viewerCan.update && (
        <Button size="sm" look="quiet" icon="people" onPress={() => setAssigning(true)}>
          Say who leads it
        </Button>
      )}
      {isAssigning && <AssignDialog action={action} name={name} onClose={() => setAssigning(false)} />}
    </div>
  );
}
