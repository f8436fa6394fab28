import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A change in a joint meeting is told to those who follow any of the boards that meet, not only the one that convenes:
 * the log names one board, and which others meet is asked of the meeting, or of the line planned for it.
 */
export class CreateBoardsOfChange1795000002500 implements MigrationInterface {
  name = 'CreateBoardsOfChange1795000002500';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
-- Looks with every audience: whoever is told that something went out of their sight no longer sees the meeting it stood in.
create function boards_of_change(of_partnership uuid, of_item uuid, stands_in uuid) returns uuid[]
language plpgsql security definer set search_path = public as $$
declare
  own text := current_setting('app.audiences', true);
  boards uuid[];
begin
  perform set_config('app.audiences', every_audience(of_partnership), true);
  boards := coalesce(
    (select e.board_ids from forward_plan_entries e where e.id = of_item),
    (select m.board_ids from meetings m where m.id = stands_in));
  perform set_config('app.audiences', coalesce(own, ''), true);
  return boards;
end $$;
revoke execute on function boards_of_change(uuid, uuid, uuid) from public;
grant execute on function boards_of_change(uuid, uuid, uuid) to accord_server;
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function boards_of_change(uuid, uuid, uuid)');
  }
}
