import { CrossReferenceStatus, SeatCapacity } from '../../../schema/vocabulary.js';
import { AccordError } from '../../platform/graphql/errors.js';
import type { Capability } from '../../platform/policy/roles.js';
import { holds, organisationsWith, type Position } from '../../platform/policy/viewer.js';
import type { Reader } from '../../platform/reading/reader.js';
import { isOfficer } from '../plans/plan.policy.js';
import type { CrossReferenceAbilities } from './cross-reference.entity.js';

/** Who speaks for one end of a cross-reference. */
export interface EndFacts {
  /** Organisations that own the item; for what nobody controls, every partner. */
  organisationIds: readonly string[];
  /** Boards whose officers speak for it: for plans, priorities, and risks to a whole plan. */
  boardIds: readonly string[];
  /** Set where the partnership’s administrators speak for it as well. */
  partnershipId: string | null;
  /** What no partner controls: a lead of any partner keeps it. */
  isExternal: boolean;
}

export interface ReferenceFacts {
  from: EndFacts | undefined;
  to: EndFacts | undefined;
  status: CrossReferenceStatus;
}

const noEnd: EndFacts = { organisationIds: [], boardIds: [], partnershipId: null, isExternal: false };

/** Whether the viewer speaks for an end. */
export function speaksFor(viewer: Position, end: EndFacts | undefined, capability: Capability): boolean {
  const { organisationIds, boardIds, partnershipId, isExternal } = end ?? noEnd;
  if (holds(viewer, organisationIds, isExternal ? 'CREATE' : capability)) return true;
  return (
    partnershipId !== null &&
    [null, ...boardIds].some((boardId) => isOfficer(viewer, { boardId, partnershipId }))
  );
}

const runners = [SeatCapacity.CHAIR, SeatCapacity.VICE_CHAIR, SeatCapacity.SECRETARIAT];

/** The chair, the vice-chair or the secretariat. */
export function runsBoard(viewer: Position, boardId: string): boolean {
  const seats = viewer.seats.get(boardId);
  return runners.some((capacity) => seats?.has(capacity));
}

/** A cross-reference is always written at `from` by its owner, so the other end’s owner is the owner of `to`. */
export function crossReferenceAbilities(
  viewer: Position,
  { from, to, status }: ReferenceFacts,
): CrossReferenceAbilities {
  const writes = speaksFor(viewer, from, 'EDIT');
  return {
    answer: speaksFor(viewer, to, 'ANSWER'),
    accept: status === CrossReferenceStatus.COUNTERED && writes,
    update: writes,
    archive: writes || speaksFor(viewer, to, 'EDIT'),
  };
}

type Verb = keyof CrossReferenceAbilities | 'propose';

const refusals: Record<Verb, string> = {
  propose: 'Only the owner of an item may write cross-references at it.',
  answer: 'Only the owner of the other end may answer this.',
  accept: 'Only whoever asked may accept the day that was offered instead.',
  update: 'Only the owner of the item it is written at may change this.',
  archive: 'Only the owner of one of its ends may withdraw this or bring it back.',
};

export function authoriseReference(viewer: Position, facts: ReferenceFacts, verb: Verb): void {
  const can = crossReferenceAbilities(viewer, facts);
  if (!(verb === 'propose' ? can.update : can[verb])) throw new AccordError('FORBIDDEN', refusals[verb]);
}

/**
 * Whether nobody else need be asked: the other end belongs to one organisation, which also owns this end and for which
 * the proposer edits; or it belongs to nobody in the partnership.
 */
export function needsNoAnswer(viewer: Position, from: EndFacts, to: EndFacts): boolean {
  if (to.isExternal) return true;
  const [only, ...others] = to.organisationIds;
  if (!only || others.length || to.partnershipId) return false;
  return from.organisationIds.includes(only) && holds(viewer, [only], 'EDIT');
}

/** On whose behalf: the first of the end’s organisations that the viewer edits for. */
export function actingFor(viewer: Position, end: EndFacts | undefined): string | null {
  const mine = organisationsWith(viewer, 'EDIT');
  return (end ?? noEnd).organisationIds.find((id) => mine.includes(id)) ?? null;
}

/** The facts of many ends, of whatever type, in one query. */
export async function endFacts(
  reader: Reader,
  ids: readonly (string | null)[],
): Promise<Map<string, EndFacts>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await reader.query<EndFacts & { id: string }>(
    `select x.id, coalesce(array_agg(distinct s.organisation_id) filter (where s.organisation_id is not null), '{}') as "organisationIds",
       coalesce(array_agg(distinct s.board_id) filter (where s.board_id is not null), '{}') as "boardIds",
       min(s.partnership_id::text)::uuid as "partnershipId",
       coalesce(bool_or(s.is_external), false) as "isExternal"
     from unnest($1::uuid[]) x(id) cross join lateral (${speakersSql('x.id')}) s group by x.id`,
    [wanted],
  );
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}

const owned = (item: string) =>
  `select 1 from ownerships own where own.item_id = ${item} and own.organisation_id is not null`;

/**
 * Who speaks for the item whose id the SQL `item` gives: the organisations that own it; without any, the lead of its
 * workstream (or, for a mitigation, whoever owns the risk); the officers of a plan or priority; every partner for what is external.
 */
export function speakersSql(item: string): string {
  const row = (what: string, from: string, external = 'false') =>
    `select ${what}, ${external} as is_external from ${from}`;
  const organisation = (column: string) =>
    `${column} as organisation_id, null::uuid as board_id, null::uuid as partnership_id`;
  const board = (column: string) => `null::uuid as organisation_id, ${column} as board_id, p.partnership_id`;
  return [
    row(
      organisation('o.organisation_id'),
      `ownerships o where o.item_id = ${item} and o.organisation_id is not null`,
    ),
    row(organisation('w.lead_organisation_id'), `workstreams w where w.id = ${item}`),
    row(
      organisation('w.lead_organisation_id'),
      `actions a join workstreams w on w.id = a.workstream_id where a.id = ${item} and not exists (${owned(item)})`,
    ),
    row(
      organisation('coalesce(o.organisation_id, w.lead_organisation_id)'),
      `mitigations m join risks r on r.id = m.risk_id left join workstreams w on w.id = r.workstream_id
       left join ownerships o on o.item_id = r.id and o.organisation_id is not null
       where m.id = ${item} and not exists (${owned(item)})`,
    ),
    row(
      organisation('w.lead_organisation_id'),
      `risks r join workstreams w on w.id = r.workstream_id where r.id = ${item} and not exists (${owned(item)})`,
    ),
    row(
      board('p.board_id'),
      `risks r join plans p on p.id = r.plan_id where r.id = ${item} and r.workstream_id is null`,
    ),
    row(board('p.board_id'), `plans p where p.id = ${item}`),
    row(
      board('unnest(p.board_id || r.overseeing_board_ids)'),
      `priorities r join plans p on p.id = r.plan_id where r.id = ${item}`,
    ),
    row(
      organisation('g.id'),
      `external_dependencies e join organisations g on g.partnership_id = e.partnership_id where e.id = ${item}`,
      'true',
    ),
  ].join('\n union all ');
}
