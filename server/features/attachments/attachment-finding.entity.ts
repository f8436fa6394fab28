import { Field, ObjectType } from 'type-graphql';
import { AttachmentFindingKind } from '../../../schema/attachment-words.js';

@ObjectType({ description: 'Something that is in an attached file beside what meets the eye.' })
export class AttachmentFinding {
  @Field(() => AttachmentFindingKind, { description: 'What kind of thing.' })
  kind!: AttachmentFindingKind;

  @Field(() => String, { description: 'Where it is, by name; may be empty.' })
  where!: string;

  @Field(() => String, { description: 'What was found, and what it means for whoever attaches the file.' })
  words!: string;

  @Field(() => Boolean, { description: 'Whether it was taken out of the file that is kept.' })
  isTakenOut!: boolean;
}
