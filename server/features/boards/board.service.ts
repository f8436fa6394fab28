import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { ruleBroken } from '../../platform/graphql/errors.js';
import type { ItemVersionInput } from '../actions/action.inputs.js';
import {
  administer,
  circle,
  emptied,
  lockToAdminister,
  putAway,
} from '../organisations/administration.service.js';
import { Partnership } from '../organisations/partnership.entity.js';
import { refuseCleared } from '../plans/plan.service.js';
import { checkAllHere } from '../plans/priority.service.js';
import { Board } from './board.entity.js';
import type { CreateBoardInput, UpdateBoardInput } from './board.inputs.js';
import { closesRing } from './board.rules.js';

type BoardRow = Board & Row;

export async function createBoard(work: Work, input: CreateBoardInput): Promise<BoardRow> {
  const { id, partnershipId, ...fields } = input;
  await administer(work, partnershipId);
  // A board that is new is overseen by nobody’s chain yet, so no ring can close through it.
  await checkAllHere(work, Board, partnershipId, input.reportsToIds, 'reportsToIds');
  const lists = { aliases: input.aliases ?? [], reportsToIds: distinct(input.reportsToIds ?? []) };
  const audienceId = await circle(work, partnershipId, 'EVERYONE');
  return work.insertOnce<Board>(Board, id, input, { ...fields, ...lists, partnershipId, audienceId });
}

export async function updateBoard(work: Work, input: UpdateBoardInput): Promise<BoardRow> {
  refuseCleared(input, ['name', 'kind']);
  const board = await lockToAdminister<Board>(work, Board, input.id);
  const { id: _, expectedVersion, ...patch } = input;
  const chain = emptied(patch.reportsToIds);
  if (chain) await checkChain(work, board, chain);
  const lists = { aliases: emptied(patch.aliases), reportsToIds: chain && distinct(chain) };
  return work.update<Board>(Board, board, { ...patch, ...lists }, { version: expectedVersion });
}

export async function archiveBoard(
  work: Work,
  input: ItemVersionInput,
  archived: boolean,
): Promise<BoardRow> {
  const board = await lockToAdminister<Board>(work, Board, input.id);
  return putAway<Board>(work, Board, board, input, archived);
}

async function checkChain(work: Work, board: BoardRow, chain: readonly string[]): Promise<void> {
  await checkAllHere(work, Board, board.partnershipId, chain, 'reportsToIds');
  // Who oversees whom in a partnership is changed by one hand at a time, so two changes can never close a ring between them.
  await work.lock(Partnership, board.partnershipId);
  const all = await work.query<{ id: string; above: string[] }>(
    `select id, reports_to_ids as above from boards where partnership_id = $1`,
    [board.partnershipId],
  );
  if (closesRing(board.id, chain, new Map(all.map((one) => [one.id, one.above]))))
    throw ruleBroken('NO_RINGS', 'A board cannot oversee itself, nor through the boards it oversees.');
}

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];
