import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { OutstandingKind } from '../../../schema/meeting-words.js';
import { Item } from '../../platform/db/base.js';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Person } from '../organisations/person.entity.js';
import { Report } from '../reports/report.entity.js';
import { Meeting } from './meeting.entity.js';

@ObjectType({
  implements: Item,
  description:
    'That those who keep a meeting asked somebody for what they owe it. Seen by those who see what it is about.',
})
@Entity('nudges')
export class Nudge extends Item {
  @Column('uuid')
  boardId!: string;

  @Column('uuid')
  meetingId!: string;

  @Field(() => OutstandingKind, { description: 'What was owed.' })
  @Column('text')
  kind!: OutstandingKind;

  @Column('uuid', { nullable: true })
  agendaItemId!: string | null;

  @Column('uuid', { nullable: true })
  forwardPlanEntryId!: string | null;

  @Column('uuid', { nullable: true })
  reportId!: string | null;

  @Column('uuid', { nullable: true })
  clearanceId!: string | null;

  @Column('uuid', { array: true })
  personIds!: string[];

  @Column('uuid', { nullable: true })
  organisationId!: string | null;

  @Field(() => DateScalar, { description: 'The day.' })
  @Column('date')
  nudgedOn!: string;

  @Column('uuid', { nullable: true })
  nudgedById!: string | null;

  @Field(() => Person, { nullable: true, description: 'Who nudged.' })
  nudgedBy!: Person | null;

  @Field(() => [Person], { description: 'The people who were nudged, where they owed it by name.' })
  people!: Person[];

  @Field(() => Organisation, { nullable: true, description: 'The organisation that was nudged.' })
  organisation!: Organisation | null;

  @Field(() => Meeting, { nullable: true, description: 'The meeting it was for.' })
  meeting!: Meeting | null;

  @Field(() => Report, { nullable: true, description: 'The report it was about, where it was about one.' })
  report!: Report | null;
}
