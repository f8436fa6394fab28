import { type Circle, contains } from '../policy/audience.rules.js';
import type { Reader } from './reader.js';

/**
 * The same transaction, seeing only what everybody in a circle sees, and of that only what its own viewer sees. Each
 * question goes out with that sight before it and the viewer’s own after it: whatever else is asked meanwhile is
 * asked as ever.
 */
export async function seenByAll(reader: Reader, partnershipId: string, circle: Circle): Promise<Reader> {
  const [rows, [now]] = await Promise.all([
    reader.query<Circle>(CIRCLES, [partnershipId]),
    reader.query<{ own: string }>(OWN),
  ]);
  const circles = new Map(rows.map((row) => [row.id, row]));
  const common = rows.filter((outer) => contains(outer, circle, circles)).map(({ id }) => id);
  const own = now?.own ?? '';
  // On its way before the question it is for; should it fail, so does the question.
  const see = (audiences: string) => void reader.query(SEE, [audiences]).catch(() => {});
  const { viewer, today, asOf, spent } = reader;
  return {
    ...{ viewer, today, asOf, ...(spent && { spent }) },
    query: (sql, params) => {
      see(common.join(','));
      const found = reader.query(sql, params);
      see(own);
      return found as Promise<never>;
    },
  };
}

const SEE = `select set_config('app.audiences', $1, true)`;

const OWN = `select coalesce(current_setting('app.audiences', true), '') as own`;

/** Those the viewer is in: of circles that they are not in, they see nothing either way. */
const CIRCLES = `
  select id, kind, members from audiences where partnership_id = $1 and id = any (viewer_audiences())`;
