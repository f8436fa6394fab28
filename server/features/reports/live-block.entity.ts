import { Field, ObjectType } from 'type-graphql';

@ObjectType({
  description:
    'What a report shows live from the plans, as you see it just now. At publication it is frozen as everybody sees it whom the paper is for.',
})
export class LiveBlock {
  @Field(() => String, { description: 'What it is of, in words.' })
  title!: string;

  @Field(() => String, {
    description:
      'What stands in it, as JSON: a table, with a picture above it where something waits for something else, or a paragraph that says why there is none.',
  })
  blocks!: string;
}
