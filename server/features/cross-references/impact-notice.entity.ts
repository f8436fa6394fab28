import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { ImpactNoticeStatus } from '../../../schema/vocabulary.js';
import { Item } from '../../platform/db/base.js';
import { DateScalar, DateTimeScalar } from '../../platform/graphql/scalars.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Person } from '../organisations/person.entity.js';
import { CrossReference } from './cross-reference.entity.js';

@ObjectType({ description: 'What the viewer may do with an impact notice.' })
export class ImpactNoticeAbilities {
  @Field(() => Boolean, { description: 'Answer it: whoever answers for the organisation’s part.' })
  answer!: boolean;
}

@ObjectType({
  implements: Item,
  description:
    'What an organisation is told when something it counts on slips, goes Red or is withdrawn. Nobody’s date moves by itself: the organisation answers.',
})
@Entity('impact_notices')
export class ImpactNotice extends Item {
  @Column('uuid', { nullable: true })
  planId!: string | null;

  @Column('uuid', { nullable: true })
  toPlanId!: string | null;

  @Column('uuid')
  crossReferenceId!: string;

  @Column('uuid')
  organisationId!: string;

  @Field(() => [String], { description: 'Each reason in a plain sentence, as it stood when it was told.' })
  @Column('text', { array: true })
  reasons!: string[];

  @Field(() => DateScalar, { nullable: true, description: 'When what is needed had been due.' })
  @Column('date', { nullable: true })
  wasDueOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When what is needed is due since.' })
  @Column('date', { nullable: true })
  isDueOn!: string | null;

  @Field(() => ImpactNoticeStatus, { description: 'What became of it.' })
  @Column('text')
  status!: ImpactNoticeStatus;

  @Field(() => String, { nullable: true, description: 'What the organisation said with its answer.' })
  @Column('text', { nullable: true })
  note!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The new date of its own the organisation named.' })
  @Column('date', { nullable: true })
  newDueOn!: string | null;

  @Column('uuid', { nullable: true })
  answeredById!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was answered.' })
  @Column('timestamptz', { nullable: true })
  answeredAt!: string | null;

  @Field(() => CrossReference, { description: 'The promise that is in danger.' })
  crossReference!: CrossReference;

  @Field(() => Organisation, { description: 'The organisation that is told.' })
  organisation!: Organisation;

  @Field(() => Person, { nullable: true, description: 'Who answered it.' })
  answeredBy!: Person | null;

  @Field(() => ImpactNoticeAbilities, { description: 'What you may do with it.' })
  viewerCan!: ImpactNoticeAbilities;
}
