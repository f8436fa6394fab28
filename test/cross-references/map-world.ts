import type { Person } from '../support/app.js';
import { reference, type TwoPartners, twoPartners } from './two-partners.js';

export interface MapAnswer {
  nodes: {
    id: string;
    within: string | null;
    isOutside: boolean;
    item: { __typename: string };
    summary: { total: number; red: number } | null;
  }[];
  opened: { id: string; within: string | null }[];
  edges: {
    fromId: string;
    toId: string;
    kind: string;
    total: number;
    strained: number;
    crossReferences: { id: string }[];
  }[];
  unplaced: number;
}

/** A small plan in which every sort of end is tied to something, with what only South may see. */
export interface MapWorld extends TwoPartners {
  names: Record<string, string>;
  onlySouth: string;
  /** Reads a map; what is asked for besides the place. */
  map(who: Person, more?: object): Promise<MapAnswer>;
  /** “WS1 > WS2 2”: what runs from where to where, all kinds of it together. */
  lines(map: MapAnswer): string[];
  id(name: string): string;
}

const MAP = `query ($within: ID!, $level: MapLevel! = WORKSTREAM, $opened: [ID!], $filter: InterdependencyFilter, $asOf: DateTime) {
  interdependencies(within: $within, level: $level, opened: $opened, filter: $filter, asOf: $asOf) {
    nodes { id within isOutside item { __typename } summary { total red } }
    opened { id within } unplaced
    edges { fromId toId kind total strained crossReferences { id } } } }`;

export async function mapWorld(): Promise<MapWorld> {
  const world = await twoPartners();
  const { app, partnershipId, north, south, boardId, planId, workstream1, workstream2, a1, b1 } = world;
  const { build } = app;
  const plan = await build.row('plans', planId);
  const inPlan = (table: string, values: object) =>
    build.insert(table, { partnershipId, audienceId: plan['audience_id'], planId, ...values });
  const overseers = await build.board(partnershipId);
  const unit = await build.public('accountable_business_units', partnershipId, {
    name: 'Unplanned care',
    hostOrganisationId: north,
  });
  const [first, second] = [
    await inPlan('priorities', {
      ...{ number: '1', title: 'Sooner home', position: 1 },
      ...{ abuIds: [unit], overseeingBoardIds: [overseers, boardId] },
    }),
    await inPlan('priorities', { number: '2', title: 'Safer stays', position: 2 }),
  ];
  const serves = (workstream: string, ids: string[]) =>
    build.sql('update workstreams set priority_ids = $2 where id = $1', [workstream, ids]);
  // In the plan’s order, whatever order they are written in.
  await serves(workstream1, [second, first]);
  await serves(workstream2, [second]);
  const workstream3 = await build.workstream(planId, { number: '3' });
  const a2 = await build.action(workstream1, { reference: 'A2' });
  await build.owner('Action', a2, { organisationId: south, role: 'JOINT', position: 0 });
  await build.owner('Action', a2, { organisationId: north, position: 1 });
  await build.sql(`update actions set status = 'RED' where id = $1`, [b1]);
  const c1 = await build.action(workstream3, { reference: 'C1' });
  const risk = await inPlan('risks', { workstreamId: workstream1, event: 'Winter comes early' });
  const ofNone = await inPlan('risks', { event: 'Nobody stays' });
  const mitigation = await inPlan('mitigations', { riskId: risk, description: 'Vaccinate', position: 1 });
  const external = await build.inPartnership('external_dependencies', partnershipId, {
    ...{ planId, title: 'National framework', controlledBy: 'NHS England' },
  });
  const other = await build.plan(partnershipId);
  const workstream9 = await build.workstream(other, { number: '9', leadOrganisationId: south });
  const d1 = await build.action(workstream9, { reference: 'D1', ownerId: south });
  const onlySouth = await build.audience(partnershipId, 'ORGANISATIONS', [south]);
  const hidden = await build.action(workstream2, {
    ...{ reference: 'B9', ownerId: south, audienceId: onlySouth, ownAudienceId: onlySouth },
  });
  const tie = (fromId: string, toId: string, more = {}) => reference(app, { fromId, toId, ...more });
  const relates = (fromType: string, toType: string) => ({ fromType, toType, kind: 'RELATES_TO' });
  await tie(a1, b1, { status: 'CONFIRMED' });
  await tie(a2, c1);
  await tie(b1, a1);
  await tie(a1, d1);
  await tie(a1, external, { toType: 'ExternalDependency' });
  await tie(risk, b1, relates('Risk', 'Action'));
  await tie(mitigation, workstream2, relates('Mitigation', 'Workstream'));
  await tie(ofNone, a1, relates('Risk', 'Action'));
  await tie(first, second, relates('Priority', 'Priority'));
  await tie(b1, other, relates('Action', 'Plan'));
  await tie(a1, hidden);
  await tie(hidden, c1);

  const names: Record<string, string> = {
    ...{ [a1]: 'A1', [a2]: 'A2', [b1]: 'B1', [c1]: 'C1', [d1]: 'D1', [hidden]: 'B9' },
    ...{ [workstream1]: 'WS1', [workstream2]: 'WS2', [workstream3]: 'WS3', [workstream9]: 'WS9' },
    ...{ [first]: 'P1', [second]: 'P2', [unit]: 'ABU', [overseers]: 'Overseers', [boardId]: 'Board' },
    ...{ [north]: 'North', [south]: 'South', [planId]: 'Plan', [other]: 'Other plan' },
    [external]: 'External',
  };
  const map = async (who: Person, more = {}) =>
    (await who.ok<{ interdependencies: MapAnswer }>(MAP, { within: planId, ...more })).interdependencies;
  const lines = ({ edges }: MapAnswer): string[] => {
    const totals = new Map<string, number>();
    for (const { fromId, toId, total } of edges) {
      const line = `${names[fromId]} > ${names[toId]}`;
      totals.set(line, (totals.get(line) ?? 0) + total);
    }
    return [...totals].map(([line, total]) => `${line} ${total}`).sort();
  };
  const id = (name: string) => Object.keys(names).find((one) => names[one] === name) ?? '';
  return { ...world, names, onlySouth, map, lines, id };
}
