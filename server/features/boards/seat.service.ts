import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { checkHere, circle, emptied, lockToAdminister } from '../organisations/administration.service.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Person } from '../organisations/person.entity.js';
import { Post } from '../organisations/post.entity.js';
import { refuseCleared } from '../plans/plan.service.js';
import { checkAllHere } from '../plans/priority.service.js';
import { Board, Seat } from './board.entity.js';
import type { CreateSeatInput, EndSeatInput, UpdateSeatInput } from './seat.inputs.js';
import { checkDeputies, checkTerm, checkWhose } from './seat.rules.js';

type SeatRow = Seat & Row;

export async function createSeat(work: Work, input: CreateSeatInput): Promise<SeatRow> {
  const { id, ...fields } = input;
  const { partnershipId } = await lockToAdminister<Board>(work, Board, input.boardId);
  checkWhose(input);
  checkTerm({ fromOn: input.fromOn, untilOn: input.untilOn ?? null });
  const { personId, postId, organisationId } = input;
  await checkHere(work, Person, partnershipId, { personId });
  await checkHere(work, Post, partnershipId, { postId });
  await checkHere(work, Organisation, partnershipId, { organisationId });
  const deputyIds = input.deputyIds ?? [];
  await checkAllHere(work, Person, partnershipId, deputyIds, 'deputyIds');
  checkDeputies({ personId: personId ?? null, deputyIds });
  return work.insertOnce<Seat>(Seat, id, input, {
    ...fields,
    deputyIds,
    organisationId:
      organisationId === undefined ? await organisationOf(work, personId ?? postId) : organisationId,
    partnershipId,
    // Who sits there is for the partnership to know, whether the seat names the person or the post.
    audienceId: await circle(work, partnershipId, 'PARTNERSHIP'),
  });
}

export async function updateSeat(work: Work, input: UpdateSeatInput): Promise<SeatRow> {
  refuseCleared(input, ['capacity', 'isVoting', 'fromOn']);
  const seat = await lockToAdminister<Seat>(work, Seat, input.id);
  const { id: _, expectedVersion, ...patch } = input;
  await checkHere(work, Organisation, seat.partnershipId, { organisationId: patch.organisationId });
  const deputyIds = emptied(patch.deputyIds);
  await checkAllHere(work, Person, seat.partnershipId, deputyIds, 'deputyIds');
  const updated = await work.update<Seat>(Seat, seat, { ...patch, deputyIds }, { version: expectedVersion });
  checkDeputies(updated);
  // After the merge: somebody else may have moved the other end meanwhile.
  checkTerm(updated);
  return updated;
}

export async function endSeat(work: Work, input: EndSeatInput): Promise<SeatRow> {
  const seat = await lockToAdminister<Seat>(work, Seat, input.id);
  const updated = await work.update<Seat>(
    Seat,
    seat,
    { untilOn: input.untilOn },
    { version: input.expectedVersion },
  );
  checkTerm(updated);
  return updated;
}

async function organisationOf(work: Work, personOrPostId: string | null | undefined): Promise<string | null> {
  const [found] = await work.query<{ of: string | null }>(
    `select organisation_id as of from people where id = $1 union all select organisation_id from posts where id = $1`,
    [personOrPostId],
  );
  return found?.of ?? null;
}
