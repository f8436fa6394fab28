import { Field, ObjectType } from 'type-graphql';
import { ReportTextEvent } from '../../../schema/report-words.js';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Person } from '../organisations/person.entity.js';

@ObjectType({ description: 'A section of a report with what is written in it.' })
export class ReportSection {
  @Field(() => String, { description: 'What it is called within the template.' })
  key!: string;

  @Field(() => String, { description: 'Its title, as printed.' })
  title!: string;

  @Field(() => String, { description: 'Its words, a line for each paragraph.' })
  text!: string;

  @Field(() => String, {
    description:
      'What stands in it, as JSON: a list of headings, paragraphs, lists, tables and live blocks, in order.',
  })
  blocks!: string;
}

@ObjectType({ description: 'Somebody who has a report open just now.' })
export class ReportWriter {
  @Field(() => Person, { nullable: true, description: 'Who.' })
  person!: Person | null;

  @Field(() => Organisation, { nullable: true, description: 'Of which organisation.' })
  organisation!: Organisation | null;

  @Field(() => String, { description: 'Tells apart several pages one person has open.' })
  key!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where in the text they are, as their page sent it.',
  })
  cursor!: string | null;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  since!: string;
}

@ObjectType({ description: 'What is told of the text of a report while it is written.' })
export class ReportTextChange {
  @Field(() => ReportTextEvent, { description: 'What is told.' })
  event!: ReportTextEvent;

  @Field(() => String, {
    nullable: true,
    description: 'What was written, as a Yjs update in base64. First, all that you do not have.',
  })
  update!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Told first: how far the text has come, as a Yjs state vector in base64. What you have beyond it was not taken yet: send it.',
  })
  stateVector!: string | null;

  @Field(() => [ReportWriter], {
    nullable: true,
    description: 'Who has it open, of those you may know; nothing when that has not changed.',
  })
  writers!: ReportWriter[] | null;
}
