import { useState } from 'react';
import { useQuery } from 'urql';
import { usePartnership } from '../../platform/auth/viewer-context';
import { useToday } from '../../platform/format/useToday';
import { refusalOf } from '../../platform/graphql/errors';
import { Page } from '../../platform/routing/Page';
import { Button, LinkButton } from '../../platform/ui/Button';
import { LoadingState } from '../../platform/ui/LoadingState';
import { EmptyState, ErrorState } from '../../platform/ui/States';
import { MeetingList } from './MeetingList';
import { useMeetingListLive } from './meetingList.live';
import { type ComingMeetings, comingMeetingsQuery } from './meetingList.queries';

const FIRST = 30;
const MOST = 100;
const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** The meetings of each month, in their order. */
function months(meetings: ComingMeetings['nodes']): [name: string, meetings: ComingMeetings['nodes']][] {
  const found = new Map<string, ComingMeetings['nodes'][number][]>();
  for (const meeting of meetings) {
    const name = month.format(new Date(`${meeting.meetsOn}T00:00:00Z`));
    found.set(name, [...(found.get(name) ?? []), meeting]);
  }
  return [...found];
}

/** When which boards of the partnership meet. */
export function MeetingsPage() {
  const partnership = usePartnership();
  const today = useToday();
  const [first, setFirst] = useState(FIRST);
  const [{ data, error }, ask] = useQuery({
    query: comingMeetingsQuery,
    variables: { within: partnership?.id ?? '', from: today, first },
    pause: !partnership,
  });
  const refresh = (): void => ask({ requestPolicy: 'network-only' });
  useMeetingListLive(data?.partnership?.id, data?.partnership?.changesCursor, refresh);
  const coming = data?.meetings;
  return (
    <Page
      title="Meetings"
      lead="When which boards of the partnership meet."
      actions={
        <LinkButton icon="calendar" href="/meetings/year">
          The year
        </LinkButton>
      }
    >
      {!coming && error && <ErrorState onRetry={refresh}>{refusalOf(error)?.message}</ErrorState>}
      {!coming && !error && partnership && <LoadingState what="the meetings" />}
      {(coming?.nodes.length === 0 || !partnership) && (
        <EmptyState
          icon="calendar"
          title="No meeting is planned"
          actions={<LinkButton href="/boards">Go to the boards</LinkButton>}
        >
          Meetings are planned on the page of their board, by its secretariat.
        </EmptyState>
      )}
      {months(coming?.nodes ?? []).map(([name, meetings]) => (
        <section key={name} className="body-section" aria-label={name}>
          <h2>{name}</h2>
          <MeetingList label={`Meetings in ${name}`} meetings={meetings} />
        </section>
      ))}
      {coming && coming.totalCount > coming.nodes.length && first < MOST && (
        <Button onPress={() => setFirst(MOST)}>Show later ones</Button>
      )}
    </Page>
  );
}
