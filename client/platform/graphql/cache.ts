import { type Cache, cacheExchange, type Entity } from '@urql/exchange-graphcache';
import { embeddedTypes } from '../../graphql-embedded.js';

interface Told {
  changes: {
    kind: string;
    itemType: string | null;
    itemId: string | null;
    aboutId: string | null;
    item: (Record<string, unknown> & { __typename: string; id: string }) | null;
  };
}

/** Lists an item stands in: when one comes or goes, these fields of its relatives are asked anew. */
const listsOf: Record<
  string,
  readonly {
    of: string;
    field: 'plan' | 'workstream' | 'action' | 'risk' | 'parent' | 'about';
    lists: readonly string[];
  }[]
> = {
  Workstream: [{ of: 'Plan', field: 'plan', lists: ['workstreams'] }],
  Priority: [{ of: 'Plan', field: 'plan', lists: ['priorities'] }],
  Action: [
    { of: 'Workstream', field: 'workstream', lists: ['actions'] },
    { of: 'Action', field: 'parent', lists: ['children'] },
  ],
  Update: [{ of: 'Action', field: 'about', lists: ['updates', 'latestUpdate'] }],
  Risk: [{ of: 'Plan', field: 'plan', lists: ['risks'] }],
  Mitigation: [{ of: 'Risk', field: 'about', lists: ['mitigations'] }],
  Seat: [{ of: 'Board', field: 'about', lists: ['seats'] }],
  DelegatedFunction: [{ of: 'AccountableBusinessUnit', field: 'about', lists: ['delegatedFunctions'] }],
};

/** Root lists that a change of a type can alter. */
const rootsOf: Record<string, readonly string[]> = {
  Plan: ['partnership', 'partnerships'],
  Action: ['actions'],
  Risk: ['risks'],
  CrossReference: ['crossReferences', 'interdependencies'],
  Organisation: ['partnership'],
  Board: ['partnership'],
  Membership: ['viewer'],
};

/** What a live change does to the cache beyond merging the item’s own fields, which happens by itself. */
export function takeChange(cache: Cache, { kind, itemType, itemId, aboutId, item }: Told['changes']): void {
  if (kind === 'RESYNC') return forgetAnswers(cache);
  invalidateRoot(cache, 'history');
  if (!itemType || !itemId) return;
  if (kind === 'REMOVED') cache.invalidate({ __typename: itemType, id: itemId });
  if (itemType === 'CrossReference') forgetEnds(cache, itemId);
  for (const root of itemType === 'CrossReference' || kind !== 'UPDATED' ? (rootsOf[itemType] ?? []) : [])
    invalidateRoot(cache, root);
  if (kind === 'UPDATED') return;
  for (const { of, field, lists } of listsOf[itemType] ?? []) {
    const relative =
      field === 'about'
        ? aboutId
        : ((item?.[field] as { id?: string } | null)?.id ?? relativeInCache(cache, itemType, itemId, field));
    if (relative) for (const list of lists) invalidateField(cache, { __typename: of, id: relative }, list);
  }
  if (itemType === 'Comment' && aboutId)
    for (const type of ['Action', 'Risk'])
      invalidateField(cache, { __typename: type, id: aboutId }, 'comments');
}

/** Everything asked so far is asked again: what is on the screen stays until the answer comes. */
export function forgetAnswers(cache: Cache): void {
  for (const { fieldName, arguments: args } of cache.inspectFields('Query'))
    cache.invalidate('Query', fieldName, args ?? undefined);
}

function relativeInCache(cache: Cache, itemType: string, itemId: string, field: string): string | undefined {
  const key = cache.resolve({ __typename: itemType, id: itemId }, field);
  return typeof key === 'string' ? key.slice(key.indexOf(':') + 1) : undefined;
}

/** A cross-reference shows at both its ends. */
function forgetEnds(cache: Cache, id: string): void {
  for (const end of ['from', 'to']) {
    const key = cache.resolve({ __typename: 'CrossReference', id }, end);
    if (typeof key !== 'string') continue;
    const [__typename = '', endId = ''] = key.split(':');
    for (const list of ['crossReferences', 'crossReferenceCounts'])
      invalidateField(cache, { __typename, id: endId }, list);
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
  keys: Object.fromEntries(embeddedTypes.map((type) => [type, () => null])),
  updates: {
    Subscription: {
      changes: (result, _args, cache) => takeChange(cache, (result as unknown as Told).changes),
    },
  },
});
