import type { Row } from '../db/base.js';
import type { Viewer } from '../policy/viewer.js';

/** A place to ask the database from: one transaction that sees what one viewer may see. */
export interface Reader {
  readonly viewer: Viewer;
  /** Today in England, `YYYY-MM-DD`: what “overdue” is measured against. */
  readonly today: string;
  /** Read the log as it stood then; null for now. */
  readonly asOf: string | null;
  /** What has been put into one answer so far; where it is absent, each reading counts for itself. */
  readonly spent?: { objects: number };
  query<T = Row>(sql: string, params?: readonly unknown[]): Promise<T[]>;
}

/** The same transaction, looking at how things stood at a moment. Overdue is then measured against that day. */
export function readAsOf(reader: Reader, asOf: string | null | undefined): Reader {
  if (!asOf) return reader;
  return {
    viewer: reader.viewer,
    today: asOf.slice(0, 10),
    asOf,
    ...(reader.spent && { spent: reader.spent }),
    query: (sql, params) => reader.query(sql, params),
  };
}
