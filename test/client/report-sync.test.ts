import path from 'node:path';
import type { Client } from 'urql';
import { beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';

/** What the test needs of it; its file is the browser’s, which the types of tests know nothing of. */
type Syncs = new (
  client: Client,
  reportId: string,
  onState: (state: { saving: string }) => void,
) => { readonly doc: Y.Doc; start(): void; stop(): void };

/** A page that writes a report, and a line whose other end answers when the test says so. */
class Line {
  /** The text as the server has it. */
  readonly kept = new Y.Doc();
  readonly waiting: (() => void)[] = [];
  readonly client = {
    subscription: () => ({
      subscribe: (hear: (told: object) => void) => {
        const vector = Buffer.from(Y.encodeStateVector(this.kept)).toString('base64');
        const begun = { event: 'BEGUN', update: null, stateVector: vector, writers: null };
        hear({ data: { reportText: begun } });
        return { unsubscribe: () => {} };
      },
    }),
    mutation: (_: unknown, { input }: { input: { update: string | null } }) => ({
      toPromise: () =>
        new Promise((answer) =>
          this.waiting.push(() => {
            if (input.update) Y.applyUpdate(this.kept, new Uint8Array(Buffer.from(input.update, 'base64')));
            answer({ data: {} });
          }),
        ),
    }),
  } as unknown as Client;

  async answer(): Promise<void> {
    await vi.waitUntil(() => this.waiting.length > 0);
    this.waiting.shift()?.();
  }
}

beforeEach(() => {
  vi.stubGlobal('window', new EventTarget());
  return () => vi.unstubAllGlobals();
});

test('what is typed while the piece before is on its way is sent too, before all counts as saved', async () => {
  const { ReportSync } = (await import(path.resolve('client/features/reports/reportSync.ts'))) as {
    ReportSync: Syncs;
  };
  const line = new Line();
  const said: string[] = [];
  const sync = new ReportSync(line.client, 'a report', ({ saving }) => said.push(saving));
  sync.start();
  const text = sync.doc.getText('words');
  text.insert(0, 'First. ');
  await vi.waitUntil(() => line.waiting.length === 1);
  text.insert(text.length, 'Second.');
  await line.answer();
  await line.answer();
  await vi.waitUntil(() => said.at(-1) === 'SAVED');
  expect(line.kept.getText('words').toString()).toBe('First. Second.');
  sync.stop();
});
