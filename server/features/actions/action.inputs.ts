import { Length, Min, ValidateNested } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { BragStatus, OwnershipRole } from '../../../schema/vocabulary.js';
import { payload } from '../../platform/graphql/makers.js';
import { ID } from '../../platform/graphql/scalars.js';
import { Action } from './action.entity.js';

@InputType({
  description:
    'Who answers for an item. Name exactly one body, or give the words as written when nobody was recognised.',
})
export class OwnerInput {
  @Field(() => OwnershipRole, { description: 'In what way it answers. One accountable at most.' })
  role!: OwnershipRole;

  @Field(() => ID, {
    nullable: true,
    description: 'An organisation; with a person, the one the person acts for.',
  })
  organisationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'An accountable business unit.' })
  abuId?: string | null;

  @Field(() => ID, { nullable: true, description: 'A board.' })
  boardId?: string | null;

  @Field(() => ID, { nullable: true, description: 'A post.' })
  postId?: string | null;

  @Field(() => ID, { nullable: true, description: 'A person.' })
  personId?: string | null;

  @Length(1, 300)
  @Field(() => String, { nullable: true, description: 'A body outside the partnership, by name.' })
  outsideBody?: string | null;

  @Length(1, 500)
  @Field(() => String, { nullable: true, description: 'The words as written.' })
  asWritten?: string | null;
}

@InputType({ description: 'A new action in a workstream, or below another action.' })
export class CreateActionInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID you mint, so that trying again makes no second one.',
  })
  id?: string;

  @Field(() => ID, { description: 'The workstream.' })
  workstreamId!: string;

  @Field(() => ID, { nullable: true, description: 'The action it stands below.' })
  parentId?: string | null;

  @Length(1, 60)
  @Field(() => String, { nullable: true, description: 'Its reference, such as B2.3.' })
  reference?: string | null;

  @Length(1, 2000)
  @Field(() => String, { description: 'What is to be done.' })
  title!: string;

  @Length(0, 10_000)
  @Field(() => String, { nullable: true, description: 'What will be different.' })
  expectedOutcome?: string | null;

  @Length(0, 500)
  @Field(() => String, {
    nullable: true,
    description: 'When it is due, as you would write it: “end of March 2027”, “Q3”, “ongoing”.',
  })
  timing?: string | null;

  @ValidateNested({ each: true })
  @Field(() => [OwnerInput], { nullable: true, description: 'Who answers for it.' })
  leads?: OwnerInput[] | null;
}

@InputType({ description: 'Changes to an action. What is absent stays; null clears.' })
export class UpdateActionInput {
  @Field(() => ID, { description: 'The action.' })
  id!: string;

  @Min(1)
  @Field(() => Int, { description: 'The version you were shown.' })
  expectedVersion!: number;

  @Length(1, 60)
  @Field(() => String, { nullable: true, description: 'Its reference.' })
  reference?: string | null;

  @Length(1, 2000)
  @Field(() => String, { nullable: true, description: 'What is to be done. Cannot be cleared.' })
  title?: string | null;

  @Length(0, 10_000)
  @Field(() => String, { nullable: true, description: 'What will be different.' })
  expectedOutcome?: string | null;

  @Length(0, 500)
  @Field(() => String, { nullable: true, description: 'When it is due, as you would write it.' })
  timing?: string | null;
}

@InputType({ description: 'The item as you were shown it.' })
export class ItemVersionInput {
  @Field(() => ID, { description: 'The item.' })
  id!: string;

  @Min(1)
  @Field(() => Int, { description: 'The version you were shown.' })
  expectedVersion!: number;
}

@InputType({ description: 'A rating: Green, Amber, Red or not yet rated. Blue is a sponsor’s sign-off.' })
export class RateActionInput extends ItemVersionInput {
  @Field(() => BragStatus, { description: 'How it stands.' })
  status!: BragStatus;
}

@InputType({ description: 'Who answers for an action from now on: the whole list.' })
export class AssignActionInput extends ItemVersionInput {
  @ValidateNested({ each: true })
  @Field(() => [OwnerInput], { description: 'All of them, in order.' })
  leads!: OwnerInput[];
}

@InputType({
  description: 'Where an action goes: under another action, or in another place among its neighbours.',
})
export class MoveActionInput extends ItemVersionInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The action it goes below; null for the top of the workstream.',
  })
  parentId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The neighbour it goes right after; absent for the first place.',
  })
  afterId?: string | null;
}

export const CreateActionPayload = payload('CreateAction', 'action', () => Action);
export const UpdateActionPayload = payload('UpdateAction', 'action', () => Action);
export const RateActionPayload = payload('RateAction', 'action', () => Action);
export const SignOffActionPayload = payload('SignOffAction', 'action', () => Action);
export const AssignActionPayload = payload('AssignAction', 'action', () => Action);
export const MoveActionPayload = payload('MoveAction', 'action', () => Action);
export const ArchiveActionPayload = payload('ArchiveAction', 'action', () => Action);
export const RestoreActionPayload = payload('RestoreAction', 'action', () => Action);
