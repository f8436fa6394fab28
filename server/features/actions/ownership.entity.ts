import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { ItemType, OwnershipRole } from '../../../schema/vocabulary.js';
import { Item } from '../../platform/db/base.js';
import { Board } from '../boards/board.entity.js';
import { AccountableBusinessUnit } from '../organisations/abu.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Person } from '../organisations/person.entity.js';
import { Post } from '../organisations/post.entity.js';

@ObjectType({
  implements: Item,
  description:
    'Who answers for an item: an organisation, an ABU, a board, a post, a person or a body outside the partnership.',
})
@Entity('ownerships')
export class Ownership extends Item {
  @Column('uuid', { nullable: true })
  planId!: string | null;

  @Column('text')
  itemType!: ItemType;

  @Column('uuid')
  itemId!: string;

  @Field(() => OwnershipRole, { description: 'In what way it answers.' })
  @Column('text')
  role!: OwnershipRole;

  @Column('uuid', { nullable: true })
  organisationId!: string | null;

  @Column('uuid', { nullable: true })
  abuId!: string | null;

  @Column('uuid', { nullable: true })
  boardId!: string | null;

  @Column('uuid', { nullable: true })
  postId!: string | null;

  @Column('uuid', { nullable: true })
  personId!: string | null;

  @Field(() => String, { nullable: true, description: 'A body outside the partnership, by name.' })
  @Column('text', { nullable: true })
  outsideBody!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The words as written. With nothing else filled in, nobody was recognised in them.',
  })
  @Column('text', { nullable: true })
  asWritten!: string | null;

  @Column('int')
  position!: number;

  @Field(() => Organisation, {
    nullable: true,
    description: 'The organisation, or the one the person, post or ABU acts for.',
  })
  organisation!: Organisation | null;

  @Field(() => AccountableBusinessUnit, { nullable: true, description: 'The accountable business unit.' })
  abu!: AccountableBusinessUnit | null;

  @Field(() => Board, { nullable: true, description: 'The board.' })
  board!: Board | null;

  @Field(() => Post, { nullable: true, description: 'The post; it answers whoever holds it.' })
  post!: Post | null;

  @Field(() => Person, { nullable: true, description: 'The person.' })
  person!: Person | null;
}
