import { useState } from 'react';
import { Button } from '../../platform/ui/Button';
import { usePlanContext } from '../plans/planContext';
import { AssignDialog } from './AssignDialog';
import { useActionVerbs } from './action.operations';
import type { PartProps } from './actionPanel.queries';
import { OwnerList } from './OwnerList';
import { ANSWERING } from './owners';

/** Who answers for the action and how; nobody is said as a gap. */
export function ActionOwners({ action, name }: PartProps) {
  const { asOf, partnershipId, save } = usePlanContext();
  const verbs = useActionVerbs();
  const [isAssigning, setAssigning] = useState(false);
  return (
    <div className="fact">
      <OwnerList owners={action.leads} none="No lead" />
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
          roles={ANSWERING}
          partnershipId={partnershipId}
          save={save}
          send={(expectedVersion, { owners = [] }) =>
            verbs.assign({ id: action.id, expectedVersion, leads: owners })
          }
          onClose={() => setAssigning(false)}
        />
      )}
    </div>
  );
}
