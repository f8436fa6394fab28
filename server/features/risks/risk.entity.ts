import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { BragStatus, RiskStatus } from '../../../schema/vocabulary.js';
import { Item } from '../../platform/db/base.js';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { Audience } from '../../platform/policy/audience.entity.js';
import { Comment } from '../actions/comment.entity.js';
import { Ownership } from '../actions/ownership.entity.js';
import { Timing, TimingColumns } from '../actions/timing.entity.js';
import { CrossReference } from '../cross-references/cross-reference.entity.js';
import { Plan } from '../plans/plan.entity.js';
import { Workstream } from '../workstreams/workstream.entity.js';

@ObjectType({ description: 'A score on the 5×5 matrix: likelihood × impact.' })
export class RiskScore {
  @Field(() => Int, { description: 'How likely, 1 (rare) to 5 (almost certain).' })
  likelihood!: number;

  @Field(() => Int, { description: 'How bad, 1 (negligible) to 5 (catastrophic).' })
  impact!: number;

  @Field(() => Int, { description: 'Likelihood × impact, 1 to 25.' })
  score!: number;

  @Field(() => String, { description: 'The band: Low 1–3, Moderate 4–6, High 8–12, Extreme 15–25.' })
  band!: string;
}

@ObjectType({ description: 'What the viewer may do with a risk.' })
export class RiskAbilities {
  @Field(() => Boolean, { description: 'Change its words, owner and controls, and score it.' })
  update!: boolean;

  @Field(() => Boolean, { description: 'Put it away or bring it back.' })
  archive!: boolean;

  @Field(() => Boolean, { description: 'Say who may see it.' })
  restrict!: boolean;

  @Field(() => Boolean, { description: 'Remark on it.' })
  comment!: boolean;
}

@ObjectType({
  implements: Item,
  description: 'What may go wrong: cause, event, effect, scores and what is done about it.',
})
@Entity('risks')
export class Risk extends Item {
  @Column('uuid', { nullable: true })
  archivedWithId!: string | null;

  @Column('uuid', { nullable: true })
  ownAudienceId!: string | null;

  @Column('uuid')
  planId!: string;

  /** Counts changes of who answers for it, so that two people who reassign it at once are told. */
  @Column('int')
  ownersRevision!: number;

  @Column('uuid', { nullable: true })
  workstreamId!: string | null;

  @Field(() => String, { nullable: true, description: 'Its reference as people write it.' })
  @Column('text', { nullable: true })
  reference!: string | null;

  @Field(() => String, { nullable: true, description: 'Because of what.' })
  @Column('text', { nullable: true })
  cause!: string | null;

  @Field(() => String, {
    description: 'What may happen. A risk that came in without parts stands here whole.',
  })
  @Column('text')
  event!: string;

  @Field(() => String, { nullable: true, description: 'Leading to what.' })
  @Column('text', { nullable: true })
  effect!: string | null;

  @Column('int', { nullable: true }) inherentLikelihood!: number | null;
  @Column('int', { nullable: true }) inherentImpact!: number | null;
  @Column('int', { nullable: true }) currentLikelihood!: number | null;
  @Column('int', { nullable: true }) currentImpact!: number | null;
  @Column('int', { nullable: true }) targetLikelihood!: number | null;
  @Column('int', { nullable: true }) targetImpact!: number | null;

  @Field(() => String, { nullable: true, description: 'The controls in place already.' })
  @Column('text', { nullable: true })
  controls!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it is looked at next.' })
  @Column('date', { nullable: true })
  reviewOn!: string | null;

  @Field(() => RiskStatus, { description: 'Open or closed.' })
  @Column('text')
  status!: RiskStatus;

  @Field(() => RiskScore, { nullable: true, description: 'Before any control.' })
  inherent!: RiskScore | null;

  @Field(() => RiskScore, { nullable: true, description: 'As it stands.' })
  current!: RiskScore | null;

  @Field(() => RiskScore, { nullable: true, description: 'What is aimed at.' })
  target!: RiskScore | null;

  @Field(() => Plan, { description: 'The plan.' })
  plan!: Plan;

  @Field(() => Workstream, {
    nullable: true,
    description: 'The workstream, unless it is a risk to the whole plan.',
  })
  workstream!: Workstream | null;

  @Field(() => [Ownership], { description: 'Who owns it.' })
  owners!: Ownership[];

  @Field(() => [Mitigation], { description: 'What is done about it, in order.' })
  mitigations!: Mitigation[];

  @Field(() => [Mitigation], { description: 'Mitigations that were put away, in order.' })
  archivedMitigations!: Mitigation[];

  @Field(() => [CrossReference], {
    description: 'The actions it names, also the names that were not recognised.',
  })
  crossReferences!: CrossReference[];

  @Field(() => [CrossReference], { description: 'Those of its cross-references that were withdrawn.' })
  withdrawnCrossReferences!: CrossReference[];

  @Field(() => [Comment], { description: 'Remarks on it, oldest first.' })
  comments!: Comment[];

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

  @Field(() => RiskAbilities, { description: 'What you may do with it.' })
  viewerCan!: RiskAbilities;
}

@ObjectType({ description: 'What the viewer may do with a mitigation.' })
export class MitigationAbilities {
  @Field(() => Boolean, { description: 'Change its words and timing.' })
  update!: boolean;

  @Field(() => Boolean, { description: 'Say how it stands, other than Blue.' })
  rate!: boolean;

  @Field(() => Boolean, { description: 'Say that it is done: Blue.' })
  signOff!: boolean;

  @Field(() => Boolean, { description: 'Say who does it.' })
  assign!: boolean;

  @Field(() => Boolean, { description: 'Put it away or bring it back.' })
  archive!: boolean;
}

@ObjectType({
  implements: Item,
  description: 'Something done to lessen a risk, with an owner, a date and a status of its own.',
})
@Entity('mitigations')
@TimingColumns()
export class Mitigation extends Item {
  @Column('uuid', { nullable: true })
  archivedWithId!: string | null;

  @Column('uuid')
  planId!: string;

  /** Counts changes of who answers for it, so that two people who reassign it at once are told. */
  @Column('int')
  ownersRevision!: number;

  @Column('uuid')
  riskId!: string;

  @Field(() => String, { description: 'What is done.' })
  @Column('text')
  description!: string;

  @Field(() => BragStatus, { description: 'How it stands.' })
  @Column('text')
  status!: BragStatus;

  @Column('double precision')
  position!: number;

  @Field(() => Timing, { nullable: true, description: 'When it is due.' })
  timing!: Timing | null;

  @Field(() => [Ownership], { description: 'Who does it.' })
  owners!: Ownership[];

  @Field(() => Risk, { description: 'The risk it lessens.' })
  risk!: Risk;

  @Field(() => MitigationAbilities, { description: 'What you may do with it.' })
  viewerCan!: MitigationAbilities;
}
