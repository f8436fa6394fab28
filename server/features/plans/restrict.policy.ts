import { AudienceKind, ItemType } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { notFound } from '../../platform/graphql/errors.js';
import { organisationsWith } from '../../platform/policy/viewer.js';
import type { Reader } from '../../platform/reading/reader.js';
import { Action } from '../actions/action.entity.js';
import { actionFacts, authoriseAction } from '../actions/action.policy.js';
import { Risk } from '../risks/risk.entity.js';
import { authoriseRisk, riskFacts } from '../risks/risk.policy.js';
import { Workstream } from '../workstreams/workstream.entity.js';
import { lockWorkstream } from '../workstreams/workstream.service.js';
import { Plan } from './plan.entity.js';
import { lockPlan } from './plan.service.js';

/** What can be narrowed by itself. */
export const restrictables = { Plan, Workstream, Action, Risk };
export type Restrictable = ItemType.Plan | ItemType.Workstream | ItemType.Action | ItemType.Risk;

type Item = Row & { partnershipId: string };

/** Locks the item, asks its own policy, and records for which organisation it is done. */
export async function lockRestrictable(work: Work, itemType: Restrictable, id: string): Promise<Item> {
  if (itemType === ItemType.Plan) return lockPlan(work, id, 'restrict');
  if (itemType === ItemType.Workstream) return lockWorkstream(work, id, 'restrict');
  return itemType === ItemType.Action ? lockAction(work, id) : lockRisk(work, id);
}

/** Behind the lock of its workstream, as whatever is made under it is: nothing comes to hang there meanwhile. */
async function lockAction(work: Work, id: string): Promise<Item> {
  const known = await work.find<Action>(Action, id);
  if (!known) throw notFound();
  await work.lock(Workstream, known.workstreamId);
  const action = await work.lock<Action>(Action, id);
  const facts = (await actionFacts(work, [action])).get(id);
  if (!facts) throw notFound();
  authoriseAction(work.viewer.position, facts, 'restrict');
  await actForOneOf(work, action.partnershipId, facts.ownerOrganisationIds);
  return action;
}

async function lockRisk(work: Work, id: string): Promise<Item> {
  const risk = await work.lock<Risk>(Risk, id);
  const facts = (await riskFacts(work, [id])).get(id);
  if (!facts) throw notFound();
  authoriseRisk(work.viewer.position, facts, 'restrict');
  await actForOneOf(work, risk['partnershipId'] as string, [
    ...facts.ownerOrganisationIds,
    ...facts.workstreamOrganisationIds,
  ]);
  return risk as unknown as Item;
}

async function actForOneOf(
  work: Work,
  partnershipId: string,
  organisationIds: readonly string[],
): Promise<void> {
  const mine = organisationsWith(work.viewer.position, 'RESTRICT');
  await work.actFor(partnershipId, organisationIds.find((id) => mine.includes(id)) ?? null);
}

const ACCOUNTABLE: Record<Restrictable, string> = {
  Plan: `select lead_organisation_id as id from workstreams where plan_id = $1 and archived_at is null`,
  Workstream: `select lead_organisation_id as id from workstreams where id = $1`,
  Action: `select organisation_id as id from ownerships where item_id = $1 and role = 'ACCOUNTABLE'`,
  Risk: `select organisation_id as id from ownerships where item_id = $1 and role = 'ACCOUNTABLE'`,
};

/** The organisations that answer for an item: for a plan, those that lead its workstreams. */
export async function accountableFor(reader: Reader, itemType: Restrictable, id: string): Promise<string[]> {
  const rows = await reader.query<{ id: string | null }>(ACCOUNTABLE[itemType], [id]);
  return [...new Set(rows.flatMap((row) => row.id ?? []))];
}

const WITHIN: Partial<Record<AudienceKind, string>> = {
  ORGANISATIONS: `select id from organisations where id = any($1::uuid[]) and id = any($2::uuid[])`,
  BOARD: `
    select coalesce(s.organisation_id, p.organisation_id, o.organisation_id) as id from seats s
    left join people p on p.id = s.person_id left join posts o on o.id = s.post_id
    where s.board_id = any($1::uuid[]) and coalesce(s.organisation_id, p.organisation_id, o.organisation_id) = any($2::uuid[])
      and s.archived_at is null and (s.until_on is null or s.until_on >= current_date)`,
  PEOPLE: `
    select p.organisation_id as id from people p where p.id = any($1::uuid[]) and p.organisation_id = any($2::uuid[])
    union select m.organisation_id from memberships m where m.person_id = any($1::uuid[]) and m.organisation_id = any($2::uuid[]) and m.archived_at is null`,
};

/** Which of these organisations have somebody in the circle. */
export async function organisationsWithin(
  reader: Reader,
  kind: AudienceKind,
  members: readonly string[],
  organisationIds: readonly string[],
): Promise<Set<string>> {
  const sql = WITHIN[kind];
  const rows = sql ? await reader.query(sql, [members, organisationIds]) : [];
  return new Set(rows.map((row) => row.id));
}
