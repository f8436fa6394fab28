import { CrossReferenceKind, givenByFrom, givenByTo, ItemType } from '../../../schema/vocabulary.js';
import { invalidInput } from '../../platform/graphql/errors.js';
import type { Circle } from '../../platform/policy/audience.rules.js';
import type { MapConnectionsInput } from './frozen-map.inputs.js';
import type { InterdependencyFilter } from './interdependencies.inputs.js';
import type { EdgeRow, MapRow } from './interdependencies.reads.js';

/** One place, so many steps towards what it needs and towards what needs it. */
export interface Focus {
  id: string;
  up: number;
  down: number;
}

/** What the page shows of a map beside what the server was asked: it narrows, step by step, in the same order. */
export interface Looking {
  filter: InterdependencyFilter;
  focus: Focus | null;
  connections: MapConnectionsInput | null;
}

type Shown = Pick<MapRow, 'nodes' | 'edges'>;

/** Of a map, what is looked at. */
export function shownOf<T extends Shown>(map: T, { filter, focus, connections }: Looking): T {
  const { organisationIds, boardIds, abuIds, kinds } = filter;
  const isNarrowed = [organisationIds, boardIds, abuIds, kinds].some(Boolean);
  const tied = isNarrowed ? tiedOnly(map) : map;
  const near = focus ? around(tied, focus) : tied;
  return connections ? { ...near, edges: fitting(near, connections) } : near;
}

function tiedOnly<T extends Shown>(map: T): T {
  const tied = new Set(map.edges.flatMap(({ fromId, toId }) => [fromId, toId]));
  return { ...map, nodes: map.nodes.filter(({ id }) => tied.has(id)) };
}

/** A place with what it needs and what needs it, so many steps away; all of it when the place is not there. */
function around<T extends Shown>(map: T, { id, up, down }: Focus): T {
  if (!map.nodes.some((node) => node.id === id)) return map;
  const kept = new Set([...reach(map, id, 'needs', up), ...reach(map, id, 'gives', down)]);
  return {
    ...map,
    nodes: map.nodes.filter((node) => kept.has(node.id)),
    edges: map.edges.filter(({ fromId, toId }) => kept.has(fromId) && kept.has(toId)),
  };
}

function reach({ edges }: Shown, from: string, towards: 'needs' | 'gives', steps: number): Set<string> {
  const next = new Map<string, string[]>();
  for (const { fromId, toId, kind } of edges) {
    const given = givenByTo.includes(kind)
      ? [toId, fromId]
      : givenByFrom.includes(kind)
        ? [fromId, toId]
        : [];
    const [giver, taker] = given;
    if (!giver || !taker || giver === taker) continue;
    const [at, to] = towards === 'needs' ? [taker, giver] : [giver, taker];
    next.set(at, [...(next.get(at) ?? []), to]);
  }
  const found = new Set([from]);
  let last = [from];
  for (let step = 0; step < steps && last.length > 0; step++) {
    last = [...new Set(last.flatMap((id) => next.get(id) ?? []))].filter((id) => !found.has(id));
    for (const id of last) found.add(id);
  }
  return found;
}

export const connectionOf = ({ fromId, toId }: EdgeRow): string => `${fromId} ${toId}`;

/** A connection is all that runs from one place to another, of whatever kind: it is shown whole or not at all. */
function fitting(
  { nodes, edges }: Shown,
  { strained, unanswered, external }: MapConnectionsInput,
): EdgeRow[] {
  const within = (isSo: (edge: EdgeRow) => boolean) => new Set(edges.filter(isSo).map(connectionOf));
  const [underStrain, open] = [
    within((edge) => edge.strained + edge.broken > 0),
    within((edge) => edge.unanswered > 0),
  ];
  const outside = new Set(
    nodes.flatMap(({ id, itemType }) => (itemType === ItemType.ExternalDependency ? [id] : [])),
  );
  return edges.filter(
    (edge) =>
      (!strained || underStrain.has(connectionOf(edge))) &&
      (!unanswered || open.has(connectionOf(edge))) &&
      (!external || outside.has(edge.fromId) || outside.has(edge.toId)),
  );
}

const sum = (edges: readonly EdgeRow[]): number => edges.reduce((all, { total }) => all + total, 0);

/** What somebody sees of a map, less what all of a circle see. */
export function leftOut(seen: Shown, common: Shown) {
  const places = new Set(common.nodes.map(({ id }) => id));
  const connections = new Set(common.edges.map(connectionOf));
  const missing = seen.edges.map(connectionOf).filter((one) => !connections.has(one));
  return {
    places: common.nodes.length,
    crossReferences: sum(common.edges),
    placesLeftOut: seen.nodes.filter(({ id }) => !places.has(id)).length,
    connectionsLeftOut: new Set(missing).size,
    // Where a focus reaches further by what all see than by what one sees there is nothing left out.
    crossReferencesLeftOut: Math.max(0, sum(seen.edges) - sum(common.edges)),
  };
}

interface Readers {
  isPublic: boolean | undefined;
  organisationIds: string[] | undefined;
  boardId: string | undefined;
  personIds: string[] | undefined;
}

/** Who is to open it, drawn nowhere yet: the partnership when nothing is said. */
export function circleOf({ isPublic, organisationIds, boardId, personIds }: Readers): Circle {
  const said = [
    { field: 'isPublic', kind: 'EVERYONE', members: isPublic ? [] : undefined },
    { field: 'organisationIds', kind: 'ORGANISATIONS', members: organisationIds },
    { field: 'boardId', kind: 'BOARD', members: boardId ? [boardId] : undefined },
    { field: 'personIds', kind: 'PEOPLE', members: personIds },
  ].flatMap(({ members, ...one }) => (members ? [{ ...one, members }] : []));
  const [first, second] = said;
  if (second) throw invalidInput([{ field: second.field, message: 'Say one of these: who is to open it.' }]);
  return { id: '', kind: first?.kind ?? 'PARTNERSHIP', members: first?.members ?? [] };
}

const KIND_WORDS: Readonly<Record<CrossReferenceKind, string>> = {
  DEPENDS_ON: 'what needs something',
  CONTRIBUTES_TO: 'what contributes to something',
  SAME_WORK_AS: 'what is the same work',
  MITIGATES: 'what mitigates something',
  MEASURED_BY: 'what is measured by something',
  FUNDED_BY: 'what is funded by something',
  CONSIDERED_AT: 'what is considered somewhere',
  RELATES_TO: 'what relates to something',
};

/** `named` gives the name of a body or a place; of one that is not to be seen, nothing. */
export function narrowingWords(
  { filter, focus, connections }: Looking,
  named: (id: string) => string | undefined,
): string[] {
  const names = (ids: readonly string[]) =>
    ids.flatMap((id) => named(id) ?? []).join(' or ') || 'none that is known here';
  const said: string[] = [];
  const { organisationIds, boardIds, abuIds, kinds, statuses, strained, unanswered, external } = filter;
  for (const ids of [organisationIds, boardIds, abuIds])
    if (ids) said.push(`Only what begins or ends at ${names(ids)}.`);
  if (kinds) said.push(`Only ${kinds.map((kind) => KIND_WORDS[kind]).join(', or ')}.`);
  if (statuses) said.push(`Only what is ${statuses.map((status) => status.toLowerCase()).join(' or ')}.`);
  for (const [words, isAsked] of [
    ['under strain', strained],
    ['unanswered', unanswered],
    ['waiting for something no partner controls', external],
  ] as const)
    if (isAsked !== null && isAsked !== undefined)
      said.push(`Only what is ${isAsked ? '' : 'not '}${words}.`);
  const middle = focus && named(focus.id);
  if (middle)
    said.push(
      `Only ${middle}, what it needs in ${steps(focus.up)} and what needs it in ${steps(focus.down)}.`,
    );
  if (connections?.strained) said.push('Only connections with something strained or broken.');
  if (connections?.unanswered) said.push('Only connections with something unanswered.');
  if (connections?.external) said.push('Only connections with what no partner controls.');
  return said;
}

const MOST_STEPS = 50;

export function focusOn(id: string | null | undefined, up: number, down: number): Focus | null {
  const wrong = Object.entries({ up, down }).filter(([, count]) => count < 0 || count > MOST_STEPS);
  if (wrong.length > 0)
    throw invalidInput(wrong.map(([field]) => ({ field, message: `From 0 to ${MOST_STEPS} steps.` })));
  return id ? { id, up, down } : null;
}

const steps = (count: number): string => (count === 1 ? '1 step' : `${count} steps`);
