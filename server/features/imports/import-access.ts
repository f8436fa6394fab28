import type { Row } from '../../platform/db/base.js';
import { forbidden, invalidInput, notFound } from '../../platform/graphql/errors.js';
import { organisationsWith } from '../../platform/policy/viewer.js';
import type { Reader } from '../../platform/reading/reader.js';
import { columnList, tableOf } from '../../platform/reading/tables.js';
import { Plan } from '../plans/plan.entity.js';
import { authorisePlan, mayCreatePlan, ownOrganisations, planFacts } from '../plans/plan.policy.js';
import { checkOpen } from '../plans/plan.rules.js';
import type { ImportedPlanInput } from './import.inputs.js';

export interface PlanChoice {
  planId?: string | null | undefined;
  newPlan?: ImportedPlanInput | null | undefined;
}

export interface ImportTarget {
  partnershipId: string;
  /** For whom it is brought: the viewer’s own organisation there. */
  organisationId: string | null;
  plan: (Plan & Row) | null;
}

/** Where a file is to go, once the policy has agreed. Asked before a file is read, so that strangers cost nothing. */
export async function importTarget(reader: Reader, { planId, newPlan }: PlanChoice): Promise<ImportTarget> {
  if (Boolean(planId) === Boolean(newPlan))
    throw invalidInput([{ field: 'planId', message: 'Give the plan it goes into, or the plan it begins.' }]);
  if (planId) return intoPlan(reader, planId);
  const partnershipId = newPlan?.partnershipId ?? '';
  const [partnership] = await reader.query(`select id from partnerships where id = $1`, [partnershipId]);
  if (!partnership) throw notFound();
  const own = (await ownOrganisations(reader)).get(partnershipId) ?? [];
  if (!mayCreatePlan(reader.viewer.position, partnershipId, own))
    throw forbidden(
      'Only leads of partner organisations, or an administrator of the partnership, may begin a plan.',
    );
  if (newPlan?.boardId) await checkBoard(reader, partnershipId, newPlan.boardId);
  return { partnershipId, organisationId: ownOf(reader, partnershipId, own), plan: null };
}

async function intoPlan(reader: Reader, planId: string): Promise<ImportTarget> {
  const table = tableOf(Plan);
  const [plan] = await reader.query<Plan & Row>(
    `select ${columnList(table, table.columns.keys(), 't')} from plans t where t.id = $1`,
    [planId],
  );
  if (!plan) throw notFound();
  const facts = (await planFacts(reader, [plan])).get(planId);
  if (!facts) throw notFound();
  authorisePlan(reader.viewer.position, facts, 'import');
  checkOpen(plan.status);
  return {
    partnershipId: plan.partnershipId,
    organisationId: ownOf(reader, plan.partnershipId, facts.ownOrganisationIds),
    plan,
  };
}

/** The viewer’s own organisation before others they also lead for. */
function ownOf(reader: Reader, partnershipId: string, organisations: readonly string[]): string | null {
  const mine = organisationsWith(reader.viewer.position, 'IMPORT').filter((id) => organisations.includes(id));
  const home = reader.viewer.people.get(partnershipId)?.organisationId;
  return mine.find((id) => id === home) ?? mine[0] ?? null;
}

async function checkBoard(reader: Reader, partnershipId: string, boardId: string): Promise<void> {
  const [board] = await reader.query(`select id from boards where id = $1 and partnership_id = $2`, [
    boardId,
    partnershipId,
  ]);
  if (!board)
    throw invalidInput([
      { field: 'newPlan.boardId', message: 'There is no such board in this partnership.' },
    ]);
}
