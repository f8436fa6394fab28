import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far each partnership has been told what a calendar day moved by beginning. */
export class CreateDaysBegun1795000000400 implements MigrationInterface {
  name = 'CreateDaysBegun1795000000400';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table days_begun (partnership_id uuid primary key, day date not null);
grant select, insert, update on days_begun to accord_server;
-- Seats and posts change hands by date alone: with each day, every process looks again at who its sockets belong to.
create trigger days_begun_rights after insert or update on days_begun for each statement execute function bump_rights();
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table days_begun');
  }
}
