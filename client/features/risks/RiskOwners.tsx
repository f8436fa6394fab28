import { useState } from 'react';
import { usePartnership } from '../../platform/auth/viewer-context';
import { Button } from '../../platform/ui/Button';
import { AssignDialog } from '../actions/AssignDialog';
import { OwnerList } from '../actions/OwnerList';
import { ANSWERING } from '../actions/owners';
import { useRiskVerbs } from './risk.operations';
import type { PanelRisk } from './risk.queries';
import { riskName, useRiskContext } from './riskContext';

/** Who owns the risk; those who keep it say who does. */
export function RiskOwners({ risk }: { readonly risk: PanelRisk }) {
  const { save } = useRiskContext();
  const partnership = usePartnership();
  const verbs = useRiskVerbs();
  const [isAssigning, setAssigning] = useState(false);
  const name = riskName(risk);
  return (
    <div className="fact">
      <OwnerList owners={risk.owners} none="No owner" />
      {risk.viewerCan.update && (
        <Button size="sm" look="quiet" icon="people" onPress={() => setAssigning(true)}>
          Say who owns it
        </Button>
      )}
      {isAssigning && partnership && (
        <AssignDialog
          title={`Who owns ${name}`}
          lead="One is accountable; the others own it jointly or support."
          verb="Save who owns it"
          label="Owned by"
          field="owners"
          item={name}
          roles={ANSWERING}
          version={risk.version}
          owners={risk.owners}
          partnershipId={partnership.id}
          save={save}
          send={(expectedVersion, { owners = [] }) => verbs.assign({ id: risk.id, expectedVersion, owners })}
          onClose={() => setAssigning(false)}
        />
      )}
    </div>
  );
}
