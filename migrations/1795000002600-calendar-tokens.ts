import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calendars follow an address and show no header: a token of their own, good for that alone, stands in it. */
export class CalendarTokens1795000002600 implements MigrationInterface {
  name = 'CalendarTokens1795000002600';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
alter table tokens drop constraint tokens_scope_check,
  add constraint tokens_scope_check check (scope in ('READ','WRITE','CALENDAR'));
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
delete from tokens where scope = 'CALENDAR';
alter table tokens drop constraint tokens_scope_check,
  add constraint tokens_scope_check check (scope in ('READ','WRITE'));
`);
  }
}
