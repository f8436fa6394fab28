import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Item } from '../../platform/db/base.js';
import { DateScalar, DateTimeScalar } from '../../platform/graphql/scalars.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { ExternalDependency } from './external-dependency.entity.js';

@ObjectType({ description: 'What the viewer may do with a watch.' })
export class WatchAbilities {
  @Field(() => Boolean, {
    description: 'Stop watching, or note what was told: an editor of the organisation.',
  })
  update!: boolean;
}

@ObjectType({
  implements: Item,
  description:
    'An organisation that watches an external dependency: it is told when the day it is expected moves, and when it is overdue.',
})
@Entity('watches')
export class Watch extends Item {
  @Column('uuid', { nullable: true })
  planId!: string | null;

  @Column('uuid')
  externalDependencyId!: string;

  @Column('uuid')
  organisationId!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the expected day last moved; empty once the organisation has noted it.',
  })
  @Column('timestamptz', { nullable: true })
  movedAt!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'While a move is to be noted: when it had been expected, as it was written then; empty where no day had been given.',
  })
  @Column('text', { nullable: true })
  wasExpected!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day of when it had been expected, where the words had one.',
  })
  @Column('date', { nullable: true })
  wasExpectedOn!: string | null;

  @Field(() => ExternalDependency, { description: 'What is watched.' })
  externalDependency!: ExternalDependency;

  @Field(() => Organisation, { description: 'The organisation that watches it.' })
  organisation!: Organisation;

  @Field(() => WatchAbilities, { description: 'What you may do with it.' })
  viewerCan!: WatchAbilities;
}
