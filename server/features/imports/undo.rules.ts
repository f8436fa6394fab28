/** What can be taken back of an import, and what people have made their own since. Pure. */

/** One row of the log of what an import changed. Columns are named as in the database. */
export interface LoggedChange {
  seq: number;
  itemType: string;
  itemId: string;
  aboutId: string | null;
  kind: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/**
 * Of the items an import made, those nobody touched since and nothing of anybody else’s hangs under. One that is kept
 * keeps all that it hangs under, up to the plan.
 */
export function untouched(
  made: readonly string[],
  touched: ReadonlySet<string>,
  hangs: readonly { id: string; under: string }[],
): Set<string> {
  const ours = new Set(made);
  const above = new Map<string, string[]>();
  for (const { id, under } of hangs) above.set(id, [...(above.get(id) ?? []), under]);
  const kept = new Set<string>();
  const waiting = [...new Set([...hangs.map(({ id }) => id), ...made])].filter(
    (id) => touched.has(id) || !ours.has(id),
  );
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (kept.has(id)) continue;
    kept.add(id);
    waiting.push(...(above.get(id) ?? []));
  }
  return new Set(made.filter((id) => !kept.has(id)));
}

/** Made, or brought back where it was undone before. */
export const isMade = ({ kind }: LoggedChange): boolean => kind === 'CREATED' || kind === 'RESTORED';

export interface PutBack {
  /** By item, the columns as they were before. */
  patches: Map<string, Record<string, unknown>>;
  /** Items with a column that was changed again since. */
  left: Set<string>;
}

/** Counted or worked out by themselves; and what was put away or brought back goes the way of what an import makes. */
const NEVER = new Set(['version', 'updated_at', 'owners_revision', 'audience_id', 'archived_at']);

/** The columns an import changed and nobody has since, as they were. `changes` are latest first. */
export function putBack(
  changes: readonly LoggedChange[],
  current: ReadonlyMap<string, Record<string, unknown>>,
  put: ReadonlySet<string>,
): PutBack {
  const patches = new Map<string, Record<string, unknown>>();
  const left = new Set<string>();
  for (const { itemId, kind, before, after } of changes) {
    const now = current.get(itemId);
    if (!now || !before || !after || put.has(itemId) || !['UPDATED', 'RESTORED'].includes(kind)) continue;
    const patch = patches.get(itemId) ?? {};
    for (const [column, was] of Object.entries(before)) {
      if (NEVER.has(column)) continue;
      const here = column in patch ? patch[column] : now[column];
      if (JSON.stringify(here) === JSON.stringify(after[column])) patch[column] = was;
      else left.add(itemId);
    }
    if (Object.keys(patch).length) patches.set(itemId, patch);
  }
  return { patches, left };
}
