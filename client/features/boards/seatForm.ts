import type { SeatCapacity } from '../../../schema/vocabulary';
import { formatDay } from '../../platform/format/dates';
import { orNull } from '../../platform/ui/useForm';
import type { Seat } from '../organisations/bodies';
import { type Choices, namesIn } from '../organisations/choices';
import { CAPACITY_WORD } from '../organisations/words';
import { sitterOf } from './seating';

export type Capacity = keyof typeof SeatCapacity;

/** What is typed for a seat. Whose it is is settled once it is given: another person has another seat. */
export interface TypedSeat {
  /** 'person 0190…' or 'post 0190…': a seat goes with either. */
  readonly whose: string | null;
  readonly organisationId: string | null;
  readonly capacity: Capacity;
  readonly isVoting: boolean;
  readonly fromOn: string;
  readonly untilOn: string;
  readonly deputyIds: readonly string[];
}

export const typedSeat = (seat: Seat | null, today: string): TypedSeat => ({
  whose: null,
  organisationId: seat?.organisation?.id ?? null,
  capacity: seat?.capacity ?? 'MEMBER',
  isVoting: seat?.isVoting ?? true,
  fromOn: seat?.fromOn ?? today,
  untilOn: seat?.untilOn ?? '',
  deputyIds: seat?.deputies.map(({ id }) => id) ?? [],
});

export const seatFields = ({
  deputyIds,
  organisationId,
  capacity,
  isVoting,
  fromOn,
  untilOn,
}: TypedSeat) => ({
  organisationId,
  capacity,
  isVoting,
  fromOn,
  untilOn: orNull(untilOn),
  deputyIds: [...deputyIds],
});

/** The same as the verb takes it. */
export function whoseSeat({ whose }: TypedSeat): { personId: string | null; postId: string | null } {
  const [kind, id = null] = whose?.split(' ') ?? [];
  return { personId: kind === 'person' ? id : null, postId: kind === 'post' ? id : null };
}

const day = (value: unknown): string => formatDay(String(value));

export const seatWords = (seat: Seat | null, { organisations, people }: Choices) => ({
  item: seat ? `The seat of ${sitterOf(seat)}` : '',
  labels: {
    organisationId: 'For',
    capacity: 'Capacity',
    isVoting: 'Vote',
    fromOn: 'Since',
    untilOn: 'Last day',
    deputyIds: 'Deputies',
  },
  reads: {
    organisationId: namesIn(organisations),
    capacity: (value: unknown) => CAPACITY_WORD[value as Capacity],
    isVoting: (value: unknown) => (value === true ? 'Votes' : 'No vote'),
    fromOn: day,
    untilOn: day,
    deputyIds: namesIn(people),
  },
  fieldOfRule: { ENDS_BEFORE_IT_BEGINS: 'untilOn' as const },
});

/** Everybody who can be given a seat: people, and whoever holds a post. */
export function seatChoices({ people, posts }: Choices) {
  const options = (kind: string, choices: Choices['people']) =>
    choices.map(({ id, label, note }) => ({ id: `${kind} ${id}`, label, note }));
  return [
    { title: 'People', options: options('person', people) },
    { title: 'Posts: whoever holds one sits', options: options('post', posts) },
  ].filter((section) => section.options.length > 0);
}

/** The organisation of the person or the post: for that they sit, unless something else is said. */
export function ownOrganisation(typed: TypedSeat, { people, posts }: Choices): string | null {
  const { personId, postId } = whoseSeat(typed);
  const found = people.find(({ id }) => id === personId) ?? posts.find(({ id }) => id === postId);
  return found?.organisationId ?? null;
}
