import { Field, ObjectType } from 'type-graphql';
import { AudienceKind } from '../../../schema/vocabulary.js';
import { ID } from '../graphql/scalars.js';

@ObjectType({ description: 'Who may see an item. Only those who are in it ever learn of it.' })
export class Audience {
  @Field(() => AudienceKind, { description: 'What sort of circle it is.' })
  kind!: AudienceKind;

  @Field(() => [ID], { description: 'The organisations, the board or the people it names.' })
  memberIds!: string[];

  @Field(() => String, { description: 'The same in words, such as “Only Northmoor Council”.' })
  label!: string;
}
