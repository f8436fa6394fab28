import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which organisations watch what no partner controls, and what each was told and has not noted yet. */
export class CreateWatches1795000001100 implements MigrationInterface {
  name = 'CreateWatches1795000001100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table watches (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null, audience_id uuid not null references audiences(id),
  version int not null default 1, archived_at timestamptz,
  created_at timestamptz not null default clock_timestamp(), updated_at timestamptz not null default clock_timestamp(),
  plan_id uuid references plans(id), external_dependency_id uuid not null references external_dependencies(id),
  organisation_id uuid not null references organisations(id),
  moved_at timestamptz, was_expected text, was_expected_on date
);
create unique index watches_one on watches (external_dependency_id, organisation_id);
create index watches_organisation on watches (organisation_id, external_dependency_id) where archived_at is null;
create index external_dependencies_expected on external_dependencies
  (partnership_id, (status = 'BLUE'), (coalesce(timing_end, 'infinity'::date)), id) where archived_at is null;
select attach_to_log('watches', 'Watch', 'external_dependency_id');
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index external_dependencies_expected; drop table watches');
  }
}
