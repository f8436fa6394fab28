import type { SeatCapacity } from '../../../schema/vocabulary.js';
import { type Quorum, type QuorumRule, quorumInWords, quorumOf, type VotingSeat } from './quorum.rules.js';
import { isHeldOn, type Term } from './seat.rules.js';

export interface SeatFact extends VotingSeat, Term {
  readonly capacity: SeatCapacity;
  readonly isVoting: boolean;
  readonly personId: string | null;
  readonly deputyIds: readonly string[];
}

/** For how long somebody held a post. */
export interface Tenure extends Term {
  readonly postId: string;
  readonly personId: string;
}

/** A seat as it is on one day, and who holds it then. */
export interface SeatOnDay extends SeatFact {
  /** The person of the seat, or whoever holds its post on that day; null while that is vacant. */
  readonly holderId: string | null;
}

/** The seats of a board on a day, in their order. Tenures come latest first: of two who hold a post, the later does. */
export const seatsOnDay = <Seat extends SeatFact>(
  seats: readonly Seat[],
  tenures: readonly Tenure[],
  day: string,
): (Seat & SeatOnDay)[] =>
  seats
    .filter((seat) => isHeldOn(seat, day))
    .map((seat) => ({ ...seat, holderId: seat.personId ?? holderOn(tenures, seat.postId, day) }));

const holderOn = (tenures: readonly Tenure[], postId: string | null, day: string): string | null =>
  tenures.find((tenure) => tenure.postId === postId && isHeldOn(tenure, day))?.personId ?? null;

/**
 * The voting seats that could all be taken at one meeting, each by somebody else. Nobody sits in for a holder where there
 * is none; who holds two seats sits in one of them, and a deputy in the other.
 */
export function fillable(seats: readonly SeatOnDay[]): string[] {
  const voting = seats.filter(({ isVoting }) => isVoting);
  const holders = new Set(voting.map(({ holderId }) => holderId));
  const sitting = new Set<string>();
  return voting.flatMap(({ id, holderId, deputyIds }) => {
    if (holderId === null) return [];
    const who = sitting.has(holderId)
      ? deputyIds.find((deputy) => !sitting.has(deputy) && !holders.has(deputy))
      : holderId;
    if (who === undefined) return [];
    sitting.add(who);
    return [id];
  });
}

export interface QuorumOnDay extends Quorum {
  readonly inWords: string;
  readonly votingSeats: number;
}

/** What a quorum is on a day, and whether the seats as they are filled then could meet it. */
export function quorumOnDay(rule: QuorumRule, seats: readonly SeatOnDay[]): QuorumOnDay {
  const voting = seats.filter(({ isVoting }) => isVoting);
  return {
    ...quorumOf(rule, voting, fillable(seats), 'FILLED'),
    inWords: quorumInWords(rule, voting.length),
    votingSeats: voting.length,
  };
}
