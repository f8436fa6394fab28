import { BragStatus, ItemType } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { invalidInput, notFound } from '../../platform/graphql/errors.js';
import { organisationsWith } from '../../platform/policy/viewer.js';
import type { ItemVersionInput } from '../actions/action.inputs.js';
import { positionBetween } from '../actions/action.rules.js';
import { timingColumns } from '../actions/action.service.js';
import { replaceOwners } from '../actions/ownership.service.js';
import { timingProperties } from '../actions/timing.entity.js';
import { recordStrainMoved } from '../cross-references/strain.service.js';
import { archiveItem, refuseUnderPutAway } from '../plans/archive.service.js';
import type {
  AssignMitigationInput,
  CreateMitigationInput,
  RateMitigationInput,
  UpdateMitigationInput,
} from './mitigation.inputs.js';
import { authoriseMitigation, type MitigationVerb, mitigationFacts } from './mitigation.policy.js';
import { Mitigation } from './risk.entity.js';
import { riskForVerb } from './risk.service.js';

type MitigationRow = Mitigation & Row;

export async function createMitigation(work: Work, input: CreateMitigationInput): Promise<MitigationRow> {
  const risk = await riskForVerb(work, input.riskId, 'update');
  await refuseUnderPutAway(work, { riskId: risk.id, planId: risk.planId });
  const [last] = await work.query<{ position: number | null }>(
    `select max(position) as position from mitigations where risk_id = $1`,
    [risk.id],
  );
  const row = await work.insertOnce<Mitigation>(Mitigation, input.id, input, {
    partnershipId: risk.partnershipId,
    audienceId: risk.audienceId,
    planId: risk.planId,
    riskId: risk.id,
    description: input.description,
    position: positionBetween(last?.position ?? null, null) ?? 0,
    ...(await timingColumns(work, risk.planId, input.timing)),
  });
  // A create tried again finds its owners there already.
  const [owned] = await work.query(`select id from ownerships where item_id = $1 limit 1`, [row.id]);
  if (input.owners && row.version === 1 && !owned)
    await replaceOwners(work, ItemType.Mitigation, row, input.owners, 'owners');
  return row;
}

export async function updateMitigation(work: Work, input: UpdateMitigationInput): Promise<MitigationRow> {
  if (input.description === null)
    throw invalidInput([
      { field: 'description', message: 'A mitigation needs words that say what is done.' },
    ]);
  const before = await forVerb(work, input.id, 'update');
  const { id: _, expectedVersion, timing, ...words } = input;
  const patch = { ...words, ...(await timingColumns(work, before.planId, timing)) };
  return save(work, before, patch, expectedVersion);
}

export async function assignMitigation(work: Work, input: AssignMitigationInput): Promise<MitigationRow> {
  const before = await forVerb(work, input.id, 'assign');
  const patch = { ownersRevision: before.ownersRevision + 1 };
  const after = await save(work, before, patch, input.expectedVersion);
  await replaceOwners(work, ItemType.Mitigation, after, input.owners, 'owners');
  return after;
}

export async function rateMitigation(work: Work, input: RateMitigationInput): Promise<MitigationRow> {
  const before = await forVerb(work, input.id, input.status === BragStatus.BLUE ? 'signOff' : 'rate');
  return save(work, before, { status: input.status }, input.expectedVersion);
}

export async function archiveMitigation(
  work: Work,
  input: ItemVersionInput,
  archived: boolean,
): Promise<MitigationRow> {
  const before = await forVerb(work, input.id, 'archive');
  return archiveItem(work, ItemType.Mitigation, before, input, archived);
}

/** One deadline is five columns; to the writer it is one field. */
const fieldOf = {
  ...Object.fromEntries(timingProperties.map((column) => [column, 'timing'])),
  ownersRevision: 'owners',
};

async function save(
  work: Work,
  before: MitigationRow,
  patch: object,
  version: number,
): Promise<MitigationRow> {
  const after = await work.update<Mitigation>(Mitigation, before, { ...patch }, { version, fieldOf });
  await recordStrainMoved(work, before, after);
  return after;
}

/** Locks the mitigation, asks the policy, and records for which organisation it is done. */
async function forVerb(work: Work, id: string, verb: MitigationVerb): Promise<MitigationRow> {
  const mitigation = await work.lock<Mitigation>(Mitigation, id);
  const facts = (await mitigationFacts(work, [mitigation])).get(id);
  if (!facts) throw notFound();
  authoriseMitigation(work.viewer.position, facts, verb);
  const mine = organisationsWith(work.viewer.position, 'EDIT');
  const { ownerOrganisationIds, risk } = facts;
  const involved = [...ownerOrganisationIds, ...risk.ownerOrganisationIds, ...risk.workstreamOrganisationIds];
  await work.actFor(mitigation.partnershipId, involved.find((one) => mine.includes(one)) ?? null);
  return mitigation;
}
