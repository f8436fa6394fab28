import { type BragStatus, ChainDirection, givenByFrom, givenByTo } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import { defineReads } from '../../platform/reading/fields.js';
import type { Reader } from '../../platform/reading/reader.js';
import { listed, toListed, toOne } from '../../platform/reading/relations.js';
import { quoted, sourceOf, tableOf } from '../../platform/reading/tables.js';
import { readTiming } from '../actions/timing.rules.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { CrossReference } from './cross-reference.entity.js';
import { endFacts } from './cross-reference.policy.js';
import { type ChainLink, endsOf, impactOf, type Supposed } from './impact.rules.js';
import { headOf, headsOf, type ItemHead, toItem } from './item.reads.js';

/** More than this is a plan, not a chain: the answer says that it was cut. */
const MOST_ITEMS = 2_000;

interface Followed {
  links: (ChainLink & { depth: number; reached: string })[];
  isCircular: boolean;
  isCut: boolean;
}

/**
 * The promises upstream or downstream of an item, level by level: it costs what is on the way, not what the plan holds,
 * and an item that was reached is not gone on from again, so rings end.
 */
async function follow(
  reader: Reader,
  start: string,
  direction: ChainDirection,
  depth: number,
): Promise<Followed> {
  const reachedAt = new Set([start]);
  const followed: Followed = { links: [], isCircular: false, isCut: false };
  let level = [start];
  for (let at = 1; level.length; at++) {
    const links = await reader.query<ChainLink>(NEXT[direction](reader), [level]);
    if (at > depth || reachedAt.size > MOST_ITEMS) {
      followed.isCut = links.length > 0;
      break;
    }
    level = [];
    for (const link of links) {
      const [giver, receiver] = endsOf(link) ?? [link.fromId, link.toId];
      const reached = direction === ChainDirection.DOWNSTREAM ? receiver : giver;
      followed.links.push({ ...link, depth: at, reached });
      if (reached === start) followed.isCircular = true;
      if (reachedAt.has(reached)) continue;
      reachedAt.add(reached);
      level.push(reached);
    }
  }
  return followed;
}

const links = (reader: Reader, pointed: string, written: string) => `
  select x.id, x.kind, x.status, x.needed_by as "neededBy", x.promised_by as "promisedBy", x.from_id as "fromId", x.to_id as "toId"
  from ${sourceOf(tableOf(CrossReference), reader)} x
  where x.archived_at is null and x.to_id is not null and (
    x.${pointed} = any($1::uuid[]) and x.kind in (${quoted(givenByTo)}) or x.${written} = any($1::uuid[]) and x.kind in (${quoted(givenByFrom)}))
  order by x.id`;

const NEXT: Record<ChainDirection, (reader: Reader) => string> = {
  DOWNSTREAM: (reader) => links(reader, 'to_id', 'from_id'),
  UPSTREAM: (reader) => links(reader, 'from_id', 'to_id'),
};

export async function chainOf(
  reader: Reader,
  of: string,
  direction: ChainDirection,
  depth: number,
): Promise<Row> {
  const { links: found, isCircular, isCut } = await follow(reader, of, direction, depth);
  const heads = await headsOf(reader, [...new Set(found.map(({ reached }) => reached))]);
  // Followed level by level: what an item was reached by first is what is nearest.
  const first = new Map<string, Followed['links'][number]>();
  for (const link of found)
    if (link.reached !== of && !first.has(link.reached)) first.set(link.reached, link);
  const steps = [...first.values()].flatMap(({ id, depth: at, reached }) =>
    stepOf(heads, id, reached, { depth: at }),
  );
  return { id: of, steps, isCircular, isCut };
}

/** As it is, or as it is supposed; nothing when the item is not the reader’s to see. */
export async function impactIn(
  reader: Reader,
  of: string,
  supposed: { due: string | undefined; asWritten: string | undefined; status: BragStatus | undefined },
): Promise<Row> {
  const nothing = { id: of, steps: [], organisationIds: [], isCut: false };
  const head = await headOf(reader, of);
  if (!head) return nothing;
  const read = supposed.asWritten === undefined ? undefined : await dayIn(reader, head, supposed.asWritten);
  if (read === null) return nothing;
  const due = supposed.due ?? read;
  const { links: found, isCut } = await follow(reader, of, ChainDirection.DOWNSTREAM, MOST_ITEMS);
  const heads = await headsOf(reader, [...new Set([of, ...found.map(({ reached }) => reached)])]);
  const given: Supposed = {
    ...(due === undefined ? {} : { end: due }),
    ...(supposed.status === undefined ? {} : { status: supposed.status }),
  };
  const hits = impactOf(of, given, heads, found, reader.today);
  const facts = await endFacts(
    reader,
    hits.map(({ itemId }) => itemId),
  );
  const steps = hits.flatMap(({ crossReferenceId, itemId, ...rest }) =>
    stepOf(heads, crossReferenceId, itemId, rest),
  );
  const organisationIds = hits.flatMap(({ itemId }) => facts.get(itemId)?.organisationIds ?? []);
  return { ...nothing, steps, organisationIds: [...new Set(organisationIds)], isCut };
}

/** The last day that words mean by the years of the item’s plan; null when they mean none. */
async function dayIn(reader: Reader, { planId }: ItemHead, words: string): Promise<string | null> {
  const [plan] = await reader.query<{ yearOneStart: string; periodEnd: string }>(
    `select year_one_starts_on as "yearOneStart", ends_on as "periodEnd" from plans where id = $1`,
    [planId],
  );
  return plan ? readTiming(words, plan).end : null;
}

function stepOf(
  heads: ReadonlyMap<string, { type: string }>,
  crossReferenceId: string,
  itemId: string,
  rest: object,
): Row[] {
  const type = heads.get(itemId)?.type;
  return type ? [{ id: crossReferenceId, crossReferenceId, itemId, itemType: type, ...rest }] : [];
}

const step = {
  item: toItem('itemType', 'itemId'),
  crossReference: toOne(() => CrossReference, 'crossReferenceId'),
};
defineReads('ChainStep', step);
defineReads('ImpactStep', step);
defineReads('Chain', { steps: listed('steps', 'ChainStep') });
defineReads('Impact', {
  steps: listed('steps', 'ImpactStep'),
  organisations: toListed(() => Organisation, 'organisationIds'),
});
