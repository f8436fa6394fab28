import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '../../platform/ui/Button';
import { EmptyState } from '../../platform/ui/States';
import { TreeGrid } from '../../platform/ui/TreeGrid';
import { flattenTree } from '../../platform/ui/treeRows';
import { AddWorkstreamDialog } from '../workstreams/AddWorkstreamDialog';
import { PlanToolbar } from './PlanToolbar';
import type { Plan } from './plan.queries';
import { PLAN_COLUMNS } from './planColumns';
import { usePlanContext } from './planContext';
import { EVERYTHING, isFiltering, type PlanFilter } from './planFilter';
import { branchesOf, planTree } from './planRows';

interface PlanGridProps {
  readonly plan: Plan;
  readonly filter: PlanFilter;
  readonly onFilter: (filter: PlanFilter) => void;
  readonly openId: string | undefined;
  readonly freshIds: ReadonlySet<string>;
}

interface NothingHereProps {
  readonly isFiltered: boolean;
  readonly onClear: () => void;
  /** Null for those who may not. */
  readonly onAddWorkstream: (() => void) | null;
}

function NothingHere({ isFiltered, onClear, onAddWorkstream }: NothingHereProps) {
  return isFiltered ? (
    <EmptyState
      icon="filter"
      title="No action fits"
      actions={<Button onPress={onClear}>Clear the filter</Button>}
    >
      Nothing in this plan fits everything you asked for.
    </EmptyState>
  ) : (
    <EmptyState
      icon="plan"
      title="Nothing in this plan yet"
      {...(onAddWorkstream
        ? {
            actions: (
              <Button icon="plus" look="primary" onPress={onAddWorkstream}>
                Add the first workstream
              </Button>
            ),
          }
        : {})}
    >
      Workstreams and their actions will stand here. They can be added by hand or brought in from a workbook.
    </EmptyState>
  );
}

/** All workstreams and actions of a plan in one tree. Everything is open until a reader closes it. */
export function PlanGrid({ plan, filter, onFilter, openId, freshIds }: PlanGridProps) {
  const { workstreams } = plan;
  const navigate = useNavigate();
  const { addressOf, canChange } = usePlanContext();
  const [isAdding, setAdding] = useState(false);
  const addWorkstream = canChange && plan.viewerCan.create ? () => setAdding(true) : null;
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const isFiltered = isFiltering(filter);
  const tree = useMemo(() => planTree(workstreams, filter), [workstreams, filter]);
  const rows = useMemo(
    () => flattenTree({ ...tree, isExpanded: (id) => isFiltered || !closed.has(id) }),
    [tree, closed, isFiltered],
  );
  const toggle = (id: string, isExpanded: boolean): void =>
    setClosed((before) =>
      isExpanded ? new Set([...before].filter((one) => one !== id)) : new Set(before).add(id),
    );
  return (
    <section className="plan-actions" aria-label="Workstreams and actions">
      <PlanToolbar
        workstreams={workstreams}
        filter={filter}
        onFilter={onFilter}
        shown={tree.shown}
        total={tree.total}
        onAddWorkstream={addWorkstream}
        onExpandAll={() => setClosed(new Set())}
        onCollapseAll={() => setClosed(new Set(branchesOf(tree)))}
      />
      <div className="plan-grid">
        <TreeGrid
          label={`Workstreams and actions of ${plan.title}`}
          rows={rows}
          columns={PLAN_COLUMNS}
          onToggle={toggle}
          onOpen={({ item }) =>
            void navigate(
              addressOf(item.kind === 'action' ? `actions/${item.action.id}` : `workstreams/${item.id}`),
              {
                preventScrollReset: true,
              },
            )
          }
          {...(openId === undefined ? {} : { openId })}
          freshIds={freshIds}
          empty={
            <NothingHere
              isFiltered={isFiltered}
              onClear={() => onFilter(EVERYTHING)}
              onAddWorkstream={addWorkstream}
            />
          }
        />
      </div>
      {isAdding && <AddWorkstreamDialog onClose={() => setAdding(false)} />}
    </section>
  );
}
