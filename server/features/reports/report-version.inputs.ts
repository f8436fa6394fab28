import { Length } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { payload } from '../../platform/graphql/makers.js';
import { ID } from '../../platform/graphql/scalars.js';
import { ReportVersion } from './report-version.entity.js';

@InputType({ description: 'That a report is kept as it stands.' })
export class KeepReportVersionInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID you mint, so that trying again makes no second one.',
  })
  id?: string;

  @Field(() => ID, { description: 'The report.' })
  reportId!: string;

  @Length(0, 300)
  @Field(() => String, { nullable: true, description: 'What this version is, such as “As sent to finance”.' })
  note?: string | null;
}

export const KeepReportVersionPayload = payload('KeepReportVersion', 'reportVersion', () => ReportVersion);
