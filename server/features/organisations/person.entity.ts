import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Item } from '../../platform/db/base.js';
import { Organisation } from './organisation.entity.js';

@ObjectType({
  implements: Item,
  description: 'Somebody who works for a partner. Known to the partnership, never to the public.',
})
@Entity('people')
export class Person extends Item {
  @Field(() => String, { description: 'The person’s name.' })
  @Column('text')
  name!: string;

  @Field(() => String, { nullable: true, description: 'What the person’s card says.' })
  @Column('text', { nullable: true })
  jobTitle!: string | null;

  @Column('uuid', { nullable: true })
  organisationId!: string | null;

  @Field(() => [String], { description: 'Other ways the name is written in papers.' })
  @Column('text', { array: true })
  aliases!: string[];

  @Column('uuid', { nullable: true })
  accountId!: string | null;

  @Field(() => Organisation, { nullable: true, description: 'Where the person works.' })
  organisation!: Organisation | null;

  @Field(() => PersonAbilities, { description: 'What you may do with what is known of them.' })
  viewerCan!: PersonAbilities;
}

@ObjectType({ description: 'What the viewer may do with a person.' })
export class PersonAbilities {
  @Field(() => Boolean, {
    description: 'Change what is known of them, give them an account, put them away and bring them back.',
  })
  update!: boolean;
}
