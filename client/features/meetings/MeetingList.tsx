import { Link } from 'react-router';
import { formatLongDay, relativeDay } from '../../platform/format/dates';
import { useToday } from '../../platform/format/useToday';
import { Badge } from '../../platform/ui/Badge';
import type { PlannedMeeting } from './forwardPlan.queries';
import '../organisations/bodies.css';
import './forwardPlan.css';

interface MeetingListProps {
  readonly label: string;
  readonly meetings: readonly PlannedMeeting[];
  /** The board whose page this is: it need not be named. */
  readonly boardId?: string;
}

/** Meetings one below the other: when, of whom, where. */
export function MeetingList({ label, meetings, boardId }: MeetingListProps) {
  const today = useToday();
  return (
    <ul className="meeting-list" aria-label={label}>
      {meetings.map(
        ({ id, meetsOn, startsAt, endsAt, title, place, boards, meetingStatus, statusReason }) => {
          const others = boards.filter((board) => board.id !== boardId);
          return (
            <li key={id}>
              <p className="meeting-day">
                <Link to={`/meetings/${id}`}>{formatLongDay(meetsOn)}</Link>
                {meetingStatus === 'CANCELLED' && <Badge look="warning">Cancelled</Badge>}
                {meetingStatus === 'HELD' && <Badge icon="check">Held</Badge>}
              </p>
              {others.length > 0 && (
                <p className="meeting-boards">
                  {boardId && <span className="quiet">With </span>}
                  {others.map((board, i) => (
                    <span key={board.id}>
                      {i > 0 && ' and '}
                      <Link to={`/boards/${board.id}`}>{board.name}</Link>
                    </span>
                  ))}
                </p>
              )}
              <p className="quiet">
                {[
                  relativeDay(meetsOn, today),
                  endsAt ? `${startsAt} to ${endsAt}` : startsAt,
                  title === 'Meeting' ? null : title,
                  place,
                ]
                  .filter(Boolean)
                  .join(', ')}
              </p>
              {statusReason && <p className="quiet">Why: {statusReason}</p>}
            </li>
          );
        },
      )}
    </ul>
  );
}
