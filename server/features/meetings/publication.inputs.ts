import { Length } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { payload } from '../../platform/graphql/makers.js';
import { ID } from '../../platform/graphql/scalars.js';
import { ItemVersionInput } from '../actions/action.inputs.js';
import { Publication } from './publication.entity.js';

const LATE = 'Why it comes later than its papers were to go out, in the words of the chair.';

@InputType({ description: 'The meeting whose agenda and papers are to be published.' })
export class PreparePublicationInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID you mint, so that trying again makes no second one.',
  })
  id?: string;

  @Field(() => ID, { description: 'The meeting.' })
  meetingId!: string;

  @Length(1, 1_000)
  @Field(() => String, { nullable: true, description: LATE })
  lateReason?: string | null;
}

@InputType({ description: 'The board whose forward plan is to be published.' })
export class PrepareForwardPlanInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID you mint, so that trying again makes no second one.',
  })
  id?: string;

  @Field(() => ID, { description: 'The board.' })
  boardId!: string;
}

@InputType({ description: 'A pack that was prepared by somebody else, as you have seen it.' })
export class PublishPublicationInput extends ItemVersionInput {
  @Length(1, 64)
  @Field(() => String, { description: 'The `sha256` of the public part that you have looked at.' })
  seenSha256!: string;

  @Length(1, 1_000)
  @Field(() => String, {
    nullable: true,
    description: `${LATE} Absent for what was said when it was prepared.`,
  })
  lateReason?: string | null;
}

@InputType({ description: 'A publication, and why it is recalled.' })
export class RecallPublicationInput extends ItemVersionInput {
  @Length(1, 1_000)
  @Field(() => String, { description: 'Why; told at its address.' })
  reason!: string;
}

const answers = (verb: string) => payload(`${verb}Publication`, 'publication', () => Publication);

export const PreparePublicationPayload = answers('Prepare');
export const PrepareForwardPlanPayload = payload('PrepareForwardPlan', 'publication', () => Publication);
export const RebuildPublicationPayload = answers('Rebuild');
export const PublishPublicationPayload = answers('Publish');
export const RecallPublicationPayload = answers('Recall');
