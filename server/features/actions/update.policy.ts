import { holds, type Position } from '../../platform/policy/viewer.js';
import type { UpdateAbilities } from './update.entity.js';

/** Nobody edits another organisation’s words. */
export function updateAbilities(
  viewer: Position,
  update: { organisationId: string | null },
): UpdateAbilities {
  const own = holds(viewer, [update.organisationId], 'REPORT');
  return { update: own, archive: own };
}
