import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Item } from '../../platform/db/base.js';
import { Ownership } from '../actions/ownership.entity.js';
import { Board } from '../boards/board.entity.js';
import { AccountableBusinessUnit } from '../organisations/abu.entity.js';
import { Workstream } from '../workstreams/workstream.entity.js';
import { Plan } from './plan.entity.js';

@ObjectType({ description: 'What the viewer may do with a priority.' })
export class PriorityAbilities {
  @Field(() => Boolean, { description: 'Change its words, the ABUs that deliver it and its boards.' })
  update!: boolean;

  @Field(() => Boolean, { description: 'Say who its senior responsible officers are.' })
  assign!: boolean;

  @Field(() => Boolean, { description: 'Put it away or bring it back.' })
  archive!: boolean;
}

@ObjectType({
  implements: Item,
  description: 'What a plan is for: a priority or outcome with senior responsible officers.',
})
@Entity('priorities')
export class Priority extends Item {
  @Column('uuid', { nullable: true })
  archivedWithId!: string | null;

  @Column('uuid')
  planId!: string;

  @Field(() => String, { description: 'Its number as printed. Another plan has its own “Priority 1”.' })
  @Column('text')
  number!: string;

  @Field(() => String, { description: 'Its title.' })
  @Column('text')
  title!: string;

  @Field(() => String, { nullable: true, description: 'What is meant by it.' })
  @Column('text', { nullable: true })
  description!: string | null;

  @Column('uuid', { array: true })
  abuIds!: string[];

  @Column('uuid', { array: true })
  overseeingBoardIds!: string[];

  @Column('double precision')
  position!: number;

  /** Counts changes of who answers for it, so that two people who reassign it at once are told. */
  @Column('int')
  ownersRevision!: number;

  @Field(() => Plan, { description: 'The plan.' })
  plan!: Plan;

  @Field(() => [Ownership], { description: 'Its senior responsible officers.' })
  sros!: Ownership[];

  @Field(() => [AccountableBusinessUnit], { description: 'The accountable business units that deliver it.' })
  abus!: AccountableBusinessUnit[];

  @Field(() => [Board], { description: 'The boards that oversee it.' })
  overseeingBoards!: Board[];

  @Field(() => [Workstream], { description: 'The workstreams that serve it.' })
  workstreams!: Workstream[];

  @Field(() => PriorityAbilities, { description: 'What you may do with it.' })
  viewerCan!: PriorityAbilities;
}
