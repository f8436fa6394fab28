import type { Row } from '../../platform/db/base.js';
import type { Values, Work } from '../../platform/db/work.js';
import { conflict, invalidInput } from '../../platform/graphql/errors.js';
import type { EntityClass } from '../../platform/reading/tables.js';
import { circle } from '../organisations/administration.service.js';
import { Board } from './board.entity.js';
import { authoriseKeepingRules } from './board-rules.policy.js';

type BoardRow = Board & Row;

/** What a board has of its own of something that is shipped: one row or none, whose id follows from the board’s. */
interface OwnCopy {
  readonly entity: EntityClass;
  readonly id: string;
  readonly board: BoardRow;
  readonly current: Row | null;
}

/** The board is held first: of two who make their own copy at once, the second finds what the first made. */
export async function ownCopyToKeep(
  work: Work,
  entity: EntityClass,
  boardId: string,
  idOf: (boardId: string) => string,
): Promise<OwnCopy> {
  const board = await work.lock<Board>(Board, boardId);
  const { partnershipId } = board;
  authoriseKeepingRules(work.viewer.position, { boardId, partnershipId });
  await work.actFor(partnershipId, null);
  const id = idOf(boardId);
  const known = await work.find(entity, id);
  return { entity, id, board, current: known && (await work.lock(entity, id)) };
}

/** Makes it or changes it. `clash` names what whoever saw none yet is shown of the one that stands. */
export async function writeOwnCopy<T>(
  work: Work,
  { entity, id, board, current }: OwnCopy,
  values: Values,
  expectedVersion: number,
  { clash, seenBy }: { clash: string; seenBy: 'EVERYONE' | 'PARTNERSHIP' },
): Promise<T & Row> {
  if (current && expectedVersion === 0)
    throw conflict([
      {
        ...{ field: clash, base: null, theirs: current[clash], yours: values[clash] ?? null },
        theirVersion: current['version'] as number,
      },
    ]);
  if (!current && expectedVersion > 0)
    throw invalidInput([{ field: 'expectedVersion', message: 'The board has none of its own yet: send 0.' }]);
  const { id: boardId, partnershipId } = board;
  if (current) return work.update<T>(entity, current, { ...values }, { version: expectedVersion });
  const audienceId = await circle(work, partnershipId, seenBy);
  return work.insert<T>(entity, { ...values, id, boardId, partnershipId, audienceId });
}
