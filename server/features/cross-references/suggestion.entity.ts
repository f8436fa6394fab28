import { Field, Int, ObjectType } from 'type-graphql';
import { CrossReferenceKind } from '../../../schema/vocabulary.js';
import { CrossReferenceEnd } from './cross-reference.entity.js';

@ObjectType({
  description: 'A reference found in a text, and what it leads to. Offered, never made by itself.',
})
export class CrossReferenceSuggestion {
  @Field(() => String, {
    description: 'The words, exactly as they stand; several references of one list share them.',
  })
  text!: string;

  @Field(() => Int, { description: 'Where the words begin in the text.' })
  start!: number;

  @Field(() => Int, { description: 'Where they end.' })
  end!: number;

  @Field(() => CrossReferenceKind, { description: 'What the words around it say the item is to it.' })
  kind!: CrossReferenceKind;

  @Field(() => String, {
    nullable: true,
    description:
      'The workstream’s number, or its name where it is named by that; empty for the one the text stands in.',
  })
  workstream!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The reference, such as C2; empty for a whole workstream.',
  })
  reference!: string | null;

  @Field(() => CrossReferenceEnd, { nullable: true, description: 'What it leads to, when that is one item.' })
  item!: typeof CrossReferenceEnd | null;

  @Field(() => [CrossReferenceEnd], { description: 'What it may lead to, when references repeat.' })
  candidates!: (typeof CrossReferenceEnd)[];

  @Field(() => String, { nullable: true, description: 'Why it leads to no single item.' })
  unresolvedBecause!: string | null;

  @Field(() => Boolean, { description: 'Whether the item has a cross-reference to it already.' })
  isReferenced!: boolean;
}
