import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Item } from '../../platform/db/base.js';
import { Action } from '../actions/action.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Post } from '../organisations/post.entity.js';

@ObjectType({
  implements: Item,
  description:
    'That others of the partnership may ask about a restricted action, and through whom. Only those who see the action see this.',
})
@Entity('restricted_contacts')
export class RestrictedContact extends Item {
  @Column('uuid')
  planId!: string;

  @Column('uuid')
  actionId!: string;

  @Column('uuid')
  organisationId!: string;

  @Column('uuid', { nullable: true })
  postId!: string | null;

  @Field(() => Action, { description: 'What may be asked about.' })
  action!: Action;

  @Field(() => Organisation, { description: 'The organisation to ask.' })
  organisation!: Organisation;

  @Field(() => Post, { nullable: true, description: 'The post to ask; nothing for the organisation itself.' })
  post!: Post | null;
}

@ObjectType({
  description:
    'Whom to ask about restricted work. It is the same for one piece of work and for many, and says nothing of any.',
})
export class Contact {
  @Field(() => Organisation, { description: 'The organisation to ask.' })
  organisation!: Organisation;

  @Field(() => Post, { nullable: true, description: 'The post to ask; nothing for the organisation itself.' })
  post!: Post | null;
}
