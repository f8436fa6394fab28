import { Field, Int, ObjectType } from 'type-graphql';
import { BragStatus, CrossReferenceKind } from '../../../schema/vocabulary.js';
import { ID } from '../../platform/graphql/scalars.js';
import { BragSummary } from '../plans/plan.entity.js';

@ObjectType({ description: 'What stood at a place when the map was frozen, as it was called then.' })
export class FrozenItem {
  @Field(() => String, {
    description:
      'Its type: Action, Workstream, Priority, AccountableBusinessUnit, Organisation, Board, Plan or ExternalDependency.',
  })
  itemType!: string;

  @Field(() => String, { description: 'Its title; of a body its name.' })
  title!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The reference of an action; the number of a workstream or a priority.',
  })
  reference!: string | null;

  @Field(() => String, { nullable: true, description: 'Of an action: the number of its workstream.' })
  workstreamNumber!: string | null;

  @Field(() => ID, { nullable: true, description: 'The plan it belonged to.' })
  planId!: string | null;

  @Field(() => String, { nullable: true, description: 'The title of that plan.' })
  planTitle!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who led, hosted or controlled it; of a plan its board.',
  })
  whose!: string | null;

  @Field(() => BragStatus, {
    nullable: true,
    description: 'How it stood, of an action or something no partner controls.',
  })
  status!: BragStatus | null;

  @Field(() => Boolean, { description: 'Whether it was an action past its end and not Blue.' })
  isOverdue!: boolean;
}

@ObjectType({ description: 'A place on a frozen map.' })
export class FrozenNode {
  @Field(() => ID, { description: 'The identifier of what stood there; edges name it.' })
  id!: string;

  @Field(() => FrozenItem, { description: 'What stood there.' })
  item!: FrozenItem;

  @Field(() => Boolean, { description: 'Whether it belonged to another plan than the one shown.' })
  isOutside!: boolean;

  @Field(() => ID, {
    nullable: true,
    description: 'The node that was opened to show it; nothing for a place of the level itself.',
  })
  within!: string | null;

  @Field(() => BragSummary, {
    nullable: true,
    description: 'How its actions stood, of those that everybody it was frozen for could see.',
  })
  summary!: BragSummary | null;
}

@ObjectType({ description: 'All cross-references of one kind that ran from one place to another.' })
export class FrozenEdge {
  @Field(() => ID, { description: 'The node it was written at.' })
  fromId!: string;

  @Field(() => ID, { description: 'The node it pointed at.' })
  toId!: string;

  @Field(() => CrossReferenceKind, { description: 'What the one was to the other.' })
  kind!: CrossReferenceKind;

  @Field(() => Int, { description: 'How many there were.' })
  total!: number;

  @Field(() => Int, { description: 'Of these, those under strain.' })
  strained!: number;

  @Field(() => Int, { description: 'Of these, those whose giver was withdrawn.' })
  broken!: number;

  @Field(() => Int, { description: 'Of these, those nobody had answered.' })
  unanswered!: number;

  @Field(() => Int, { description: 'Of these, those the other end disputed.' })
  disputed!: number;

  @Field(() => [ID], { description: 'The cross-references themselves, in the order they were written.' })
  crossReferenceIds!: string[];
}

@ObjectType({ description: 'What a frozen map shows, in the shape of `interdependencies`.' })
export class FrozenInterdependencies {
  @Field(() => [String], {
    description: 'What of the map is shown, in words, one sentence for each thing that narrows it.',
  })
  narrowing!: string[];

  @Field(() => [FrozenNode], { description: 'Its places.' })
  nodes!: FrozenNode[];

  @Field(() => [FrozenNode], { description: 'The nodes that were opened.' })
  opened!: FrozenNode[];

  @Field(() => [FrozenEdge], { description: 'What ran between them.' })
  edges!: FrozenEdge[];

  @Field(() => Int, {
    description: 'How many cross-references were not drawn, because an end belonged to none of the places.',
  })
  unplaced!: number;
}

@ObjectType({
  description:
    'What of a map, as you see it, a frozen copy would leave out, because not all who are to open it see it.',
})
export class FrozenMapLeftOut {
  @Field(() => Int, { description: 'How many places it would show.' })
  places!: number;

  @Field(() => Int, { description: 'How many cross-references it would show.' })
  crossReferences!: number;

  @Field(() => Int, { description: 'How many places you see and it would not show.' })
  placesLeftOut!: number;

  @Field(() => Int, {
    description: 'How many of the connections between places, or within one, it would not show at all.',
  })
  connectionsLeftOut!: number;

  @Field(() => Int, { description: 'How many cross-references you see and it would not show.' })
  crossReferencesLeftOut!: number;
}
