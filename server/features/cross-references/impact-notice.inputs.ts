import { Length } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { ImpactAnswer, ImpactNoticeStatus } from '../../../schema/vocabulary.js';
import { connection, payload } from '../../platform/graphql/makers.js';
import { DateScalar, ID } from '../../platform/graphql/scalars.js';
import { type PageOrder, Where } from '../../platform/reading/page.js';
import { ItemVersionInput } from '../actions/action.inputs.js';
import { ImpactNotice } from './impact-notice.entity.js';

@InputType({ description: 'Which impact notices. All that is given must hold.' })
export class ImpactNoticeFilter {
  @Field(() => [ID], { nullable: true, description: 'Told to one of these organisations.' })
  organisationIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'About a promise with this item at one end.' })
  itemId?: string | null;

  @Field(() => [ImpactNoticeStatus], { nullable: true, description: 'One of these statuses.' })
  statuses?: ImpactNoticeStatus[] | null;
}

@InputType({ description: 'What your organisation answers to an impact notice.' })
export class AnswerImpactNoticeInput extends ItemVersionInput {
  @Field(() => ImpactAnswer, { description: 'The answer.' })
  answer!: ImpactAnswer;

  @Length(0, 2000)
  @Field(() => String, { nullable: true, description: 'More about it. Needed with DISPUTED: why.' })
  note?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Needed with NEW_DATE: your own new date. What you need is then needed by that day, and your own action, where it was due sooner and you may change it, is due by that day.',
  })
  newDueOn?: string | null;
}

export const AnswerImpactNoticePayload = payload('AnswerImpactNotice', 'impactNotice', () => ImpactNotice);
export const ImpactNoticeConnection = connection(ImpactNotice);

/** Latest first. */
export const impactNoticeOrder: PageOrder = {
  name: 'RAISED',
  by: [
    { sql: 't.created_at', type: 'timestamptz' },
    { sql: 't.id', type: 'uuid' },
  ],
  descending: true,
};

/** `within` is a plan, at either end, or a partnership. */
export function impactNoticesWhere(within: string, filter: ImpactNoticeFilter | undefined): Where {
  const where = new Where()
    .and('(t.plan_id = ? or t.to_plan_id = ? or t.partnership_id = ?)', within, within, within)
    .and('t.archived_at is null');
  if (filter?.organisationIds) where.and('t.organisation_id = any(?::uuid[])', filter.organisationIds);
  if (filter?.itemId)
    where.and(
      't.cross_reference_id in (select x.id from cross_references x where x.from_id = ? or x.to_id = ?)',
      filter.itemId,
      filter.itemId,
    );
  if (filter?.statuses) where.and('t.status = any(?::text[])', filter.statuses);
  return where;
}
