import type { Row } from '../../platform/db/base.js';
import type { FieldRead } from '../../platform/reading/fields.js';
import type { Reader } from '../../platform/reading/reader.js';
import type { EntityClass } from '../../platform/reading/tables.js';
import { columnList, sourceOf, tableOf } from '../../platform/reading/tables.js';

/** The own copies that some boards have, by board. */
export async function ownCopies<T>(
  reader: Reader,
  entity: EntityClass,
  boardIds: readonly string[],
): Promise<Map<string, Row & T>> {
  if (boardIds.length === 0) return new Map();
  const table = tableOf(entity);
  const rows = await reader.query<Row & T & { boardId: string }>(
    `select ${columnList(table, table.columns.keys(), 't')} from ${sourceOf(table, reader)} t where t.board_id = any($1::uuid[])`,
    [boardIds],
  );
  return new Map(rows.map((row) => [row.boardId, row]));
}

/** A board’s own copy, or what is shipped, at version 0, since the day the board was made and under the id its own will have. */
export const ownOrShipped = (
  entity: EntityClass,
  idOf: (boardId: string) => string,
  shipped: () => object,
): FieldRead => ({
  needs: ['partnershipId', 'createdAt'],
  read: async ({ rows, reader, give, into }) => {
    const own = await ownCopies(
      reader,
      entity,
      rows.map(({ id }) => id),
    );
    const all = rows.map(
      (board): Row =>
        own.get(board.id) ?? {
          ...shipped(),
          ...{ id: idOf(board.id), boardId: board.id, partnershipId: board['partnershipId'], version: 0 },
          ...{ createdAt: board['createdAt'], updatedAt: board['createdAt'], archivedAt: null },
        },
    );
    await into(tableOf(entity).type, all);
    for (const [i, board] of rows.entries()) give(board, all[i]);
  },
});
