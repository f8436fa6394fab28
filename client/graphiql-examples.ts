/** A question somebody may want to ask, ready to run once its identifiers are filled in. */
export interface Example {
  audience: 'Editors' | 'Secretariat' | 'Integrators' | 'The public';
  title: string;
  query: string;
  variables: Record<string, unknown>;
}

const ID = '00000000-0000-7000-8000-000000000000';

/** Each is checked against the schema by a test. */
export const examples: readonly Example[] = [
  {
    audience: 'Editors',
    title: 'My organisation’s overdue actions',
    query: `query OverdueActions($plan: ID!, $organisation: ID!) {
  actions(within: $plan, first: 50, orderBy: DUE, filter: { isOverdue: true, organisationIds: [$organisation] }) {
    totalCount
    nodes {
      id
      reference
      title
      status
      timing { asWritten end }
      leads { asWritten organisation { name } person { name } }
      latestUpdate { period status narrative }
      version
    }
    pageInfo { hasNextPage endCursor }
  }
}`,
    variables: { plan: ID, organisation: ID },
  },
  {
    audience: 'Editors',
    title: 'Rate an action',
    query: `# expectedVersion is the version you saw: nobody's newer rating is overwritten unseen.
mutation RateAction($action: ID!, $seen: Int!) {
  rateAction(input: { id: $action, expectedVersion: $seen, status: AMBER }) {
    action { id status version directionOfTravel updatedAt }
  }
}`,
    variables: { action: ID, seen: 1 },
  },
  {
    audience: 'Secretariat',
    title: 'The plan at a glance',
    query: `query PlanAtAGlance($plan: ID!) {
  plan(id: $plan) {
    title
    status
    summary { total blue green amber red notYetRated overdue overall }
    workstreams {
      title
      actions {
        reference
        title
        status
        directionOfTravel
        isOverdue
        latestUpdate { period status narrative organisation { name } }
      }
    }
  }
}`,
    variables: { plan: ID },
  },
  {
    audience: 'Secretariat',
    title: 'Cross-references waiting for an answer',
    query: `query Waiting($plan: ID!) {
  crossReferences(within: $plan, first: 50, filter: { statuses: [PROPOSED] }) {
    nodes {
      kind
      textAsWritten
      strain { level reasons }
      from { ... on Action { reference title } ... on Workstream { title } ... on Priority { title } }
      to { ... on Action { reference title } ... on Workstream { title } ... on Priority { title } }
    }
    pageInfo { hasNextPage endCursor }
  }
}`,
    variables: { plan: ID },
  },
  {
    audience: 'Integrators',
    title: 'All actions, a page at a time',
    query: `# Send pageInfo.endCursor as $after until hasNextPage is false.
query ActionPages($plan: ID!, $after: String) {
  actions(within: $plan, first: 100, after: $after, orderBy: UPDATED) {
    nodes { id reference title status isOverdue updatedAt version }
    pageInfo { hasNextPage endCursor }
  }
}`,
    variables: { plan: ID, after: null },
  },
  {
    audience: 'Integrators',
    title: 'Where the log stands now',
    query: `# Keep changesCursor: following changes from it misses nothing since this answer.
query Now($plan: ID!) {
  plan(id: $plan) { id title version changesCursor }
}`,
    variables: { plan: ID },
  },
  {
    audience: 'Integrators',
    title: 'Follow every change',
    query: `# Runs until you stop it. After a break send the last cursor you saw; RESYNC means: ask again.
subscription Changes($plan: ID!, $after: String) {
  changes(within: $plan, after: $after) {
    cursor
    at
    kind
    itemType
    itemId
    actor { name }
    organisation { name }
    item {
      ... on Action { id reference title status version }
      ... on Update { id period status narrative version }
    }
  }
}`,
    variables: { plan: ID, after: null },
  },
  {
    audience: 'The public',
    title: 'What is published in a plan',
    query: `# Needs no sign-in: what is not published is not there.
query Published($plan: ID!) {
  plan(id: $plan) {
    title
    kind
    adoptedOn
    startsOn
    endsOn
    partnership { name place organisations { name website } }
    priorities { title }
    summary { total blue green amber red notYetRated }
  }
}`,
    variables: { plan: ID },
  },
];
