import { RiskStatus } from '../../../schema/vocabulary';
import { formatReference } from '../../platform/format/references';
import { Button } from '../../platform/ui/Button';
import { Popover } from '../../platform/ui/Popover';
import { ComboBox, Select } from '../../platform/ui/Select';
import { SearchField } from '../../platform/ui/TextField';
import type { Register } from './risk.queries';
import { narrowings, OPEN_RISKS, type RiskFilter } from './riskFilter';
import { BAND_FLOORS } from './riskScores';

interface RisksFilterProps {
  readonly register: Register;
  readonly filter: RiskFilter;
  readonly onFilter: (filter: RiskFilter) => void;
}

const STATUSES = [
  { id: RiskStatus.OPEN, label: 'Open' },
  { id: RiskStatus.CLOSED, label: 'Closed' },
  { id: 'all', label: 'Open and closed' },
  { id: 'ARCHIVED', label: 'Archived' },
];
const ORDERS = [
  { id: 'SCORE', label: 'Highest score first' },
  { id: 'REVIEW', label: 'Soonest review first' },
];
const ANY = 'any';

function Fields({ register, filter, onFilter }: RisksFilterProps) {
  const plans = register.plans.filter(({ archivedAt }) => archivedAt === null);
  const change = (patch: Partial<RiskFilter>): void => onFilter({ ...filter, ...patch });
  return (
    <div className="risks-filter">
      <ComboBox
        label="Plan"
        options={plans.map(({ id, title }) => ({ id, label: title }))}
        value={filter.planId}
        onChange={(planId) => change({ planId, workstreamId: null })}
        placeholder="Any plan"
      />
      <ComboBox
        label="Workstream"
        sections={plans
          .filter(({ id }) => filter.planId === null || id === filter.planId)
          .map(({ title, workstreams }) => ({
            title,
            options: workstreams.map((one) => ({
              id: one.id,
              label: [formatReference(one.number, null), one.title].filter(Boolean).join(' '),
            })),
          }))}
        value={filter.workstreamId}
        onChange={(workstreamId) => change({ workstreamId })}
        placeholder="Any workstream"
      />
      <ComboBox
        label="Owned by"
        options={register.organisations.map(({ id, name, shortName }) => ({
          id,
          label: name,
          ...(shortName ? { note: shortName } : {}),
        }))}
        value={filter.organisationId}
        onChange={(organisationId) => change({ organisationId })}
        placeholder="Any organisation"
      />
      <Select
        label="Score now"
        options={[
          { id: ANY, label: 'Any score' },
          ...BAND_FLOORS.map(({ from, band }) => ({ id: String(from), label: `${band}: ${from} or more` })),
        ]}
        value={filter.minimumScore === null ? ANY : String(filter.minimumScore)}
        onChange={(id) => change({ minimumScore: id === null || id === ANY ? null : Number(id) })}
      />
      <Select
        label="Status"
        options={STATUSES}
        value={filter.status ?? 'all'}
        onChange={(id) =>
          change({
            status:
              id === 'ARCHIVED' ? id : id === 'all' || id === null ? null : RiskStatus[id as RiskStatus],
          })
        }
      />
      <Button
        onPress={() => onFilter(OPEN_RISKS)}
        isDisabled={narrowings(filter) === 0 && filter.text === ''}
      >
        Clear the filter
      </Button>
    </div>
  );
}

/** What the register is narrowed by and in what order it stands: all of it in the address. */
export function RisksFilter(props: RisksFilterProps) {
  const { filter, onFilter } = props;
  const set = narrowings(filter);
  return (
    <>
      <SearchField
        label="Find a risk"
        placeholder="Find a risk"
        value={filter.text}
        onChange={(text) => onFilter({ ...filter, text })}
      />
      <Popover
        label="Filter the risks"
        trigger={<Button icon="filter">{set > 0 ? `Filter (${set})` : 'Filter'}</Button>}
      >
        <Fields {...props} />
      </Popover>
      <Select
        label="Order"
        isLabelHidden
        options={ORDERS}
        value={filter.order}
        onChange={(id) => onFilter({ ...filter, order: id === 'REVIEW' ? 'REVIEW' : 'SCORE' })}
      />
    </>
  );
}
