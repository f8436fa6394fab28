import { useState } from 'react';
import { Button } from '../../platform/ui/Button';
import { usePlanContext } from '../plans/planContext';
import { AssignDialog } from './AssignDialog';
import type { PartProps } from './actionPanel.queries';
import { OwnerList } from './OwnerList';

/** Who answers for the action and how; nobody is said as a gap. */
export function ActionOwners({ action, name }: PartProps) {
  const { asOf } = usePlanContext();
  const [isAssigning, setAssigning] = useState(false);
  return (
    <div className="fact">
      <OwnerList owners={action.leads} none="No lead" />
      {asOf === null && action.viewerCan.update && (
        <Button size="sm" look="quiet" icon="people" onPress={() => setAssigning(true)}>
          Say who leads it
        </Button>
      )}
      {isAssigning && <AssignDialog action={action} name={name} onClose={() => setAssigning(false)} />}
    </div>
  );
}
