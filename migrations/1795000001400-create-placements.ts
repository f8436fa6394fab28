import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where an action stands beside its own plan: one row a workstream of another plan. `plan_id` is the plan it stands in,
 * `to_plan_id` the plan that is its home, so that what happens to the row is told in both.
 */
export class CreatePlacements1795000001400 implements MigrationInterface {
  name = 'CreatePlacements1795000001400';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table placements (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null, audience_id uuid not null references audiences(id),
  version int not null default 1, archived_at timestamptz, archived_with_id uuid,
  created_at timestamptz not null default clock_timestamp(), updated_at timestamptz not null default clock_timestamp(),
  plan_id uuid not null references plans(id), to_plan_id uuid not null references plans(id),
  action_id uuid not null references actions(id), workstream_id uuid not null references workstreams(id),
  reference text, position double precision not null,
  check (plan_id <> to_plan_id)
);
create unique index placements_one on placements (action_id, workstream_id) where archived_at is null;
create index placements_workstream on placements (workstream_id);
create index placements_plan on placements (plan_id);
create index placements_archived_with on placements (archived_with_id) where archived_with_id is not null;
select attach_to_log('placements', 'Placement', 'action_id');

-- Which actions stand, or have stood, in another plan: so that all others are told of at no more than the cost of a look.
-- Ids alone, for the trigger; not for the server's role to read.
create table placed_actions (action_id uuid primary key);
create function note_placed() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into placed_actions values (new.action_id) on conflict do nothing;
  return null;
end $$;
revoke execute on function note_placed() from public;
create trigger note_placed after insert or update of action_id on placements for each row execute function note_placed();

-- Those who read a plan are told of what happens to an action that stands in it from elsewhere: one entry a place, for
-- those who see both the place and what happened. Nothing is told of what happened out of their sight; whoever just lost
-- sight of a report, a remark or a cross-reference is told once more, so that it is counted no longer. Looks with every
-- audience, since the actor may not see the other plan, and goes back to the actor's own.
create function tell_placements() returns trigger language plpgsql security definer set search_path = public as $$
declare own text := current_setting('app.audiences', true);
begin
  -- What a strain is between is not in its entry: that is looked up below.
  if not (new.item_type = 'CrossReference' and new.kind = 'DERIVED') and not exists (
    select from placed_actions where action_id in (
      case when new.item_type = 'Action' then new.item_id else new.about_id end, (new.after ->> 'from_id')::uuid, (new.after ->> 'to_id')::uuid)
  ) then return null; end if;
  perform set_config('app.audiences', every_audience(new.partnership_id), true);
  insert into change_buffer (partnership_id, item_type, item_id, about_id, kind, before, after, audience_id, audience_before_id, plan_id)
  select new.partnership_id, 'Placement', t.id, t.action_id, 'DERIVED', '{"told": null}', jsonb_build_object('told', new.item_type),
    t.circle, t.circle, t.plan_id
  from (
    select distinct p.id, p.action_id, p.plan_id, intersect_audiences(p.audience_id, c.circle) as circle
    from placements p, unnest(array[new.audience_id, case when new.item_type <> 'Action' then new.audience_before_id end]) c (circle)
    where p.archived_at is null and c.circle is not null
      and p.plan_id is distinct from new.plan_id and p.plan_id is distinct from new.other_plan_id
      and p.action_id in (
        select case when new.item_type = 'Action' then new.item_id else new.about_id end
        union all
        select unnest(array[x.from_id, x.to_id]) from cross_references x where new.item_type = 'CrossReference' and x.id = new.item_id)) t;
  perform set_config('app.audiences', coalesce(own, ''), true);
  return null;
end $$;
revoke execute on function tell_placements() from public;
create trigger change_buffer_placements after insert on change_buffer for each row
  when (new.item_type in ('Action', 'Update', 'Comment', 'CrossReference') and not (new.item_type = 'Action' and new.kind = 'CREATED'))
  execute function tell_placements();
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
drop trigger change_buffer_placements on change_buffer;
drop function tell_placements();
drop table placements;
drop function note_placed();
drop table placed_actions;
`);
  }
}
