import { useState } from 'react';
import { useToday } from '../../platform/format/useToday';
import { tellOutcome } from '../../platform/graphql/outcome';
import { Button } from '../../platform/ui/Button';
import { Menu, type MenuEntry } from '../../platform/ui/Menu';
import { CancelMeetingDialog } from './CancelMeetingDialog';
import { MeetingDialog } from './MeetingDialog';
import { useMeetingContext } from './meetingContext';

type Open = 'change' | 'cancel' | null;

/** What can be done with the meeting as a whole: read it on paper, and what its keepers do as it stands. */
export function MeetingMenu() {
  const { meeting, verbs } = useMeetingContext();
  const today = useToday();
  const [open, setOpen] = useState<Open>(null);
  const { meetingStatus: status, viewerCan, meetsOn } = meeting;
  const input = { id: meeting.id, expectedVersion: meeting.version };
  const isPlanned = status === 'PLANNED';
  const entries: MenuEntry[] = [
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
      ? []
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
      {viewerCan.keep && isPlanned && (
        <Button icon="edit" onPress={() => setOpen('change')}>
          Change the meeting
        </Button>
      )}
      {viewerCan.keep && (
        <Menu
          label="What can be done with this meeting"
          placement="bottom end"
          trigger={<Button icon="more">More</Button>}
          groups={[{ entries }]}
        />
      )}
      {open === 'change' && <MeetingDialog onClose={() => setOpen(null)} />}
      {open === 'cancel' && <CancelMeetingDialog onClose={() => setOpen(null)} />}
    </div>
  );
}
