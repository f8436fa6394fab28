import { Length } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { ClearanceAnswer, ClearanceKind } from '../../../schema/report-words.js';
import { payload } from '../../platform/graphql/makers.js';
import { DateScalar, ID } from '../../platform/graphql/scalars.js';
import { ItemVersionInput } from '../actions/action.inputs.js';
import { ReportClearance } from './clearance.entity.js';

@InputType({ description: 'Asks an organisation to clear a report.' })
export class RequestReportClearanceInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID you mint, so that trying again makes no second one.',
  })
  id?: string;

  @Field(() => ID, { description: 'The report.' })
  reportId!: string;

  @Field(() => ClearanceKind, { description: 'What it is to be cleared for.' })
  kind!: ClearanceKind;

  @Field(() => ID, { description: 'The organisation asked. One that was asked already is asked again.' })
  organisationId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Who is to answer for it; absent for any of its leads.',
  })
  personId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'By when the answer is wanted.' })
  dueOn?: string | null;
}

@InputType({ description: 'What an organisation says to a report it was asked to clear.' })
export class AnswerReportClearanceInput extends ItemVersionInput {
  @Field(() => ClearanceAnswer, { description: 'The answer. It can be given anew.' })
  answer!: ClearanceAnswer;

  @Field(() => String, { description: 'The `contentHash` of the report as you read it.' })
  seenHash!: string;

  @Length(0, 2_000)
  @Field(() => String, {
    nullable: true,
    description: 'What is to be said with it; wanted when changes are.',
  })
  note?: string | null;
}

const answers = (verb: string) => payload(`${verb}ReportClearance`, 'reportClearance', () => ReportClearance);

export const RequestReportClearancePayload = answers('Request');
export const AnswerReportClearancePayload = answers('Answer');
export const ArchiveReportClearancePayload = answers('Archive');
