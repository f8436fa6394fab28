import { Length, Min } from 'class-validator';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { payload } from '../../platform/graphql/makers.js';
import { ID } from '../../platform/graphql/scalars.js';
import { Action } from './action.entity.js';
import { ItemVersionInput } from './action.inputs.js';
import { Placement } from './placement.entity.js';

const afterwards =
  'The neighbour at the top of the workstream it goes right after: an action of the workstream, or the placement of one that stands there too. Null for the first place';

@InputType({ description: 'An action that is to stand in another plan too.' })
export class PlaceActionInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID you mint, so that trying again makes no second one.',
  })
  id?: string;

  @Field(() => ID, { description: 'The action.' })
  actionId!: string;

  @Field(() => ID, { description: 'The workstream of another plan.' })
  workstreamId!: string;

  @Length(1, 60)
  @Field(() => String, { nullable: true, description: 'Its reference in that plan, such as B7.' })
  reference?: string | null;

  @Field(() => ID, { nullable: true, description: `${afterwards}; absent for the last.` })
  afterId?: string | null;
}

@InputType({
  description: 'Changes to an action’s standing in another plan. What is absent stays; null clears.',
})
export class UpdatePlacementInput extends ItemVersionInput {
  @Length(1, 60)
  @Field(() => String, { nullable: true, description: 'Its reference in that plan.' })
  reference?: string | null;

  @Field(() => ID, { nullable: true, description: `${afterwards}; absent to leave it where it is.` })
  afterId?: string | null;
}

@InputType({ description: 'Two actions of two plans that are one, entered twice.' })
export class CombineActionsInput {
  @Field(() => ID, { description: 'The action that stays: your organisation answers for it.' })
  keptId!: string;

  @Field(() => ID, {
    description: 'The action that is given up for it: you may put it away, and nothing stands below it.',
  })
  givenUpId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'A UUID you mint for the place it gets, so that trying again makes no second one.',
  })
  id?: string;

  @Min(1)
  @Field(() => Int, { description: 'The version of the action given up that you were shown.' })
  expectedVersion!: number;
}

const answers = (verb: string) => payload(verb, 'placement', () => Placement);

export const PlaceActionPayload = answers('PlaceAction');
export const UpdatePlacementPayload = answers('UpdatePlacement');
export const ArchivePlacementPayload = answers('ArchivePlacement');
export const RestorePlacementPayload = answers('RestorePlacement');

@ObjectType({ description: 'What `combineActions` answers.' })
export class CombineActionsPayload {
  @Field(() => Placement, {
    description: 'Where the kept action stands from now on, in place of the one given up.',
  })
  placement!: Placement;

  @Field(() => Action, { description: 'The action given up, put away with its history.' })
  givenUp!: Action;
}
