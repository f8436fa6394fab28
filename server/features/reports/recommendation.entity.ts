import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { RecommendationVerb } from '../../../schema/report-words.js';
import { Item } from '../../platform/db/base.js';
import { Report } from './report.entity.js';

@ObjectType({
  implements: Item,
  description: 'What a report recommends a board to do: a line of its own, since a decision comes of each.',
})
@Entity('report_recommendations')
export class ReportRecommendation extends Item {
  @Column('uuid')
  reportId!: string;

  @Column('uuid')
  boardId!: string;

  @Column('uuid', { nullable: true })
  meetingId!: string | null;

  @Column('float8')
  position!: number;

  @Field(() => RecommendationVerb, {
    nullable: true,
    description: 'What to do; nothing until that is said, which it has to be before dispatch.',
  })
  @Column('text', { nullable: true })
  verb!: RecommendationVerb | null;

  @Field(() => String, { description: 'Its words, after the verb.' })
  @Column('text')
  text!: string;

  @Field(() => Report, { nullable: true, description: 'The report.' })
  report!: Report | null;
}
