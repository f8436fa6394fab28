import { Length } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { MapLevel } from '../../../schema/vocabulary.js';
import { connection, payload } from '../../platform/graphql/makers.js';
import { DateTimeScalar, ID } from '../../platform/graphql/scalars.js';
import type { PageOrder } from '../../platform/reading/page.js';
import { ItemVersionInput } from '../actions/action.inputs.js';
import { AudienceInput } from '../plans/restrict.inputs.js';
import { FrozenMap } from './frozen-map.entity.js';
import { InterdependencyFilter } from './interdependencies.inputs.js';

@InputType({
  description:
    'Which of the connections between two places are shown, each whole. All that is true must hold.',
})
export class MapConnectionsInput {
  @Field(() => Boolean, { nullable: true, description: 'One of it is strained or broken.' })
  strained?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'One of it nobody has answered.' })
  unanswered?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'One end is something no partner controls.' })
  external?: boolean | null;
}

@InputType({ description: 'What of the map is to be frozen, what it is called, and for whom.' })
export class FreezeInterdependenciesInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID you mint, so that trying again makes no second one.',
  })
  id?: string;

  @Field(() => ID, { description: 'A plan or a partnership.' })
  within!: string;

  @Field(() => MapLevel, { defaultValue: MapLevel.WORKSTREAM, description: 'What each place stands for.' })
  level!: MapLevel;

  @Field(() => [ID], { nullable: true, description: 'Nodes opened in place, as of `interdependencies`.' })
  opened?: string[] | null;

  @Field(() => InterdependencyFilter, { nullable: true, description: 'Which cross-references.' })
  filter?: InterdependencyFilter | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Only this node and what is near it. One that is not on the map narrows nothing.',
  })
  around?: string | null;

  @Field(() => Int, {
    defaultValue: 1,
    description: 'With `around`: how many steps towards what it needs, 50 at most.',
  })
  up!: number;

  @Field(() => Int, {
    defaultValue: 1,
    description: 'With `around`: how many steps towards what needs it, 50 at most.',
  })
  down!: number;

  @Field(() => MapConnectionsInput, { nullable: true, description: 'Only some of the connections.' })
  connections?: MapConnectionsInput | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'As it stood then; absent for now. Not a moment to come.',
  })
  asOf?: string | null;

  @Length(1, 200)
  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Length(0, 2000)
  @Field(() => String, { nullable: true, description: 'What is to stand beside it.' })
  note?: string | null;

  @Field(() => AudienceInput, {
    description:
      'Who may open it. You must be one of them. EVERYONE is for whoever may publish the plan, or administers the partnership.',
  })
  audience!: AudienceInput;
}

@InputType({ description: 'A frozen copy as you were shown it, and why it is withdrawn.' })
export class WithdrawFrozenMapInput extends ItemVersionInput {
  @Length(0, 1000)
  @Field(() => String, { nullable: true, description: 'Why, for those who come to its address.' })
  because?: string | null;
}

export const FreezeInterdependenciesPayload = payload(
  'FreezeInterdependencies',
  'frozenMap',
  () => FrozenMap,
);
export const WithdrawFrozenMapPayload = payload('WithdrawFrozenMap', 'frozenMap', () => FrozenMap);
export const FrozenMapConnection = connection(FrozenMap);

/** Latest first. */
export const frozenMapOrder: PageOrder = {
  name: 'FROZEN',
  by: [
    { sql: 't.created_at', type: 'timestamptz' },
    { sql: 't.id', type: 'uuid' },
  ],
  descending: true,
};
