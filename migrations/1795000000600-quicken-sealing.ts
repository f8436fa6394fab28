import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The same log, written with fewer statements: what stands between a verb and its commit is what limits how many there are. */
export class QuickenSealing1795000000600 implements MigrationInterface {
  name = 'QuickenSealing1795000000600';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
alter table change_buffer drop constraint change_buffer_pkey, add primary key (xid, n);
drop index change_buffer_xid;

-- Numbers this transaction's changes, last of all, behind the partnership's counter row: number order is commit order.
create or replace function seal_changes() returns table (partnership uuid, number bigint)
language plpgsql security definer set search_path = public as $$
declare
  waiting record; counter partnership_counters; row changes; now_at timestamptz; marked text;
  -- What is done by one verb is one set, unless it is part of a larger one.
  set_id uuid := coalesce(nullif(current_setting('app.change_set', true), '')::uuid, gen_random_uuid());
  actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
  organisation uuid := nullif(current_setting('app.organisation', true), '')::uuid;
  via text := coalesce(nullif(current_setting('app.via', true), ''), 'DATABASE');
begin
  marked := set_config('app.sealed', pg_current_xact_id()::text, true);
  for waiting in
    with mine as (delete from change_buffer b where b.xid = pg_current_xact_id() returning b.*)
    select m.*, lag(m.partnership_id) over w is distinct from m.partnership_id as is_first,
      lead(m.partnership_id) over w is distinct from m.partnership_id as is_last
    from mine m window w as (order by m.partnership_id, m.n) order by m.partnership_id, m.n
  loop
    if waiting.is_first then
      -- A lock of its own, since the row may not be there yet: nobody else can be about to make it.
      perform pg_advisory_xact_lock(hashtextextended('seal ' || waiting.partnership_id, 0));
      select * into counter from partnership_counters c where c.partnership_id = waiting.partnership_id for update;
      if not found then
        insert into partnership_counters (partnership_id) values (waiting.partnership_id) returning * into counter;
      end if;
      now_at := clock_timestamp();
      -- Only a role that owns the log may write history with another date (a demonstration, a migration of old papers).
      if nullif(current_setting('app.at', true), '') is not null and pg_has_role(session_user, current_user, 'member') then
        now_at := current_setting('app.at')::timestamptz;
      end if;
    end if;
    counter.seq := counter.seq + 1;
    row := (waiting.partnership_id, counter.seq, set_id, now_at, actor, organisation, via,
      waiting.item_type, waiting.item_id, waiting.about_id, waiting.kind, waiting.before, waiting.after,
      waiting.audience_id, waiting.audience_before_id, waiting.plan_id, waiting.other_plan_id, waiting.board_id, null)::changes;
    counter.head_hash := sha256(counter.head_hash || convert_to(change_canonical(row), 'UTF8'));
    row.hash := counter.head_hash;
    insert into changes values (row.*);
    if waiting.is_last then
      update partnership_counters c set seq = counter.seq, head_hash = counter.head_hash where c.partnership_id = counter.partnership_id;
      partnership := counter.partnership_id; number := counter.seq;
      return next;
    end if;
  end loop;
end $$;

create or replace function record_change() returns trigger language plpgsql security definer set search_path = public as $$
declare
  was jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) end;
  now jsonb := case when tg_op = 'DELETE' then null else to_jsonb(new) end;
  it jsonb := coalesce(now, was);
  marked text;
begin
  -- An update that changes nothing but its own bookkeeping is not told.
  insert into change_buffer (partnership_id, item_type, item_id, about_id, kind, before, after, audience_id, audience_before_id, plan_id, other_plan_id, board_id)
  select (it ->> 'partnership_id')::uuid, tg_argv[0], (it ->> 'id')::uuid, (it ->> tg_argv[1])::uuid,
    case when tg_op = 'INSERT' then 'CREATED' when tg_op = 'DELETE' then 'REMOVED'
      when was ->> 'archived_at' is null and now ->> 'archived_at' is not null then 'ARCHIVED'
      when was ->> 'archived_at' is not null and now ->> 'archived_at' is null then 'RESTORED'
      else 'UPDATED' end,
    d.differs, now, (it ->> 'audience_id')::uuid, (was ->> 'audience_id')::uuid,
    case when tg_argv[0] = 'Plan' then (it ->> 'id')::uuid else (it ->> 'plan_id')::uuid end,
    (it ->> 'to_plan_id')::uuid,
    case when tg_argv[0] = 'Board' then (it ->> 'id')::uuid else (it ->> 'board_id')::uuid end
  from (select case when tg_op = 'UPDATE'
    then (select jsonb_object_agg(key, value) from jsonb_each(was) e
      where now -> e.key is distinct from e.value and e.key not in ('version', 'updated_at'))
    else was end as differs) d
  where tg_op <> 'UPDATE' or d.differs is not null;
  -- What is written after a seal waits for another.
  if found and coalesce(current_setting('app.sealed', true), '') <> '' then marked := set_config('app.sealed', '', true); end if;
  return null;
end $$;
`);
  }

  /** The functions do the same with the index of before. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
alter table change_buffer drop constraint change_buffer_pkey, add primary key (n);
create index change_buffer_xid on change_buffer (xid);
`);
  }
}
