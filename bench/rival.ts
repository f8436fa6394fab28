/** What is asked of PostGraphile: the questions of queries.ts as its schema puts them, answered by as much. */

const ROW = `rowId reference title status timingAsWritten timingEnd ownerships(orderBy: [POSITION_ASC]) { nodes { role organisation { rowId name } } }`;
const ARCHIVED = `archivedAt: { isNull: true }`;

export const PLAN_BOARD = `query PlanBoard($id: UUID!) { plan(rowId: $id) { rowId title status workstreams(filter: { ${ARCHIVED} }, orderBy: [POSITION_ASC]) { nodes { rowId number title
  actions(filter: { ${ARCHIVED} }, orderBy: [POSITION_ASC]) { nodes { rowId version parentId reference title status timingAsWritten timingEnd timingPrecision
    ownerships(orderBy: [POSITION_ASC]) { nodes { role organisation { rowId name } person { rowId name } } }
    updates(first: 1, orderBy: [PERIOD_DESC, CREATED_AT_DESC]) { nodes { rowId period status } }
    outgoing(filter: { ${ARCHIVED} }) { totalCount } incoming(filter: { ${ARCHIVED} }) { totalCount } } } } } } }`;

const END = `rowId title`;
const REFERENCE = `rowId kind status from { ${END} } to { ${END} }`;

export const ACTION = `query Action($id: UUID!) { action(rowId: $id) { rowId title status ownerships(orderBy: [POSITION_ASC]) { nodes { role organisation { rowId name } } }
  updates(orderBy: [PERIOD_DESC, CREATED_AT_DESC]) { nodes { rowId period narrative organisation { name } } }
  outgoing(filter: { ${ARCHIVED} }) { nodes { ${REFERENCE} } } incoming(filter: { ${ARCHIVED} }) { nodes { ${REFERENCE} } } } }`;

/** It adds up nothing across two ends: it gives what has to be added up. */
const STRAINED = `workstreamId status timingEnd archivedAt`;
export const TOTALS = `query Totals($within: UUID!) { workstreams(filter: { planId: { equalTo: $within }, ${ARCHIVED} }) { nodes { rowId } }
  crossReferences(filter: { or: [{ planId: { equalTo: $within } }, { toPlanId: { equalTo: $within } }], ${ARCHIVED} }) { nodes { kind status from { ${STRAINED} } to { ${STRAINED} } } } }`;

export const LIST = `query List($within: UUID!) { actions(first: 50, filter: { planId: { equalTo: $within }, ${ARCHIVED}, status: { in: ["RED", "AMBER"] } }, orderBy: [POSITION_ASC]) { nodes { ${ROW} } pageInfo { hasNextPage endCursor } } }`;

export const OVERDUE = `query Overdue($within: UUID!, $mine: UUID!, $today: Date!) { actions(first: 50, filter: { partnershipId: { equalTo: $within }, ${ARCHIVED}, status: { notEqualTo: "BLUE" }, timingEnd: { lessThan: $today },
  ownerships: { some: { organisationId: { equalTo: $mine } } } }, orderBy: [TIMING_END_ASC]) { nodes { ${ROW} } pageInfo { hasNextPage } } }`;

/** One count for each number of a plan’s summary. */
const count = (name: string, where = '') =>
  `${name}: actions(filter: { ${ARCHIVED}, not: { childActions: { some: { ${ARCHIVED} } } } ${where} }) { totalCount }`;
const SUMMARY = ['BLUE', 'GREEN', 'AMBER', 'RED', 'NOT_YET_RATED']
  .map((status) => count(status.toLowerCase(), `, status: { equalTo: "${status}" }`))
  .concat(
    count('total'),
    count('overdue', `, status: { notEqualTo: "BLUE" }, timingEnd: { lessThan: $today }`),
  )
  .join(' ');

export const BOARD_VIEW = `query BoardView($id: UUID!, $today: Date!) { board(rowId: $id) { rowId name kind purpose reportsToIds
  seats(filter: { ${ARCHIVED} }) { nodes { rowId capacity isVoting fromOn untilOn person { rowId name } organisation { rowId name } } }
  plans(filter: { ${ARCHIVED} }, orderBy: [STARTS_ON_DESC, ENDS_ON_DESC]) { nodes { rowId title startsOn endsOn status ${SUMMARY} } } }
  overseenBoards: boards(filter: { reportsToIds: { contains: [$id] }, ${ARCHIVED} }) { nodes { rowId name } } }`;
