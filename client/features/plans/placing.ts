import { inPlace } from './planRows.js';

/** Something that stands in a row with others, below the same parent. */
export interface Placed {
  readonly id: string;
  readonly parentId: string | null;
  readonly position: number;
}

/** Right after a neighbour, or before all of them, below a parent or at the top. */
export interface Place {
  readonly parentId: string | null;
  readonly afterId: string | null;
}

/** Those that stand below a parent, in order. */
export const rowBelow = <One extends Placed>(all: readonly One[], parentId: string | null): One[] =>
  inPlace(all.filter((one) => one.parentId === parentId));

/** Where something can be put: below anything but itself and what stands below it. In the order of the tree, with its depth. */
export function possibleParents<One extends Placed>(
  all: readonly One[],
  id: string,
): { readonly one: One; readonly depth: number }[] {
  const found: { one: One; depth: number }[] = [];
  const look = (parentId: string | null, depth: number): void => {
    for (const one of rowBelow(all, parentId)) {
      if (one.id === id) continue;
      found.push({ one, depth });
      look(one.id, depth + 1);
    }
  };
  look(null, 0);
  const here = new Set(all.map((one) => one.id));
  // What stands below something that is not here is shown at the top.
  const lost = all.filter((one) => one.parentId !== null && !here.has(one.parentId) && one.id !== id);
  for (const one of lost) {
    found.push({ one, depth: 0 });
    look(one.id, 1);
  }
  return found;
}

export function placeOf(all: readonly Placed[], { id, parentId }: Placed): Place {
  const row = rowBelow(all, parentId);
  return { parentId, afterId: row[row.findIndex((one) => one.id === id) - 1]?.id ?? null };
}

/** The neighbour it goes right after when it moves up or down by one; undefined where it cannot. */
export function stepsOf(
  all: readonly Placed[],
  { id, parentId }: Placed,
): { readonly up: string | null | undefined; readonly down: string | null | undefined } {
  const row = rowBelow(all, parentId);
  const at = row.findIndex((one) => one.id === id);
  return { up: at > 0 ? (row[at - 2]?.id ?? null) : undefined, down: at < 0 ? undefined : row[at + 1]?.id };
}
