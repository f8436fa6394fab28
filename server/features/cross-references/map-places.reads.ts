import { ItemType, MapLevel, OwnershipRole } from '../../../schema/vocabulary.js';
import type { Reader } from '../../platform/reading/reader.js';
import { type EntityClass, sourceOf, tableOf } from '../../platform/reading/tables.js';
import { Ownership } from '../actions/ownership.entity.js';
import { Board } from '../boards/board.entity.js';
import { AccountableBusinessUnit } from '../organisations/abu.entity.js';
import { Plan } from '../plans/plan.entity.js';
import { Priority } from '../plans/priority.entity.js';
import { Workstream } from '../workstreams/workstream.entity.js';

/** Levels whose places open into workstreams, and those into actions. */
const OVER_WORKSTREAMS: ReadonlySet<MapLevel> = new Set([
  MapLevel.PRIORITY,
  MapLevel.ABU,
  MapLevel.BOARD,
  MapLevel.PLAN,
]);

export const hasWorkstreamsWithin = (level: MapLevel): boolean => OVER_WORKSTREAMS.has(level);

const among = (...types: ItemType[]) => `h.type in (${types.map((type) => `'${type}'`).join(', ')})`;
const { Action, ExternalDependency } = ItemType;
const [PLAN, PRIORITY] = [ItemType.Plan, ItemType.Priority];

/**
 * Where an item stands at each level. What no partner controls stands for itself everywhere; so does, on a finer
 * map, what is larger than its places. Everything else stands at one place, or, where it belongs to none, nowhere.
 */
const PLACES: Readonly<Record<MapLevel, string>> = {
  ACTION: `case when ${among(Action, PRIORITY, PLAN)} then h.id else h.workstream_id end`,
  WORKSTREAM: `case when ${among(PRIORITY, PLAN)} then h.id else h.workstream_id end`,
  PRIORITY: `case when ${among(PRIORITY, PLAN)} then h.id else strand.priority_id end`,
  ABU: 'coalesce(aim.abu_id, strand.abu_id)',
  ORGANISATION: 'coalesce(owner.organisation_id, strand.lead_organisation_id)',
  BOARD: 'coalesce(aim.board_id, strand.board_id, whole.board_id)',
  PLAN: 'h.plan_id',
};

export const placeSql = (level: MapLevel): string =>
  `case when ${among(ExternalDependency)} then h.id else ${PLACES[level]} end`;

/**
 * The joins that placeSql() reads from, for a `heads` (id, type, plan_id, workstream_id), as common tables: each
 * source is read once, which matters when it is the log.
 */
export function placingSql(reader: Reader): string {
  const from = (entity: EntityClass, alias: string) => `${sourceOf(tableOf(entity), reader)} ${alias}`;
  const first = (entity: EntityClass, isNamed: string, order: string) =>
    `(select n.id from ${from(entity, 'n')} where ${isNamed} and n.archived_at is null order by ${order}, n.id limit 1)`;
  return `wholes as materialized (
    select p.id, p.board_id from ${from(Plan, 'p')} where p.id in (select plan_id from heads)),
  aims as materialized (
    select p.id, p.position, p.archived_at,
      ${first(AccountableBusinessUnit, '(n.id = any(p.abu_ids) or p.id = any(n.priority_ids))', 'array_position(p.abu_ids, n.id)')} as abu_id,
      coalesce(${first(Board, 'n.id = any(p.overseeing_board_ids)', 'array_position(p.overseeing_board_ids, n.id)')}, whole.board_id) as board_id
    from ${from(Priority, 'p')} left join wholes whole on whole.id = p.plan_id where p.plan_id in (select plan_id from heads)),
  strands as materialized (
    select w.id, w.lead_organisation_id, served.id as priority_id, served.abu_id, served.board_id
    from ${from(Workstream, 'w')} left join lateral (
      select a.* from aims a where a.id = any(w.priority_ids) and a.archived_at is null order by a.position, a.id limit 1) served on true
    where w.id in (select workstream_id from heads)),
  owners as materialized (
    select distinct on (o.item_id) o.item_id, o.organisation_id from ${from(Ownership, 'o')}
    where o.item_id in (select id from heads where type <> '${ItemType.Workstream}') and o.organisation_id is not null
    order by o.item_id, o.role <> '${OwnershipRole.ACCOUNTABLE}', o.position, o.id)`;
}

export const PLACING_JOINS = `left join strands strand on strand.id = h.workstream_id left join aims aim on aim.id = h.id
  left join wholes whole on whole.id = h.plan_id left join owners owner on owner.item_id = h.id`;

/** Which levels are read off the item itself, without the joins. */
export const needsJoins = (level: MapLevel): boolean =>
  ![MapLevel.ACTION, MapLevel.WORKSTREAM, MapLevel.PLAN].includes(level);

const isOpen = (place: string) => `${place} = any((select ids from opening)::uuid[])`;

/**
 * SQL for the way from the place of an item at a level down to where it stands once the places in an `opening` are
 * opened: the place, then the workstream in it, then the action. Of an item that is neither the way ends higher up.
 */
export function waySql(level: MapLevel): string {
  const place = `h.at_${level}`;
  const toAction = `case when h.type = '${Action}' then array[h.id] else '{}' end`;
  if (level === MapLevel.ACTION) return `array[${place}]`;
  // Of one workstream some actions are of one organisation and some of another, so an organisation opens into actions.
  if (!hasWorkstreamsWithin(level))
    return `array[${place}] || case when ${isOpen(place)} then ${toAction} else '{}' end`;
  return `array[${place}] || case when ${isOpen(place)} and h.workstream_id is not null
    then array[h.workstream_id] || case when ${isOpen('h.workstream_id')} then ${toAction} else '{}' end else '{}' end`;
}
