import { Field, InputType } from 'type-graphql';
import { AudienceKind } from '../../../schema/vocabulary.js';
import { payload } from '../../platform/graphql/makers.js';
import { ID } from '../../platform/graphql/scalars.js';
import { Action } from '../actions/action.entity.js';
import { ItemVersionInput } from '../actions/action.inputs.js';
import { Risk } from '../risks/risk.entity.js';
import { Workstream } from '../workstreams/workstream.entity.js';
import { Plan } from './plan.entity.js';

@InputType({ description: 'Who may see an item. Give the members that belong to the kind, and no others.' })
export class AudienceInput {
  @Field(() => AudienceKind, {
    description:
      'What sort of circle. EVERYONE and PARTNERSHIP are for whole plans; ALL_OF comes about by itself and cannot be sent.',
  })
  kind!: AudienceKind;

  @Field(() => [ID], { nullable: true, description: 'For ORGANISATIONS: which.' })
  organisationIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'For BOARD: which.' })
  boardId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'For PEOPLE: who.' })
  personIds?: string[] | null;
}

@InputType({ description: 'Who may see an item and all that hangs under it, from now on.' })
export class RestrictInput extends ItemVersionInput {
  @Field(() => AudienceInput, {
    nullable: true,
    description: 'The narrower circle; null for all who see what it belongs to.',
  })
  audience!: AudienceInput | null;
}

export const RestrictPlanPayload = payload('RestrictPlan', 'plan', () => Plan);
export const RestrictWorkstreamPayload = payload('RestrictWorkstream', 'workstream', () => Workstream);
export const RestrictActionPayload = payload('RestrictAction', 'action', () => Action);
export const RestrictRiskPayload = payload('RestrictRisk', 'risk', () => Risk);
