import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That two actions of two plans are not the same work, for all who see both: said once, and not asked again. */
export class CreateSameWorkDismissals1795000001200 implements MigrationInterface {
  name = 'CreateSameWorkDismissals1795000001200';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table same_work_dismissals (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null, audience_id uuid not null references audiences(id),
  version int not null default 1, archived_at timestamptz,
  created_at timestamptz not null default clock_timestamp(), updated_at timestamptz not null default clock_timestamp(),
  plan_id uuid not null references plans(id), to_plan_id uuid not null references plans(id),
  action_id uuid not null references actions(id), other_id uuid not null references actions(id),
  reason text, dismissed_by_id uuid references people(id), organisation_id uuid references organisations(id),
  check (action_id < other_id)
);
create unique index same_work_dismissals_one on same_work_dismissals (action_id, other_id) where archived_at is null;
create index same_work_dismissals_other on same_work_dismissals (other_id, action_id);
select attach_to_log('same_work_dismissals', 'SameWorkDismissal', null);
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table same_work_dismissals');
  }
}
