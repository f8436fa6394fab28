import { bodyBeside } from '../../../schema/owner-name';
import { runningOrder } from '../../../schema/running-order';
import { formatCount, formatList } from '../../platform/format/counts';
import { CAPACITY_WORD } from '../organisations/words';
import type { MeetingBoard, MeetingSeat } from './whoMeets.queries';

/** Whose seat it is on the day. */
export const sitterOn = ({ holder, isVacant, seat: { post } }: MeetingSeat): string => {
  if (isVacant) return post ? `${post.title} (vacant)` : 'Vacant';
  return holder?.name ?? post?.title ?? 'Somebody';
};

/** “Chair, Northmoor Council. Deputy: Ben Hale.” */
export function seatInWords({ holder, isVacant, seat }: MeetingSeat): string {
  const { capacity, isVoting, post, organisation, deputies } = seat;
  const isNamed = post !== null && holder !== null && !isVacant;
  // Where nobody is named the post stands before, and says as much.
  const body = bodyBeside(post?.title, organisation?.name ?? null);
  const place = [
    ...(capacity === 'MEMBER' ? [] : [CAPACITY_WORD[capacity]]),
    ...(isNamed ? [post.title] : []),
    ...(body ? [body] : []),
    ...(isVoting ? [] : ['no vote']),
  ].join(', ');
  const sitIn =
    deputies.length === 0
      ? ''
      : `${deputies.length === 1 ? 'Deputy' : 'Deputies'}: ${formatList(deputies.map(({ name }) => name))}`;
  return [place, sitIn].filter((part) => part !== '').join('. ');
}

interface OfBoards {
  readonly isRestricted: boolean;
  readonly minutes: number | null;
  readonly boards: readonly { readonly id: string }[];
}

/** “Its items: 1, 3 and 4.”; null where all are. */
export function itemsInWords(boardId: string, startsAt: string, items: readonly OfBoards[]): string | null {
  const own = runningOrder(startsAt, items).filter(({ item }) =>
    item.boards.some(({ id }) => id === boardId),
  );
  if (own.length === items.length) return null;
  if (own.length === 0) return 'No item of the agenda is for it.';
  return `Its ${own.length === 1 ? 'item' : 'items'}: ${formatList(own.map(({ number }) => String(number)))}.`;
}

/** “Quorum: at least half of the voting seats (2 of 3). 3 voting seats, 2 of them filled on the day.” */
export function quorumSentence({ inWords, votingSeats, filledSeats }: MeetingBoard['quorum']): string {
  const rule = `Quorum: ${inWords.charAt(0).toLowerCase()}${inWords.slice(1)}.`;
  if (votingSeats === null || filledSeats === null) return rule;
  const filled =
    filledSeats === votingSeats
      ? votingSeats === 1
        ? 'filled'
        : 'all filled'
      : `${filledSeats} of them filled`;
  return votingSeats === 0
    ? rule
    : `${rule} ${formatCount(votingSeats, 'voting seat')}, ${filled} on the day.`;
}
