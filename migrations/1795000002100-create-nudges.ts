import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That somebody was asked for what they owe a meeting: told to those who see what it is about, and to nobody else. */
export class CreateNudges1795000002100 implements MigrationInterface {
  name = 'CreateNudges1795000002100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table nudges (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null, audience_id uuid not null references audiences(id),
  version int not null default 1, archived_at timestamptz,
  created_at timestamptz not null default clock_timestamp(), updated_at timestamptz not null default clock_timestamp(),
  board_id uuid not null references boards(id), meeting_id uuid not null references meetings(id), kind text not null,
  agenda_item_id uuid references agenda_items(id), forward_plan_entry_id uuid references forward_plan_entries(id),
  report_id uuid references reports(id), clearance_id uuid references report_clearances(id),
  person_ids uuid[] not null default '{}', organisation_id uuid references organisations(id),
  nudged_on date not null, nudged_by_id uuid references people(id),
  check (num_nonnulls(agenda_item_id, forward_plan_entry_id, report_id) = 1),
  check (clearance_id is null or report_id is not null)
);
create index nudges_meeting on nudges (meeting_id, created_at, id);
create index nudges_report on nudges (report_id);
create index nudges_item on nudges (agenda_item_id);
create index nudges_entry on nudges (forward_plan_entry_id);
select attach_to_log('nudges', 'Nudge', 'meeting_id');
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table nudges');
  }
}
