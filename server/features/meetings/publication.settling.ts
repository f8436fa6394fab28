import type { Work } from '../../platform/db/work.js';
import { intersection } from '../plans/audience.service.js';

interface Part {
  id: string;
  audienceId: string;
}

/** Who sees a part sees all of it: its row, what it holds and its files. Call it under every audience. */
export async function openPart(work: Work, partId: string, audienceId: string): Promise<void> {
  for (const [table, column] of PARTS)
    await work.query(`update ${table} set audience_id = $2 where ${column} = $1`, [partId, audienceId]);
}

const PARTS = [
  ['publication_parts', 'id'],
  ['publication_contents', 'id'],
  ['publication_files', 'part_id'],
] as const;

/**
 * What waits to be published and tells of an item that was restricted since is withheld from all who do not see that
 * item. What was published stays as it is: it can only be recalled. Call it under every audience.
 */
export async function settlePublications(work: Work, itemIds: readonly string[]): Promise<void> {
  if (itemIds.length === 0) return;
  const parts = await work.query<Part & { itemAudience: string }>(
    `select t.id, t.audience_id as "audienceId", i.audience_id as "itemAudience"
     from agenda_items i join publication_parts t on i.id = any (t.rests_on) and t.meeting_id = i.meeting_id
       join publications b on b.id = t.publication_id and b.published_at is null
     where i.id = any ($1::uuid[]) order by t.id, i.id`,
    [itemIds],
  );
  const inForce = new Map<string, string>();
  for (const { id, audienceId, itemAudience } of parts)
    inForce.set(id, await intersection(work, inForce.get(id) ?? audienceId, itemAudience));
  for (const { id, audienceId } of parts) {
    const next = inForce.get(id);
    if (next && next !== audienceId) await openPart(work, id, next);
  }
}
