import type { Client } from 'urql';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { type Refusal, refusalOf } from '../../platform/graphql/errors';
import { pointInReport, reportText, type Writer, writeReport } from './report.queries';

/** How what was typed stands. */
export type Saving = 'OPENING' | 'SAVED' | 'SAVING' | 'OFFLINE' | 'REFUSED' | 'GONE';

export interface SyncState {
  readonly saving: Saving;
  readonly refusal: Refusal | null;
  readonly writers: readonly Writer[];
}

const GATHER_MS = 150;
const POINT_MS = 250;
const PAUSE_MS = 3_000;
const AGAIN_MS = [500, 1_000, 2_000, 4_000, 8_000];
/** The line is to blame, or the server for a moment: what was typed is sent again. */
const PASSING: readonly string[] = ['UNREACHABLE', 'UNAVAILABLE', 'INTERNAL', 'RATE_LIMITED'];

const toBase64 = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
};
const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));

/** One report as this page has it open: what is typed goes out, what others type comes in, and nothing is lost between. */
export class ReportSync {
  readonly doc = new Y.Doc();
  readonly awareness = new Awareness(this.doc);
  readonly key = String(this.doc.clientID);
  private unsent: Uint8Array[] = [];
  private isSending = false;
  private attempt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private pauseTimer: ReturnType<typeof setTimeout> | undefined;
  private pointTimer: ReturnType<typeof setTimeout> | undefined;
  private pointed: string | null = null;
  private stopListening = (): void => {};
  private state: SyncState = { saving: 'OPENING', refusal: null, writers: [] };

  constructor(
    private readonly client: Client,
    readonly reportId: string,
    private readonly onState: (state: SyncState) => void,
  ) {}

  start(): void {
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this) return;
      this.unsent.push(update);
      this.become({ saving: this.state.saving === 'OFFLINE' ? 'OFFLINE' : 'SAVING' });
      if (this.attempt === 0) this.later(GATHER_MS);
    });
    this.awareness.on('update', () => this.point());
    const variables = { id: this.reportId, key: this.key, stateVector: null };
    const { unsubscribe } = this.client.subscription(reportText, variables).subscribe(({ data, error }) => {
      if (error) this.refused(refusalOf(error));
      else if (data) this.hear(data.reportText);
    });
    this.stopListening = unsubscribe;
    window.addEventListener('beforeunload', this.warn);
  }

  stop(): void {
    this.stopListening();
    window.removeEventListener('beforeunload', this.warn);
    for (const timer of [this.timer, this.pauseTimer, this.pointTimer]) clearTimeout(timer);
    // What was typed last goes out all the same.
    if (this.unsent.length > 0) void this.send();
    this.awareness.destroy();
  }

  private hear(told: {
    event: string;
    update: string | null;
    stateVector: string | null;
    writers: readonly Writer[] | null;
  }): void {
    if (told.event === 'REMOVED') this.become({ saving: 'GONE', writers: [] });
    if (told.update) Y.applyUpdate(this.doc, fromBase64(told.update), this);
    if (told.event === 'BEGUN' && told.stateVector) this.level(fromBase64(told.stateVector));
    if (told.writers) this.show(told.writers);
  }

  /** At the beginning and after each break: what the server does not have is sent, whatever became of it before. */
  private level(theirs: Uint8Array): void {
    const missing = Y.encodeStateAsUpdate(this.doc, theirs);
    const isNews = Y.decodeUpdate(missing).structs.length > 0 || this.unsent.length > 0;
    this.unsent = isNews ? [missing] : [];
    this.attempt = 0;
    this.become({ saving: isNews ? 'SAVING' : 'SAVED' });
    if (isNews) this.later(0);
  }

  private show(writers: readonly Writer[]): void {
    const others = writers.filter(({ key }) => key !== this.key);
    const { states } = this.awareness;
    for (const id of [...states.keys()]) if (id !== this.doc.clientID) states.delete(id);
    for (const { key, cursor, person } of others)
      if (person && cursor)
        states.set(Number(key), { user: { name: person.name }, cursor: JSON.parse(cursor) });
    this.awareness.emit('change', [{ added: [], updated: [...states.keys()], removed: [] }, 'server']);
    this.become({ writers: others });
  }

  private later(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.send(), ms);
  }

  private async send(): Promise<void> {
    if (this.isSending || this.unsent.length === 0) return;
    this.isSending = true;
    // A copy: what is typed while these are on their way is not among them, and goes next.
    const pieces = [...this.unsent];
    const update = toBase64(Y.mergeUpdates(pieces));
    const { error } = await this.client
      .mutation(writeReport, { input: { id: this.reportId, update } })
      .toPromise();
    this.isSending = false;
    if (error) return this.refused(refusalOf(error));
    this.attempt = 0;
    this.unsent = this.unsent.filter((piece) => !pieces.includes(piece));
    if (this.unsent.length > 0) return this.later(GATHER_MS);
    this.become({ saving: 'SAVED', refusal: null });
    clearTimeout(this.pauseTimer);
    this.pauseTimer = setTimeout(() => this.pause(), PAUSE_MS);
  }

  private refused(refusal: Refusal | null): void {
    if (!refusal) return;
    const isGone = refusal.code === 'NOT_FOUND';
    const isMissing = refusal.rule === 'TEXT_MISSING_BEFORE';
    if (isMissing) this.unsent = [Y.encodeStateAsUpdate(this.doc)];
    if (isGone || !(isMissing || PASSING.includes(refusal.code))) {
      this.become(isGone ? { saving: 'GONE', writers: [] } : { saving: 'REFUSED', refusal });
      return;
    }
    this.become({ saving: 'OFFLINE' });
    this.later(AGAIN_MS[Math.min(this.attempt++, AGAIN_MS.length - 1)] ?? GATHER_MS);
  }

  /** So that the history tells of it. */
  private pause(): void {
    if (this.unsent.length > 0) return;
    void this.client
      .mutation(writeReport, { input: { id: this.reportId, update: null, isPause: true } })
      .toPromise();
  }

  private point(): void {
    const { cursor = null } = (this.awareness.getLocalState() ?? {}) as { cursor?: object | null };
    const said = cursor ? JSON.stringify(cursor) : null;
    if (said === this.pointed || this.pointTimer !== undefined) return;
    this.pointTimer = setTimeout(() => {
      this.pointTimer = undefined;
      const state = (this.awareness.getLocalState() ?? {}) as { cursor?: object | null };
      const now = state.cursor ? JSON.stringify(state.cursor) : null;
      if (now === this.pointed || this.state.saving === 'GONE') return;
      this.pointed = now;
      void this.client
        .mutation(pointInReport, { input: { id: this.reportId, key: this.key, cursor: now } })
        .toPromise();
    }, POINT_MS);
  }

  private readonly warn = (event: BeforeUnloadEvent): void => {
    if (this.unsent.length > 0) event.preventDefault();
  };

  private become(change: Partial<SyncState>): void {
    this.state = { ...this.state, ...change };
    this.onState(this.state);
  }
}
