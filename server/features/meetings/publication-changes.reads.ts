import type { Row } from '../../platform/db/base.js';
import { defineReads, type FieldRead } from '../../platform/reading/fields.js';
import type { Reader } from '../../platform/reading/reader.js';
import { groupBy, toOne } from '../../platform/reading/relations.js';
import { sourceOf, tableOf } from '../../platform/reading/tables.js';
import { changesBetween } from './pack/pack-changes.rules.js';
import { readPack } from './pack/pack-document.js';
import { documentsOf } from './publication.documents.js';
import { Publication, PublicationPart } from './publication.entity.js';

interface EarlierPart extends Row {
  laterId: string;
  sinceId: string;
}

/** The same part of what was published before it for the same meeting, or of the same plan, and stands; as far as the reader sees. */
const earlierOf = (reader: Reader, ids: readonly string[]): Promise<EarlierPart[]> => {
  const [parts, publications] = [PublicationPart, Publication].map((entity) =>
    sourceOf(tableOf(entity), reader),
  );
  return reader.query<EarlierPart>(
    `select t.id as "laterId", e.id, e.sha256, b.id as "sinceId"
     from ${parts} t join ${publications} p on p.id = t.publication_id
       join ${publications} b on b.board_id = p.board_id and b.meeting_id is not distinct from p.meeting_id
         and b.status = 'PUBLISHED' and b.id <> p.id and (p.number is null or b.number < p.number)
       join ${parts} e on e.publication_id = b.id and e.part = t.part
     where t.id = any ($1::uuid[]) and p.status <> 'RECALLED' and p.archived_at is null order by b.number desc`,
    [ids],
  );
};

const changesSince: FieldRead = {
  needs: ['sha256'],
  read: async ({ rows, reader, give, into }) => {
    const earlier = await earlierOf(
      reader,
      rows.map(({ id }) => id),
    );
    const held = [...new Map([...rows, ...earlier].map((row) => [row.id, row])).values()];
    const documents = earlier.length > 0 ? await documentsOf(reader, held) : new Map<string, string>();
    const packs = new Map([...documents].map(([id, document]) => [id, readPack(document)]));
    const changes = earlier.flatMap(({ id, laterId, sinceId }) => {
      const [before, now] = [packs.get(id), packs.get(laterId)];
      return before && now ? [{ id: sinceId, laterId, sinceId, ...changesBetween(before, now) }] : [];
    });
    await into('PublicationChanges', changes as unknown as Row[]);
    const byPart = groupBy(changes, ({ laterId }) => laterId);
    for (const row of rows) give(row, byPart.get(row.id) ?? []);
  },
};

defineReads('PublicationPart', { changesSince });

defineReads('PublicationChanges', { since: toOne(() => Publication, 'sinceId') });
