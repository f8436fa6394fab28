import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { refusalOf } from '../../platform/graphql/errors';
import { Badge } from '../../platform/ui/Badge';
import { Banner } from '../../platform/ui/Banner';
import { Button } from '../../platform/ui/Button';
import { Drawer } from '../../platform/ui/Drawer';
import { KeyValueList } from '../../platform/ui/KeyValueList';
import { LoadingState } from '../../platform/ui/LoadingState';
import { ErrorState, ForbiddenState } from '../../platform/ui/States';
import { StatusBar } from '../../platform/ui/StatusBar';
import { AddActionDialog } from '../actions/AddActionDialog';
import { ownerName } from '../actions/owners';
import { workstreamName } from '../plans/planColumns';
import { usePlanContext } from '../plans/planContext';
import { countsOf } from '../plans/statusCounts';
import { WhoSees } from '../plans/WhoSees';
import { WorkstreamNarratives, WorkstreamText } from './WorkstreamNarratives';
import { type PanelWorkstream, workstreamQuery } from './workstream.operations';
import '../actions/actions.css';

function Body({ workstream }: { readonly workstream: PanelWorkstream }) {
  const { asOf } = usePlanContext();
  const { leadOrganisation, sponsors, priorities, audience } = workstream;
  return (
    <div className="action-panel">
      {workstream.isRestricted && (
        <Banner tone="warning">
          {audience.label} {audience.memberIds.length === 1 ? 'sees' : 'see'} this workstream.
        </Banner>
      )}
      <StatusBar label={`Actions of ${workstreamName(workstream)}`} counts={countsOf(workstream.summary)} />
      <KeyValueList
        items={[
          { name: 'Led by', value: leadOrganisation?.name ?? <Badge look="warning">No lead</Badge> },
          {
            name: 'Sponsors',
            value:
              sponsors.length > 0 ? (
                sponsors.map(ownerName).join('; ')
              ) : (
                <Badge look="warning">No sponsor</Badge>
              ),
          },
          {
            name: 'Priorities',
            value:
              priorities.length > 0
                ? priorities.map((priority) => `${priority.priorityNumber} ${priority.title}`).join('; ')
                : null,
          },
          ...(asOf === null && workstream.viewerCan.update
            ? [
                {
                  name: 'Title',
                  value: <WorkstreamText workstream={workstream} field="title" label="Title" />,
                },
              ]
            : []),
        ]}
      />
      <WorkstreamNarratives workstream={workstream} />
    </div>
  );
}

/** A workstream, opened over its plan: who answers for it, how it stands, and what is written about it. */
export function WorkstreamPanel() {
  const { workstreamId = '' } = useParams();
  const { asOf, addressOf, partnershipId, save } = usePlanContext();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(true);
  const [isAdding, setAdding] = useState(false);
  const [{ data, error, fetching }, ask] = useQuery({
    query: workstreamQuery,
    variables: { id: workstreamId, ...(asOf === null ? {} : { asOf }) },
  });
  const workstream = data?.workstream;
  const close = (): void => {
    setOpen(false);
    void navigate(addressOf(''), { preventScrollReset: true });
  };
  const refusal = refusalOf(error);
  const canAdd = asOf === null && workstream?.viewerCan.create === true;
  const canRestrict = asOf === null && workstream?.viewerCan.restrict === true;
  return (
    <Drawer
      isOpen={isOpen}
      onClose={close}
      title={workstream ? workstreamName(workstream) : 'Workstream'}
      {...(workstream && (canAdd || canRestrict)
        ? {
            actions: (
              <>
                {canRestrict && (
                  <WhoSees
                    type="Workstream"
                    item={workstream}
                    name={workstreamName(workstream)}
                    suggested={workstream.leadOrganisation ? [workstream.leadOrganisation.id] : []}
                    partnershipId={partnershipId}
                    save={save}
                  />
                )}
                {canAdd && (
                  <Button icon="plus" onPress={() => setAdding(true)}>
                    Add an action
                  </Button>
                )}
              </>
            ),
          }
        : {})}
    >
      {workstream && <Body key={workstream.id} workstream={workstream} />}
      {!workstream && (fetching || (!data && !error)) && <LoadingState what="the workstream" shape="text" />}
      {!workstream && error && refusal?.code !== 'INVALID_INPUT' && (
        <ErrorState onRetry={() => ask({ requestPolicy: 'network-only' })}>{refusal?.message}</ErrorState>
      )}
      {!workstream && !fetching && (data || refusal?.code === 'INVALID_INPUT') && <ForbiddenState />}
      {isAdding && workstream && (
        <AddActionDialog workstreams={[workstream]} parent={null} onClose={() => setAdding(false)} />
      )}
    </Drawer>
  );
}
