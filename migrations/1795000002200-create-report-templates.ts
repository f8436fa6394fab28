import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A board’s own copy of the template its reports follow; a report that began with one keeps it as it was then. */
export class CreateReportTemplates1795000002200 implements MigrationInterface {
  name = 'CreateReportTemplates1795000002200';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table report_templates (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null, audience_id uuid not null references audiences(id),
  version int not null default 1, archived_at timestamptz,
  created_at timestamptz not null default clock_timestamp(), updated_at timestamptz not null default clock_timestamp(),
  board_id uuid not null references boards(id), title text not null, sections jsonb not null
);
create unique index report_templates_one on report_templates (board_id);
select attach_to_log('report_templates', 'BoardReportTemplate', 'board_id');

alter table reports add column own_template jsonb;
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table reports drop column own_template; drop table report_templates');
  }
}
