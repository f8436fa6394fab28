import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A board’s own copy of the rules it works under, and who may sit in for the holder of a seat. */
export class CreateBoardRules1795000001600 implements MigrationInterface {
  name = 'CreateBoardRules1795000001600';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table board_rules (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null, audience_id uuid not null references audiences(id),
  version int not null default 1, archived_at timestamptz,
  created_at timestamptz not null default clock_timestamp(), updated_at timestamptz not null default clock_timestamp(),
  board_id uuid not null references boards(id), profile text not null, template_version int not null,
  notice_clear_days int not null, counting text not null,
  key_decision_notice_clear_days int, private_meeting_notice_clear_days int,
  questions_by_clear_days int, longest_question_words int, most_questions int,
  draft_reports_by_working_days int not null, clearances_by_working_days int not null,
  quorum jsonb not null, exemptions jsonb not null, exclusion_wording text not null, standing_items jsonb not null,
  retention text not null, says_restricted_gap boolean not null, late_items_need_chair_reason boolean not null
);
create unique index board_rules_one on board_rules (board_id);
select attach_to_log('board_rules', 'BoardRules', 'board_id');

alter table seats add column deputy_ids uuid[] not null default '{}';
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table seats drop column deputy_ids; drop table board_rules');
  }
}
