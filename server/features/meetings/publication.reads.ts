import {
  PackFormat,
  PackPart,
  type PublicationKind,
  PublicationStatus,
  stepsOf,
} from '../../../schema/publications.js';
import type { Row } from '../../platform/db/base.js';
import { todayInEngland } from '../../platform/db/database.js';
import { audienceRead } from '../../platform/policy/audience.reads.js';
import { type Circle, contains } from '../../platform/policy/audience.rules.js';
import { defineReads, derived, type FieldRead } from '../../platform/reading/fields.js';
import type { Reader } from '../../platform/reading/reader.js';
import { toMany, toOne } from '../../platform/reading/relations.js';
import { objectType } from '../../platform/reading/shape.js';
import { sourceOf, tableOf } from '../../platform/reading/tables.js';
import { Board } from '../boards/board.entity.js';
import { Person } from '../organisations/person.entity.js';
import { Meeting } from './meeting.entity.js';
import { mayKeep } from './meeting.policy.js';
import { attachmentPath } from './pack/pack-addresses.js';
import { readPack } from './pack/pack-document.js';
import { fileNameOf } from './publication.build.js';
import { drawnIn } from './publication.circles.js';
import { documentsOf } from './publication.documents.js';
import { Publication, PublicationPart } from './publication.entity.js';
import { OUTLINED, outlinesOf } from './publication.outlines.js';

const document: FieldRead = {
  needs: ['sha256'],
  read: async ({ rows, reader, give }) => {
    const documents = await documentsOf(reader, rows);
    for (const row of rows) give(row, documents.get(row.id) ?? null);
  },
};

const ENDINGS: Readonly<Record<PackFormat, string>> = { HTML: 'html', PDF: 'pdf', WORD: 'docx' };

interface Place {
  folder: string;
  fileName: string;
}

const placed = ['part', 'publicationId', 'audienceId'];

/**
 * Where the files of each part are, of those that were not recalled. What was published of a meeting that only some may
 * know of stands where those are asked who they are.
 */
async function placesOf(reader: Reader, rows: readonly Row[]): Promise<Map<string, Place>> {
  const standing = await reader.query<Pick<Publication, 'status' | 'kind'> & { id: string }>(
    `select t.id, t.status, t.kind from ${sourceOf(tableOf(Publication), reader)} t where t.id = any($1::uuid[])`,
    [rows.map((row) => row['publicationId'])],
  );
  const open = await reader.query(
    `select id from audiences where id = any($1::uuid[]) and kind = 'EVERYONE'`,
    [rows.map((row) => row['audienceId'])],
  );
  const found = new Map(standing.map((one) => [one.id, one]));
  const isOpen = new Set(open.map(({ id }) => id));
  return new Map(
    rows.flatMap((row) => {
      const of = found.get(row['publicationId'] as string);
      if (!of || of.status === PublicationStatus.RECALLED) return [];
      const part = row['part'] as PackPart;
      const isForAll = part === PackPart.PUBLIC && isOpen.has(row['audienceId'] as string);
      const isOut = isForAll && of.status === PublicationStatus.PUBLISHED;
      const folder = `${isOut ? '/public' : ''}/publications/${row['publicationId']}`;
      return [[row.id, { folder, fileName: fileNameOf(of.kind, part) }]];
    }),
  );
}

const items: FieldRead = {
  needs: ['sha256', ...placed],
  read: async ({ rows, field, reader, give, into }) => {
    const asked = field.selection.fields(objectType('PublishedItem'));
    const published = asked.every(({ name }) => OUTLINED.has(name))
      ? await outlinedItems(reader, rows)
      : await wholeItems(reader, rows);
    await into('PublishedItem', [...published.values()].flat());
    for (const row of rows) give(row, published.get(row.id) ?? []);
  },
};

/** What is told of a part as a whole, out of its outline. */
const outlined = (which: 'boards' | 'privateNotices'): FieldRead => ({
  needs: [],
  read: async ({ rows, reader, give }) => {
    const outlines = await outlinesOf(
      reader,
      rows.map(({ id }) => id),
    );
    for (const row of rows) give(row, outlines.get(row.id)?.[which] ?? []);
  },
});

async function outlinedItems(reader: Reader, rows: readonly Row[]): Promise<Map<string, Row[]>> {
  const outlines = await outlinesOf(
    reader,
    rows.map(({ id }) => id),
  );
  return new Map([...outlines].map(([id, outline]) => [id, outline.items as unknown as Row[]]));
}

async function wholeItems(reader: Reader, rows: readonly Row[]): Promise<Map<string, Row[]>> {
  const documents = await documentsOf(reader, rows);
  const places = await placesOf(reader, rows);
  return new Map(
    rows.map(({ id }) => {
      const [text, place] = [documents.get(id), places.get(id)];
      return [id, text && place ? itemsIn(text, place) : []];
    }),
  );
}

const itemsIn = (document: string, place: Place) => {
  const pack = readPack(document);
  return pack.items.map((item) => ({
    ...{ planned: null, boards: pack.boards, forBoards: null, ...item },
    attachments: item.attachments.map((one) => ({
      ...one,
      url: `${place.folder}/${attachmentPath(place, one)}`,
    })),
  })) as unknown as Row[];
};

const files: FieldRead = {
  needs: [...placed, 'htmlSha256', 'pdfSha256', 'wordSha256'],
  read: async ({ rows, reader, give }) => {
    const places = await placesOf(reader, rows);
    for (const row of rows) {
      const place = places.get(row.id);
      give(row, place ? filesOf(row, place) : []);
    }
  },
};

const filesOf = (row: Row, { folder, fileName }: Place) =>
  Object.values(PackFormat).flatMap((format) => {
    const sha256 = row[`${format.toLowerCase()}Sha256`] as string | null;
    return sha256 ? [{ format, sha256, url: `${folder}/${fileName}.${ENDINGS[format]}` }] : [];
  });

/** Live changes are told to a position, in which nobody prepared it. */
const viewerCan: FieldRead = {
  needs: ['meetingId', 'boardId', 'partnershipId', 'preparedById', 'status', 'archivedAt'],
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
      const boardIds = facts.meetingId === null ? [facts.boardId] : (boards.get(facts.meetingId) ?? []);
      const keeps = mayKeep(position, partnershipId, boardIds);
      const isOwn = people.get(partnershipId)?.id === facts.preparedById;
      const isReady = facts.status === PublicationStatus.PREPARED && row['archivedAt'] === null;
      give(row, {
        publish: keeps && isReady && !isOwn,
        recall: keeps && facts.status === PublicationStatus.PUBLISHED,
        rebuild: keeps && facts.status === PublicationStatus.FAILED && row['archivedAt'] === null,
      });
    }
  },
};

defineReads('Publication', {
  meeting: toOne(() => Meeting, 'meetingId'),
  board: toOne(() => Board, 'boardId'),
  steps: derived(['kind'], (row) => stepsOf(row['kind'] as PublicationKind)),
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

interface Meets {
  id: string;
  partnershipId: string;
  audienceId: string;
  boardIds: string[];
}

/** By how the circles are drawn, as when a pack is prepared; drawn here for the moment alone. */
const packParts: FieldRead = {
  needs: ['meetingId', 'ownAudienceId', 'audienceId'],
  read: async ({ rows, reader, give }) => {
    const meetings = await reader.query<Meets>(
      `select t.id, t.partnership_id as "partnershipId", t.audience_id as "audienceId", t.board_ids as "boardIds"
       from ${sourceOf(tableOf(Meeting), reader)} t where t.id = any($1::uuid[])`,
      [[...new Set(rows.map((row) => row['meetingId']))]],
    );
    const circles = await drawnIn(reader, [...new Set(meetings.map((one) => one.partnershipId))]);
    const all = [...circles.values()];
    for (const row of rows) {
      const meeting = meetings.find(({ id }) => id === row['meetingId']);
      const outer = circles.get(row['audienceId'] as string);
      const everyPartner = all.find(
        ({ kind, partnershipId }) => kind === 'PARTNERSHIP' && partnershipId === meeting?.partnershipId,
      );
      if (!meeting || !outer || !everyPartner) {
        give(row, []);
        continue;
      }
      const seats = { id: meeting.id, kind: 'BOARD', members: meeting.boardIds };
      const known = new Map<string, Circle>([...circles, [seats.id, seats]]);
      const isFor = (...members: string[]) => contains(outer, { id: '', kind: 'ALL_OF', members }, known);
      const agenda = [everyPartner.id, meeting.audienceId];
      const isPublic = row['ownAudienceId'] === null && isFor(...agenda);
      give(row, [
        ...(isPublic ? [PackPart.PUBLIC] : []),
        ...(isPublic || isFor(...agenda, seats.id) ? [PackPart.FULL] : []),
      ]);
    }
  },
};

defineReads('AgendaItem', { packParts });

defineReads('PublicationPart', {
  publication: toOne(() => Publication, 'publicationId'),
  ...{ document, items, files },
  boards: outlined('boards'),
  privateNotices: outlined('privateNotices'),
  audience: audienceRead,
});

defineReads('Board', {
  publishedPlans: toMany(() => Publication, 'boardId', {
    orderBy: 't.created_at desc, t.id desc',
    where: 't.meeting_id is null and t.archived_at is null',
  }),
});

defineReads('Meeting', {
  publications: toMany(() => Publication, 'meetingId', {
    orderBy: 't.created_at desc, t.id desc',
    where: 't.archived_at is null',
  }),
});
