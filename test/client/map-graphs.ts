import { type MapGraph, mapGraph } from '../../client/features/cross-references/mapGraph.js';

export type Tie = readonly [from: string, to: string, total?: number, more?: object];

/** A map of workstreams that go by one letter. */
export function graphOf(names: string, ties: readonly Tie[]): MapGraph {
  const none = { strained: 0, broken: 0, unanswered: 0, disputed: 0 };
  return mapGraph(
    {
      nodes: [...names].map((id) => ({
        ...{ id, isOutside: false, within: null, summary: null },
        item: {
          ...{ __typename: 'Workstream', id, number: id, title: `Strand ${id}`, leadOrganisation: null },
          plan: { id: 'plan', title: 'Plan' },
        },
      })),
      opened: [],
      edges: ties.map(([fromId, toId, total = 1, more]) => ({
        ...{ fromId, toId, kind: 'DEPENDS_ON', total, ...none, ...more },
      })),
      unplaced: 0,
    } as Parameters<typeof mapGraph>[0],
    'plan',
  );
}
