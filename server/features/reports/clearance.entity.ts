import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { ClearanceKind, ClearanceStatus } from '../../../schema/report-words.js';
import { Item } from '../../platform/db/base.js';
import { DateScalar, DateTimeScalar } from '../../platform/graphql/scalars.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Person } from '../organisations/person.entity.js';
import { Report } from './report.entity.js';

@ObjectType({ description: 'What the viewer may do with a clearance.' })
export class ClearanceAbilities {
  @Field(() => Boolean, {
    description: 'Answer it: whoever it names; leads of its organisation while it names nobody.',
  })
  answer!: boolean;

  @Field(() => Boolean, { description: 'Take the request back: those who may write in the report.' })
  archive!: boolean;
}

@ObjectType({
  implements: Item,
  description:
    'That an organisation was asked to clear a report, for finance, law or quality, and what it said. Clearances run side by side.',
})
@Entity('report_clearances')
export class ReportClearance extends Item {
  @Column('uuid')
  reportId!: string;

  @Column('uuid')
  boardId!: string;

  @Column('uuid', { nullable: true })
  meetingId!: string | null;

  @Field(() => ClearanceKind, { description: 'What it is cleared for.' })
  @Column('text')
  kind!: ClearanceKind;

  @Column('uuid')
  organisationId!: string;

  @Column('uuid', { nullable: true })
  personId!: string | null;

  @Field(() => ClearanceStatus, { description: 'How it stands.' })
  @Column('text')
  status!: ClearanceStatus;

  @Field(() => DateScalar, { nullable: true, description: 'By when the answer is wanted.' })
  @Column('date', { nullable: true })
  dueOn!: string | null;

  @Column('uuid', { nullable: true })
  askedById!: string | null;

  @Column('uuid', { nullable: true })
  answeredById!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was answered.' })
  @Column('timestamptz', { nullable: true })
  answeredAt!: string | null;

  @Field(() => String, { nullable: true, description: 'What was said with the answer.' })
  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text', { nullable: true })
  textHash!: string | null;

  @Field(() => Boolean, {
    description: 'Whether the report has changed since it was answered: what was cleared is an earlier text.',
  })
  isOfEarlierText!: boolean;

  @Field(() => Organisation, { nullable: true, description: 'The organisation asked.' })
  organisation!: Organisation | null;

  @Field(() => Person, { nullable: true, description: 'The person asked, if one was named.' })
  person!: Person | null;

  @Field(() => Person, { nullable: true, description: 'Who asked.' })
  askedBy!: Person | null;

  @Field(() => Person, { nullable: true, description: 'Who answered.' })
  answeredBy!: Person | null;

  @Field(() => Report, { nullable: true, description: 'The report.' })
  report!: Report | null;

  @Field(() => ClearanceAbilities, { description: 'What you may do with it.' })
  viewerCan!: ClearanceAbilities;
}
