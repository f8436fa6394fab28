import { AgendaProposalKind } from '../../../schema/meeting-words.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { notFound, ruleBroken } from '../../platform/graphql/errors.js';
import { tableOf } from '../../platform/reading/tables.js';
import type { ItemVersionInput } from '../actions/action.inputs.js';
import type { Board } from '../boards/board.entity.js';
import { intersection, partnershipAudience, refreshAudiences } from '../plans/audience.service.js';
import { createAgendaItem } from './agenda-item.service.js';
import { AgendaOrigin } from './agenda-origin.entity.js';
import { AgendaProposalAnswer } from './agenda-proposal.entity.js';
import type * as inputs from './agenda-proposal.inputs.js';
import { proposalsFor } from './agenda-proposal.reads.js';
import { checkStays, evidenceOf, type Finding, MINUTES, PURPOSES, titleOf } from './agenda-proposal.rules.js';
import { boardsAt } from './forward-plan-boards.service.js';
import { ForwardPlanEntry } from './forward-plan-entry.entity.js';
import { createForwardPlanEntry, forVerb, moveForwardPlanEntry } from './forward-plan-entry.service.js';
import { authoriseKeeping, lockBoard } from './meeting.policy.js';
import { origins } from './meeting.reads.js';

type EntryRow = ForwardPlanEntry & Row;

/** A proposal becomes an entry, or part of one; what it was made for stays linked, with the evidence of the day. */
export async function acceptAgendaProposal(
  work: Work,
  input: inputs.AcceptAgendaProposalInput,
): Promise<EntryRow> {
  const board = await lockBoard(work, input.boardId);
  const again = input.id ? await work.find<ForwardPlanEntry>(ForwardPlanEntry, input.id) : null;
  if (again) return again;
  const finding = await proposed(work, board, input);
  const narrower = await audienceOf(work, finding);
  const entry = await entryOf(work, board, finding, input, narrower);
  const audienceId = await intersection(work, entry.audienceId, narrower);
  await refreshAudiences(work);
  await work.insert<AgendaOrigin>(AgendaOrigin, {
    ...{ entryId: entry.id, boardId: entry.boardId, partnershipId: entry.partnershipId, audienceId },
    ...{ kind: finding.kind, itemType: finding.itemType, itemId: finding.itemId },
    ...{ evidence: evidenceOf(finding), gaveTheWords: !input.intoEntryId && finding.itemId !== entry.id },
  });
  if (input.ontoAgenda && input.meetingId && !(await isOnAgenda(work, entry.id, input.meetingId)))
    await createAgendaItem(work, {
      ...{ meetingId: input.meetingId, forwardPlanEntryId: entry.id, section: input.section ?? null },
      lateReason: input.lateReason ?? null,
    });
  return entry;
}

async function entryOf(
  work: Work,
  board: Board & Row,
  finding: Finding,
  input: inputs.AcceptAgendaProposalInput,
  narrower: string,
): Promise<EntryRow> {
  const { meetingId = null } = input;
  // What slipped comes back as itself; what is planned for a meeting all the same stays there.
  if (finding.kind === AgendaProposalKind.DEFERRED_TWICE) {
    const entry = await forVerb(work, finding.itemId);
    if (entry.meetingId !== null) {
      checkStays(entry.meetingId, input.meetingId);
      return entry;
    }
    return moveForwardPlanEntry(work, {
      ...{ id: entry.id, expectedVersion: entry.version, meetingId, withBoardsOfMeeting: true },
    });
  }
  if (input.intoEntryId) return forVerb(work, input.intoEntryId);
  return createForwardPlanEntry(
    work,
    {
      ...(input.id === undefined ? {} : { id: input.id }),
      boardIds: await boardsAt(work, board.id, meetingId),
      meetingId,
      title: input.title ?? titleOf(finding).slice(0, 300),
      minutes: input.minutes ?? MINUTES[finding.kind],
      purpose: PURPOSES[finding.kind],
    },
    narrower,
  );
}

const isOnAgenda = async (work: Work, entryId: string, meetingId: string): Promise<boolean> =>
  (
    await work.query(
      `select id from agenda_items where forward_plan_entry_id = $1 and meeting_id = $2 and archived_at is null`,
      [entryId, meetingId],
    )
  ).length > 0;

export async function declineAgendaProposal(
  work: Work,
  input: inputs.DeclineAgendaProposalInput,
): Promise<AgendaProposalAnswer & Row> {
  const board = await lockBoard(work, input.boardId);
  const again = input.id ? await work.find<AgendaProposalAnswer>(AgendaProposalAnswer, input.id) : null;
  if (again) return again;
  const finding = await proposed(work, board, input);
  const { id, ...given } = input;
  const audienceId = await intersection(
    work,
    await partnershipAudience(work, board['partnershipId'] as string),
    await audienceOf(work, finding),
  );
  await refreshAudiences(work);
  return work.insertOnce<AgendaProposalAnswer>(AgendaProposalAnswer, id, input, {
    ...{ ...given, itemType: finding.itemType, audienceId, partnershipId: board.partnershipId },
    declinedById: work.viewer.people.get(board.partnershipId)?.id ?? null,
  });
}

/** It may be proposed again. */
export async function reopenAgendaProposal(
  work: Work,
  input: ItemVersionInput,
): Promise<AgendaProposalAnswer & Row> {
  const answer = await work.lock<AgendaProposalAnswer>(AgendaProposalAnswer, input.id);
  await authoriseKeeping(work, answer.partnershipId, [answer.boardId]);
  if (answer.archivedAt !== null) return answer;
  const patch = { archivedAt: new Date().toISOString() };
  return work.update<AgendaProposalAnswer>(AgendaProposalAnswer, answer, patch, {
    version: input.expectedVersion,
  });
}

/** The proposal as it stands now: what is not proposed any more is neither accepted nor declined. */
async function proposed(
  work: Work,
  board: Board & Row,
  { kind, itemId }: inputs.ProposalInput,
): Promise<Finding> {
  const found = (await proposalsFor(work, board.id)).find(
    (one) => one.kind === kind && one.itemId === itemId,
  );
  if (!found)
    throw ruleBroken(
      'NOT_PROPOSED',
      'This is not proposed any more: it was dealt with, planned or declined meanwhile.',
    );
  return found;
}

async function audienceOf(work: Work, { itemType, itemId }: Finding): Promise<string> {
  const entity = origins[itemType as keyof typeof origins];
  const [row] = await work.query<{ a: string }>(
    `select audience_id as a from ${tableOf(entity).name} where id = $1 for share`,
    [itemId],
  );
  if (!row) throw notFound();
  return row.a;
}
