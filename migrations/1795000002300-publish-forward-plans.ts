import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Forward plans that are published, the notice that is given by them, and who builds what was prepared. */
export class PublishForwardPlans1795000002300 implements MigrationInterface {
  name = 'PublishForwardPlans1795000002300';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
alter table publications alter column meeting_id drop not null,
  drop constraint publications_kind_check,
  add constraint publications_kind_check check (kind in ('AGENDA','SUPPLEMENT','FORWARD_PLAN')),
  add constraint publications_of_check check ((kind = 'FORWARD_PLAN') = (meeting_id is null));
alter table publication_parts alter column meeting_id drop not null;
create index publications_of_board on publications (board_id, created_at, id) where meeting_id is null;
create unique index publications_number_of_board on publications (board_id, number) where meeting_id is null;

alter table forward_plan_entries
  add column documents text[] not null default '{}', add column contact text, add column private_reason text,
  add column notice_exception text check (notice_exception in ('GENERAL_EXCEPTION','SPECIAL_URGENCY')),
  add column notice_exception_reason text;

-- What is still to be built, and until when whoever builds it is believed to be alive. It tells nothing of what it is.
create table publication_builds (
  publication_id uuid primary key references publications(id), partnership_id uuid not null,
  taken_until timestamptz not null default '-infinity', starts int not null default 0,
  origin text not null default ''
);
grant select, insert, update, delete on publication_builds to accord_server;
`);
    // What was being built while the server was exchanged is taken up again. The tables’ owner sees it for that alone.
    await db.query(`
alter table publications no force row level security;
insert into publication_builds (publication_id, partnership_id)
  select id, partnership_id from publications where status = 'BUILDING' and archived_at is null;
alter table publications force row level security;
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
drop table publication_builds;
alter table forward_plan_entries drop column documents, drop column contact, drop column private_reason,
  drop column notice_exception, drop column notice_exception_reason;
drop index publications_of_board, publications_number_of_board;
alter table publication_parts alter column meeting_id set not null;
alter table publications drop constraint publications_of_check, drop constraint publications_kind_check,
  add constraint publications_kind_check check (kind in ('AGENDA','SUPPLEMENT')), alter column meeting_id set not null;
`);
  }
}
