import { ArrayMaxSize, Length, Max, Min, ValidateNested } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { AgendaPlace, OrganisationKind } from '../../../schema/vocabulary.js';
import { ID } from '../../platform/graphql/scalars.js';

const MOST_PARTS = 20;
/** Larger than any board: what is typed wrongly is refused, not counted with. */
const MOST_SEATS = 200;
const MOST_MINUTES = 600;

@InputType({ description: 'A share of the voting seats.' })
export class FractionInput {
  @Min(1)
  @Max(MOST_SEATS)
  @Field(() => Int, { description: 'How many parts: 1 in “a quarter”.' })
  numerator!: number;

  @Min(1)
  @Max(MOST_SEATS)
  @Field(() => Int, { description: 'Of how many: 4 in “a quarter”.' })
  denominator!: number;
}

@InputType({
  description: 'Somebody of a kind who must be there. Name kinds of organisation, posts, or both.',
})
export class QuorumPartInput {
  @Length(1, 200)
  @Field(() => String, { description: 'Who, in words: “one NHS member”.' })
  label!: string;

  @Min(1)
  @Max(MOST_SEATS)
  @Field(() => Int, { defaultValue: 1, description: 'How many of them at least.' })
  atLeast!: number;

  @ArrayMaxSize(MOST_PARTS)
  @Field(() => [OrganisationKind], {
    defaultValue: [],
    description: 'The kinds of organisation they may sit for.',
  })
  organisationKinds!: OrganisationKind[];

  @ArrayMaxSize(MOST_PARTS)
  @Field(() => [ID], { defaultValue: [], description: 'The posts whose seat also counts.' })
  postIds!: string[];
}

@InputType({ description: 'How many must be there, and who: the whole rule. All that is set must be met.' })
export class QuorumInput {
  @Min(1)
  @Max(MOST_SEATS)
  @Field(() => Int, { nullable: true, description: 'So many voting members at least.' })
  atLeast?: number | null;

  @ValidateNested()
  @Field(() => FractionInput, { nullable: true, description: 'This share of the voting seats, rounded up.' })
  fraction?: FractionInput | null;

  @Min(1)
  @Max(MOST_SEATS)
  @Field(() => Int, { nullable: true, description: 'From so many different organisations at least.' })
  organisationsAtLeast?: number | null;

  @ArrayMaxSize(MOST_PARTS)
  @ValidateNested({ each: true })
  @Field(() => [QuorumPartInput], { defaultValue: [], description: 'Who must be among them.' })
  parts!: QuorumPartInput[];
}

@InputType({ description: 'A ground on which an item may be taken without press and public.' })
export class ExemptionInput {
  @Length(1, 60)
  @Field(() => String, { description: 'As it is cited: the paragraph’s number, or a letter.' })
  paragraph!: string;

  @Length(1, 1000)
  @Field(() => String, { description: 'Its wording.' })
  wording!: string;

  @Length(1, 500)
  @Field(() => String, { description: 'Where it comes from, with the section.' })
  source!: string;
}

@InputType({ description: 'An item that stands on every agenda by itself.' })
export class StandingItemInput {
  @Length(1, 300)
  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Length(1, 200)
  @Field(() => String, { nullable: true, description: 'The section of the agenda it stands in, if any.' })
  section?: string | null;

  @Field(() => AgendaPlace, { description: 'Where it stands.' })
  place!: AgendaPlace;

  @Min(1)
  @Max(MOST_MINUTES)
  @Field(() => Int, { nullable: true, description: 'How many minutes it is given.' })
  minutes?: number | null;
}
