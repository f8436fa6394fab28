import { Length, Min } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { payload } from '../../platform/graphql/makers.js';
import { DateScalar, ID } from '../../platform/graphql/scalars.js';
import { DelegatedFunction } from './abu.entity.js';

@InputType({ description: 'A function newly delegated to an accountable business unit.' })
export class CreateDelegatedFunctionInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID you mint, so that trying again makes no second one.',
  })
  id?: string;

  @Field(() => ID, { description: 'The accountable business unit.' })
  abuId!: string;

  @Length(1, 1000)
  @Field(() => String, { description: 'What is delegated.' })
  function!: string;

  @Field(() => ID, { description: 'Who delegates it, and stays accountable.' })
  fromOrganisationId!: string;

  @Length(1, 5000)
  @Field(() => String, { nullable: true, description: 'Under what conditions.' })
  conditions?: string | null;

  @Length(1, 100)
  @Field(() => String, { description: 'How far it has come: proposed, agreed, in force, ended.' })
  status!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Since when.' })
  sinceOn?: string | null;
}

@InputType({ description: 'Changes to a delegated function. What is absent stays; null clears.' })
export class UpdateDelegatedFunctionInput {
  @Field(() => ID, { description: 'The delegated function.' })
  id!: string;

  @Min(1)
  @Field(() => Int, { description: 'The version you were shown.' })
  expectedVersion!: number;

  @Length(1, 1000)
  @Field(() => String, { nullable: true, description: 'What is delegated. Cannot be cleared.' })
  function?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who delegates it. Cannot be cleared.' })
  fromOrganisationId?: string | null;

  @Length(1, 5000)
  @Field(() => String, { nullable: true, description: 'Under what conditions.' })
  conditions?: string | null;

  @Length(1, 100)
  @Field(() => String, { nullable: true, description: 'How far it has come. Cannot be cleared.' })
  status?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Since when.' })
  sinceOn?: string | null;
}

const delegatedFunction = () => DelegatedFunction;
export const CreateDelegatedFunctionPayload = payload(
  'CreateDelegatedFunction',
  'delegatedFunction',
  delegatedFunction,
);
export const UpdateDelegatedFunctionPayload = payload(
  'UpdateDelegatedFunction',
  'delegatedFunction',
  delegatedFunction,
);
export const ArchiveDelegatedFunctionPayload = payload(
  'ArchiveDelegatedFunction',
  'delegatedFunction',
  delegatedFunction,
);
export const RestoreDelegatedFunctionPayload = payload(
  'RestoreDelegatedFunction',
  'delegatedFunction',
  delegatedFunction,
);
