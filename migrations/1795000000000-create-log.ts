import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The ground everything stands on: audiences, rights, the change log with its hash chain.
 * Domain tables (the next migration) attach themselves with attach_to_log().
 */
export class CreateLog1795000000000 implements MigrationInterface {
  name = 'CreateLog1795000000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
-- One row, one number: bumped in the transaction of whatever changes anybody's rights.
create table rights (only_row boolean primary key default true check (only_row), version bigint not null);
insert into rights values (true, 1);

create function bump_rights() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update rights set version = version + 1;
  return null;
end $$;

-- Who may see. Interned: one row for each distinct set, so that viewers fall into few classes.
create table audiences (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null,
  kind text not null check (kind in ('EVERYONE','PARTNERSHIP','ORGANISATIONS','BOARD','PEOPLE','ALL_OF')),
  members uuid[] not null default '{}',
  unique (partnership_id, kind, members)
);
create trigger audiences_rights after insert or update or delete on audiences
  for each statement execute function bump_rights();

-- The audiences of this transaction's viewer, set by the unit of work. Nothing set: nothing seen.
create function viewer_audiences() returns uuid[] language sql stable parallel safe as $$
  select string_to_array(nullif(current_setting('app.audiences', true), ''), ',')::uuid[]
$$;

create function every_audience(of_partnership uuid) returns text language sql stable security definer set search_path = public as $$
  select coalesce(string_agg(id::text, ','), '') from audiences where partnership_id = of_partnership
$$;

create function intern_audience(of_partnership uuid, of_kind text, of_members uuid[]) returns uuid
language plpgsql security definer set search_path = public as $$
declare
  sorted uuid[] := coalesce((select array_agg(distinct m order by m) from unnest(of_members) m), '{}');
  found_id uuid;
begin
  select id into found_id from audiences where partnership_id = of_partnership and kind = of_kind and members = sorted;
  if found_id is null then
    insert into audiences (partnership_id, kind, members) values (of_partnership, of_kind, sorted)
      on conflict (partnership_id, kind, members) do nothing returning id into found_id;
    if found_id is null then
      select id into found_id from audiences where partnership_id = of_partnership and kind = of_kind and members = sorted;
    end if;
  end if;
  return found_id;
end $$;

-- Those who are in both. A viewer who is in both is at once in the result, also in this transaction.
create function intersect_audiences(a uuid, b uuid) returns uuid
language plpgsql security definer set search_path = public as $$
declare
  one audiences; other audiences; parts uuid[]; result uuid;
begin
  if b is null or a = b then return a; end if;
  if a is null then return b; end if;
  select * into strict one from audiences where id = a;
  select * into strict other from audiences where id = b;
  if one.partnership_id <> other.partnership_id then raise exception 'audiences of two partnerships'; end if;
  if one.kind = 'EVERYONE' then return b; end if;
  if other.kind = 'EVERYONE' then return a; end if;
  if one.kind = 'PARTNERSHIP' then return b; end if;
  if other.kind = 'PARTNERSHIP' then return a; end if;
  parts := (case when one.kind = 'ALL_OF' then one.members else array[a] end)
        || (case when other.kind = 'ALL_OF' then other.members else array[b] end);
  result := intern_audience(one.partnership_id, 'ALL_OF', parts);
  if array[a, b] <@ viewer_audiences() and not result = any (viewer_audiences()) then
    perform set_config('app.audiences', current_setting('app.audiences') || ',' || result, true);
  end if;
  return result;
end $$;

-- The log. Written by seal_changes() alone; the server's role may only read, through row security.
create table partnership_counters (partnership_id uuid primary key, seq bigint not null default 0, head_hash bytea not null default '\\x');

create table changes (
  partnership_id uuid not null,
  seq bigint not null,
  change_set_id uuid not null,
  at timestamptz not null,
  actor_id uuid,
  organisation_id uuid,
  via text not null,
  item_type text not null,
  item_id uuid not null,
  about_id uuid,
  kind text not null,
  before jsonb,
  after jsonb,
  audience_id uuid not null,
  audience_before_id uuid,
  plan_id uuid,
  other_plan_id uuid,
  board_id uuid,
  hash bytea not null,
  primary key (partnership_id, seq)
);
create index changes_item on changes (item_id, seq);
create index changes_about on changes (about_id, seq) where about_id is not null;
create index changes_plan on changes (plan_id, item_type, item_id, seq desc);
create index changes_other_plan on changes (other_plan_id, seq) where other_plan_id is not null;
create index changes_audience on changes (partnership_id, audience_id, seq desc);
create index changes_audience_before on changes (partnership_id, audience_before_id, seq desc) where audience_before_id <> audience_id;
create index changes_set on changes (change_set_id, seq) where via = 'IMPORT';
alter table changes enable row level security;
alter table changes force row level security;
create policy changes_see on changes for select
  using (audience_id = any ((select viewer_audiences())::uuid[]) or audience_before_id = any ((select viewer_audiences())::uuid[]));
create policy changes_seal on changes for insert to current_user with check (true);
create policy changes_verify on changes for select to current_user using (true);

-- Rows of a transaction wait here until its end; unlogged, since only a commit moves them on.
create unlogged table change_buffer (
  n bigserial primary key, xid xid8 not null default pg_current_xact_id(),
  partnership_id uuid not null, item_type text not null, item_id uuid not null, about_id uuid, kind text not null,
  before jsonb, after jsonb, audience_id uuid not null, audience_before_id uuid,
  plan_id uuid, other_plan_id uuid, board_id uuid
);
create index change_buffer_xid on change_buffer (xid);

-- What the hash of a change is taken over, beside the hash before it.
create function change_canonical(c changes) returns text language sql immutable as $$
  select jsonb_build_array(c.partnership_id, c.seq, c.change_set_id, to_char(c.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
    c.actor_id, c.organisation_id, c.via, c.item_type, c.item_id, c.about_id, c.kind, c.before, c.after,
    c.audience_id, c.audience_before_id, c.plan_id, c.other_plan_id, c.board_id)::text
$$;

-- Numbers this transaction's changes, last of all, behind the partnership's counter row: number order is commit order.
create function seal_changes() returns table (partnership uuid, number bigint)
language plpgsql security definer set search_path = public as $$
declare
  counter partnership_counters; waiting change_buffer; row changes; p uuid;
  now_at timestamptz;
begin
  perform set_config('app.sealed', pg_current_xact_id()::text, true);
  for p in select distinct b.partnership_id from change_buffer b where b.xid = pg_current_xact_id() order by 1 loop
    select * into counter from partnership_counters c where c.partnership_id = p for update;
    if not found then
      insert into partnership_counters (partnership_id) values (p) on conflict do nothing;
      select * into counter from partnership_counters c where c.partnership_id = p for update;
    end if;
    now_at := clock_timestamp();
    -- Only a role that owns the log may write history with another date (a demonstration, a migration of old papers).
    if nullif(current_setting('app.at', true), '') is not null and pg_has_role(session_user, current_user, 'member') then
      now_at := current_setting('app.at')::timestamptz;
    end if;
    for waiting in select * from change_buffer b where b.xid = pg_current_xact_id() and b.partnership_id = p order by b.n loop
      counter.seq := counter.seq + 1;
      row := (p, counter.seq,
        coalesce(nullif(current_setting('app.change_set', true), '')::uuid, gen_random_uuid()), now_at,
        nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.organisation', true), '')::uuid,
        coalesce(nullif(current_setting('app.via', true), ''), 'DATABASE'),
        waiting.item_type, waiting.item_id, waiting.about_id, waiting.kind, waiting.before, waiting.after,
        waiting.audience_id, waiting.audience_before_id, waiting.plan_id, waiting.other_plan_id, waiting.board_id, null)::changes;
      counter.head_hash := sha256(counter.head_hash || convert_to(change_canonical(row), 'UTF8'));
      row.hash := counter.head_hash;
      insert into changes values (row.*);
    end loop;
    delete from change_buffer b where b.xid = pg_current_xact_id() and b.partnership_id = p;
    update partnership_counters c set seq = counter.seq, head_hash = counter.head_hash where c.partnership_id = p;
    partnership := p; number := counter.seq;
    return next;
  end loop;
end $$;

-- The net under the unit of work: whatever a transaction wrote is sealed at its commit, asked or not.
create function seal_at_commit() returns trigger language plpgsql security definer set search_path = public as $$
begin
  -- Fires once for each row that waited: nearly always all of them are sealed by now.
  if current_setting('app.sealed', true) is distinct from pg_current_xact_id()::text then
    perform seal_changes();
  end if;
  return null;
end $$;
create constraint trigger change_buffer_seal after insert on change_buffer
  deferrable initially deferred for each row execute function seal_at_commit();

-- Version and time move with every true change of a row, whoever writes it.
create function touch_row() returns trigger language plpgsql as $$
begin
  new.version := old.version;
  new.updated_at := old.updated_at;
  if new is distinct from old then
    new.version := old.version + 1;
    new.updated_at := coalesce(nullif(current_setting('app.at', true), '')::timestamptz, clock_timestamp());
  end if;
  return new;
end $$;

create function record_change() returns trigger language plpgsql security definer set search_path = public as $$
declare
  was jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) end;
  now jsonb := case when tg_op = 'DELETE' then null else to_jsonb(new) end;
  it jsonb := coalesce(now, was);
  differs jsonb;
  what text;
begin
  if tg_op = 'UPDATE' then
    select jsonb_object_agg(key, value) into differs from jsonb_each(was) e
      where now -> e.key is distinct from e.value and e.key not in ('version', 'updated_at');
    if differs is null then return null; end if;
    what := case when was ->> 'archived_at' is null and now ->> 'archived_at' is not null then 'ARCHIVED'
                 when was ->> 'archived_at' is not null and now ->> 'archived_at' is null then 'RESTORED'
                 else 'UPDATED' end;
  else
    what := case tg_op when 'INSERT' then 'CREATED' else 'REMOVED' end;
    differs := was;
  end if;
  -- What is written after a seal waits for another.
  if coalesce(current_setting('app.sealed', true), '') <> '' then perform set_config('app.sealed', '', true); end if;
  insert into change_buffer (partnership_id, item_type, item_id, about_id, kind, before, after, audience_id, audience_before_id, plan_id, other_plan_id, board_id)
  values ((it ->> 'partnership_id')::uuid, tg_argv[0], (it ->> 'id')::uuid, (it ->> tg_argv[1])::uuid, what, differs, now,
    (it ->> 'audience_id')::uuid, case when tg_op = 'INSERT' then null else (was ->> 'audience_id')::uuid end,
    case when tg_argv[0] = 'Plan' then (it ->> 'id')::uuid else (it ->> 'plan_id')::uuid end,
    (it ->> 'to_plan_id')::uuid,
    case when tg_argv[0] = 'Board' then (it ->> 'id')::uuid else (it ->> 'board_id')::uuid end);
  return null;
end $$;

-- A derived value that moved (strain downstream): the item itself is unchanged, those who watch it are told.
create function note_derived(of_partnership uuid, of_type text, of_item uuid, was jsonb, now jsonb, for_audience uuid, of_plan uuid, of_other_plan uuid)
returns void language sql security definer set search_path = public as $$
  select set_config('app.sealed', '', true);
  insert into change_buffer (partnership_id, item_type, item_id, kind, before, after, audience_id, audience_before_id, plan_id, other_plan_id)
  values (of_partnership, of_type, of_item, 'DERIVED', was, now, for_audience, for_audience, of_plan, of_other_plan)
$$;

-- Puts a domain table under audiences and the log: row security, versions, change rows, rights of the server's role.
create function attach_to_log(named regclass, item_type text, about_column text) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', named);
  execute format('alter table %s force row level security', named);
  execute format('create policy see on %s using (audience_id = any ((select viewer_audiences())::uuid[])) with check (audience_id = any ((select viewer_audiences())::uuid[]))', named);
  execute format('create trigger touch before update on %s for each row execute function touch_row()', named);
  execute format('create trigger record after insert or update or delete on %s for each row execute function record_change(%L, %L)', named, item_type, coalesce(about_column, 'none'));
  execute format('grant select, insert, update, delete on %s to accord_server', named);
end $$;

grant select on rights, audiences, changes to accord_server;
grant select (partnership_id, seq) on partnership_counters to accord_server;
revoke execute on all functions in schema public from public;
grant execute on function viewer_audiences(), every_audience(uuid), intern_audience(uuid, text, uuid[]), intersect_audiences(uuid, uuid),
  seal_changes(), note_derived(uuid, text, uuid, jsonb, jsonb, uuid, uuid, uuid), touch_row(), record_change() to accord_server;
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
drop function attach_to_log(regclass, text, text), note_derived(uuid, text, uuid, jsonb, jsonb, uuid, uuid, uuid), record_change(), touch_row();
drop table change_buffer;
drop function seal_at_commit(), seal_changes(), change_canonical(changes);
drop table changes, partnership_counters;
drop function intersect_audiences(uuid, uuid), intern_audience(uuid, text, uuid[]), every_audience(uuid), viewer_audiences();
drop table audiences, rights;
drop function bump_rights();
`);
  }
}
