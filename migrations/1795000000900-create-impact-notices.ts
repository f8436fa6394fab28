import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an organisation is told when what it counts on will not be there as promised, and what it answers. */
export class CreateImpactNotices1795000000900 implements MigrationInterface {
  name = 'CreateImpactNotices1795000000900';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table impact_notices (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null, audience_id uuid not null references audiences(id),
  version int not null default 1, archived_at timestamptz,
  created_at timestamptz not null default clock_timestamp(), updated_at timestamptz not null default clock_timestamp(),
  plan_id uuid references plans(id), to_plan_id uuid references plans(id),
  cross_reference_id uuid not null references cross_references(id), organisation_id uuid not null references organisations(id),
  reasons text[] not null, was_due_on date, is_due_on date,
  status text not null default 'OPEN' check (status in ('OPEN','ACCEPTED','NEW_DATE','DISPUTED','LAPSED')),
  note text, new_due_on date, answered_by_id uuid references people(id), answered_at timestamptz
);
create unique index impact_notices_open on impact_notices (cross_reference_id, organisation_id) where status = 'OPEN';
create index impact_notices_reference on impact_notices (cross_reference_id, id);
create index impact_notices_organisation on impact_notices (organisation_id, created_at, id);
select attach_to_log('impact_notices', 'ImpactNotice', 'cross_reference_id');
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table impact_notices');
  }
}
