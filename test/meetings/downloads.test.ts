import { randomBytes } from 'node:crypto';
import { get as ask } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type FileStore, inDatabase, keepFilesIn, sha256Of } from '../../server/platform/files/file-store.js';
import { attach } from '../support/attachments.js';
import { pdf } from '../support/papers.js';
import { type Publishing, startPublishing } from './publications.js';

let world: Publishing;
let meetingId: string;
let publicationId: string;
let paper: Buffer;
let address: string;
const page = () => `/public/publications/${publicationId}/agenda.html`;
const feed = () => `/public/boards/${world.boardId}/agendas.atom`;

beforeAll(async () => {
  world = await startPublishing();
  const { secretary, app } = world;
  meetingId = await world.aMeeting();
  const { id: agendaItemId } = await world.add(meetingId, 'Winter plan');
  paper = await pdf((made) => made.file(randomBytes(600_000), { name: 'Workings.bin' }));
  const { id } = await attach(app, secretary, paper, { agendaItemId, title: 'Workings' });
  publicationId = (await world.published(meetingId)).id;
  address = `/public/publications/${publicationId}/agenda-files/${id}/Paper.pdf`;
});
afterEach(() => {
  keepFilesIn(inDatabase);
  vi.restoreAllMocks();
});
afterAll(() => world.app.close());

/** A store that tells what is asked of it, and answers when it is let. */
function watched(until: Promise<unknown> = Promise.resolve()) {
  const asked: [from: number, length: number][] = [];
  let [now, most] = [0, 0];
  const waiting = async <T>(answer: () => Promise<T>): Promise<T> => {
    now += 1;
    most = Math.max(most, now);
    await until;
    return answer().finally(() => {
      now -= 1;
    });
  };
  const store: FileStore = {
    ...inDatabase,
    get: (asker, sha256) => waiting(() => inDatabase.get(asker, sha256)),
    piece: (asker, sha256, from, length) => {
      asked.push([from, length]);
      return waiting(() => inDatabase.piece(asker, sha256, from, length));
    },
  };
  keepFilesIn(store);
  return { asked, most: () => most };
}

describe('a file that is published', () => {
  it('arrives byte for byte, in pieces of which none is large', async () => {
    const { asked } = watched();
    const answer = await world.get(address);
    expect(answer.headers.get('content-length')).toBe(String(paper.length));
    expect(Buffer.from(await answer.arrayBuffer()).equals(paper)).toBe(true);
    expect(asked.length).toBeGreaterThan(2);
    expect(Math.max(...asked.map(([, length]) => length))).toBeLessThan(300_000);
  });

  it('is known by its hash: not a byte is read for whoever has it, or asks only for its size', async () => {
    const { asked } = watched();
    const headers = { 'if-none-match': `"${sha256Of(paper)}"` };
    expect((await fetch(`${world.app.url}${address}`, { headers })).status).toBe(304);
    const head = await fetch(`${world.app.url}${address}`, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(paper.length)]);
    expect(asked).toEqual([]);
    const etag = (await world.get(page())).headers.get('etag') ?? '';
    const reads = vi.spyOn(world.app.app.database, 'read');
    const again = await fetch(`${world.app.url}${page()}`, { headers: { 'if-none-match': etag } });
    expect([again.status, reads.mock.calls.length]).toEqual([304, 1]);
  });

  it('however many ask for it, keeps nobody else waiting, and those beyond it all are told when to come again', async () => {
    let letGo = () => {};
    const { most } = watched(
      new Promise<void>((resolve) => {
        letGo = resolve;
      }),
    );
    const answers = Array.from({ length: 210 }, () => fetch(`${world.app.url}${address}`));
    const refused = await vi.waitUntil(
      async () => {
        const first = await Promise.race([...answers, sleep(100)]);
        return first ?? false;
      },
      { timeout: 20_000 },
    );
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '10']);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
    expect((await world.get(page())).status).toBe(429);
    expect((await world.get('/public')).status).toBe(200);
    expect((await world.get(feed())).status).toBe(200);
    letGo();
    const got = await Promise.all(
      answers.map(async (answer) => {
        const { status } = await answer;
        const { length } = Buffer.from(await (await answer).arrayBuffer().catch(() => new ArrayBuffer(0)));
        return [status, length].join(' ');
      }),
    );
    expect(got.filter((one) => one === `200 ${paper.length}`)).toHaveLength(200);
    expect(most()).toBe(4);
  });

  it('gives up its place when whoever asked goes away', async () => {
    for (let round = 0; round < 3; round++)
      await Promise.all(
        Array.from(
          { length: 100 },
          () =>
            new Promise<void>((resolve) => {
              const request = ask(`${world.app.url}${address}`, (answer) => {
                answer.once('data', () => request.destroy());
                answer.once('close', () => resolve());
                answer.on('error', () => {});
              });
              request.on('error', () => {});
            }),
        ),
      );
    await vi.waitUntil(async () => (await world.get(address)).status === 200, { timeout: 5_000 });
  });

  it('that is not what was kept never arrives whole', async () => {
    const spoil = (at: number) =>
      world.app.build.sql(
        'update stored_files set bytes = set_byte(bytes, $2, get_byte(bytes, $2) # 1) where sha256 = $1',
        [sha256Of(paper), at],
      );
    for (const at of [10, paper.length - 1]) {
      await spoil(at);
      await expect(world.get(address).then((answer) => answer.arrayBuffer())).rejects.toThrow();
      await spoil(at);
    }
    await world.app.build.sql(
      `update publication_files set bytes = set_byte(bytes, 0, 0) where part_id in (
         select id from publication_parts where publication_id = $1) and format = 'HTML'`,
      [publicationId],
    );
    const small = await world.get(page());
    expect([small.status, small.headers.get('etag')]).toEqual([500, null]);
    await world.app.build.sql(
      `update publication_files set bytes = set_byte(bytes, 0, $2) where part_id in (
         select id from publication_parts where publication_id = $1) and format = 'HTML'`,
      [publicationId, '<'.charCodeAt(0)],
    );
  });
});

describe('what parts hold', () => {
  const setDocument = (document: string) =>
    world.app.build.sql(
      `update publication_contents set document = $2 where id in (
         select id from publication_parts where publication_id = $1)`,
      [publicationId, document],
    );
  const DOCUMENTS = `query ($id: ID!) { publication(id: $id) { parts { document } } }`;

  it('is not read for feeds, lists and files', async () => {
    const before = await (await world.get(feed())).text();
    expect(before).toContain('1. Winter plan');
    const kept = (
      await world.secretary.ok<{ publication: { parts: { document: string }[] } }>(DOCUMENTS, {
        id: publicationId,
      })
    ).publication.parts;
    expect(kept).toHaveLength(2);
    await setDocument('not what was prepared');
    expect(await (await world.get(feed())).text()).toBe(before);
    for (const path of [`/public/meetings/${meetingId}`, page(), address])
      expect((await world.get(path)).status, path).toBe(200);
    // What is told of it beyond that is still only told of what was prepared.
    expect(await world.app.nobody.refused(DOCUMENTS, { id: publicationId })).toBe('INTERNAL');
  });

  it('goes into one answer within bounds', async () => {
    await setDocument('x'.repeat(33 * 1024 * 1024));
    const refused = await world.app.nobody.query(DOCUMENTS, { id: publicationId });
    expect(refused.errors?.[0]).toMatchObject({
      message: expect.stringContaining('32 MB'),
      extensions: { code: 'INVALID_INPUT' },
    });
  });
});
