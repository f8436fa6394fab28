import { useMemo } from 'react';
import { type Client, useClient } from 'urql';
import { graphql } from '../../platform/graphql/graphql';
import { verbMaker } from '../../platform/graphql/verbs';
import { planNow } from './plan.queries';

const createPlan = graphql(
  `mutation CreatePlan($input: CreatePlanInput!) { createPlan(input: $input) { plan { ...PlanNow_plan } } }`,
  [planNow],
);
const updatePlan = graphql(
  `mutation UpdatePlan($input: UpdatePlanInput!) { updatePlan(input: $input) { plan { ...PlanNow_plan } } }`,
  [planNow],
);
const adoptPlan = graphql(
  `mutation AdoptPlan($input: ItemVersionInput!) { adoptPlan(input: $input) { plan { ...PlanNow_plan } } }`,
  [planNow],
);
const closePlan = graphql(
  `mutation ClosePlan($input: ItemVersionInput!) { closePlan(input: $input) { plan { ...PlanNow_plan } } }`,
  [planNow],
);
const archivePlan = graphql(
  `mutation ArchivePlan($input: ItemVersionInput!) { archivePlan(input: $input) { plan { ...PlanNow_plan } } }`,
  [planNow],
);
const restorePlan = graphql(
  `mutation RestorePlan($input: ItemVersionInput!) { restorePlan(input: $input) { plan { ...PlanNow_plan } } }`,
  [planNow],
);

/** Everything that can be done with a plan as a whole. Each answers null when it is done, or why not. */
export function planVerbs(client: Client) {
  const verb = verbMaker(client);
  return {
    create: verb(createPlan),
    update: verb(updatePlan),
    adopt: verb(adoptPlan),
    close: verb(closePlan),
    archive: verb(archivePlan),
    restore: verb(restorePlan),
  };
}

export function usePlanVerbs() {
  const client = useClient();
  return useMemo(() => planVerbs(client), [client]);
}
