import { useMemo } from 'react';
import { type Client, useClient } from 'urql';
import { graphql, type ResultOf } from '../../platform/graphql/graphql';
import { verbMaker } from '../../platform/graphql/verbs';
import { workstreamPlan, workstreamRow } from './workstreamRow';

export const workstreamPanel = graphql(
  `
    fragment WorkstreamPanel_workstream on Workstream @_unmask {
      ...WorkstreamRow_workstream
      updateOnActionPlan
      contributionToStrategy
      impactOnOutcomes
      fitWithExistingWorkstreams
      governanceArrangements
      performanceManagement
      supportRequirements
      audience {
        kind
        label
        memberIds
      }
      ownAudience {
        kind
        memberIds
      }
      viewerCan {
        restrict
      }
    }
  `,
  [workstreamRow],
);

export const workstreamQuery = graphql(
  `query WorkstreamPanel($id: ID!, $asOf: DateTime) { workstream(id: $id, asOf: $asOf) { ...WorkstreamPanel_workstream } }`,
  [workstreamPanel],
);

const createWorkstream = graphql(
  `mutation CreateWorkstream($input: CreateWorkstreamInput!) {
    createWorkstream(input: $input) { workstream { ...WorkstreamRow_workstream ...WorkstreamPlan_workstream } }
  }`,
  [workstreamRow, workstreamPlan],
);
const updateWorkstream = graphql(
  `mutation UpdateWorkstream($input: UpdateWorkstreamInput!) {
    updateWorkstream(input: $input) { workstream { ...WorkstreamPanel_workstream } }
  }`,
  [workstreamPanel],
);
const assignWorkstream = graphql(
  `mutation AssignWorkstream($input: AssignWorkstreamInput!) {
    assignWorkstream(input: $input) { workstream { ...WorkstreamRow_workstream ...WorkstreamPlan_workstream } }
  }`,
  [workstreamRow, workstreamPlan],
);
const moveWorkstream = graphql(
  `mutation MoveWorkstream($input: MoveWorkstreamInput!) {
    moveWorkstream(input: $input) { workstream { ...WorkstreamRow_workstream } }
  }`,
  [workstreamRow],
);
const archiveWorkstream = graphql(
  `mutation ArchiveWorkstream($input: ItemVersionInput!) {
    archiveWorkstream(input: $input) { workstream { ...WorkstreamRow_workstream ...WorkstreamPlan_workstream } }
  }`,
  [workstreamRow, workstreamPlan],
);
const restoreWorkstream = graphql(
  `mutation RestoreWorkstream($input: ItemVersionInput!) {
    restoreWorkstream(input: $input) { workstream { ...WorkstreamRow_workstream ...WorkstreamPlan_workstream } }
  }`,
  [workstreamRow, workstreamPlan],
);

export type PanelWorkstream = ResultOf<typeof workstreamPanel>;

/** Everything that can be done with a workstream. Each answers null when it is done, or why not. */
export function workstreamVerbs(client: Client) {
  const verb = verbMaker(client);
  return {
    create: verb(createWorkstream),
    update: verb(updateWorkstream),
    assign: verb(assignWorkstream),
    move: verb(moveWorkstream),
    archive: verb(archiveWorkstream),
    restore: verb(restoreWorkstream),
  };
}

export function useWorkstreamVerbs() {
  const client = useClient();
  return useMemo(() => workstreamVerbs(client), [client]);
}
