import { Icon } from '../../platform/ui/Icon';
import type { Finding, Report } from './report.queries';

/** What the check finds, each with where it is and what would be right; a link leads there. */
export function Findings({ report }: { readonly report: Report }) {
  const { findings } = report;
  return (
    <section className="report-side" aria-labelledby="check">
      <h2 id="check">Before it goes out</h2>
      {findings.length === 0 ? (
        <p className="report-ready">
          <Icon name="success" /> Nothing is left to put right.
        </p>
      ) : (
        <>
          <p>{findings.length === 1 ? 'One thing is' : `${findings.length} things are`} left to put right.</p>
          <FindingList findings={findings} isLinked />
        </>
      )}
    </section>
  );
}

interface FindingListProps {
  readonly findings: readonly Finding[];
  /** Whether the sections they stand in can be gone to from here. */
  readonly isLinked?: boolean;
}

export function FindingList({ findings, isLinked = false }: FindingListProps) {
  return (
    <ul className="report-findings">
      {findings.map(({ section, where, remedy }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: worked out anew each time, in order
        <li key={at}>
          {isLinked && section ? <a href={`#section-${section}`}>{where}</a> : <strong>{where}</strong>}
          <span>{remedy}</span>
        </li>
      ))}
    </ul>
  );
}
