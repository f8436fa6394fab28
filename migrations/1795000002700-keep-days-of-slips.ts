import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What slips gives up the days that were set for the meeting it leaves: they stay with the slip, for when it comes back. */
export class KeepDaysOfSlips1795000002700 implements MigrationInterface {
  name = 'KeepDaysOfSlips1795000002700';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
alter table forward_plan_slips add column draft_report_due_on date, add column dispatch_on date;
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table forward_plan_slips drop column draft_report_due_on, drop column dispatch_on');
  }
}
