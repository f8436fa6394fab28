import type { TreeSource } from '../../platform/ui/treeRows.js';
import type { ActionRow } from '../actions/actionRow.js';
import { isGone } from '../changes/gone.js';
import type { Plan, PlanWorkstream } from './plan.queries.js';
import { fits, isFiltering, type PlanFilter } from './planFilter.js';

/** A row of a plan: a workstream as a section, or an action at any level below it. */
export type PlanRow =
  | { readonly kind: 'workstream'; readonly id: string; readonly workstream: PlanWorkstream }
  | {
      readonly kind: 'action';
      readonly id: string;
      readonly action: ActionRow;
      readonly workstream: PlanWorkstream;
    };

export interface PlanTree extends Omit<TreeSource<PlanRow>, 'isExpanded'> {
  /** How many actions fit, without those shown only because something below them does. */
  readonly shown: number;
  readonly total: number;
}

/** Whatever order they came in: a move is told as a new place of what was moved, and of nothing else. */
export const inPlace = <Placed extends { readonly position: number }>(of: readonly Placed[]): Placed[] =>
  [...of].sort((a, b) => a.position - b.position);

/** A plan without what left its reader’s sight since it was answered. */
export function planWithout(plan: Plan, gone: ReadonlySet<string>): Plan {
  if (gone.size === 0) return plan;
  return {
    ...plan,
    priorities: plan.priorities.filter((one) => !isGone(one, gone)),
    workstreams: plan.workstreams
      .filter((one) => !isGone(one, gone))
      .map((one) => ({ ...one, actions: one.actions.filter((action) => !isGone(action, gone)) })),
  };
}

const NONE: readonly PlanRow[] = [];

/**
 * The tree of a plan, as far as it fits the filter. What fits is shown below everything it stands under; an action
 * whose own parent is not there, or not to be seen, stands right below its workstream.
 */
export function planTree(workstreams: readonly PlanWorkstream[], filter: PlanFilter): PlanTree {
  const below = new Map<string, PlanRow[]>();
  const isNarrowed = isFiltering(filter);
  const roots: PlanRow[] = [];
  let shown = 0;
  let total = 0;
  for (const workstream of inPlace(workstreams)) {
    const here = new Map(workstream.actions.map((action) => [action.id, action]));
    const kept = new Set<string>();
    for (const action of workstream.actions) {
      total += 1;
      if (isNarrowed && !fits(action, workstream.number, filter)) continue;
      shown += 1;
      for (let at: ActionRow | undefined = action; at && !kept.has(at.id); at = here.get(at.parentId ?? ''))
        kept.add(at.id);
    }
    if (isNarrowed && kept.size === 0) continue;
    roots.push({ kind: 'workstream', id: workstream.id, workstream });
    for (const action of inPlace(workstream.actions)) {
      if (!kept.has(action.id)) continue;
      const under = action.parentId !== null && here.has(action.parentId) ? action.parentId : workstream.id;
      const row: PlanRow = { kind: 'action', id: action.id, action, workstream };
      if (below.get(under)?.push(row) === undefined) below.set(under, [row]);
    }
  }
  return { roots, shown, total, idOf: (row) => row.id, childrenOf: (row) => below.get(row.id) ?? NONE };
}

/** Every row that can be opened and closed. */
export function branchesOf(tree: PlanTree): readonly string[] {
  const found: string[] = [];
  const look = (rows: readonly PlanRow[]): void => {
    for (const row of rows) {
      const children = tree.childrenOf(row);
      if (children.length === 0) continue;
      found.push(row.id);
      look(children);
    }
  };
  look(tree.roots);
  return found;
}
