import { Banner } from '../../platform/ui/Banner';
import { goingOf, isDespite, leftToDo, reportsIn } from './packedReports';
import type { PackedItem, PackedReport } from './publication.queries';

/** What whoever publishes has to know of the reports, as they stand: which are still to follow, and which go out with something left to put right. */
export function ReportsBefore({ items }: { readonly items: readonly PackedItem[] }) {
  const reports = reportsIn(items).map(({ report }) => report);
  const following = reports.filter((report) => goingOf(report) === 'FOLLOWS');
  const despite = reports.filter(isDespite);
  return (
    <>
      {following.length > 0 && (
        <Banner tone="warning">
          <p>Not signed off as they stand, and printed as “Report to follow”:</p>
          <Named reports={following} />
        </Banner>
      )}
      {despite.length > 0 && (
        <Banner tone="warning">
          <p>Signed off with something left to put right:</p>
          <Named reports={despite} />
        </Banner>
      )}
    </>
  );
}

const Named = ({ reports }: { readonly reports: readonly PackedReport[] }) => (
  <ul>
    {reports.map((report) => (
      <li key={report.id}>
        <strong>{report.title}</strong>
        {isDespite(report) && ` (${leftWords(report)})`}
      </li>
    ))}
  </ul>
);

function leftWords(report: PackedReport): string {
  const left = leftToDo(report);
  const words = left === 0 ? 'put right since' : left === 1 ? 'one thing is left' : `${left} things are left`;
  return report.signedOffDespite ? `${words}; the reason: ${report.signedOffDespite}` : words;
}
