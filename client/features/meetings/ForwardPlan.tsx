import { useViewer } from '../../platform/auth/viewer-context';
import { formatCount } from '../../platform/format/counts';
import { EmptyState } from '../../platform/ui/States';
import type { PlanLine, PlannedMeeting } from './forwardPlan.queries';
import { useForwardPlan } from './forwardPlanContext';
import { type PlanGroup, planGroups } from './forwardPlanGroups';
import { FULL_COUNCIL } from './forwardPlanWords';
import { PlanGroupSection } from './PlanGroupSection';
import { useDragToMeeting } from './useDragToMeeting';

/** What the signs stand for, as a printed forward plan says it below its table. */
function Legend() {
  return (
    <p className="plan-legend quiet">
      <b aria-hidden="true">*</b> {FULL_COUNCIL.toLowerCase()}. <b aria-hidden="true">+</b> its report will be
      confidential; that it is planned is for all partners to read.
    </p>
  );
}

/** A forward plan, meeting by meeting; last what is not for a meeting yet. */
export function ForwardPlan({ fresh }: { readonly fresh: ReadonlySet<string> }) {
  const { board, canKeep, today, move } = useForwardPlan();
  const viewer = useViewer();
  const { ahead, behind, open } = planGroups(board.meetings, board.forwardPlan, today);
  const dragging = useDragToMeeting((id, meetingId) => {
    const line = board.forwardPlan.find((one) => one.id === id);
    if (line) move(line, meetingId);
  });
  const section = (group: PlanGroup<PlannedMeeting, PlanLine>) => (
    <PlanGroupSection key={group.meeting?.id ?? 'open'} group={group} fresh={fresh} dragging={dragging} />
  );
  if (!canKeep && board.forwardPlan.length === 0)
    return (
      <EmptyState
        icon="calendar"
        title={viewer ? 'Nothing is planned yet' : 'For members of the partnership'}
      >
        {viewer
          ? 'What the board is to consider stands here as soon as its secretariat plans it.'
          : 'What the board plans to consider is shared among partners before it is published.'}
      </EmptyState>
    );
  return (
    <div className="forward-plan">
      {ahead.map(section)}
      {(canKeep || open.lines.length > 0) && section(open)}
      {behind.length > 0 && (
        <details className="folded">
          <summary>Meetings that are over or cancelled ({formatCount(behind.length, 'meeting')})</summary>
          {behind.map(section)}
        </details>
      )}
      <Legend />
    </div>
  );
}
