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
import { endsOfTouching, headsSql, toItem } from './item.reads.js';
import { mapItemEntity, type PlaceRow, placesOf } from './map-nodes.reads.js';
import {
  hasWorkstreamsWithin,
  needsJoins,
  PLACING_JOINS,
  placeSql,
  placingSql,
  waySql,
} from './map-places.reads.js';
import { strainLevelSql, unansweredSql } from './strain.reads.js';

export interface MapAsked {
  /** A plan or a partnership. */
  within: string;
  level: MapLevel;
  opened: readonly string[];
  filter: InterdependencyFilter;
}

/** What runs between two ways, from the place at the level asked for down to where the end stands. */
interface TiedRow extends Row {
  kind: CrossReferenceKind;
  fromWay: (string | null)[];
  toWay: (string | null)[];
  total: number;
  strained: number;
  broken: number;
  unanswered: number;
  disputed: number;
  crossReferenceIds: string[];
}

/** The same between the places where the ways end. */
export interface EdgeRow extends TiedRow {
  fromId: string;
  toId: string;
}

export interface MapRow extends Row {
  nodes: PlaceRow[];
  opened: PlaceRow[];
  edges: EdgeRow[];
  unplaced: number;
  /** The cross-references that are counted and not drawn. */
  unplacedIds: string[];
}

/** The map, added up in the database: a question for what runs between the places, and one for the places. */
export async function mapOf(reader: Reader, asked: MapAsked): Promise<MapRow> {
  const scope = await withinColumn(reader, asked.within);
  const { sql, params } = edgesSql(reader, asked, scope);
  const found = await reader.query<TiedRow>(sql, params);
  const ways = found.flatMap(({ fromWay, toWay }) => [fromWay, toWay]);
  const places = await placesOf(reader, asked, scope, ways);
  const byId = new Map(places.map((place) => [place.id, place]));
  const end = (way: TiedRow['fromWay']) => byId.get(way.at(-1) ?? '')?.id;
  // Where an end has no place, or one that is not to be seen, what runs to it is counted and not drawn.
  const edges = found.flatMap((edge) => {
    const [fromId, toId] = [end(edge.fromWay), end(edge.toWay)];
    return fromId && toId ? [{ ...edge, fromId, toId, id: `${fromId} ${toId} ${edge.kind}` }] : [];
  });
  const unplacedIds = found
    .filter(({ fromWay, toWay }) => !end(fromWay) || !end(toWay))
    .flatMap(({ crossReferenceIds }) => crossReferenceIds);
  const ended = new Set(edges.flatMap(({ fromId, toId }) => [fromId, toId]));
  const holding = new Set(places.flatMap(({ within }) => within ?? []));
  return {
    id: asked.within,
    // What was opened stands only for what is in none of its parts.
    nodes: places.filter(({ id }) => ended.has(id) || !holding.has(id)),
    opened: places.filter((place) => isOpened(place, asked)),
    edges,
    unplaced: unplacedIds.length,
    unplacedIds,
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

function edgesSql(reader: Reader, { within, level, opened, filter }: MapAsked, scope: string) {
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
    select x.* from ${sourceOf(tableOf(CrossReference), reader)} x where ${touching.join(' and ')}),
  heads as materialized (${headsSql(reader, endsOfTouching, false)})${isJoined ? `, ${placingSql(reader)}` : ''},
  placed as materialized (
    select h.*, ${waySql(level)} as way from (
      select h.*, ${levels.map((at) => `${placeSql(at)} as at_${at}`).join(', ')}
      from heads h ${isJoined ? PLACING_JOINS : ''}) h),
  tied as (
    select t.id, t.kind, t.status, f.way as from_way, o.way as to_way,
      ${strainLevelSql('t', 'f', 'o', bind(reader.today, 'date'))} as strain
    from touching t join placed f on f.id = t.from_id join placed o on o.id = t.to_id
    where ${kept.join(' and ') || 'true'})
  select from_way as "fromWay", to_way as "toWay", kind, count(*)::int as total,
    count(*) filter (where strain = 'STRAINED')::int as strained, count(*) filter (where strain = 'BROKEN')::int as broken,
    count(*) filter (where ${unansweredSql('tied')})::int as unanswered, count(*) filter (where status = 'DISPUTED')::int as disputed,
    array_agg(id order by id) as "crossReferenceIds"
  from tied where ${isGiven(strained) ? `strain ${strained ? '<>' : '='} '${StrainLevel.NONE}'` : 'true'}
  group by from_way, to_way, kind order by from_way, to_way, kind`;
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
