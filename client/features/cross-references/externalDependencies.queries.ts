import { useMemo } from 'react';
import { useClient } from 'urql';
import { type Refusal, refusalOf } from '../../platform/graphql/errors';
import { graphql, type ResultOf, type VariablesOf } from '../../platform/graphql/graphql';
import { referenceEnd } from '../actions/crossReferences';
import { owner } from '../actions/owners';
import { timing } from '../actions/timing';
import { watch } from './watches';

/** What is waited for, with whatever waits for it and whoever answers for that. */
export const externalDependency = graphql(
  `
    fragment ExternalDependency_dependency on ExternalDependency @_unmask {
      id
      version
      title
      controlledBy
      description
      status
      isOverdue
      timing {
        ...Timing_timing
      }
      awaitedBy: plan {
        id
        title
      }
      watches {
        ...Watch_watch
      }
      crossReferences {
        id
        promise: kind
        strain {
          level
          reasons
        }
        to {
          ...ReferenceEnd_end
        }
        from {
          ...ReferenceEnd_end
          ... on Action {
            leads {
              ...Owner_ownership
            }
          }
          ... on Workstream {
            leadOrganisation {
              id
              name
              shortName
            }
          }
        }
      }
      viewerCan {
        update
        archive
        watch
      }
    }
  `,
  [timing, referenceEnd, owner, watch],
);

export const externalDependenciesQuery = graphql(
  `
    query ExternalDependencies($id: ID!) {
      plan(id: $id) {
        title
        planStatus: status
        changesCursor
        viewerCan {
          createExternalDependency
        }
        id
        partnership {
          id
        }
        externalDependencies {
          ...ExternalDependency_dependency
        }
        archivedExternalDependencies {
          ...ExternalDependency_dependency
        }
      }
    }
  `,
  [externalDependency],
);

/** What all plans wait for, or what some organisations watch of it. */
export const allDependenciesQuery = graphql(
  `
    query AllExternalDependencies($within: ID!, $first: Int!, $filter: ExternalDependencyFilter) {
      partnership(id: $within) {
        id
        changesCursor
      }
      externalDependencies(within: $within, first: $first, filter: $filter) {
        totalCount
        nodes {
          ...ExternalDependency_dependency
        }
      }
    }
  `,
  [externalDependency],
);

const createDependency = graphql(
  `mutation CreateExternalDependency($input: CreateExternalDependencyInput!) {
    createExternalDependency(input: $input) { externalDependency { ...ExternalDependency_dependency } }
  }`,
  [externalDependency],
);
const updateDependency = graphql(
  `mutation UpdateExternalDependency($input: UpdateExternalDependencyInput!) {
    updateExternalDependency(input: $input) { externalDependency { ...ExternalDependency_dependency } }
  }`,
  [externalDependency],
);
const archiveDependency = graphql(
  `mutation ArchiveExternalDependency($input: ItemVersionInput!) {
    archiveExternalDependency(input: $input) { externalDependency { ...ExternalDependency_dependency } }
  }`,
  [externalDependency],
);
const restoreDependency = graphql(
  `mutation RestoreExternalDependency($input: ItemVersionInput!) {
    restoreExternalDependency(input: $input) { externalDependency { ...ExternalDependency_dependency } }
  }`,
  [externalDependency],
);

type InputOf<Document> = VariablesOf<Document> extends { input: infer Input } ? Input : never;
export type AwaitedPlan = NonNullable<ResultOf<typeof externalDependenciesQuery>['plan']>;
export type Dependency = ResultOf<typeof externalDependency>;

/** What can be done with what a plan waits for. Each answers null when it is done, or why not. */
export function useDependencyVerbs() {
  const client = useClient();
  return useMemo(() => {
    const tell = async (sent: {
      toPromise(): Promise<{ error?: Parameters<typeof refusalOf>[0] }>;
    }): Promise<Refusal | null> => refusalOf((await sent.toPromise()).error);
    return {
      create: (input: InputOf<typeof createDependency>) => tell(client.mutation(createDependency, { input })),
      update: (input: InputOf<typeof updateDependency>) => tell(client.mutation(updateDependency, { input })),
      archive: (input: InputOf<typeof archiveDependency>) =>
        tell(client.mutation(archiveDependency, { input })),
      restore: (input: InputOf<typeof restoreDependency>) =>
        tell(client.mutation(restoreDependency, { input })),
    };
  }, [client]);
}
