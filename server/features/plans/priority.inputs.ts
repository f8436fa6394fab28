import { Length, Min, ValidateNested } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { payload } from '../../platform/graphql/makers.js';
import { ID } from '../../platform/graphql/scalars.js';
import { ItemVersionInput, OwnerInput } from '../actions/action.inputs.js';
import { Priority } from './priority.entity.js';

@InputType({ description: 'A new priority of a plan. It comes after the others.' })
export class CreatePriorityInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID you mint, so that trying again makes no second one.',
  })
  id?: string;

  @Field(() => ID, { description: 'The plan.' })
  planId!: string;

  @Length(1, 30)
  @Field(() => String, { description: 'Its number as printed.' })
  number!: string;

  @Length(1, 300)
  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Length(0, 10_000)
  @Field(() => String, { nullable: true, description: 'What is meant by it.' })
  description?: string | null;

  @Field(() => [ID], { nullable: true, description: 'The accountable business units that deliver it.' })
  abuIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'The boards that oversee it.' })
  overseeingBoardIds?: string[] | null;

  @ValidateNested({ each: true })
  @Field(() => [OwnerInput], { nullable: true, description: 'Its senior responsible officers.' })
  sros?: OwnerInput[] | null;
}

@InputType({ description: 'Changes to a priority. What is absent stays; null clears.' })
export class UpdatePriorityInput {
  @Field(() => ID, { description: 'The priority.' })
  id!: string;

  @Min(1)
  @Field(() => Int, { description: 'The version you were shown.' })
  expectedVersion!: number;

  @Length(1, 30)
  @Field(() => String, { nullable: true, description: 'Its number as printed. Cannot be cleared.' })
  number?: string | null;

  @Length(1, 300)
  @Field(() => String, { nullable: true, description: 'Its title. Cannot be cleared.' })
  title?: string | null;

  @Length(0, 10_000)
  @Field(() => String, { nullable: true, description: 'What is meant by it.' })
  description?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'The accountable business units that deliver it: all of them.',
  })
  abuIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'The boards that oversee it: all of them.' })
  overseeingBoardIds?: string[] | null;
}

@InputType({ description: 'Who is responsible for a priority from now on: the whole list.' })
export class AssignPriorityInput extends ItemVersionInput {
  @ValidateNested({ each: true })
  @Field(() => [OwnerInput], { description: 'All of them, in order, each in the role SRO.' })
  sros!: OwnerInput[];
}

export const CreatePriorityPayload = payload('CreatePriority', 'priority', () => Priority);
export const UpdatePriorityPayload = payload('UpdatePriority', 'priority', () => Priority);
export const AssignPriorityPayload = payload('AssignPriority', 'priority', () => Priority);
export const ArchivePriorityPayload = payload('ArchivePriority', 'priority', () => Priority);
export const RestorePriorityPayload = payload('RestorePriority', 'priority', () => Priority);
