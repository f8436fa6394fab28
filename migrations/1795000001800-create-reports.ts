import type { MigrationInterface, QueryRunner } from 'typeorm';

const item = `
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null, audience_id uuid not null references audiences(id),
  version int not null default 1, archived_at timestamptz,
  created_at timestamptz not null default clock_timestamp(), updated_at timestamptz not null default clock_timestamp()`;

/** What belongs to a report is told where the report is told: within its meeting and its board. */
const part = `${item},
  report_id uuid not null references reports(id), board_id uuid not null references boards(id), meeting_id uuid references meetings(id)`;

const underAudience = (table: string, rights: string) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy see on ${table} using (audience_id = any ((select viewer_audiences())::uuid[]));
grant ${rights} on ${table} to accord_server;`;

/** Reports to boards: their recommendations, their text as it is written together, the versions kept of it, and who cleared it. */
export class CreateReports1795000001800 implements MigrationInterface {
  name = 'CreateReports1795000001800';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table reports (${item}, own_audience_id uuid references audiences(id),
  board_id uuid not null references boards(id), meeting_id uuid references meetings(id),
  agenda_item_id uuid references agenda_items(id), forward_plan_entry_id uuid references forward_plan_entries(id),
  title text not null, template text not null, template_version int not null,
  lead_organisation_id uuid not null references organisations(id),
  author_organisation_ids uuid[] not null default '{}', author_ids uuid[] not null default '{}',
  sponsor_id uuid references people(id), draft_due_on date,
  text_changed_at timestamptz, text_changed_by_id uuid references people(id),
  signed_off_at timestamptz, signed_off_by_id uuid references people(id), signed_off_hash text,
  check (agenda_item_id is not null or forward_plan_entry_id is not null),
  check ((signed_off_at is null) = (signed_off_hash is null))
);
create index reports_item on reports (agenda_item_id);
create index reports_entry on reports (forward_plan_entry_id);
create index reports_meeting on reports (meeting_id);
create index reports_authors on reports using gin (author_ids);
create index reports_sponsor on reports (sponsor_id);
select attach_to_log('reports', 'Report', 'agenda_item_id');

create table report_recommendations (${part},
  position double precision not null, verb text check (verb in ('NOTE','APPROVE','CONSIDER','AGREE')), text text not null
);
create index report_recommendations_report on report_recommendations (report_id, position, id);
select attach_to_log('report_recommendations', 'ReportRecommendation', 'report_id');

create table report_clearances (${part},
  kind text not null check (kind in ('FINANCE','LEGAL','QUALITY')), organisation_id uuid not null references organisations(id),
  person_id uuid references people(id), status text not null default 'REQUESTED' check (status in ('REQUESTED','CLEARED','CHANGES_WANTED')),
  due_on date, asked_by_id uuid references people(id), answered_by_id uuid references people(id), answered_at timestamptz,
  note text, text_hash text,
  check ((status = 'REQUESTED') = (text_hash is null))
);
create index report_clearances_report on report_clearances (report_id, kind, created_at, id);
create index report_clearances_person on report_clearances (person_id);
create unique index report_clearances_one on report_clearances (report_id, kind, organisation_id) where archived_at is null;
select attach_to_log('report_clearances', 'ReportClearance', 'report_id');

create table report_versions (${part},
  reason text not null check (reason in ('KEPT','CLEARED','SIGNED_OFF')), note text, text_hash text not null,
  kept_by_id uuid references people(id)
);
create index report_versions_report on report_versions (report_id, created_at, id);
select attach_to_log('report_versions', 'ReportVersion', 'report_id');

-- What a version holds, written once beside it; the log holds its hash.
create table report_version_contents (
  id uuid primary key references report_versions(id), audience_id uuid not null references audiences(id), document text not null
);
${underAudience('report_version_contents', 'select, insert, update (audience_id)')}

-- The text as it is written: gathered up to one number, and each piece written since. Not in the log, where each key pressed would stand.
create table report_texts (
  id uuid primary key references reports(id), audience_id uuid not null references audiences(id),
  state bytea not null, gathered_seq int not null default 0, seq int not null default 0,
  content_hash text not null, told_hash text not null
);
${underAudience('report_texts', 'select, insert, update')}

create table report_updates (
  id uuid not null references report_texts(id), seq int not null, audience_id uuid not null references audiences(id),
  piece bytea not null, person_id uuid references people(id), at timestamptz not null default clock_timestamp(), primary key (id, seq)
);
${underAudience('report_updates', 'select, insert, delete, update (audience_id)')}

-- A person who is named as author, sponsor or for a clearance may do something of their own: who they are is worked out anew.
create trigger reports_rights_insert after insert on reports for each row
  when (new.author_ids <> '{}' or new.sponsor_id is not null) execute function bump_rights();
create trigger reports_rights_update after update on reports for each row
  when (old.author_ids is distinct from new.author_ids or old.sponsor_id is distinct from new.sponsor_id) execute function bump_rights();
create trigger report_clearances_rights_insert after insert on report_clearances for each row
  when (new.person_id is not null) execute function bump_rights();
create trigger report_clearances_rights_update after update on report_clearances for each row
  when (old.person_id is distinct from new.person_id) execute function bump_rights();
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
drop table report_updates, report_texts, report_version_contents, report_versions, report_clearances, report_recommendations, reports;
`);
  }
}
