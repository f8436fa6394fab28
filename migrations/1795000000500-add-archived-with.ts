import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['priorities', 'workstreams', 'actions', 'risks', 'mitigations', 'external_dependencies'];

/** With what an item was put away, where it was not by itself: restoring that one brings back what went with it. */
export class AddArchivedWith1795000000500 implements MigrationInterface {
  name = 'AddArchivedWith1795000000500';

  async up(db: QueryRunner): Promise<void> {
    for (const table of tables)
      await db.query(`
alter table ${table} add column archived_with_id uuid;
create index ${table}_archived_with on ${table} (archived_with_id) where archived_with_id is not null;
`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of tables) await db.query(`alter table ${table} drop column archived_with_id`);
  }
}
