import { BragStatus, MapLevel } from '../../../schema/vocabulary.js';
import { formatReference } from '../../platform/format/references.js';
import type { StatusCounts } from '../../platform/format/status.js';
import { countsOf } from '../plans/statusCounts.js';
import type { MapAnswer } from './map.queries.js';

export type Level = keyof typeof MapLevel;
export const LEVELS = Object.values(MapLevel) as readonly Level[];

/** Whatever stands on the map, where it stands. */
export interface Place {
  readonly id: string;
  readonly kind: Level | 'EXTERNAL';
  /** What it is called in few letters: 'WS2', 'WS2 B12', 'Priority 1'; empty where it goes by its title. */
  readonly name: string;
  readonly title: string;
  /** The plan it belongs to when that is not the one looked at. */
  readonly otherPlan: string | null;
  readonly isOutside: boolean;
  /** Who leads it, hosts it, owns it or controls it. */
  readonly whose: string | null;
  readonly counts: StatusCounts | null;
  readonly overdue: number;
  readonly status: BragStatus | null;
  readonly address: string | null;
  readonly planId: string | null;
  /** Whether the viewer may write a cross-reference at it. */
  readonly canLink: boolean;
  /** The place that was opened to show it. */
  readonly within: string | null;
}

export type MapNode = MapAnswer['nodes'][number];
type Body = { readonly name: string; readonly shortName: string | null } | null;

export const KIND_WORDS: Readonly<Record<Place['kind'], readonly [one: string, many: string]>> = {
  ACTION: ['Action', 'Actions'],
  WORKSTREAM: ['Workstream', 'Workstreams'],
  PRIORITY: ['Priority', 'Priorities'],
  ABU: ['ABU', 'ABUs'],
  ORGANISATION: ['Organisation', 'Organisations'],
  BOARD: ['Board', 'Boards'],
  PLAN: ['Plan', 'Plans'],
  EXTERNAL: ['External', 'External dependencies'],
};

const short = (body: Body): string | null => body?.shortName ?? body?.name ?? null;

type Told = Pick<Place, 'kind' | 'name' | 'title'> &
  Partial<Pick<Place, 'whose' | 'status' | 'address' | 'canLink'>> & {
    readonly plan?: { readonly id: string; readonly title: string };
    readonly isOverdue?: boolean;
  };

function told(item: MapNode['item']): Told {
  switch (item.__typename) {
    case 'ExternalDependency':
      return {
        ...{ kind: 'EXTERNAL', name: '', title: item.title, whose: item.controlledBy },
        status: BragStatus[item.dependencyStatus],
      };
    case 'Action':
      return {
        ...{ kind: 'ACTION', title: item.title, plan: item.plan, isOverdue: item.isOverdue },
        name: item.reference ? formatReference(item.workstream.number, item.reference) : '',
        status: BragStatus[item.actionStatus],
        canLink: item.viewerCan.propose,
        address: `/plans/${item.plan.id}/actions/${item.id}`,
      };
    case 'Workstream':
      return {
        ...{ kind: 'WORKSTREAM', title: item.title, plan: item.plan, whose: short(item.leadOrganisation) },
        name: formatReference(item.number, null) || 'Workstream',
        address: `/plans/${item.plan.id}/workstreams/${item.id}`,
      };
    case 'Priority':
      return {
        ...{ kind: 'PRIORITY', title: item.title, plan: item.plan },
        name: `Priority ${item.priorityNumber}`,
        address: `/plans/${item.plan.id}/priorities/${item.id}`,
      };
    case 'AccountableBusinessUnit':
      return { ...body('ABU', item, '/abus'), whose: short(item.hostOrganisation) };
    case 'Organisation':
      return body('ORGANISATION', item, '/organisations');
    case 'Board':
      return body('BOARD', item, '/boards');
    default:
      return {
        ...{ kind: 'PLAN', name: '', title: item.title, whose: short(item.board) },
        address: `/plans/${item.id}`,
      };
  }
}

const body = (kind: Level, { id, name }: { id: string; name: string }, folder: string): Told => ({
  ...{ kind, name: '', title: name, address: `${folder}/${id}` },
});

/** A node as it is drawn on the map of a plan; of a partnership, whose plan each belongs to is said of all. */
export function placeOf({ id, isOutside, within, item, summary }: MapNode, planId: string | null): Place {
  const { plan, isOverdue, ...rest } = told(item);
  return {
    ...{ whose: null, status: null, address: null, canLink: false, ...rest },
    planId: plan?.id ?? null,
    ...{ id, isOutside, within },
    otherPlan: plan && plan.id !== planId ? plan.title : null,
    counts: summary && countsOf(summary),
    overdue: summary?.overdue ?? (isOverdue ? 1 : 0),
  };
}

/** What a place is called in a sentence: with its plan where that is another one. */
export function placeWords({ kind, name, title, otherPlan }: Place): string {
  if (kind === 'EXTERNAL') return `${title} (outside the partnership)`;
  const words = [name, title].filter(Boolean).join(' ');
  return otherPlan === null ? words : `${words}, of ${otherPlan}`;
}

/** What a place is called where there is little room. */
export const shortWords = ({ name, title, otherPlan }: Place): string =>
  [name || title, otherPlan].filter(Boolean).join(', ');

/** What a cross-reference drawn on the map can point at. */
export const canBeLinked = ({ kind }: Place): boolean => kind === 'ACTION' || kind === 'EXTERNAL';

/** Levels whose places open in place; an action is the end of it. */
export const opensIn = (level: Level, { kind }: Place): boolean =>
  kind !== 'ACTION' &&
  (kind === level || (kind === 'WORKSTREAM' && !['ACTION', 'ORGANISATION'].includes(level)));
