import { Length } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { BragStatus } from '../../../schema/vocabulary.js';
import { payload } from '../../platform/graphql/makers.js';
import { ID } from '../../platform/graphql/scalars.js';
import { ItemVersionInput } from '../actions/action.inputs.js';
import { ExternalDependency } from './external-dependency.entity.js';

@InputType({ description: 'Something a plan waits for that no partner controls.' })
export class CreateExternalDependencyInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID you mint, so that trying again makes no second one.',
  })
  id?: string;

  @Field(() => ID, { description: 'The plan that waits for it.' })
  planId!: string;

  @Length(1, 500)
  @Field(() => String, { description: 'What is waited for.' })
  title!: string;

  @Length(1, 300)
  @Field(() => String, { description: 'Who controls it.' })
  controlledBy!: string;

  @Length(0, 10_000)
  @Field(() => String, { nullable: true, description: 'More about it.' })
  description?: string | null;

  @Length(0, 500)
  @Field(() => String, { nullable: true, description: 'When it is expected, as you would write it.' })
  timing?: string | null;

  @Field(() => BragStatus, {
    nullable: true,
    description: 'How likely it is to come in time. Blue when it has come.',
  })
  status?: BragStatus | null;
}

@InputType({ description: 'Changes to an external dependency. What is absent stays; null clears.' })
export class UpdateExternalDependencyInput extends ItemVersionInput {
  @Length(1, 500)
  @Field(() => String, { nullable: true, description: 'What is waited for. Cannot be cleared.' })
  title?: string | null;

  @Length(1, 300)
  @Field(() => String, { nullable: true, description: 'Who controls it. Cannot be cleared.' })
  controlledBy?: string | null;

  @Length(0, 10_000)
  @Field(() => String, { nullable: true, description: 'More about it.' })
  description?: string | null;

  @Length(0, 500)
  @Field(() => String, { nullable: true, description: 'When it is expected, as you would write it.' })
  timing?: string | null;

  @Field(() => BragStatus, {
    nullable: true,
    description: 'How likely it is to come in time; null for not yet rated. Blue when it has come.',
  })
  status?: BragStatus | null;
}

const answers = (verb: string) =>
  payload(`${verb}ExternalDependency`, 'externalDependency', () => ExternalDependency);

export const CreateExternalDependencyPayload = answers('Create');
export const UpdateExternalDependencyPayload = answers('Update');
export const ArchiveExternalDependencyPayload = answers('Archive');
export const RestoreExternalDependencyPayload = answers('Restore');
