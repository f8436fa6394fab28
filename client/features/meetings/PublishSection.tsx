import { useMemo, useState } from 'react';
import { useQuery, useSubscription } from 'urql';
import { useHere } from '../../platform/auth/viewer-context';
import { formatLongDay } from '../../platform/format/dates';
import { refusalOf } from '../../platform/graphql/errors';
import { Banner } from '../../platform/ui/Banner';
import { Button } from '../../platform/ui/Button';
import { LoadingState } from '../../platform/ui/LoadingState';
import { ErrorState } from '../../platform/ui/States';
import { PublicationLine } from './PublicationLine';
import { usePublishing } from './publication.operations';
import { type PublishedMeeting, publicationChanges, publishingQuery } from './publication.queries';
import './publishing.css';

/** Builds the pack as the agenda stands. */
function Prepare({ meeting }: { readonly meeting: PublishedMeeting }) {
  const { prepare } = usePublishing();
  const [isPending, setPending] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const isOut = meeting.publications.some(({ packStatus }) => packStatus === 'PUBLISHED');
  const send = async () => {
    setPending(true);
    const refusal = await prepare({ meetingId: meeting.id });
    setPending(false);
    setRefused(refusal?.message ?? null);
  };
  return (
    <>
      {refused !== null && (
        <Banner tone="danger" isLive>
          {refused}
        </Banner>
      )}
      <p className="quiet">
        {isOut
          ? 'A supplement is the agenda as it stands now, with what is new or changed marked. It takes the place of what is published.'
          : 'The pack is the agenda as it stands now. A second person looks at it before it is published.'}
      </p>
      <Button isPending={isPending} onPress={() => void send()}>
        {isOut ? 'Prepare a supplement' : 'Prepare the pack'}
      </Button>
    </>
  );
}

/** What was prepared and published for a meeting; for those who keep it, what comes next. */
export function PublishSection({ meetingId }: { readonly meetingId: string }) {
  const { viewer } = useHere();
  const viewerIds = useMemo(
    () => new Set(viewer?.people.flatMap(({ person }) => person?.id ?? [])),
    [viewer],
  );
  const [{ data, error }, ask] = useQuery({ query: publishingQuery, variables: { id: meetingId } });
  const meeting = data?.meeting;
  const after = meeting?.changesCursor ?? null;
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
      {publications.length === 0 && <p className="quiet">Nothing is published yet.</p>}
      {publications.length > 0 && (
        <ul className="publish-list">
          {publications.map((publication) => (
            <PublicationLine key={publication.id} {...{ publication, canKeep, viewerIds, dispatchBy }} />
          ))}
        </ul>
      )}
      {canKeep && meeting.meetingStatus === 'PLANNED' && <Prepare meeting={meeting} />}
      <p className="publish-public">
        <a href={`/public/meetings/${meetingId}`}>The meeting’s public page</a>
      </p>
    </section>
  );
}
