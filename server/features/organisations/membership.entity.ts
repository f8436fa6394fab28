import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { MembershipRole } from '../../../schema/vocabulary.js';
import { Item } from '../../platform/db/base.js';
import { Organisation } from './organisation.entity.js';
import { Person } from './person.entity.js';

@ObjectType({
  implements: Item,
  description: 'A person’s role in an organisation, or in the partnership as a whole.',
})
@Entity('memberships')
export class Membership extends Item {
  @Column('uuid')
  personId!: string;

  @Column('uuid', { nullable: true })
  organisationId!: string | null;

  @Field(() => MembershipRole, { description: 'What the person may do.' })
  @Column('text')
  role!: MembershipRole;

  @Field(() => Person, { nullable: true, description: 'Whose membership it is.' })
  person!: Person | null;

  @Field(() => Organisation, {
    nullable: true,
    description: 'The organisation; empty for an administrator of the partnership.',
  })
  organisation!: Organisation | null;
}
