import { expect, it } from 'vitest';
import type { MapAnswer } from '../../client/features/cross-references/map.queries.js';
import {
  around,
  bundlesOf,
  mapGraph,
  narrowed,
  type Only,
} from '../../client/features/cross-references/mapGraph.js';
import { shownOf } from '../../server/features/cross-references/frozen-map.rules.js';
import type { EdgeRow, MapRow } from '../../server/features/cross-references/interdependencies.reads.js';
import { dice } from '../support/dice.js';

const KINDS = ['DEPENDS_ON', 'CONTRIBUTES_TO', 'MITIGATES', 'RELATES_TO'] as const;

/** What is frozen is what the page shows: both narrow a map by themselves, and must not part. */
it('narrows as the page does, of a thousand maps', () => {
  const below = dice(7);
  const between = (least: number, most: number) => least + below(most - least + 1);
  const pick = <T>(some: readonly T[]): T => some[below(some.length)] as T;
  for (let round = 0; round < 1_000; round++) {
    const ids = [...'abcdefgh'].slice(0, between(2, 8));
    const typeOf = (id: string) => ('gh'.includes(id) ? 'ExternalDependency' : 'Workstream');
    const edges = Array.from({ length: between(0, 12) }, () => ({
      ...{ fromId: pick(ids), toId: pick(ids), kind: pick(KINDS), total: 1 },
      ...{
        strained: between(0, 1),
        broken: between(0, 1),
        unanswered: between(0, 1),
        disputed: 0,
      },
    }));
    const answer = {
      nodes: ids.map((id) => ({
        ...{ id, isOutside: false, within: null, summary: null },
        item: {
          ...{ __typename: typeOf(id), id, number: id, title: id, leadOrganisation: null },
          ...{ plan: { id: 'plan', title: 'Plan' }, dependencyStatus: 'RED', controlledBy: '' },
        },
      })),
      ...{ opened: [], edges, unplaced: 0 },
    } as unknown as MapAnswer;
    const only = new Set((['strained', 'unanswered', 'external'] as Only[]).filter(() => below(10) < 3));
    const focus = below(10) < 7 ? { id: pick(ids), up: between(0, 3), down: between(0, 3) } : null;

    const whole = mapGraph(answer, 'plan');
    const page = narrowed(focus ? around(whole, focus) : whole, only);
    const rows = {
      nodes: ids.map((id) => ({ id, itemType: typeOf(id) })),
      edges: edges as unknown as EdgeRow[],
    } as unknown as MapRow;
    const connections = {
      ...{
        strained: only.has('strained'),
        unanswered: only.has('unanswered'),
        external: only.has('external'),
      },
    };
    const frozen = shownOf(rows, { filter: {}, focus, connections });
    expect(frozen.nodes.map(({ id }) => id)).toEqual(page.places.map(({ id }) => id));
    const connected = new Set(frozen.edges.map(({ fromId, toId }) => `${fromId}~${toId}`));
    expect([...connected].sort()).toEqual(
      bundlesOf(page)
        .map(({ id }) => id)
        .sort(),
    );
  }
});
