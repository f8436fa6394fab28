import { formatNumber } from '../../platform/format/counts';
import { ComboBox } from '../../platform/ui/Select';
import { EmptyState } from '../../platform/ui/States';
import { HealthBodies } from './HealthBodies';
import { HealthSections } from './HealthSections';
import type { Health } from './health.queries';
import { KIND_WORDS } from './healthWords';

const EVERYBODY = 'all';

interface HealthViewProps {
  readonly health: Health;
  /** Whose findings alone are shown; null for everybody’s. */
  readonly organisationId: string | null;
  readonly onOrganisation: (id: string | null) => void;
  readonly onMore: (() => void) | null;
}

/** The counts, each leading to its section; the findings; and whom they concern. */
export function HealthView({ health, organisationId, onOrganisation, onMore }: HealthViewProps) {
  const { sections, byOrganisation } = health;
  const found = sections.filter(({ total }) => total > 0);
  if (found.length === 0 && organisationId === null)
    return (
      <EmptyState icon="success" title="Nothing to put right">
        Every cross-reference is agreed, leads somewhere, is in time, and somebody answers for it.
      </EmptyState>
    );
  return (
    <>
      <div className="health-head">
        <ul className="health-counts" aria-label="What was found">
          {found.map(({ kind, total }) => (
            <li key={kind}>
              <a href={`#${kind}`}>
                <b>{formatNumber(total)}</b> {KIND_WORDS[kind].short}
              </a>
            </li>
          ))}
          {found.length === 0 && <li>Nothing that concerns this organisation</li>}
        </ul>
        <ComboBox
          label="Organisation"
          className="health-filter"
          options={[
            { id: EVERYBODY, label: 'All organisations' },
            ...byOrganisation.map(({ organisation }) => ({ id: organisation.id, label: organisation.name })),
          ]}
          value={organisationId ?? EVERYBODY}
          onChange={(id) => id !== null && onOrganisation(id === EVERYBODY ? null : id)}
        />
      </div>
      <HealthSections sections={sections} onMore={onMore} />
      <HealthBodies health={health} />
    </>
  );
}
