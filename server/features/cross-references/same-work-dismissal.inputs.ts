import { Length } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { payload } from '../../platform/graphql/makers.js';
import { ID } from '../../platform/graphql/scalars.js';
import { SameWorkDismissal } from './same-work-dismissal.entity.js';

@InputType({
  description: 'Two actions that are not the same work. Which is named first makes no difference.',
})
export class CreateSameWorkDismissalInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID you mint, so that trying again makes no second one.',
  })
  id?: string;

  @Field(() => ID, { description: 'One of the two: one of them is your organisation’s.' })
  actionId!: string;

  @Field(() => ID, { description: 'The other, of another plan.' })
  otherActionId!: string;

  @Length(0, 2000)
  @Field(() => String, { nullable: true, description: 'Why they are not, for whoever sees both.' })
  reason?: string | null;
}

const answers = (verb: string) =>
  payload(`${verb}SameWorkDismissal`, 'sameWorkDismissal', () => SameWorkDismissal);

export const CreateSameWorkDismissalPayload = answers('Create');
export const ArchiveSameWorkDismissalPayload = answers('Archive');
