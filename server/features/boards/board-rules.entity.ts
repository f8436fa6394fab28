import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { BoardRule, DayCounting, RetentionClass, RuleProfileKind } from '../../../schema/vocabulary.js';
import { Item } from '../../platform/db/base.js';
import { Board } from './board.entity.js';
import type { QuorumRule } from './quorum.rules.js';
import type { BoardRulesData, Exemption, StandingItem } from './rule-profile.rules.js';
import { RuleSet, RuleSource } from './rule-set.entity.js';

@ObjectType({
  implements: RuleSet,
  description:
    'A template of rules for one kind of board, with the law or custom each comes from. Boards adopt it and may adjust their own copy.',
})
export class RuleProfile extends RuleSet {
  @Field(() => RuleProfileKind, { description: 'What kind of board it is for.' })
  kind!: RuleProfileKind;

  @Field(() => Int, { description: 'Counts up whenever the template changes.' })
  templateVersion!: number;

  @Field(() => String, { description: 'The kind of board in words.' })
  name!: string;

  @Field(() => String, { description: 'Which boards it fits, and under what law they meet.' })
  description!: string;

  @Field(() => [RuleSource], { description: 'Where each rule comes from.' })
  sources!: RuleSource[];
}

@ObjectType({ description: 'A rule that a profile words otherwise since a board took it.' })
export class ProfileChange {
  @Field(() => BoardRule, { description: 'The rule.' })
  rule!: BoardRule;

  @Field(() => Boolean, {
    description:
      'Whether the board has words of its own there; it keeps them when it takes over all changes.',
  })
  isAdjusted!: boolean;
}

@ObjectType({ description: 'What the viewer may do with the rules of a board.' })
export class BoardRulesAbilities {
  @Field(() => Boolean, {
    description:
      'Adopt a profile and adjust the rules: the board’s chair and secretariat, and administrators of the partnership.',
  })
  update!: boolean;
}

@ObjectType({
  implements: [Item, RuleSet],
  description:
    'The rules a board works under: its own copy of a profile. A board that has adopted none reads as a partnership without statutory rules, at version 0.',
})
@Entity('board_rules')
export class BoardRules extends Item implements BoardRulesData {
  @Column('uuid')
  boardId!: string;

  @Field(() => RuleProfileKind, { description: 'The profile it was taken from.' })
  @Column('text')
  profile!: RuleProfileKind;

  @Field(() => Int, { description: 'The version of the profile it was taken from.' })
  @Column('int')
  templateVersion!: number;

  @Column('int')
  noticeClearDays!: number;

  @Column('text')
  counting!: DayCounting;

  @Column('int', { nullable: true })
  keyDecisionNoticeClearDays!: number | null;

  @Column('int', { nullable: true })
  privateMeetingNoticeClearDays!: number | null;

  @Column('int', { nullable: true })
  privateMeetingFurtherNoticeClearDays!: number | null;

  @Column('int', { nullable: true })
  questionsByClearDays!: number | null;

  @Column('int', { nullable: true })
  longestQuestionWords!: number | null;

  @Column('int', { nullable: true })
  mostQuestions!: number | null;

  @Column('int')
  draftReportsByWorkingDays!: number;

  @Column('int')
  clearancesByWorkingDays!: number;

  @Column('jsonb')
  quorum!: QuorumRule;

  @Column('jsonb')
  exemptions!: Exemption[];

  @Column('text')
  exclusionWording!: string;

  @Column('jsonb')
  standingItems!: StandingItem[];

  @Column('text')
  retention!: RetentionClass;

  @Column('boolean')
  saysRestrictedGap!: boolean;

  @Column('boolean')
  lateItemsNeedChairReason!: boolean;

  @Column('int')
  proposesRisksFrom!: number;

  @Field(() => Board, { description: 'The board.' })
  board!: Board;

  @Field(() => Boolean, { description: 'Whether the board has adopted a profile.' })
  isAdopted!: boolean;

  @Field(() => [BoardRule], {
    description:
      'What the board words otherwise than its profile did when the board took it, and than it does now.',
  })
  adjusted!: BoardRule[];

  @Field(() => RuleProfile, { description: 'The profile as it is now, with the source of each rule.' })
  template!: RuleProfile;

  @Field(() => RuleProfile, {
    description: 'What the profile said when the board took it; the sources are those of today.',
  })
  adoptedProfile!: RuleProfile;

  @Field(() => [ProfileChange], {
    description:
      'Where the profile has moved on since the board took it, and the board does not say so yet. `adoptProfileChanges` takes it over.',
  })
  profileChanges!: ProfileChange[];

  @Field(() => BoardRulesAbilities, { description: 'What you may do with it.' })
  viewerCan!: BoardRulesAbilities;
}
