import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { BragStatus, PlanKind, PlanStatus } from '../../../schema/vocabulary.js';
import { Item } from '../../platform/db/base.js';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { Audience } from '../../platform/policy/audience.entity.js';
import { Board } from '../boards/board.entity.js';
import { CrossReference } from '../cross-references/cross-reference.entity.js';
import { ExternalDependency } from '../cross-references/external-dependency.entity.js';
import { Partnership } from '../organisations/partnership.entity.js';
import { Risk } from '../risks/risk.entity.js';
import { Workstream } from '../workstreams/workstream.entity.js';
import { Priority } from './priority.entity.js';

@ObjectType({
  description: 'How many actions have each status, of those you may see that have none below them.',
})
export class BragSummary {
  @Field(() => Int, { description: 'All of them.' })
  total!: number;

  @Field(() => Int, { description: 'Completed and signed off.' })
  blue!: number;

  @Field(() => Int, { description: 'On target.' })
  green!: number;

  @Field(() => Int, { description: 'Not begun, or barriers identified.' })
  amber!: number;

  @Field(() => Int, { description: 'Significant barriers.' })
  red!: number;

  @Field(() => Int, { description: 'Not yet rated.' })
  notYetRated!: number;

  @Field(() => Int, { description: 'Past their end and not Blue.' })
  overdue!: number;

  @Field(() => BragStatus, {
    description:
      'The overall status by the stated rule: Blue when all are Blue; else Red when any is Red; else Amber when any is Amber; else Green when any is Green or Blue; else not yet rated.',
  })
  overall!: BragStatus;
}

@ObjectType({ description: 'What the viewer may do with a plan.' })
export class PlanAbilities {
  @Field(() => Boolean, { description: 'Change its title and period.' })
  update!: boolean;

  @Field(() => Boolean, { description: 'Add workstreams and priorities.' })
  create!: boolean;

  @Field(() => Boolean, { description: 'Record what it waits for that no partner controls.' })
  createExternalDependency!: boolean;

  @Field(() => Boolean, {
    description:
      'Adopt or close it: the chair or secretariat of its board, or an administrator of the partnership.',
  })
  adopt!: boolean;

  @Field(() => Boolean, { description: 'Put it away or bring it back.' })
  archive!: boolean;

  @Field(() => Boolean, { description: 'Say who may see it.' })
  restrict!: boolean;

  @Field(() => Boolean, {
    description:
      'Open it to the public: the chair or secretariat of its board, or an administrator of the partnership.',
  })
  publish!: boolean;

  @Field(() => Boolean, { description: 'Bring a workbook into it.' })
  import!: boolean;
}

@ObjectType({ implements: Item, description: 'A strategy, delivery plan or action plan that a board owns.' })
@Entity('plans')
export class Plan extends Item {
  @Column('uuid', { nullable: true })
  ownAudienceId!: string | null;

  @Column('uuid', { nullable: true })
  boardId!: string | null;

  @Field(() => String, { description: 'Its title.' })
  @Column('text')
  title!: string;

  @Field(() => PlanKind, { description: 'What sort of plan it is.' })
  @Column('text')
  kind!: PlanKind;

  @Field(() => DateScalar, { description: 'First day of its period.' })
  @Column('date')
  startsOn!: string;

  @Field(() => DateScalar, { description: 'Last day of its period.' })
  @Column('date')
  endsOn!: string;

  @Field(() => DateScalar, { description: 'First day of its year 1: “Y3” is read from here.' })
  @Column('date')
  yearOneStartsOn!: string;

  @Field(() => PlanStatus, { description: 'Draft, adopted or closed.' })
  @Column('text')
  status!: PlanStatus;

  @Field(() => DateScalar, { nullable: true, description: 'When its board adopted it.' })
  @Column('date', { nullable: true })
  adoptedOn!: string | null;

  @Field(() => Partnership, { description: 'Whose plan it is.' })
  partnership!: Partnership;

  @Field(() => Board, { nullable: true, description: 'The board that owns it.' })
  board!: Board | null;

  @Field(() => [Priority], { description: 'Its priorities, in order.' })
  priorities!: Priority[];

  @Field(() => [Workstream], { description: 'Its workstreams, in order.' })
  workstreams!: Workstream[];

  @Field(() => [Risk], { description: 'Its risks, highest current score first.' })
  risks!: Risk[];

  @Field(() => [CrossReference], { description: 'Cross-references with an end in it.' })
  crossReferences!: CrossReference[];

  @Field(() => [ExternalDependency], {
    description:
      'What it waits for that no partner controls, soonest first: its own, and what the whole partnership waits for.',
  })
  externalDependencies!: ExternalDependency[];

  @Field(() => [ExternalDependency], {
    description: 'Those of its external dependencies that were put away.',
  })
  archivedExternalDependencies!: ExternalDependency[];

  @Field(() => BragSummary, { description: 'How its actions stand.' })
  summary!: BragSummary;

  @Field(() => Boolean, { description: 'Whether it was narrowed to fewer than the partnership.' })
  isRestricted!: boolean;

  @Field(() => Audience, { description: 'Who may see it.' })
  audience!: Audience;

  @Field(() => Audience, {
    nullable: true,
    description: 'The circle it was given by itself; nothing when it is seen by the whole partnership.',
  })
  ownAudience!: Audience | null;

  @Field(() => String, {
    description:
      'Where the log stands for you now: send as `after` to `changes` to miss nothing since this answer.',
  })
  changesCursor!: string;

  @Field(() => PlanAbilities, { description: 'What you may do with it.' })
  viewerCan!: PlanAbilities;
}
