import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { ReportVersionReason } from '../../../schema/report-words.js';
import { Item } from '../../platform/db/base.js';
import { Person } from '../organisations/person.entity.js';
import { Report } from './report.entity.js';
import { ReportSection } from './report-text.entity.js';

@ObjectType({
  implements: Item,
  description: 'A report as it stood at a moment, kept for good.',
})
@Entity('report_versions')
export class ReportVersion extends Item {
  @Column('uuid')
  reportId!: string;

  @Column('uuid')
  boardId!: string;

  @Column('uuid', { nullable: true })
  meetingId!: string | null;

  @Field(() => ReportVersionReason, { description: 'Why it was kept.' })
  @Column('text')
  reason!: ReportVersionReason;

  @Field(() => String, { nullable: true, description: 'What was said when it was kept.' })
  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text')
  textHash!: string;

  @Column('uuid', { nullable: true })
  keptById!: string | null;

  @Field(() => Person, { nullable: true, description: 'Who kept it.' })
  keptBy!: Person | null;

  @Field(() => Report, { nullable: true, description: 'The report.' })
  report!: Report | null;

  @Field(() => [ReportSection], { description: 'What stood in its sections.' })
  sections!: ReportSection[];

  @Field(() => [String], { description: 'What it recommended, in order, each with its verb.' })
  recommended!: string[];

  @Field(() => Boolean, { description: 'Whether the report stands now as it did then.' })
  isCurrent!: boolean;
}
