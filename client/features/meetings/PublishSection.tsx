import { useQuery, useSubscription } from 'urql';
import { useHere } from '../../platform/auth/viewer-context';
import { formatLongDay } from '../../platform/format/dates';
import { refusalOf } from '../../platform/graphql/errors';
import { useFirstCursor } from '../../platform/graphql/useFirstCursor';
import { LoadingState } from '../../platform/ui/LoadingState';
import { ErrorState } from '../../platform/ui/States';
import { PackedReports } from './PackedReports';
import { PackParts } from './PackParts';
import { PapersOfBefore } from './PapersOfBefore';
import { PrepareButton } from './PrepareButton';
import { PublicationList } from './PublicationList';
import { usePublishing } from './publication.operations';
import { type PublishedMeeting, publicationChanges, publishingQuery } from './publication.queries';
import { ReportsBefore } from './ReportsBefore';
import './publishing.css';

/** Builds the pack as the agenda stands. */
function Prepare({ meeting }: { readonly meeting: PublishedMeeting }) {
  const { prepare } = usePublishing();
  const isOut = meeting.publications.some(({ packStatus }) => packStatus === 'PUBLISHED');
  return (
    <PrepareButton
      words={isOut ? 'Prepare a supplement' : 'Prepare the pack'}
      lead={
        isOut
          ? 'A supplement is the agenda as it stands now, with what is new or changed marked. It takes the place of what is published.'
          : 'The pack is the agenda as it stands now. A second person looks at it before it is published.'
      }
      prepare={() => prepare({ meetingId: meeting.id })}
    />
  );
}

/** What was prepared and published for a meeting; for those who keep it, what comes next. */
export function PublishSection({ meetingId }: { readonly meetingId: string }) {
  const { viewer } = useHere();
  const [{ data, error }, ask] = useQuery({ query: publishingQuery, variables: { id: meetingId } });
  const meeting = data?.meeting;
  const after = useFirstCursor(meetingId, meeting?.changesCursor);
  // What is told goes into the cache, and so onto the page.
  useSubscription({
    query: publicationChanges,
    variables: { within: meetingId, after },
    pause: after === null,
  });
  if (!meeting)
    return error ? (
      <ErrorState onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {refusalOf(error)?.message}
      </ErrorState>
    ) : (
      <LoadingState what="the papers" shape="text" />
    );
  const { publications, timetable } = meeting;
  const dispatchBy = timetable?.dispatchBy.on ?? null;
  const canKeep = meeting.viewerCan.keep && viewer?.mayWrite === true;
  return (
    <section className="publish" aria-labelledby="publish-heading">
      <h2 id="publish-heading">Papers</h2>
      {dispatchBy && meeting.meetingStatus === 'PLANNED' && <p>To go out by {formatLongDay(dispatchBy)}.</p>}
      <PapersOfBefore {...{ meeting, canKeep }} />
      <PublicationList
        {...{ publications, canKeep, dispatchBy }}
        before={<ReportsBefore items={meeting.agendaItems} />}
      />
      {canKeep && meeting.meetingStatus === 'PLANNED' && (
        <>
          <PackParts items={meeting.agendaItems} />
          <PackedReports items={meeting.agendaItems} />
          <Prepare meeting={meeting} />
        </>
      )}
      <p className="publish-public">
        <a href={`/public/meetings/${meetingId}`}>The meeting’s public page</a>
      </p>
    </section>
  );
}
