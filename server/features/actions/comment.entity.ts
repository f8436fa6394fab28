import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { ItemType } from '../../../schema/vocabulary.js';
import { Item } from '../../platform/db/base.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Person } from '../organisations/person.entity.js';

@ObjectType({ description: 'What the viewer may do with a remark.' })
export class CommentAbilities {
  @Field(() => Boolean, { description: 'Take it back.' })
  archive!: boolean;
}

@ObjectType({ implements: Item, description: 'A remark on an item. It is not a report: that is an update.' })
@Entity('comments')
export class Comment extends Item {
  @Column('uuid', { nullable: true })
  planId!: string | null;

  @Field(() => ItemType, { description: 'What sort of item it is about.' })
  @Column('text')
  itemType!: ItemType;

  @Field(() => String, { description: 'The identifier of the item it is about.' })
  @Column('uuid')
  itemId!: string;

  @Column('uuid')
  authorId!: string;

  @Column('uuid', { nullable: true })
  organisationId!: string | null;

  /** Among whom it was made, where they were fewer than the partnership. */
  @Column('uuid', { nullable: true })
  ownAudienceId!: string | null;

  @Field(() => String, { description: 'The remark.' })
  @Column('text')
  text!: string;

  @Field(() => Person, { nullable: true, description: 'Who said it.' })
  author!: Person | null;

  @Field(() => Organisation, { nullable: true, description: 'For which organisation.' })
  organisation!: Organisation | null;

  @Field(() => CommentAbilities, { description: 'What you may do with it.' })
  viewerCan!: CommentAbilities;
}
