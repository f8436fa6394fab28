import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a promise between two parties says: by when it is needed and what happens otherwise, by when it is promised and how surely. */
export class AddPromisedDays1795000000800 implements MigrationInterface {
  name = 'AddPromisedDays1795000000800';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
alter table cross_references
  add column needed_by date, add column if_late text, add column promised_by date,
  add column confidence text check (confidence in ('HIGH','MEDIUM','LOW')),
  drop constraint cross_references_status_check,
  add constraint cross_references_status_check check (status in ('PROPOSED','COUNTERED','CONFIRMED','DISPUTED'));
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
alter table cross_references
  drop column needed_by, drop column if_late, drop column promised_by, drop column confidence,
  drop constraint cross_references_status_check,
  add constraint cross_references_status_check check (status in ('PROPOSED','CONFIRMED','DISPUTED')) not valid;
`);
  }
}
