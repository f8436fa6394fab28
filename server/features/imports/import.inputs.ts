import { Length } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { PlanKind } from '../../../schema/vocabulary.js';
import { payload } from '../../platform/graphql/makers.js';
import { DateScalar, ID } from '../../platform/graphql/scalars.js';
import { Import } from './import.entity.js';

@InputType({ description: 'A plan that applying the import begins.' })
export class ImportedPlanInput {
  @Field(() => ID, { description: 'The partnership.' })
  partnershipId!: string;

  @Length(1, 300)
  @Field(() => String, { nullable: true, description: 'Its title; absent for the title in the file.' })
  title?: string | null;

  @Field(() => PlanKind, { description: 'What sort of plan it is.' })
  kind!: PlanKind;

  @Field(() => DateScalar, { description: 'First day of its period.' })
  startsOn!: string;

  @Field(() => DateScalar, { description: 'Last day of its period.' })
  endsOn!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day of its year 1, when that is not the first day of its period.',
  })
  yearOneStartsOn?: string | null;

  @Field(() => ID, { nullable: true, description: 'The board that owns it.' })
  boardId?: string | null;
}

@InputType({ description: 'A file to look at. Nothing of the plan changes.' })
export class PreviewImportInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID you mint, so that trying again makes no second import.',
  })
  id?: string;

  @Field(() => ID, { nullable: true, description: 'The plan it goes into. Give this or `newPlan`.' })
  planId?: string | null;

  @Field(() => ImportedPlanInput, { nullable: true, description: 'The plan it begins.' })
  newPlan?: ImportedPlanInput | null;

  @Length(1, 255)
  @Field(() => String, {
    nullable: true,
    description: 'The name of the file, with its ending; needed with `contentBase64`.',
  })
  fileName?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The file itself in base64: for files up to about 140 kB. Send larger ones by POST to /imports and give the `uploadId`.',
  })
  contentBase64?: string | null;

  @Field(() => ID, { nullable: true, description: 'What POST /imports answered.' })
  uploadId?: string | null;
}

@InputType({
  description: 'Who some words of the file mean. Name one body, or none to keep the words as written.',
})
export class AcceptMatchInput {
  @Length(1, 2000)
  @Field(() => String, { description: 'The words, exactly as in `owners.asWritten`.' })
  asWritten!: string;

  @Field(() => ID, { nullable: true, description: 'An organisation.' })
  organisationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'A person.' })
  personId?: string | null;

  @Field(() => ID, { nullable: true, description: 'A post.' })
  postId?: string | null;

  @Field(() => ID, { nullable: true, description: 'An accountable business unit.' })
  abuId?: string | null;

  @Field(() => ID, { nullable: true, description: 'A board.' })
  boardId?: string | null;
}

@InputType({ description: 'An import to apply, and what you settled while looking at it.' })
export class ApplyImportInput {
  @Field(() => ID, { description: 'The import.' })
  id!: string;

  @Field(() => [AcceptMatchInput], {
    nullable: true,
    description: 'Who the words mean, where you settled it.',
  })
  accept?: AcceptMatchInput[] | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Make the people the file names with an organisation that is known here. For administrators of the partnership.',
  })
  createMissing!: boolean;
}

@InputType({ description: 'An import to undo.' })
export class UndoImportInput {
  @Field(() => ID, { description: 'The import.' })
  id!: string;
}

export const PreviewImportPayload = payload('PreviewImport', 'import', () => Import);
export const ApplyImportPayload = payload('ApplyImport', 'import', () => Import);
export const UndoImportPayload = payload('UndoImport', 'import', () => Import);
