import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { BragStatus } from '../../../schema/vocabulary.js';
import { Item } from '../../platform/db/base.js';
import { Timing, TimingColumns } from '../actions/timing.entity.js';
import { Plan } from '../plans/plan.entity.js';
import { CrossReference } from './cross-reference.entity.js';
import { Watch } from './watch.entity.js';

@ObjectType({ description: 'What the viewer may do with an external dependency.' })
export class ExternalDependencyAbilities {
  @Field(() => Boolean, { description: 'Change its words, when it is expected and how likely it is.' })
  update!: boolean;

  @Field(() => Boolean, { description: 'Put it away or bring it back.' })
  archive!: boolean;

  @Field(() => Boolean, { description: 'Watch it for an organisation: whoever edits for one.' })
  watch!: boolean;
}

@ObjectType({
  implements: Item,
  description: 'Something the plan waits for that no partner controls: a national publication, a regulator.',
})
@Entity('external_dependencies')
@TimingColumns()
export class ExternalDependency extends Item {
  @Column('uuid', { nullable: true })
  archivedWithId!: string | null;

  @Column('uuid', { nullable: true })
  ownAudienceId!: string | null;

  @Column('uuid', { nullable: true })
  planId!: string | null;

  @Field(() => String, { description: 'What is waited for.' })
  @Column('text')
  title!: string;

  @Field(() => String, { description: 'Who controls it.' })
  @Column('text')
  controlledBy!: string;

  @Field(() => String, { nullable: true, description: 'More about it.' })
  @Column('text', { nullable: true })
  description!: string | null;

  @Field(() => BragStatus, { description: 'How likely it is to come in time, as the partners see it.' })
  @Column('text')
  status!: BragStatus;

  @Field(() => Timing, { nullable: true, description: 'When it is expected.' })
  timing!: Timing | null;

  @Field(() => Boolean, { description: 'Whether the day it was expected by has passed and it has not come.' })
  isOverdue!: boolean;

  @Field(() => [Watch], { description: 'Which organisations watch it, in the order in which they began.' })
  watches!: Watch[];

  @Field(() => [CrossReference], { description: 'What waits for it.' })
  crossReferences!: CrossReference[];

  @Field(() => Plan, {
    nullable: true,
    description: 'The plan that waits for it; nothing when the whole partnership does.',
  })
  plan!: Plan | null;

  @Field(() => ExternalDependencyAbilities, { description: 'What you may do with it.' })
  viewerCan!: ExternalDependencyAbilities;
}
