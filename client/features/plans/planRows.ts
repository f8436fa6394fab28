import type { TreeSource } from '../../platform/ui/treeRows.js';
import type { ActionRow } from '../actions/actionRow.js';
import { alsoWords } from '../actions/placements.js';
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
      /** What is said of one whose home is another plan: which, and its reference there. */
      readonly home: string | null;
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
      .map((one) => ({
        ...one,
        actions: one.actions.filter((action) => !isGone(action, gone)),
        placements: one.placements.filter((placement) => !isGone(placement, gone)),
      })),
  };
}

const NONE: readonly PlanRow[] = [];

interface Placed {
  readonly id: string;
  readonly action: ActionRow;
  readonly home: string | null;
}

/** What stands in a workstream, as it is called there: its own actions, and at the top those of other plans. */
function standingIn({ actions, placements }: PlanWorkstream, seen: Set<string>): Placed[] {
  const own = actions.map((action): Placed => ({ id: action.id, action, home: null }));
  const others = inPlace(placements).map(({ id, action, placedAs, position }): Placed => {
    // One that stands in two workstreams of the plan is two rows.
    const rowId = seen.has(action.id) ? id : action.id;
    seen.add(action.id);
    const row = { ...action, reference: placedAs, position, parentId: null };
    return { id: rowId, action: row, home: alsoWords(action) };
  });
  return [...own, ...others];
}

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
  const seen = new Set<string>();
  for (const workstream of inPlace(workstreams)) {
    const standing = standingIn(workstream, seen);
    const here = new Map(workstream.actions.map((action) => [action.id, action]));
    const kept = new Set<string>();
    for (const { id, action, home } of standing) {
      total += 1;
      if (isNarrowed && !fits(action, workstream.number, filter)) continue;
      shown += 1;
      if (home !== null) {
        kept.add(id);
        continue;
      }
      for (let at: ActionRow | undefined = action; at && !kept.has(at.id); at = here.get(at.parentId ?? ''))
        kept.add(at.id);
    }
    if (isNarrowed && kept.size === 0) continue;
    roots.push({ kind: 'workstream', id: workstream.id, workstream });
    for (const { id, action, home } of standing.sort((a, b) => a.action.position - b.action.position)) {
      if (!kept.has(id)) continue;
      const under = action.parentId !== null && here.has(action.parentId) ? action.parentId : workstream.id;
      const row: PlanRow = { kind: 'action', id, action, workstream, home };
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
