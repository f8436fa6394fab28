import type pg from 'pg';
import type { Credential } from '../auth/credential.js';
import { findAccount } from '../auth/find-account.js';
import { findViewer } from '../auth/find-viewer.js';
import type { Viewer } from '../policy/viewer.js';
import type { Reader } from '../reading/reader.js';
import { lineOf } from './line.js';

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
  /** Whether they are still who they were then, for what took long: asked of the newest rights. */
  stillHolds(): Promise<boolean>;
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
    const holds = begin(client, mode, known.viewer).then((rights) => {
      if (rights !== known.rights) cache.forget(credential);
      return rights === known.rights;
    });
    // Whoever needs to know awaits it; to others a broken connection shows in what they asked.
    holds.catch(() => {});
    const { viewer, rights } = known;
    return { viewer, holds, stillHolds: () => stillIs(client, credential, viewer, rights) };
  }
  const rights = await begin(client, mode);
  const line = lineOf(client);
  const query: Reader['query'] = (sql, params) => line.ask(sql, params);
  const account = await findAccount(query, credential);
  const viewer = await findViewer(query, account);
  await setSight(client, viewer);
  cache.put(credential, viewer, rights, Math.min(now + VIEWER_TTL_MS, account.expiresAt ?? Infinity));
  const stillHolds = () => stillIs(client, credential, viewer, rights);
  return { viewer, holds: Promise.resolve(true), stillHolds };
}

/** Begins a transaction as one whose rights nobody gave and nobody takes. */
export async function enterAs(client: pg.ClientBase, mode: Mode, viewer: Viewer): Promise<Entered> {
  await begin(client, mode, viewer);
  return { viewer, holds: Promise.resolve(true), stillHolds: async () => true };
}

/** Whoever moved rights in this very transaction may have moved their own: that is as it should be. */
const MOVED_BY_OTHERS = `select version from rights where version <> $1 and xmin <> pg_current_xact_id()::xid`;

async function stillIs(
  client: pg.ClientBase,
  credential: Credential,
  viewer: Viewer,
  rights: number,
): Promise<boolean> {
  const line = lineOf(client);
  const query: Reader['query'] = (sql, params) => line.ask(sql, params);
  const moved = await query(MOVED_BY_OTHERS, [rights]);
  if (moved.length === 0) return true;
  const now = await findViewer(query, await findAccount(query, credential));
  return now.position.key === viewer.position.key && now.mayWrite === viewer.mayWrite;
}

/** Begins a reading transaction that sees nothing until somebody’s sight is set. */
export async function beginReading(client: pg.ClientBase): Promise<void> {
  await lineOf(client).ask(BEGIN.READ);
}

const SETTINGS = `set_config('app.audiences', $1, true), set_config('app.via', $2, true)`;
const settingsOf = ({ position, via }: Viewer): string[] => [[...position.audiences].join(','), via];

/** Sets whose sight row security checks against from here on, within a transaction. */
export async function setSight(client: pg.ClientBase, viewer: Viewer): Promise<void> {
  await lineOf(client).ask(`select ${SETTINGS}`, settingsOf(viewer));
}

/** Answers the number of the last change of rights, read in the same breath. */
async function begin(client: pg.ClientBase, mode: Mode, viewer?: Viewer): Promise<number> {
  const line = lineOf(client);
  const [, [rights]] = await Promise.all([
    line.ask(BEGIN[mode]),
    viewer
      ? line.ask<{ version: number }>(`select version, ${SETTINGS} from rights`, settingsOf(viewer))
      : line.ask<{ version: number }>('select version from rights'),
  ]);
  return rights?.version ?? 0;
}
