import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { formatInstant } from '../../platform/format/dates';
import { refusalOf } from '../../platform/graphql/errors';
import { SavingHere } from '../../platform/graphql/saving';
import { Banner } from '../../platform/ui/Banner';
import { Drawer } from '../../platform/ui/Drawer';
import { LoadingState } from '../../platform/ui/LoadingState';
import { ErrorState, ForbiddenState } from '../../platform/ui/States';
import { StatusBar } from '../../platform/ui/StatusBar';
import { workstreamName } from '../plans/planColumns';
import { usePlanContext } from '../plans/planContext';
import { countsOf } from '../plans/statusCounts';
import { WhoSees } from '../plans/WhoSees';
import { WorkstreamFacts } from './WorkstreamFacts';
import { hasMenu, WorkstreamMenu } from './WorkstreamMenu';
import { WorkstreamNarratives } from './WorkstreamNarratives';
import { type PanelWorkstream, workstreamQuery } from './workstream.operations';
import '../actions/actions.css';

function Body({ workstream }: { readonly workstream: PanelWorkstream }) {
  const { audience } = workstream;
  return (
    <div className="action-panel">
      {workstream.archivedAt !== null && (
        <Banner tone="warning">Archived on {formatInstant(workstream.archivedAt)}, with its actions.</Banner>
      )}
      {workstream.isRestricted && (
        <Banner tone="warning">
          {audience.label} {audience.memberIds.length === 1 ? 'sees' : 'see'} this workstream.
        </Banner>
      )}
      <StatusBar label={`Actions of ${workstreamName(workstream)}`} counts={countsOf(workstream.summary)} />
      <WorkstreamFacts workstream={workstream} />
      <WorkstreamNarratives workstream={workstream} />
    </div>
  );
}

/** A workstream, opened over its plan: who answers for it, how it stands, and what is written about it. */
export function WorkstreamPanel() {
  const { workstreamId = '' } = useParams();
  const { asOf, addressOf, canChange, partnershipId, save } = usePlanContext();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(true);
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
  return (
    <Drawer
      isOpen={isOpen}
      onClose={close}
      title={workstream ? workstreamName(workstream) : 'Workstream'}
      {...(workstream && canChange && (workstream.viewerCan.restrict || hasMenu(workstream))
        ? {
            actions: (
              <>
                {workstream.viewerCan.restrict && (
                  <WhoSees
                    type="Workstream"
                    item={workstream}
                    name={workstreamName(workstream)}
                    suggested={workstream.leadOrganisation ? [workstream.leadOrganisation.id] : []}
                    partnershipId={partnershipId}
                    save={save}
                  />
                )}
                <WorkstreamMenu workstream={workstream} />
              </>
            ),
          }
        : {})}
    >
      {workstream && (
        <SavingHere key={workstream.id}>
          <Body workstream={workstream} />
        </SavingHere>
      )}
      {!workstream && (fetching || (!data && !error)) && <LoadingState what="the workstream" shape="text" />}
      {!workstream && error && refusal?.code !== 'INVALID_INPUT' && (
        <ErrorState onRetry={() => ask({ requestPolicy: 'network-only' })}>{refusal?.message}</ErrorState>
      )}
      {!workstream && !fetching && (data || refusal?.code === 'INVALID_INPUT') && <ForbiddenState />}
    </Drawer>
  );
}
