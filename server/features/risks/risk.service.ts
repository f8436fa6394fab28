import { ItemType, RiskStatus } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { invalidInput, notFound } from '../../platform/graphql/errors.js';
import { organisationsWith } from '../../platform/policy/viewer.js';
import type { ItemVersionInput } from '../actions/action.inputs.js';
import { replaceOwners } from '../actions/ownership.service.js';
import { archiveItem, refuseUnderPutAway } from '../plans/archive.service.js';
import { Plan } from '../plans/plan.entity.js';
import { checkOpen } from '../plans/plan.rules.js';
import { Workstream } from '../workstreams/workstream.entity.js';
import { Risk, type RiskAbilities } from './risk.entity.js';
import type {
  AssignRiskInput,
  CreateRiskInput,
  RiskScoreInput,
  ScoreRiskInput,
  UpdateRiskInput,
} from './risk.inputs.js';
import { authoriseNewRisk, authoriseRisk, newRiskFacts, type RiskFacts, riskFacts } from './risk.policy.js';
import { nameActions } from './risk-naming.service.js';

export type RiskRow = Risk & Row;

export async function createRisk(work: Work, input: CreateRiskInput): Promise<RiskRow> {
  // Held until the end: neither is narrowed, closed or put away while a risk is written under what it was.
  const plan = await work.lock<Plan>(Plan, input.planId);
  const workstream = input.workstreamId ? await workstreamOf(work, input.workstreamId) : null;
  if (input.workstreamId && workstream?.planId !== plan.id)
    throw invalidInput([{ field: 'workstreamId', message: 'There is no such workstream in this plan.' }]);
  const facts = await newRiskFacts(work, plan.id, workstream?.id ?? null);
  if (!facts) throw notFound();
  authoriseNewRisk(work.viewer.position, facts);
  checkOpen(plan.status);
  await refuseUnderPutAway(work, { workstreamId: workstream?.id, planId: plan.id });
  await work.actFor(plan.partnershipId, actingFor(work, facts));

  const { id, owners, inherent, current, target, ...words } = input;
  const risk = await work.insertOnce<Risk>(Risk, id, input, {
    ...words,
    workstreamId: workstream?.id ?? null,
    partnershipId: plan.partnershipId,
    audienceId: (workstream ?? plan).audienceId,
    ...scoreColumns({ inherent, current, target }),
  });
  // A create tried again finds its owners and what it names there already.
  const [settled] = await work.query(
    `select id from ownerships where item_id = $1 union all select id from cross_references where from_id = $1 limit 1`,
    [risk.id],
  );
  if (settled) return risk;
  if (owners) await replaceOwners(work, ItemType.Risk, risk, owners, 'owners');
  await nameActions(work, null, risk);
  return risk;
}

async function workstreamOf(work: Work, id: string): Promise<(Workstream & Row) | null> {
  return (await work.find(Workstream, id)) ? work.lock<Workstream>(Workstream, id) : null;
}

export async function updateRisk(work: Work, input: UpdateRiskInput): Promise<RiskRow> {
  if (input.event === null)
    throw invalidInput([{ field: 'event', message: 'A risk needs words that say what may happen.' }]);
  const risk = await riskForVerb(work, input.id, 'update');
  const { id: _, expectedVersion, ...words } = input;
  const updated = await work.update<Risk>(Risk, risk, { ...words }, { version: expectedVersion });
  await nameActions(work, risk, updated);
  return updated;
}

export async function scoreRisk(work: Work, input: ScoreRiskInput): Promise<RiskRow> {
  const risk = await riskForVerb(work, input.id, 'update');
  return work.update<Risk>(Risk, risk, scoreColumns(input), {
    version: input.expectedVersion,
    fieldOf: scoreFields,
  });
}

export async function assignRisk(work: Work, input: AssignRiskInput): Promise<RiskRow> {
  const risk = await riskForVerb(work, input.id, 'update');
  const updated = await work.update<Risk>(
    Risk,
    risk,
    { ownersRevision: risk.ownersRevision + 1 },
    { version: input.expectedVersion, fieldOf: { ownersRevision: 'owners' } },
  );
  await replaceOwners(work, ItemType.Risk, updated, input.owners, 'owners');
  return updated;
}

export async function closeRisk(work: Work, input: ItemVersionInput, status: RiskStatus): Promise<RiskRow> {
  const risk = await riskForVerb(work, input.id, 'update');
  return work.update<Risk>(Risk, risk, { status }, { version: input.expectedVersion });
}

export async function archiveRisk(work: Work, input: ItemVersionInput, archived: boolean): Promise<RiskRow> {
  const risk = await riskForVerb(work, input.id, 'archive');
  return archiveItem(work, ItemType.Risk, risk, input, archived);
}

/** Locks the risk, asks the policy, and records for which organisation it is done. */
export async function riskForVerb(work: Work, id: string, verb: keyof RiskAbilities): Promise<RiskRow> {
  const risk = await work.lock<Risk>(Risk, id);
  const facts = (await riskFacts(work, [id])).get(id);
  if (!facts) throw notFound();
  authoriseRisk(work.viewer.position, facts, verb);
  await work.actFor(risk.partnershipId, actingFor(work, facts));
  return risk;
}

/** On whose behalf: the first of the owners, else of the workstream’s organisations, that the viewer edits for. */
function actingFor(
  work: Work,
  { ownerOrganisationIds, workstreamOrganisationIds }: RiskFacts,
): string | null {
  const mine = organisationsWith(work.viewer.position, 'EDIT');
  return [...ownerOrganisationIds, ...workstreamOrganisationIds].find((id) => mine.includes(id)) ?? null;
}

const scores = ['inherent', 'current', 'target'] as const;

/** One score is two columns; to the writer it is one field. */
const scoreFields = Object.fromEntries(
  scores.flatMap((score) => [
    [`${score}Likelihood`, score],
    [`${score}Impact`, score],
  ]),
);

type Scores = { [score in (typeof scores)[number]]?: RiskScoreInput | null | undefined };

function scoreColumns(input: Scores): Record<string, number | null> {
  return Object.fromEntries(
    scores.flatMap((score) => {
      const given = input[score];
      if (given === undefined) return [];
      return [
        [`${score}Likelihood`, given?.likelihood ?? null],
        [`${score}Impact`, given?.impact ?? null],
      ];
    }),
  );
}
