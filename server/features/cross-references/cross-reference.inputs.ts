import { Length, Min } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { Confidence, CrossReferenceKind } from '../../../schema/vocabulary.js';
import { payload } from '../../platform/graphql/makers.js';
import { DateScalar, ID } from '../../platform/graphql/scalars.js';
import { ItemVersionInput } from '../actions/action.inputs.js';
import { CrossReference } from './cross-reference.entity.js';

@InputType({ description: 'A promise you propose: written at an item of yours, pointing at another.' })
export class ProposeCrossReferenceInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID you mint, so that trying again makes no second one.',
  })
  id?: string;

  @Field(() => ID, { description: 'The item it is written at: one your organisation owns.' })
  fromId!: string;

  @Field(() => ID, { nullable: true, description: 'The item it points at. Give this or `text`.' })
  toId?: string | null;

  @Length(1, 500)
  @Field(() => String, {
    nullable: true,
    description:
      'What it points at, in people’s words: “WS2 B12”. What is not recognised is kept as written.',
  })
  text?: string | null;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Whether to look for the item the words mean; otherwise they are kept as written.',
  })
  resolve!: boolean;

  @Field(() => CrossReferenceKind, { description: 'What the one is to the other.' })
  kind!: CrossReferenceKind;

  @Length(0, 2000)
  @Field(() => String, { nullable: true, description: 'What is needed, in a sentence.' })
  note?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'By when you need it. For a dependency alone.' })
  neededBy?: string | null;

  @Length(0, 2000)
  @Field(() => String, {
    nullable: true,
    description: 'What happens if it is late. For a dependency alone.',
  })
  ifLate?: string | null;
}

@InputType({ description: 'Changes to a cross-reference. What is absent stays; null clears.' })
export class UpdateCrossReferenceInput {
  @Field(() => ID, { description: 'The cross-reference.' })
  id!: string;

  @Min(1)
  @Field(() => Int, { description: 'The version you were shown.' })
  expectedVersion!: number;

  @Field(() => CrossReferenceKind, {
    nullable: true,
    description:
      'What the one is to the other. A promise of another kind is for the other end to answer anew.',
  })
  kind?: CrossReferenceKind | null;

  @Length(0, 2000)
  @Field(() => String, { nullable: true, description: 'What is needed, in a sentence.' })
  note?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'By when you need it. An earlier day than was answered is for the other end to answer anew.',
  })
  neededBy?: string | null;

  @Length(0, 2000)
  @Field(() => String, { nullable: true, description: 'What happens if it is late.' })
  ifLate?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'What the words mean, for one whose words were not recognised. Cannot be changed afterwards.',
  })
  toId?: string | null;
}

@InputType({ description: 'The day for which you can promise what is needed.' })
export class CounterCrossReferenceInput extends ItemVersionInput {
  @Field(() => DateScalar, {
    description:
      'For when you can promise it. No later than it is needed by is agreed at once; a later day is for whoever asked to accept.',
  })
  promisedBy!: string;

  @Field(() => Confidence, { nullable: true, description: 'How surely it comes by then.' })
  confidence?: Confidence | null;

  @Length(0, 2000)
  @Field(() => String, { nullable: true, description: 'Why not sooner. Both ends see it.' })
  reason?: string | null;
}

@InputType({ description: 'Your no to a cross-reference, with the reason.' })
export class DisputeCrossReferenceInput extends ItemVersionInput {
  @Length(1, 2000)
  @Field(() => String, { description: 'Why you dispute it. Both ends see it.' })
  reason!: string;
}

const answers = (verb: string) => payload(`${verb}CrossReference`, 'crossReference', () => CrossReference);

export const ProposeCrossReferencePayload = answers('Propose');
export const ConfirmCrossReferencePayload = answers('Confirm');
export const CounterCrossReferencePayload = answers('Counter');
export const DisputeCrossReferencePayload = answers('Dispute');
export const UpdateCrossReferencePayload = answers('Update');
export const ArchiveCrossReferencePayload = answers('Archive');
export const RestoreCrossReferencePayload = answers('Restore');
