/** What is asked of the product; bench/baseline.ts asks the same in SQL. */
export const PLAN_BOARD = `query PlanBoard($id: ID!) { plan(id: $id) { id title status workstreams { id number title actions {
  id version parentId reference title status timing { asWritten end precision } isOverdue
  leads { role organisation { id name } person { id name } } latestUpdate { id period status } crossReferenceCounts { outgoing incoming } } } } }`;

const ROW = `id reference title status timing { asWritten end } leads { role organisation { id name } }`;

export const LIST = `query List($within: ID!) { actions(within: $within, first: 50, filter: { statuses: [RED, AMBER] }) { nodes { ${ROW} } pageInfo { hasNextPage endCursor } } }`;

export const OVERDUE = `query Overdue($within: ID!, $mine: [ID!]) { actions(within: $within, first: 50, filter: { isOverdue: true, organisationIds: $mine }, orderBy: DUE) { nodes { ${ROW} } pageInfo { hasNextPage } } }`;

export const ACTION = `query Action($id: ID!) { action(id: $id) { id title status leads { role organisation { id name } }
  updates { id period narrative organisation { name } }
  crossReferences { id kind status from { ... on Action { id title } } to { ... on Action { id title } } } } }`;

export const TOTALS = `query Totals($within: ID!) { interdependencies(within: $within) { nodes { id isOutside } edges { fromId toId kind total strained broken unanswered disputed } } }`;

const COUNTED = `total kinds { kind total }`;
export const HEALTH = `query Health($within: ID!) { crossReferenceHealth(within: $within, first: 20) { total
  sections { kind total findings { id sentence crossReferences { id reason } } }
  byOrganisation { organisation { id name } ${COUNTED} } byBoard { board { id name } ${COUNTED} } byAbu { abu { id name } ${COUNTED} } } }`;

export const BOARD_VIEW = `query BoardView($id: ID!) { board(id: $id) { id name kind purpose reportsTo { id name } overseenBoards { id name }
  seats { id capacity isVoting fromOn untilOn person { id name } organisation { id name } } plans { id title startsOn endsOn status summary { total blue green amber red notYetRated overdue } } } }`;

export const UPDATE = `mutation Update($input: UpdateActionInput!) { updateAction(input: $input) { action { id version title } } }`;

export const CHANGES = `subscription Live($within: ID!) { changes(within: $within) { cursor kind itemId item { ... on Action { id version title status } } } }`;
