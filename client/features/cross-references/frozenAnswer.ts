import { BragStatus } from '../../../schema/vocabulary.js';
import type { FrozenContent } from './frozen.queries.js';
import type { MapAnswer } from './map.queries.js';

type FrozenNode = FrozenContent['nodes'][number];
type Item = MapAnswer['nodes'][number]['item'];

const named = (name: string | null) => (name === null ? null : { id: '', name, shortName: null });

/** What stood there, as a live map is told of it: so both are drawn by the same hand. */
function itemOf({ id, item }: FrozenNode): Item {
  const { itemType, title, reference, workstreamNumber, planId, planTitle, whose, isOverdue } = item;
  const plan = { id: planId ?? '', title: planTitle ?? '' };
  const status = item.status ?? BragStatus.NOT_YET_RATED;
  switch (itemType) {
    case 'Action':
      return {
        ...{ __typename: itemType, id, title, reference, plan, isOverdue, actionStatus: status },
        workstream: { id: '', number: workstreamNumber },
        viewerCan: { propose: false },
      };
    case 'Workstream':
      return {
        ...{ __typename: itemType, id, title, plan, number: reference },
        leadOrganisation: named(whose),
      };
    case 'Priority':
      return { __typename: itemType, id, title, plan, priorityNumber: reference ?? '' };
    case 'AccountableBusinessUnit':
      return { __typename: itemType, id, name: title, shortName: null, hostOrganisation: named(whose) };
    case 'Organisation':
    case 'Board':
      return { __typename: itemType, id, name: title, shortName: null };
    case 'Plan':
      return { __typename: itemType, id, title, board: named(whose) };
    default:
      return {
        ...{ __typename: 'ExternalDependency', id, title, controlledBy: whose ?? '' },
        dependencyStatus: status,
      };
  }
}

const nodeOf = (node: FrozenNode): MapAnswer['nodes'][number] => ({
  ...{ id: node.id, isOutside: node.isOutside, within: node.within, summary: node.summary },
  item: itemOf(node),
});

export const frozenAnswer = ({ nodes, opened, edges, unplaced }: FrozenContent): MapAnswer => ({
  nodes: nodes.map(nodeOf),
  opened: opened.map(nodeOf),
  edges,
  unplaced,
});
