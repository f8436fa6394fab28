import { type Cache, cacheExchange, type Entity } from '@urql/exchange-graphcache';
import { embeddedTypes, possibleTypes } from '../../graphql-embedded.js';

interface Told {
  changes: {
    kind: string;
    itemType: string | null;
    itemId: string | null;
    aboutId: string | null;
    fields?: readonly { field: string; after: string | null }[] | null;
    /** Absent where it was not asked for. */
    item?: (Record<string, unknown> & { __typename: string; id: string }) | null;
  };
}

/** Lists an item stands in: when one comes or goes, these fields of its relatives are asked anew. */
const listsOf: Record<
  string,
  readonly {
    of: string;
    field: 'plan' | 'workstream' | 'action' | 'other' | 'risk' | 'parent' | 'about';
    lists: readonly string[];
    /** Where those that were put away stand. */
    archived?: string;
  }[]
> = {
  Workstream: [{ of: 'Plan', field: 'plan', lists: ['workstreams'] }],
  Priority: [{ of: 'Plan', field: 'plan', lists: ['priorities'] }],
  Action: [
    { of: 'Workstream', field: 'workstream', lists: ['actions'] },
    { of: 'Action', field: 'parent', lists: ['children'] },
  ],
  Placement: [
    { of: 'Workstream', field: 'workstream', lists: ['placements'] },
    { of: 'Action', field: 'about', lists: ['placements'] },
  ],
  Update: [{ of: 'Action', field: 'about', lists: ['updates', 'latestUpdate'] }],
  SameWorkDismissal: [
    { of: 'Action', field: 'action', lists: ['sameWorkDismissals'] },
    { of: 'Action', field: 'other', lists: ['sameWorkDismissals'] },
  ],
  RestrictedContact: [{ of: 'Action', field: 'about', lists: ['restrictedContact'] }],
  Risk: [{ of: 'Plan', field: 'plan', lists: ['risks'] }],
  Mitigation: [{ of: 'Risk', field: 'about', lists: ['mitigations'], archived: 'archivedMitigations' }],
  ExternalDependency: [
    { of: 'Plan', field: 'plan', lists: ['externalDependencies'], archived: 'archivedExternalDependencies' },
  ],
  Watch: [{ of: 'ExternalDependency', field: 'about', lists: ['watches'] }],
  Seat: [{ of: 'Board', field: 'about', lists: ['seats'] }],
  Publication: [{ of: 'Meeting', field: 'about', lists: ['publications'] }],
  AgendaItem: [{ of: 'Meeting', field: 'about', lists: ['agendaItems'] }],
  ForwardPlanEntry: [{ of: 'Meeting', field: 'about', lists: ['plannedEntries'] }],
  DelegatedFunction: [{ of: 'AccountableBusinessUnit', field: 'about', lists: ['delegatedFunctions'] }],
};

/** Root lists that a change of a type can alter. */
const rootsOf: Record<string, readonly string[]> = {
  Plan: ['partnership', 'partnerships'],
  Action: ['actions'],
  Risk: ['risks'],
  CrossReference: ['crossReferences', 'interdependencies'],
  SameWorkDismissal: ['possiblySameWork'],
  RestrictedContact: ['restrictedContacts'],
  ImpactNotice: ['impactNotices'],
  ExternalDependency: ['externalDependencies'],
  Watch: ['externalDependencies'],
  FrozenMap: ['frozenMaps'],
  Organisation: ['partnership'],
  Board: ['partnership'],
  Membership: ['viewer'],
};

/** Types whose answers move them from one list to another. */
const isAnswered = (itemType: string): boolean =>
  itemType === 'CrossReference' || itemType === 'ImpactNotice';

/** What a live change does to the cache beyond merging the item’s own fields, which happens by itself. */
export function takeChange(cache: Cache, change: Told['changes']): void {
  const { kind, itemType, itemId, aboutId, item } = change;
  if (kind === 'RESYNC') {
    forgetAnswers(cache);
    return;
  }
  invalidateRoot(cache, 'history');
  if (!itemType || !itemId) return;
  if (kind === 'REMOVED') cache.invalidate({ __typename: itemType, id: itemId });
  // Who does not ask what became of it asks again for all that they show.
  else if (item === undefined) return;
  if (itemType === 'CrossReference') forgetEnds(cache, kind, itemId, item);
  for (const root of isAnswered(itemType) || kind !== 'UPDATED' ? (rootsOf[itemType] ?? []) : [])
    invalidateRoot(cache, root);
  if (itemType === 'Placement' && aboutId) forgetToldOf(cache, aboutId, change);
  if (kind === 'UPDATED') return;
  for (const { of, field, lists, archived } of listsOf[itemType] ?? []) {
    const relative =
      field === 'about'
        ? aboutId
        : ((item?.[field] as { id?: string } | null)?.id ?? relativeInCache(cache, itemType, itemId, field));
    if (relative && archived && kind !== 'CREATED')
      invalidateField(cache, { __typename: of, id: relative }, archived);
    if (relative)
      for (const list of lists)
        takeIntoList(
          cache,
          kind,
          { __typename: itemType, id: itemId },
          { __typename: of, id: relative },
          list,
          item,
        );
  }
  if (itemType === 'Update' && aboutId)
    invalidateField(cache, { __typename: 'Action', id: aboutId }, 'archivedUpdates');
  if (itemType === 'Comment' && aboutId)
    for (const type of ['Action', 'Risk'])
      invalidateField(cache, { __typename: type, id: aboutId }, 'comments');
}

/**
 * A list that came along with the change is newer than anything here. Of one that did not, and that the page has, the new
 * member is put at its end instead of asking again: a plan of a thousand actions must not be, because one was added.
 * Whatever else the page needs of the member it then asks for by itself.
 */
function takeIntoList(
  cache: Cache,
  kind: string,
  member: { __typename: string; id: string },
  of: { __typename: string; id: string },
  list: string,
  item: Told['changes']['item'],
): void {
  if (carries(item, of, list)) return;
  const known = cache.resolve(of, list) as string | readonly string[] | null | undefined;
  const key = cache.keyOfEntity(member);
  if (key === null || known === undefined) return;
  if (known === null || typeof known === 'string') invalidateField(cache, of, list);
  else if (kind === 'ARCHIVED' || kind === 'REMOVED')
    cache.link(of, list, known.filter((one) => one !== key) as string[]);
  else if (item && kind === 'CREATED') {
    if (!known.includes(key)) cache.link(of, list, [...known, key]);
  } else invalidateField(cache, of, list);
}

/** What is told of an action in a plan that is not its home says of what sort it was, and brings the action’s own fields. */
const TOLD_OF: Record<string, readonly string[]> = {
  Update: ['updates', 'archivedUpdates'],
  Comment: ['comments'],
  CrossReference: ['crossReferences', 'withdrawnCrossReferences'],
};

function forgetToldOf(cache: Cache, actionId: string, { fields }: Told['changes']): void {
  const told = fields?.find(({ field }) => field === 'told')?.after ?? '';
  for (const list of TOLD_OF[told] ?? [])
    invalidateField(cache, { __typename: 'Action', id: actionId }, list);
}

/** Whether the change told the relative’s field itself: `latestUpdate` of an update’s action. */
const carries = (item: Told['changes']['item'], of: { id: string }, field: string): boolean =>
  Object.values(item ?? {}).some(
    (value) =>
      typeof value === 'object' && value !== null && 'id' in value && value.id === of.id && field in value,
  );

/** Everything asked so far is asked again: what is on the screen stays until the answer comes. */
export function forgetAnswers(cache: Cache): void {
  for (const { fieldName, arguments: args } of cache.inspectFields('Query'))
    cache.invalidate('Query', fieldName, args ?? undefined);
}

function relativeInCache(cache: Cache, itemType: string, itemId: string, field: string): string | undefined {
  const key = cache.resolve({ __typename: itemType, id: itemId }, field);
  return typeof key === 'string' ? key.slice(key.indexOf(':') + 1) : undefined;
}

/** A cross-reference shows at both its ends. Counts that came with the change are newer than what would be asked for. */
function forgetEnds(cache: Cache, kind: string, id: string, item: Told['changes']['item']): void {
  for (const end of ['from', 'to']) {
    const key = cache.resolve({ __typename: 'CrossReference', id }, end);
    if (typeof key !== 'string') continue;
    const [__typename = '', endId = ''] = key.split(':');
    const of = { __typename, id: endId };
    const known = cache.resolve(of, 'crossReferences') as unknown;
    const isKnown = Array.isArray(known) && known.includes(`CrossReference:${id}`);
    if (kind !== 'UPDATED' || !isKnown) invalidateField(cache, of, 'crossReferences');
    if (kind !== 'UPDATED') invalidateField(cache, of, 'withdrawnCrossReferences');
    const told = item?.[end] as Record<string, unknown> | null | undefined;
    if (!told || !('crossReferenceCounts' in told)) invalidateField(cache, of, 'crossReferenceCounts');
  }
}

function invalidateRoot(cache: Cache, name: string): void {
  invalidateField(cache, 'Query', name);
}

function invalidateField(cache: Cache, entity: Entity, name: string): void {
  for (const { fieldName, arguments: args } of cache.inspectFields(entity))
    if (fieldName === name) cache.invalidate(entity, fieldName, args ?? undefined);
}

export const normalisedCache = cacheExchange({
  // Guessing by the fields that are there, it would write one type’s fragment over another type’s item.
  possibleTypes,
  keys: Object.fromEntries(embeddedTypes.map((type) => [type, () => null])),
  updates: {
    Subscription: {
      changes: (result, _args, cache) => takeChange(cache, (result as unknown as Told).changes),
    },
  },
});
