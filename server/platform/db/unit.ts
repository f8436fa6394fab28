import type pg from 'pg';
import type { Credential } from '../auth/credential.js';
import { findAccount } from '../auth/find-account.js';
import { findViewer } from '../auth/find-viewer.js';
import type { Viewer } from '../policy/viewer.js';
import { askOn } from './line.js';

/** How a transaction begins. Reading sees one moment throughout; writing sees what others committed meanwhile. */
export type Mode = 'READ' | 'WRITE';

const BEGIN: Record<Mode, string> = {
  READ: 'begin isolation level repeatable read read only',
  WRITE: 'begin isolation level read committed',
};

interface Known {
  viewer: Viewer;
  rights: number;
  until: number;
}

/** Viewers looked up before, each good for as long as nobody's rights have moved since. */
export class ViewerCache {
  private readonly known = new Map<string, Known>();

  get(credential: Credential, now: number): Known | undefined {
    const known = this.known.get(credential.key);
    return known && known.until > now ? known : undefined;
  }

  forget(credential: Credential): void {
    this.known.delete(credential.key);
  }

  put(credential: Credential, viewer: Viewer, rights: number, until: number): void {
    if (this.known.size >= 10_000) this.known.clear();
    this.known.set(credential.key, { viewer, rights, until });
  }
}

/** Posts and seats change hands at midnight without a write: look again at least this often. */
const VIEWER_TTL_MS = 30_000;

/** Who a transaction was begun as. */
export interface Entered {
  viewer: Viewer;
  /**
   * Whether nobody’s rights had moved since this viewer was worked out. The question goes out with whatever is asked
   * first, so that waiting for it costs nothing; what was done meanwhile is worth nothing when the answer is no.
   */
  holds: Promise<boolean>;
}

/** Begins a transaction as one viewer: sets the audiences that row security checks against. */
export async function enter(
  client: pg.ClientBase,
  mode: Mode,
  credential: Credential,
  cache: ViewerCache,
): Promise<Entered> {
  const now = Date.now();
  const known = cache.get(credential, now);
  if (known) {
    const holds = begin(client, mode, settings(known.viewer)).then((rights) => {
      if (rights !== known.rights) cache.forget(credential);
      return rights === known.rights;
    });
    // Whoever needs to know awaits it; to others a broken connection shows in what they asked.
    holds.catch(() => {});
    return { viewer: known.viewer, holds };
  }
  const rights = await begin(client, mode);
  const ask = askOn(client);
  const query = <T>(sql: string, params: readonly unknown[] = []) =>
    ask<T>({ text: sql, values: [...params] });
  const account = await findAccount(query, credential);
  const viewer = await findViewer(query, account);
  await client.query(settingSight(viewer));
  cache.put(credential, viewer, rights, Math.min(now + VIEWER_TTL_MS, account.expiresAt ?? Infinity));
  return { viewer, holds: Promise.resolve(true) };
}

/** Begins a transaction as one whose rights nobody gave and nobody takes. */
export async function enterAs(client: pg.ClientBase, mode: Mode, viewer: Viewer): Promise<Entered> {
  await begin(client, mode, settings(viewer));
  return { viewer, holds: Promise.resolve(true) };
}

/** Begins a reading transaction that sees nothing until somebody’s sight is set. */
export const BEGIN_READING = BEGIN.READ;

/** Sets whose sight row security checks against from here on, within a transaction. */
export const settingSight = (viewer: Viewer): string => `select ${settings(viewer)}`;

/** Answers the number of the last change of rights, read in the same breath. */
async function begin(client: pg.ClientBase, mode: Mode, set = ''): Promise<number> {
  const ask = askOn(client);
  const [, rows] = await Promise.all([
    ask({ text: BEGIN[mode] }),
    ask<{ rights: number }>({ text: `select version as rights${set && `, ${set}`} from rights` }),
  ]);
  return rows[0]?.rights ?? 0;
}

/** Only identifiers of our own making go in here, never text of anybody’s. */
function settings(viewer: Viewer): string {
  return `set_config('app.audiences', '${[...viewer.position.audiences].join(',')}', true), set_config('app.via', '${viewer.via}', true)`;
}
