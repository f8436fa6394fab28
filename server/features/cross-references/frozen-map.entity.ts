import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { MapLevel } from '../../../schema/vocabulary.js';
import { Item } from '../../platform/db/base.js';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';
import { Audience } from '../../platform/policy/audience.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Partnership } from '../organisations/partnership.entity.js';
import { Person } from '../organisations/person.entity.js';
import { Post } from '../organisations/post.entity.js';
import { Plan } from '../plans/plan.entity.js';
import { FrozenInterdependencies } from './frozen-interdependencies.entity.js';

@ObjectType({ description: 'What the viewer may do with a frozen copy.' })
export class FrozenMapAbilities {
  @Field(() => Boolean, {
    description:
      'Withdraw it: whoever froze it, a lead of the organisation it was frozen for, an officer of the plan’s board, or an administrator of the partnership.',
  })
  withdraw!: boolean;
}

@ObjectType({
  implements: Item,
  description:
    'A frozen copy of a map, for a board paper: what it shows never changes. It holds what everybody it was frozen for could see, and it is seen by those of them who may still see all that it shows.',
})
@Entity('frozen_maps')
export class FrozenMap extends Item {
  @Column('uuid')
  ownAudienceId!: string;

  @Column('uuid', { nullable: true })
  planId!: string | null;

  @Field(() => String, { description: 'What it is called.' })
  @Column('text')
  title!: string;

  @Field(() => String, { nullable: true, description: 'What was written beside it.' })
  @Column('text', { nullable: true })
  note!: string | null;

  @Field(() => MapLevel, { description: 'What each of its places stands for.' })
  @Column('text')
  level!: MapLevel;

  @Field(() => DateTimeScalar, {
    description: 'The moment whose state it shows. When it was frozen is `createdAt`.',
  })
  @Column('timestamptz')
  stoodAt!: string;

  @Field(() => String, {
    description: 'SHA-256 of `document`, in hexadecimal, as it was written into the log when it was frozen.',
  })
  @Column('text')
  contentHash!: string;

  @Column('uuid', { nullable: true })
  organisationId!: string | null;

  @Column('uuid', { nullable: true })
  postId!: string | null;

  @Column('uuid', { nullable: true })
  frozenById!: string | null;

  @Column('uuid', { nullable: true })
  withdrawnById!: string | null;

  @Column('uuid', { nullable: true })
  withdrawnForId!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was withdrawn, where that was said.' })
  @Column('text', { nullable: true })
  withdrawnBecause!: string | null;

  @Field(() => Partnership, { description: 'The partnership it belongs to.' })
  partnership!: Partnership;

  @Field(() => Plan, {
    nullable: true,
    description:
      'The plan it is a map of; nothing when it is one of the partnership, or of a plan you do not see.',
  })
  plan!: Plan | null;

  @Field(() => FrozenInterdependencies, {
    nullable: true,
    description: 'What it shows; nothing once it was withdrawn.',
  })
  content!: FrozenInterdependencies | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The same as JSON, letter for letter what the hash was taken over; nothing once it was withdrawn.',
  })
  document!: string | null;

  @Field(() => Organisation, { nullable: true, description: 'For which organisation it was frozen.' })
  organisation!: Organisation | null;

  @Field(() => Post, {
    nullable: true,
    description: 'The post that whoever froze it held then. Not told to the public.',
  })
  post!: Post | null;

  @Field(() => Person, { nullable: true, description: 'Who froze it. Not told to the public.' })
  frozenBy!: Person | null;

  @Field(() => Audience, { description: 'Who may open it.' })
  audience!: Audience;

  @Field(() => Audience, {
    description:
      'Whom it was frozen for. They are more than `audience` when something that it shows was restricted since.',
  })
  ownAudience!: Audience;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was withdrawn.' })
  withdrawnAt!: string | null;

  @Field(() => Person, { nullable: true, description: 'Who withdrew it. Not told to the public.' })
  withdrawnBy!: Person | null;

  @Field(() => Organisation, { nullable: true, description: 'For which organisation it was withdrawn.' })
  withdrawnFor!: Organisation | null;

  @Field(() => FrozenMapAbilities, { description: 'What you may do with it.' })
  viewerCan!: FrozenMapAbilities;
}
