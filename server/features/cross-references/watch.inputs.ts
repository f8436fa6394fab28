import { Field, InputType } from 'type-graphql';
import { payload } from '../../platform/graphql/makers.js';
import { ID } from '../../platform/graphql/scalars.js';
import { Watch } from './watch.entity.js';

@InputType({ description: 'Which organisation begins to watch which external dependency.' })
export class CreateWatchInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID you mint, so that trying again makes no second one.',
  })
  id?: string;

  @Field(() => ID, { description: 'What is watched.' })
  externalDependencyId!: string;

  @Field(() => ID, { description: 'The organisation that watches it: one you edit for.' })
  organisationId!: string;
}

const answers = (verb: string) => payload(`${verb}Watch`, 'watch', () => Watch);

export const CreateWatchPayload = answers('Create');
export const ArchiveWatchPayload = answers('Archive');
export const NoteWatchPayload = answers('Note');
