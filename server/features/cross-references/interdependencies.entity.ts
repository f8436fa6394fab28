import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { CrossReferenceKind } from '../../../schema/vocabulary.js';
import { saysItself } from '../../platform/db/base.js';
import { ID } from '../../platform/graphql/scalars.js';
import { Action } from '../actions/action.entity.js';
import { Board } from '../boards/board.entity.js';
import { AccountableBusinessUnit } from '../organisations/abu.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { BragSummary, Plan } from '../plans/plan.entity.js';
import { Priority } from '../plans/priority.entity.js';
import { Workstream } from '../workstreams/workstream.entity.js';
import { CrossReference } from './cross-reference.entity.js';
import { ExternalDependency } from './external-dependency.entity.js';

export const InterdependencyItem = createUnionType({
  name: 'InterdependencyItem',
  description:
    'What stands on the map: an action, a workstream, a priority, an ABU, an organisation, a board or a plan, as the level says; or something no partner controls.',
  types: () =>
    [
      Action,
      Workstream,
      Priority,
      AccountableBusinessUnit,
      Organisation,
      Board,
      Plan,
      ExternalDependency,
    ] as const,
  resolveType: saysItself,
});

@ObjectType({ description: 'A place on the map.' })
export class InterdependencyNode {
  @Field(() => ID, { description: 'The identifier of what stands there; edges name it.' })
  id!: string;

  @Field(() => InterdependencyItem, { description: 'What stands there.' })
  item!: typeof InterdependencyItem;

  @Field(() => Boolean, { description: 'Whether it belongs to another plan than the one asked for.' })
  isOutside!: boolean;

  @Field(() => ID, {
    nullable: true,
    description: 'The node that was opened to show it; nothing for a place of the level itself.',
  })
  within!: string | null;

  @Field(() => BragSummary, {
    nullable: true,
    description:
      'How the actions of its workstreams stand (of an organisation: of those it leads), as far as they belong to what was asked for.',
  })
  summary!: BragSummary | null;
}

@ObjectType({
  description:
    'All cross-references of one kind from one place to another, of those you may see. Both ends may be one place.',
})
export class InterdependencyEdge {
  @Field(() => ID, { description: 'The node it is written at.' })
  fromId!: string;

  @Field(() => ID, { description: 'The node it points at.' })
  toId!: string;

  @Field(() => CrossReferenceKind, { description: 'What the one is to the other.' })
  kind!: CrossReferenceKind;

  @Field(() => Int, { description: 'How many there are.' })
  total!: number;

  @Field(() => Int, { description: 'Of these, those under strain.' })
  strained!: number;

  @Field(() => Int, { description: 'Of these, those whose giver was withdrawn.' })
  broken!: number;

  @Field(() => Int, { description: 'Of these, those nobody has answered.' })
  unanswered!: number;

  @Field(() => Int, { description: 'Of these, those the other end disputes.' })
  disputed!: number;

  @Field(() => [CrossReference], {
    description: 'The cross-references themselves, in the order they were written.',
  })
  crossReferences!: CrossReference[];
}

@ObjectType({ description: 'The map of what depends on what, place by place.' })
export class Interdependencies {
  @Field(() => [InterdependencyNode], {
    description:
      'Where the plan’s workstreams and what it waits for stand, then the places of other plans that it is tied to. An action stands only where a cross-reference ends at it.',
  })
  nodes!: InterdependencyNode[];

  @Field(() => [InterdependencyNode], {
    description:
      'The nodes that were opened. One stands among `nodes` as well when a cross-reference ends at none of its parts but at itself or its risks.',
  })
  opened!: InterdependencyNode[];

  @Field(() => [InterdependencyEdge], { description: 'What runs between them.' })
  edges!: InterdependencyEdge[];

  @Field(() => Int, {
    description:
      'How many cross-references are not drawn, because an end belongs to none of the places: a workstream that serves no priority, on the map of priorities. With those of the edges it makes the same number on every map.',
  })
  unplaced!: number;
}
