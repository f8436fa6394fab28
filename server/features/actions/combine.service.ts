import { AudienceKind, CrossReferenceKind, ItemType } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { forbidden, invalidInput, notFound, ruleBroken } from '../../platform/graphql/errors.js';
import { repointReferences } from '../cross-references/repoint.service.js';
import { endDismissal } from '../cross-references/same-work-dismissal.service.js';
import { recordStrainRepointed } from '../cross-references/strain.service.js';
import { archiveItem, refuseUnderPutAway } from '../plans/archive.service.js';
import { settleBelow } from '../plans/audience.service.js';
import { Workstream } from '../workstreams/workstream.entity.js';
import { Action } from './action.entity.js';
import { actionAbilities, actionFacts } from './action.policy.js';
import { forVerb, holdTree } from './action.service.js';
import { placeAfter, rowIn } from './place.service.js';
import { Placement } from './placement.entity.js';
import type { CombineActionsInput } from './placement.inputs.js';
import { type PlacementRow, standIn } from './placement.service.js';

type ActionRow = Action & Row & { partnershipId: string; audienceId: string };

/** Two that were entered twice become one, which stands in both plans; the other is put away and keeps its history. */
export async function combineActions(
  work: Work,
  input: CombineActionsInput,
): Promise<{ placement: PlacementRow; givenUp: ActionRow }> {
  const { keptId, givenUpId, id, expectedVersion } = input;
  if (keptId === givenUpId)
    throw invalidInput([{ field: 'givenUpId', message: 'An action is one with itself already.' }]);
  await holdTree(work, givenUpId);
  // In one order, whichever is kept: two who would combine them either way go one after the other.
  for (const one of [keptId, givenUpId].map((each) => each.toLowerCase()).sort())
    await work.lock(Action, one);
  const kept = await work.find<ActionRow>(Action, keptId);
  const givenUp = (await forVerb(work, givenUpId, 'archive')) as ActionRow;
  if (!kept || kept.partnershipId !== givenUp.partnershipId) throw notFound();
  await authoriseKept(work, kept);
  if (givenUp.archivedAt !== null) return answerAgain(work, kept, givenUp, id);
  await checkCombinable(work, kept, givenUp);

  const placement = await takePlaceOf(work, kept, givenUp, input);
  await endDismissal(work, { fromId: keptId, toId: givenUpId, kind: CrossReferenceKind.SAME_WORK_AS });
  await work.withEveryAudience(kept.partnershipId, async () => {
    const repointed = await repointReferences(work, givenUp, kept);
    await work.query(TAKE_ALONG, [givenUp.id, kept.id, kept.planId]);
    await settleBelow(work, ItemType.Action, kept);
    await recordStrainRepointed(work, repointed, givenUp, kept);
  });
  const away = await archiveItem(
    work,
    ItemType.Action,
    givenUp,
    { id: givenUpId, expectedVersion },
    true,
    GIVEN_UP_FOR,
  );
  return { placement, givenUp: away };
}

/** What the one is given up for: changed since it was shown, whoever gives it up looks again. */
const GIVEN_UP_FOR = ['title', 'status', 'timingEnd', 'expectedOutcome'];

/** Promises are taken over with it, and nobody makes promises for another. */
async function authoriseKept(work: Work, kept: ActionRow): Promise<void> {
  const facts = (await actionFacts(work, [kept])).get(kept.id);
  if (!facts || !actionAbilities(work.viewer.position, facts).propose)
    throw forbidden(
      'Only editors of an organisation that owns the action that stays may do this: have yours named among its owners first.',
    );
}

async function checkCombinable(work: Work, kept: ActionRow, givenUp: ActionRow): Promise<void> {
  await refuseUnderPutAway(work, { parentId: kept.id });
  if (kept.planId === givenUp.planId)
    throw ruleBroken('ONE_PLAN', 'Both stand in one plan: put away the one that is not needed.');
  const below = await work.query(
    `select id from actions where parent_id = $1 and archived_at is null limit 1`,
    [givenUp.id],
  );
  if (below.length)
    throw ruleBroken(
      'ACTIONS_BELOW',
      'Actions stand below the one that would be given up: move them or put them away first.',
    );
  if (!(await seenAlike(work, kept, givenUp)))
    throw ruleBroken(
      'SEEN_BY_OTHERS',
      'These two are not seen by the same people, and what was said of one would be shown or lost to some of them: let the same people see both first.',
    );
}

/** By the same people; the public aside, who may see one less. */
async function seenAlike(work: Work, kept: ActionRow, givenUp: ActionRow): Promise<boolean> {
  if (kept.audienceId === givenUp.audienceId) return true;
  const circles = await work.query<{ id: string; kind: AudienceKind }>(
    `select id, kind from audiences where id = any($1::uuid[])`,
    [[kept.audienceId, givenUp.audienceId]],
  );
  const kindOf = (id: string) => circles.find((circle) => circle.id === id)?.kind;
  return (
    kindOf(kept.audienceId) === AudienceKind.PARTNERSHIP &&
    kindOf(givenUp.audienceId) === AudienceKind.EVERYONE
  );
}

/** In the place and under the reference of the one given up; below another action, behind that one’s tree. */
async function takePlaceOf(
  work: Work,
  kept: ActionRow,
  givenUp: ActionRow,
  input: CombineActionsInput,
): Promise<PlacementRow> {
  const [standing] = await work.query<PlacementRow>(STANDING, [kept.id, givenUp.workstreamId]);
  if (standing) return work.lock<Placement>(Placement, standing.id);
  const workstream = await work.lock<Workstream>(Workstream, givenUp.workstreamId);
  const [top] = await work.query(TOP, [givenUp.id]);
  const position =
    givenUp.parentId === null ? givenUp.position : await placeAfter(work, rowIn(workstream), top?.id ?? null);
  const { reference } = givenUp;
  return standIn(work, workstream, { id: input.id, actionId: kept.id, reference, position, input });
}

/** The same asked again is answered with what it did. */
async function answerAgain(work: Work, kept: ActionRow, givenUp: ActionRow, id: string | undefined) {
  const [standing] = await work.query(STANDING, [kept.id, givenUp.workstreamId]);
  if (!standing || standing.id !== id)
    throw ruleBroken('PUT_AWAY', 'The one that would be given up was put away: bring that back first.');
  return { placement: await work.lock<Placement>(Placement, standing.id), givenUp };
}

const STANDING = `select id from placements where action_id = $1 and workstream_id = $2 and archived_at is null`;

const TOP = `
  with recursive above as (
    select id, parent_id from actions where id = $1
    union select a.id, a.parent_id from actions a join above b on a.id = b.parent_id)
  select id from above where parent_id is null`;

/** Where the one given up stood besides, the kept one stands now; but not in its own plan, nor twice. */
const TAKE_ALONG = `
  update placements t set action_id = $2, to_plan_id = $3
  where t.action_id = $1 and t.archived_at is null and t.plan_id <> $3
    and not exists (select from placements k where k.action_id = $2 and k.workstream_id = t.workstream_id and k.archived_at is null)`;
