import { ArrayMaxSize, ArrayMinSize, Length, Matches, Min } from 'class-validator';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
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

  @Length(0, 1_000)
  @Field(() => String, {
    nullable: true,
    description:
      'Why it is moved to another day, time or place. Wanted where it is published when and where it was to be, or where the new day gives fewer clear days of notice than the rules of its boards (Local Government Act 1972, section 100A(6)); told wherever the meeting is shown.',
  })
  reason?: string | null;
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
export const RestrictMeetingPayload = answers('Restrict');
export const ArchiveMeetingPayload = answers('Archive');
export const RestoreMeetingPayload = answers('Restore');
export const CreateMeetingsPayload = payload('CreateMeetings', 'meetings', () => Meeting, true);
