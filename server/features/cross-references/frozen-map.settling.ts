import type { Work } from '../../platform/db/work.js';
import { narrowed } from '../plans/audience.service.js';
import { itemTables } from './item.reads.js';

interface Copy {
  id: string;
  audienceId: string;
  ownAudienceId: string;
}

/**
 * A frozen copy is for those whom it was frozen for, as far as they may see all that it tells of: whoever loses sight
 * of any of it loses sight of the copy, which would otherwise go on telling them. Call it under every audience, with
 * the items whose own audience moved.
 */
export async function settleFrozenMaps(work: Work, itemIds: readonly string[]): Promise<void> {
  const resting = await work.query(
    `select id from frozen_map_contents where rests_on && $1::uuid[] order by id`,
    [itemIds],
  );
  for (const { id } of resting) await settleFrozenMap(work, id);
}

/** Holds the items of a copy that is being made, so that none is narrowed unseen, and settles it. */
export async function settleNewFrozenMap(work: Work, id: string): Promise<void> {
  for (const table of itemTables())
    await work.query(`select id from ${table} where id = any((${RESTS_ON})::uuid[]) order by id for share`, [
      id,
    ]);
  await settleFrozenMap(work, id);
}

const RESTS_ON = 'select c.rests_on from frozen_map_contents c where c.id = $1';

async function settleFrozenMap(work: Work, id: string): Promise<void> {
  // Held before its items are looked at: of two who narrow two of its items at once, the second sees what the first did.
  const [copy] = await work.query<Copy>(
    `select id, audience_id as "audienceId", own_audience_id as "ownAudienceId" from frozen_maps where id = $1 for update`,
    [id],
  );
  if (!copy) return;
  const audienceId = await inForce(work, copy);
  if (audienceId === copy.audienceId) return;
  await work.query(`update frozen_maps set audience_id = $2 where id = $1`, [id, audienceId]);
  await work.query(`update frozen_map_contents set audience_id = $2 where id = $1`, [id, audienceId]);
}

/** Whom it was frozen for, less those who do not see all of it. What is gone altogether opens it to nobody again. */
async function inForce(work: Work, copy: Copy): Promise<string> {
  const items = itemTables()
    .map((table) => `select id, audience_id from ${table} where id = any((${RESTS_ON})::uuid[])`)
    .join(' union all ');
  const rows = await work.query<{ audienceId: string; count: number }>(
    `select audience_id as "audienceId", count(*)::int as count from (${items}) i group by audience_id order by audience_id`,
    [copy.id],
  );
  const [expected] = await work.query<{ count: number }>(
    `select cardinality(rests_on) as count from frozen_map_contents where id = $1`,
    [copy.id],
  );
  const isComplete = rows.reduce((sum, { count }) => sum + count, 0) === expected?.count;
  const narrowing = [...rows.map((row) => row.audienceId), ...(isComplete ? [] : [copy.audienceId])];
  return narrowed(work, copy.ownAudienceId, narrowing);
}
