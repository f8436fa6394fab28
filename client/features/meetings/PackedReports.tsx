import { Link } from 'react-router';
import { Badge } from '../../platform/ui/Badge';
import { GOING_WORDS, goingOf, isDespite, leftToDo, reportsIn } from './packedReports';
import type { PackedItem } from './publication.queries';

/** Which reports go into the pack if it is prepared now, and what is left to put right in them. */
export function PackedReports({ items }: { readonly items: readonly PackedItem[] }) {
  const reports = reportsIn(items);
  if (reports.length === 0) return null;
  return (
    <section className="packed-reports" aria-labelledby="packed-reports">
      <h3 id="packed-reports">Reports</h3>
      <ul>
        {reports.map(({ report, item }) => {
          const going = goingOf(report);
          const left = leftToDo(report);
          return (
            <li key={report.id}>
              <Link to={`/reports/${report.id}`}>{report.title}</Link>
              {report.title !== item.title && <span className="quiet">{item.title}</span>}
              <Badge look={going === 'EVERYBODY' || going === 'SEATS' ? 'accent' : 'warning'}>
                {GOING_WORDS[going]}
              </Badge>
              {isDespite(report) && report.signedOffDespite && (
                <span className="quiet">Signed off all the same: {report.signedOffDespite}</span>
              )}
              {left > 0 && (
                <Link to={`/reports/${report.id}#check`}>
                  {left === 1 ? 'One thing to put right' : `${left} things to put right`}
                </Link>
              )}
            </li>
          );
        })}
      </ul>
      <p className="quiet">
        A report that is not signed off as it stands is printed as “Report to follow”; once it is, a
        supplement brings it. Tables from the plans are printed as they stand when the pack is prepared: for
        everybody, what all partners see.
      </p>
    </section>
  );
}
