import { createHash } from 'node:crypto';
import { AudienceKind } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { forbidden, invalidInput, notFound, ruleBroken } from '../../platform/graphql/errors.js';
import { administers } from '../../platform/policy/viewer.js';
import type { Reader } from '../../platform/reading/reader.js';
import { internAudience, refreshAudiences, stillSeen } from '../plans/audience.service.js';
import { authorisePublishing, ownOrganisations } from '../plans/plan.policy.js';
import type { AudienceInput } from '../plans/restrict.inputs.js';
import { lockedOut, membersOf } from '../plans/restrict.rules.js';
import { checkMembers } from '../plans/restrict.service.js';
import type { FrozenInterdependencies } from './frozen-interdependencies.entity.js';
import { contentFor, type MapLookedAt } from './frozen-map.content.js';
import { FrozenMap } from './frozen-map.entity.js';
import type { FreezeInterdependenciesInput, WithdrawFrozenMapInput } from './frozen-map.inputs.js';
import { authoriseFreezing, authoriseWithdrawing, boardsOfPlans, ownBoards } from './frozen-map.policy.js';
import { focusOn } from './frozen-map.rules.js';
import { settleNewFrozenMap } from './frozen-map.settling.js';

type FrozenRow = FrozenMap & Row;

/** More than this nobody prints, nor reads on one page. */
const MOST_FROZEN = 5_000;

/** What there is a map of. */
export interface Mapped {
  partnershipId: string;
  planId: string | null;
  boardId: string | null;
}

/** A plan or a partnership, or null for what is missing or not the viewer’s to see. */
export async function mappedBy(reader: Reader, within: string): Promise<Mapped | null> {
  const [found] = await reader.query<Row & Mapped>(
    `select partnership_id as "partnershipId", id as "planId", board_id as "boardId" from plans where id = $1
     union all select id, null, null from partnerships where id = $1`,
    [within],
  );
  return found ?? null;
}

/**
 * Writes down what everybody in the circle sees of a map at that moment, and the writer too. So every reader is shown
 * the same, and nobody is told by it what they could not have read themselves.
 */
export async function freezeInterdependencies(
  work: Work,
  input: FreezeInterdependenciesInput,
): Promise<FrozenRow> {
  const mapped = await mappedBy(work, input.within);
  if (!mapped) throw notFound();
  const { partnershipId, planId } = mapped;
  const { personId, organisationId } = await writer(work, partnershipId);
  const title = input.title.trim();
  if (title === '') throw invalidInput([{ field: 'title', message: 'Say what it is called.' }]);
  const circle = await circleFor(work, mapped, input.audience);
  const stoodAt = await momentOf(work, input.asOf);
  const { content, restsOn } = await contentFor(work, lookedAt(input, partnershipId), circle);
  checkSize(content);
  const document = JSON.stringify(content);
  const copy = await work.insertOnce<FrozenMap>(FrozenMap, input.id, input, {
    ...{ partnershipId, planId, title, stoodAt, organisationId },
    ...{ audienceId: circle.id, ownAudienceId: circle.id },
    note: input.note?.trim() || null,
    level: input.level,
    contentHash: hashOf(document),
    postId: await postOf(work, personId, organisationId),
    frozenById: personId,
  });
  await work.query(
    `insert into frozen_map_contents (id, audience_id, document, rests_on) values ($1, $2, $3, $4::uuid[]) on conflict do nothing`,
    [copy.id, copy.audienceId, document, planId ? [...restsOn, planId] : restsOn],
  );
  await work.withEveryAudience(partnershipId, () => settleNewFrozenMap(work, copy.id));
  return stillSeen<FrozenMap>(work, FrozenMap, copy.id);
}

export const hashOf = (document: string): string => createHash('sha256').update(document).digest('hex');

/** A map and what of it is shown, as it is asked for. */
type Asked = {
  [Key in 'opened' | 'filter' | 'around' | 'connections' | 'asOf']?:
    | FreezeInterdependenciesInput[Key]
    | undefined;
} & Pick<FreezeInterdependenciesInput, 'within' | 'level' | 'up' | 'down'>;

export const lookedAt = (
  { within, level, opened, filter, around, up, down, connections, asOf }: Asked,
  partnershipId: string,
): MapLookedAt => ({
  ...{ within, partnershipId, level },
  opened: opened ?? [],
  filter: filter ?? {},
  focus: focusOn(around, up, down),
  connections: connections ?? null,
  asOf: asOf ?? null,
});

/** Withdrawn it shows nothing more, and says by whom, when and why. There is no way back: freeze another. */
export async function withdrawFrozenMap(work: Work, input: WithdrawFrozenMapInput): Promise<FrozenRow> {
  const copy = await work.lock<FrozenMap>(FrozenMap, input.id);
  const { partnershipId, planId } = copy;
  const personId = work.viewer.people.get(partnershipId)?.id ?? null;
  const boardId = (await boardsOfPlans(work, [planId])).get(planId ?? '') ?? null;
  authoriseWithdrawing(work.viewer.position, personId, { ...copy, boardId });
  const { organisationId } = await organisationOf(work, partnershipId);
  await work.actFor(partnershipId, organisationId);
  if (copy.archivedAt !== null) throw ruleBroken('WITHDRAWN', 'This copy was withdrawn already.');
  const patch = {
    archivedAt: new Date().toISOString(),
    withdrawnById: personId,
    withdrawnForId: organisationId,
    withdrawnBecause: input.because?.trim() || null,
  };
  return work.update<FrozenMap>(FrozenMap, copy, patch, {
    version: input.expectedVersion,
    follows: ['audienceId'],
  });
}

/** Who freezes, once the policy has agreed. */
async function writer(work: Work, partnershipId: string) {
  const { organisationId, ownOrganisationIds } = await organisationOf(work, partnershipId);
  const boards = await ownBoards(work);
  authoriseFreezing(work.viewer.position, {
    ...{ partnershipId, ownOrganisationIds },
    ownBoardIds: boards.filter((board) => board.partnershipId === partnershipId).map(({ id }) => id),
  });
  const { id: personId } = await work.actFor(partnershipId, organisationId);
  return { personId, organisationId };
}

/** Their home, where they may write for it or for none; else the first that they write for. */
async function organisationOf(work: Work, partnershipId: string) {
  const ownOrganisationIds = (await ownOrganisations(work)).get(partnershipId) ?? [];
  const home = work.viewer.people.get(partnershipId)?.organisationId ?? null;
  const organisationId =
    home === null || (ownOrganisationIds.length > 0 && !ownOrganisationIds.includes(home))
      ? (ownOrganisationIds[0] ?? null)
      : home;
  return { organisationId, ownOrganisationIds };
}

/** The circle asked for, in which the writer must be themselves. */
async function circleFor(work: Work, mapped: Mapped, audience: AudienceInput) {
  const { kind } = audience;
  const members = membersOf(audience);
  if (kind === AudienceKind.EVERYONE) authorisePublic(work, mapped);
  if (members.length > 0) await checkMembers(work, mapped.partnershipId, kind, members);
  const id = await internAudience(work, mapped.partnershipId, kind, members);
  await refreshAudiences(work);
  const [own] = await work.query<{ isIn: boolean }>(`select $1::uuid = any (viewer_audiences()) as "isIn"`, [
    id,
  ]);
  if (!own?.isIn) throw lockedOut();
  return { id, kind, members };
}

function authorisePublic({ viewer }: Work, { planId, partnershipId, boardId }: Mapped): void {
  if (planId) authorisePublishing(viewer.position, { partnershipId, boardId });
  else if (!administers(viewer.position, partnershipId))
    throw forbidden('Only an administrator of the partnership may freeze its map for the public.');
}

/** By the clock of the database, as the log is. */
async function momentOf(work: Work, asOf: string | null | undefined): Promise<string> {
  const [now] = await work.query<{ at: string; isToCome: boolean }>(
    `select coalesce($1::timestamptz, clock_timestamp()) as at, $1::timestamptz > clock_timestamp() as "isToCome"`,
    [asOf ?? null],
  );
  if (!now || now.isToCome)
    throw invalidInput([
      { field: 'asOf', message: 'What is to come has not been yet: give a moment up to now.' },
    ]);
  return now.at;
}

function checkSize({ nodes, opened, edges }: FrozenInterdependencies): void {
  if (nodes.length === 0)
    throw ruleBroken(
      'NOTHING_TO_FREEZE',
      'There is nothing on this map that all who are to open it may see.',
    );
  if (nodes.length + opened.length + edges.length > MOST_FROZEN)
    throw ruleBroken(
      'MAP_TOO_LARGE',
      `A frozen copy holds ${MOST_FROZEN} places and connections at most: show less.`,
    );
}

/** The post they hold today: one of the organisation they act for, where they hold several. */
async function postOf(work: Work, personId: string, organisationId: string | null): Promise<string | null> {
  const [post] = await work.query(
    `select p.id from post_holders h join posts p on p.id = h.post_id
     where h.person_id = $1 and h.archived_at is null and p.archived_at is null
       and h.from_on <= $3 and (h.until_on is null or h.until_on >= $3)
     order by p.organisation_id is distinct from $2::uuid, h.from_on, h.id limit 1`,
    [personId, organisationId, work.today],
  );
  return post?.id ?? null;
}
