import { CrossReferenceKind } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { invalidInput, notFound, ruleBroken } from '../../platform/graphql/errors.js';
import { Action } from '../actions/action.entity.js';
import type { ItemVersionInput } from '../actions/action.inputs.js';
import { actingFor, endFacts } from './cross-reference.policy.js';
import { headOf } from './item.reads.js';
import { audienceOfBoth } from './promise.service.js';
import { SameWorkDismissal } from './same-work-dismissal.entity.js';
import type { CreateSameWorkDismissalInput } from './same-work-dismissal.inputs.js';
import { authoriseSameWork } from './same-work-dismissal.policy.js';

type DismissalRow = SameWorkDismissal & Row;

/** Says that two are not the same work. Of the same two it is said once: who says it again is answered with what stands. */
export async function dismissSameWork(
  work: Work,
  input: CreateSameWorkDismissalInput,
): Promise<DismissalRow> {
  const { id, actionId, otherActionId, reason } = input;
  const [first, second] = [actionId, otherActionId].map((one) => one.toLowerCase()).sort() as [
    string,
    string,
  ];
  if (first === second)
    throw invalidInput([{ field: 'otherActionId', message: 'An action is the same work as itself.' }]);
  // Held as by whoever proposes that they are the same: the lower one first, so that one of the two is told of the other.
  const one = await work.lock<Action>(Action, first);
  const [from, to] = [await headOf(work, first), await headOf(work, second)];
  if (!from || to?.type !== 'Action' || to.partnershipId !== one.partnershipId || !to.planId)
    throw notFound();
  const by = await judge(work, one.partnershipId, [first, second]);
  if (to.planId === one.planId)
    throw invalidInput([{ field: 'otherActionId', message: 'Only actions of two plans are asked about.' }]);
  const audienceId = await audienceOfBoth(work, from, to);
  const [same] = await work.query(SAID_SAME, [first, second]);
  if (same)
    throw ruleBroken('SAID_TO_BE_SAME', 'They were said to be the same work: withdraw or dispute that.');
  const [standing] = await work.query<{ id: string }>(STANDING, [first, second]);
  if (standing) return work.lock<SameWorkDismissal>(SameWorkDismissal, standing.id);
  return work.insertOnce<SameWorkDismissal>(SameWorkDismissal, id, input, {
    ...{ partnershipId: one.partnershipId, audienceId, planId: one.planId, toPlanId: to.planId },
    ...{ actionId: first, otherId: second, reason: reason?.trim() || null },
    ...by,
  });
}

/** Takes it back: they may be offered again. */
export async function takeBackDismissal(work: Work, input: ItemVersionInput): Promise<DismissalRow> {
  const found = await work.find<SameWorkDismissal>(SameWorkDismissal, input.id);
  if (!found) throw notFound();
  await work.lock<Action>(Action, found.actionId);
  const dismissal = await work.lock<SameWorkDismissal>(SameWorkDismissal, input.id);
  await judge(work, dismissal.partnershipId, [dismissal.actionId, dismissal.otherId]);
  if (dismissal.archivedAt !== null) return dismissal;
  const patch = { archivedAt: new Date().toISOString() };
  return work.update<SameWorkDismissal>(SameWorkDismissal, dismissal, patch, {
    version: input.expectedVersion,
  });
}

/** Whoever now says that two are the same work says with it that they are not any longer two. */
export async function endDismissal(
  work: Work,
  { fromId, toId, kind }: { fromId: string; toId: string; kind: CrossReferenceKind },
): Promise<void> {
  if (kind !== CrossReferenceKind.SAME_WORK_AS) return;
  await work.query(
    `update same_work_dismissals set archived_at = now() where archived_at is null and ${OF_TWO}`,
    [fromId, toId],
  );
}

/** Asks the policy, and records who does it and for which organisation. */
async function judge(work: Work, partnershipId: string, ids: readonly string[]) {
  const facts = await endFacts(work, ids);
  const ends = ids.map((id) => facts.get(id));
  authoriseSameWork(work.viewer.position, ends);
  const [first, second] = ends.map((end) => actingFor(work.viewer.position, end));
  const person = await work.actFor(partnershipId, first ?? second ?? null);
  return { dismissedById: person.id, organisationId: first ?? second ?? person.organisationId };
}

const OF_TWO = 'action_id = least($1::uuid, $2::uuid) and other_id = greatest($1::uuid, $2::uuid)';
const STANDING = `select id from same_work_dismissals where archived_at is null and ${OF_TWO}`;
const SAID_SAME = `
  select id from cross_references where kind = '${CrossReferenceKind.SAME_WORK_AS}' and archived_at is null and status <> 'DISPUTED'
    and ((from_id = $1 and to_id = $2) or (from_id = $2 and to_id = $1))`;
