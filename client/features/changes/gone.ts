/** What is out of sight after a change; what is told of again is in sight again. */
export function goneAfter(
  gone: ReadonlySet<string>,
  { kind, itemId }: { readonly kind: string; readonly itemId: string | null },
): ReadonlySet<string> {
  if (itemId === null || gone.has(itemId) === (kind === 'REMOVED')) return gone;
  return kind === 'REMOVED' ? new Set([...gone, itemId]) : new Set([...gone].filter((id) => id !== itemId));
}

/** An item with those it stands below, is about or lies between: to tell of it is to name them. */
interface Item {
  readonly id?: string;
  readonly plan?: Item | null;
  readonly workstream?: Item | null;
  readonly action?: Item | null;
  readonly other?: Item | null;
  readonly from?: Item | null;
  readonly to?: Item | null;
  readonly crossReference?: Item | null;
  readonly externalDependency?: Item | null;
}

/** Whether an item is out of sight, or cannot be told of without naming one that is. */
export function isGone(item: Item | null | undefined, gone: ReadonlySet<string>): boolean {
  if (!item) return false;
  const { id, plan, workstream, action, other, from, to, crossReference, externalDependency } = item;
  if (id !== undefined && gone.has(id)) return true;
  const named = [plan, workstream, action, other, from, to, crossReference, externalDependency];
  return named.some((one) => isGone(one, gone));
}

interface Counted<One> {
  readonly nodes: readonly One[];
  readonly totalCount: number;
}

/** A list without what is out of sight. */
export function withoutGone<One extends Item>(
  { nodes, totalCount }: Counted<One>,
  gone: ReadonlySet<string>,
): Counted<One> {
  const left = nodes.filter((item) => !isGone(item, gone));
  return { nodes: left, totalCount: totalCount - (nodes.length - left.length) };
}
