import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is attached to reports and to items of agendas; the files themselves, by their content; and what was found in a file on its way. */
export class CreateAttachments1795000002000 implements MigrationInterface {
  name = 'CreateAttachments1795000002000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
-- Told where its report or its item is told: holder_id is the one it hangs on.
create table attachments (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null, audience_id uuid not null references audiences(id),
  version int not null default 1, archived_at timestamptz,
  created_at timestamptz not null default clock_timestamp(), updated_at timestamptz not null default clock_timestamp(),
  report_id uuid references reports(id), agenda_item_id uuid references agenda_items(id),
  holder_id uuid not null generated always as (coalesce(report_id, agenda_item_id)) stored,
  board_id uuid not null references boards(id), meeting_id uuid references meetings(id),
  position double precision not null, title text not null, alt_text text, file_name text not null,
  kind text not null check (kind in ('PDF','PNG','JPEG','WORD','EXCEL','POWERPOINT')),
  bytes int not null, sha256 text not null, pages int, width int, height int,
  found_inside jsonb not null default '[]', attached_by_id uuid references people(id),
  check (num_nonnulls(report_id, agenda_item_id) = 1)
);
create index attachments_holder on attachments (holder_id, position, id);
create index attachments_report on attachments (report_id);
create index attachments_item on attachments (agenda_item_id);
create index attachments_sha256 on attachments (sha256);
select attach_to_log('attachments', 'Attachment', 'holder_id');

-- Once for the same content, wherever the bytes are kept: here, or under the same name in a store beside the database.
-- What nothing came to be attached from is swept after a day.
create table stored_files (
  sha256 text primary key, size int not null, bytes bytea,
  is_attached boolean not null default false, noted_at timestamptz not null default now()
);
grant select, insert, update, delete on stored_files to accord_server;
create index stored_files_loose on stored_files (noted_at) where not is_attached;

-- A file on its way is either to be imported, or to be attached after what is in it was shown.
alter table uploads add column purpose text not null default 'IMPORT' check (purpose in ('IMPORT','ATTACHMENT')), add column looked jsonb;
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
alter table uploads drop column looked, drop column purpose;
drop table stored_files, attachments;
`);
  }
}
