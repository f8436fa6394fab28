import { Field, InputType } from 'type-graphql';
import { CrossReferenceKind, CrossReferenceStatus } from '../../../schema/vocabulary.js';
import { ID } from '../../platform/graphql/scalars.js';

@InputType({
  description: 'Which cross-references are on the map. All that is given must hold.',
})
export class InterdependencyFilter {
  @Field(() => [ID], {
    nullable: true,
    description: 'One of its ends stands at one of these organisations, as on the map of organisations.',
  })
  organisationIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'One of its ends stands at one of these boards, as on the map of boards.',
  })
  boardIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'One of its ends stands at one of these accountable business units, as on the map of ABUs.',
  })
  abuIds?: string[] | null;

  @Field(() => [CrossReferenceKind], { nullable: true, description: 'It is of one of these kinds.' })
  kinds?: CrossReferenceKind[] | null;

  @Field(() => [CrossReferenceStatus], { nullable: true, description: 'It has one of these statuses.' })
  statuses?: CrossReferenceStatus[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Strained or broken, or neither.' })
  strained?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether nobody has answered it yet.' })
  unanswered?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether one end is something no partner controls.',
  })
  external?: boolean | null;
}
