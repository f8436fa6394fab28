import { CrossReferenceKind, CrossReferenceStatus } from '../../../schema/vocabulary.js';
import type { Work } from '../../platform/db/work.js';
import { invalidInput, ruleBroken } from '../../platform/graphql/errors.js';
import type { ItemVersionInput } from '../actions/action.inputs.js';
import { CrossReference } from './cross-reference.entity.js';
import type { CounterCrossReferenceInput, DisputeCrossReferenceInput } from './cross-reference.inputs.js';
import { forVerb, type ReferenceRow, saved } from './cross-reference.service.js';

/** What an answer is an answer to: changed since it was shown, nobody has agreed to it. */
const ANSWERED = ['kind', 'neededBy', 'promisedBy'] as const;

/** Yes: of the other end’s owner to what was asked, or of whoever asked to the day that was offered instead. */
export async function confirmCrossReference(work: Work, input: ItemVersionInput): Promise<ReferenceRow> {
  const found = await work.find<CrossReference>(CrossReference, input.id);
  const isOffer = found?.status === CrossReferenceStatus.COUNTERED;
  const reference = await forAnswer(work, input.id, isOffer ? 'accept' : 'answer');
  if (reference.status === CrossReferenceStatus.CONFIRMED) return reference;
  const patch = {
    status: CrossReferenceStatus.CONFIRMED,
    // A day that was offered before somebody said yes to what was asked is the day no longer.
    ...(isOffer ? {} : { promisedBy: null, confidence: null }),
    reason: null,
    ...decision(work, reference),
  };
  return saved(work, reference, patch, input, ANSWERED);
}

/** Yes, for a day of the giver’s own: in time it is agreed; later than needed it is for whoever asked to accept. */
export async function counterCrossReference(
  work: Work,
  input: CounterCrossReferenceInput,
): Promise<ReferenceRow> {
  const reference = await forAnswer(work, input.id, 'answer');
  if (reference.kind !== CrossReferenceKind.DEPENDS_ON)
    throw invalidInput([
      { field: 'promisedBy', message: 'Only what depends on another (DEPENDS_ON) has a day.' },
    ]);
  const isInTime = reference.neededBy === null || input.promisedBy <= reference.neededBy;
  const patch = {
    status: isInTime ? CrossReferenceStatus.CONFIRMED : CrossReferenceStatus.COUNTERED,
    promisedBy: input.promisedBy,
    confidence: input.confidence ?? null,
    reason: input.reason?.trim() || null,
    ...decision(work, reference),
  };
  return saved(work, reference, patch, input, ANSWERED);
}

export async function disputeCrossReference(
  work: Work,
  input: DisputeCrossReferenceInput,
): Promise<ReferenceRow> {
  const reference = await forAnswer(work, input.id, 'answer');
  if (input.reason.trim() === '')
    throw invalidInput([{ field: 'reason', message: 'Say why, so that the other end can act on it.' }]);
  const patch = {
    status: CrossReferenceStatus.DISPUTED,
    reason: input.reason,
    ...decision(work, reference),
  };
  return saved(work, reference, patch, input, ANSWERED);
}

function decision(work: Work, reference: ReferenceRow) {
  const person = work.viewer.people.get(reference.partnershipId);
  return { decidedById: person?.id ?? null, decidedAt: new Date().toISOString() };
}

async function forAnswer(work: Work, id: string, verb: 'answer' | 'accept'): Promise<ReferenceRow> {
  const reference = await forVerb(work, id, verb);
  if (reference.archivedAt !== null)
    throw ruleBroken('WITHDRAWN', 'This was withdrawn: there is nothing left to answer.');
  return reference;
}
