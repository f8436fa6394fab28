import { Length, Min } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { PlanKind } from '../../../schema/vocabulary.js';
import { payload } from '../../platform/graphql/makers.js';
import { DateScalar, ID } from '../../platform/graphql/scalars.js';
import { Plan } from './plan.entity.js';

@InputType({ description: 'A new plan, begun as a draft that everyone in the partnership may see.' })
export class CreatePlanInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID you mint, so that trying again makes no second one.',
  })
  id?: string;

  @Field(() => ID, { description: 'The partnership.' })
  partnershipId!: string;

  @Field(() => ID, { nullable: true, description: 'The board that owns it and will adopt it.' })
  boardId?: string | null;

  @Length(1, 300)
  @Field(() => String, { description: 'Its title.' })
  title!: string;

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
}

@InputType({ description: 'Changes to a plan. What is absent stays; null clears.' })
export class UpdatePlanInput {
  @Field(() => ID, { description: 'The plan.' })
  id!: string;

  @Min(1)
  @Field(() => Int, { description: 'The version you were shown.' })
  expectedVersion!: number;

  @Field(() => ID, { nullable: true, description: 'The board that owns it.' })
  boardId?: string | null;

  @Length(1, 300)
  @Field(() => String, { nullable: true, description: 'Its title. Cannot be cleared.' })
  title?: string | null;

  @Field(() => PlanKind, { nullable: true, description: 'What sort of plan it is. Cannot be cleared.' })
  kind?: PlanKind | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day of its period. Cannot be cleared.' })
  startsOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day of its period. Cannot be cleared.' })
  endsOn?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'First day of its year 1. Deadlines such as “Y3” are read anew from here. Cannot be cleared.',
  })
  yearOneStartsOn?: string | null;
}

export const CreatePlanPayload = payload('CreatePlan', 'plan', () => Plan);
export const UpdatePlanPayload = payload('UpdatePlan', 'plan', () => Plan);
export const AdoptPlanPayload = payload('AdoptPlan', 'plan', () => Plan);
export const ClosePlanPayload = payload('ClosePlan', 'plan', () => Plan);
export const ArchivePlanPayload = payload('ArchivePlan', 'plan', () => Plan);
export const RestorePlanPayload = payload('RestorePlan', 'plan', () => Plan);
