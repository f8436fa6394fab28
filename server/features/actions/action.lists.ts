import { Field, InputType, registerEnumType } from 'type-graphql';
import { BragStatus } from '../../../schema/vocabulary.js';
import { connection } from '../../platform/graphql/makers.js';
import { DateScalar, ID } from '../../platform/graphql/scalars.js';
import { type PageOrder, Where } from '../../platform/reading/page.js';
import type { Reader } from '../../platform/reading/reader.js';
import { withinColumn } from '../../platform/reading/within.js';
import { Action } from './action.entity.js';

@InputType({ description: 'Which actions. All that is given must hold.' })
export class ActionFilter {
  @Field(() => [ID], { nullable: true, description: 'Of one of these workstreams.' })
  workstreamIds?: string[];

  @Field(() => [ID], {
    nullable: true,
    description: 'One of these organisations leads, shares or supports it.',
  })
  organisationIds?: string[];

  @Field(() => [ID], {
    nullable: true,
    description: 'One of these accountable business units answers for it.',
  })
  abuIds?: string[];

  @Field(() => [BragStatus], { nullable: true, description: 'One of these statuses.' })
  statuses?: BragStatus[];

  @Field(() => Boolean, { nullable: true, description: 'Overdue, or not overdue.' })
  isOverdue?: boolean;

  @Field(() => DateScalar, { nullable: true, description: 'Due on or after this day.' })
  dueFrom?: string;

  @Field(() => DateScalar, { nullable: true, description: 'Due on or before this day.' })
  dueUntil?: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether somebody answers for it.' })
  hasLead?: boolean;

  @Field(() => String, { nullable: true, description: 'Words in its reference, title or expected outcome.' })
  text?: string;
}

export enum ActionOrder {
  POSITION = 'POSITION',
  DUE = 'DUE',
  UPDATED = 'UPDATED',
}
registerEnumType(ActionOrder, {
  name: 'ActionOrder',
  description: 'In what order.',
  valuesConfig: {
    POSITION: { description: 'As in the plan.' },
    DUE: { description: 'Soonest end first; those without one last.' },
    UPDATED: { description: 'Latest change first.' },
  },
});

export const actionOrders: Record<ActionOrder, PageOrder> = {
  POSITION: {
    name: 'POSITION',
    by: [
      { sql: 't.plan_id', type: 'uuid' },
      { sql: 't.position', type: 'float8' },
      { sql: 't.id', type: 'uuid' },
    ],
  },
  DUE: {
    name: 'DUE',
    by: [
      { sql: `coalesce(t.timing_end, 'infinity'::date)`, type: 'date' },
      { sql: 't.id', type: 'uuid' },
    ],
  },
  UPDATED: {
    name: 'UPDATED',
    by: [
      { sql: 't.updated_at', type: 'timestamptz' },
      { sql: 't.id', type: 'uuid' },
    ],
    descending: true,
  },
};

export const ActionConnection = connection(Action);

const likePattern = (text: string) => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/** `within` is a plan or a partnership. */
export async function actionsWhere(
  reader: Reader,
  within: string,
  filter: ActionFilter | undefined,
): Promise<Where> {
  const { today } = reader;
  const where = new Where()
    .and(`t.${await withinColumn(reader, within)} = ?`, within)
    .and('t.archived_at is null');
  if (!filter) return where;
  const owned = 'select 1 from ownerships o where o.item_id = t.id';
  if (filter.workstreamIds) where.and('t.workstream_id = any(?::uuid[])', filter.workstreamIds);
  if (filter.organisationIds)
    where.and(
      `t.id in (select o.item_id from ownerships o where o.organisation_id = any(?::uuid[]) and o.item_type = 'Action')`,
      filter.organisationIds,
    );
  if (filter.abuIds) where.and(`exists (${owned} and o.abu_id = any(?::uuid[]))`, filter.abuIds);
  if (filter.statuses) where.and('t.status = any(?::text[])', filter.statuses);
  if (filter.isOverdue === true)
    where.and(`(coalesce(t.timing_end, 'infinity'::date) < ? and t.status <> 'BLUE')`, today);
  if (filter.isOverdue === false)
    where.and(`(coalesce(t.timing_end, 'infinity'::date) >= ? or t.status = 'BLUE')`, today);
  if (filter.dueFrom) where.and(`coalesce(t.timing_end, 'infinity'::date) >= ?`, filter.dueFrom);
  if (filter.dueUntil) where.and(`coalesce(t.timing_end, 'infinity'::date) <= ?`, filter.dueUntil);
  if (filter.hasLead !== undefined && filter.hasLead !== null)
    where.and(`${filter.hasLead ? '' : 'not '}exists (${owned})`);
  if (filter.text)
    where.and(
      '(t.title ilike ? or t.reference ilike ? or t.expected_outcome ilike ?)',
      ...Array(3).fill(likePattern(filter.text)),
    );
  return where;
}
