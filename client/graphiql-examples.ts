/** A question somebody may want to ask, ready to run; some want an identifier filled in, which others answer. */
export interface Example {
  audience: 'Editors' | 'Secretariat' | 'Integrators' | 'The public';
  title: string;
  query: string;
  variables: Record<string, unknown>;
}

const ID = '00000000-0000-7000-8000-000000000000';

/** The first of each audience runs as it is and answers the identifiers that the others take. Each is checked against the schema by a test. */
export const examples: readonly Example[] = [
  {
    audience: 'Editors',
    title: 'Who I am, for whom I act, and which plans there are',
    query: `query Me {
  viewer {
    accountEmail
    people { person { id name } partnership { id name plans { id title } } }
    organisations { role canEdit canReport organisation { id name } }
  }
}`,
    variables: {},
  },
  {
    audience: 'Editors',
    title: 'My organisation’s overdue actions',
    query: `# within is a plan or a whole partnership.
query OverdueActions($within: ID!, $organisation: ID!) {
  actions(within: $within, first: 50, orderBy: DUE, filter: { isOverdue: true, organisationIds: [$organisation] }) {
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
    variables: { within: ID, organisation: ID },
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
    title: 'Every plan at a glance, with its board',
    query: `query AtAGlance {
  partnerships {
    id
    name
    plans {
      id
      title
      status
      board { id name }
      summary { total blue green amber red notYetRated overdue overall }
    }
  }
}`,
    variables: {},
  },
  {
    audience: 'Secretariat',
    title: 'Who sits on each board, and whom it answers to',
    query: `query Boards {
  partnerships {
    name
    boards {
      name
      kind
      reportsTo { name }
      seats { capacity isVoting fromOn untilOn holder { name } organisation { name } }
    }
  }
}`,
    variables: {},
  },
  {
    audience: 'Secretariat',
    title: 'One plan, workstream by workstream',
    query: `query PlanInFull($plan: ID!) {
  plan(id: $plan) {
    title
    workstreams {
      number
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
    query: `query Waiting($within: ID!) {
  crossReferences(within: $within, first: 50, filter: { statuses: [PROPOSED] }) {
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
    variables: { within: ID },
  },
  {
    audience: 'Secretariat',
    title: 'What is still owed to the meetings to come, and by whom',
    query: `query Owed($within: ID!) {
  outstanding(within: $within, organisationIds: []) {
    lateCount
    dueSoonCount
    items {
      kind
      dueOn
      workingDaysLate
      meeting { title meetsOn }
      agendaItem { number title }
      organisation { name }
      people { name }
      nudge { nudgedOn }
    }
  }
}`,
    variables: { within: ID },
  },
  {
    audience: 'Integrators',
    title: 'Where to begin: partnerships, plans, and where the log stands',
    query: `# Keep changesCursor: following changes from it misses nothing since this answer.
query Begin {
  partnerships {
    id
    name
    changesCursor
    plans { id title version changesCursor }
  }
}`,
    variables: {},
  },
  {
    audience: 'Integrators',
    title: 'All actions, a page at a time',
    query: `# Send pageInfo.endCursor as $after until hasNextPage is false.
query ActionPages($within: ID!, $after: String) {
  actions(within: $within, first: 100, after: $after, orderBy: UPDATED) {
    nodes { id reference title status isOverdue updatedAt version }
    pageInfo { hasNextPage endCursor }
  }
}`,
    variables: { within: ID, after: null },
  },
  {
    audience: 'Integrators',
    title: 'Follow every change',
    query: `# Runs until you stop it. After a break send the last cursor you saw; RESYNC means: ask again.
subscription Changes($within: ID!, $after: String) {
  changes(within: $within, after: $after) {
    cursor
    at
    kind
    itemType
    itemId
    actor { name }
    organisation { name }
    item {
      ... on Action { id reference title status version }
      ... on Update { id period narrative version }
    }
  }
}`,
    variables: { within: ID, after: null },
  },
  {
    audience: 'The public',
    title: 'What the partnerships here publish',
    query: `# Needs no sign-in: what is not published is not there.
query Published {
  partnerships {
    name
    place
    organisations { name website }
    boards { name purpose }
    plans {
      id
      title
      kind
      adoptedOn
      startsOn
      endsOn
      priorities { title }
      summary { total blue green amber red notYetRated }
    }
  }
}`,
    variables: {},
  },
  {
    audience: 'The public',
    title: 'Agendas and papers of a partnership’s meetings',
    query: `query Papers($within: ID!) {
  meetings(within: $within, first: 20) {
    nodes {
      title
      meetsOn
      startsAt
      place
      boards { name }
      publications {
        number
        status
        publishedAt
        parts {
          items { number startsAt title attachments { title url } }
          files { format url }
        }
      }
    }
  }
}`,
    variables: { within: ID },
  },
];

/** One for each kind of user, which runs without filling in anything. */
export const firstExamples: readonly Example[] = examples.filter(
  ({ audience }, at) => examples.findIndex((one) => one.audience === audience) === at,
);
