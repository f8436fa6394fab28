import { useParams } from 'react-router';
import { Page } from '../../platform/routing/Page';
import { PublishSection } from './PublishSection';

/** The papers of a meeting by themselves. */
export function PublishPage() {
  const { meetingId = '' } = useParams();
  return (
    <Page title="Papers of the meeting" trail={[{ label: 'The meeting', to: `/meetings/${meetingId}` }]}>
      <PublishSection meetingId={meetingId} />
    </Page>
  );
}
