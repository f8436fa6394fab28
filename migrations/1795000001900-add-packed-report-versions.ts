import type { MigrationInterface, QueryRunner } from 'typeorm';

const reasons = (allowed: string, more = '') => `
alter table report_versions drop constraint report_versions_reason_check;
alter table report_versions add constraint report_versions_reason_check check (reason in (${allowed}))${more};`;

/** A version of a report is kept when the report goes into a pack, so that what was printed can be read again. */
export class AddPackedReportVersions1795000001900 implements MigrationInterface {
  name = 'AddPackedReportVersions1795000001900';

  async up(db: QueryRunner): Promise<void> {
    await db.query(reasons(`'KEPT','CLEARED','SIGNED_OFF','IN_PACK'`));
  }

  /** What was kept stays kept: a version is never written anew. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(reasons(`'KEPT','CLEARED','SIGNED_OFF'`, ' not valid'));
  }
}
