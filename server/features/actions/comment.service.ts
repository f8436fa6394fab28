import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { invalidInput, notFound } from '../../platform/graphql/errors.js';
import { headOf } from '../cross-references/item.reads.js';
import { holdAudience, partnershipAudience } from '../plans/audience.service.js';
import type { ItemVersionInput } from './action.inputs.js';
import { Comment } from './comment.entity.js';
import type { CreateCommentInput } from './comment.inputs.js';
import { authoriseRemark, authoriseTakingBack } from './comment.policy.js';

type CommentRow = Comment & Row;

/** A row of its own: the item it is about, its version and its time of change stay as they are. */
export async function createComment(work: Work, input: CreateCommentInput): Promise<CommentRow> {
  const item = await headOf(work, input.itemId);
  if (!item || item.type !== input.itemType) throw notFound();
  const mine = await ownOrganisations(work, item.partnershipId);
  authoriseRemark(work.viewer.position, mine);
  if (input.text.trim() === '') throw invalidInput([{ field: 'text', message: 'A remark says something.' }]);
  const person = work.viewer.people.get(item.partnershipId);
  const home = person?.organisationId ?? null;
  const organisationId = home !== null && mine.includes(home) ? home : (mine[0] ?? null);
  const author = await work.actFor(item.partnershipId, organisationId);
  // Held until the end: the item is not narrowed while a remark is made under what it was.
  const audienceId = await holdAudience(work, item.type, item.id);
  if (!audienceId) throw notFound();
  return work.insertOnce<Comment>(Comment, input.id, input, {
    partnershipId: item.partnershipId,
    ...(await amongPartners(work, item.partnershipId, audienceId)),
    planId: item.planId,
    itemType: item.type,
    itemId: item.id,
    authorId: author.id,
    organisationId,
    text: input.text,
  });
}

export async function archiveComment(work: Work, input: ItemVersionInput): Promise<CommentRow> {
  const comment = await work.lock<Comment>(Comment, input.id);
  const person = work.viewer.people.get(comment.partnershipId);
  authoriseTakingBack(work.viewer.position, person?.id ?? null, comment);
  await work.actFor(comment.partnershipId, comment.organisationId);
  if (comment.archivedAt !== null) return comment;
  const patch = { archivedAt: new Date().toISOString() };
  return work.update<Comment>(Comment, comment, patch, { version: input.expectedVersion });
}

/** The organisations of the partnership that the viewer has a role in. */
async function ownOrganisations(work: Work, partnershipId: string): Promise<string[]> {
  const rows = await work.query<{ id: string }>(
    `select id from organisations where partnership_id = $1 and id = any($2::uuid[]) order by id`,
    [partnershipId, [...work.viewer.position.roles.keys()]],
  );
  return rows.map((row) => row.id);
}

/**
 * What is remarked among partners stays among them, also where the item itself is for everyone; and what is remarked
 * among fewer stays among those.
 */
async function amongPartners(
  work: Work,
  partnershipId: string,
  itemsAudienceId: string,
): Promise<Pick<Comment, 'ownAudienceId'> & { audienceId: string }> {
  const circle = await partnershipAudience(work, partnershipId);
  const [both] = await work.query<{ id: string }>(`select intersect_audiences($1, $2) as id`, [
    itemsAudienceId,
    circle,
  ]);
  const audienceId = both?.id ?? circle;
  return { audienceId, ownAudienceId: audienceId === circle ? null : audienceId };
}
