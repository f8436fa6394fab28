import { useState } from 'react';
import { usePartnership } from '../../platform/auth/viewer-context';
import { useToday } from '../../platform/format/useToday';
import { tellOutcome } from '../../platform/graphql/outcome';
import { Button } from '../../platform/ui/Button';
import { Menu, type MenuEntry } from '../../platform/ui/Menu';
import { RestrictDialog } from '../plans/RestrictDialog';
import { CancelMeetingDialog } from './CancelMeetingDialog';
import { MeetingDialog } from './MeetingDialog';
import { useMeetingContext } from './meetingContext';
import { usePuttingAway } from './usePuttingAway';

type Open = 'change' | 'cancel' | 'sight' | null;

/** What can be done with the meeting as a whole: read it on paper, and what its keepers do as it stands. */
export function MeetingMenu() {
  const { meeting, verbs, save } = useMeetingContext();
  const partnership = usePartnership();
  const today = useToday();
  const [open, setOpen] = useState<Open>(null);
  const { meetingStatus: status, viewerCan, meetsOn, archivedAt } = meeting;
  const [putAway, bringBack] = usePuttingAway();
  const input = { id: meeting.id, expectedVersion: meeting.version };
  const isPlanned = status === 'PLANNED';
  const back: MenuEntry = { id: 'back', label: 'Bring it back', icon: 'undo', onAction: bringBack };
  const entries: MenuEntry[] = [
    { id: 'sight', label: 'Who sees it…', icon: 'lock', onAction: () => setOpen('sight') },
    ...(isPlanned
      ? [
          {
            id: 'cancel',
            label: 'Cancel the meeting',
            icon: 'close' as const,
            isDanger: true,
            onAction: () => setOpen('cancel'),
          },
        ]
      : []),
    ...(isPlanned && meetsOn <= today
      ? [
          {
            id: 'hold',
            label: 'It was held',
            icon: 'check' as const,
            note: 'Its agenda stays as it was',
            onAction: async () => void tellOutcome(await verbs.hold(input), 'The meeting was held'),
          },
        ]
      : []),
    ...(isPlanned
      ? [
          {
            id: 'away',
            label: 'Put it away',
            icon: 'archive' as const,
            isDanger: true,
            note: 'It was planned by mistake',
            onAction: putAway,
          },
        ]
      : [
          {
            id: 'anew',
            label: 'Plan it anew',
            icon: 'undo' as const,
            onAction: async () =>
              void tellOutcome(await verbs.planAnew(input), 'The meeting is planned again'),
          },
        ]),
  ];
  return (
    <div className="meeting-menu no-print">
      <Button icon="print" look="quiet" onPress={() => window.print()}>
        Print
      </Button>
      {viewerCan.keep && isPlanned && archivedAt === null && (
        <Button icon="edit" onPress={() => setOpen('change')}>
          Change the meeting
        </Button>
      )}
      {viewerCan.keep && (
        <Menu
          label="What can be done with this meeting"
          placement="bottom end"
          trigger={<Button icon="more">More</Button>}
          groups={[{ entries: archivedAt === null ? entries : [back] }]}
        />
      )}
      {open === 'change' && <MeetingDialog onClose={() => setOpen(null)} />}
      {open === 'cancel' && <CancelMeetingDialog onClose={() => setOpen(null)} />}
      {open === 'sight' && partnership && (
        <RestrictDialog
          type="Meeting"
          item={meeting}
          name="the meeting"
          suggested={[]}
          partnershipId={partnership.id}
          save={save}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
