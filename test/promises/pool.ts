import { randomUUID } from 'node:crypto';
import type { TestApp } from '../support/app.js';
import type { HiddenWorld } from './hidden-world.js';
import { tablesWithAudience } from './out-of-sight.js';
import type { Pool } from './schema-walk.js';

/** All ids there are, whosever they are. */
export async function everyId({ build }: TestApp): Promise<string[]> {
  const tables = await tablesWithAudience(build);
  const rows = await build.sql<{ id: string }>(
    tables
      .map(
        ({ table }) =>
          `select coalesce(to_jsonb(t) ->> 'id', to_jsonb(t) ->> 'import_id') as id from ${table} t`,
      )
      .join(' union '),
  );
  return rows.map(({ id }) => id).sort();
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
    ids: [...new Set([...ids, randomUUIDOnce])],
    scopes: [partnershipId, visible.planId, visible.partnersPlanId, ...scopes],
    // The beginning of every hidden word, a word of its own, and one that everybody may read.
    words: ['Quokka', 'Quokkabax', minted[0] ?? '', 'Action'],
    texts: ['As in A1 of workstream 1, B1 of workstream 2, and Quokkabax of workstream Quokkabbx'],
    days: ['2018-05-31', '2032-05-17'],
    numbers: [1, 16, 25],
    moments,
  };
}

const randomUUIDOnce = randomUUID();
