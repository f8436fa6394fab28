import { createHash } from 'node:crypto';
import { PackPart } from '../../../schema/publications.js';
import { AudienceKind } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import { todayInEngland } from '../../platform/db/database.js';
import type { Work } from '../../platform/db/work.js';
import { type Circle, contains } from '../../platform/policy/audience.rules.js';
import { rulesOfBoards } from '../boards/board-rules.reads.js';
import { internAudience, intersection } from '../plans/audience.service.js';
import type { Meeting } from './meeting.entity.js';
import { agendaCircle } from './meeting.settling.js';
import { type AgendaFact, type AgendaFacts, type Earlier, packOf } from './pack/pack-content.rules.js';
import type { PackDocument } from './pack/pack-document.js';

/** What a part holds, for whom it is until it is published, and the items that it tells of. */
export interface PartContent {
  part: PackPart;
  audienceId: string;
  pack: PackDocument;
  document: string;
  sha256: string;
  restsOn: string[];
}

export const sha256Of = (content: string | Buffer): string =>
  createHash('sha256').update(content).digest('hex');

interface ItemRow extends Omit<AgendaFact, 'presenters' | 'report' | 'isPublic' | 'isForBoards'> {
  presentersAsWritten: string | null;
  presenterIds: string[];
  ownAudienceId: string | null;
  audienceId: string;
}

/**
 * Both parts of a pack as the agenda stands. Each is worked out by how circles are drawn, and not by what whoever
 * prepares it happens to see: an administrator without a seat prepares the same pack as the secretary.
 */
export async function partsOf(work: Work, meeting: Meeting & Row): Promise<PartContent[]> {
  const circle = await agendaCircle(work, meeting, null);
  const seats = await internAudience(work, meeting.partnershipId, AudienceKind.BOARD, meeting.boardIds);
  const boards = await intersection(work, circle, seats);
  return work.withEveryAudience(meeting.partnershipId, async () => {
    const facts = await factsOf(work, meeting, circle, boards);
    const part = async (which: PackPart, audienceId: string): Promise<PartContent> => {
      const pack = packOf(facts, which, await earlierOf(work, meeting.id, which));
      const document = JSON.stringify(pack);
      const restsOn = pack.items.flatMap(({ id }) => id ?? []);
      return { part: which, audienceId, pack, document, sha256: sha256Of(document), restsOn };
    };
    return [await part(PackPart.PUBLIC, circle), await part(PackPart.FULL, boards)];
  });
}

async function factsOf(
  work: Work,
  meeting: Meeting & Row,
  circle: string,
  seats: string,
): Promise<AgendaFacts> {
  const rows = await work.query<ItemRow>(ITEMS, [meeting.id]);
  const circles = new Map(
    (
      await work.query<Circle>('select id, kind, members from audiences where partnership_id = $1', [
        meeting.partnershipId,
      ])
    ).map((one) => [one.id, one]),
  );
  const isFor = (inner: string, outer: string): boolean => {
    const [a, b] = [circles.get(outer), circles.get(inner)];
    return a !== undefined && b !== undefined && contains(a, b, circles);
  };
  const names = await namesOf(work, rows);
  const rules = [...(await rulesOfBoards(work, meeting.boardIds)).values()];
  const [bodies] = await work.query<{ partnership: string; boards: string[] }>(BODIES, [
    meeting.partnershipId,
    meeting.boardIds,
  ]);
  const { title: meetingTitle, meetsOn, startsAt, endsAt, place } = meeting;
  return {
    ...{ meetingTitle, meetsOn, startsAt, endsAt, place },
    partnership: bodies?.partnership ?? '',
    boards: bodies?.boards ?? [],
    items: rows.map(({ presentersAsWritten, presenterIds, ownAudienceId, audienceId, ...item }) => ({
      ...item,
      presenters: presentersAsWritten || presenterIds.flatMap((id) => names.get(id) ?? []).join(', ') || null,
      // Reports are written and checked, and not printed in a pack yet.
      report: [],
      isPublic: ownAudienceId === null && isFor(circle, audienceId),
      isForBoards: isFor(seats, audienceId),
    })),
    saysRestrictedGap: rules.every(({ saysRestrictedGap }) => saysRestrictedGap),
    exclusionWording: rules[0]?.exclusionWording ?? '',
  };
}

async function namesOf(work: Work, rows: readonly ItemRow[]): Promise<Map<string, string>> {
  const people = await work.query<{ id: string; name: string }>(
    'select id, name from people where id = any($1::uuid[])',
    [[...new Set(rows.flatMap(({ presenterIds }) => presenterIds))]],
  );
  return new Map(people.map(({ id, name }) => [id, name]));
}

/** What a supplement is marked against: what stands published. Call it under every audience. */
async function earlierOf(work: Work, meetingId: string, part: PackPart): Promise<Earlier | null> {
  const [found] = await work.query<{ at: string; document: string }>(EARLIER, [meetingId, part]);
  if (!found) return null;
  return { on: todayInEngland(new Date(found.at)), document: JSON.parse(found.document) as PackDocument };
}

const EARLIER = `
  select b.published_at as at, c.document from publications b
    join publication_parts t on t.publication_id = b.id and t.part = $2 join publication_contents c on c.id = t.id
  where b.meeting_id = $1 and b.status = 'PUBLISHED' order by b.number desc limit 1`;

const ITEMS = `
  select t.id, t.section, t.title, t.minutes, t.purpose::text as purpose, t.summary, t.late_reason as "lateReason",
    t.presenters_as_written as "presentersAsWritten", t.presenter_ids as "presenterIds",
    t.exemption_paragraphs as "exemptionParagraphs", t.own_audience_id as "ownAudienceId", t.audience_id as "audienceId",
    case when e.is_key_decision then e.key_decision_reference end as "keyDecisionReference"
  from agenda_items t left join forward_plan_entries e on e.id = t.forward_plan_entry_id
  where t.meeting_id = $1 and t.archived_at is null order by t.position, t.id`;

const BODIES = `
  select p.name as partnership,
    array(select b.name from unnest($2::uuid[]) with ordinality o (id, at) join boards b on b.id = o.id order by o.at) as boards
  from partnerships p where p.id = $1`;
