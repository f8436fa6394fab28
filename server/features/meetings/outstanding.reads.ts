import { MeetingStatus } from '../../../schema/meeting-words.js';
import type { Row } from '../../platform/db/base.js';
import { defineReads, type FieldRead } from '../../platform/reading/fields.js';
import type { Reader } from '../../platform/reading/reader.js';
import { groupBy, listed, toListed, toOne } from '../../platform/reading/relations.js';
import { Board } from '../boards/board.entity.js';
import { rulesOfBoards } from '../boards/board-rules.reads.js';
import { timetableOf } from '../boards/timetable.rules.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Person } from '../organisations/person.entity.js';
import { ReportClearance } from '../reports/clearance.entity.js';
import { Report } from '../reports/report.entity.js';
import { type Templated, templateOf } from '../reports/report-template.rules.js';
import { hashesOfReports } from '../reports/report-text.service.js';
import { AgendaItem } from './agenda-item.entity.js';
import { ForwardPlanEntry } from './forward-plan-entry.entity.js';
import { haveParagraphs } from './forward-plan-entry.rules.js';
import { furtherNoticesAsTheyStand } from './further-notice.service.js';
import { Meeting } from './meeting.entity.js';
import { keepsBySeat, mayKeep } from './meeting.policy.js';
import { Nudge } from './nudge.entity.js';
import {
  type ClearanceFact,
  keyOfOwed,
  type LineFact,
  type Owed,
  outstandingOf,
  type ReportFact,
} from './outstanding.rules.js';

/** A meeting, as far as what is owed to it depends on it. */
type Due = Pick<Meeting, 'boardId' | 'boardIds' | 'meetsOn' | 'status' | 'partnershipId'> & { id: string };

/** What is owed, with the meeting it is owed to, and the last nudge for it. */
export type OwedRow = Owed & Row & { meetingId: string; nudgeId: string | null; nudgedOn: string | null };

/** What is owed to each of some meetings, from what the reader sees: of a past moment, and of what was, nothing. */
export async function outstandingFor(
  reader: Reader,
  meetings: readonly Due[],
): Promise<Map<string, OwedRow[]>> {
  const coming = meetings.filter(
    ({ status, meetsOn }) => status === MeetingStatus.PLANNED && meetsOn >= reader.today,
  );
  if (coming.length === 0 || reader.asOf !== null) return new Map();
  const rules = await rulesOfBoards(reader, [...new Set(coming.flatMap(({ boardIds }) => boardIds))]);
  const linesBy = await linesOf(reader, coming);
  const nudges = await nudgesOf(reader, coming);
  return new Map(
    coming.map((meeting) => {
      const boards = meeting.boardIds.flatMap((boardId) => {
        const own = rules.get(boardId);
        return own ? [{ boardId, rules: own }] : [];
      });
      const facts = {
        boardId: meeting.boardId,
        timetable: timetableOf(meeting.meetsOn, boards),
        lateItemsNeedChairReason: boards.some((one) => one.rules.lateItemsNeedChairReason),
        haveParagraphs: haveParagraphs(boards.map((one) => one.rules)),
        lines: linesBy.get(meeting.id) ?? [],
      };
      return [
        meeting.id,
        outstandingOf(facts, reader.today).map((owed) => {
          const key = keyOfOwed(owed);
          const { id: nudgeId = null, nudgedOn = null } = nudges.get(key) ?? {};
          return { ...owed, id: `${meeting.id} ${key}`, meetingId: meeting.id, nudgeId, nudgedOn };
        }),
      ];
    }),
  );
}

type LineRow = Omit<LineFact, 'reports' | 'mayHaveHiddenReport' | 'furtherNotice'> & {
  meetingId: string;
  isConfidential: boolean;
};

/** The items of agendas, and what is planned and not there yet, each with its reports. */
async function linesOf(reader: Reader, meetings: readonly Due[]): Promise<Map<string, LineFact[]>> {
  const rows = await reader.query<LineRow>(LINES, [meetings.map(({ id }) => id)]);
  const reports = await reportsOf(reader, rows);
  const notices = await furtherNoticesAsTheyStand(reader, meetings);
  const keeps = new Set(
    meetings.flatMap(({ id, partnershipId, boardIds }) =>
      mayKeep(reader.viewer.position, partnershipId, boardIds) ? [id] : [],
    ),
  );
  const reportsAt = groupBy(
    reports,
    ({ agendaItemId, forwardPlanEntryId }) => agendaItemId ?? forwardPlanEntryId ?? '',
  );
  const at = (id: string | null) => (id ? (reportsAt.get(id) ?? []) : []);
  const lines = rows.map((row) => ({
    ...row,
    mayHaveHiddenReport: row.isConfidential && !keeps.has(row.meetingId),
    furtherNotice: notices.get(row.forwardPlanEntryId ?? '') ?? null,
    reports: [...at(row.agendaItemId), ...at(row.forwardPlanEntryId)],
  }));
  return groupBy(lines, ({ meetingId }) => meetingId);
}

const LINES = `
  select t.meeting_id as "meetingId", t.id as "agendaItemId", e.id as "forwardPlanEntryId", t.purpose, t.is_standing as "isStanding",
    coalesce(e.is_key_decision, false) as "isKeyDecision", e.draft_report_due_on::text as "draftReportDueOn",
    coalesce(e.is_confidential, false) as "isConfidential",
    case when t.presenter_ids = '{}' then coalesce(e.lead_officer_ids, '{}') else t.presenter_ids end as "leadIds",
    t.presenter_ids <> '{}' or coalesce(t.presenters_as_written, '') <> '' as "hasPresenter",
    ((t.created_at at time zone 'Europe/London')::date)::text as "addedOn", t.late_reason as "lateReason", t.position as at,
    t.own_audience_id is not null as "isWithheld", t.exemption_paragraphs as "exemptionParagraphs", t.exemption_reason as "withheldReason"
  from agenda_items t left join forward_plan_entries e on e.id = t.forward_plan_entry_id
  where t.meeting_id = any ($1::uuid[]) and t.archived_at is null
  union all
  select t.meeting_id, null, t.id, t.purpose, false, t.is_key_decision, t.draft_report_due_on::text, t.is_confidential,
    t.lead_officer_ids, true, '', null, null, t.is_confidential, t.exemption_paragraphs, t.private_reason
  from forward_plan_entries t
  where t.meeting_id = any ($1::uuid[]) and t.archived_at is null and not exists (
    select from agenda_items a where a.forward_plan_entry_id = t.id and a.meeting_id = t.meeting_id and a.archived_at is null)
  order by at nulls last, "agendaItemId", "forwardPlanEntryId"`;

type ReportRow = Omit<ReportFact, 'hash' | 'clearances' | 'requiredClearances'> &
  Templated & {
    agendaItemId: string | null;
    forwardPlanEntryId: string | null;
  };

async function reportsOf(reader: Reader, lines: readonly LineRow[]) {
  const rows = await reader.query<ReportRow>(REPORTS, [
    lines.flatMap(({ agendaItemId }) => agendaItemId ?? []),
    lines.flatMap(({ forwardPlanEntryId }) => forwardPlanEntryId ?? []),
  ]);
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const hashes = await hashesOfReports(reader, ids);
  const clearances = groupBy(
    await reader.query<ClearanceFact & { reportId: string }>(CLEARANCES, [ids]),
    ({ reportId }) => reportId,
  );
  return rows.map((row) => ({
    ...row,
    hash: hashes.get(row.id) ?? '',
    clearances: clearances.get(row.id) ?? [],
    requiredClearances: templateOf(row).requiredClearances,
  }));
}

/** Written is what anybody has put a word into, whether or not it is told of in the log yet. */
const REPORTS = `
  select r.id, r.agenda_item_id as "agendaItemId", r.forward_plan_entry_id as "forwardPlanEntryId",
    r.lead_organisation_id as "leadOrganisationId", r.sponsor_id as "sponsorId", r.author_ids as "authorIds",
    r.draft_due_on::text as "draftDueOn", r.signed_off_hash as "signedOffHash",
    r.template, r.template_version as "templateVersion", r.own_template as "ownTemplate", t.seq > 0 as "isWritten"
  from reports r join report_texts t on t.id = r.id
  where (r.agenda_item_id = any ($1::uuid[]) or r.forward_plan_entry_id = any ($2::uuid[])) and r.archived_at is null
  order by r.created_at, r.id`;
const CLEARANCES = `
  select report_id as "reportId", id, kind, organisation_id as "organisationId", person_id as "personId", status,
    due_on::text as "dueOn", text_hash as "textHash"
  from report_clearances where report_id = any ($1::uuid[]) and archived_at is null order by kind, created_at, id`;

async function nudgesOf(reader: Reader, meetings: readonly Due[]): Promise<Map<string, Nudge & Row>> {
  const rows = await reader.query<Nudge & Row>(NUDGES, [meetings.map(({ id }) => id)]);
  return new Map(rows.map((row) => [keyOfOwed(row), row]));
}

/** Of several for the same, the last stays. */
const NUDGES = `
  select id, kind, agenda_item_id as "agendaItemId", forward_plan_entry_id as "forwardPlanEntryId", report_id as "reportId",
    clearance_id as "clearanceId", person_ids as "personIds", organisation_id as "organisationId", nudged_on::text as "nudgedOn"
  from nudges where meeting_id = any ($1::uuid[]) and archived_at is null order by created_at, id`;

/** What some organisations, the reader by name, and the boards they hold a keeper’s seat on, owe to meetings to come. */
export async function outstandingOfOurs(
  reader: Reader,
  partnershipId: string,
  organisationIds: readonly string[],
): Promise<OwedRow[]> {
  const meetings = await reader.query<Due>(COMING, [partnershipId, reader.today]);
  const { position, people } = reader.viewer;
  const me = people.get(partnershipId)?.id;
  const ours = new Set(organisationIds);
  const kept = new Set(
    meetings.filter(({ boardIds }) => keepsBySeat(position, boardIds)).map(({ id }) => id),
  );
  return [...(await outstandingFor(reader, meetings)).values()]
    .flat()
    .filter(({ personIds, organisationId, boardId, meetingId }) => {
      if (boardId !== null) return kept.has(meetingId);
      if (organisationId !== null) return ours.has(organisationId);
      return me !== undefined && personIds.includes(me);
    })
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

const COMING = `
  select t.id, t.partnership_id as "partnershipId", t.board_id as "boardId", t.board_ids as "boardIds", t.meets_on::text as "meetsOn", t.status
  from meetings t where t.partnership_id = $1 and t.meets_on >= $2::date and t.status = 'PLANNED' and t.archived_at is null
  order by t.meets_on, t.starts_at, t.id`;

/** As it is answered, with how much of it is late. */
export const asOutstanding = (id: string, items: OwedRow[]): Row => {
  const lateCount = items.filter(({ isLate }) => isLate).length;
  return { id, items, lateCount, dueSoonCount: items.length - lateCount };
};

const outstanding: FieldRead = {
  needs: ['boardId', 'boardIds', 'meetsOn', 'status', 'partnershipId'],
  read: async ({ rows, reader, give, into }) => {
    const owed = await outstandingFor(reader, rows as unknown as Due[]);
    const answers = rows.map((row) => asOutstanding(row.id, owed.get(row.id) ?? []));
    await into('Outstanding', answers);
    for (const [i, row] of rows.entries()) give(row, answers[i]);
  },
};

defineReads('Meeting', { outstanding });
defineReads('Outstanding', { items: listed('items', 'OutstandingItem') });
defineReads('OutstandingItem', {
  people: toListed(() => Person, 'personIds'),
  organisation: toOne(() => Organisation, 'organisationId'),
  board: toOne(() => Board, 'boardId'),
  meeting: toOne(() => Meeting, 'meetingId'),
  agendaItem: toOne(() => AgendaItem, 'agendaItemId'),
  forwardPlanEntry: toOne(() => ForwardPlanEntry, 'forwardPlanEntryId'),
  report: toOne(() => Report, 'reportId'),
  clearance: toOne(() => ReportClearance, 'clearanceId'),
  nudge: toOne(() => Nudge, 'nudgeId'),
});
defineReads('Nudge', {
  nudgedBy: toOne(() => Person, 'nudgedById'),
  people: toListed(() => Person, 'personIds'),
  organisation: toOne(() => Organisation, 'organisationId'),
  meeting: toOne(() => Meeting, 'meetingId'),
  report: toOne(() => Report, 'reportId'),
});
