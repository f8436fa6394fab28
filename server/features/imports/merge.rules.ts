import type { Desired, Existing, KeptField, Left, OwnerTuple } from './import-content.js';

/**
 * What a file changes of an item. A field is the file’s to change where the plan still holds what the last import left;
 * what people changed since is kept and told. An item that no import brought is completed, never overwritten. Pure.
 */
export interface Merged {
  /** Null where the item is to be made. */
  existing: Existing | null;
  /** By property, what is written. */
  patch: Record<string, unknown>;
  /** The owners to be, where they change. */
  owners: OwnerTuple[] | null;
  kept: Omit<KeptField, 'itemId' | 'label'>[];
  left: Left;
  /** Put away by people: left alone altogether. */
  isAway: boolean;
}

/** What is several columns and to people one thing, which they change by the first of them. */
const TOGETHER: Readonly<Record<string, readonly string[]>> = {
  timingAsWritten: ['timingAsWritten', 'timingStart', 'timingEnd', 'timingPrecision', 'timingRecurrence'],
  toId: ['toId', 'toType', 'toPlanId', 'unresolvedBecause'],
};
const FOLLOWS = new Set(Object.values(TOGETHER).flatMap(([, ...others]) => others));

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
const shown = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value);

export function mergeItem(
  desired: Desired,
  values: Record<string, unknown>,
  existing: Existing | null,
): Merged {
  const owners = desired.owners;
  if (!existing)
    return {
      existing,
      patch: values,
      owners: owners?.length ? owners : null,
      kept: [],
      left: { values, owners },
      isAway: false,
    };
  const isAway = existing.values['archivedAt'] !== null && !existing.isUndone;
  const merged: Merged = {
    existing,
    patch: {},
    owners: null,
    kept: [],
    left: { values: { ...existing.left?.values }, owners: existing.left?.owners ?? null },
    isAway,
  };
  if (isAway)
    return { ...merged, kept: [{ field: 'archivedAt', here: 'put away here', inFile: 'still in the file' }] };
  if (existing.values['archivedAt'] !== null) merged.patch['archivedAt'] = null;
  for (const field of Object.keys(values))
    if (!FOLLOWS.has(field)) mergeField(merged, existing, field, values);
  if (owners) mergeOwners(merged, existing, owners);
  return merged;
}

function mergeField(
  merged: Merged,
  { values: here, left }: Existing,
  field: string,
  inFile: Record<string, unknown>,
): void {
  const columns = TOGETHER[field] ?? [field];
  const leave = () => Object.assign(merged.left.values, pick(inFile, columns));
  if (columns.every((column) => same(here[column], inFile[column]))) return void leave();
  const isSignedOff = field === 'status' && here['status'] === 'BLUE' && inFile['status'] === 'GREEN';
  const isFiles =
    left && field in left.values
      ? same(here[field], left.values[field])
      : (here[field] ?? null) === null || isUnrated(field, here);
  if (isFiles) {
    leave();
    for (const column of columns)
      if (!same(here[column], inFile[column])) merged.patch[column] = inFile[column] ?? null;
  } else {
    if (!left) leave();
    if (!isSignedOff) merged.kept.push({ field, here: shown(here[field]), inFile: shown(inFile[field]) });
  }
}

/** Nobody’s rating is nothing that a file would overwrite. */
const isUnrated = (field: string, here: Record<string, unknown>): boolean =>
  field === 'status' && here['status'] === 'NOT_YET_RATED';

function mergeOwners(merged: Merged, { owners: here, left }: Existing, inFile: OwnerTuple[]): void {
  const isSame = same(here, inFile);
  const isFiles = left?.owners ? same(here, left.owners) : here.length === 0;
  if (isSame || isFiles || !left) merged.left.owners = inFile;
  if (isSame) return;
  if (isFiles) merged.owners = inFile;
  else merged.kept.push({ field: 'owners', here: words(here), inFile: words(inFile) });
}

const words = (owners: readonly OwnerTuple[]): string =>
  owners.map((owner) => owner[7] ?? 'named in the product').join(' / ');

const pick = (from: Record<string, unknown>, columns: readonly string[]) =>
  Object.fromEntries(columns.map((column) => [column, from[column] ?? null]));
