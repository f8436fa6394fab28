import { BoundedMap } from '../graphql/bounded-map.js';
import type { Reader } from './reader.js';

const known = new BoundedMap<string, 'partnership_id' | 'plan_id'>(5_000);

/**
 * The column that `within` speaks of: a partnership’s or a plan’s. Asked of the database once an id, so that a list is
 * read by one index and not by “either”. An id that is neither finds nothing by either.
 */
export async function withinColumn(reader: Reader, within: string): Promise<'partnership_id' | 'plan_id'> {
  const seen = known.get(within);
  if (seen) return seen;
  const [partnership] = await reader.query('select id from partnerships where id = $1', [within]);
  const column = partnership ? 'partnership_id' : 'plan_id';
  known.set(within, column);
  return column;
}
