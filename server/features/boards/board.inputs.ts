import { ArrayMaxSize, Length, Min } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { payload } from '../../platform/graphql/makers.js';
import { ID } from '../../platform/graphql/scalars.js';
import { MOST_ALIASES } from '../organisations/organisation.inputs.js';
import { Board } from './board.entity.js';

const LONGEST_CHAIN = 20;

@InputType({ description: 'A new board.' })
export class CreateBoardInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID you mint, so that trying again makes no second one.',
  })
  id?: string;

  @Field(() => ID, { description: 'The partnership.' })
  partnershipId!: string;

  @Length(1, 300)
  @Field(() => String, { description: 'Its full name.' })
  name!: string;

  @Length(1, 60)
  @Field(() => String, { nullable: true, description: 'The short form partners use.' })
  shortName?: string | null;

  @Length(1, 200)
  @Field(() => String, { description: 'What sort of board it is, such as health and wellbeing board.' })
  kind!: string;

  @ArrayMaxSize(MOST_ALIASES)
  @Length(1, 300, { each: true })
  @Field(() => [String], { nullable: true, description: 'Other names it is written by.' })
  aliases?: string[] | null;

  @Length(1, 5000)
  @Field(() => String, { nullable: true, description: 'What it is for.' })
  purpose?: string | null;

  @ArrayMaxSize(LONGEST_CHAIN)
  @Field(() => [ID], { nullable: true, description: 'The boards that oversee it, nearest first.' })
  reportsToIds?: string[] | null;
}

@InputType({ description: 'Changes to a board. What is absent stays; null clears.' })
export class UpdateBoardInput {
  @Field(() => ID, { description: 'The board.' })
  id!: string;

  @Min(1)
  @Field(() => Int, { description: 'The version you were shown.' })
  expectedVersion!: number;

  @Length(1, 300)
  @Field(() => String, { nullable: true, description: 'Its full name. Cannot be cleared.' })
  name?: string | null;

  @Length(1, 60)
  @Field(() => String, { nullable: true, description: 'The short form partners use.' })
  shortName?: string | null;

  @Length(1, 200)
  @Field(() => String, { nullable: true, description: 'What sort of board it is. Cannot be cleared.' })
  kind?: string | null;

  @ArrayMaxSize(MOST_ALIASES)
  @Length(1, 300, { each: true })
  @Field(() => [String], { nullable: true, description: 'Other names it is written by: the whole list.' })
  aliases?: string[] | null;

  @Length(1, 5000)
  @Field(() => String, { nullable: true, description: 'What it is for.' })
  purpose?: string | null;

  @ArrayMaxSize(LONGEST_CHAIN)
  @Field(() => [ID], {
    nullable: true,
    description: 'The boards that oversee it, nearest first: the whole chain.',
  })
  reportsToIds?: string[] | null;
}

export const CreateBoardPayload = payload('CreateBoard', 'board', () => Board);
export const UpdateBoardPayload = payload('UpdateBoard', 'board', () => Board);
export const ArchiveBoardPayload = payload('ArchiveBoard', 'board', () => Board);
export const RestoreBoardPayload = payload('RestoreBoard', 'board', () => Board);
