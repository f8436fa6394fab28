import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The second notice of business in private (SI 2012/2089, regulation 5(4) and (5)), and what it tells. */
export class AddFurtherNotice1795000003360 implements MigrationInterface {
  name = 'AddFurtherNotice1795000003360';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
alter table board_rules add column private_meeting_further_notice_clear_days int;
-- It has bound every executive all along: none has to take it over first.
update board_rules set private_meeting_further_notice_clear_days = 5 where profile = 'COUNCIL_EXECUTIVE';
alter table forward_plan_entries add column representations text, add column representations_response text;
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
alter table forward_plan_entries drop column representations_response, drop column representations;
alter table board_rules drop column private_meeting_further_notice_clear_days;
`);
  }
}
