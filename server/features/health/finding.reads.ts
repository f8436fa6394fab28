import {
  CrossReferenceKind,
  CrossReferenceStatus,
  givenByTo,
  HealthFindingKind,
  ItemType,
} from '../../../schema/vocabulary.js';
import type { Reader } from '../../platform/reading/reader.js';
import { type EntityClass, quoted, sourceOf, tableOf } from '../../platform/reading/tables.js';
import { Ownership } from '../actions/ownership.entity.js';
import { Board } from '../boards/board.entity.js';
import { CrossReference } from '../cross-references/cross-reference.entity.js';
import { endsSql, entityOf } from '../cross-references/item.reads.js';
import { agreedDaySql, unansweredSql } from '../cross-references/strain.reads.js';
import { kindsUnderStrain } from '../cross-references/strain.rules.js';
import { AccountableBusinessUnit } from '../organisations/abu.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Plan } from '../plans/plan.entity.js';
import { Priority } from '../plans/priority.entity.js';
import { Workstream } from '../workstreams/workstream.entity.js';
import type { Difference } from './health.rules.js';
import { ringsOf, type Wait } from './rings.rules.js';

/** The bodies that findings are counted for. */
export type Body = 'ORGANISATION' | 'BOARD' | 'ABU';

/** One line of what is found: a finding, or a number of them: of all, or of those that concern a body. */
export interface Line {
  line: 'FOUND' | 'ALL' | Body;
  kind: HealthFindingKind;
  /** A finding’s own, or the body’s id. */
  key: string | null;
  total: number | null;
  referenceIds: string[];
  itemIds: string[];
  words: string | null;
  due: string | null;
  needed: string | null;
  differences: Difference[] | null;
}

export interface HealthAsk {
  /** A plan or a partnership. */
  within: string;
  /** How many findings of each kind. */
  first: number;
  organisationId: string | null;
}

/** What is amiss, found and counted in the database; only rings are found here, in what waits for what. */
export async function linesOf(reader: Reader, { within, first, organisationId }: HealthAsk): Promise<Line[]> {
  const [scope] = await reader.query<{ partnershipId: string }>(SCOPE, [within, organisationId]);
  if (!scope) return [];
  const waits = await reader.query<Wait & { isWithin: boolean }>(WAITS(reader), [
    within,
    scope.partnershipId,
  ]);
  const rings = ringsOf(waits)
    .filter((ring) => ring.waits.some((wait) => wait.isWithin))
    .map((ring) => ({ refs: ring.waits.map(({ id }) => id), items: ring.items }));
  return reader.query<Line>(FINDINGS(reader), [within, JSON.stringify(rings), organisationId, first]);
}

/** The partnership asked about. None where there is no such plan or organisation: then nothing need be looked for. */
const SCOPE = `
  select s.id as "partnershipId"
  from (select partnership_id as id from plans where id = $1 union all select id from partnerships where id = $1) s
  where $2::uuid is null or exists (select from organisations o where o.id = $2 and o.partnership_id = s.id)`;
const isWithin = '(x.plan_id = $1 or x.to_plan_id = $1 or x.partnership_id = $1)';
const archivedIds = (reader: Reader) =>
  Object.values(ItemType)
    .map(
      (type) =>
        `select id from ${sourceOf(tableOf(entityOf(type)), reader)} it where it.archived_at is not null`,
    )
    .join(' union all ');

/** What waits for what in the whole partnership: a ring through a plan may run through others too. */
const WAITS = (reader: Reader) => `
  with away as materialized (${archivedIds(reader)})
  select x.id, x.from_id as "from", x.to_id as "to", ${isWithin} as "isWithin"
  from ${sourceOf(tableOf(CrossReference), reader)} x
  where x.partnership_id = $2
    and x.kind in (${quoted(givenByTo)}) and x.to_id is not null and x.archived_at is null
    and x.from_id not in (select id from away) and x.to_id not in (select id from away)
  order by x.id`;

/** By when a promise is needed: by the day agreed or asked for, or as the one that needs it is due. */
const NEEDED = `least(r.timing_end, ${agreedDaySql('l')})`;

/** Each kind of finding, over `live` (both ends in use), `promises` (a giver `g` and a receiver `r`) and `ends`. */
const KINDS: Record<HealthFindingKind, string> = {
  UNANSWERED: `select 'UNANSWERED' as kind, l.id::text as key, array[l.id] as refs, array[l.from_id, l.to_id] as items,
      null::text as words, null::date as due, null::date as needed, null::text[] as differences
    from live l where ${unansweredSql('l')}`,
  ONE_SIDED: `select 'ONE_SIDED', l.id::text, array[l.id], array[l.from_id, l.to_id], null, null, null, null
    from live l where l.status = '${CrossReferenceStatus.DISPUTED}'
    union all
    select 'ONE_SIDED', f.workstream_id || ' ' || l.to_id, array_agg(l.id order by l.id), array[l.to_id] || array_agg(distinct l.from_id), null, null, null, null
    from live l join ends f on f.id = l.from_id join ends o on o.id = l.to_id
    where l.status <> '${CrossReferenceStatus.DISPUTED}' and f.workstream_id is distinct from o.workstream_id and o.type <> '${ItemType.ExternalDependency}'
      and not exists (select from back b where b.from_id = l.to_id and b.workstream_id = f.workstream_id)
    group by f.workstream_id, l.to_id
    having f.workstream_id is not null and count(distinct l.from_id) > 1 and bool_and(${unansweredSql('l')})`,
  CIRCULAR: `select 'CIRCULAR', (select min(id::text) from unnest(c.refs) id), c.refs, c.items, null, null, null, null from rings c`,
  ORPHANED: `select 'ORPHANED', s.id::text, array[s.id], array_remove(array[s.from_id, s.to_id], null), s.text_as_written, null, null, null
    from sides s where s.to_id is null or s.is_away`,
  GIVER_WITHOUT_OWNER: `select 'GIVER_WITHOUT_OWNER', p.giver::text, array_agg(p.id order by p.id), array[p.giver] || array_agg(distinct p.receiver), null, null, null, null
    from promises p
    where p.giver_type in ('${ItemType.Action}', '${ItemType.Workstream}', '${ItemType.Risk}')
      and p.giver not in (select item_id from owned where is_known) and p.giver not in (select id from leads)
    group by p.giver`,
  NEEDED_BEFORE_DUE: `select 'NEEDED_BEFORE_DUE', p.id::text, array[p.id], array[p.giver, p.receiver], null, p.due, p.needed, null
    from promises p where p.due > p.needed`,
  CONTRADICTORY: `select 'CONTRADICTORY', d.id::text, array[d.id], array[d.from_id, d.to_id], null, null, null, d.differences
    from (select l.id, l.from_id, l.to_id, array_remove(array[
        case when f.timing_end <> o.timing_end then 'DEADLINE' end,
        case when f.status <> o.status and 'NOT_YET_RATED' not in (f.status, o.status) then 'STATUS' end,
        case when fo.organisation_ids <> oo.organisation_ids then 'ORGANISATIONS' end], null) as differences
      from live l join ends f on f.id = l.from_id join ends o on o.id = l.to_id
      left join owners fo on fo.id = l.from_id left join owners oo on oo.id = l.to_id
      where l.kind = '${CrossReferenceKind.SAME_WORK_AS}' and l.status <> '${CrossReferenceStatus.DISPUTED}') d
    where d.differences <> '{}'`,
};

/**
 * Bodies are counted by how findings are alike: items of the same bodies are one circle, and findings of one kind that lie in
 * the same circles are counted together, before anything is told apart by body. There are as many circles as there are
 * ways of sharing the work, not as there are items.
 */
const FINDINGS = (reader: Reader) => {
  const from = (entity: EntityClass) => sourceOf(tableOf(entity), reader);
  return `
  with rings as materialized (select * from jsonb_to_recordset($2::jsonb) as c(refs uuid[], items uuid[])),
  touching as materialized (
    select x.id, x.kind, x.status, x.from_id, x.to_id, x.from_type, x.to_type, x.needed_by, x.promised_by, x.text_as_written, ${isWithin} as is_within
    from ${from(CrossReference)} x
    where x.archived_at is null and (${isWithin} or x.id = any (array(select unnest(refs) from rings)))),
  ${endsSql(reader, 'ends', false)},
  owned as materialized (
    select o.item_id, o.organisation_id, o.abu_id, o.board_id,
      num_nonnulls(o.organisation_id, o.abu_id, o.board_id, o.post_id, o.person_id, o.outside_body) > 0 as is_known
    from ${from(Ownership)} o join ends e on e.id = o.item_id where o.archived_at is null),
  owners as materialized (
    select item_id as id, array_agg(distinct organisation_id) as organisation_ids from owned where organisation_id is not null group by item_id),
  leads as materialized (
    select e.id, w.lead_organisation_id as organisation_id from ends e join ${from(Workstream)} w on w.id = e.workstream_id
    where w.lead_organisation_id is not null and e.type = '${ItemType.Workstream}'),
  sides as materialized (
    select t.*, f.archived_at is not null or o.archived_at is not null as is_away
    from touching t join ends f on f.id = t.from_id left join ends o on o.id = t.to_id
    where t.is_within and (t.to_id is null or o.id is not null)),
  live as materialized (select * from sides where to_id is not null and not is_away),
  back as materialized (select l.from_id, e.workstream_id from live l join ends e on e.id = l.to_id),
  promises as materialized (
    select l.id, g.id as giver, g.type as giver_type, g.timing_end as due, r.id as receiver, ${NEEDED} as needed
    from (select l.*, l.kind in (${quoted(givenByTo)}) as is_given_by_to from live l where l.kind in (${quoted(kindsUnderStrain)})) l
    join ends g on g.id = case when l.is_given_by_to then l.to_id else l.from_id end
    join ends r on r.id = case when l.is_given_by_to then l.from_id else l.to_id end
    where g.status is distinct from 'BLUE'),
  found as materialized (select row_number() over (order by all_found.refs[1], all_found.kind)::int as n, all_found.* from (${Object.values(
    HealthFindingKind,
  )
    .map((kind) => KINDS[kind])
    .join('\n union all ')}) all_found),
  bodies as materialized (
    select id, body, row_number() over ()::int as k from (
      select id, 'ORGANISATION' as body from ${from(Organisation)} n union all select id, 'BOARD' from ${from(Board)} n
      union all select id, 'ABU' from ${from(AccountableBusinessUnit)} n) b),
  circles as materialized (
    select b.item_id, array_agg(distinct k order by k) as ks from (
      select item_id, organisation_id as id from owned where organisation_id is not null
      union all select e.id, w.lead_organisation_id from ends e join ${from(Workstream)} w on w.id = e.workstream_id
        where w.lead_organisation_id is not null and (e.type = '${ItemType.Workstream}' or e.id not in (select id from owners))
      union all select item_id, board_id from owned where board_id is not null
      union all select e.id, p.board_id from ends e join ${from(Plan)} p on p.id = e.plan_id
      union all select item_id, abu_id from owned where abu_id is not null
      union all select e.id, unnest(p.abu_ids) from ends e join ${from(Workstream)} w on w.id = e.workstream_id
        join ${from(Priority)} p on p.id = any (w.priority_ids)) b
    join bodies using (id) group by b.item_id),
  numbered as materialized (select item_id, ks, dense_rank() over (order by ks)::int as circle from circles),
  sided as materialized (
    select t.id as ref, f.circle as near, o.circle as far from touching t
    left join numbered f on f.item_id = t.from_id left join numbered o on o.item_id = t.to_id),
  concerned as materialized (
    select r.n, array_agg(distinct c.circle order by c.circle) as circles
    from (select f.n, unnest(f.refs) as ref from found f) r join sided using (ref), lateral (values (near), (far)) c(circle)
    where c.circle is not null group by r.n),
  alike as materialized (
    select row_number() over ()::int as g, f.kind, c.circles, count(*) as total from concerned c join found f using (n) group by f.kind, c.circles),
  counted as (
    select b.body, b.id, a.kind, sum(a.total)::int as total
    from (select distinct e.g, unnest(c.ks) as k from (select g, unnest(circles) as circle from alike) e
      join (select distinct circle, ks from numbered) c using (circle)) m
    join alike a using (g) join bodies b using (k) group by b.body, b.id, a.kind),
  chosen as materialized (
    select f.*, row_number() over (partition by f.kind order by f.n) as place from found f
    where $3::uuid is null or f.n in (
      select n from (select n, unnest(circles) as circle from concerned) c
      where circle in (select circle from numbered where (select k from bodies where body = 'ORGANISATION' and id = $3) = any (ks))))
  select 'FOUND' as line, kind, key, null::int as total, refs as "referenceIds", items as "itemIds", words, due, needed, differences
  from chosen where place <= $4
  union all select 'ALL', kind, null, count(*)::int, null, null, null, null, null, null from chosen group by kind
  union all select body, kind, id::text, total, null, null, null, null, null, null from counted
  order by line, kind, key`;
};
