import { Field, Float, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Item } from '../../platform/db/base.js';
import { Audience } from '../../platform/policy/audience.entity.js';
import { Action } from '../actions/action.entity.js';
import { Ownership } from '../actions/ownership.entity.js';
import { Placement } from '../actions/placement.entity.js';
import { CrossReference } from '../cross-references/cross-reference.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { BragSummary, Plan } from '../plans/plan.entity.js';
import { Priority } from '../plans/priority.entity.js';
import { Risk } from '../risks/risk.entity.js';

@ObjectType({ description: 'What the viewer may do with a workstream.' })
export class WorkstreamAbilities {
  @Field(() => Boolean, {
    description: 'Change its title, narrative and priorities: a sponsor, or its lead organisation.',
  })
  update!: boolean;

  @Field(() => Boolean, { description: 'Add actions and risks.' })
  create!: boolean;

  @Field(() => Boolean, { description: 'Say who sponsors it and which organisation leads it.' })
  assign!: boolean;

  @Field(() => Boolean, { description: 'Move it to another place among the workstreams of the plan.' })
  move!: boolean;

  @Field(() => Boolean, { description: 'Put it away or bring it back.' })
  archive!: boolean;

  @Field(() => Boolean, { description: 'Say who may see it.' })
  restrict!: boolean;

  @Field(() => Boolean, { description: 'Sign its actions off.' })
  signOff!: boolean;
}

const narrative = (description: string) => Field(() => String, { nullable: true, description });

@ObjectType({
  implements: Item,
  description: 'A strand of work in a plan, with sponsors who answer to the board for it.',
})
@Entity('workstreams')
export class Workstream extends Item {
  @Column('uuid', { nullable: true })
  archivedWithId!: string | null;

  @Column('uuid', { nullable: true })
  ownAudienceId!: string | null;

  @Column('uuid')
  planId!: string;

  @Field(() => String, { nullable: true, description: 'Its number as printed: “WS2” is number 2.' })
  @Column('text', { nullable: true })
  number!: string | null;

  @Field(() => String, { description: 'Its title.' })
  @Column('text')
  title!: string;

  @Column('uuid', { nullable: true })
  leadOrganisationId!: string | null;

  @Column('uuid', { array: true })
  priorityIds!: string[];

  @narrative('How it is governed.')
  @Column('text', { nullable: true })
  governanceArrangements!: string | null;

  @narrative('What support it needs.')
  @Column('text', { nullable: true })
  supportRequirements!: string | null;

  @narrative('How it fits with existing workstreams.')
  @Column('text', { nullable: true })
  fitWithExistingWorkstreams!: string | null;

  @narrative('Its impact on outcomes.')
  @Column('text', { nullable: true })
  impactOnOutcomes!: string | null;

  @narrative('How performance is managed.')
  @Column('text', { nullable: true })
  performanceManagement!: string | null;

  @narrative('What it contributes to the strategy.')
  @Column('text', { nullable: true })
  contributionToStrategy!: string | null;

  @narrative('How the whole of it is going.')
  @Column('text', { nullable: true })
  updateOnActionPlan!: string | null;

  @Field(() => Float, { description: 'Its place among the workstreams of the plan: the lowest comes first.' })
  @Column('double precision')
  position!: number;

  /** Counts changes of who answers for it, so that two people who reassign it at once are told. */
  @Column('int')
  ownersRevision!: number;

  @Field(() => Plan, { description: 'The plan.' })
  plan!: Plan;

  @Field(() => [Ownership], { description: 'Who answers to the board for it.' })
  sponsors!: Ownership[];

  @Field(() => Organisation, { nullable: true, description: 'The organisation that leads it.' })
  leadOrganisation!: Organisation | null;

  @Field(() => [Priority], { description: 'The priorities it serves.' })
  priorities!: Priority[];

  @Field(() => [Action], {
    description:
      'All actions whose home it is, parents before children, in order. Those of other plans that stand here too are its `placements`.',
  })
  actions!: Action[];

  @Field(() => [Placement], {
    description:
      'Actions of other plans that stand here too, in order: by `position` among those at the top of the workstream.',
  })
  placements!: Placement[];

  @Field(() => [Risk], { description: 'Its risks.' })
  risks!: Risk[];

  @Field(() => [CrossReference], {
    description: 'Cross-references of the workstream itself; those of its actions stand with them.',
  })
  crossReferences!: CrossReference[];

  @Field(() => BragSummary, {
    description: 'How its actions stand, with those of other plans that stand here too.',
  })
  summary!: BragSummary;

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

  @Field(() => WorkstreamAbilities, { description: 'What you may do with it.' })
  viewerCan!: WorkstreamAbilities;
}
