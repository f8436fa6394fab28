import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lists tell of a part, beside what it holds; and files that are read piece by piece. */
export class AddOutlines1795000003200 implements MigrationInterface {
  name = 'AddOutlines1795000003200';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
-- Titles and files of what the part holds, as JSON. What was prepared before is outlined from the document itself.
alter table publication_contents add column outline text;

-- Bytes that are compressed as a whole would be unpacked from their beginning for each piece.
alter table stored_files alter column bytes set storage external;
alter table publication_files alter column bytes set storage external;
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
alter table publication_files alter column bytes set storage extended;
alter table stored_files alter column bytes set storage extended;
alter table publication_contents drop column outline;
`);
  }
}
