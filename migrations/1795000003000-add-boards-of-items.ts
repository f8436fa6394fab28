import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For which of the boards that meet an item of the agenda is. */
export class AddBoardsOfItems1795000003000 implements MigrationInterface {
  name = 'AddBoardsOfItems1795000003000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
-- Empty where an item is for all boards that meet.
alter table agenda_items add column board_ids uuid[] not null default '{}';
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table agenda_items drop column board_ids');
  }
}
