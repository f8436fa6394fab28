import { ArrayMaxSize, Length, Min } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { payload } from '../../platform/graphql/makers.js';
import { DateScalar, ID } from '../../platform/graphql/scalars.js';
import { ItemVersionInput } from '../actions/action.inputs.js';
import { AudienceInput } from '../plans/restrict.inputs.js';
import { Report } from './report.entity.js';

@InputType({ description: 'Who writes a report, and by when.' })
abstract class ReportFields {
  @ArrayMaxSize(20)
  @Field(() => [ID], { nullable: true, description: 'The other organisations that write it: all of them.' })
  authorOrganisationIds?: string[] | null;

  @ArrayMaxSize(20)
  @Field(() => [ID], {
    nullable: true,
    description: 'The people who write it, whatever their role: all of them.',
  })
  authorIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Who is to sign it off for the lead organisation.' })
  sponsorId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'By when the draft is wanted.' })
  draftDueOn?: string | null;
}

@InputType({
  description: 'A new report, for an entry of the forward plan or an item of an agenda: name one of the two.',
})
export class CreateReportInput extends ReportFields {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID you mint, so that trying again makes no second one.',
  })
  id?: string;

  @Field(() => ID, { nullable: true, description: 'The entry of the forward plan it is for.' })
  forwardPlanEntryId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The item of the agenda it is for.' })
  agendaItemId?: string | null;

  @Length(1, 300)
  @Field(() => String, {
    nullable: true,
    description: 'Its title; absent for that of the entry or the item.',
  })
  title?: string | null;

  @Field(() => ID, { description: 'The organisation that answers for it.' })
  leadOrganisationId!: string;

  @Field(() => AudienceInput, {
    nullable: true,
    description:
      'The narrower circle it is for; absent for all who see the entry and the item. Where the entry says that its report is confidential, absent for whom its item is narrowed to, or else the seats of the boards that consider it.',
  })
  audience?: AudienceInput | null;
}

@InputType({ description: 'Changes to a report. What is absent stays; null clears.' })
export class UpdateReportInput extends ReportFields {
  @Field(() => ID, { description: 'The report.' })
  id!: string;

  @Min(1)
  @Field(() => Int, { description: 'The version you were shown.' })
  expectedVersion!: number;

  @Length(1, 300)
  @Field(() => String, { nullable: true, description: 'Its title. Cannot be cleared.' })
  title?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The organisation that answers for it. Cannot be cleared.',
  })
  leadOrganisationId?: string | null;
}

@InputType({ description: 'Who may see a report, from now on.' })
export class RestrictReportInput extends ItemVersionInput {
  @Field(() => AudienceInput, {
    nullable: true,
    description: 'The narrower circle; null for all who see the entry and the item it goes with.',
  })
  audience!: AudienceInput | null;
}

@InputType({ description: 'Signs a report off, in the words in which it was read.' })
export class SignOffReportInput extends ItemVersionInput {
  @Field(() => String, { description: 'The `contentHash` of the report as you read it.' })
  seenHash!: string;

  @Length(0, 2_000)
  @Field(() => String, {
    nullable: true,
    description:
      'Why it is signed off although the check finds something left to put right, or a clearance is missing. Wanted then, and kept with the sign-off; of no meaning when nothing is left.',
  })
  despite?: string | null;
}

const answers = (verb: string) => payload(`${verb}Report`, 'report', () => Report);

export const CreateReportPayload = answers('Create');
export const UpdateReportPayload = answers('Update');
export const RestrictReportPayload = answers('Restrict');
export const SignOffReportPayload = answers('SignOff');
export const ArchiveReportPayload = answers('Archive');
export const RestoreReportPayload = answers('Restore');
