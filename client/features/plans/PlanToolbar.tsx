import { useMemo, useState } from 'react';
import type { BragStatus } from '../../../schema/vocabulary';
import { formatCount } from '../../platform/format/counts';
import { STATUSES_BY_CONCERN, statusWords } from '../../platform/format/status';
import { Button, IconButton } from '../../platform/ui/Button';
import { Checkbox } from '../../platform/ui/Checkbox';
import { Menu } from '../../platform/ui/Menu';
import { Popover } from '../../platform/ui/Popover';
import { ComboBox } from '../../platform/ui/Select';
import { SearchField } from '../../platform/ui/TextField';
import { AddActionDialog } from '../actions/AddActionDialog';
import { ownerOrganisations } from '../actions/owners';
import type { PlanWorkstream } from './plan.queries';
import { usePlanContext } from './planContext';
import { EVERYTHING, isFiltering, type PlanFilter } from './planFilter';

interface PlanToolbarProps {
  readonly workstreams: readonly PlanWorkstream[];
  readonly filter: PlanFilter;
  readonly onFilter: (filter: PlanFilter) => void;
  readonly shown: number;
  readonly total: number;
  /** Null for those who may not, and while there is none yet: then the page offers it. */
  readonly onAddWorkstream: (() => void) | null;
  readonly onExpandAll: () => void;
  readonly onCollapseAll: () => void;
}

/** The organisations that lead anything here, by name. */
function useOrganisations(workstreams: readonly PlanWorkstream[]) {
  return useMemo(() => {
    const found = new Map<string, { id: string; label: string; note?: string }>();
    for (const { actions, placements } of workstreams)
      for (const { leads } of [...actions, ...placements.map(({ action }) => action)])
        for (const { id, name, shortName } of ownerOrganisations(leads))
          found.set(id, { id, label: name, ...(shortName ? { note: shortName } : {}) });
    return [...found.values()].sort((a, b) => a.label.localeCompare(b.label));
  }, [workstreams]);
}

function FilterPanel({
  workstreams,
  filter,
  onFilter,
}: Pick<PlanToolbarProps, 'workstreams' | 'filter' | 'onFilter'>) {
  const organisations = useOrganisations(workstreams);
  const toggle = (status: BragStatus, isOn: boolean): void =>
    onFilter({
      ...filter,
      statuses: isOn ? [...filter.statuses, status] : filter.statuses.filter((one) => one !== status),
    });
  return (
    <div className="plan-filter">
      <fieldset>
        <legend className="field-label">Status</legend>
        {STATUSES_BY_CONCERN.map((status) => (
          <Checkbox
            key={status}
            isSelected={filter.statuses.includes(status)}
            onChange={(isOn) => toggle(status, isOn)}
          >
            {statusWords(status).label}
          </Checkbox>
        ))}
      </fieldset>
      <ComboBox
        label="Led by"
        options={organisations}
        value={filter.organisationId}
        onChange={(organisationId) => onFilter({ ...filter, organisationId })}
        placeholder="Any organisation"
      />
      <Checkbox isSelected={filter.isOverdue} onChange={(isOverdue) => onFilter({ ...filter, isOverdue })}>
        Overdue only
      </Checkbox>
      <Checkbox isSelected={filter.hasNoLead} onChange={(hasNoLead) => onFilter({ ...filter, hasNoLead })}>
        Without a lead only
      </Checkbox>
      <Button onPress={() => onFilter(EVERYTHING)} isDisabled={!isFiltering(filter)}>
        Clear the filter
      </Button>
    </div>
  );
}

export function PlanToolbar(props: PlanToolbarProps) {
  const { workstreams, filter, onFilter, shown, total, onAddWorkstream, onExpandAll, onCollapseAll } = props;
  const { canChange } = usePlanContext();
  const [isAdding, setAdding] = useState(false);
  const set =
    filter.statuses.length +
    [filter.organisationId, filter.isOverdue, filter.hasNoLead].filter(Boolean).length;
  const addable = workstreams.filter((workstream) => workstream.viewerCan.create);
  return (
    <div className="plan-toolbar">
      <SearchField
        label="Find an action"
        placeholder="Find an action"
        value={filter.text}
        onChange={(text) => onFilter({ ...filter, text })}
      />
      <Popover
        label="Filter the actions"
        trigger={<Button icon="filter">{set > 0 ? `Filter (${set})` : 'Filter'}</Button>}
      >
        <FilterPanel workstreams={workstreams} filter={filter} onFilter={onFilter} />
      </Popover>
      <Menu
        label="How the plan is shown"
        trigger={<IconButton icon="more" label="How the plan is shown" look="secondary" />}
        groups={[
          {
            entries: [
              { id: 'expand', label: 'Expand all', onAction: onExpandAll },
              { id: 'collapse', label: 'Collapse all', onAction: onCollapseAll },
            ],
          },
        ]}
      />
      <span className="quiet plan-count" role="status">
        {isFiltering(filter) ? `${shown} of ${formatCount(total, 'action')}` : formatCount(total, 'action')}
      </span>
      {onAddWorkstream && workstreams.length > 0 && (
        <Button icon="plus" onPress={onAddWorkstream}>
          Add a workstream
        </Button>
      )}
      {canChange && addable.length > 0 && (
        <Button icon="plus" look="primary" onPress={() => setAdding(true)}>
          Add an action
        </Button>
      )}
      {isAdding && <AddActionDialog workstreams={addable} parent={null} onClose={() => setAdding(false)} />}
    </div>
  );
}
