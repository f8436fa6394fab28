import { Max, Min } from 'class-validator';
import { Field, InputType, Int, registerEnumType } from 'type-graphql';
import { RiskStatus } from '../../../schema/vocabulary.js';
import { connection } from '../../platform/graphql/makers.js';
import { ID } from '../../platform/graphql/scalars.js';
import { type PageOrder, Where } from '../../platform/reading/page.js';
import { Risk } from './risk.entity.js';

@InputType({ description: 'Which risks. All that is given must hold.' })
export class RiskFilter {
  @Field(() => [RiskStatus], { nullable: true, description: 'One of these statuses.' })
  statuses?: RiskStatus[] | null;

  @Field(() => [ID], { nullable: true, description: 'Of one of these workstreams.' })
  workstreamIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'One of these organisations owns it.' })
  organisationIds?: string[] | null;

  @Min(1)
  @Max(25)
  @Field(() => Int, { nullable: true, description: 'Its current score is this or more.' })
  minimumScore?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Words in its reference, cause, event, effect or controls.',
  })
  text?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it was put away; absent for those that were not.',
  })
  archived?: boolean | null;
}

export enum RiskOrder {
  SCORE = 'SCORE',
  REVIEW = 'REVIEW',
}
registerEnumType(RiskOrder, {
  name: 'RiskOrder',
  description: 'In what order.',
  valuesConfig: {
    SCORE: { description: 'Highest current score first; those not scored last.' },
    REVIEW: { description: 'Soonest review first; those without one last.' },
  },
});

const currentScore = 'coalesce(t.current_likelihood * t.current_impact, 0)';

export const riskOrders: Record<RiskOrder, PageOrder> = {
  SCORE: {
    name: 'SCORE',
    by: [
      { sql: currentScore, type: 'int' },
      { sql: 't.id', type: 'uuid' },
    ],
    descending: true,
  },
  REVIEW: {
    name: 'REVIEW',
    by: [
      { sql: `coalesce(t.review_on, 'infinity'::date)`, type: 'date' },
      { sql: 't.id', type: 'uuid' },
    ],
  },
};

export const RiskConnection = connection(Risk);

const likePattern = (text: string) => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
const searched = ['reference', 'cause', 'event', 'effect', 'controls'];

/** `within` is a plan or a partnership. */
export function risksWhere(within: string, filter: RiskFilter | undefined): Where {
  const where = new Where()
    .and('(t.plan_id = ? or t.partnership_id = ?)', within, within)
    .and(`t.archived_at is ${filter?.archived ? 'not null' : 'null'}`);
  if (!filter) return where;
  const { statuses, workstreamIds, organisationIds, minimumScore, text } = filter;
  if (statuses) where.and('t.status = any(?::text[])', statuses);
  if (workstreamIds) where.and('t.workstream_id = any(?::uuid[])', workstreamIds);
  if (organisationIds)
    where.and(
      'exists (select 1 from ownerships o where o.item_id = t.id and o.organisation_id = any(?::uuid[]))',
      organisationIds,
    );
  if (minimumScore) where.and(`${currentScore} >= ?`, minimumScore);
  if (text)
    where.and(
      `(${searched.map((column) => `t.${column} ilike ?`).join(' or ')})`,
      ...searched.map(() => likePattern(text)),
    );
  return where;
}
