import { Field, Int, InterfaceType, ObjectType } from 'type-graphql';
import {
  AgendaPlace,
  BoardRule,
  DayCounting,
  OrganisationKind,
  RetentionClass,
} from '../../../schema/vocabulary.js';
import { saysItself } from '../../platform/db/base.js';
import { Post } from '../organisations/post.entity.js';

@ObjectType({ description: 'A share of the voting seats.' })
export class Fraction {
  @Field(() => Int, { description: 'How many parts: 1 in “a quarter”.' })
  numerator!: number;

  @Field(() => Int, { description: 'Of how many: 4 in “a quarter”.' })
  denominator!: number;
}

@ObjectType({
  description:
    'Somebody of a kind who must be there: so many voting members who sit for an organisation of one of these kinds, or in the seat of one of these posts. Whether somebody from a council is a councillor is not known of a seat: where it matters, posts are named.',
})
export class QuorumPart {
  @Field(() => String, { description: 'Who, in words: “one NHS member”.' })
  label!: string;

  @Field(() => Int, { description: 'How many of them at least.' })
  atLeast!: number;

  @Field(() => [OrganisationKind], { description: 'The kinds of organisation they may sit for.' })
  organisationKinds!: OrganisationKind[];

  @Field(() => [Post], { description: 'The posts whose seat also counts. Empty for the public.' })
  posts!: Post[];
}

@ObjectType({ description: 'How many must be there, and who: all that is set must be met.' })
export class Quorum {
  @Field(() => String, { description: 'The whole of it in words.' })
  inWords!: string;

  @Field(() => Int, { nullable: true, description: 'So many voting members at least.' })
  atLeast!: number | null;

  @Field(() => Fraction, { nullable: true, description: 'This share of the voting seats, rounded up.' })
  fraction!: Fraction | null;

  @Field(() => Int, {
    nullable: true,
    description: 'From so many different organisations at least.',
  })
  organisationsAtLeast!: number | null;

  @Field(() => [QuorumPart], { description: 'Who must be among them.' })
  parts!: QuorumPart[];
}

@ObjectType({ description: 'A ground on which an item may be taken without press and public.' })
export class Exemption {
  @Field(() => String, { description: 'As it is cited: the paragraph’s number, or a letter.' })
  paragraph!: string;

  @Field(() => String, { description: 'Its wording.' })
  wording!: string;

  @Field(() => String, { description: 'Where it comes from, with the section.' })
  source!: string;
}

@ObjectType({ description: 'An item that stands on every agenda by itself.' })
export class StandingItem {
  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'The section of the agenda it stands in, if any.' })
  section!: string | null;

  @Field(() => AgendaPlace, { description: 'Where it stands.' })
  place!: AgendaPlace;

  @Field(() => Int, { nullable: true, description: 'How many minutes it is given.' })
  minutes!: number | null;
}

@InterfaceType({
  description: 'Rules of a board: those of a profile, or a board’s own copy of them.',
  resolveType: saysItself,
})
export abstract class RuleSet {
  @Field(() => Int, {
    description: 'Papers go out so many clear days before the meeting: neither day is counted.',
  })
  noticeClearDays!: number;

  @Field(() => DayCounting, {
    description:
      'Which days count for papers, questions and the further notice of a meeting in private. Twenty-eight days of notice are always calendar days.',
  })
  counting!: DayCounting;

  @Field(() => Int, {
    nullable: true,
    description: 'Clear days of notice of a key decision; empty where the board takes none.',
  })
  keyDecisionNoticeClearDays!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Clear days of notice of a meeting in private; empty where no such notice is given.',
  })
  privateMeetingNoticeClearDays!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Clear days before a meeting in private by which a further notice of it goes out, with what was said against it; empty where none does.',
  })
  privateMeetingFurtherNoticeClearDays!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Questions from the public are in so many clear days before; empty where none are taken.',
  })
  questionsByClearDays!: number | null;

  @Field(() => Int, { nullable: true, description: 'The most words of a question; empty for no limit.' })
  longestQuestionWords!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The most questions of one person at a meeting; empty for no limit.',
  })
  mostQuestions!: number | null;

  @Field(() => Int, { description: 'Draft reports are in so many working days before papers go out.' })
  draftReportsByWorkingDays!: number;

  @Field(() => Int, { description: 'Clearances are given so many working days before papers go out.' })
  clearancesByWorkingDays!: number;

  @Field(() => Quorum, { description: 'How many must be there, and who.' })
  quorum!: object;

  @Field(() => [Exemption], { description: 'On which grounds items may be taken in private.' })
  exemptions!: object[];

  @Field(() => String, {
    description:
      'The resolution to exclude press and public; {paragraphs} stands for the grounds that are relied on.',
  })
  exclusionWording!: string;

  @Field(() => [StandingItem], { description: 'What stands on every agenda, in order.' })
  standingItems!: object[];

  @Field(() => RetentionClass, { description: 'How long minutes and papers are kept.' })
  retention!: RetentionClass;

  @Field(() => Boolean, {
    description:
      'Whether the public agenda says “Item 9 (restricted)”. Otherwise nothing in it shows that an item is left out.',
  })
  saysRestrictedGap!: boolean;

  @Field(() => Boolean, { description: 'Whether an item that comes late needs a reason given by the chair.' })
  lateItemsNeedChairReason!: boolean;

  @Field(() => Int, {
    description:
      'Risks of so much or more, likelihood times impact, are proposed for the agenda: 15 of 25 unless the board sets another score.',
  })
  proposesRisksFrom!: number;
}

@ObjectType({ description: 'Where a rule comes from.' })
export class RuleSource {
  @Field(() => BoardRule, { description: 'The rule.' })
  rule!: BoardRule;

  @Field(() => String, { description: 'The Act, regulation or custom, with its section.' })
  text!: string;
}
