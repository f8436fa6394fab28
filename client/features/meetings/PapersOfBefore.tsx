import { isFromBefore, movedFrom } from '../../../schema/moved-meetings';
import { formatLongDay } from '../../platform/format/dates';
import { Banner } from '../../platform/ui/Banner';
import type { PublishedMeeting } from './publication.queries';

/** That what stands published says another day, time or place than the meeting has now; to its keepers, what helps. */
export function PapersOfBefore({ meeting, canKeep }: { meeting: PublishedMeeting; canKeep: boolean }) {
  const { moved, publications } = meeting;
  const out = publications.filter(({ packStatus }) => packStatus === 'PUBLISHED');
  const isOfBefore =
    out.length > 0 && out.every(({ publishedAt }) => isFromBefore(publishedAt, moved?.movedAt));
  if (!moved || !isOfBefore || meeting.meetingStatus !== 'PLANNED') return null;
  return (
    <Banner tone="warning">
      The published papers say {movedFrom(moved, meeting, formatLongDay)}.
      {canKeep && ' Prepare a supplement: it says when and where the meeting is now.'}
    </Banner>
  );
}
