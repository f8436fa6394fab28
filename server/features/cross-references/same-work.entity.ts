import { Field, Float, ObjectType } from 'type-graphql';
import { Action } from '../actions/action.entity.js';

@ObjectType({
  description: 'An action of another plan that may be the same work. Offered, never said by itself.',
})
export class PossiblySameWork {
  @Field(() => Action, { description: 'The action of the other plan.' })
  action!: Action;

  @Field(() => Float, {
    description:
      'How alike the two titles are, from 0 to 1. Words that few actions share count for more; other forms of a word count as the same.',
  })
  score!: number;

  @Field(() => [String], {
    description: 'The words they have in common, as they stand in the action asked about, the rarest first.',
  })
  words!: string[];
}
