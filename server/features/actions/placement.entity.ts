import { Field, Float, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Item } from '../../platform/db/base.js';
import { Plan } from '../plans/plan.entity.js';
import { Workstream } from '../workstreams/workstream.entity.js';
import { Action } from './action.entity.js';

@ObjectType({ description: 'What the viewer may do with an action’s standing in another plan.' })
export class PlacementAbilities {
  @Field(() => Boolean, {
    description: 'Give it another reference or place: whoever may add actions to the workstream.',
  })
  update!: boolean;

  @Field(() => Boolean, {
    description:
      'Take the action out of this plan, or put it back: whoever may add actions to the workstream, or put the action away.',
  })
  archive!: boolean;
}

@ObjectType({
  implements: Item,
  description:
    'That an action stands in a workstream of another plan than its own, under a reference of that plan. It is one action, no copy: whatever happens to it shows in all its places. Seen by those who see both the action and the workstream.',
})
@Entity('placements')
export class Placement extends Item {
  @Column('uuid', { nullable: true })
  archivedWithId!: string | null;

  @Column('uuid')
  planId!: string;

  /** The plan that is the action’s home. */
  @Column('uuid')
  toPlanId!: string;

  @Column('uuid')
  actionId!: string;

  @Column('uuid')
  workstreamId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its reference in this plan, as people write it there. May repeat.',
  })
  @Column('text', { nullable: true })
  reference!: string | null;

  @Field(() => Float, {
    description: 'Its place among the actions at the top of the workstream: the lowest comes first.',
  })
  @Column('double precision')
  position!: number;

  @Field(() => Action, { description: 'The action; `plan` and `workstream` of it say where its home is.' })
  action!: Action;

  @Field(() => Workstream, { description: 'The workstream it stands in.' })
  workstream!: Workstream;

  @Field(() => Plan, { description: 'The plan it stands in.' })
  plan!: Plan;

  @Field(() => PlacementAbilities, { description: 'What you may do with it.' })
  viewerCan!: PlacementAbilities;
}
