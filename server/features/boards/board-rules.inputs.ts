import { ArrayMaxSize, Length, Max, Min, ValidateNested } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { BoardRule, DayCounting, RetentionClass, RuleProfileKind } from '../../../schema/vocabulary.js';
import { payload } from '../../platform/graphql/makers.js';
import { ID } from '../../platform/graphql/scalars.js';
import { BoardRules } from './board-rules.entity.js';
import { ExemptionInput, QuorumInput, StandingItemInput } from './rule-set.inputs.js';

const MOST_DAYS = 100;
const MOST_LISTED = 50;

@InputType({ description: 'A profile for a board. What the board had adjusted gives way to the profile’s.' })
export class AdoptRuleProfileInput {
  @Field(() => ID, { description: 'The board.' })
  boardId!: string;

  @Field(() => RuleProfileKind, { description: 'The profile.' })
  profile!: RuleProfileKind;

  @Min(0)
  @Field(() => Int, {
    nullable: true,
    description: 'The version of its rules you were shown; absent, or 0, while it has adopted none.',
  })
  expectedVersion?: number | null;
}

@InputType({ description: 'What a board takes over of what its profile says by now.' })
export class AdoptProfileChangesInput {
  @Field(() => ID, { description: 'The board.' })
  boardId!: string;

  @Min(1)
  @Field(() => Int, { description: 'The version of its rules you were shown.' })
  expectedVersion!: number;

  @ArrayMaxSize(MOST_LISTED)
  @Field(() => [BoardRule], {
    nullable: true,
    description:
      'The rules to take over, also where the board had adjusted them; absent for all but those, which it then keeps.',
  })
  rules?: BoardRule[] | null;
}

@InputType({
  description:
    'Adjusts a board’s own copy of its rules. What is absent stays; null clears. A board that had adopted no profile takes over that of a partnership without statutory rules with it.',
})
export class UpdateBoardRulesInput {
  @Field(() => ID, { description: 'The board.' })
  boardId!: string;

  @Min(0)
  @Field(() => Int, { description: 'The version of its rules you were shown; 0 while it has adopted none.' })
  expectedVersion!: number;

  @Min(1)
  @Max(MOST_DAYS)
  @Field(() => Int, {
    nullable: true,
    description: 'Papers go out so many clear days before. Cannot be cleared.',
  })
  noticeClearDays?: number | null;

  @Field(() => DayCounting, { nullable: true, description: 'Which days count. Cannot be cleared.' })
  counting?: DayCounting | null;

  @Min(1)
  @Max(MOST_DAYS)
  @Field(() => Int, { nullable: true, description: 'Clear days of notice of a key decision.' })
  keyDecisionNoticeClearDays?: number | null;

  @Min(1)
  @Max(MOST_DAYS)
  @Field(() => Int, { nullable: true, description: 'Clear days of notice of a meeting in private.' })
  privateMeetingNoticeClearDays?: number | null;

  @Min(1)
  @Max(MOST_DAYS)
  @Field(() => Int, {
    nullable: true,
    description: 'Clear days before a meeting in private by which the further notice of it goes out.',
  })
  privateMeetingFurtherNoticeClearDays?: number | null;

  @Min(0)
  @Max(MOST_DAYS)
  @Field(() => Int, {
    nullable: true,
    description: 'Questions are in so many clear days before; null where none are taken.',
  })
  questionsByClearDays?: number | null;

  @Min(10)
  @Max(5000)
  @Field(() => Int, { nullable: true, description: 'The most words of a question.' })
  longestQuestionWords?: number | null;

  @Min(1)
  @Max(100)
  @Field(() => Int, { nullable: true, description: 'The most questions of one person at a meeting.' })
  mostQuestions?: number | null;

  @Min(0)
  @Max(MOST_DAYS)
  @Field(() => Int, {
    nullable: true,
    description: 'Draft reports are in so many working days before papers go out. Cannot be cleared.',
  })
  draftReportsByWorkingDays?: number | null;

  @Min(0)
  @Max(MOST_DAYS)
  @Field(() => Int, {
    nullable: true,
    description: 'Clearances are given so many working days before papers go out. Cannot be cleared.',
  })
  clearancesByWorkingDays?: number | null;

  @ValidateNested()
  @Field(() => QuorumInput, { nullable: true, description: 'The whole quorum. Cannot be cleared.' })
  quorum?: QuorumInput | null;

  @ArrayMaxSize(MOST_LISTED)
  @ValidateNested({ each: true })
  @Field(() => [ExemptionInput], {
    nullable: true,
    description: 'The grounds for taking items in private: the whole list. Cannot be cleared.',
  })
  exemptions?: ExemptionInput[] | null;

  @Length(1, 2000)
  @Field(() => String, {
    nullable: true,
    description:
      'The resolution to exclude press and public, with {paragraphs} where the grounds belong. Cannot be cleared.',
  })
  exclusionWording?: string | null;

  @ArrayMaxSize(MOST_LISTED)
  @ValidateNested({ each: true })
  @Field(() => [StandingItemInput], {
    nullable: true,
    description: 'What stands on every agenda: the whole list, in order. Cannot be cleared.',
  })
  standingItems?: StandingItemInput[] | null;

  @Field(() => RetentionClass, {
    nullable: true,
    description: 'How long minutes and papers are kept. Cannot be cleared.',
  })
  retention?: RetentionClass | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the public agenda says “Item 9 (restricted)”. Cannot be cleared.',
  })
  saysRestrictedGap?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether a late item needs a reason given by the chair. Cannot be cleared.',
  })
  lateItemsNeedChairReason?: boolean | null;

  @Min(1)
  @Max(25)
  @Field(() => Int, {
    nullable: true,
    description: 'Risks of so much of 25 or more are proposed for the agenda. Cannot be cleared.',
  })
  proposesRisksFrom?: number | null;
}

export const AdoptRuleProfilePayload = payload('AdoptRuleProfile', 'boardRules', () => BoardRules);
export const AdoptProfileChangesPayload = payload('AdoptProfileChanges', 'boardRules', () => BoardRules);
export const UpdateBoardRulesPayload = payload('UpdateBoardRules', 'boardRules', () => BoardRules);
