import { defineReads, derived, type FieldRead } from '../../platform/reading/fields.js';
import type { Reader } from '../../platform/reading/reader.js';
import { rowsById, toMany, toOne } from '../../platform/reading/relations.js';
import { sourceOf, tableOf } from '../../platform/reading/tables.js';
import { Organisation } from './organisation.entity.js';
import { mayManageStaff } from './organisation.policy.js';
import { Person } from './person.entity.js';
import { PostHolder } from './post.entity.js';

/** Who holds each post on the reader’s day; a vacant one is not there. */
export async function holdersOf(reader: Reader, postIds: readonly string[]): Promise<Map<string, string>> {
  if (postIds.length === 0) return new Map();
  const rows = await reader.query<{ postId: string; personId: string }>(
    `select distinct on (t.post_id) t.post_id as "postId", t.person_id as "personId" from ${sourceOf(tableOf(PostHolder), reader)} t
     where t.post_id = any($1::uuid[]) and t.archived_at is null and t.from_on <= $2 and (t.until_on is null or t.until_on >= $2)
     order by t.post_id, t.from_on desc, t.id desc`,
    [postIds, reader.today],
  );
  return new Map(rows.map((row) => [row.postId, row.personId]));
}

const holder: FieldRead = {
  needs: ['id'],
  read: async ({ rows, field, reader, give, into }) => {
    const holders = await holdersOf(
      reader,
      rows.map((row) => row.id),
    );
    const people = await rowsById(reader, Person, [...new Set(holders.values())], field.selection);
    await into('Person', [...people.values()]);
    for (const row of rows) give(row, people.get(holders.get(row.id) ?? '') ?? null);
  },
};

const viewerCan = derived(['partnershipId', 'organisationId'], (row, reader) => ({
  update: mayManageStaff(
    reader.viewer.position,
    row['partnershipId'] as string,
    row['organisationId'] as string | null,
  ),
}));

defineReads('Post', {
  organisation: toOne(() => Organisation, 'organisationId'),
  holders: toMany(() => PostHolder, 'postId', { orderBy: 't.from_on desc, t.id desc' }),
  holder,
  viewerCan,
});

defineReads('PostHolder', { person: toOne(() => Person, 'personId') });
