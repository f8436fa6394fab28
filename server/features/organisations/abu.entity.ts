import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Item } from '../../platform/db/base.js';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { Board } from '../boards/board.entity.js';
import { Priority } from '../plans/priority.entity.js';
import { Organisation } from './organisation.entity.js';
import { Person } from './person.entity.js';

@ObjectType({
  implements: Item,
  description:
    'Accountable business unit (ABU): a partnership of organisations that boards delegate delivery to.',
})
@Entity('accountable_business_units')
export class AccountableBusinessUnit extends Item {
  @Field(() => String, { description: 'Its full name.' })
  @Column('text')
  name!: string;

  @Field(() => String, { nullable: true, description: 'The short form partners use.' })
  @Column('text', { nullable: true })
  shortName!: string | null;

  @Field(() => [String], { description: 'Other names it is written by.' })
  @Column('text', { array: true })
  aliases!: string[];

  @Column('uuid')
  hostOrganisationId!: string;

  @Column('uuid', { array: true })
  memberOrganisationIds!: string[];

  @Column('uuid', { nullable: true })
  managingDirectorId!: string | null;

  @Field(() => String, { nullable: true, description: 'The population or place it serves.' })
  @Column('text', { nullable: true })
  serves!: string | null;

  @Column('uuid', { array: true })
  boardIds!: string[];

  @Column('uuid', { array: true })
  priorityIds!: string[];

  @Field(() => Organisation, {
    nullable: true,
    description: 'The organisation that hosts it and employs its staff.',
  })
  hostOrganisation!: Organisation | null;

  @Field(() => [Organisation], {
    description: 'Its member organisations. One organisation may be in several ABUs.',
  })
  memberOrganisations!: Organisation[];

  @Field(() => Person, { nullable: true, description: 'Its managing director.' })
  managingDirector!: Person | null;

  @Field(() => [Board], { description: 'The boards it answers to.' })
  boards!: Board[];

  @Field(() => [Priority], { description: 'The priorities it delivers.' })
  priorities!: Priority[];

  @Field(() => [DelegatedFunction], { description: 'The functions delegated to it.' })
  delegatedFunctions!: DelegatedFunction[];

  @Field(() => [DelegatedFunction], { description: 'Those that were put away: written down by mistake.' })
  archivedFunctions!: DelegatedFunction[];
}

@ObjectType({
  implements: Item,
  description: 'A function an organisation has delegated to an ABU. The delegator stays accountable for it.',
})
@Entity('delegated_functions')
export class DelegatedFunction extends Item {
  @Column('uuid')
  abuId!: string;

  @Field(() => String, { description: 'What is delegated.' })
  @Column('text')
  function!: string;

  @Column('uuid')
  fromOrganisationId!: string;

  @Field(() => String, { nullable: true, description: 'Under what conditions.' })
  @Column('text', { nullable: true })
  conditions!: string | null;

  @Field(() => String, {
    description:
      'How far the delegation has come, as the partners put it: proposed, agreed, in force, ended.',
  })
  @Column('text')
  status!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Since when.' })
  @Column('date', { nullable: true })
  sinceOn!: string | null;

  @Field(() => Organisation, { nullable: true, description: 'Who delegated it.' })
  fromOrganisation!: Organisation | null;
}
