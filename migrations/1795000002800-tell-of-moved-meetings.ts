import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever read when and where a meeting was to be is told what it was moved from, and why. */
export class TellOfMovedMeetings1795000002800 implements MigrationInterface {
  name = 'TellOfMovedMeetings1795000002800';

  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table meetings add column moved jsonb');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table meetings drop column moved');
  }
}
