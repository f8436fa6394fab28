import { type ReactNode, useState } from 'react';
import { useQuery } from 'urql';
import { useHere } from '../../platform/auth/viewer-context';
import { useToday } from '../../platform/format/useToday';
import { refusalOf } from '../../platform/graphql/errors';
import { Button, LinkButton } from '../../platform/ui/Button';
import { LoadingState } from '../../platform/ui/LoadingState';
import { ErrorState } from '../../platform/ui/States';
import { CalendarDialog } from './CalendarDialog';
import { isToCome } from './forwardPlanGroups';
import { MeetingList } from './MeetingList';
import { useMeetingListLive } from './meetingList.live';
import { boardMeetingsQuery } from './meetingList.queries';
import { PlanMeetingDialog } from './PlanMeetingDialog';

interface BoardMeetingsProps {
  readonly boardId: string;
  /** What stands below: shown once the meetings are there, which would move it. */
  readonly children: ReactNode;
}

/** When a board meets, the next one first, and the way to what it is to consider. */
export function BoardMeetings({ boardId, children }: BoardMeetingsProps) {
  const { partnership: here, viewer } = useHere();
  const today = useToday();
  const [asking, setAsking] = useState<'meeting' | 'calendar' | null>(null);
  const [{ data, error }, ask] = useQuery({
    query: boardMeetingsQuery,
    variables: { id: boardId, partnershipId: here?.id ?? '' },
    pause: !here,
  });
  const refresh = (): void => ask({ requestPolicy: 'network-only' });
  useMeetingListLive(data?.partnership?.id, data?.partnership?.changesCursor, refresh);
  const board = data?.board;
  const isAhead = (meeting: { meetsOn: string; meetingStatus: string }): boolean =>
    meeting.meetsOn >= today && meeting.meetingStatus !== 'HELD';
  const meetings = board?.meetings ?? [];
  const ahead = meetings.filter(isAhead);
  const earlier = meetings.filter((meeting) => !isAhead(meeting)).reverse();
  const isNone = ahead.every((meeting) => !isToCome(meeting, today));
  return (
    <>
      <section className="body-section" aria-label="Meetings">
        <div className="section-head">
          <h2>Meetings</h2>
          {board && (
            <span className="section-verbs">
              <LinkButton icon="calendar" href={`/boards/${boardId}/year`}>
                Its year
              </LinkButton>
              <Button icon="calendar" onPress={() => setAsking('calendar')}>
                Calendar…
              </Button>
              {viewer !== null && (
                <LinkButton icon="plan" href={`/boards/${boardId}/forward-plan`}>
                  Forward plan
                </LinkButton>
              )}
              {board.viewerCan.keepMeetings && (
                <Button icon="plus" onPress={() => setAsking('meeting')}>
                  Plan a meeting…
                </Button>
              )}
            </span>
          )}
        </div>
        {!board && error && <ErrorState onRetry={refresh}>{refusalOf(error)?.message}</ErrorState>}
        {!board && !error && <LoadingState what="the meetings" />}
        {board && isNone && <p className="quiet">No meeting is planned.</p>}
        {ahead.length > 0 && <MeetingList label="Meetings to come" meetings={ahead} boardId={boardId} />}
        {earlier.length > 0 && (
          <details className="folded">
            <summary>Earlier ({earlier.length})</summary>
            <MeetingList label="Earlier meetings" meetings={earlier} boardId={boardId} />
          </details>
        )}
        {asking === 'meeting' && board && (
          <PlanMeetingDialog board={board} onClose={() => setAsking(null)} onDone={refresh} />
        )}
        {asking === 'calendar' && board && <CalendarDialog board={board} onClose={() => setAsking(null)} />}
      </section>
      {(board || error) && children}
    </>
  );
}
