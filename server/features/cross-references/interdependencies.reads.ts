import { type CrossReferenceKind, ItemType, MapLevel, StrainLevel } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import { defineReads } from '../../platform/reading/fields.js';
import type { Reader } from '../../platform/reading/reader.js';
import { listed, toListed } from '../../platform/reading/relations.js';
import { sourceOf, tableOf } from '../../platform/reading/tables.js';
import { withinColumn } from '../../platform/reading/within.js';
import { summaryOfWorkstreams } from '../plans/summary.reads.js';
import { CrossReference } from './cross-reference.entity.js';
import { isGiven } from './cross-reference.lists.js';
import type { InterdependencyFilter } from './interdependencies.inputs.js';
import { endsSql, toItem } from './item.reads.js';
import { mapItemEntity, type PlaceRow, placesOf } from './map-nodes.reads.js';
import {
  hasWorkstreamsWithin,
  needsJoins,
  PLACING_JOINS,
  placeSql,
  placingSql,
  waySql,
} from './map-places.reads.js';
import { promiseColumns, strainLevelSql, unansweredSql } from './strain.reads.js';

export interface MapAsked {
  /** A plan or a partnership. */
  within: string;
  level: MapLevel;
  opened: readonly string[];
  filter: InterdependencyFilter;
  /** Whether the cross-references behind each bundle are asked for. */
  isListed: boolean;
}

/** What runs between two places. */
interface TiedRow extends Row {
  kind: CrossReferenceKind;
  fromId: string | null;
  toId: string | null;
  /** From the place at the level asked for down to where the end stands; absent where nothing is opened. */
  fromWay?: (string | null)[];
  toWay?: (string | null)[];
  total: number;
  strained: number;
  broken: number;
  unanswered: number;
  disputed: number;
  /** Empty unless they are asked for. */
  crossReferenceIds: string[];
}

/** The same, where both places are on the map. */
export interface EdgeRow extends TiedRow {
  fromId: string;
  toId: string;
}

export interface MapRow extends Row {
  nodes: PlaceRow[];
  opened: PlaceRow[];
  edges: EdgeRow[];
  unplaced: number;
  /** The cross-references that are counted and not drawn, where they are asked for. */
  unplacedIds: string[];
}

/** The map, added up in the database: a question for what runs between the places, and one for the places. */
export async function mapOf(reader: Reader, asked: MapAsked): Promise<MapRow> {
  const scope = await withinColumn(reader, asked.within);
  const { sql, params } = edgesSql(reader, asked, scope);
  const found = await reader.query<TiedRow>(sql, params);
  const ways = found.flatMap(({ fromId, toId, fromWay = [fromId], toWay = [toId] }) => [fromWay, toWay]);
  const places = await placesOf(reader, asked, scope, ways);
  const placed = new Set<string | null>(places.map(({ id }) => id));
  // Where an end has no place, or one that is not to be seen, what runs to it is counted and not drawn.
  const isDrawn = (tied: TiedRow): tied is EdgeRow => placed.has(tied.fromId) && placed.has(tied.toId);
  const edges = found.filter(isDrawn);
  for (const edge of edges) edge.id = `${edge.fromId} ${edge.toId} ${edge.kind}`;
  const undrawn = found.filter((tied) => !isDrawn(tied));
  const ended = new Set(edges.flatMap(({ fromId, toId }) => [fromId, toId]));
  const holding = new Set(places.flatMap(({ within }) => within ?? []));
  return {
    id: asked.within,
    // What was opened stands only for what is in none of its parts.
    nodes: places.filter(({ id }) => ended.has(id) || !holding.has(id)),
    opened: places.filter((place) => isOpened(place, asked)),
    edges,
    unplaced: undrawn.reduce((sum, { total }) => sum + total, 0),
    unplacedIds: undrawn.flatMap(({ crossReferenceIds }) => crossReferenceIds),
  };
}

const TYPES: Readonly<Record<MapLevel, string>> = {
  ACTION: '',
  WORKSTREAM: 'Workstream',
  PRIORITY: 'Priority',
  ABU: 'AccountableBusinessUnit',
  ORGANISATION: 'Organisation',
  BOARD: 'Board',
  PLAN: 'Plan',
};

const isOpened = ({ id, itemType }: PlaceRow, { level, opened }: MapAsked): boolean =>
  opened.includes(id) &&
  (itemType === TYPES[level] || (itemType === ItemType.Workstream && hasWorkstreamsWithin(level)));

function edgesSql(reader: Reader, { within, level, opened, filter, isListed }: MapAsked, scope: string) {
  const params: unknown[] = [];
  const bind = (value: unknown, type: string) => `$${params.push(value)}::${type}`;
  const { organisationIds, boardIds, abuIds, kinds, statuses, strained, unanswered, external } = filter;

  const place = bind(within, 'uuid');
  const touching = [
    scope === 'plan_id' ? `(x.plan_id = ${place} or x.to_plan_id = ${place})` : `x.partnership_id = ${place}`,
    'x.archived_at is null and x.to_id is not null',
  ];
  if (kinds) touching.push(`x.kind = any(${bind(kinds, 'text[]')})`);
  if (statuses) touching.push(`x.status = any(${bind(statuses, 'text[]')})`);
  if (isGiven(unanswered)) touching.push(`${unanswered ? '' : 'not '}(${unansweredSql('x')})`);
  if (isGiven(external))
    touching.push(`${external ? '' : 'not '}('${ItemType.ExternalDependency}' in (x.from_type, x.to_type))`);

  const belonging: [MapLevel, string[] | null | undefined][] = [
    [MapLevel.ORGANISATION, organisationIds],
    [MapLevel.BOARD, boardIds],
    [MapLevel.ABU, abuIds],
  ];
  const sought = belonging.flatMap(([at, ids]) => (ids ? [{ at, ids }] : []));
  const kept = sought.map(({ at, ids }) => `${bind(ids, 'uuid[]')} && array[f.at_${at}, o.at_${at}]`);
  const levels = [...new Set([level, ...sought.map(({ at }) => at)])];
  const isJoined = levels.some(needsJoins);

  const sql = `
  with opening as (select ${bind(opened, 'uuid[]')} as ids),
  touching as materialized (
    select x.id, x.from_type, x.from_id, x.to_type, x.to_id, ${promiseColumns} from ${sourceOf(tableOf(CrossReference), reader)} x where ${touching.join(' and ')}),
  ${endsSql(reader, 'heads', false)}${isJoined ? `, ${placingSql(reader)}` : ''},
  placed as materialized (
    select h.*, h.way[cardinality(h.way)] as stand from (
      select h.*, ${waySql(level)} as way from (
        select h.*, ${levels.map((at) => `${placeSql(at)} as at_${at}`).join(', ')}
        from heads h ${isJoined ? PLACING_JOINS : ''}) h) h),
  tied as (
    select t.id, t.kind, t.status, f.stand as from_stand, o.stand as to_stand, ${opened.length ? 'f.way as from_way, o.way as to_way,' : ''}
      ${strainLevelSql('t', 'f', 'o', bind(reader.today, 'date'))} as strain
    from touching t join placed f on f.id = t.from_id join placed o on o.id = t.to_id
    where ${kept.join(' and ') || 'true'})
  select from_stand as "fromId", to_stand as "toId", kind, ${opened.length ? 'min(from_way) as "fromWay", min(to_way) as "toWay",' : ''} count(*)::int as total,
    count(*) filter (where strain = 'STRAINED')::int as strained, count(*) filter (where strain = 'BROKEN')::int as broken,
    count(*) filter (where ${unansweredSql('tied')})::int as unanswered, count(*) filter (where status = 'DISPUTED')::int as disputed,
    ${isListed ? 'array_agg(id order by id)' : `'{}'::uuid[]`} as "crossReferenceIds"
  from tied where ${isGiven(strained) ? `strain ${strained ? '<>' : '='} '${StrainLevel.NONE}'` : 'true'}
  group by from_stand, to_stand, kind order by from_stand, to_stand, kind`;
  return { sql, params };
}

defineReads('Interdependencies', {
  nodes: listed('nodes', 'InterdependencyNode'),
  opened: listed('opened', 'InterdependencyNode'),
  edges: listed('edges', 'InterdependencyEdge'),
});
defineReads('InterdependencyNode', {
  item: toItem('itemType', 'itemId', mapItemEntity),
  summary: summaryOfWorkstreams('workstreamIds'),
});
defineReads('InterdependencyEdge', { crossReferences: toListed(() => CrossReference, 'crossReferenceIds') });
