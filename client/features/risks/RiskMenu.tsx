import { useState } from 'react';
import { usePartnership } from '../../platform/auth/viewer-context';
import type { Refusal } from '../../platform/graphql/errors';
import { tellOutcome } from '../../platform/graphql/outcome';
import { Button } from '../../platform/ui/Button';
import { ConfirmDialog } from '../../platform/ui/Dialog';
import { ownerOrganisations } from '../actions/owners';
import { WhoSees } from '../plans/WhoSees';
import { useRiskVerbs } from './risk.operations';
import type { PanelRisk } from './risk.queries';
import { riskName, useRiskContext } from './riskContext';

/** Whether there is anything the reader may do with the risk as a whole. */
export const hasMenu = ({ viewerCan: { update, archive, restrict } }: PanelRisk): boolean =>
  update || archive || restrict;

/** What can be done with the risk as a whole, by those who may. */
export function RiskMenu({ risk }: { readonly risk: PanelRisk }) {
  const { save } = useRiskContext();
  const partnership = usePartnership();
  const verbs = useRiskVerbs();
  const [isArchiving, setArchiving] = useState(false);
  const [isPending, setPending] = useState(false);
  const { update, archive, restrict } = risk.viewerCan;
  const isArchived = risk.archivedAt !== null;
  const isOpen = risk.riskStatus === 'OPEN';
  const name = riskName(risk);
  const input = { id: risk.id, expectedVersion: risk.version };

  const send = async (sending: Promise<Refusal | null>, now: string): Promise<void> => {
    setPending(true);
    const refused = await sending;
    setPending(false);
    setArchiving(false);
    tellOutcome(refused, `${name} is ${now}`);
  };
  return (
    <>
      {archive && (
        <Button
          look="quiet"
          icon="archive"
          onPress={() => (isArchived ? void send(verbs.restore(input), 'back') : setArchiving(true))}
        >
          {isArchived ? 'Bring it back' : 'Archive'}
        </Button>
      )}
      {restrict && partnership && (
        <WhoSees
          type="Risk"
          item={risk}
          name={name}
          suggested={ownerOrganisations(risk.owners).map(({ id }) => id)}
          partnershipId={partnership.id}
          save={save}
        />
      )}
      {update && !isArchived && (
        <Button
          onPress={() =>
            void send(verbs.become(isOpen ? 'CLOSED' : 'OPEN', input), isOpen ? 'closed' : 'open again')
          }
        >
          {isOpen ? 'Close the risk' : 'Open it again'}
        </Button>
      )}
      <ConfirmDialog
        isOpen={isArchiving}
        title={`Archive ${name}?`}
        confirm="Archive the risk"
        isDanger
        isPending={isPending}
        onConfirm={() => void send(verbs.archive(input), 'archived')}
        onClose={() => setArchiving(false)}
      >
        <p>
          It leaves the register, with its mitigations, and can be brought back: filter the risks by
          “Archived”. A risk that is over is closed instead.
        </p>
      </ConfirmDialog>
    </>
  );
}
