import { ImportStatus } from '../../../schema/vocabulary.js';
import { forbidden } from '../../platform/graphql/errors.js';
import { administers, holds, type Position } from '../../platform/policy/viewer.js';
import { mayImport, type PlanFacts } from '../plans/plan.policy.js';
import type { ImportAbilities } from './import.entity.js';

/** What decides who may do what with an import. */
export interface ImportFacts {
  status: ImportStatus;
  partnershipId: string;
  /** For which organisation it was made. */
  organisationId: string | null;
  /** Whether the viewer made it. */
  isOwn: boolean;
  /** Of its plan, where that has begun and the viewer sees it. */
  plan: PlanFacts | null;
}

/**
 * Who may bring a workbook into the plan applies and undoes; whoever’s organisation brought it may always take it back,
 * also where it gave the plan’s workstreams to other organisations.
 */
export function importAbilities(
  viewer: Position,
  { status, partnershipId, organisationId, isOwn, plan }: ImportFacts,
): ImportAbilities {
  const imports = plan !== null && mayImport(viewer, plan);
  const isTheirs = isOwn || holds(viewer, [organisationId], 'IMPORT') || administers(viewer, partnershipId);
  return {
    apply: status !== ImportStatus.APPLIED && (plan === null ? isTheirs : imports),
    undo:
      status === ImportStatus.APPLIED && (imports || (isTheirs && holds(viewer, [organisationId], 'IMPORT'))),
  };
}

export function authoriseUndo(viewer: Position, facts: ImportFacts): void {
  if (!importAbilities(viewer, { ...facts, status: ImportStatus.APPLIED }).undo)
    throw forbidden(
      'Only leads of the organisation that brought it, or those who may bring a workbook into the plan, may undo this import.',
    );
}

export function authoriseCreateMissing(viewer: Position, partnershipId: string): void {
  if (!administers(viewer, partnershipId))
    throw forbidden('Only an administrator of the partnership may make people from a file.');
}
