import { useState } from 'react';
import { Link } from 'react-router';
import { Badge } from '../../platform/ui/Badge';
import { Button } from '../../platform/ui/Button';
import { KeyValueList } from '../../platform/ui/KeyValueList';
import { AssignDialog } from '../actions/AssignDialog';
import { ownerName } from '../actions/owners';
import { workstreamName } from '../plans/planColumns';
import { usePlanContext } from '../plans/planContext';
import { priorityName } from '../plans/priorityRow';
import { ServesDialog } from './ServesDialog';
import { WorkstreamText } from './WorkstreamNarratives';
import { type PanelWorkstream, useWorkstreamVerbs } from './workstream.operations';

interface FactProps {
  readonly workstream: PanelWorkstream;
}

function Sponsors({ workstream }: FactProps) {
  const { canChange, partnershipId, save } = usePlanContext();
  const verbs = useWorkstreamVerbs();
  const [isAssigning, setAssigning] = useState(false);
  const { id, version, sponsors, leadOrganisation, viewerCan } = workstream;
  const name = workstreamName(workstream);
  return (
    <div className="fact">
      <span>
        {sponsors.length > 0 ? sponsors.map(ownerName).join('; ') : <Badge look="warning">No sponsor</Badge>}
      </span>
      {canChange && viewerCan.assign && (
        <Button size="sm" look="quiet" icon="people" onPress={() => setAssigning(true)}>
          Say who leads and sponsors it
        </Button>
      )}
      {isAssigning && (
        <AssignDialog
          title={`Who answers for ${name}`}
          lead="One organisation leads it. Its sponsors answer to the board for it, and sign its actions off."
          verb="Save who answers for it"
          label="Sponsors"
          field="sponsors"
          item={name}
          version={version}
          owners={sponsors}
          roles={['SPONSOR']}
          partnershipId={partnershipId}
          save={save}
          leadOrganisation={leadOrganisation}
          send={(expectedVersion, { owners, ...lead }) =>
            verbs.assign({ id, expectedVersion, ...lead, ...(owners ? { sponsors: owners } : {}) })
          }
          onClose={() => setAssigning(false)}
        />
      )}
    </div>
  );
}

function Serves({ workstream }: FactProps) {
  const { canChange, addressOf } = usePlanContext();
  const [isChoosing, setChoosing] = useState(false);
  const served = workstream.priorities.filter(({ archivedAt }) => archivedAt === null);
  return (
    <div className="fact">
      {served.length === 0 && <span className="quiet">None</span>}
      {served.map((priority) => (
        <Link key={priority.id} to={addressOf(`priorities/${priority.id}`)}>
          {priorityName(priority)} {priority.title}
        </Link>
      ))}
      {canChange && workstream.viewerCan.update && (
        <Button size="sm" look="quiet" icon="target" onPress={() => setChoosing(true)}>
          Say which it serves
        </Button>
      )}
      {isChoosing && <ServesDialog workstream={workstream} onClose={() => setChoosing(false)} />}
    </div>
  );
}

/** Who answers for a workstream and what it serves: each is changed where it is read. */
export function WorkstreamFacts({ workstream }: FactProps) {
  const { canChange } = usePlanContext();
  const text = (field: 'title' | 'number', label: string) => ({
    name: label,
    value: <WorkstreamText workstream={workstream} field={field} label={label} />,
  });
  return (
    <KeyValueList
      items={[
        {
          name: 'Led by',
          value: workstream.leadOrganisation?.name ?? <Badge look="warning">No lead</Badge>,
        },
        { name: 'Sponsors', value: <Sponsors workstream={workstream} /> },
        { name: 'Priorities', value: <Serves workstream={workstream} /> },
        ...(canChange && workstream.viewerCan.update
          ? [text('number', 'Number'), text('title', 'Title')]
          : []),
      ]}
    />
  );
}
