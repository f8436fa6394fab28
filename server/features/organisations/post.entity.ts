import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Item } from '../../platform/db/base.js';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { Organisation } from './organisation.entity.js';
import { Person } from './person.entity.js';

@ObjectType({
  implements: Item,
  description: 'An office that passes from holder to holder; what it answers for passes with it.',
})
@Entity('posts')
export class Post extends Item {
  @Field(() => String, { description: 'The title of the post.' })
  @Column('text')
  title!: string;

  @Column('uuid', { nullable: true })
  organisationId!: string | null;

  @Field(() => [String], { description: 'Other ways the post is written.' })
  @Column('text', { array: true })
  aliases!: string[];

  @Field(() => Organisation, { nullable: true, description: 'The organisation the post belongs to.' })
  organisation!: Organisation | null;

  @Field(() => [PostHolder], { description: 'Everyone who held it, latest first.' })
  holders!: PostHolder[];

  @Field(() => Person, { nullable: true, description: 'Who holds it today; empty when vacant.' })
  holder!: Person | null;

  @Field(() => PostAbilities, { description: 'What you may do with it.' })
  viewerCan!: PostAbilities;
}

@ObjectType({ description: 'What the viewer may do with a post.' })
export class PostAbilities {
  @Field(() => Boolean, { description: 'Change it, appoint to it, put it away and bring it back.' })
  update!: boolean;
}

@ObjectType({ implements: Item, description: 'One person’s time in a post.' })
@Entity('post_holders')
export class PostHolder extends Item {
  @Column('uuid')
  postId!: string;

  @Column('uuid')
  personId!: string;

  @Field(() => DateScalar, { description: 'First day in the post.' })
  @Column('date')
  fromOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day in the post; empty while held.' })
  @Column('date', { nullable: true })
  untilOn!: string | null;

  @Field(() => Boolean, { description: 'Whether the person holds it for the time being only.' })
  @Column('boolean')
  isInterim!: boolean;

  @Field(() => Person, { nullable: true, description: 'Who.' })
  person!: Person | null;
}
