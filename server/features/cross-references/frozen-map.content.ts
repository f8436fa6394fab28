import { type BragStatus, ItemType, type MapLevel } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import type { Circle } from '../../platform/policy/audience.rules.js';
import { type Reader, readAsOf } from '../../platform/reading/reader.js';
import { ownSelection, shape } from '../../platform/reading/shape.js';
import { seenByAll } from '../../platform/reading/sight.js';
import { sourceOf, tableOf } from '../../platform/reading/tables.js';
import { Action } from '../actions/action.entity.js';
import type { BragSummary } from '../plans/plan.entity.js';
import { CrossReference } from './cross-reference.entity.js';
import type { FrozenInterdependencies, FrozenItem, FrozenNode } from './frozen-interdependencies.entity.js';
import { type Looking, leftOut, narrowingWords, shownOf } from './frozen-map.rules.js';
import { type MapRow, mapOf } from './interdependencies.reads.js';
import type { PlaceRow } from './map-nodes.reads.js';

/** What of a map is looked at, and when. */
export interface MapLookedAt extends Looking {
  /** A plan or a partnership, which is visible. */
  within: string;
  partnershipId: string;
  level: MapLevel;
  opened: readonly string[];
  asOf: string | null;
}

/** What everybody in the circle sees of it, and the reader too. */
async function commonMap(reader: Reader, looked: MapLookedAt, circle: Circle) {
  const common = readAsOf(await seenByAll(reader, looked.partnershipId, circle), looked.asOf);
  return { common, map: shownOf(await mapOf(common, { ...looked, isListed: true }), looked) };
}

/** How much of what the reader sees is not for everybody in the circle. */
export async function leftOutFor(reader: Reader, looked: MapLookedAt, circle: Circle) {
  const { map } = await commonMap(reader, looked, circle);
  const seen = shownOf(await mapOf(readAsOf(reader, looked.asOf), { ...looked, isListed: true }), looked);
  return leftOut(seen, map);
}

/** What a copy holds, and every item that it tells something of, were it only by counting it. */
export async function contentFor(
  reader: Reader,
  looked: MapLookedAt,
  circle: Circle,
): Promise<{ content: FrozenInterdependencies; restsOn: string[] }> {
  const { common, map } = await commonMap(reader, looked, circle);
  await shape(common, 'Interdependencies', [map], ownSelection(SELECTION));
  const [nodes, opened] = [map.nodes.map(frozenNode), map.opened.map(frozenNode)];
  const bodies = await namesOf(common, looked);
  const named = (id: string) =>
    bodies.get(id) ?? nodes.filter((node) => node.id === id).map(({ item }) => wordsOf(item))[0];
  const content: FrozenInterdependencies = {
    narrowing: narrowingWords(looked, named),
    ...{ nodes, opened },
    edges: map.edges.map(
      ({ fromId, toId, kind, total, strained, broken, unanswered, disputed, crossReferenceIds }) => ({
        ...{ fromId, toId, kind, total, strained, broken, unanswered, disputed, crossReferenceIds },
      }),
    ),
    unplaced: map.unplaced,
  };
  return { content, restsOn: await restingOn(common, map) };
}

const wordsOf = ({ reference, title }: FrozenItem): string => (reference ? `${reference} ${title}` : title);

async function namesOf(reader: Reader, { filter }: MapLookedAt): Promise<Map<string, string>> {
  const ids = [filter.organisationIds, filter.boardIds, filter.abuIds].flatMap((some) => some ?? []);
  if (ids.length === 0) return new Map();
  const rows = await reader.query<{ id: string; name: string }>(
    ['organisations', 'boards', 'accountable_business_units']
      .map((table) => `select id, name from ${table} where id = any($1::uuid[])`)
      .join(' union all '),
    [ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Whatever stands at a place and is opened, both ends of each cross-reference, and each action that is counted. */
async function restingOn(reader: Reader, map: MapRow): Promise<string[]> {
  const places = [...map.nodes, ...map.opened];
  const references = [...map.edges.flatMap((edge) => edge.crossReferenceIds), ...map.unplacedIds];
  const strands = [...new Set(places.flatMap(({ workstreamIds }) => workstreamIds ?? []))];
  const rows = await reader.query(
    `select a.id from ${sourceOf(tableOf(Action), reader)} a where a.workstream_id = any($1::uuid[])
     union select unnest(array[x.from_id, x.to_id]) from ${sourceOf(tableOf(CrossReference), reader)} x where x.id = any($2::uuid[])`,
    [strands, references],
  );
  // Bodies are the public’s: nobody loses sight of one.
  const items = places.flatMap(({ id, itemType }) => (itemType in ItemType ? [id] : []));
  const all = [...rows.map(({ id }) => id), ...items, ...strands];
  return [...new Set(all)].sort();
}

type Body = { name: string; shortName: string | null } | null;
const short = (body: Body | undefined): string | null => body?.shortName ?? body?.name ?? null;

/** An item as it was read, in whatever of these fields its type has. */
interface ReadItem extends Row {
  __typename: string;
  title?: string;
  name?: string;
  reference?: string | null;
  number?: string | null;
  status?: BragStatus;
  isOverdue?: boolean;
  controlledBy?: string;
  workstream?: { number: string | null };
  plan?: { id: string; title: string } | null;
  leadOrganisation?: Body;
  hostOrganisation?: Body;
  board?: Body;
}

function frozenNode(place: PlaceRow): FrozenNode {
  const item = place['item'] as ReadItem;
  const { __typename: itemType, title, name, plan } = item;
  const whose = item.controlledBy ?? short(item.leadOrganisation ?? item.hostOrganisation ?? item.board);
  return {
    id: place.id,
    item: {
      itemType,
      title: title ?? name ?? '',
      reference: item.reference ?? item.number ?? null,
      workstreamNumber: item.workstream?.number ?? null,
      planId: plan?.id ?? null,
      planTitle: plan?.title ?? null,
      whose,
      status: item.status ?? null,
      isOverdue: item.isOverdue ?? false,
    },
    isOutside: place.isOutside,
    within: place.within,
    summary: summaryOf(place['summary'] as BragSummary | null),
  };
}

const summaryOf = (summary: BragSummary | null): BragSummary | null => {
  if (!summary) return null;
  const { total, blue, green, amber, red, notYetRated, overdue, overall } = summary;
  return { total, blue, green, amber, red, notYetRated, overdue, overall };
};

const BODY = '{ name shortName }';
const NODE = `{ id summary { total blue green amber red notYetRated overdue overall } item { __typename
  ... on Action { reference title status isOverdue workstream { number } plan { id title } }
  ... on Workstream { number title plan { id title } leadOrganisation ${BODY} }
  ... on Priority { number title plan { id title } }
  ... on AccountableBusinessUnit { name shortName hostOrganisation ${BODY} }
  ... on Organisation { name shortName }
  ... on Board { name shortName }
  ... on Plan { title board ${BODY} }
  ... on ExternalDependency { title status controlledBy } } }`;
const SELECTION = `{ nodes ${NODE} opened ${NODE} }`;
