import type { Row } from '../db/base.js';
import { invalidInput } from '../graphql/errors.js';
import type { Reader } from './reader.js';

/**
 * Rows are read once and stand in the answer wherever they are asked for: actions of a workstream of an action of a
 * workstream are few rows and an answer without end. So what would be written is counted before anything is.
 */
const MOST_OBJECTS = 200_000;

const weights = new WeakMap<object, number>();

/** How many objects the answer holds at and below a value, each counted at every place it stands. */
export function weightOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (!Array.isArray(value)) return weights.get(value) ?? 1;
  let sum = 0;
  for (const one of value) sum += weightOf(one);
  return sum;
}

/** What a row weighs, once everything below it has been weighed. */
export function weighRow(row: Row, places: readonly { place: string; times: number }[]): void {
  let weight = 1;
  for (const { place, times } of places) weight += times * weightOf(row[place]);
  weights.set(row, weight);
}

/** Counts rows to the answer that is put together with this reader; refuses what would be too much. */
export function spend(reader: Pick<Reader, 'spent'>, rows: readonly Row[]): void {
  const spent = reader.spent ?? { objects: 0 };
  spent.objects += weightOf(rows);
  if (spent.objects > MOST_OBJECTS)
    throw invalidInput([
      { field: 'query', message: `The answer would hold more than ${MOST_OBJECTS} objects: ask for less.` },
    ]);
}
