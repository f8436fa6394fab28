import type { Row } from '../db/base.js';
import type { Reader } from './reader.js';
import type { SelectedField } from './selection.js';

/** Rows of one type, all at one place of the answer, and one field to fill in on each of them. */
export interface Batch {
  rows: Row[];
  field: SelectedField;
  reader: Reader;
  /** Puts the value for one row where the answer is read from. */
  give(row: Row, value: unknown): void;
  /** Reads on below the rows just loaded. */
  into(type: string, rows: Row[]): Promise<void>;
}

/** How a field that is no column is read: for all rows of a level at once, in one query or none. */
export interface FieldRead {
  /** Columns of the rows that the reading needs. */
  needs: readonly string[];
  read(batch: Batch): Promise<void> | void;
}

const registry = new Map<string, Record<string, FieldRead>>();

/** Says how the fields of a type are read. Each feature calls it in its `*.reads.ts`. */
export function defineReads(type: string, fields: Record<string, FieldRead>): void {
  registry.set(type, { ...registry.get(type), ...fields });
}

export const readsOf = (type: string): Record<string, FieldRead> => registry.get(type) ?? {};

/** A value worked out from the row alone. */
export function derived(
  needs: readonly string[],
  value: (row: Row, reader: Reader, args: Record<string, unknown>) => unknown,
): FieldRead {
  return {
    needs,
    read: ({ rows, reader, field, give }) => {
      for (const row of rows) give(row, value(row, reader, field.args));
    },
  };
}
