import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Frozen copies of the map of interdependencies. What one holds is written once, beside its row, and nothing moves it. */
export class CreateFrozenMaps1795000001000 implements MigrationInterface {
  name = 'CreateFrozenMaps1795000001000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table frozen_maps (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null, audience_id uuid not null references audiences(id), own_audience_id uuid not null references audiences(id),
  version int not null default 1, archived_at timestamptz,
  created_at timestamptz not null default clock_timestamp(), updated_at timestamptz not null default clock_timestamp(),
  plan_id uuid references plans(id),
  title text not null, note text, level text not null, stood_at timestamptz not null, content_hash text not null,
  organisation_id uuid references organisations(id), post_id uuid references posts(id), frozen_by_id uuid references people(id),
  withdrawn_by_id uuid references people(id), withdrawn_for_id uuid references organisations(id), withdrawn_because text,
  check ((archived_at is null) = (withdrawn_by_id is null))
);
create index frozen_maps_plan on frozen_maps (plan_id, created_at, id);
create index frozen_maps_partnership on frozen_maps (partnership_id, created_at, id);
select attach_to_log('frozen_maps', 'FrozenMap', null);

-- Who sees it may narrow, and it may be withdrawn; whatever else it says was said once.
create function keep_frozen() returns trigger language plpgsql as $$
declare
  moving text[] := array['audience_id', 'archived_at', 'withdrawn_by_id', 'withdrawn_for_id', 'withdrawn_because', 'version', 'updated_at'];
begin
  if to_jsonb(new) - moving is distinct from to_jsonb(old) - moving then
    raise exception 'a frozen copy does not change';
  end if;
  return new;
end $$;
revoke execute on function keep_frozen() from public;
grant execute on function keep_frozen() to accord_server;
create trigger keep before update on frozen_maps for each row execute function keep_frozen();

-- Not in the log, which holds the hash. The server’s role writes it once and moves nothing but who sees it.
create table frozen_map_contents (
  id uuid primary key references frozen_maps(id), audience_id uuid not null references audiences(id),
  document text not null, rests_on uuid[] not null
);
create index frozen_map_contents_rests_on on frozen_map_contents using gin (rests_on);
alter table frozen_map_contents enable row level security;
alter table frozen_map_contents force row level security;
create policy see on frozen_map_contents using (audience_id = any ((select viewer_audiences())::uuid[]));
grant select, insert, update (audience_id) on frozen_map_contents to accord_server;
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
drop table frozen_map_contents, frozen_maps;
drop function keep_frozen();
`);
  }
}
