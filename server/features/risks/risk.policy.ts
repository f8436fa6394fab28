import { AccordError } from '../../platform/graphql/errors.js';
import { holds, type Position } from '../../platform/policy/viewer.js';
import type { Reader } from '../../platform/reading/reader.js';
import { isOfficer } from '../plans/plan.policy.js';
import type { RiskAbilities } from './risk.entity.js';

/** What decides who may do what with a risk. */
export interface RiskFacts {
  /** Organisations that own it. */
  ownerOrganisationIds: readonly string[];
  /** The lead and the sponsors’ organisations of its workstream; of all workstreams for a risk to the whole plan that nobody owns. */
  workstreamOrganisationIds: readonly string[];
  /** The board of the plan: its officers keep its risks. */
  boardId: string | null;
  partnershipId: string;
}

/** A risk is kept by its owners; also by its workstream, which answers for it to the board; and by those who run the board. */
export function riskAbilities(viewer: Position, facts: RiskFacts): RiskAbilities {
  const organisations = [...facts.ownerOrganisationIds, ...facts.workstreamOrganisationIds];
  const runs = isOfficer(viewer, facts);
  return {
    update: runs || holds(viewer, organisations, 'EDIT'),
    archive: runs || holds(viewer, organisations, 'ARCHIVE'),
    restrict: runs || holds(viewer, organisations, 'RESTRICT'),
    comment: viewer.roles.size > 0,
  };
}

export const mayCreateRisk = (viewer: Position, facts: RiskFacts): boolean =>
  isOfficer(viewer, facts) || holds(viewer, facts.workstreamOrganisationIds, 'CREATE');

const refusals: Record<keyof RiskAbilities, string> = {
  update: 'Only the owners of this risk, its workstream and those who run the board may change it.',
  archive:
    'Only a lead of its owners or of its workstream, or those who run the board, may put this risk away.',
  restrict:
    'Only a lead of its owners or of its workstream, or those who run the board, may say who sees this risk.',
  comment: 'Only members of a partner organisation may remark on it.',
};

export function authoriseRisk(viewer: Position, facts: RiskFacts, verb: keyof RiskAbilities): void {
  if (!riskAbilities(viewer, facts)[verb]) throw new AccordError('FORBIDDEN', refusals[verb]);
}

export function authoriseNewRisk(viewer: Position, facts: RiskFacts): void {
  if (!mayCreateRisk(viewer, facts))
    throw new AccordError(
      'FORBIDDEN',
      'Only a lead of the workstream’s organisations, or those who run the board, may add risks here.',
    );
}

/** The facts of many risks in one query. */
export async function riskFacts(reader: Reader, ids: readonly string[]): Promise<Map<string, RiskFacts>> {
  const rows = await reader.query<RiskFacts & { id: string }>(
    `select r.id, p.board_id as "boardId", p.partnership_id as "partnershipId", coalesce(own.ids, '{}') as "ownerOrganisationIds", ${AROUND('r.plan_id', 'r.workstream_id', 'own.ids is null')} as "workstreamOrganisationIds"
     from risks r join plans p on p.id = r.plan_id left join lateral (
       select array_agg(o.organisation_id) as ids from ownerships o where o.item_id = r.id and o.organisation_id is not null) own on true
     where r.id = any($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}

/** The facts of a risk that is to be made there. */
export async function newRiskFacts(
  reader: Reader,
  planId: string,
  workstreamId: string | null,
): Promise<RiskFacts | null> {
  const [facts] = await reader.query<RiskFacts>(
    `select p.board_id as "boardId", p.partnership_id as "partnershipId", '{}'::uuid[] as "ownerOrganisationIds", ${AROUND('p.id', '$2::uuid', 'true')} as "workstreamOrganisationIds"
     from plans p where p.id = $1`,
    [planId, workstreamId],
  );
  return facts ?? null;
}

/** The whole plan’s workstreams speak for a risk without one, where `otherwise` holds. */
const AROUND = (plan: string, workstream: string, otherwise: string) => `
  array(select w.lead_organisation_id from workstreams w
      where w.plan_id = ${plan} and (w.id = ${workstream} or ${workstream} is null and ${otherwise}) and w.lead_organisation_id is not null
    union select o.organisation_id from workstreams w join ownerships o on o.item_id = w.id and o.role = 'SPONSOR'
      where w.plan_id = ${plan} and (w.id = ${workstream} or ${workstream} is null and ${otherwise}) and o.organisation_id is not null)`;
