import { Field, InputType } from 'type-graphql';
import { payload } from '../../platform/graphql/makers.js';
import { ID } from '../../platform/graphql/scalars.js';
import { RestrictedContact } from './restricted-contact.entity.js';

@InputType({ description: 'Through whom others of the partnership may ask about a restricted action.' })
export class CreateRestrictedContactInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID you mint, so that trying again makes no second one.',
  })
  id?: string;

  @Field(() => ID, { description: 'The restricted action.' })
  actionId!: string;

  @Field(() => ID, {
    description: 'The organisation to ask: one that owns the action and that you lead for.',
  })
  organisationId!: string;

  @Field(() => ID, { nullable: true, description: 'One of its posts; absent for the organisation itself.' })
  postId?: string | null;
}

const answers = (verb: string) =>
  payload(`${verb}RestrictedContact`, 'restrictedContact', () => RestrictedContact);

export const CreateRestrictedContactPayload = answers('Create');
export const ArchiveRestrictedContactPayload = answers('Archive');
