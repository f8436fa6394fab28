import { randomUUID } from 'node:crypto';
import type { TestApp } from '../support/app.js';
import type { HiddenWorld } from './hidden-world.js';
import { tablesWithAudience } from './out-of-sight.js';
import type { Pool } from './schema-walk.js';

/** Ids of everything there is, whosever it is; or so many of each kind, where what more there is need only be met in lists. */
export async function idsOfEveryKind({ build }: TestApp, ofAKind = 1_000): Promise<string[]> {
  const ids: string[] = [];
  for (const { table } of await tablesWithAudience(build)) {
    const rows = await build.sql<{ id: string }>(
      `select coalesce(to_jsonb(t) ->> 'id', to_jsonb(t) ->> 'import_id', to_jsonb(t) ->> 'part_id') as id from ${table} t order by random() limit ${ofAKind}`,
    );
    ids.push(...rows.map(({ id }) => id));
  }
  return ids;
}

/** What a walk through the hidden world sends. */
export function poolOf(
  world: HiddenWorld,
  ids: readonly string[],
  scopes: readonly string[],
  moments: readonly string[],
): Pool {
  const { partnershipId, visible, minted } = world;
  return {
    ids: [...new Set([...ids, nothing])],
    scopes: [partnershipId, visible.planId, visible.partnersPlanId, ...scopes],
    // The beginning of every hidden word, a word of its own, and one that everybody may read.
    words: ['Quokka', 'Quokkabax', minted[0] ?? '', 'Action'],
    texts: ['As in A1 of workstream 1, B1 of workstream 2, and Quokkabax of workstream Quokkabbx'],
    days: ['2018-05-31', '2032-05-17'],
    numbers: [1, 4, 16, 25],
    moments,
  };
}

/** What there is nothing of. */
const nothing = randomUUID();
