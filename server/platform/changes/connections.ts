import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Credential } from '../auth/credential.js';
import type { Database } from '../db/database.js';
import { AccordError } from '../graphql/errors.js';
import type { Viewer } from '../policy/viewer.js';
import type { Hub } from './hub.js';
import type { OpenOperation } from './operation.js';

/** Codes a client goes on from by connecting again; the fatal ones are those of the protocol. */
export const Close = {
  RIGHTS_CHANGED: 4403,
  SIGNED_OUT: 4401,
  TOO_SLOW: 4290,
  GOING_AWAY: 1012,
  TRY_LATER: 1013,
} as const;

/** A connection that has been let in. */
export interface Connected {
  socket: WebSocket;
  /** What the socket itself writes to. */
  line: Duplex;
  credential: Credential;
  viewer: Viewer;
  /** The account, or where it comes from when nobody signed in. */
  holder: string;
  /** What runs, and what has been asked for and is about to. */
  operations: Set<OpenOperation>;
}

/** Who is connected: so many sockets a holder, each for as long as its rights are what they were. */
export class Connections {
  private readonly all = new Set<Connected>();
  private readonly held = new Map<string, number>();
  /** How often rights have moved since the process began. */
  private moves = 0;

  constructor(private readonly options: { database: Database; hub: Hub; mostAHolder: number }) {}

  get count(): number {
    return this.all.size;
  }

  get operationCount(): number {
    let count = 0;
    for (const one of this.all) count += one.operations.size;
    return count;
  }

  isFull(holder: string): boolean {
    return (this.held.get(holder) ?? 0) >= this.options.mostAHolder;
  }

  add(one: Connected): void {
    this.all.add(one);
    this.held.set(one.holder, (this.held.get(one.holder) ?? 0) + 1);
    one.socket.once('close', () => this.forget(one));
  }

  get rightsMoved(): number {
    return this.moves;
  }

  has(one: Connected): boolean {
    return this.all.has(one);
  }

  /** After rights have moved: whoever lost or changed theirs is put out, with a code that says why. */
  async recheck(): Promise<void> {
    this.moves += 1;
    const byCredential = new Map<string, Connected[]>();
    for (const one of this.all)
      byCredential.set(one.credential.key, [...(byCredential.get(one.credential.key) ?? []), one]);
    await Promise.all([...byCredential.values()].map((same) => this.recheckOne(same)));
  }

  /** Credentials end by themselves too; a session that was used meanwhile has been given longer. */
  async recheckExpired(now: number): Promise<void> {
    const expired = [...this.all].filter(
      (one) => one.viewer.expiresAt !== null && one.viewer.expiresAt <= now,
    );
    await Promise.all(expired.map((one) => this.recheckOne([one])));
  }

  sendAway(): void {
    for (const { socket } of this.all) socket.close(Close.GOING_AWAY, 'Connect again');
  }

  async recheckOne(same: Connected[]): Promise<void> {
    const first = same[0];
    if (!first) return;
    const viewer = await this.options.database.whoIs(first.credential).catch(refusal);
    for (const one of same) {
      const isOver = viewer && viewer.expiresAt !== null && viewer.expiresAt <= Date.now();
      if (!viewer || isOver || viewer.accountId !== one.viewer.accountId)
        this.putOut(one, Close.SIGNED_OUT, 'Signed out');
      else if (viewer.position.key !== one.viewer.position.key)
        this.putOut(one, Close.RIGHTS_CHANGED, 'Rights changed');
      else one.viewer = viewer;
    }
    if (viewer) this.options.hub.refreshPosition(viewer.position);
  }

  private putOut(one: Connected, code: number, reason: string): void {
    this.forget(one);
    closeSurely(one.socket, code, reason);
  }

  private forget(one: Connected): void {
    if (!this.all.delete(one)) return;
    const left = (this.held.get(one.holder) ?? 0) - 1;
    if (left > 0) this.held.set(one.holder, left);
    else this.held.delete(one.holder);
    for (const operation of one.operations) operation.finish();
  }
}

/** A reader that does not even read the farewell is cut off. */
export function closeSurely(socket: WebSocket, code: number, reason: string): void {
  socket.close(code, reason);
  setTimeout(() => socket.terminate(), 1_000).unref();
}

/** Nobody, where the credential was refused; any other error says nothing about whoever shows it. */
export function refusal(error: unknown): null {
  if (error instanceof AccordError) return null;
  throw error;
}
