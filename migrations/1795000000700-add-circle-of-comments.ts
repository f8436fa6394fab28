import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Among whom a remark was made, where that was narrower than the partnership: it stays among them when its item is opened. */
export class AddCircleOfComments1795000000700 implements MigrationInterface {
  name = 'AddCircleOfComments1795000000700';

  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table comments add column own_audience_id uuid references audiences');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table comments drop column own_audience_id');
  }
}
