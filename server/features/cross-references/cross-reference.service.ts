import { CrossReferenceKind, CrossReferenceStatus } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import type { Values, Work } from '../../platform/db/work.js';
import { invalidInput, notFound, ruleBroken } from '../../platform/graphql/errors.js';
import type { ItemVersionInput } from '../actions/action.inputs.js';
import { holdAudience } from '../plans/audience.service.js';
import { CrossReference, type CrossReferenceAbilities } from './cross-reference.entity.js';
import type { ProposeCrossReferenceInput, UpdateCrossReferenceInput } from './cross-reference.inputs.js';
import { actingFor, authoriseReference, endFacts, type ReferenceFacts } from './cross-reference.policy.js';
import { lapseNoticesOf } from './impact-notice.raising.js';
import { entityOf, headOf, type ItemHead } from './item.reads.js';
import { foundIn, mentionsIn, NOBODY_LOOKED, unresolvedForAllBecause } from './mention.service.js';
import { audienceOfBoth, checkNew, type NewPromise, statusBetween } from './promise.service.js';
import { endDismissal } from './same-work-dismissal.service.js';
import { agreedDay } from './strain.rules.js';

export type ReferenceRow = CrossReference & Row;

export async function proposeCrossReference(
  work: Work,
  input: ProposeCrossReferenceInput,
): Promise<ReferenceRow> {
  const from = await headOf(work, input.fromId);
  if (!from) throw notFound();
  // Two who propose the same at once go one after the other, so the second is told. Ends are held in one order, whichever
  // way a reference points, so that those who write at both ends do not wait for each other.
  const pointed = input.toId ? await headOf(work, input.toId) : null;
  if (pointed && pointed.id < from.id) await holdAudience(work, pointed.type, pointed.id);
  await work.lock(entityOf(from.type), from.id);
  const own = (await endFacts(work, [from.id])).get(from.id);
  authoriseReference(
    work.viewer.position,
    { from: own, to: undefined, status: CrossReferenceStatus.PROPOSED },
    'propose',
  );
  await work.actFor(from.partnershipId, actingFor(work.viewer.position, own));

  checkDays(input.kind, input);
  const { to, because } = await target(work, from, input);
  if (to) await takePlace(work, { fromId: from.id, toId: to.id, kind: input.kind, except: input.id ?? null });
  return work.insertOnce<CrossReference>(CrossReference, input.id, input, {
    partnershipId: from.partnershipId,
    audienceId: await audienceOfBoth(work, from, to),
    planId: from.planId,
    toPlanId: to?.planId ?? null,
    fromType: from.type,
    fromId: from.id,
    toType: to?.type ?? null,
    toId: to?.id ?? null,
    kind: input.kind,
    textAsWritten: input.text ?? null,
    note: input.note ?? null,
    neededBy: input.neededBy ?? null,
    ifLate: input.ifLate ?? null,
    unresolvedBecause: because,
    ...(await statusBetween(work, from, to)),
  });
}

export async function updateCrossReference(
  work: Work,
  input: UpdateCrossReferenceInput,
): Promise<ReferenceRow> {
  if (input.kind === null) throw invalidInput([{ field: 'kind', message: 'A cross-reference has a kind.' }]);
  const reference = await forVerb(work, input.id, 'update');
  const from = await headOf(work, reference.fromId);
  if (!from) throw notFound();
  const kind = input.kind ?? reference.kind;
  const to = input.toId ? await pointedAt(work, from, input.toId) : await headOfMaybe(work, reference.toId);
  if (input.toId && reference.toId !== null && input.toId !== reference.toId)
    throw ruleBroken('ALREADY_RESOLVED', 'This points at an item already: withdraw it and write another.');
  const isAnother = kind !== reference.kind || (to?.id ?? null) !== reference.toId;
  if (isAnother && to) await takePlace(work, { fromId: from.id, toId: to.id, kind, except: reference.id });
  checkDays(kind, input);
  const { note, neededBy, ifLate } = input;
  const patch = {
    kind,
    ...{ note, neededBy, ifLate },
    ...(isAnother && kind !== CrossReferenceKind.DEPENDS_ON ? { neededBy: null, ifLate: null } : {}),
    ...(isAnother || isSooner(reference, neededBy) ? await statusBetween(work, from, to) : {}),
    ...(to && reference.toId === null
      ? {
          toType: to.type,
          toId: to.id,
          toPlanId: to.planId,
          unresolvedBecause: null,
          audienceId: await audienceOfBoth(work, from, to),
        }
      : {}),
  };
  return saved(work, reference, patch, input);
}

export async function archiveCrossReference(
  work: Work,
  input: ItemVersionInput,
  archived: boolean,
): Promise<ReferenceRow> {
  const reference = await forVerb(work, input.id, 'archive');
  if ((reference.archivedAt !== null) === archived) return reference;
  const { fromId, toId, kind } = reference;
  if (!archived && toId) await takePlace(work, { fromId, toId, kind, except: reference.id });
  const patch = { archivedAt: archived ? new Date().toISOString() : null };
  return saved(work, reference, patch, input);
}

/** The same promise stands once; that two are the same work takes the place of that they are not. */
async function takePlace(work: Work, promise: NewPromise): Promise<void> {
  await checkNew(work, promise);
  await endDismissal(work, promise);
}

/** Writes what differs; what was told because the promise was in danger lapses where it no longer is. */
export async function saved(
  work: Work,
  reference: ReferenceRow,
  patch: Values,
  input: { expectedVersion: number },
  restsOn: readonly (keyof CrossReference)[] = [],
): Promise<ReferenceRow> {
  const updated = await work.update<CrossReference>(CrossReference, reference, patch, {
    ...seen(input),
    restsOn,
  });
  await lapseNoticesOf(work, updated);
  return updated;
}

/** Only a dependency is needed by a day. */
function checkDays(
  kind: CrossReferenceKind,
  input: { neededBy?: string | null; ifLate?: string | null },
): void {
  const given = (['neededBy', 'ifLate'] as const).filter((field) => input[field]);
  if (given.length && kind !== CrossReferenceKind.DEPENDS_ON)
    throw invalidInput(
      given.map((field) => ({ field, message: 'Only what depends on another (DEPENDS_ON) has this.' })),
    );
}

/** Whether a day is earlier than the one the other end said yes to: they have not agreed to that. */
function isSooner(reference: ReferenceRow, neededBy: string | null | undefined): boolean {
  const agreed = agreedDay(reference);
  return typeof neededBy === 'string' && (agreed === null || neededBy < agreed);
}

const seen = ({ expectedVersion }: { expectedVersion: number }) => ({
  version: expectedVersion,
  // One answer is several columns; to the one who gives it, it is one.
  fieldOf: {
    decidedById: 'status',
    decidedAt: 'status',
    toType: 'toId',
    toPlanId: 'toId',
    audienceId: 'toId',
  },
});

/** Locks the cross-reference, asks the policy, and records for which organisation it is done. */
export async function forVerb(
  work: Work,
  id: string,
  verb: keyof CrossReferenceAbilities,
): Promise<ReferenceRow> {
  const found = await work.find<CrossReference>(CrossReference, id);
  if (!found) throw notFound();
  const from = await headOf(work, found.fromId);
  // Duplicates are ruled out at the item it is written at, so whatever could make one waits there.
  if (from && verb !== 'answer' && verb !== 'accept') await work.lock(entityOf(from.type), from.id);
  const reference = await work.lock<CrossReference>(CrossReference, id);
  const facts = await referenceFacts(work, reference);
  authoriseReference(work.viewer.position, facts, verb);
  const { position } = work.viewer;
  const [first, second] = verb === 'answer' ? [facts.to, facts.from] : [facts.from, facts.to];
  await work.actFor(reference.partnershipId, actingFor(position, first) ?? actingFor(position, second));
  return reference;
}

async function referenceFacts(work: Work, { fromId, toId, status }: ReferenceRow): Promise<ReferenceFacts> {
  const facts = await endFacts(work, [fromId, toId]);
  return { from: facts.get(fromId), to: toId === null ? undefined : facts.get(toId), status };
}

const headOfMaybe = async (work: Work, id: string | null) => (id === null ? null : headOf(work, id));

async function pointedAt(work: Work, from: ItemHead, id: string): Promise<ItemHead> {
  const to = await headOf(work, id);
  if (!to || to.partnershipId !== from.partnershipId)
    throw invalidInput([{ field: 'toId', message: 'There is no such item.' }]);
  if (to.id === from.id)
    throw ruleBroken('NOT_TO_ITSELF', 'An item cannot have a cross-reference to itself.');
  return to;
}

/** What a proposal points at: the item given, or the one its words mean; else why they mean none. */
async function target(work: Work, from: ItemHead, { toId, text, resolve }: ProposeCrossReferenceInput) {
  if (toId) return { to: await pointedAt(work, from, toId), because: null };
  if (!text?.trim())
    throw invalidInput([{ field: 'toId', message: 'Name the item it points at, or give the words for it.' }]);
  if (!resolve) return { to: null, because: NOBODY_LOOKED };
  const [mention, ...more] = await mentionsIn(work, from, text);
  if (!mention) return { to: null, because: 'No reference was recognised in these words' };
  if (more.length)
    throw invalidInput([
      { field: 'text', message: `These words name ${more.length + 1} items: propose one for each.` },
    ]);
  const found = foundIn(mention);
  return found
    ? { to: await pointedAt(work, from, found), because: null }
    : { to: null, because: unresolvedForAllBecause(mention) };
}
