import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { movedFrom } from '../../../schema/moved-meetings';
import { formatList } from '../../platform/format/counts';
import { formatLongDay } from '../../platform/format/dates';
import { Page } from '../../platform/routing/Page';
import { Badge } from '../../platform/ui/Badge';
import { Banner } from '../../platform/ui/Banner';
import { PresenceStack } from '../../platform/ui/PresenceStack';
import { MeetingMenu } from './MeetingMenu';
import type { PresentAt } from './meeting.live';
import type { Meeting } from './meeting.queries';
import { useMeetingContext } from './meetingContext';

export const meetingName = ({ title, boards }: Pick<Meeting, 'title' | 'boards'>): string =>
  boards.length === 0 ? title : `${title} of ${formatList(boards.map(({ name }) => name))}`;

const STATUS_WORDS = { PLANNED: 'To come', HELD: 'Held', CANCELLED: 'Cancelled' } as const;

function Lead({ meeting, present }: { meeting: Meeting; present: readonly PresentAt[] }) {
  const { meetsOn, startsAt, endsAt, place, boards, meetingStatus, archivedAt, audience } = meeting;
  const isOff = meetingStatus === 'CANCELLED' || archivedAt !== null;
  return (
    <span className="meeting-lead">
      <span>{formatLongDay(meetsOn)}</span>
      <span>{endsAt ? `${startsAt}–${endsAt}` : `from ${startsAt}`}</span>
      {place && <span>{place}</span>}
      <span className="meeting-boards no-print">
        {boards.map(({ id, name }) => (
          <Link key={id} to={`/boards/${id}`}>
            {name}
          </Link>
        ))}
      </span>
      <span className={isOff ? undefined : 'no-print'}>
        <Badge look={isOff ? 'danger' : 'plain'}>
          {archivedAt === null ? STATUS_WORDS[meetingStatus] : 'Put away'}
        </Badge>
      </span>
      {audience.kind !== 'EVERYONE' && (
        <Badge look="warning" icon="lock">
          {audience.label}
        </Badge>
      )}
      <span className="no-print">
        <PresenceStack people={present} />
      </span>
    </span>
  );
}

interface MeetingHeadProps {
  readonly present: readonly PresentAt[];
  /** The whole page below. */
  readonly children: ReactNode;
}

/** Which boards meet, when and where, and whether it stands. */
export function MeetingHead({ present, children }: MeetingHeadProps) {
  const { meeting } = useMeetingContext();
  return (
    <Page
      title={meetingName(meeting)}
      trail={[{ label: 'Boards & ABUs', to: '/boards' }]}
      lead={<Lead meeting={meeting} present={present} />}
      actions={<MeetingMenu />}
    >
      {meeting.archivedAt !== null && (
        <Banner tone="warning">
          This meeting was put away: it was planned by mistake. Nobody finds it in a list.
        </Banner>
      )}
      {meeting.moved && meeting.meetingStatus !== 'CANCELLED' && (
        <Banner tone="warning">
          Moved from {movedFrom(meeting.moved, meeting, formatLongDay)}: {meeting.moved.reason}
        </Banner>
      )}
      {meeting.meetingStatus === 'CANCELLED' && (
        <Banner tone="warning">
          This meeting does not take place{meeting.statusReason ? `: ${meeting.statusReason}` : '.'}
        </Banner>
      )}
      {meeting.meetingStatus === 'HELD' && (
        <Banner>This meeting was held. Its agenda stays as it was.</Banner>
      )}
      {children}
    </Page>
  );
}
