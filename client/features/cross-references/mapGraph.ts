import { BragStatus, CrossReferenceKind } from '../../../schema/vocabulary.js';
import { formatReference } from '../../platform/format/references.js';
import type { StatusCounts } from '../../platform/format/status.js';
import { countsOf } from '../plans/statusCounts.js';
import type { MapAnswer } from './map.queries.js';

/** A workstream, or something no partner controls, where it stands on the map. */
export interface Place {
  readonly id: string;
  readonly kind: 'workstream' | 'external';
  /** What it is called in few letters: 'WS2', 'External'. */
  readonly name: string;
  readonly title: string;
  /** The plan it belongs to when that is another one. */
  readonly otherPlan: string | null;
  /** Who leads it, or who controls it. */
  readonly whose: string | null;
  readonly counts: StatusCounts | null;
  readonly overdue: number;
  readonly status: BragStatus | null;
  readonly address: string | null;
}

/** All cross-references written at one place that point at another, or at the place itself. */
export interface Bundle {
  readonly id: string;
  readonly from: Place;
  readonly to: Place;
  readonly kinds: readonly { readonly kind: CrossReferenceKind; readonly total: number }[];
  readonly total: number;
  readonly strained: number;
  readonly broken: number;
  readonly unanswered: number;
  readonly disputed: number;
}

export interface MapGraph {
  readonly places: readonly Place[];
  /** Between two different places. */
  readonly between: readonly Bundle[];
  /** Within one place, by its id. */
  readonly within: ReadonlyMap<string, Bundle>;
}

type Node = MapAnswer['nodes'][number];

function placeOf({ id, isOutside, item, summary }: Node): Place {
  if (item.__typename === 'ExternalDependency')
    return {
      id,
      kind: 'external',
      name: 'External',
      title: item.title,
      otherPlan: null,
      whose: item.controlledBy,
      counts: null,
      overdue: 0,
      status: BragStatus[item.dependencyStatus],
      address: null,
    };
  return {
    id,
    kind: 'workstream',
    name: formatReference(item.number, null) || 'Workstream',
    title: item.title,
    otherPlan: isOutside ? item.plan.title : null,
    whose: item.leadOrganisation?.shortName ?? item.leadOrganisation?.name ?? null,
    counts: summary && countsOf(summary),
    overdue: summary?.overdue ?? 0,
    status: null,
    address: `/plans/${item.plan.id}/workstreams/${item.id}`,
  };
}

export const bundleId = (fromId: string, toId: string): string => `${fromId}~${toId}`;

/** The answer as it is drawn: edges of several kinds between the same two places are one. */
export function mapGraph({ nodes, edges }: MapAnswer): MapGraph {
  const places = new Map(nodes.map((node) => [node.id, placeOf(node)]));
  const bundles = new Map<string, Bundle>();
  for (const edge of edges) {
    const from = places.get(edge.fromId);
    const to = places.get(edge.toId);
    if (!from || !to) continue;
    const id = bundleId(from.id, to.id);
    const before = bundles.get(id);
    const kind = { kind: CrossReferenceKind[edge.kind], total: edge.total };
    bundles.set(id, {
      id,
      from,
      to,
      kinds: [...(before?.kinds ?? []), kind].sort(
        (a, b) => b.total - a.total || a.kind.localeCompare(b.kind),
      ),
      total: (before?.total ?? 0) + edge.total,
      strained: (before?.strained ?? 0) + edge.strained,
      broken: (before?.broken ?? 0) + edge.broken,
      unanswered: (before?.unanswered ?? 0) + edge.unanswered,
      disputed: (before?.disputed ?? 0) + edge.disputed,
    });
  }
  const rank = new Map(nodes.map(({ id }, at) => [id, at]));
  const at = ({ id }: Place): number => rank.get(id) ?? 0;
  // In the plan's own order, which no change of strain disturbs.
  const all = [...bundles.values()].sort((a, b) => at(a.from) - at(b.from) || at(a.to) - at(b.to));
  return {
    places: [...places.values()],
    between: all.filter((bundle) => bundle.from !== bundle.to),
    within: new Map(
      all.filter((bundle) => bundle.from === bundle.to).map((bundle) => [bundle.from.id, bundle]),
    ),
  };
}

/** Which bundles are shown. All that is asked for must hold. */
export type Only = 'strained' | 'unanswered' | 'external';
export const ONLY: readonly Only[] = ['strained', 'unanswered', 'external'];

export function fits(bundle: Bundle, only: ReadonlySet<Only>): boolean {
  if (only.has('strained') && bundle.strained + bundle.broken === 0) return false;
  if (only.has('unanswered') && bundle.unanswered === 0) return false;
  return !only.has('external') || bundle.from.kind === 'external' || bundle.to.kind === 'external';
}

/** The same places, with only the bundles that fit. */
export function narrowed(graph: MapGraph, only: ReadonlySet<Only>): MapGraph {
  if (only.size === 0) return graph;
  return {
    places: graph.places,
    between: graph.between.filter((bundle) => fits(bundle, only)),
    within: new Map([...graph.within].filter(([, bundle]) => fits(bundle, only))),
  };
}

export type Hold = 'broken' | 'strained' | 'holds';

export const holdOf = ({ broken, strained }: Pick<Bundle, 'broken' | 'strained'>): Hold =>
  broken > 0 ? 'broken' : strained > 0 ? 'strained' : 'holds';

/** What each kind is called after its number: '3 needs', '1 contributes', '2 contribute'. */
const KIND_NAMES: Readonly<Record<CrossReferenceKind, readonly [one: string, many: string]>> = {
  DEPENDS_ON: ['needs', 'needs'],
  CONTRIBUTES_TO: ['contributes', 'contribute'],
  SAME_WORK_AS: ['same work', 'same work'],
  MITIGATES: ['mitigates', 'mitigate'],
  MEASURED_BY: ['measured by', 'measured by'],
  FUNDED_BY: ['funded by', 'funded by'],
  CONSIDERED_AT: ['considered at', 'considered at'],
  RELATES_TO: ['relates', 'relate'],
};

export const kindWords = ({ kinds }: Pick<Bundle, 'kinds'>, limit = kinds.length): string => {
  const said = kinds
    .slice(0, limit)
    .map(({ kind, total }) => `${total} ${KIND_NAMES[kind][total === 1 ? 0 : 1]}`);
  const rest = kinds.slice(limit).reduce((sum, { total }) => sum + total, 0);
  return [...said, ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
};

/** 'Strain' in words: '1 broken, 2 strained, 1 unanswered'; empty when all is well. */
export const stateWords = ({ broken, strained, disputed, unanswered }: Bundle): string =>
  Object.entries({ broken, strained, disputed, unanswered })
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${count} ${word}`)
    .join(', ');

/** '3 needs, 1 strained'. */
export const bundleWords = (bundle: Bundle, limit?: number): string =>
  [kindWords(bundle, limit), stateWords(bundle)].filter(Boolean).join(', ');

/** What a place is called in a sentence: with its plan where that is another one. */
export function placeWords({ kind, name, title, otherPlan }: Place): string {
  if (kind === 'external') return `${title} (outside the partnership)`;
  return otherPlan === null ? `${name} ${title}` : `${name} ${title}, of ${otherPlan}`;
}
