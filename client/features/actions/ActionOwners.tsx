import { useState } from 'react';
import { Badge } from '../../platform/ui/Badge';
import { Button } from '../../platform/ui/Button';
import { usePlanContext } from '../plans/planContext';
import { AssignDialog } from './AssignDialog';
import { useActionVerbs } from './action.operations';
import type { PartProps } from './actionPanel.queries';
import { isUnrecognised, ownerName, ROLE_WORDS } from './owners';

/** Who answers for the action and how; nobody is said as a gap. */
export function ActionOwners({ action, name }: PartProps) {
  const { asOf } = usePlanContext();
  const verbs = useActionVerbs();
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
      {isAssigning && (
        <AssignDialog
          title={`Who leads ${name}`}
          lead="One is accountable; the others lead jointly or support."
          verb="Save who leads it"
          label="Led by"
          field="leads"
          item={name}
          version={action.version}
          owners={action.leads}
          roles={['ACCOUNTABLE', 'JOINT', 'SUPPORTING']}
          send={(expectedVersion, { owners = [] }) =>
            verbs.assign({ id: action.id, expectedVersion, leads: owners })
          }
          onClose={() => setAssigning(false)}
        />
      )}
    </div>
  );
}
