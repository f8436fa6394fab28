import { Length, Max, Min, ValidateNested } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { payload } from '../../platform/graphql/makers.js';
import { DateScalar, ID } from '../../platform/graphql/scalars.js';
import { ItemVersionInput, OwnerInput } from '../actions/action.inputs.js';
import { Risk } from './risk.entity.js';

@InputType({ description: 'A score on the 5×5 matrix.' })
export class RiskScoreInput {
  @Min(1)
  @Max(5)
  @Field(() => Int, { description: 'How likely, 1 (rare) to 5 (almost certain).' })
  likelihood!: number;

  @Min(1)
  @Max(5)
  @Field(() => Int, { description: 'How bad, 1 (negligible) to 5 (catastrophic).' })
  impact!: number;
}

@InputType({
  description: 'A new risk, to a workstream or to a whole plan. Actions it names become cross-references.',
})
export class CreateRiskInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID you mint, so that trying again makes no second one.',
  })
  id?: string;

  @Field(() => ID, { description: 'The plan.' })
  planId!: string;

  @Field(() => ID, { nullable: true, description: 'The workstream; absent for a risk to the whole plan.' })
  workstreamId?: string | null;

  @Length(1, 60)
  @Field(() => String, { nullable: true, description: 'Its reference.' })
  reference?: string | null;

  @Length(0, 5000)
  @Field(() => String, { nullable: true, description: 'Because of what.' })
  cause?: string | null;

  @Length(1, 5000)
  @Field(() => String, { description: 'What may happen.' })
  event!: string;

  @Length(0, 5000)
  @Field(() => String, { nullable: true, description: 'Leading to what.' })
  effect?: string | null;

  @Length(0, 10_000)
  @Field(() => String, { nullable: true, description: 'The controls in place already.' })
  controls?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it is looked at next.' })
  reviewOn?: string | null;

  @ValidateNested()
  @Field(() => RiskScoreInput, { nullable: true, description: 'Before any control.' })
  inherent?: RiskScoreInput | null;

  @ValidateNested()
  @Field(() => RiskScoreInput, { nullable: true, description: 'As it stands.' })
  current?: RiskScoreInput | null;

  @ValidateNested()
  @Field(() => RiskScoreInput, { nullable: true, description: 'What is aimed at.' })
  target?: RiskScoreInput | null;

  @ValidateNested({ each: true })
  @Field(() => [OwnerInput], { nullable: true, description: 'Who owns it.' })
  owners?: OwnerInput[] | null;
}

@InputType({ description: 'Changes to a risk’s words. What is absent stays; null clears.' })
export class UpdateRiskInput extends ItemVersionInput {
  @Length(1, 60)
  @Field(() => String, { nullable: true, description: 'Its reference.' })
  reference?: string | null;

  @Length(0, 5000)
  @Field(() => String, { nullable: true, description: 'Because of what.' })
  cause?: string | null;

  @Length(1, 5000)
  @Field(() => String, { nullable: true, description: 'What may happen. Cannot be cleared.' })
  event?: string | null;

  @Length(0, 5000)
  @Field(() => String, { nullable: true, description: 'Leading to what.' })
  effect?: string | null;

  @Length(0, 10_000)
  @Field(() => String, { nullable: true, description: 'The controls in place already.' })
  controls?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it is looked at next.' })
  reviewOn?: string | null;
}

@InputType({ description: 'Scores of a risk. What is absent stays; null clears.' })
export class ScoreRiskInput extends ItemVersionInput {
  @ValidateNested()
  @Field(() => RiskScoreInput, { nullable: true, description: 'Before any control.' })
  inherent?: RiskScoreInput | null;

  @ValidateNested()
  @Field(() => RiskScoreInput, { nullable: true, description: 'As it stands.' })
  current?: RiskScoreInput | null;

  @ValidateNested()
  @Field(() => RiskScoreInput, { nullable: true, description: 'What is aimed at.' })
  target?: RiskScoreInput | null;
}

@InputType({ description: 'Who owns a risk from now on: the whole list.' })
export class AssignRiskInput extends ItemVersionInput {
  @ValidateNested({ each: true })
  @Field(() => [OwnerInput], { description: 'All of them, in order.' })
  owners!: OwnerInput[];
}

const answers = (verb: string) => payload(`${verb}Risk`, 'risk', () => Risk);

export const CreateRiskPayload = answers('Create');
export const UpdateRiskPayload = answers('Update');
export const ScoreRiskPayload = answers('Score');
export const AssignRiskPayload = answers('Assign');
export const CloseRiskPayload = answers('Close');
export const ReopenRiskPayload = answers('Reopen');
export const ArchiveRiskPayload = answers('Archive');
export const RestoreRiskPayload = answers('Restore');
