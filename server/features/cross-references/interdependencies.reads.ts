import { ItemType } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import { type Batch, defineReads, type FieldRead } from '../../platform/reading/fields.js';
import type { Reader } from '../../platform/reading/reader.js';
import { toListed } from '../../platform/reading/relations.js';
import { sourceOf, tableOf } from '../../platform/reading/tables.js';
import { workstreamSummary } from '../plans/summary.reads.js';
import { Workstream } from '../workstreams/workstream.entity.js';
import { CrossReference } from './cross-reference.entity.js';
import { ExternalDependency } from './external-dependency.entity.js';
import { endsOfTouching, headsSql, toItem } from './item.reads.js';
import { strainLevelSql } from './strain.reads.js';

/** The map of a plan, added up in the database. A reference of an action or a risk counts for its workstream. */
export async function mapOf(reader: Reader, planId: string): Promise<Row> {
  const found = await reader.query<Row & { fromId: string; toId: string }>(EDGES(reader), [
    planId,
    reader.today,
  ]);
  const ends = [...new Set(found.flatMap(({ fromId, toId }) => [fromId, toId]))];
  const nodes = await reader.query(NODES(reader), [planId, ends]);
  const shown = new Set(nodes.map((node) => node.id));
  // An edge stands between two places that are shown, or not at all.
  const edges = found.filter(({ fromId, toId }) => shown.has(fromId) && shown.has(toId));
  return { id: planId, nodes, edges };
}

const onMap = (end: string) =>
  `case when ${end}.type = '${ItemType.ExternalDependency}' then ${end}.id else ${end}.workstream_id end`;

const EDGES = (reader: Reader) => `
  with touching as materialized (
    select x.id, x.kind, x.status, x.from_id, x.to_id, x.from_type, x.to_type from ${sourceOf(tableOf(CrossReference), reader)} x
    where (x.plan_id = $1 or x.to_plan_id = $1) and x.archived_at is null and x.to_id is not null),
  ends as materialized (${headsSql(reader, endsOfTouching, false)}),
  placed as (
    select ${onMap('f')} as a, ${onMap('o')} as b, t.id, t.kind, t.status, ${strainLevelSql('t.kind', 'f', 'o', '$2::date')} as level
    from touching t join ends f on f.id = t.from_id join ends o on o.id = t.to_id)
  select concat_ws(' ', a, b, kind) as id, a as "fromId", b as "toId", kind, count(*)::int as total,
    count(*) filter (where level = 'STRAINED')::int as strained, count(*) filter (where level = 'BROKEN')::int as broken,
    count(*) filter (where status = 'PROPOSED')::int as unanswered, count(*) filter (where status = 'DISPUTED')::int as disputed,
    array_agg(id order by id) as "crossReferenceIds"
  from placed where a is not null and b is not null group by a, b, kind order by a, b, kind`;

const NODES = (reader: Reader) => {
  const node = (type: ItemType, entity: typeof Workstream | typeof ExternalDependency, position: string) =>
    `select t.id, '${type}' as "itemType", t.id as "itemId", t.plan_id is distinct from $1 as "isOutside", ${position} as position
     from ${sourceOf(tableOf(entity), reader)} t where (t.plan_id = $1 and t.archived_at is null) or t.id = any($2::uuid[])`;
  return `select * from (${node(ItemType.Workstream, Workstream, 't.position')}
    union all ${node(ItemType.ExternalDependency, ExternalDependency, `'infinity'::float8`)}) n
    order by "isOutside", position, id`;
};

/** Rows that are already there, to be read on below. */
const listed = (key: string, type: string): FieldRead => ({
  needs: [],
  read: async ({ rows, into }) => {
    await into(
      type,
      rows.flatMap((row) => row[key] as Row[]),
    );
  },
});

const summary: FieldRead = {
  needs: ['id'],
  read: async (batch: Batch) => {
    for (const row of batch.rows) batch.give(row, null);
    const workstreams = batch.rows.filter((row) => row['itemType'] === ItemType.Workstream);
    await workstreamSummary.read({ ...batch, rows: workstreams });
  },
};

defineReads('Interdependencies', {
  nodes: listed('nodes', 'InterdependencyNode'),
  edges: listed('edges', 'InterdependencyEdge'),
});
defineReads('InterdependencyNode', { item: toItem('itemType', 'itemId'), summary });
defineReads('InterdependencyEdge', { crossReferences: toListed(() => CrossReference, 'crossReferenceIds') });
