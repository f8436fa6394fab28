import type { Reader } from '../../platform/reading/reader.js';
import { type PlanRow, planFacts } from '../plans/plan.policy.js';
import type { Import } from './import.entity.js';
import type { ImportFacts } from './import.policy.js';

type ImportRow = Pick<Import, 'id' | 'status' | 'partnershipId' | 'organisationId' | 'actorId'>;

/** The facts of many imports, those of their plans at once. An import that was only looked at keeps its plan in its content. */
export async function importFacts(
  reader: Reader,
  rows: readonly ImportRow[],
): Promise<Map<string, ImportFacts>> {
  const plans = await reader.query<PlanRow & { importId: string }>(
    `select i.id as "importId", p.id, p.partnership_id as "partnershipId", p.board_id as "boardId"
     from imports i join import_contents c on c.import_id = i.id join plans p on p.id = coalesce(i.plan_id, (c.content ->> 'planId')::uuid)
     where i.id = any($1::uuid[])`,
    [rows.map((row) => row.id)],
  );
  const facts = await planFacts(reader, plans);
  const planOf = new Map(plans.map((plan) => [plan.importId, facts.get(plan.id) ?? null]));
  return new Map(
    rows.map(({ id, status, partnershipId, organisationId, actorId }) => [
      id,
      {
        status,
        partnershipId,
        organisationId,
        isOwn: actorId !== null && reader.viewer.people.get(partnershipId)?.id === actorId,
        plan: planOf.get(id) ?? null,
      },
    ]),
  );
}
