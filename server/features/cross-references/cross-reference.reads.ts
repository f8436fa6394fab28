import type { CrossReferenceStatus } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import { type Batch, defineReads, type FieldRead } from '../../platform/reading/fields.js';
import type { Reader } from '../../platform/reading/reader.js';
import { toOne } from '../../platform/reading/relations.js';
import { columnsFor } from '../../platform/reading/shape.js';
import { columnList, type EntityClass, sourceOf, tableOf } from '../../platform/reading/tables.js';
import type { CrossReferenceCounts } from '../actions/action.entity.js';
import { Person } from '../organisations/person.entity.js';
import { CrossReference } from './cross-reference.entity.js';
import { crossReferenceAbilities, endFacts } from './cross-reference.policy.js';
import { endsSql, toItem } from './item.reads.js';
import { promiseColumns, strain, strainLevelSql, unansweredSql } from './strain.reads.js';

/**
 * What joins two items, with an end at each row, in the order it was written. Only what has both ends in the viewer’s
 * sight is ever read: the row’s audience is what both ends’ audiences have in common.
 */
export function touching(
  entity: EntityClass,
  fromKey: string,
  toKey: string,
  which = 't.archived_at is null',
): FieldRead {
  return {
    needs: ['id'],
    read: async ({ rows, field, reader, give, into }: Batch) => {
      const table = tableOf(entity);
      const columns = columnList(table, columnsFor(table, field.selection, [fromKey, toKey]), 't');
      const [from, to] = [table.columns.get(fromKey), table.columns.get(toKey)];
      const found = await reader.query<Row>(
        `select ${columns} from ${sourceOf(table, reader)} t
         where (t.${from} = any($1::uuid[]) or t.${to} = any($1::uuid[])) and ${which} order by t.id`,
        [rows.map((row) => row.id)],
      );
      await into(table.type, found);
      const byEnd = new Map<unknown, Row[]>();
      for (const joining of found)
        for (const end of new Set([joining[fromKey], joining[toKey]]))
          byEnd.set(end, [...(byEnd.get(end) ?? []), joining]);
      for (const row of rows) give(row, byEnd.get(row.id) ?? []);
    },
  };
}

/** Written at an item or pointing at it. */
export const crossReferencesOf: FieldRead = touching(CrossReference, 'fromId', 'toId');

/** The same, of those that were withdrawn and can be brought back. */
export const withdrawnCrossReferencesOf: FieldRead = touching(
  CrossReference,
  'fromId',
  'toId',
  't.archived_at is not null',
);

/** With an end anywhere in a plan. */
export const crossReferencesIn: FieldRead = touching(CrossReference, 'planId', 'toPlanId');

/** How many cross-references touch each of many items: one query for a board of a thousand. */
export const crossReferenceCounts: FieldRead = {
  needs: ['id'],
  read: async ({ rows, reader, give }) => {
    const ids = rows.map((row) => row.id);
    const counts = await reader.query<CrossReferenceCounts & { item: string }>(COUNTS(reader), [
      ids,
      reader.today,
    ]);
    const byItem = new Map(counts.map(({ item, ...count }) => [item, count]));
    for (const row of rows)
      give(row, byItem.get(row.id) ?? { outgoing: 0, incoming: 0, strained: 0, unanswered: 0 });
  },
};

const COUNTS = (reader: Reader) => {
  const references = sourceOf(tableOf(CrossReference), reader);
  return `
  with touching as materialized (
    select x.from_id as item, true as outgoing, ${promiseColumns}, x.from_id, x.to_id, x.from_type, x.to_type
    from ${references} x where x.from_id = any($1::uuid[]) and x.archived_at is null
    union all
    select x.to_id, false, ${promiseColumns}, x.from_id, x.to_id, x.from_type, x.to_type
    from ${references} x where x.to_id = any($1::uuid[]) and x.archived_at is null),
  ${endsSql(reader, 'ends', false)}
  select t.item, count(*) filter (where t.outgoing)::int as outgoing, count(*) filter (where not t.outgoing)::int as incoming,
    count(*) filter (where ${strainLevelSql('t', 'f', 'o', '$2::date')} <> 'NONE')::int as strained,
    count(*) filter (where ${unansweredSql('t')} and t.to_id is not null)::int as unanswered
  from touching t left join ends f on f.id = t.from_id left join ends o on o.id = t.to_id group by t.item`;
};

const viewerCan: FieldRead = {
  needs: ['fromId', 'toId', 'status'],
  read: async ({ rows, reader, give }) => {
    const facts = await endFacts(
      reader,
      rows.flatMap((row) => [row['fromId'], row['toId']]) as (string | null)[],
    );
    for (const row of rows)
      give(
        row,
        crossReferenceAbilities(reader.viewer.position, {
          from: facts.get(row['fromId'] as string),
          to: facts.get(row['toId'] as string),
          status: row['status'] as CrossReferenceStatus,
        }),
      );
  },
};

defineReads('CrossReference', {
  from: toItem('fromType', 'fromId'),
  to: toItem('toType', 'toId'),
  decidedBy: toOne(() => Person, 'decidedById'),
  strain,
  viewerCan,
});
