import { Length, Min } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { RecommendationVerb } from '../../../schema/report-words.js';
import { payload } from '../../platform/graphql/makers.js';
import { ID } from '../../platform/graphql/scalars.js';
import { ItemVersionInput } from '../actions/action.inputs.js';
import { ReportRecommendation } from './recommendation.entity.js';

@InputType({ description: 'A new recommendation of a report; it comes last.' })
export class CreateReportRecommendationInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID you mint, so that trying again makes no second one.',
  })
  id?: string;

  @Field(() => ID, { description: 'The report.' })
  reportId!: string;

  @Field(() => RecommendationVerb, {
    nullable: true,
    description: 'What the board is to do; absent while that is not settled.',
  })
  verb?: RecommendationVerb | null;

  @Length(1, 2_000)
  @Field(() => String, { description: 'Its words, after the verb.' })
  text!: string;
}

@InputType({ description: 'Changes to a recommendation. What is absent stays; null clears.' })
export class UpdateReportRecommendationInput {
  @Field(() => ID, { description: 'The recommendation.' })
  id!: string;

  @Min(1)
  @Field(() => Int, { description: 'The version you were shown.' })
  expectedVersion!: number;

  @Field(() => RecommendationVerb, {
    nullable: true,
    description: 'What the board is to do.',
  })
  verb?: RecommendationVerb | null;

  @Length(1, 2_000)
  @Field(() => String, { nullable: true, description: 'Its words, after the verb. Cannot be cleared.' })
  text?: string | null;
}

@InputType({ description: 'Where a recommendation goes.' })
export class MoveReportRecommendationInput extends ItemVersionInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The recommendation it goes right after; absent for the first place.',
  })
  afterId?: string | null;
}

const answers = (verb: string) =>
  payload(`${verb}ReportRecommendation`, 'reportRecommendation', () => ReportRecommendation);

export const CreateReportRecommendationPayload = answers('Create');
export const UpdateReportRecommendationPayload = answers('Update');
export const MoveReportRecommendationPayload = answers('Move');
export const ArchiveReportRecommendationPayload = answers('Archive');
