import { PackPart } from '../../../schema/publications.js';
import { AudienceKind, SeatCapacity } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import type { Board } from '../boards/board.entity.js';
import { rulesOfBoards } from '../boards/board-rules.reads.js';
import type { BoardRulesData } from '../boards/rule-profile.rules.js';
import type { Timetable } from '../boards/timetable.rules.js';
import { holdersOf } from '../organisations/post.reads.js';
import { internAudience, intersection } from '../plans/audience.service.js';
import { timetablesOf } from './dispatch.js';
import { agendaCircle } from './meeting.settling.js';
import { type Earlier, namedAndWritten } from './pack/pack-content.rules.js';
import { readPack } from './pack/pack-document.js';
import { decidedBy, type PlanFact, planOf } from './pack/plan-content.rules.js';
import { openingOf } from './publication.circles.js';
import { earlierAmong, type PartContent, sha256Of } from './publication.content.js';

interface LineRow
  extends Omit<PlanFact, 'decidedBy' | 'leadOfficers' | 'grounds' | 'isPublic' | 'isForBoards'> {
  boardIds: string[];
  boards: string[];
  exemptionParagraphs: string[];
  leadOfficersAsWritten: string | null;
  officers: string[];
  ownAudienceId: string | null;
  audienceId: string;
  /** Of the meeting; nothing where it is for none. */
  meetingAudienceId: string | null;
  meetingId: string | null;
  meetingBoardIds: string[] | null;
}

/** Whom what a board publishes of its plan goes to before and after: the partnership, the seats of the board. */
export async function planCircles(work: Work, board: Board & Row): Promise<{ open: string; seats: string }> {
  const open = await agendaCircle(work, board, null);
  const seats = await internAudience(work, board.partnershipId, AudienceKind.BOARD, [board.id]);
  return { open, seats: await intersection(work, open, seats) };
}

/** The forward plan of a board as it stands, from a day on, in one part: it is for everybody. */
export async function planPartsOf(work: Work, board: Board & Row, day: string): Promise<PartContent[]> {
  const { open, seats } = await planCircles(work, board);
  return work.withEveryAudience(board.partnershipId, async () => {
    const rules = await rulesOfBoards(work, [board.id]);
    const own = rules.get(board.id);
    const rows = await work.query<LineRow>(LINES, [board.id, day]);
    const timetables = await timetablesOf(work, rows.flatMap(meetingOf));
    const isFor = await openingOf(work, board.partnershipId);
    const wordings = groundsOf(await rulesOfBoards(work, [...new Set(rows.flatMap((row) => row.boardIds))]));
    const [partnership] = await work.query<{ name: string }>('select name from partnerships where id = $1', [
      board.partnershipId,
    ]);
    const pack = planOf(
      {
        ...{ partnership: partnership?.name ?? '', board: board.name, day },
        members: (own?.keyDecisionNoticeClearDays ?? null) === null ? [] : await membersOf(work, board.id),
        lines: rows.map((row) => {
          const isSeen = (inner: string) =>
            isFor(inner, row.audienceId) && (!row.meetingAudienceId || isFor(inner, row.meetingAudienceId));
          const days = daysOf(row, timetables.get(row.meetingId ?? ''));
          return lineOf({ ...row, ...days }, wordings, {
            isPublic: row.ownAudienceId === null && isSeen(open),
            isForBoards: isSeen(seats),
          });
        }),
        saysRestrictedGap: own?.saysRestrictedGap ?? false,
      },
      await earlierPlan(work, board.id),
    );
    const document = JSON.stringify(pack);
    const restsOn = pack.items.flatMap(({ id }) => id ?? []);
    return [
      {
        part: PackPart.PUBLIC,
        audienceId: open,
        pack,
        document,
        sha256: sha256Of(document),
        restsOn,
        reports: [],
      },
    ];
  });
}

const meetingOf = ({ meetingId: id, meetingBoardIds, decidesOn: meetsOn }: LineRow) =>
  id && meetingBoardIds && meetsOn
    ? [{ id, meetsOn, boards: meetingBoardIds.map((one) => ({ id: one })) }]
    : [];

/** As forward plans print them: by when its draft report is wanted and its papers go out, of its own or by the timetable. */
const daysOf = ({ draftReportDueOn, dispatchOn }: LineRow, timetable: Timetable | undefined) => ({
  draftReportDueOn: draftReportDueOn ?? timetable?.draftReportsBy.on ?? null,
  dispatchOn: dispatchOn ?? timetable?.dispatchBy.on ?? null,
});

const lineOf = (
  { officers, leadOfficersAsWritten, boards, boardIds, exemptionParagraphs, ...row }: LineRow,
  wordings: (boardIds: readonly string[], paragraph: string) => string | null,
  seen: Pick<PlanFact, 'isPublic' | 'isForBoards'>,
): PlanFact => {
  const { ownAudienceId: _, audienceId: __, meetingAudienceId: ___, ...rest } = row;
  const { meetingId: ____, meetingBoardIds: _____, ...said } = rest;
  return {
    ...{ ...said, ...seen },
    decidedBy: decidedBy(boards),
    leadOfficers: namedAndWritten(officers, leadOfficersAsWritten),
    grounds: exemptionParagraphs.flatMap((paragraph) => wordings(boardIds, paragraph) ?? []),
  };
};

/** The wording of a paragraph by the rules of the first board that has it. */
const groundsOf =
  (rules: ReadonlyMap<string, BoardRulesData>) =>
  (boardIds: readonly string[], paragraph: string): string | null =>
    boardIds
      .flatMap((id) => rules.get(id)?.exemptions ?? [])
      .find((exemption) => exemption.paragraph === paragraph)?.wording ?? null;

/** Who votes on the board today, as the regulations want them listed beside a key decision (SI 2012/2089, regulation 9(1)(c)). */
async function membersOf(work: Work, boardId: string): Promise<string[]> {
  const seats = await work.query<{ personId: string | null; postId: string | null; capacity: SeatCapacity }>(
    SEATS,
    [boardId, work.today],
  );
  const holders = await holdersOf(
    work,
    seats.flatMap(({ postId }) => postId ?? []),
  );
  const ids = seats.map(({ personId, postId }) => personId ?? holders.get(postId ?? '') ?? '');
  const people = await work.query<{ id: string; name: string }>(
    'select id, name from people where id = any($1::uuid[])',
    [ids.filter((id) => id !== '')],
  );
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return seats.flatMap(({ capacity }, i) => {
    const name = names.get(ids[i] ?? '');
    return name ? [capacity === SeatCapacity.CHAIR ? `${name} (chair)` : name] : [];
  });
}

const earlierPlan = (work: Work, boardId: string): Promise<Earlier | null> =>
  earlierAmong(work, 'b.board_id = $1 and b.meeting_id is null', boardId, PackPart.PUBLIC);

/** The day that a plan was prepared for: told in the plan itself. */
export async function dayOfPlan(work: Work, publicationId: string): Promise<string | null> {
  const [found] = await work.query<{ document: string }>(
    `select c.document from publication_parts t join publication_contents c on c.id = t.id where t.publication_id = $1`,
    [publicationId],
  );
  return found ? readPack(found.document).meetsOn : null;
}

const SEATS = `
  select person_id as "personId", post_id as "postId", capacity from seats
  where board_id = $1 and archived_at is null and is_voting and from_on <= $2 and (until_on is null or until_on >= $2)
  order by array_position(array['CHAIR', 'VICE_CHAIR', 'MEMBER'], capacity), from_on, id`;

/** What is still to come: of meetings that take place, and what has none yet. */
const LINES = `
  select e.id, e.title, e.summary, e.purpose, e.board_ids as "boardIds", e.documents, e.contact,
    e.is_key_decision as "isKeyDecision", case when e.is_key_decision then e.key_decision_reference end as "keyDecisionReference",
    e.is_for_full_council as "isForFullCouncil", e.is_confidential as "isConfidential",
    e.exemption_paragraphs as "exemptionParagraphs", nullif(e.private_reason, '') as "privateReason",
    e.notice_exception as "noticeException", e.notice_exception_reason as "noticeExceptionReason",
    e.lead_officers_as_written as "leadOfficersAsWritten", e.own_audience_id as "ownAudienceId", e.audience_id as "audienceId",
    e.draft_report_due_on::text as "draftReportDueOn", e.dispatch_on::text as "dispatchOn",
    m.id as "meetingId", m.board_ids as "meetingBoardIds", m.meets_on::text as "decidesOn", m.title as "meetingTitle", m.audience_id as "meetingAudienceId",
    array(select b.name from unnest(e.board_ids) with ordinality o (id, at) join boards b on b.id = o.id order by o.at) as boards,
    array(select p.name from unnest(e.lead_officer_ids) with ordinality o (id, at) join people p on p.id = o.id order by o.at) as officers
  from forward_plan_entries e left join meetings m on m.id = e.meeting_id and m.status <> 'CANCELLED' and m.archived_at is null
  where $1 = any (e.board_ids) and e.archived_at is null and (m.id is null or m.meets_on >= $2)
  order by m.meets_on nulls last, m.starts_at, m.id, e.created_at, e.id`;
