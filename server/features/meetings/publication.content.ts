import { createHash } from 'node:crypto';
import { PackPart, PublicationKind } from '../../../schema/publications.js';
import type { Row } from '../../platform/db/base.js';
import { todayInEngland } from '../../platform/db/database.js';
import type { Work } from '../../platform/db/work.js';
import { rulesOfBoards } from '../boards/board-rules.reads.js';
import { furtherNoticesOf } from './further-notice.service.js';
import type { Meeting } from './meeting.entity.js';
import {
  type AgendaFact,
  type AgendaFacts,
  type Earlier,
  namedAndWritten,
  packOf,
} from './pack/pack-content.rules.js';
import { type PackDocument, readPack } from './pack/pack-document.js';
import { type Held, heldBy, printedAttachments } from './publication.attachments.js';
import { boardsAt } from './publication.boards.js';
import { circlesOf, type Sight, sightOver } from './publication.circles.js';
import {
  type ItemReports,
  isFor,
  nothingPrinted,
  printedReports,
  type ReportRow,
  reportsOfItems,
} from './publication.reports.js';

/** What a part holds, for whom it is until it is published, and what it tells of. */
export interface PartContent {
  part: PackPart;
  audienceId: string;
  pack: PackDocument;
  document: string;
  sha256: string;
  /** Items of the agenda and of plans, and reports. */
  restsOn: string[];
  /** The reports that go in. */
  reports: ReportRow[];
}

export const sha256Of = (content: string | Buffer): string =>
  createHash('sha256').update(content).digest('hex');

interface ItemRow
  extends Omit<
    AgendaFact,
    'presenters' | 'reports' | 'isReportToFollow' | 'attachments' | 'isPublic' | 'isForBoards'
  > {
  presentersAsWritten: string | null;
  presenterIds: string[];
  ownAudienceId: string | null;
  audienceId: string;
}

/**
 * Both parts of a pack as the agenda and its reports stand; what reports show live of the plans, as that stood at the
 * moment the pack was prepared. Each is worked out by how circles are drawn, and not by what whoever prepares it happens
 * to see: an administrator without a seat prepares the same pack as the secretary.
 */
export async function partsOf(work: Work, meeting: Meeting & Row, asAt: string): Promise<PartContent[]> {
  const circles = await circlesOf(work, meeting);
  return work.withEveryAudience(meeting.partnershipId, async () => {
    const sight = await sightOver(work, meeting, circles);
    const rows = await work.query<ItemRow>(ITEMS, [meeting.id]);
    const facts = await factsOf(work, meeting, rows, { sight, asAt });
    const written = await reportsOfItems(
      work,
      rows.map(({ id }) => id),
    );
    const held = await heldBy(
      work,
      [...rows, ...written.map(({ row }) => row)].map(({ id }) => id),
    );
    const meets = await boardsAt(work, meeting, sight);
    const noticed = (await furtherNoticesOf(work, [meeting])).filter(({ row }) =>
      isFor(row, PackPart.PUBLIC, sight),
    );
    const inPrivate = noticed.map(({ line }) => line);
    const parts: PartContent[] = [];
    for (const part of [PackPart.PUBLIC, PackPart.FULL]) {
      const reports = await printedReports(work, written, { part, sight, asAt, held });
      const items = facts.items.map((item) => withPapers(item, reports.get(item.id), { held, part, sight }));
      const pack = packOf(
        { ...facts, items, meets, inPrivate },
        part,
        await earlierOf(work, meeting.id, part),
      );
      const document = JSON.stringify(pack);
      const told = pack.items.flatMap(({ id }) => (id === null ? [] : [{ id, of: reports.get(id) }]));
      parts.push({
        ...{ part, pack, document, audienceId: circles[part], sha256: sha256Of(document) },
        restsOn: [
          ...new Set([
            ...told.flatMap(({ id, of }) => [id, ...(of?.restsOn ?? [])]),
            ...inPrivate.map(({ id }) => id),
          ]),
        ],
        reports: told.flatMap(({ of }) => of?.goIn ?? []),
      });
    }
    return parts;
  });
}

function withPapers(
  item: AgendaFact,
  { reports, isReportToFollow, goIn }: ItemReports = nothingPrinted(),
  { held, ...to }: { held: Held; part: PackPart; sight: Sight },
): AgendaFact {
  const holders = [...goIn.map(({ id }) => id), item.id];
  return { ...item, reports, isReportToFollow, attachments: printedAttachments(held, holders, reports, to) };
}

async function factsOf(
  work: Work,
  meeting: Meeting & Row,
  rows: readonly ItemRow[],
  { sight, asAt }: { sight: Sight; asAt: string },
): Promise<AgendaFacts> {
  const names = await namesOf(work, rows);
  const rules = await rulesOfBoards(work, meeting.boardIds);
  const [bodies] = await work.query<{ partnership: string; boards: { id: string; name: string }[] }>(BODIES, [
    meeting.partnershipId,
    meeting.boardIds,
  ]);
  const boards = (bodies?.boards ?? []).flatMap(({ id, name }) => {
    const own = rules.get(id);
    return own ? [{ id, name, rules: own }] : [];
  });
  const { title: meetingTitle, meetsOn, startsAt, endsAt, place } = meeting;
  return {
    ...{ meetingTitle, meetsOn, startsAt, endsAt, place, boards },
    partnership: bodies?.partnership ?? '',
    // Of the day it is prepared on, also when it is worked out once more as it is published.
    day: todayInEngland(new Date(asAt)),
    items: rows.map(({ presentersAsWritten, presenterIds, ownAudienceId, audienceId, ...item }) => ({
      ...item,
      ...{ reports: [], isReportToFollow: false, attachments: [] },
      presenters: namedAndWritten(
        presenterIds.flatMap((id) => names.get(id) ?? []),
        presentersAsWritten,
      ),
      isPublic: isFor({ ownAudienceId, audienceId }, PackPart.PUBLIC, sight),
      isForBoards: isFor({ ownAudienceId, audienceId }, PackPart.FULL, sight),
    })),
    saysRestrictedGap: boards.every(({ rules: { saysRestrictedGap } }) => saysRestrictedGap),
  };
}

async function namesOf(
  work: Work,
  rows: readonly Pick<ItemRow, 'presenterIds'>[],
): Promise<Map<string, string>> {
  const people = await work.query<{ id: string; name: string }>(
    'select id, name from people where id = any($1::uuid[])',
    [[...new Set(rows.flatMap(({ presenterIds }) => presenterIds))]],
  );
  return new Map(people.map(({ id, name }) => [id, name]));
}

/** What a supplement is marked against: what stands published. Call it under every audience. */
const earlierOf = (work: Work, meetingId: string, part: PackPart): Promise<Earlier | null> =>
  earlierAmong(work, 'b.meeting_id = $1', meetingId, part);

/** The latest of what stands published where `which` of $1 holds. Call it under every audience. */
export async function earlierAmong(
  work: Work,
  which: string,
  of: string,
  part: PackPart,
): Promise<Earlier | null> {
  const [found] = await work.query<{ at: string; document: string }>(
    `select b.published_at as at, c.document from publications b
       join publication_parts t on t.publication_id = b.id and t.part = $2 join publication_contents c on c.id = t.id
     where ${which} and b.status = 'PUBLISHED' order by b.number desc limit 1`,
    [of, part],
  );
  if (!found) return null;
  return { on: todayInEngland(new Date(found.at)), document: readPack(found.document) };
}

/** Whether a pack takes the place of one that stands published. */
export async function kindOfNext(work: Work, meetingId: string): Promise<PublicationKind> {
  return (await isOut(work, meetingId)) ? PublicationKind.SUPPLEMENT : PublicationKind.AGENDA;
}

/** Whether something stands published for a meeting. */
export async function isOut(work: Work, meetingId: string): Promise<boolean> {
  const [found] = await work.query(
    `select id from publications where meeting_id = $1 and status = 'PUBLISHED' limit 1`,
    [meetingId],
  );
  return found !== undefined;
}

const ITEMS = `
  select t.id, t.section, t.title, t.minutes, t.purpose::text as purpose, t.summary, t.late_reason as "lateReason",
    t.presenters_as_written as "presentersAsWritten", t.presenter_ids as "presenterIds", t.board_ids as "boardIds",
    t.exemption_paragraphs as "exemptionParagraphs", t.own_audience_id as "ownAudienceId", t.audience_id as "audienceId",
    case when e.is_key_decision then e.key_decision_reference end as "keyDecisionReference"
  from agenda_items t left join forward_plan_entries e on e.id = t.forward_plan_entry_id
  where t.meeting_id = $1 and t.archived_at is null order by t.position, t.id`;

const BODIES = `
  select p.name as partnership,
    (select coalesce(json_agg(json_build_object('id', b.id, 'name', b.name) order by o.at), '[]')
     from unnest($2::uuid[]) with ordinality o (id, at) join boards b on b.id = o.id) as boards
  from partnerships p where p.id = $1`;
