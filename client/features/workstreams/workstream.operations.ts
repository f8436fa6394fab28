import { useMemo } from 'react';
import { useClient } from 'urql';
import { type Refusal, refusalOf } from '../../platform/graphql/errors';
import { graphql, type ResultOf, type VariablesOf } from '../../platform/graphql/graphql';
import { workstreamRow } from './workstreamRow';

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
      priorities {
        id
        priorityNumber: number
        title
      }
    }
  `,
  [workstreamRow],
);

export const workstreamQuery = graphql(
  `query WorkstreamPanel($id: ID!, $asOf: DateTime) { workstream(id: $id, asOf: $asOf) { ...WorkstreamPanel_workstream } }`,
  [workstreamPanel],
);

const updateWorkstream = graphql(
  `mutation UpdateWorkstream($input: UpdateWorkstreamInput!) { updateWorkstream(input: $input) { workstream { ...WorkstreamPanel_workstream } } }`,
  [workstreamPanel],
);

export type PanelWorkstream = ResultOf<typeof workstreamPanel>;

export function useUpdateWorkstream(): (
  input: VariablesOf<typeof updateWorkstream>['input'],
) => Promise<Refusal | null> {
  const client = useClient();
  return useMemo(
    () => async (input) => refusalOf((await client.mutation(updateWorkstream, { input }).toPromise()).error),
    [client],
  );
}
