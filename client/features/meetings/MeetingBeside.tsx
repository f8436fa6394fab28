import { useQuery } from 'urql';
import { useAskAgain } from '../changes/askAgain';
import { MeetingDays } from './MeetingDays';
import { useMeetingContext } from './meetingContext';
import { outstandingQuery } from './outstanding.queries';
import { lateByDay, OWED_BY } from './outstandingWords';
import { PlannedEntries } from './PlannedEntries';
import { PublishSection } from './PublishSection';
import { WhoIsLate } from './WhoIsLate';

/** Beside the agenda: what is still to come onto it, the days before it and who is late, and its papers. */
export function MeetingBeside() {
  const { meeting } = useMeetingContext();
  const [{ data }, ask] = useQuery({
    query: outstandingQuery,
    variables: { id: meeting.id },
    requestPolicy: 'cache-and-network',
  });
  const refresh = (): void => ask({ requestPolicy: 'network-only' });
  const asked = data?.meeting;
  useAskAgain(
    asked?.id ?? null,
    asked?.changesCursor,
    ({ itemType }) => OWED_BY.has(itemType ?? ''),
    refresh,
  );
  const outstanding = asked?.outstanding;
  if (meeting.archivedAt !== null) return null;
  return (
    <div className="meeting-beside no-print">
      <PlannedEntries />
      <MeetingDays late={lateByDay(outstanding?.items ?? [])} />
      {outstanding && <WhoIsLate outstanding={outstanding} refresh={refresh} />}
      <PublishSection meetingId={meeting.id} />
    </div>
  );
}
