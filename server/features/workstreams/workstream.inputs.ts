import { Length, Min, ValidateNested } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { payload } from '../../platform/graphql/makers.js';
import { ID } from '../../platform/graphql/scalars.js';
import { ItemVersionInput, OwnerInput } from '../actions/action.inputs.js';
import { Workstream } from './workstream.entity.js';

@InputType({ description: 'A new workstream of a plan. It comes after the others.' })
export class CreateWorkstreamInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID you mint, so that trying again makes no second one.',
  })
  id?: string;

  @Field(() => ID, { description: 'The plan.' })
  planId!: string;

  @Length(1, 30)
  @Field(() => String, { nullable: true, description: 'Its number as printed.' })
  number?: string | null;

  @Length(1, 300)
  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The organisation that leads it. Only its leads can add actions.',
  })
  leadOrganisationId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'The priorities of the plan it serves.' })
  priorityIds?: string[] | null;

  @ValidateNested({ each: true })
  @Field(() => [OwnerInput], {
    nullable: true,
    description: 'Who answers to the board for it, each in the role SPONSOR.',
  })
  sponsors?: OwnerInput[] | null;
}

/** A chapter of a workstream's narrative. */
function Narrative(description: string): PropertyDecorator {
  return (target, property) => {
    Length(0, 20_000)(target, property);
    Field(() => String, { nullable: true, description })(target, property);
  };
}

@InputType({ description: 'Changes to a workstream. What is absent stays; null clears.' })
export class UpdateWorkstreamInput {
  @Field(() => ID, { description: 'The workstream.' })
  id!: string;

  @Min(1)
  @Field(() => Int, { description: 'The version you were shown.' })
  expectedVersion!: number;

  @Length(1, 30)
  @Field(() => String, { nullable: true, description: 'Its number as printed.' })
  number?: string | null;

  @Length(1, 300)
  @Field(() => String, { nullable: true, description: 'Its title. Cannot be cleared.' })
  title?: string | null;

  @Field(() => [ID], { nullable: true, description: 'The priorities of the plan it serves: all of them.' })
  priorityIds?: string[] | null;

  @Narrative('How it is governed.')
  governanceArrangements?: string | null;

  @Narrative('What support it needs.')
  supportRequirements?: string | null;

  @Narrative('How it fits with existing workstreams.')
  fitWithExistingWorkstreams?: string | null;

  @Narrative('Its impact on outcomes.')
  impactOnOutcomes?: string | null;

  @Narrative('How performance is managed.')
  performanceManagement?: string | null;

  @Narrative('What it contributes to the strategy.')
  contributionToStrategy?: string | null;

  @Narrative('How the whole of it is going.')
  updateOnActionPlan?: string | null;
}

@InputType({ description: 'Who answers for a workstream from now on. What is absent stays.' })
export class AssignWorkstreamInput extends ItemVersionInput {
  @ValidateNested({ each: true })
  @Field(() => [OwnerInput], {
    nullable: true,
    description: 'All its sponsors, in order, each in the role SPONSOR.',
  })
  sponsors?: OwnerInput[] | null;

  @Field(() => ID, { nullable: true, description: 'The organisation that leads it; null for none.' })
  leadOrganisationId?: string | null;
}

@InputType({ description: 'Where a workstream goes among the others of its plan.' })
export class MoveWorkstreamInput extends ItemVersionInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The workstream it goes right after; absent for the first place.',
  })
  afterId?: string | null;
}

export const CreateWorkstreamPayload = payload('CreateWorkstream', 'workstream', () => Workstream);
export const UpdateWorkstreamPayload = payload('UpdateWorkstream', 'workstream', () => Workstream);
export const AssignWorkstreamPayload = payload('AssignWorkstream', 'workstream', () => Workstream);
export const MoveWorkstreamPayload = payload('MoveWorkstream', 'workstream', () => Workstream);
export const ArchiveWorkstreamPayload = payload('ArchiveWorkstream', 'workstream', () => Workstream);
export const RestoreWorkstreamPayload = payload('RestoreWorkstream', 'workstream', () => Workstream);
