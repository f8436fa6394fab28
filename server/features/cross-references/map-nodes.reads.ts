import { ItemType, type MapLevel } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import type { Reader } from '../../platform/reading/reader.js';
import { type EntityClass, sourceOf, tableOf } from '../../platform/reading/tables.js';
import { Board } from '../boards/board.entity.js';
import { AccountableBusinessUnit } from '../organisations/abu.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Workstream } from '../workstreams/workstream.entity.js';
import { ExternalDependency } from './external-dependency.entity.js';
import { entityOf } from './item.reads.js';
import { needsJoins, PLACING_JOINS, placeSql, placingSql, waySql } from './map-places.reads.js';

export interface PlaceRow extends Row {
  itemType: MapItemType;
  /** What was opened to show it. */
  within: string | null;
  isOutside: boolean;
  /** Whose actions are counted at it. */
  workstreamIds: string[] | null;
}

type PlanItem = 'Action' | 'Workstream' | 'Priority' | 'Plan' | 'ExternalDependency';
type Body = 'AccountableBusinessUnit' | 'Organisation' | 'Board';
export type MapItemType = PlanItem | Body;

/** Found late: entities name one another in rings. */
const bodies: Record<Body, () => EntityClass> = {
  AccountableBusinessUnit: () => AccountableBusinessUnit,
  Organisation: () => Organisation,
  Board: () => Board,
};

export const mapItemEntity = (type: MapItemType): EntityClass =>
  type in bodies ? bodies[type as Body]() : entityOf(ItemType[type as PlanItem]);

/** Whose own place in an order is a number; bodies stand by name. */
const planItems: Readonly<Record<PlanItem, { plan: string; position: string }>> = {
  Workstream: { plan: 't.plan_id', position: 't.position' },
  Priority: { plan: 't.plan_id', position: 't.position' },
  Action: { plan: 't.plan_id', position: 't.position' },
  Plan: { plan: 't.id', position: 'extract(epoch from t.starts_on)' },
  ExternalDependency: { plan: 't.plan_id', position: `'infinity'::float8` },
};

/**
 * The places of a map: where workstreams of the plan stand, and what it waits for, whether or not anything runs there;
 * then whatever else a cross-reference ends at, on the ways given. In the plan’s order, other plans last.
 */
export function placesOf(
  reader: Reader,
  { within, level, opened }: { within: string; level: MapLevel; opened: readonly string[] },
  scope: 'plan_id' | 'partnership_id',
  ways: readonly (readonly (string | null)[])[],
): Promise<PlaceRow[]> {
  const steps = new Map(ways.flatMap((way) => way.map((id, i) => [id, way[i - 1] ?? null] as const)));
  steps.delete(null);
  return reader.query<PlaceRow>(PLACES(reader, level, scope), [
    within,
    opened,
    [...steps.keys()],
    [...steps.values()],
  ]);
}

const PLACES = (reader: Reader, level: MapLevel, scope: string) => {
  const joined = needsJoins(level);
  const row = (type: MapItemType, plan: string, position: string, name: string) =>
    `select t.id, '${type}' as type, ${plan} as plan_id, ${position} as position, ${name} as name
     from ${sourceOf(tableOf(mapItemEntity(type)), reader)} t where t.id in (select id from standing)`;
  const rows = [
    ...Object.entries(planItems).map(([type, { plan, position }]) =>
      row(type as PlanItem, plan, position, 'null::text'),
    ),
    ...(joined
      ? Object.keys(bodies).map((type) => row(type as Body, 'null::uuid', 'null::float8', 't.name'))
      : []),
  ];
  return `
  with opening as (select $2::uuid[] as ids),
  heads as materialized (
    select w.id, '${ItemType.Workstream}' as type, w.plan_id, w.id as workstream_id
    from ${sourceOf(tableOf(Workstream), reader)} w where w.${scope} = $1 and w.archived_at is null)
  ${joined ? `, ${placingSql(reader)}` : ''},
  placed as materialized (
    select h.id, ${waySql(level)} as way
    from (select h.*, ${placeSql(level)} as at_${level} from heads h ${joined ? PLACING_JOINS : ''}) h),
  standing as materialized (
    select way[i] as id, way[i - 1] as within from placed p, generate_subscripts(p.way, 1) i where way[i] is not null
    union select e.id, null from ${sourceOf(tableOf(ExternalDependency), reader)} e where e.${scope} = $1 and e.archived_at is null
    union select * from unnest($3::uuid[], $4::uuid[])),
  held as (
    select place as id, array_agg(p.id) as ids from placed p, unnest(p.way) place group by place)
  select i.id, i.type as "itemType", i.id as "itemId", standing.within, ${scope === 'plan_id' ? 'coalesce(i.plan_id <> $1, false)' : 'false'} as "isOutside",
    case when i.type = '${ItemType.Workstream}' then array[i.id] else held.ids end as "workstreamIds"
  from (${rows.join('\n union all ')}) i join standing on standing.id = i.id left join held on held.id = i.id
  order by "isOutside", i.type = '${ItemType.ExternalDependency}', i.plan_id nulls first, i.position, i.name, i.id`;
};
