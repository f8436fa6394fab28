import { formatLongDay } from '../../platform/format/dates';
import { KeyValueList } from '../../platform/ui/KeyValueList';
import type { Report } from './report.queries';

/** Who writes it, for whom and by when. */
export function ReportFacts({ report }: { readonly report: Report }) {
  const { leadOrganisation, authorOrganisations, authors, draftDueOn, audience, board } = report;
  const bodies = [leadOrganisation, ...authorOrganisations].flatMap((one) => one?.name ?? []);
  const names = [...new Set([...bodies, ...authors.map(({ name }) => name)])];
  return (
    <KeyValueList
      items={[
        { name: 'Written by', value: names.join(', ') },
        { name: 'For', value: board?.name ?? '' },
        { name: 'Draft wanted', value: draftDueOn ? formatLongDay(draftDueOn) : 'No day is set' },
        { name: 'Who sees it', value: audience.label },
      ]}
    />
  );
}
