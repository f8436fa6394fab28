import { useMemo } from 'react';
import { type Client, useClient } from 'urql';
import { graphql } from '../../platform/graphql/graphql';
import { verbMaker } from '../../platform/graphql/verbs';
import { priorityRow } from './priorityRow';

export const priorityQuery = graphql(
  `query PriorityPanel($id: ID!, $asOf: DateTime) { priority(id: $id, asOf: $asOf) { ...PriorityRow_priority } }`,
  [priorityRow],
);

const createPriority = graphql(
  `mutation CreatePriority($input: CreatePriorityInput!) {
    createPriority(input: $input) { priority { ...PriorityRow_priority } }
  }`,
  [priorityRow],
);
const updatePriority = graphql(
  `mutation UpdatePriority($input: UpdatePriorityInput!) {
    updatePriority(input: $input) { priority { ...PriorityRow_priority } }
  }`,
  [priorityRow],
);
const assignPriority = graphql(
  `mutation AssignPriority($input: AssignPriorityInput!) {
    assignPriority(input: $input) { priority { ...PriorityRow_priority } }
  }`,
  [priorityRow],
);
const archivePriority = graphql(
  `mutation ArchivePriority($input: ItemVersionInput!) {
    archivePriority(input: $input) { priority { ...PriorityRow_priority } }
  }`,
  [priorityRow],
);
const restorePriority = graphql(
  `mutation RestorePriority($input: ItemVersionInput!) {
    restorePriority(input: $input) { priority { ...PriorityRow_priority } }
  }`,
  [priorityRow],
);

/** Everything that can be done with a priority. Each answers null when it is done, or why not. */
export function priorityVerbs(client: Client) {
  const verb = verbMaker(client);
  return {
    create: verb(createPriority),
    update: verb(updatePriority),
    assign: verb(assignPriority),
    archive: verb(archivePriority),
    restore: verb(restorePriority),
  };
}

export function usePriorityVerbs() {
  const client = useClient();
  return useMemo(() => priorityVerbs(client), [client]);
}
