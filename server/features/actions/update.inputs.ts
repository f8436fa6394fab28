import { Length, Min } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { BragStatus } from '../../../schema/vocabulary.js';
import { payload } from '../../platform/graphql/makers.js';
import { DateScalar, ID } from '../../platform/graphql/scalars.js';
import { Update } from './update.entity.js';

@InputType({
  description:
    'What your organisation reports on an action for a month. Reporting again for the month replaces your words.',
})
export class ReportUpdateInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID you mint, so that trying again makes no second one.',
  })
  id?: string;

  @Field(() => ID, { description: 'The action.' })
  actionId!: string;

  @Field(() => ID, { description: 'The organisation you report for: one of yours that owns the action.' })
  organisationId!: string;

  @Field(() => DateScalar, { description: 'Any day of the month reported on.' })
  period!: string;

  @Length(1, 20_000)
  @Field(() => String, { description: 'What was done, what stands in the way, what comes next.' })
  narrative!: string;

  @Field(() => BragStatus, { description: 'How your part stands: Green, Amber, Red or not yet rated.' })
  status!: BragStatus;

  @Min(1)
  @Field(() => Int, {
    nullable: true,
    description: 'The version of your report you were shown, when you change one.',
  })
  expectedVersion?: number | null;
}

export const ReportUpdatePayload = payload('ReportUpdate', 'update', () => Update);
export const ArchiveUpdatePayload = payload('ArchiveUpdate', 'update', () => Update);
export const RestoreUpdatePayload = payload('RestoreUpdate', 'update', () => Update);
