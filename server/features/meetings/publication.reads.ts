import { PackFormat, PackPart, PublicationStatus } from '../../../schema/publications.js';
import type { Row } from '../../platform/db/base.js';
import { todayInEngland } from '../../platform/db/database.js';
import { audienceRead } from '../../platform/policy/audience.reads.js';
import { defineReads, derived, type FieldRead } from '../../platform/reading/fields.js';
import type { Reader } from '../../platform/reading/reader.js';
import { toMany, toOne } from '../../platform/reading/relations.js';
import { sourceOf, tableOf } from '../../platform/reading/tables.js';
import { Person } from '../organisations/person.entity.js';
import { Meeting } from './meeting.entity.js';
import { mayKeep } from './meeting.policy.js';
import type { PackDocument } from './pack/pack-document.js';
import { FILE_NAMES } from './publication.build.js';
import { sha256Of } from './publication.content.js';
import { Publication, PublicationPart } from './publication.entity.js';

/** What each part holds, letter for letter. One that is no longer what was prepared is not shown for it. */
async function documentsOf(reader: Reader, rows: readonly Row[]): Promise<Map<string, string>> {
  const found = await reader.query<{ id: string; document: string }>(
    `select c.id, c.document from publication_contents c join publication_parts p on p.id = c.id
       join publications b on b.id = p.publication_id and b.status <> 'RECALLED'
     where c.id = any($1::uuid[])`,
    [rows.map(({ id }) => id)],
  );
  const hashes = new Map(rows.map((row) => [row.id, row['sha256']]));
  for (const { id, document } of found)
    if (sha256Of(document) !== hashes.get(id)) throw new Error(`Part ${id} is not what was prepared.`);
  return new Map(found.map(({ id, document }) => [id, document]));
}

const needs = ['sha256'];

const document: FieldRead = {
  needs,
  read: async ({ rows, reader, give }) => {
    const documents = await documentsOf(reader, rows);
    for (const row of rows) give(row, documents.get(row.id) ?? null);
  },
};

const items: FieldRead = {
  needs,
  read: async ({ rows, reader, give, into }) => {
    const documents = await documentsOf(reader, rows);
    const published = new Map(
      [...documents].map(([id, text]) => [id, (JSON.parse(text) as PackDocument).items as unknown as Row[]]),
    );
    await into('PublishedItem', [...published.values()].flat());
    for (const row of rows) give(row, published.get(row.id) ?? []);
  },
};

const ENDINGS: Readonly<Record<PackFormat, string>> = { HTML: 'html', PDF: 'pdf', WORD: 'docx' };

const files: FieldRead = {
  needs: ['part', 'publicationId', 'htmlSha256', 'pdfSha256', 'wordSha256'],
  read: async ({ rows, reader, give }) => {
    const standing = await reader.query<{ id: string; status: PublicationStatus }>(
      `select t.id, t.status from ${sourceOf(tableOf(Publication), reader)} t where t.id = any($1::uuid[])`,
      [rows.map((row) => row['publicationId'])],
    );
    const status = new Map(standing.map(({ id, status: now }) => [id, now]));
    for (const row of rows) give(row, filesOf(row, status.get(row['publicationId'] as string)));
  },
};

function filesOf(row: Row, status: PublicationStatus | undefined) {
  if (status === undefined || status === PublicationStatus.RECALLED) return [];
  const part = row['part'] as PackPart;
  const isOut = part === PackPart.PUBLIC && status === PublicationStatus.PUBLISHED;
  const folder = `${isOut ? '/public' : ''}/publications/${row['publicationId']}`;
  return Object.values(PackFormat).flatMap((format) => {
    const sha256 = row[`${format.toLowerCase()}Sha256`] as string | null;
    return sha256 ? [{ format, sha256, url: `${folder}/${FILE_NAMES[part]}.${ENDINGS[format]}` }] : [];
  });
}

/** Live changes are told to a position, in which nobody prepared it. */
const viewerCan: FieldRead = {
  needs: ['meetingId', 'partnershipId', 'preparedById', 'status', 'archivedAt'],
  read: async ({ rows, reader, give }) => {
    const meetings = await reader.query<{ id: string; boardIds: string[] }>(
      `select t.id, t.board_ids as "boardIds" from ${sourceOf(tableOf(Meeting), reader)} t where t.id = any($1::uuid[])`,
      [rows.map((row) => row['meetingId'])],
    );
    const boards = new Map(meetings.map(({ id, boardIds }) => [id, boardIds]));
    const { position, people } = reader.viewer;
    for (const row of rows) {
      const facts = row as unknown as Publication;
      const partnershipId = row['partnershipId'] as string;
      const keeps = mayKeep(position, partnershipId, boards.get(facts.meetingId) ?? []);
      const isOwn = people.get(partnershipId)?.id === facts.preparedById;
      const isReady = facts.status === PublicationStatus.PREPARED && row['archivedAt'] === null;
      give(row, {
        publish: keeps && isReady && !isOwn,
        recall: keeps && facts.status === PublicationStatus.PUBLISHED,
      });
    }
  },
};

defineReads('Publication', {
  meeting: toOne(() => Meeting, 'meetingId'),
  isLate: derived(['publishedAt', 'dispatchBy'], (row) => {
    const { publishedAt, dispatchBy } = row as unknown as Publication;
    return publishedAt !== null && dispatchBy !== null && todayInEngland(new Date(publishedAt)) > dispatchBy;
  }),
  parts: toMany(() => PublicationPart, 'publicationId', { orderBy: 't.part desc' }),
  preparedBy: toOne(() => Person, 'preparedById'),
  publishedBy: toOne(() => Person, 'publishedById'),
  recalledBy: toOne(() => Person, 'recalledById'),
  audience: audienceRead,
  viewerCan,
});

defineReads('PublicationPart', {
  publication: toOne(() => Publication, 'publicationId'),
  ...{ document, items, files },
  audience: audienceRead,
});

defineReads('Meeting', {
  publications: toMany(() => Publication, 'meetingId', {
    orderBy: 't.created_at desc, t.id desc',
    where: 't.archived_at is null',
  }),
});
