import type { Answer, Person } from '../support/app.js';

export interface FrozenMap {
  id: string;
  version: number;
  title: string;
  note: string | null;
  level: string;
  stoodAt: string;
  createdAt: string;
  contentHash: string;
  document: string | null;
  content: {
    narrowing: string[];
    nodes: {
      id: string;
      within: string | null;
      isOutside: boolean;
      item: Record<string, string | boolean | null>;
      summary: { total: number; red: number } | null;
    }[];
    opened: { id: string }[];
    edges: { fromId: string; toId: string; kind: string; total: number; crossReferenceIds: string[] }[];
    unplaced: number;
  } | null;
  plan: { id: string } | null;
  organisation: { name: string } | null;
  post: { title: string } | null;
  frozenBy: { name: string } | null;
  audience: { kind: string; label: string };
  ownAudience: { kind: string; label: string };
  withdrawnAt: string | null;
  withdrawnBy: { name: string } | null;
  withdrawnFor: { name: string } | null;
  withdrawnBecause: string | null;
  viewerCan: { withdraw: boolean };
}

export const FROZEN = `id version title note level stoodAt createdAt contentHash document
  content { narrowing unplaced opened { id }
    nodes { id within isOutside summary { total red } item { itemType title reference workstreamNumber planId planTitle whose status isOverdue } }
    edges { fromId toId kind total crossReferenceIds } }
  plan { id } organisation { name } post { title } frozenBy { name } audience { kind label } ownAudience { kind label }
  withdrawnAt withdrawnBy { name } withdrawnFor { name } withdrawnBecause viewerCan { withdraw }`;

const FREEZE = `mutation ($input: FreezeInterdependenciesInput!) { freezeInterdependencies(input: $input) { frozenMap { ${FROZEN} } } }`;
const WITHDRAW = `mutation ($input: WithdrawFrozenMapInput!) { withdrawFrozenMap(input: $input) { frozenMap { ${FROZEN} } } }`;

/** Asks for a frozen copy; what is not said is for the partnership. */
export const tryToFreeze = (who: Person, input: object): Promise<Answer> =>
  who.query(FREEZE, { input: { title: 'For the board', audience: { kind: 'PARTNERSHIP' }, ...input } });

export async function freeze(who: Person, input: object): Promise<FrozenMap> {
  const { data, errors } = await tryToFreeze(who, input);
  if (errors) throw new Error(JSON.stringify(errors));
  return (data as { freezeInterdependencies: { frozenMap: FrozenMap } }).freezeInterdependencies.frozenMap;
}

export async function frozenMap(who: Person, id: string): Promise<FrozenMap | null> {
  const query = `query ($id: ID!) { frozenMap(id: $id) { ${FROZEN} } }`;
  return (await who.ok<{ frozenMap: FrozenMap | null }>(query, { id })).frozenMap;
}

export async function listed(who: Person, within: string): Promise<string[]> {
  const query = `query ($within: ID!) { frozenMaps(within: $within, first: 100) { totalCount nodes { id } } }`;
  const { frozenMaps } = await who.ok<{ frozenMaps: { totalCount: number; nodes: { id: string }[] } }>(
    query,
    { within },
  );
  if (frozenMaps.totalCount !== frozenMaps.nodes.length) throw new Error('More are counted than told');
  return frozenMaps.nodes.map(({ id }) => id);
}

export const tryToWithdraw = (
  who: Person,
  { id, version }: Pick<FrozenMap, 'id' | 'version'>,
  because?: string,
): Promise<Answer> =>
  who.query(WITHDRAW, { input: { id, expectedVersion: version, ...(because && { because }) } });

export const leavesOut = async (who: Person, variables: object) =>
  (
    await who.ok<{ frozenMapLeavesOut: Record<string, number> | null }>(
      `query ($within: ID!, $level: MapLevel! = WORKSTREAM, $organisationIds: [ID!]) {
        frozenMapLeavesOut(within: $within, level: $level, organisationIds: $organisationIds) {
          places crossReferences placesLeftOut connectionsLeftOut crossReferencesLeftOut } }`,
      { ...variables },
    )
  ).frozenMapLeavesOut;
