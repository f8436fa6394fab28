import { ArrayMaxSize, Length, Min, ValidateNested } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { BragStatus } from '../../../schema/vocabulary.js';
import { payload } from '../../platform/graphql/makers.js';
import { ID } from '../../platform/graphql/scalars.js';
import { Partnership } from './partnership.entity.js';

@InputType({ description: 'What a colour means here.' })
export class BragDefinitionInput {
  @Field(() => BragStatus, { description: 'The status.' })
  status!: BragStatus;

  @Length(1, 500)
  @Field(() => String, {
    nullable: true,
    description: 'When an action has it, in your own words; null goes back to what it commonly means.',
  })
  meaning?: string | null;
}

@InputType({ description: 'Changes to a partnership. What is absent stays; null clears.' })
export class UpdatePartnershipInput {
  @Field(() => ID, { description: 'The partnership.' })
  id!: string;

  @Min(1)
  @Field(() => Int, { description: 'The version you were shown.' })
  expectedVersion!: number;

  @Length(1, 300)
  @Field(() => String, { nullable: true, description: 'Its full name. Cannot be cleared.' })
  name?: string | null;

  @Length(1, 60)
  @Field(() => String, { nullable: true, description: 'Its short name.' })
  shortName?: string | null;

  @Length(1, 300)
  @Field(() => String, { nullable: true, description: 'The place it serves.' })
  place?: string | null;

  @ArrayMaxSize(5)
  @ValidateNested({ each: true })
  @Field(() => [BragDefinitionInput], {
    nullable: true,
    description: 'What colours mean here; those not named stay as they are.',
  })
  bragDefinitions?: BragDefinitionInput[] | null;
}

export const UpdatePartnershipPayload = payload('UpdatePartnership', 'partnership', () => Partnership);
