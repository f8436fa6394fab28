import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { OrganisationKind } from '../../../schema/vocabulary.js';
import { Item } from '../../platform/db/base.js';
import { Membership } from './membership.entity.js';

@ObjectType({
  implements: Item,
  description: 'A public body or partner: a council, a trust, a police force, a charity.',
})
@Entity('organisations')
export class Organisation extends Item {
  @Field(() => String, { description: 'Its full name.' })
  @Column('text')
  name!: string;

  @Field(() => String, { nullable: true, description: 'The short form partners use.' })
  @Column('text', { nullable: true })
  shortName!: string | null;

  @Field(() => OrganisationKind, { description: 'What sort of body it is.' })
  @Column('text')
  kind!: OrganisationKind;

  @Field(() => [String], { description: 'Other names and abbreviations it is written by.' })
  @Column('text', { array: true })
  aliases!: string[];

  @Field(() => String, { nullable: true, description: 'Where the public finds it on the web.' })
  @Column('text', { nullable: true })
  website!: string | null;

  @Field(() => [Membership], { description: 'Who acts for it here, and in what role. Empty for the public.' })
  memberships!: Membership[];

  @Field(() => OrganisationAbilities, { description: 'What you may do with it.' })
  viewerCan!: OrganisationAbilities;
}

@ObjectType({ description: 'What the viewer may do with an organisation.' })
export class OrganisationAbilities {
  @Field(() => Boolean, { description: 'Change its name, kind and aliases.' })
  update!: boolean;

  @Field(() => Boolean, { description: 'Give and end memberships.' })
  manageMembers!: boolean;

  @Field(() => Boolean, { description: 'Make people and posts of it known.' })
  manageStaff!: boolean;

  @Field(() => Boolean, { description: 'Put it away and bring it back.' })
  archive!: boolean;
}
