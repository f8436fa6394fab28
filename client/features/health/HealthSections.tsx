import { formatNumber } from '../../platform/format/counts';
import { Button } from '../../platform/ui/Button';
import type { ReferenceEnd } from '../actions/crossReferences';
import { EndName } from '../actions/EndLink';
import type { Finding, Section } from './health.queries';
import { KIND_WORDS } from './healthWords';

/** The items a finding is about, each once, in the order its cross-references name them. */
function itemsOf({ crossReferences }: Finding): readonly ReferenceEnd[] {
  const ends = crossReferences.flatMap(({ from, to }) => (to ? [from, to] : [from]));
  return [...new Map(ends.map((end) => [end.id, end])).values()];
}

function FindingItem({ finding }: { readonly finding: Finding }) {
  const reasons = finding.crossReferences.flatMap(({ reason }) => reason ?? []);
  return (
    <li className="health-finding">
      <p>{finding.sentence}</p>
      {reasons.map((reason) => (
        <p key={reason} className="quiet">
          “{reason}”
        </p>
      ))}
      <ul className="health-items">
        {itemsOf(finding).map((end) => (
          <li key={end.id}>
            <EndName end={end} />
          </li>
        ))}
      </ul>
    </li>
  );
}

interface HealthSectionsProps {
  readonly sections: readonly Section[];
  /** Asks for more of each; null when no more can be asked for. */
  readonly onMore: (() => void) | null;
}

/** What was found, a kind at a time; kinds of which there is nothing are left out. */
export function HealthSections({ sections, onMore }: HealthSectionsProps) {
  return sections.map(({ kind, total, findings }) => {
    const { title, meaning } = KIND_WORDS[kind];
    return total === 0 ? null : (
      <section key={kind} className="health-section" aria-labelledby={kind}>
        <h2 id={kind} tabIndex={-1}>
          {title} <span className="health-total">{formatNumber(total)}</span>
        </h2>
        <p className="quiet">{meaning}</p>
        <ul>
          {findings.map((finding) => (
            <FindingItem key={finding.id} finding={finding} />
          ))}
        </ul>
        {findings.length < total && (
          <p className="health-more">
            <span className="quiet">
              The first {findings.length} of {formatNumber(total)} are shown.
            </span>
            {onMore ? (
              <Button size="sm" onPress={onMore}>
                Show more
              </Button>
            ) : (
              <span className="quiet">Choose an organisation to see fewer.</span>
            )}
          </p>
        )}
      </section>
    );
  });
}
