import type { Seat } from '../organisations/bodies';

type Term = Pick<Seat, 'fromOn' | 'untilOn' | 'archivedAt'>;

export const isHeld = ({ fromOn, untilOn, archivedAt }: Term, today: string): boolean =>
  !archivedAt && fromOn <= today && (!untilOn || untilOn >= today);

export const isPast = ({ untilOn }: Seat, today: string): boolean => untilOn !== null && untilOn < today;

/** Who sits there, or whose seat it was: the person, or the post when that is vacant or over. */
export const sitterOf = (seat: Seat): string =>
  seat.holder?.name ?? seat.person?.name ?? (seat.post ? `${seat.post.title} (vacant)` : 'Vacant');

/** The chair of a board today. */
export const chairOf = (seats: readonly Seat[], today: string): Seat | undefined =>
  seats.find((seat) => seat.capacity === 'CHAIR' && isHeld(seat, today));
