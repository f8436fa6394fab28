/** What is amiss among actions, as `crossReferenceHealth` tells and counts it: rings by what reaches itself, all else by what is on the row and its two ends. */
export const HEALTH = `
  with recursive away as materialized (select id from actions where archived_at is not null),
  refs as materialized (
    select c.*, f.archived_at is not null or t.archived_at is not null as is_away, f.workstream_id as f_workstream, t.workstream_id as t_workstream, f.plan_id as f_plan, t.plan_id as t_plan,
      f.status as f_status, t.status as t_status, f.timing_end as f_end, t.timing_end as t_end
    from cross_references c join actions f on f.id = c.from_id left join actions t on t.id = c.to_id
    where c.partnership_id = $1 and c.archived_at is null),
  live as materialized (select * from refs where to_id is not null and not is_away),
  given as materialized (
    select id, case kind when 'DEPENDS_ON' then to_id else from_id end as giver, case kind when 'DEPENDS_ON' then from_id else to_id end as receiver, case kind when 'DEPENDS_ON' then t_end else f_end end as due,
      least(case kind when 'DEPENDS_ON' then f_end else t_end end, case status when 'CONFIRMED' then greatest(needed_by, promised_by) else needed_by end) as needed
    from live where kind in ('DEPENDS_ON', 'CONTRIBUTES_TO', 'MITIGATES') and case kind when 'DEPENDS_ON' then t_status else f_status end <> 'BLUE'),
  reach as (
    select from_id as a, to_id as b from live where kind = 'DEPENDS_ON'
    union select r.a, w.to_id from reach r join live w on w.from_id = r.b and w.kind = 'DEPENDS_ON'),
  rings as materialized (
    select distinct array_agg(r.b order by r.b) as items from reach r where exists (select from reach back where back.a = r.b and back.b = r.a) group by r.a),
  bodies_of as materialized (
    select item_id, array_agg(distinct organisation_id order by organisation_id) as ids from ownerships where partnership_id = $1 and archived_at is null and organisation_id is not null group by item_id),
  found as materialized (
    select row_number() over (order by kind, refs[1]) as n, x.* from (
      select 'UNANSWERED' as kind, array[id] as refs, array[from_id, to_id] as items, null::date as due, null::date as needed from live where status in ('PROPOSED', 'COUNTERED')
      union all select 'ONE_SIDED', array[id], array[from_id, to_id], null, null from live where status = 'DISPUTED'
      union all select 'ONE_SIDED', array_agg(id order by id), array[to_id] || array_agg(distinct from_id), null, null from live l
        where status <> 'DISPUTED' and f_workstream <> t_workstream and not exists (select from live b where b.from_id = l.to_id and b.t_workstream = l.f_workstream)
        group by f_workstream, to_id having count(distinct from_id) > 1 and bool_and(status in ('PROPOSED', 'COUNTERED'))
      union all select 'CIRCULAR', array_agg(l.id order by l.id), r.items, null, null from rings r join live l on l.kind = 'DEPENDS_ON' and l.from_id = any(r.items) and l.to_id = any(r.items) group by r.items
      union all select 'ORPHANED', array[id], array_remove(array[from_id, to_id], null), null, null from refs where to_id is null or is_away
      union all select 'GIVER_WITHOUT_OWNER', array_agg(id order by id), array[giver] || array_agg(distinct receiver), null, null from given g
        where not exists (select from ownerships o where o.item_id = g.giver and o.archived_at is null) group by giver
      union all select 'NEEDED_BEFORE_DUE', array[id], array[giver, receiver], due, needed from given where due > needed
      union all select 'CONTRADICTORY', array[l.id], array[from_id, to_id], null, null from live l left join bodies_of f on f.item_id = l.from_id left join bodies_of t on t.item_id = l.to_id
        where kind = 'SAME_WORK_AS' and status <> 'DISPUTED' and (f_end <> t_end or f_status <> t_status and 'NOT_YET_RATED' not in (f_status, t_status) or f.ids <> t.ids)) x),
  ends as materialized (select f.n, f.kind, l.from_id, l.to_id, l.f_plan, l.t_plan from found f, unnest(f.refs) ref join live l on l.id = ref),
  concerned as materialized (
    select e.n, e.kind, 'organisation' as body, b.body_id as id from (select n, kind, from_id as item_id from ends union all select n, kind, to_id from ends) e join bodies_of o using (item_id), unnest(o.ids) b(body_id)
    union select e.n, e.kind, 'board', p.board_id from (select n, kind, f_plan as plan_id from ends union select n, kind, t_plan from ends) e join plans p on p.id = e.plan_id),
  counted as materialized (select body, id, kind, count(*) as total from concerned group by body, id, kind),
  told as (select f.*, row_number() over (partition by kind order by n) as place from found f)
  select json_build_object('total', (select count(*) from found),
    'sections', (select json_agg(json_build_object('kind', k.kind, 'total', k.total, 'findings', (
        select json_agg(json_build_object('id', t.kind || t.refs[1], 'due', t.due, 'needed', t.needed,
          'items', (select json_agg(coalesce('WS' || w.number || ' ' || a.reference, a.title)) from unnest(t.items) i join actions a on a.id = i join workstreams w on w.id = a.workstream_id),
          'crossReferences', (select json_agg(json_build_object('id', c.id, 'reason', c.reason)) from cross_references c where c.id = any(t.refs))) order by t.n)
        from told t where t.kind = k.kind and t.place <= 20))) from (select kind, count(*) as total from found group by kind) k),
    'byBody', (select json_agg(json_build_object('body', c.body, 'id', c.id, 'name', coalesce(g.name, b.name), 'total', c.total, 'kinds', c.kinds) order by c.total desc)
      from (select body, id, sum(total) as total, json_agg(json_build_object('kind', kind, 'total', total)) as kinds from counted group by body, id) c
      left join organisations g on g.id = c.id left join boards b on b.id = c.id)) as json`;
