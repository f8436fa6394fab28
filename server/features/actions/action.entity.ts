import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { BragStatus, DirectionOfTravel } from '../../../schema/vocabulary.js';
import { Item } from '../../platform/db/base.js';
import { DateTimeScalar, ID } from '../../platform/graphql/scalars.js';
import { Audience } from '../../platform/policy/audience.entity.js';
import { CrossReference } from '../cross-references/cross-reference.entity.js';
import { SameWorkDismissal } from '../cross-references/same-work-dismissal.entity.js';
import { Person } from '../organisations/person.entity.js';
import { Plan } from '../plans/plan.entity.js';
import { RestrictedContact } from '../plans/restricted-contact.entity.js';
import { Risk } from '../risks/risk.entity.js';
import { Workstream } from '../workstreams/workstream.entity.js';
import { Comment } from './comment.entity.js';
import { Ownership } from './ownership.entity.js';
import { Placement } from './placement.entity.js';
import { Timing, TimingColumns } from './timing.entity.js';
import { Update } from './update.entity.js';

@ObjectType({ description: 'What the viewer may do with an action.' })
export class ActionAbilities {
  @Field(() => Boolean, { description: 'Change its words, timing and owners.' })
  update!: boolean;

  @Field(() => Boolean, { description: 'Rate it Green, Amber or Red.' })
  rate!: boolean;

  @Field(() => Boolean, { description: 'Sign it off as Blue: a sponsor of its workstream.' })
  signOff!: boolean;

  @Field(() => Boolean, { description: 'Report on it for your organisation.' })
  report!: boolean;

  @Field(() => Boolean, { description: 'Add actions below it.' })
  create!: boolean;

  @Field(() => Boolean, { description: 'Put it away or bring it back.' })
  archive!: boolean;

  @Field(() => Boolean, { description: 'Say who may see it.' })
  restrict!: boolean;

  @Field(() => Boolean, { description: 'Propose cross-references from it.' })
  propose!: boolean;

  @Field(() => Boolean, { description: 'Remark on it.' })
  comment!: boolean;
}

@ObjectType({ description: 'How many cross-references touch an item, of those you may see.' })
export class CrossReferenceCounts {
  @Field(() => Int, { description: 'Written at this item.' })
  outgoing!: number;

  @Field(() => Int, { description: 'Pointing at this item.' })
  incoming!: number;

  @Field(() => Int, { description: 'Of both, those under strain or broken.' })
  strained!: number;

  @Field(() => Int, { description: 'Of both, those nobody has answered.' })
  unanswered!: number;
}

@ObjectType({
  implements: Item,
  description: 'A piece of work somebody answers for, at any level of the tree.',
})
@Entity('actions')
@TimingColumns()
export class Action extends Item {
  @Column('uuid', { nullable: true })
  archivedWithId!: string | null;

  @Column('uuid', { nullable: true })
  ownAudienceId!: string | null;

  @Column('uuid')
  planId!: string;

  @Column('uuid')
  workstreamId!: string;

  @Field(() => ID, { nullable: true, description: 'The action above it.' })
  @Column('uuid', { nullable: true })
  parentId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its reference as people write it, such as B2.3. May repeat.',
  })
  @Column('text', { nullable: true })
  reference!: string | null;

  @Field(() => String, { description: 'What is to be done.' })
  @Column('text')
  title!: string;

  @Field(() => String, { nullable: true, description: 'What will be different when it is done.' })
  @Column('text', { nullable: true })
  expectedOutcome!: string | null;

  @Field(() => BragStatus, { description: 'How it stands.' })
  @Column('text')
  status!: BragStatus;

  @Column('uuid', { nullable: true })
  signedOffById!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When a sponsor signed it off.' })
  @Column('timestamptz', { nullable: true })
  signedOffAt!: string | null;

  @Field(() => Float, {
    description: 'Its place among those that stand below the same action: the lowest comes first.',
  })
  @Column('double precision')
  position!: number;

  /** Counts changes of who answers for it, so that two people who reassign it at once are told. */
  @Column('int')
  ownersRevision!: number;

  @Field(() => Timing, { nullable: true, description: 'When it is due; empty when nothing is written.' })
  timing!: Timing | null;

  @Field(() => Boolean, { description: 'Its end has passed and it is not Blue.' })
  isOverdue!: boolean;

  @Field(() => DirectionOfTravel, {
    nullable: true,
    description:
      'How the last period reported on compares with the one before; empty while there are not two that were rated.',
  })
  directionOfTravel!: DirectionOfTravel | null;

  @Field(() => Boolean, { description: 'Whether it was narrowed to fewer than see the plan.' })
  isRestricted!: boolean;

  @Field(() => Audience, { description: 'Who may see it.' })
  audience!: Audience;

  @Field(() => Audience, {
    nullable: true,
    description:
      'The circle it was given by itself; nothing when it is seen by all who see what it belongs to.',
  })
  ownAudience!: Audience | null;

  @Field(() => RestrictedContact, {
    nullable: true,
    description: 'Through whom those who may not see it may ask; nothing unless its owners said so.',
  })
  restrictedContact!: RestrictedContact | null;

  @Field(() => [Ownership], { description: 'Who answers for it, the accountable one first.' })
  leads!: Ownership[];

  @Field(() => Workstream, { description: 'The workstream it belongs to.' })
  workstream!: Workstream;

  @Field(() => Plan, { description: 'The plan it belongs to.' })
  plan!: Plan;

  @Field(() => [Placement], {
    description:
      'Where else it stands: in workstreams of other plans, under each plan’s own reference, of those you may see.',
  })
  placements!: Placement[];

  @Field(() => Action, { nullable: true, description: 'The action above it.' })
  parent!: Action | null;

  @Field(() => [Action], { description: 'The actions directly below it, in order.' })
  children!: Action[];

  @Field(() => Person, { nullable: true, description: 'The sponsor who signed it off.' })
  signedOffBy!: Person | null;

  @Field(() => Update, { nullable: true, description: 'The latest report of any organisation.' })
  latestUpdate!: Update | null;

  @Field(() => [Update], { description: 'Every report, latest period first.' })
  updates!: Update[];

  @Field(() => [Update], { description: 'Reports that were put away, latest period first.' })
  archivedUpdates!: Update[];

  @Field(() => [CrossReference], {
    description: 'Cross-references written at it or pointing at it, both ends visible to you.',
  })
  crossReferences!: CrossReference[];

  @Field(() => [CrossReference], { description: 'Those of its cross-references that were withdrawn.' })
  withdrawnCrossReferences!: CrossReference[];

  @Field(() => [SameWorkDismissal], {
    description: 'That it is not the same work as actions of other plans whose titles are alike.',
  })
  sameWorkDismissals!: SameWorkDismissal[];

  @Field(() => CrossReferenceCounts, { description: 'How many cross-references touch it.' })
  crossReferenceCounts!: CrossReferenceCounts;

  @Field(() => [Risk], { description: 'The risks that name it.' })
  risks!: Risk[];

  @Field(() => [Comment], { description: 'Remarks on it, oldest first.' })
  comments!: Comment[];

  @Field(() => ActionAbilities, { description: 'What you may do with it.' })
  viewerCan!: ActionAbilities;
}
