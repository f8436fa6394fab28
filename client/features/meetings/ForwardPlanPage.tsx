import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { useHere } from '../../platform/auth/viewer-context';
import { useToday } from '../../platform/format/useToday';
import { refusalOf } from '../../platform/graphql/errors';
import { useSaving } from '../../platform/graphql/saving';
import { Page } from '../../platform/routing/Page';
import { LoadingState } from '../../platform/ui/LoadingState';
import { ErrorState, ForbiddenState } from '../../platform/ui/States';
import { ForwardPlan } from './ForwardPlan';
import { ForwardPlanActions } from './ForwardPlanActions';
import { useForwardPlanLive } from './forwardPlan.live';
import { useForwardPlanVerbs } from './forwardPlan.operations';
import { forwardPlanQuery, type PlannedBoard, proposalsQuery } from './forwardPlan.queries';
import { ForwardPlanContext } from './forwardPlanContext';
import { isToCome } from './forwardPlanGroups';
import { useLateReason } from './LateReason';
import { Proposals } from './Proposals';
import { PublishedPlan } from './PublishedPlan';
import { useMoving } from './useMoving';
import '../organisations/bodies.css';
import './forwardPlan.css';

const BOARDS = { label: 'Boards & ABUs', to: '/boards' };

interface ShownProps {
  readonly board: PlannedBoard;
  readonly partnership: { readonly id: string; readonly changesCursor: string };
  readonly refresh: () => void;
}

function Shown({ board, partnership, refresh }: ShownProps) {
  const { person } = useHere();
  const today = useToday();
  const bare = useForwardPlanVerbs();
  const [ontoAgenda, lateItem] = useLateReason(bare.ontoAgenda);
  const verbs = { ...bare, ontoAgenda };
  const canKeep = board.viewerCan.keepMeetings;
  const [{ data }, askProposals] = useQuery({
    query: proposalsQuery,
    variables: { id: board.id },
    pause: !canKeep,
  });
  const again = (): void => {
    if (canKeep) askProposals({ requestPolicy: 'network-only' });
  };
  const all = (): void => {
    refresh();
    again();
  };
  const { fresh, gone } = useForwardPlanLive({
    boardId: board.id,
    within: partnership.id,
    cursor: partnership.changesCursor,
    viewerId: person?.id ?? null,
    onMoved: refresh,
    onProposals: again,
  });
  const [save, conflictDialog] = useSaving();
  const [move, movingDialog] = useMoving(board.meetings, verbs, all);
  const lines = board.forwardPlan.filter(({ id, archivedAt }) => !gone.has(id) && archivedAt === null);
  const ahead = board.meetings.filter((meeting) => isToCome(meeting, today));
  const shown = { ...board, forwardPlan: lines };
  return (
    <ForwardPlanContext value={{ board: shown, canKeep, today, ahead, verbs, save, move, refresh: all }}>
      <Page
        title="Forward plan"
        trail={[BOARDS, { label: board.shortName ?? board.name, to: `/boards/${board.id}` }]}
        lead={<p>What {board.name} is to consider, and when.</p>}
        {...(canKeep ? { actions: <ForwardPlanActions /> } : {})}
      >
        <div className={canKeep ? 'plan-and-proposals' : 'plan-alone'}>
          <ForwardPlan fresh={fresh} />
          {canKeep && (
            <Proposals
              proposals={data?.board?.agendaProposals ?? null}
              declined={data?.board?.declinedProposals ?? []}
            />
          )}
        </div>
        <PublishedPlan boardId={board.id} canKeep={canKeep} />
      </Page>
      {movingDialog}
      {lateItem}
      {conflictDialog}
    </ForwardPlanContext>
  );
}

/** What a board is to consider, meeting by meeting, kept by its secretaries together and read by all partners. */
export function ForwardPlanPage() {
  const { id = '' } = useParams();
  const { partnership: here } = useHere();
  const [{ data, error, fetching }, ask] = useQuery({
    query: forwardPlanQuery,
    variables: { id, partnershipId: here?.id ?? '' },
    pause: !here,
  });
  const refresh = (): void => ask({ requestPolicy: 'network-only' });
  if (data?.board && data.partnership)
    return <Shown key={data.board.id} board={data.board} partnership={data.partnership} refresh={refresh} />;
  return (
    <Page title={fetching ? 'Forward plan' : 'Not found'} trail={[BOARDS]}>
      {fetching && <LoadingState what="the forward plan" />}
      {!fetching && error && <ErrorState onRetry={refresh}>{refusalOf(error)?.message}</ErrorState>}
      {!fetching && !error && <ForbiddenState />}
    </Page>
  );
}
