import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { BragStatus } from '../../../schema/vocabulary.js';
import { Item } from '../../platform/db/base.js';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Person } from '../organisations/person.entity.js';
import { Action } from './action.entity.js';

@ObjectType({ description: 'What the viewer may do with an update.' })
export class UpdateAbilities {
  @Field(() => Boolean, { description: 'Change its words or status: its own organisation only.' })
  update!: boolean;

  @Field(() => Boolean, { description: 'Put it away: its own organisation only.' })
  archive!: boolean;
}

@ObjectType({
  implements: Item,
  description: 'What one organisation reports on an action for one period. Nobody else edits it.',
})
@Entity('updates')
export class Update extends Item {
  @Column('uuid')
  planId!: string;

  @Column('uuid')
  actionId!: string;

  @Column('uuid', { nullable: true })
  organisationId!: string | null;

  @Field(() => DateScalar, { description: 'The reporting period, as the first day of its month.' })
  @Column('date')
  period!: string;

  @Field(() => String, { description: 'What was done, what stands in the way, what comes next.' })
  @Column('text')
  narrative!: string;

  @Field(() => BragStatus, { description: 'How the organisation rated its part.' })
  @Column('text')
  status!: BragStatus;

  @Column('uuid', { nullable: true })
  authorId!: string | null;

  @Field(() => Action, { description: 'The action reported on.' })
  action!: Action;

  @Field(() => Organisation, {
    nullable: true,
    description: 'The organisation that reports; empty when an import could not tell.',
  })
  organisation!: Organisation | null;

  @Field(() => Person, { nullable: true, description: 'Who wrote it.' })
  author!: Person | null;

  @Field(() => UpdateAbilities, { description: 'What you may do with it.' })
  viewerCan!: UpdateAbilities;
}
