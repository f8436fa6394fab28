import { useState } from 'react';
import { useQuery } from 'urql';
import { usePartnership } from '../../platform/auth/viewer-context';
import { Button } from '../../platform/ui/Button';
import { Dialog } from '../../platform/ui/Dialog';
import { ComboBox, Select } from '../../platform/ui/Select';
import { liveScopesQuery } from './liveBlock.queries';

const SHOWS = [
  { id: 'WORKSTREAM_STATUS', label: 'How the actions stand' },
  { id: 'ACTIONS_DUE', label: 'Actions overdue or due soon' },
  { id: 'RISKS', label: 'Open risks' },
  { id: 'INTERDEPENDENCIES', label: 'What waits for what' },
];

interface LiveBlockDialogProps {
  readonly onChoose: (shows: string, itemId: string) => void;
  readonly onClose: () => void;
}

/** What to show from the plans, and of which plan or workstream. */
export function LiveBlockDialog({ onChoose, onClose }: LiveBlockDialogProps) {
  const partnership = usePartnership();
  const [{ data }] = useQuery({
    query: liveScopesQuery,
    variables: { partnershipId: partnership?.id ?? '' },
    pause: !partnership,
  });
  const [shows, setShows] = useState<string | null>('WORKSTREAM_STATUS');
  const [of, setOf] = useState<string | null>(null);
  const sections = (data?.partnership?.plans ?? []).map((plan) => ({
    title: plan.title,
    options: [
      { id: plan.id, label: `${plan.title} (the whole plan)` },
      ...plan.workstreams.map(({ id, number, title }) => ({
        id,
        label: number ? `Workstream ${number}, ${title}` : title,
      })),
    ],
  }));
  return (
    <Dialog
      isOpen
      title="Show something from the plans"
      lead="It changes as the plans do, and is settled when the report is published."
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            look="primary"
            isDisabled={shows === null || of === null}
            onPress={() => shows && of && onChoose(shows, of)}
          >
            Put it in
          </Button>
        </>
      }
    >
      <div className="report-form">
        <Select label="What to show" options={SHOWS} value={shows} onChange={setShows} />
        {data && (
          <ComboBox label="Of which plan or workstream" sections={sections} value={of} onChange={setOf} />
        )}
        {shows === 'INTERDEPENDENCIES' && (
          <p className="quiet">
            As a picture and as a table. For the map as you have arranged it, choose <em>Copy as an image</em>{' '}
            there and paste it into the text.
          </p>
        )}
      </div>
    </Dialog>
  );
}
