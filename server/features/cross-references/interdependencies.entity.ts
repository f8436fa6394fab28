import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { CrossReferenceKind } from '../../../schema/vocabulary.js';
import { saysItself } from '../../platform/db/base.js';
import { ID } from '../../platform/graphql/scalars.js';
import { BragSummary } from '../plans/plan.entity.js';
import { Workstream } from '../workstreams/workstream.entity.js';
import { CrossReference } from './cross-reference.entity.js';
import { ExternalDependency } from './external-dependency.entity.js';

export const InterdependencyItem = createUnionType({
  name: 'InterdependencyItem',
  description: 'What stands on the map: a workstream, or something no partner controls.',
  types: () => [Workstream, ExternalDependency] as const,
  resolveType: saysItself,
});

@ObjectType({ description: 'A place on the map.' })
export class InterdependencyNode {
  @Field(() => ID, { description: 'The identifier of what stands there; edges name it.' })
  id!: string;

  @Field(() => InterdependencyItem, { description: 'What stands there.' })
  item!: typeof InterdependencyItem;

  @Field(() => Boolean, { description: 'Whether it belongs to another plan.' })
  isOutside!: boolean;

  @Field(() => BragSummary, { nullable: true, description: 'How a workstream’s actions stand.' })
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

@ObjectType({ description: 'The map of what depends on what, workstream by workstream.' })
export class Interdependencies {
  @Field(() => [InterdependencyNode], {
    description:
      'The plan’s workstreams and what it waits for, then those of other plans that it is tied to.',
  })
  nodes!: InterdependencyNode[];

  @Field(() => [InterdependencyEdge], { description: 'What runs between them.' })
  edges!: InterdependencyEdge[];
}
