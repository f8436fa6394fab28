import { ArrayMaxSize, ArrayMinSize, Length, Matches, Max, Min } from 'class-validator';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { WeekOfMonth } from '../../../schema/vocabulary.js';
import { payload } from '../../platform/graphql/makers.js';
import { DateScalar, ID } from '../../platform/graphql/scalars.js';
import { ItemVersionInput } from '../actions/action.inputs.js';
import { Meeting } from './meeting.entity.js';

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const clock = { message: 'Write hours and minutes with a colon, such as 10:30.' };

@InputType({ description: 'A new meeting of a board, or of several at once.' })
export class CreateMeetingInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID you mint, so that trying again makes no second one.',
  })
  id?: string;

  @Field(() => [ID], { description: 'The boards that meet, the one that convenes first.' })
  boardIds!: string[];

  @Length(1, 200)
  @Field(() => String, { defaultValue: 'Meeting', description: 'What it is called.' })
  title!: string;

  @Field(() => DateScalar, { description: 'The day it meets on.' })
  meetsOn!: string;

  @Matches(CLOCK, clock)
  @Field(() => String, { description: 'When it begins: “10:30”.' })
  startsAt!: string;

  @Matches(CLOCK, clock)
  @Field(() => String, { nullable: true, description: 'When it is to end: “12:30”.' })
  endsAt?: string | null;

  @Length(0, 300)
  @Field(() => String, { nullable: true, description: 'Where it meets.' })
  place?: string | null;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Whether the standing items of the boards’ rules are put on its agenda.',
  })
  withStandingItems!: boolean;
}

@InputType({ description: 'Changes to a meeting. What is absent stays; null clears.' })
export class UpdateMeetingInput {
  @Field(() => ID, { description: 'The meeting.' })
  id!: string;

  @Min(1)
  @Field(() => Int, { description: 'The version you were shown.' })
  expectedVersion!: number;

  @Length(1, 200)
  @Field(() => String, { nullable: true, description: 'What it is called. Cannot be cleared.' })
  title?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day it meets on. Cannot be cleared.' })
  meetsOn?: string | null;

  @Matches(CLOCK, clock)
  @Field(() => String, { nullable: true, description: 'When it begins: “10:30”. Cannot be cleared.' })
  startsAt?: string | null;

  @Matches(CLOCK, clock)
  @Field(() => String, { nullable: true, description: 'When it is to end: “12:30”.' })
  endsAt?: string | null;

  @Length(0, 300)
  @Field(() => String, { nullable: true, description: 'Where it meets.' })
  place?: string | null;
}

@InputType({ description: 'Why a meeting does not take place.' })
export class CancelMeetingInput extends ItemVersionInput {
  @Length(1, 1_000)
  @Field(() => String, { description: 'Why; told wherever the meeting is shown.' })
  reason!: string;
}

@InputType({ description: 'The day of one of several meetings.' })
export class NewMeetingDayInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID you mint, so that trying again makes no second one.',
  })
  id?: string;

  @Field(() => DateScalar, { description: 'The day.' })
  meetsOn!: string;
}

@InputType({ description: 'Several meetings of the same boards at once, alike but for their days.' })
export class CreateMeetingsInput {
  @ArrayMinSize(1)
  @ArrayMaxSize(60)
  @Field(() => [NewMeetingDayInput], { description: 'The days.' })
  days!: NewMeetingDayInput[];

  @Field(() => [ID], { description: 'The boards that meet, the one that convenes first.' })
  boardIds!: string[];

  @Length(1, 200)
  @Field(() => String, { defaultValue: 'Meeting', description: 'What each is called.' })
  title!: string;

  @Matches(CLOCK, clock)
  @Field(() => String, { description: 'When each begins: “10:30”.' })
  startsAt!: string;

  @Matches(CLOCK, clock)
  @Field(() => String, { nullable: true, description: 'When each is to end: “12:30”.' })
  endsAt?: string | null;

  @Length(0, 300)
  @Field(() => String, { nullable: true, description: 'Where they meet.' })
  place?: string | null;
}

@InputType({ description: 'How a board meets through the year: “the third Friday of every second month”.' })
export class MeetingRhythmInput {
  @Field(() => WeekOfMonth, { description: 'In which week of the month.' })
  week!: WeekOfMonth;

  @Min(1)
  @Max(5)
  @Field(() => Int, { description: 'On which weekday: 1 is Monday, 5 Friday.' })
  weekday!: number;

  @Min(1)
  @Max(12)
  @Field(() => Int, { description: 'Every how many months, counted from that of the first day.' })
  everyMonths!: number;

  @Field(() => DateScalar, { description: 'Not before this day.' })
  from!: string;

  @Field(() => DateScalar, { description: 'Not after this day; at most three years later.' })
  until!: string;
}

@ObjectType({ description: 'A day on which a board would meet.' })
export class MeetingDay {
  @Field(() => DateScalar, { description: 'The day.' })
  on!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The bank holiday that is kept on it in England: the board will want another day.',
  })
  holiday!: string | null;
}

const answers = (verb: string) => payload(`${verb}Meeting`, 'meeting', () => Meeting);

export const CreateMeetingPayload = answers('Create');
export const UpdateMeetingPayload = answers('Update');
export const CancelMeetingPayload = answers('Cancel');
export const PlanMeetingAnewPayload = payload('PlanMeetingAnew', 'meeting', () => Meeting);
export const HoldMeetingPayload = answers('Hold');
export const CreateMeetingsPayload = payload('CreateMeetings', 'meetings', () => Meeting, true);
