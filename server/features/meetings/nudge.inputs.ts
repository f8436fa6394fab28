import { Field, InputType } from 'type-graphql';
import { payload } from '../../platform/graphql/makers.js';
import { ID } from '../../platform/graphql/scalars.js';
import { Nudge } from './nudge.entity.js';

@InputType({
  description: 'Who is nudged for what they owe a meeting; everybody who owes something, if nobody is named.',
})
export class NudgeInput {
  @Field(() => ID, { description: 'The meeting.' })
  meetingId!: string;

  @Field(() => ID, { nullable: true, description: 'Only this person, for what they owe by name.' })
  personId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only this organisation.' })
  organisationId?: string | null;
}

export const NudgePayload = payload('Nudge', 'nudges', () => Nudge, true);
