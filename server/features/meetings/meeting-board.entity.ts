import { Field, Int, ObjectType } from 'type-graphql';
import { Board, Seat } from '../boards/board.entity.js';
import { Person } from '../organisations/person.entity.js';

@ObjectType({ description: 'A seat of a board on the day of a meeting.' })
export class MeetingSeat {
  @Field(() => Seat, { description: 'The seat, with its deputies.' })
  seat!: Seat;

  @Field(() => Person, {
    nullable: true,
    description: 'Who holds it on that day: its person, or whoever holds its post then.',
  })
  holder!: Person | null;

  @Field(() => Boolean, { description: 'Whether nobody holds it on that day.' })
  isVacant!: boolean;
}

@ObjectType({
  description: 'Somebody of a kind who must be at the meeting, and how many seats could be theirs.',
})
export class MeetingQuorumPart {
  @Field(() => String, { description: 'Who, in words: “one NHS member”.' })
  label!: string;

  @Field(() => Int, { description: 'How many of them at least.' })
  atLeast!: number;

  @Field(() => Int, { description: 'How many voting seats of that kind are filled on the day.' })
  filledSeats!: number;
}

@ObjectType({
  description:
    'What a board needs to decide at a meeting, counted over the seats of that day. Its numbers are for those who may know who sits on the board; everybody may know the rule.',
})
export class MeetingQuorum {
  @Field(() => String, {
    description:
      'The whole of it in words; of a share of the voting seats also how many that is: “At least half of the voting seats (5 of 9)”.',
  })
  inWords!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'How many voting members must be there; nothing where the seats are not yours to see.',
  })
  needed!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many voting seats there are on that day; nothing where they are not yours to see.',
  })
  votingSeats!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many of them different people could take, the holders or deputies for them; a vacant seat has no deputy. Nothing where they are not yours to see.',
  })
  filledSeats!: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the seats as they are filled on that day could meet it at all. Nothing where they are not yours to see.',
  })
  isPossible!: boolean | null;

  @Field(() => [String], {
    description: 'What it falls short of, as sentences; none while it can be met.',
  })
  missing!: string[];

  @Field(() => [MeetingQuorumPart], {
    description: 'Who must be among those present. Empty where the seats are not yours to see.',
  })
  parts!: MeetingQuorumPart[];
}

@ObjectType({
  description: 'A board at a meeting: it has its own members and its own quorum, also beside others.',
})
export class MeetingBoard {
  @Field(() => Board, { description: 'The board.' })
  board!: Board;

  @Field(() => [MeetingSeat], {
    description: 'Its seats on the day of the meeting, chair first, as far as you may see them.',
  })
  seats!: MeetingSeat[];

  @Field(() => MeetingQuorum, { description: 'What it needs to decide.' })
  quorum!: MeetingQuorum;
}
