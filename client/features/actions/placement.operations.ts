import { useMemo } from 'react';
import { useClient } from 'urql';
import { graphql } from '../../platform/graphql/graphql';
import { verbMaker } from '../../platform/graphql/verbs';
import { actionNow } from './actionRow';
import { placementNow } from './placements';

const placeAction = graphql(
  `mutation PlaceAction($input: PlaceActionInput!) { placeAction(input: $input) { placement {
    ...PlacementNow_placement workstream { placements { id } } action { placements { id } } } } }`,
  [placementNow],
);
const updatePlacement = graphql(
  `mutation UpdatePlacement($input: UpdatePlacementInput!) { updatePlacement(input: $input) { placement { ...PlacementNow_placement } } }`,
  [placementNow],
);
const archivePlacement = graphql(
  `mutation ArchivePlacement($input: ItemVersionInput!) { archivePlacement(input: $input) { placement {
    ...PlacementNow_placement workstream { placements { id } } action { placements { id } } } } }`,
  [placementNow],
);
const combineActions = graphql(
  `mutation CombineActions($input: CombineActionsInput!) { combineActions(input: $input) {
    placement { ...PlacementNow_placement action { placements { id } crossReferences { id } } }
    givenUp { ...ActionNow_action crossReferences { id } } } }`,
  [placementNow, actionNow],
);

/** Everything that can be done about where an action stands. Each answers null when it is done, or why not. */
export function usePlacementVerbs() {
  const client = useClient();
  return useMemo(() => {
    const make = verbMaker(client);
    return {
      place: make(placeAction),
      update: make(updatePlacement),
      takeOut: make(archivePlacement),
      combine: make(combineActions),
    };
  }, [client]);
}
