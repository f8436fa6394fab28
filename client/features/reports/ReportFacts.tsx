import { useState } from 'react';
import { usePartnership } from '../../platform/auth/viewer-context';
import { formatList } from '../../platform/format/counts';
import { formatLongDay } from '../../platform/format/dates';
import { useSaving } from '../../platform/graphql/saving';
import { Button } from '../../platform/ui/Button';
import { KeyValueList } from '../../platform/ui/KeyValueList';
import { WhoSees } from '../plans/WhoSees';
import type { Report } from './report.queries';
import { WritersDialog } from './WritersDialog';

/** Who writes it, for whom and by when. */
export function ReportFacts({ report }: { readonly report: Report }) {
  const partnership = usePartnership();
  const [save, conflictDialog] = useSaving();
  const [isChanging, setChanging] = useState(false);
  const { leadOrganisation, authorOrganisations, authors, sponsor, draftDueOn, audience, board, meeting } =
    report;
  const boards = meeting?.boards ?? (board ? [board] : []);
  const bodies = [leadOrganisation, ...authorOrganisations].flatMap((one) => one ?? []);
  const names = [...new Set([...bodies, ...authors].map(({ name }) => name))];
  const mayManage = report.viewerCan.manage && report.archivedAt === null;
  return (
    <>
      <KeyValueList
        items={[
          { name: 'Written by', value: names.join(', ') },
          { name: 'Sponsor', value: sponsor?.name ?? 'Nobody is named' },
          { name: 'For', value: formatList(boards.map(({ name }) => name)) },
          { name: 'Draft wanted', value: draftDueOn ? formatLongDay(draftDueOn) : 'No day is set' },
          { name: 'Who sees it', value: audience.label },
        ]}
      />
      {mayManage && (
        <Button size="sm" icon="edit" onPress={() => setChanging(true)}>
          Change who writes it
        </Button>
      )}
      {mayManage && partnership && (
        <WhoSees
          type="Report"
          item={report}
          name="the report"
          suggested={bodies.map(({ id }) => id)}
          partnershipId={partnership.id}
          save={save}
        />
      )}
      {isChanging && <WritersDialog report={report} onClose={() => setChanging(false)} />}
      {conflictDialog}
    </>
  );
}
