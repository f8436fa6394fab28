import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { BragStatus } from '../../../schema/vocabulary.js';
import { Item } from '../../platform/db/base.js';
import { Board } from '../boards/board.entity.js';
import { ExternalDependency } from '../cross-references/external-dependency.entity.js';
import { Plan } from '../plans/plan.entity.js';
import { AccountableBusinessUnit } from './abu.entity.js';
import { Organisation } from './organisation.entity.js';
import { Person } from './person.entity.js';
import { Post } from './post.entity.js';

@ObjectType({ description: 'What a colour means in this partnership.' })
export class BragDefinition {
  @Field(() => BragStatus, { description: 'The status.' })
  status!: BragStatus;

  @Field(() => String, { description: 'When an action has it, in the partnership’s own words.' })
  meaning!: string;
}

@ObjectType({ implements: Item, description: 'Organisations that answer together for shared plans.' })
@Entity('partnerships')
export class Partnership extends Item {
  @Field(() => String, { description: 'Its full name.' })
  @Column('text')
  name!: string;

  @Field(() => String, { nullable: true, description: 'Its short name.' })
  @Column('text', { nullable: true })
  shortName!: string | null;

  @Field(() => String, { nullable: true, description: 'The place it serves.' })
  @Column('text', { nullable: true })
  place!: string | null;

  @Field(() => String, { description: 'Its name in addresses.' })
  @Column('text')
  slug!: string;

  @Column('jsonb')
  ownBragDefinitions!: Record<string, string>;

  @Field(() => [BragDefinition], { description: 'What each status means here.' })
  bragDefinitions!: BragDefinition[];

  @Field(() => [Organisation], { description: 'The partners, by name.' })
  organisations!: Organisation[];

  @Field(() => [Board], { description: 'The boards it answers to, by name.' })
  boards!: Board[];

  @Field(() => [AccountableBusinessUnit], { description: 'Its accountable business units, by name.' })
  abus!: AccountableBusinessUnit[];

  @Field(() => [Plan], { description: 'Its plans, newest period first.' })
  plans!: Plan[];

  @Field(() => [Person], { description: 'People known here, by name. Empty for the public.' })
  people!: Person[];

  @Field(() => [Post], { description: 'Posts known here, by title. Empty for the public.' })
  posts!: Post[];

  @Field(() => [Organisation], { description: 'Partners that were put away, by name.' })
  archivedOrganisations!: Organisation[];

  @Field(() => [Board], { description: 'Boards that were put away, by name.' })
  archivedBoards!: Board[];

  @Field(() => [AccountableBusinessUnit], {
    description: 'Accountable business units that were put away, by name.',
  })
  archivedAbus!: AccountableBusinessUnit[];

  @Field(() => [Person], { description: 'People who were put away, by name. Empty for the public.' })
  archivedPeople!: Person[];

  @Field(() => [Post], { description: 'Posts that were put away, by title. Empty for the public.' })
  archivedPosts!: Post[];

  @Field(() => [ExternalDependency], { description: 'What the plans wait for and no partner controls.' })
  externalDependencies!: ExternalDependency[];

  @Field(() => String, {
    description:
      'Where the log stands for you now: send as `after` to `changes` to miss nothing since this answer.',
  })
  changesCursor!: string;

  @Field(() => PartnershipAbilities, { description: 'What you may do here.' })
  viewerCan!: PartnershipAbilities;
}

@ObjectType({ description: 'What the viewer may do in a partnership.' })
export class PartnershipAbilities {
  @Field(() => Boolean, {
    description:
      'Change it, and make and change organisations, boards and their seats, and accountable business units and what is delegated to them.',
  })
  administer!: boolean;

  @Field(() => Boolean, { description: 'Begin a new plan, or bring one in from a workbook.' })
  createPlan!: boolean;

  @Field(() => Boolean, {
    description:
      'Freeze copies of its maps and of its plans’: leads, officers of its boards, and its administrators.',
  })
  freezeMap!: boolean;
}
