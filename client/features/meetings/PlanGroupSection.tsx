import { useId } from 'react';
import { Link } from 'react-router';
import { formatLongDay, relativeDay } from '../../platform/format/dates';
import { Badge } from '../../platform/ui/Badge';
import { classes } from '../../platform/ui/classes';
import { AddEntry } from './AddEntry';
import { EntryLine } from './EntryLine';
import type { PlanLine, PlannedMeeting } from './forwardPlan.queries';
import { useForwardPlan } from './forwardPlanContext';
import { isToCome, type PlanGroup } from './forwardPlanGroups';
import { boardsWords } from './forwardPlanWords';
import { type Dragging, OPEN } from './useDragToMeeting';

function MeetingHead({ meeting }: { readonly meeting: PlannedMeeting }) {
  const { today } = useForwardPlan();
  const { title, meetsOn, startsAt, place, meetingStatus, boards } = meeting;
  const facts = [startsAt, title === 'Meeting' ? null : title, place].filter(Boolean).join(', ');
  return (
    <>
      <Link to={`/meetings/${meeting.id}`}>{formatLongDay(meetsOn)}</Link>
      <span className="plan-when quiet">
        {relativeDay(meetsOn, today)}, {facts}
      </span>
      {boards.length > 1 && <Badge icon="people">{boardsWords(boards)}</Badge>}
      {meetingStatus === 'CANCELLED' && <Badge look="warning">Cancelled</Badge>}
      {meetingStatus === 'HELD' && <Badge icon="check">Held</Badge>}
    </>
  );
}

interface PlanGroupSectionProps {
  readonly group: PlanGroup<PlannedMeeting, PlanLine>;
  readonly fresh: ReadonlySet<string>;
  readonly dragging: Dragging;
}

/** What is planned for one meeting, or for none yet. */
export function PlanGroupSection({ group, fresh, dragging }: PlanGroupSectionProps) {
  const { canKeep, today } = useForwardPlan();
  const { meeting, lines } = group;
  const head = useId();
  const takesMore = canKeep && (meeting === null || isToCome(meeting, today));
  const place = meeting?.id ?? OPEN;
  return (
    <article
      className={classes(
        'plan-group',
        takesMore && dragging.dragged !== null && dragging.over === place && 'is-over',
      )}
      aria-labelledby={head}
      {...(takesMore ? { 'data-plan-meeting': place } : {})}
    >
      <h2 id={head}>{meeting ? <MeetingHead meeting={meeting} /> : 'Not yet for a meeting'}</h2>
      {lines.length === 0 && <p className="quiet plan-none">Nothing is planned for it yet.</p>}
      {lines.length > 0 && (
        <ul className="plan-lines">
          {lines.map((line) => (
            <li key={line.id}>
              <EntryLine line={line} isFresh={fresh.has(line.id)} dragging={dragging} />
            </li>
          ))}
        </ul>
      )}
      {takesMore && <AddEntry meeting={meeting} />}
    </article>
  );
}
