/** What is asked of the product; bench/baseline.ts asks the same in SQL. */
export const BOARD = `query Board($id: ID!) { plan(id: $id) { id title status workstreams { id number title actions {
  id version parentId reference title status timing { asWritten end precision } isOverdue
  leads { role organisation { id name } person { id name } } latestUpdate { id period status } crossReferenceCounts { outgoing incoming } } } } }`;

const ROW = `id reference title status timing { asWritten end } leads { role organisation { id name } }`;

export const LIST = `query List($within: ID!) { actions(within: $within, first: 50, filter: { statuses: [RED, AMBER] }) { nodes { ${ROW} } pageInfo { hasNextPage endCursor } } }`;

export const OVERDUE = `query Overdue($within: ID!, $mine: [ID!]) { actions(within: $within, first: 50, filter: { isOverdue: true, organisationIds: $mine }, orderBy: DUE) { nodes { ${ROW} } pageInfo { hasNextPage } } }`;

export const ACTION = `query Action($id: ID!) { action(id: $id) { id title status leads { role organisation { id name } }
  updates { id period narrative organisation { name } }
  crossReferences { id kind status from { ... on Action { id title } } to { ... on Action { id title } } } } }`;

export const UPDATE = `mutation Update($input: UpdateActionInput!) { updateAction(input: $input) { action { id version title } } }`;

export const CHANGES = `subscription Live($within: ID!) { changes(within: $within) { cursor kind itemId item { ... on Action { id version title status } } } }`;
