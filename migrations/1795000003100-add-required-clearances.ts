import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which clearances a board wants before its reports go out, and why a report was signed off with something left to put right. */
export class AddRequiredClearances1795000003100 implements MigrationInterface {
  name = 'AddRequiredClearances1795000003100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
alter table report_templates add column required_clearances text[] not null default '{}'
  check (required_clearances <@ array['FINANCE','LEGAL','QUALITY']);
alter table reports add column signed_off_despite text check (signed_off_despite is null or signed_off_at is not null);
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
alter table reports drop column signed_off_despite;
alter table report_templates drop column required_clearances;
`);
  }
}
