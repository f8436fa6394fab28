import { Length, ValidateNested } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { BragStatus } from '../../../schema/vocabulary.js';
import { payload } from '../../platform/graphql/makers.js';
import { ID } from '../../platform/graphql/scalars.js';
import { ItemVersionInput, OwnerInput } from '../actions/action.inputs.js';
import { Mitigation } from './risk.entity.js';

@InputType({ description: 'Something done to lessen a risk.' })
export class CreateMitigationInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID you mint, so that trying again makes no second one.',
  })
  id?: string;

  @Field(() => ID, { description: 'The risk it lessens.' })
  riskId!: string;

  @Length(1, 5000)
  @Field(() => String, { description: 'What is done.' })
  description!: string;

  @Length(0, 500)
  @Field(() => String, { nullable: true, description: 'When it is due, as you would write it.' })
  timing?: string | null;

  @ValidateNested({ each: true })
  @Field(() => [OwnerInput], { nullable: true, description: 'Who does it.' })
  owners?: OwnerInput[] | null;
}

@InputType({ description: 'Changes to a mitigation. What is absent stays; null clears.' })
export class UpdateMitigationInput extends ItemVersionInput {
  @Length(1, 5000)
  @Field(() => String, { nullable: true, description: 'What is done. Cannot be cleared.' })
  description?: string | null;

  @Length(0, 500)
  @Field(() => String, { nullable: true, description: 'When it is due, as you would write it.' })
  timing?: string | null;
}

@InputType({ description: 'Who does a mitigation from now on: the whole list.' })
export class AssignMitigationInput extends ItemVersionInput {
  @ValidateNested({ each: true })
  @Field(() => [OwnerInput], { description: 'All of them, in order.' })
  owners!: OwnerInput[];
}

@InputType({ description: 'How a mitigation stands.' })
export class RateMitigationInput extends ItemVersionInput {
  @Field(() => BragStatus, { description: 'How it stands. Blue is for those who keep the risk to say.' })
  status!: BragStatus;
}

const answers = (verb: string) => payload(`${verb}Mitigation`, 'mitigation', () => Mitigation);

export const CreateMitigationPayload = answers('Create');
export const UpdateMitigationPayload = answers('Update');
export const AssignMitigationPayload = answers('Assign');
export const RateMitigationPayload = answers('Rate');
export const ArchiveMitigationPayload = answers('Archive');
export const RestoreMitigationPayload = answers('Restore');
