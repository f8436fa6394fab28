import { AgendaProposalKind } from '../../../schema/meeting-words.js';
import {
  BragStatus,
  CrossReferenceStatus,
  ItemType,
  PlanStatus,
  unanswered,
} from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import { defineReads, type FieldRead } from '../../platform/reading/fields.js';
import type { Reader } from '../../platform/reading/reader.js';
import { toMany, toOne } from '../../platform/reading/relations.js';
import { Board } from '../boards/board.entity.js';
import { rulesOfBoards } from '../boards/board-rules.reads.js';
import { HIGH_SCORE } from '../boards/standing-items.js';
import { headsOf } from '../cross-references/item.reads.js';
import { Person } from '../organisations/person.entity.js';
import { AgendaProposalAnswer } from './agenda-proposal.entity.js';
import {
  evidenceOf,
  type Finding,
  MINUTES,
  PURPOSES,
  SLIPS,
  titleOf,
  UNANSWERED_DAYS,
} from './agenda-proposal.rules.js';
import { type Turn, turnOf } from './agenda-rotation.rules.js';
import { Meeting } from './meeting.entity.js';
import { originItem } from './meeting.reads.js';
import { reportingTo } from './reporting-priorities.reads.js';

type Found = Finding & { placedAs: string | null };

/** What the plans propose for one board, as the reader sees them; the first things first. */
export async function proposalsFor(reader: Reader, boardId: string): Promise<(Finding & Row)[]> {
  const rules = (await rulesOfBoards(reader, [boardId])).get(boardId);
  const risksFrom = rules?.proposesRisksFrom ?? HIGH_SCORE;
  const { meetingId, meetsOn, left } = (await turnFor(reader, boardId)) ?? NO_TURN;
  const all = await reader.query<Found>(FINDINGS, [boardId, reader.today, risksFrom, left]);
  const found = all.map((one) =>
    one.kind === AgendaProposalKind.PRIORITY_DUE ? { ...one, meetingId, meetsOn } : one,
  );
  const ids = found.flatMap(({ kind, itemId, words }) =>
    kind === AgendaProposalKind.CONTESTED_CROSS_REFERENCE ? (words ?? '').split(' ').slice(1) : [itemId],
  );
  const heads = await headsOf(reader, [...new Set(ids)]);
  return found.map(({ placedAs, ...one }) => named(one, (id) => placedAs ?? heads.get(id)?.name ?? ''));
}

const NO_TURN: Turn = { meetingId: null, meetsOn: null, left: 0 };

/** For which meeting the next priorities of the rotation are, as far as this reader sees what is planned. */
async function turnFor(reader: Reader, boardId: string): Promise<Turn | null> {
  const [meetings, planned] = await Promise.all([
    reader.query<{ id: string; meetsOn: string }>(TO_COME, [boardId, reader.today]),
    reader.query<Row & { meetingId: string | null }>(IN_TURN, [boardId, reader.today]),
  ]);
  return turnOf(
    meetings,
    planned.map(({ meetingId }) => meetingId),
  );
}

function named(one: Finding, nameOf: (id: string) => string): Finding & Row {
  const id = `${one.kind} ${one.itemId}`;
  if (one.kind !== AgendaProposalKind.CONTESTED_CROSS_REFERENCE)
    return { ...one, id, name: nameOf(one.itemId) };
  const [status = '', from = '', to = ''] = (one.words ?? '').split(' ');
  return { ...one, id, name: `${nameOf(from)} and ${nameOf(to)}`, words: status };
}

const proposals: FieldRead = {
  needs: ['id'],
  read: async ({ rows, reader, give, into }) => {
    for (const row of rows) {
      const found = (await proposalsFor(reader, row.id)).map((one) => ({
        ...one,
        title: titleOf(one),
        evidence: evidenceOf(one),
        purpose: PURPOSES[one.kind],
        minutes: MINUTES[one.kind],
      }));
      await into('AgendaProposal', found);
      give(row, found);
    }
  },
};

/** The plans a board answers for: its own. */
const PLANS = `select p.id from plans p where p.board_id = $1 and p.archived_at is null and p.status <> '${PlanStatus.CLOSED}'`;
const list = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ');

const IS_TO_COME = `m.status = 'PLANNED' and m.archived_at is null and m.meets_on >= $2::date`;

/** What is planned for a board and still to come, or not yet for a meeting: `e`, and its meeting `m`. */
const STILL_TO_COME = `$1 = any (e.board_ids) and e.archived_at is null and (m.id is null or ${IS_TO_COME})`;

/**
 * What something is for that this board considers: each origin with its meeting, if it has one yet. An item of an agenda
 * that came from no entry is for all boards that meet, unless it names some.
 */
const CONSIDERED = `
  select o.item_id, o.kind, coalesce(e.id, i.id) as holder_id, m.id as meeting_id, m.meets_on, m.status <> 'CANCELLED' as counts,
    m.id is null or ${IS_TO_COME} as is_to_come
  from agenda_origins o left join forward_plan_entries e on e.id = o.entry_id left join agenda_items i on i.id = o.agenda_item_id
    left join meetings m on m.id = coalesce(e.meeting_id, i.meeting_id)
  where o.archived_at is null and coalesce(e.archived_at, i.archived_at) is null
    and $1 = any (coalesce(e.board_ids, nullif(i.board_ids, '{}'), m.board_ids))`;

/** Planned already, or declined for now. What slipped is planned, and proposed all the same. */
const TAKEN = `
  f.kind <> '${AgendaProposalKind.DEFERRED_TWICE}' and exists (
    select from considered o where o.item_id = f.item_id and o.kind = f.kind and o.is_to_come)
  or exists (select from agenda_proposal_answers d
             where d.board_id = $1 and d.kind = f.kind and d.item_id = f.item_id and d.archived_at is null
               and (d.until_on is null or d.until_on > $2::date))`;

const TO_COME = `
  select m.id, m.meets_on::text as "meetsOn" from meetings m
  where $1 = any (m.board_ids) and m.status = 'PLANNED' and m.archived_at is null and m.meets_on >= $2::date
  order by m.meets_on, m.starts_at, m.id`;

/** The meetings of the priorities that are planned in their turn: of one that is planned twice, the next. */
const IN_TURN = `
  select distinct on (o.item_id) o.item_id as id, o.meeting_id as "meetingId" from (${CONSIDERED}) o
  where o.kind = '${AgendaProposalKind.PRIORITY_DUE}' and o.is_to_come
  order by o.item_id, o.meets_on nulls last, o.holder_id`;

/** Of what can be done, what is done already. */
const IS_DONE = ['actions', 'mitigations', 'external_dependencies']
  .map(
    (table) =>
      `exists (select from ${table} d where d.id = x.from_id and (d.status = '${BragStatus.BLUE}' or d.archived_at is not null))`,
  )
  .join(' or ');

const FINDINGS = `
  with plan as materialized (${PLANS}),
  considered as materialized (${CONSIDERED}),
  rotation as (
    select p.id, p.title, (select max(o.meets_on) from considered o where o.item_id = p.id and o.counts) as last_on, p.position
    from (${reportingTo('$1')}) p),
  late as materialized (
    select t.id, t.title, t.timing_end, p.name as "placedAs"
    from actions t left join lateral (
      select coalesce('WS' || w.number || ' ', '') || p.reference as name
      from placements p join workstreams w on w.id = p.workstream_id and w.archived_at is null
      where p.action_id = t.id and p.archived_at is null and p.plan_id in (select id from plan)
      order by w.position, p.position, p.id limit 1) p on t.plan_id not in (select id from plan)
    where t.archived_at is null and t.status <> '${BragStatus.BLUE}' and t.timing_end < $2::date
      and (t.plan_id in (select id from plan) or exists (
        select from placements p where p.action_id = t.id and p.archived_at is null and p.plan_id in (select id from plan)))),
  waited as (
    select x.to_id, count(distinct x.from_id)::int as count from cross_references x
    where x.kind = 'DEPENDS_ON' and x.archived_at is null and x.status <> '${CrossReferenceStatus.DISPUTED}'
      and x.to_id in (select id from late) and not (${IS_DONE})
    group by x.to_id),
  slipped as (
    select s.entry_id, count(*)::int as count, max(s.created_at) as last_at,
      (array_agg(s.reason order by s.created_at desc))[1] as reason
    from forward_plan_slips s where s.archived_at is null group by s.entry_id having count(*) >= ${SLIPS}),
  f as (
    (select 1 as rank, '${AgendaProposalKind.PRIORITY_DUE}' as kind, '${ItemType.Priority}' as item_type, r.id as item_id, r.title,
      r.last_on as day, 0 as count, null as words, coalesce(r.last_on, '-infinity'::date) as by_day, 0 as by_count, r.position as by_place,
      null as "placedAs", null::uuid as "meetingId", null::date as meets_on
     from rotation r)
    union all
    select 2, '${AgendaProposalKind.OVERDUE_ACTION}', '${ItemType.Action}', t.id, t.title, t.timing_end, w.count, null, t.timing_end, -w.count, 0,
      t."placedAs", null, null
    from late t join waited w on w.to_id = t.id
    union all
    select 3, '${AgendaProposalKind.HIGH_RISK}', '${ItemType.Risk}', t.id, t.event, null, t.current_likelihood * t.current_impact,
      'likelihood ' || t.current_likelihood || ', impact ' || t.current_impact, null, -(t.current_likelihood * t.current_impact), 0,
      null, null, null
    from risks t where t.archived_at is null and t.status = 'OPEN' and t.current_likelihood * t.current_impact >= $3::int
      and t.plan_id in (select id from plan)
    union all
    select 4, '${AgendaProposalKind.CONTESTED_CROSS_REFERENCE}', 'CrossReference', t.id, '', t.created_at::date, 0,
      t.status || ' ' || t.from_id || ' ' || t.to_id, t.created_at::date, 0, 0,
      null, null, null
    from cross_references t
    where t.archived_at is null and t.to_id is not null and (t.plan_id in (select id from plan) or t.to_plan_id in (select id from plan))
      and (t.status = '${CrossReferenceStatus.DISPUTED}'
        or t.status in (${list(unanswered)}) and t.created_at < $2::date - ${UNANSWERED_DAYS})
    union all
    select 5, '${AgendaProposalKind.DEFERRED_TWICE}', 'ForwardPlanEntry', e.id, e.title, s.last_at::date, s.count, s.reason, s.last_at::date, 0, 0,
      null, e.meeting_id, m.meets_on
    from slipped s join forward_plan_entries e on e.id = s.entry_id left join meetings m on m.id = e.meeting_id
    where ${STILL_TO_COME} and not exists (
      select from agenda_origins o where o.entry_id = e.id and o.kind = '${AgendaProposalKind.DEFERRED_TWICE}'
        and o.item_id = e.id and o.archived_at is null and o.created_at > s.last_at))
  select kind, item_type as "itemType", item_id as "itemId", '' as name, title, day::text, count, words,
    "placedAs", "meetingId", meets_on::text as "meetsOn"
  from (select *, row_number() over (partition by kind order by by_day nulls last, by_count, by_place, item_id) as turn from f where not (${TAKEN})) f
  where kind <> '${AgendaProposalKind.PRIORITY_DUE}' or turn <= $4::int
  order by rank, turn limit 200`;

defineReads('AgendaProposal', { item: originItem, meeting: toOne(() => Meeting, 'meetingId') });
defineReads('AgendaProposalAnswer', {
  item: originItem,
  declinedBy: toOne(() => Person, 'declinedById'),
  board: toOne(() => Board, 'boardId'),
});
defineReads('Board', {
  agendaProposals: proposals,
  declinedProposals: toMany(() => AgendaProposalAnswer, 'boardId', { orderBy: 't.created_at desc, t.id' }),
});
