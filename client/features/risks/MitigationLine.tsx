import { useState } from 'react';
import { BragStatus } from '../../../schema/vocabulary';
import { usePartnership } from '../../platform/auth/viewer-context';
import { STATUSES_BY_CONCERN, statusWords } from '../../platform/format/status';
import { useToday } from '../../platform/format/useToday';
import { tellOutcome } from '../../platform/graphql/outcome';
import { Badge } from '../../platform/ui/Badge';
import { Button } from '../../platform/ui/Button';
import { EditInPlaceSelect } from '../../platform/ui/EditInPlaceSelect';
import { StatusBlock, StatusPill } from '../../platform/ui/StatusPill';
import { AssignDialog } from '../actions/AssignDialog';
import { OwnerList } from '../actions/OwnerList';
import { ANSWERING } from '../actions/owners';
import { MitigationText } from './MitigationText';
import { useRiskVerbs } from './risk.operations';
import type { Mitigation } from './risk.queries';
import { mitigationName, useRiskContext } from './riskContext';

interface LineProps {
  readonly mitigation: Mitigation;
}

function MitigationStatus({ mitigation }: LineProps) {
  const { save } = useRiskContext();
  const verbs = useRiskVerbs();
  const { rate, signOff } = mitigation.viewerCan;
  const onSave = (id: string): Promise<void> =>
    save({
      item: mitigationName(mitigation),
      version: mitigation.version,
      label: () => 'Status',
      show: (_field, value) =>
        typeof value === 'string' && value in BragStatus ? <StatusPill status={value as BragStatus} /> : null,
      send: (expectedVersion) =>
        verbs.rateMitigation({ id: mitigation.id, expectedVersion, status: BragStatus[id as BragStatus] }),
    });
  return (
    <EditInPlaceSelect
      label={`Status of “${mitigation.description}”`}
      value={mitigation.status}
      canEdit={rate}
      onSave={onSave}
      options={STATUSES_BY_CONCERN.filter((one) => signOff || one !== BragStatus.BLUE).map((one) => ({
        id: one,
        label: one === BragStatus.BLUE ? 'Blue: done' : statusWords(one).label,
        mark: <StatusBlock status={one} isDecorative />,
      }))}
    >
      <StatusPill status={mitigation.status} />
    </EditInPlaceSelect>
  );
}

function Assign({ mitigation }: LineProps) {
  const { save } = useRiskContext();
  const partnership = usePartnership();
  const verbs = useRiskVerbs();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" look="quiet" icon="people" onPress={() => setOpen(true)}>
        Say who does it
      </Button>
      {isOpen && partnership && (
        <AssignDialog
          title="Who does this mitigation"
          lead={mitigation.description}
          verb="Save who does it"
          label="Done by"
          field="owners"
          item={mitigationName(mitigation)}
          roles={ANSWERING}
          version={mitigation.version}
          owners={mitigation.owners}
          partnershipId={partnership.id}
          save={save}
          send={(expectedVersion, { owners = [] }) =>
            verbs.assignMitigation({ id: mitigation.id, expectedVersion, owners })
          }
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function Archive({ mitigation }: LineProps) {
  const verbs = useRiskVerbs();
  const [isPending, setPending] = useState(false);
  const archive = async (): Promise<void> => {
    setPending(true);
    const refused = await verbs.archiveMitigation({ id: mitigation.id, expectedVersion: mitigation.version });
    setPending(false);
    tellOutcome(refused, 'The mitigation is archived. It can be brought back below.');
  };
  return (
    <Button
      size="sm"
      look="quiet"
      icon="archive"
      aria-label={`Archive “${mitigation.description}”`}
      isPending={isPending}
      onPress={() => void archive()}
    >
      Archive
    </Button>
  );
}

/** One mitigation: what is done, how it stands, when it is due and who does it, each changed where it is read. */
export function MitigationLine({ mitigation }: LineProps) {
  const { timing, status, viewerCan } = mitigation;
  const today = useToday();
  const isOverdue = status !== 'BLUE' && !!timing?.end && timing.end < today;
  return (
    <li className="mitigation">
      <MitigationText mitigation={mitigation} field="description" />
      <div className="mitigation-facts">
        <MitigationStatus mitigation={mitigation} />
        <span className="mitigation-due">
          <span className="quiet">Due</span> <MitigationText mitigation={mitigation} field="timing" />
        </span>
        {isOverdue && (
          <Badge look="danger" icon="clock">
            Overdue
          </Badge>
        )}
        <OwnerList owners={mitigation.owners} none="Nobody named" />
      </div>
      {(viewerCan.assign || viewerCan.archive) && (
        <div className="mitigation-verbs">
          {viewerCan.assign && <Assign mitigation={mitigation} />}
          {viewerCan.archive && <Archive mitigation={mitigation} />}
        </div>
      )}
    </li>
  );
}
