import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { formatInstant } from '../../platform/format/dates';
import { refusalOf } from '../../platform/graphql/errors';
import { Banner } from '../../platform/ui/Banner';
import { Drawer } from '../../platform/ui/Drawer';
import { LoadingState } from '../../platform/ui/LoadingState';
import { ErrorState, ForbiddenState } from '../../platform/ui/States';
import { PriorityFacts } from './PriorityFacts';
import { PriorityMenu } from './PriorityMenu';
import { usePlanContext } from './planContext';
import { priorityQuery } from './priority.operations';
import { priorityName } from './priorityRow';
import '../actions/actions.css';

/** A priority, opened over its plan. Its address can be sent to others, and leads to it when it was archived too. */
export function PriorityPanel() {
  const { priorityId = '' } = useParams();
  const { asOf, addressOf, canChange } = usePlanContext();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(true);
  const [{ data, error, fetching }, ask] = useQuery({
    query: priorityQuery,
    variables: { id: priorityId, ...(asOf === null ? {} : { asOf }) },
  });
  const priority = data?.priority;
  const close = (): void => {
    setOpen(false);
    void navigate(addressOf('priorities'), { preventScrollReset: true });
  };
  const refusal = refusalOf(error);
  const can = priority?.viewerCan;
  const hasMenu = canChange && (can?.update || can?.assign || can?.archive);
  return (
    <Drawer
      isOpen={isOpen}
      onClose={close}
      title={priority ? priority.title : 'Priority'}
      {...(priority ? { lead: <b>{priorityName(priority)}</b> } : {})}
      {...(priority && hasMenu ? { actions: <PriorityMenu priority={priority} /> } : {})}
    >
      {priority && (
        <div className="action-panel">
          {priority.archivedAt !== null && (
            <Banner tone="warning">Archived on {formatInstant(priority.archivedAt)}.</Banner>
          )}
          {priority.meaning !== null && <p className="narrative">{priority.meaning}</p>}
          <PriorityFacts priority={priority} />
        </div>
      )}
      {!priority && (fetching || (!data && !error)) && <LoadingState what="the priority" shape="text" />}
      {!priority && error && refusal?.code !== 'INVALID_INPUT' && (
        <ErrorState onRetry={() => ask({ requestPolicy: 'network-only' })}>{refusal?.message}</ErrorState>
      )}
      {!priority && !fetching && (data || refusal?.code === 'INVALID_INPUT') && <ForbiddenState />}
    </Drawer>
  );
}
