import { Field, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { CrossReference, CrossReferenceEnd } from './cross-reference.entity.js';

@ObjectType({ description: 'One step along a chain of dependencies.' })
export class ChainStep {
  @Field(() => Int, { description: 'How many steps from where the chain begins: 1 is next to it.' })
  depth!: number;

  @Field(() => CrossReferenceEnd, { description: 'The item reached.' })
  item!: typeof CrossReferenceEnd;

  @Field(() => CrossReference, { description: 'The promise by which it was reached first.' })
  crossReference!: CrossReference;
}

@ObjectType({ description: 'What rests on an item, or what it rests on, as far as you may see.' })
export class Chain {
  @Field(() => [ChainStep], { description: 'Each item once, nearest first.' })
  steps!: ChainStep[];

  @Field(() => Boolean, { description: 'Whether the chain comes back to where it begins.' })
  isCircular!: boolean;

  @Field(() => Boolean, { description: 'Whether there is more than was followed.' })
  isCut!: boolean;
}

@ObjectType({ description: 'One promise that would not hold.' })
export class ImpactStep {
  @Field(() => Int, { description: 'How many promises away: 1 counts on the item itself.' })
  depth!: number;

  @Field(() => CrossReferenceEnd, { description: 'The item that counts on it.' })
  item!: typeof CrossReferenceEnd;

  @Field(() => CrossReference, { description: 'The promise.' })
  crossReference!: CrossReference;

  @Field(() => [String], { description: 'Each reason in a plain sentence.' })
  reasons!: string[];

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The soonest the item could then be done; empty where no date says.',
  })
  soonest!: string | null;
}

@ObjectType({ description: 'What an item holds up, as it is or as you suppose it, as far as you may see.' })
export class Impact {
  @Field(() => [ImpactStep], { description: 'The promises that would not hold, nearest first, each once.' })
  steps!: ImpactStep[];

  @Field(() => [Organisation], { description: 'The organisations behind the items held up.' })
  organisations!: Organisation[];

  @Field(() => Boolean, { description: 'Whether there is more downstream than was followed.' })
  isCut!: boolean;
}
