import { forbidden } from '../../platform/graphql/errors.js';
import { administers, holds, type Position } from '../../platform/policy/viewer.js';
import type { Reader } from '../../platform/reading/reader.js';
import { runsBoard } from '../plans/plan.policy.js';

/** What decides who may freeze a map in a partnership. */
export interface FreezingFacts {
  partnershipId: string;
  /** The viewer’s own organisations in it. */
  ownOrganisationIds: readonly string[];
  /** Its boards that the viewer has a seat on. */
  ownBoardIds: readonly string[];
}

/** A lead of any partner, an officer of any of its boards, or an administrator: whoever writes papers. */
export const mayFreeze = (
  viewer: Position,
  { partnershipId, ownOrganisationIds, ownBoardIds }: FreezingFacts,
): boolean =>
  administers(viewer, partnershipId) ||
  holds(viewer, ownOrganisationIds, 'CREATE') ||
  ownBoardIds.some((id) => runsBoard(viewer, id));

export function authoriseFreezing(viewer: Position, facts: FreezingFacts): void {
  if (!mayFreeze(viewer, facts))
    throw forbidden(
      'Only a lead of a partner organisation, an officer of a board, or an administrator of the partnership may freeze a map.',
    );
}

/** What decides who may withdraw a frozen copy. */
export interface FrozenFacts {
  partnershipId: string;
  organisationId: string | null;
  frozenById: string | null;
  /** The board of the plan that it is a map of. */
  boardId: string | null;
}

/** `personId` is who asks; live changes are told to a position, in which nobody froze it. */
export const mayWithdraw = (viewer: Position, personId: string | null, facts: FrozenFacts): boolean =>
  (personId !== null && facts.frozenById === personId) ||
  holds(viewer, [facts.organisationId], 'ARCHIVE') ||
  runsBoard(viewer, facts.boardId) ||
  administers(viewer, facts.partnershipId);

export function authoriseWithdrawing(viewer: Position, personId: string | null, facts: FrozenFacts): void {
  if (!mayWithdraw(viewer, personId, facts))
    throw forbidden(
      'Only whoever froze it, a lead of the organisation it was frozen for, an officer of the plan’s board, or an administrator of the partnership may withdraw this copy.',
    );
}

/** The boards of each plan that the viewer sees. */
export async function boardsOfPlans(
  reader: Reader,
  planIds: readonly (string | null)[],
): Promise<Map<string, string | null>> {
  const ids = [...new Set(planIds)].filter((id) => id !== null);
  if (ids.length === 0) return new Map();
  const rows = await reader.query<{ id: string; boardId: string | null }>(
    `select id, board_id as "boardId" from plans where id = any($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map(({ id, boardId }) => [id, boardId]));
}

/** Of the boards that the viewer has a seat on, those of each partnership. */
export async function ownBoards(reader: Reader): Promise<{ id: string; partnershipId: string }[]> {
  const seats = [...reader.viewer.position.seats.keys()];
  if (seats.length === 0) return [];
  return reader.query(`select id, partnership_id as "partnershipId" from boards where id = any($1::uuid[])`, [
    seats,
  ]);
}
