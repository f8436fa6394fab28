import { useMemo } from 'react';
import { useClient } from 'urql';
import { graphql } from '../../platform/graphql/graphql';
import { verbMaker } from '../../platform/graphql/verbs';
import { publicationLine } from './publication.queries';

/** With the list it stands in, so that what was prepared is there at once. */
const preparePublication = graphql(
  `mutation PreparePublication($input: PreparePublicationInput!) {
    preparePublication(input: $input) { publication { ...PublicationLine_publication meeting { id publications { ...PublicationLine_publication } } } }
  }`,
  [publicationLine],
);
const prepareForwardPlan = graphql(
  `mutation PrepareForwardPlan($input: PrepareForwardPlanInput!) {
    prepareForwardPlan(input: $input) { publication { ...PublicationLine_publication board { id publishedPlans { ...PublicationLine_publication } } } }
  }`,
  [publicationLine],
);
const rebuildPublication = graphql(
  `mutation RebuildPublication($input: ItemVersionInput!) {
    rebuildPublication(input: $input) { publication { ...PublicationLine_publication } }
  }`,
  [publicationLine],
);
const publishPublication = graphql(
  `mutation PublishPublication($input: PublishPublicationInput!) {
    publishPublication(input: $input) { publication { ...PublicationLine_publication meeting { id publications { ...PublicationLine_publication } } } }
  }`,
  [publicationLine],
);
const recallPublication = graphql(
  `mutation RecallPublication($input: RecallPublicationInput!) {
    recallPublication(input: $input) { publication { ...PublicationLine_publication } }
  }`,
  [publicationLine],
);

/** What can be done to the packs of a meeting and the published plans of a board. Each answers null when it is done, or why not. */
export function usePublishing() {
  const client = useClient();
  return useMemo(() => {
    const make = verbMaker(client);
    return {
      prepare: make(preparePublication),
      preparePlan: make(prepareForwardPlan),
      rebuild: make(rebuildPublication),
      publish: make(publishPublication),
      recall: make(recallPublication),
    };
  }, [client]);
}
