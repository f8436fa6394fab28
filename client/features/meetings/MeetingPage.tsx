import { useMemo, useRef } from 'react';
import { useParams } from 'react-router';
import { useClient, useQuery } from 'urql';
import { useHere } from '../../platform/auth/viewer-context';
import { refusalOf } from '../../platform/graphql/errors';
import { useSaving } from '../../platform/graphql/saving';
import { Page } from '../../platform/routing/Page';
import { LinkButton } from '../../platform/ui/Button';
import { LoadingState } from '../../platform/ui/LoadingState';
import { ErrorState, ForbiddenState } from '../../platform/ui/States';
import { Agenda } from './Agenda';
import { keepTyped } from './keepTyped';
import { useLateReason } from './LateReason';
import { MeetingBeside } from './MeetingBeside';
import { MeetingHead } from './MeetingHead';
import { useMeetingLive, useMeetingPresence } from './meeting.live';
import { type MeetingVerbs, meetingVerbs } from './meeting.operations';
import { type Meeting, type MeetingChange, meetingQuery } from './meeting.queries';
import { type MeetingContextValue, MeetingProvider } from './meetingContext';
import { RunningTime } from './RunningTime';
import { QuorumWarning, useWhoMeets, WhoMeets } from './WhoMeets';
import type { MeetingBoard } from './whoMeets.queries';
import './meetings.css';

interface ShownMeetingProps {
  readonly meeting: Meeting;
  readonly boards: readonly MeetingBoard[];
  readonly refresh: () => void;
}

function ShownMeeting({ meeting: answered, boards, refresh }: ShownMeetingProps) {
  const client = useClient();
  const { viewer } = useHere();
  const viewerIds = useMemo(
    () => new Set(viewer?.people.flatMap(({ person }) => person?.id ?? [])),
    [viewer],
  );
  const { id: meetingId, changesCursor: cursor } = answered;
  const verbsNow = useRef<MeetingVerbs | null>(null);
  const onTakenOff = (change: MeetingChange): void => keepTyped(change, verbsNow.current);
  const { fresh, gone, settle } = useMeetingLive({ meetingId, cursor, viewerIds, refresh, onTakenOff });
  const { present, setAt } = useMeetingPresence(meetingId, viewerIds);
  const [save, conflictDialog] = useSaving();
  const verbs = useMemo(() => meetingVerbs(client, settle), [client, settle]);
  verbsNow.current = verbs;
  const [add, lateDialog] = useLateReason(verbs.createItem);
  const meeting = useMemo<Meeting>(
    () => ({
      ...answered,
      agendaItems: answered.agendaItems
        .filter(({ id }) => !gone.has(id))
        .map((item) => ({ ...item, origins: item.origins.filter(({ id }) => !gone.has(id)) })),
      plannedEntries: answered.plannedEntries.filter(({ id }) => !gone.has(id)),
    }),
    [answered, gone],
  );
  const keeps = meeting.viewerCan.keep && meeting.archivedAt === null && viewer?.mayWrite === true;
  const canKeep = keeps && meeting.meetingStatus === 'PLANNED';
  const canLink = keeps && meeting.meetingStatus !== 'CANCELLED';
  const context = useMemo<MeetingContextValue>(
    () => ({ meeting, canKeep, canLink, verbs, add, save }),
    [meeting, canKeep, canLink, verbs, add, save],
  );
  return (
    <MeetingProvider value={context}>
      <MeetingHead present={present}>
        {meeting.agendaItems.length > 0 && <RunningTime meeting={meeting} />}
        <QuorumWarning boards={boards} />
        <div className="meeting-parts">
          <div className="meeting-main">
            <Agenda present={present} fresh={fresh} onAt={setAt} />
            <WhoMeets boards={boards} />
          </div>
          <MeetingBeside />
        </div>
      </MeetingHead>
      {lateDialog}
      {conflictDialog}
    </MeetingProvider>
  );
}

const TRAIL = [{ label: 'Boards & ABUs', to: '/boards' }];

/** A meeting and its agenda: built by those who keep it, read by everybody else. */
export function MeetingPage() {
  const { meetingId = '' } = useParams();
  const [{ data, error, fetching }, ask] = useQuery({ query: meetingQuery, variables: { id: meetingId } });
  const refresh = (): void => ask({ requestPolicy: 'network-only' });
  const meeting = data?.meeting;
  const boards = useWhoMeets(meetingId);
  // Shown with the warning that stands above the agenda: coming after, it would move what is about to be pressed.
  if (meeting && boards) return <ShownMeeting key={meetingId} {...{ meeting, boards, refresh }} />;
  const isLoading = Boolean(meeting) || fetching || (data === undefined && !error);
  const refusal = refusalOf(error);
  const isUnseen = !refusal || refusal.code === 'NOT_FOUND' || refusal.code === 'INVALID_INPUT';
  return (
    <Page title="Meeting" trail={TRAIL}>
      {isLoading && <LoadingState what="the meeting" lines={10} />}
      {!isLoading && isUnseen && (
        <ForbiddenState actions={<LinkButton href="/boards">All boards</LinkButton>} />
      )}
      {!isLoading && !isUnseen && <ErrorState onRetry={refresh}>{refusal.message}</ErrorState>}
    </Page>
  );
}
