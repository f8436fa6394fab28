import {
  CrossReferenceKind,
  ImpactAnswer,
  ImpactNoticeStatus,
  PlanStatus,
} from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { invalidInput, notFound, ruleBroken } from '../../platform/graphql/errors.js';
import { Action } from '../actions/action.entity.js';
import { actionAbilities, factsOfAction } from '../actions/action.policy.js';
import { updateAction } from '../actions/action.service.js';
import { CrossReference } from './cross-reference.entity.js';
import { ImpactNotice } from './impact-notice.entity.js';
import type { AnswerImpactNoticeInput } from './impact-notice.inputs.js';
import { authoriseNotice } from './impact-notice.policy.js';
import { lapseNoticesOf } from './impact-notice.raising.js';
import { giverAndReceiver, inWords } from './strain.rules.js';

type NoticeRow = ImpactNotice & Row;

/** Recorded for both ends to see. A new date of one’s own moves what one needs, and one’s own action, and nobody else’s. */
export async function answerImpactNotice(work: Work, input: AnswerImpactNoticeInput): Promise<NoticeRow> {
  const found = await work.find<ImpactNotice>(ImpactNotice, input.id);
  if (!found) throw notFound();
  // The promise is held before the notice, as by whatever else moves either.
  const reference = await work.lock<CrossReference>(CrossReference, found.crossReferenceId);
  const notice = await work.lock<ImpactNotice>(ImpactNotice, input.id);
  authoriseNotice(work.viewer.position, notice.organisationId);
  await work.actFor(notice.partnershipId, notice.organisationId);
  if (notice.status === ImpactNoticeStatus.LAPSED)
    throw ruleBroken('LAPSED', 'What you need is back in time: there is nothing left to answer.');
  checkAnswer(input);
  const isNewDate = input.answer === ImpactAnswer.NEW_DATE;
  const patch = {
    status: ImpactNoticeStatus[input.answer],
    note: input.note?.trim() || null,
    newDueOn: isNewDate ? (input.newDueOn ?? null) : null,
    answeredById: work.viewer.people.get(notice.partnershipId)?.id ?? null,
    answeredAt: new Date().toISOString(),
  };
  const answered = await work.update<ImpactNotice>(ImpactNotice, notice, patch, {
    version: input.expectedVersion,
    fieldOf: { newDueOn: 'status', answeredById: 'status', answeredAt: 'status', note: 'status' },
    restsOn: ['reasons'],
  });
  if (isNewDate && input.newDueOn) await moveOwnDate(work, reference, input.newDueOn);
  return answered;
}

function checkAnswer({ answer, note, newDueOn }: AnswerImpactNoticeInput): void {
  if (answer === ImpactAnswer.DISPUTED && !note?.trim())
    throw invalidInput([{ field: 'note', message: 'Say why, so that the other end can act on it.' }]);
  if (answer === ImpactAnswer.NEW_DATE && !newDueOn)
    throw invalidInput([{ field: 'newDueOn', message: 'Name your new date.' }]);
  if (answer !== ImpactAnswer.NEW_DATE && newDueOn)
    throw invalidInput([{ field: 'newDueOn', message: 'A date goes with NEW_DATE alone.' }]);
}

/** What is needed is needed by the new day; the action that needs it is due by then, where that is later and theirs to move. */
async function moveOwnDate(work: Work, reference: CrossReference & Row, day: string): Promise<void> {
  if (reference.kind === CrossReferenceKind.DEPENDS_ON) {
    const moved = await work.update<CrossReference>(CrossReference, reference, { neededBy: day });
    await lapseNoticesOf(work, moved);
  }
  const { kind, fromId, toId } = reference;
  const [, receiverId] = giverAndReceiver(kind, fromId, toId) ?? [null, null];
  const action = receiverId === null ? null : await work.find<Action>(Action, receiverId);
  if (!action?.timingEnd || action.timingEnd >= day) return;
  const facts = await factsOfAction(work, action.id);
  if (!facts || facts.planStatus === PlanStatus.CLOSED) return;
  if (actionAbilities(work.viewer.position, facts).update)
    await updateAction(work, { id: action.id, expectedVersion: action.version, timing: inWords(day) });
}
