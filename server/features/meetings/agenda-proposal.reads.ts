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
import { headsOf } from '../cross-references/item.reads.js';
import { Person } from '../organisations/person.entity.js';
import { AgendaProposalAnswer } from './agenda-proposal.entity.js';
import {
  evidenceOf,
  type Finding,
  HIGH_SCORE,
  MINUTES,
  PRIORITIES_A_MEETING,
  PURPOSES,
  SLIPS,
  titleOf,
  UNANSWERED_DAYS,
} from './agenda-proposal.rules.js';
import { originItem } from './meeting.reads.js';

/** What the plans propose for one board, as the reader sees them; the first things first. */
export async function proposalsFor(reader: Reader, boardId: string): Promise<(Finding & Row)[]> {
  const found = await reader.query<Finding & { otherName: string | null }>(FINDINGS, [boardId, reader.today]);
  const ids = found.flatMap(({ kind, itemId, words }) =>
    kind === AgendaProposalKind.CONTESTED_CROSS_REFERENCE ? (words ?? '').split(' ').slice(1) : [itemId],
  );
  const heads = await headsOf(reader, [...new Set(ids)]);
  return found.map((one) => named(one, (id) => heads.get(id)?.name ?? ''));
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

/** Planned already, as far as it is still to come, or declined for now. */
const TAKEN = `
  exists (select from agenda_origins o join forward_plan_entries e on e.id = o.entry_id and e.archived_at is null
          left join meetings m on m.id = e.meeting_id
          where o.item_id = f.item_id and o.kind = f.kind and o.archived_at is null and $1 = any (e.board_ids)
            and (m.id is null or m.status = 'PLANNED' and m.meets_on >= $2::date))
  or exists (select from agenda_proposal_answers d
             where d.board_id = $1 and d.kind = f.kind and d.item_id = f.item_id and d.archived_at is null
               and (d.until_on is null or d.until_on > $2::date))`;

const FINDINGS = `
  with plan as materialized (${PLANS}),
  rotation as (
    select p.id, p.title, (
      select max(m.meets_on) from agenda_origins o join forward_plan_entries e on e.id = o.entry_id and e.archived_at is null
        join meetings m on m.id = e.meeting_id and m.status <> 'CANCELLED'
      where o.item_id = p.id and $1 = any (e.board_ids)) as last_on, p.position
    from priorities p join plans on plans.id = p.plan_id and plans.archived_at is null and plans.status <> '${PlanStatus.CLOSED}'
    where p.archived_at is null and ($1 = any (p.overseeing_board_ids) or p.plan_id in (select id from plan))),
  waited as (
    select x.to_id, count(*)::int as count from cross_references x
    where x.kind = 'DEPENDS_ON' and x.archived_at is null and x.to_plan_id in (select id from plan) group by x.to_id),
  slipped as (
    select s.entry_id, count(*)::int as count, max(s.created_at) as last_at,
      (array_agg(s.reason order by s.created_at desc))[1] as reason
    from forward_plan_slips s where s.archived_at is null group by s.entry_id having count(*) >= ${SLIPS}),
  f as (
    (select 1 as rank, '${AgendaProposalKind.PRIORITY_DUE}' as kind, '${ItemType.Priority}' as item_type, r.id as item_id, r.title,
      r.last_on as day, 0 as count, null as words, coalesce(r.last_on, '-infinity'::date) as by_day, 0 as by_count, r.position as by_place
     from rotation r)
    union all
    select 2, '${AgendaProposalKind.OVERDUE_ACTION}', '${ItemType.Action}', t.id, t.title, t.timing_end, w.count, null, t.timing_end, -w.count, 0
    from actions t join waited w on w.to_id = t.id
    where t.archived_at is null and t.status <> '${BragStatus.BLUE}' and t.timing_end < $2::date and t.plan_id in (select id from plan)
    union all
    select 3, '${AgendaProposalKind.HIGH_RISK}', '${ItemType.Risk}', t.id, t.event, null, t.current_likelihood * t.current_impact,
      'likelihood ' || t.current_likelihood || ', impact ' || t.current_impact, null, -(t.current_likelihood * t.current_impact), 0
    from risks t where t.archived_at is null and t.status = 'OPEN' and t.current_likelihood * t.current_impact >= ${HIGH_SCORE}
      and t.plan_id in (select id from plan)
    union all
    select 4, '${AgendaProposalKind.CONTESTED_CROSS_REFERENCE}', 'CrossReference', t.id, '', t.created_at::date, 0,
      t.status || ' ' || t.from_id || ' ' || t.to_id, t.created_at::date, 0, 0
    from cross_references t
    where t.archived_at is null and t.to_id is not null and (t.plan_id in (select id from plan) or t.to_plan_id in (select id from plan))
      and (t.status = '${CrossReferenceStatus.DISPUTED}'
        or t.status in (${list(unanswered)}) and t.created_at < $2::date - ${UNANSWERED_DAYS})
    union all
    select 5, '${AgendaProposalKind.DEFERRED_TWICE}', 'ForwardPlanEntry', t.id, t.title, s.last_at::date, s.count, s.reason, s.last_at::date, 0, 0
    from slipped s join forward_plan_entries t on t.id = s.entry_id
    where t.archived_at is null and $1 = any (t.board_ids) and t.meeting_id is null)
  select kind, item_type as "itemType", item_id as "itemId", '' as name, title, day::text, count, words from (
    select f.*, row_number() over (partition by kind order by by_day nulls last, by_count, by_place, item_id) as turn
    from f where not (${TAKEN})) f
  where kind <> '${AgendaProposalKind.PRIORITY_DUE}' or turn <= ${PRIORITIES_A_MEETING}
  order by rank, turn limit 200`;

defineReads('AgendaProposal', { item: originItem });
defineReads('AgendaProposalAnswer', {
  item: originItem,
  declinedBy: toOne(() => Person, 'declinedById'),
  board: toOne(() => Board, 'boardId'),
});
defineReads('Board', {
  agendaProposals: proposals,
  declinedProposals: toMany(() => AgendaProposalAnswer, 'boardId', { orderBy: 't.created_at desc, t.id' }),
});
