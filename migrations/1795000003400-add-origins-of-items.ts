import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an entry or an item of an agenda reports on may be said by hand, of an item without an entry too. */
export class AddOriginsOfItems1795000003400 implements MigrationInterface {
  name = 'AddOriginsOfItems1795000003400';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
-- Told where what it hangs on is told: holder_id is the entry or the item, meeting_id the meeting that stood in when this
-- was last written. An item that came from an entry reports on what the entry does, and has none of its own.
alter table agenda_origins alter column entry_id drop not null,
  add column agenda_item_id uuid references agenda_items(id),
  add column holder_id uuid not null generated always as (coalesce(entry_id, agenda_item_id)) stored,
  add column meeting_id uuid references meetings(id),
  add column is_by_hand boolean not null default false,
  add constraint agenda_origins_one_holder check (num_nonnulls(entry_id, agenda_item_id) = 1),
  add constraint agenda_origins_by_hand check (case when is_by_hand
    then kind = 'PRIORITY_DUE' and item_type = 'Priority' and not gave_the_words else agenda_item_id is null end);
create index agenda_origins_agenda_item on agenda_origins (agenda_item_id);
create unique index agenda_origins_once_by_hand on agenda_origins (holder_id, item_id) where is_by_hand and archived_at is null;
drop trigger record on agenda_origins;
create trigger record after insert or update or delete on agenda_origins for each row execute function record_change('AgendaOrigin', 'holder_id');

create function stand_in_meeting() returns trigger language plpgsql set search_path = public as $$
begin
  new.meeting_id := coalesce((select e.meeting_id from forward_plan_entries e where e.id = new.entry_id),
    (select i.meeting_id from agenda_items i where i.id = new.agenda_item_id));
  return new;
end $$;
revoke execute on function stand_in_meeting() from public;
create trigger stand before insert or update on agenda_origins for each row execute function stand_in_meeting();
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
drop trigger stand on agenda_origins;
drop function stand_in_meeting();
drop trigger record on agenda_origins;
create trigger record after insert or update or delete on agenda_origins for each row execute function record_change('AgendaOrigin', 'entry_id');
delete from agenda_origins where agenda_item_id is not null;
alter table agenda_origins drop constraint agenda_origins_by_hand, drop constraint agenda_origins_one_holder,
  drop column is_by_hand, drop column meeting_id, drop column holder_id, drop column agenda_item_id,
  alter column entry_id set not null;
`);
  }
}
