import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From which score on a risk is proposed for a board’s agenda. */
export class AddScoreOfRisks1795000003250 implements MigrationInterface {
  name = 'AddScoreOfRisks1795000003250';

  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table board_rules add column proposes_risks_from int not null default 15');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table board_rules drop column proposes_risks_from');
  }
}
