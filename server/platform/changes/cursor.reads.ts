import type { FieldRead } from '../reading/fields.js';
import { cursorSeal } from './cursor.js';

/**
 * Where the log stands for this viewer, in the moment of this answer: the newest change the viewer may see.
 * What others do out of sight does not move it.
 */
export const changesCursor: FieldRead = {
  needs: ['partnershipId'],
  read: async ({ rows, reader, give }) => {
    const places = new Map<string, string>();
    for (const row of rows) {
      const partnershipId = row['partnershipId'] as string;
      const known = places.get(partnershipId);
      if (known) {
        give(row, known);
        continue;
      }
      const [newest] = await reader.query<{ seq: number | null }>(NEWEST, [partnershipId]);
      const cursor = cursorSeal().seal({
        partnershipId,
        seq: newest?.seq ?? 0,
        positionKey: reader.viewer.position.key,
      });
      places.set(partnershipId, cursor);
      give(row, cursor);
    }
  },
};

// One look at the end of an index for each audience, instead of walking back over what cannot be seen.
const NEWEST = `
  select max(newest) as seq from unnest(viewer_audiences()) a (id)
  cross join lateral (
    select greatest(
      (select seq from changes where partnership_id = $1 and audience_id = a.id order by seq desc limit 1),
      (select seq from changes where partnership_id = $1 and audience_before_id = a.id and audience_before_id <> audience_id order by seq desc limit 1)) as newest) n`;
