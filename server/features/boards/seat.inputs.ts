import { ArrayMaxSize, Min } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { SeatCapacity } from '../../../schema/vocabulary.js';
import { payload } from '../../platform/graphql/makers.js';
import { DateScalar, ID } from '../../platform/graphql/scalars.js';
import { Seat } from './board.entity.js';

const MOST_DEPUTIES = 10;

@InputType({ description: 'A new seat on a board: a person’s, or that of whoever holds a post.' })
export class CreateSeatInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID you mint, so that trying again makes no second one.',
  })
  id?: string;

  @Field(() => ID, { description: 'The board.' })
  boardId!: string;

  @Field(() => ID, { nullable: true, description: 'The person whose seat it is.' })
  personId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The post whose seat it is.' })
  postId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'For whom; absent for the organisation of the person or the post, null for nobody but themselves.',
  })
  organisationId?: string | null;

  @Field(() => SeatCapacity, { description: 'In what capacity.' })
  capacity!: SeatCapacity;

  @Field(() => Boolean, { defaultValue: true, description: 'Whether the seat has a vote.' })
  isVoting!: boolean;

  @Field(() => DateScalar, { description: 'Since when.' })
  fromOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Until when, if that is known.' })
  untilOn?: string | null;

  @ArrayMaxSize(MOST_DEPUTIES)
  @Field(() => [ID], {
    nullable: true,
    description: 'Who may sit in when the holder is away, in that order.',
  })
  deputyIds?: string[] | null;
}

@InputType({
  description: 'Changes to a seat. What is absent stays; null clears. Another person has another seat.',
})
export class UpdateSeatInput {
  @Field(() => ID, { description: 'The seat.' })
  id!: string;

  @Min(1)
  @Field(() => Int, { description: 'The version you were shown.' })
  expectedVersion!: number;

  @Field(() => ID, { nullable: true, description: 'For whom.' })
  organisationId?: string | null;

  @Field(() => SeatCapacity, { nullable: true, description: 'In what capacity. Cannot be cleared.' })
  capacity?: SeatCapacity | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the seat has a vote. Cannot be cleared.' })
  isVoting?: boolean | null;

  @Field(() => DateScalar, { nullable: true, description: 'Since when. Cannot be cleared.' })
  fromOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Until when.' })
  untilOn?: string | null;

  @ArrayMaxSize(MOST_DEPUTIES)
  @Field(() => [ID], {
    nullable: true,
    description: 'Who may sit in when the holder is away, in that order: the whole list.',
  })
  deputyIds?: string[] | null;
}

@InputType({ description: 'The last day of a seat.' })
export class EndSeatInput {
  @Field(() => ID, { description: 'The seat.' })
  id!: string;

  @Min(1)
  @Field(() => Int, { description: 'The version you were shown.' })
  expectedVersion!: number;

  @Field(() => DateScalar, { description: 'The last day it is held.' })
  untilOn!: string;
}

export const CreateSeatPayload = payload('CreateSeat', 'seat', () => Seat);
export const UpdateSeatPayload = payload('UpdateSeat', 'seat', () => Seat);
export const EndSeatPayload = payload('EndSeat', 'seat', () => Seat);
