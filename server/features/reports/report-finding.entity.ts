import { Field, ObjectType } from 'type-graphql';
import { ReportFindingKind } from '../../../schema/report-words.js';

@ObjectType({ description: 'Something that would have to be put right before a report goes out.' })
export class ReportFinding {
  @Field(() => ReportFindingKind, { description: 'What kind of thing.' })
  kind!: ReportFindingKind;

  @Field(() => String, {
    nullable: true,
    description: 'The section it stands in; nothing when it is about the report as a whole.',
  })
  section!: string | null;

  @Field(() => String, { description: 'Where it is, in words: the section, and what is written there.' })
  where!: string;

  @Field(() => String, { description: 'What would be right.' })
  remedy!: string;
}
