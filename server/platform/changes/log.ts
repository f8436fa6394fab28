import type { Row } from '../db/base.js';
import type { Reader } from '../reading/reader.js';

/** A row of the log in the names the code uses. */
export interface ChangeRow extends Row {
  seq: number;
  partnershipId: string;
  at: string;
  actorId: string | null;
  organisationId: string | null;
  itemType: string;
  itemId: string;
  aboutId: string | null;
  kind: string;
  audienceId: string;
  audienceBeforeId: string | null;
  planId: string | null;
  otherPlanId: string | null;
  boardId: string | null;
  /** All that meet, where it stands in a meeting of several boards. */
  boardIds: string[] | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

export const CHANGE_COLUMNS = `
  c.partnership_id || ':' || c.seq as id, c.seq, c.partnership_id as "partnershipId", c.at, c.actor_id as "actorId",
  c.organisation_id as "organisationId", c.item_type as "itemType", c.item_id as "itemId", c.about_id as "aboutId", c.kind,
  c.audience_id as "audienceId", c.audience_before_id as "audienceBeforeId", c.plan_id as "planId",
  c.other_plan_id as "otherPlanId", c.board_id as "boardId",
  case when c.board_id is not null then boards_of_change(c.partnership_id, c.item_id, c.plan_id) end as "boardIds"`;

/** What changed is only read when somebody asks: it holds whole rows. */
export const CHANGE_CONTENT = `, c.before, c.after`;

/** Entries after a number, oldest first, of those this reader may see. */
export function changesAfter(
  reader: Pick<Reader, 'query'>,
  partnershipId: string,
  seq: number,
  limit: number,
  content: boolean,
): Promise<ChangeRow[]> {
  return reader.query<ChangeRow>(
    `select ${CHANGE_COLUMNS}${content ? CHANGE_CONTENT : ''} from changes c where c.partnership_id = $1 and c.seq > $2 order by c.seq limit $3`,
    [partnershipId, seq, limit],
  );
}

/** Whether an entry concerns a partnership, a plan or a board. */
export const isWithin = (change: ChangeRow, within: string): boolean =>
  change.partnershipId === within ||
  change.planId === within ||
  change.otherPlanId === within ||
  change.boardId === within ||
  change.boardIds?.includes(within) === true;
