import { forbidden } from '../../platform/graphql/errors.js';
import { holds, type Position } from '../../platform/policy/viewer.js';
import type { CommentAbilities } from './comment.entity.js';

/** Any member of a partner organisation remarks on what they see, whatever their role. */
export function authoriseRemark(viewer: Position, partnerOrganisationIds: readonly string[]): void {
  if (!partnerOrganisationIds.some((id) => viewer.roles.has(id)))
    throw forbidden('Only members of a partner organisation may remark on this.');
}

interface Remark {
  authorId: string;
  organisationId: string | null;
}

/**
 * Whoever said it takes it back, or a lead of the organisation it was said for; nobody another organisation’s words.
 * `personId` is who asks; live changes are told to a position, in which nobody is the author.
 */
export const commentAbilities = (
  viewer: Position,
  personId: string | null,
  { authorId, organisationId }: Remark,
): CommentAbilities => ({
  archive: authorId === personId || holds(viewer, [organisationId], 'ARCHIVE'),
});

export function authoriseTakingBack(viewer: Position, personId: string | null, remark: Remark): void {
  if (!commentAbilities(viewer, personId, remark).archive)
    throw forbidden(
      'Only whoever said it, or a lead of the organisation it was said for, may take a remark back.',
    );
}
