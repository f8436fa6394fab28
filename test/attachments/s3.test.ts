import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { sha256Of } from '../../server/platform/files/file-store.js';
import { type ReportWorld, startReportWorld } from '../reports/report-world.js';
import { attach, download } from '../support/attachments.js';
import { png } from '../support/papers.js';

const KEY = { id: 'AKIDEXAMPLE', secret: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };
const REGION = 'eu-west-2';

/** A bucket as S3 has it: it takes what is signed with its key, and nothing else. */
class Bucket {
  readonly objects = new Map<string, Buffer>();
  readonly refused: string[] = [];
  /** What it does not let go, and how often that was tried. */
  readonly stuck = new Set<string>();
  readonly tried: string[] = [];
  private readonly server: Server = createServer(async (request, response) => {
    const body = await buffer(request);
    const name = request.url?.replace('/papers/', '') ?? '';
    if (!isSigned(request, body)) {
      this.refused.push(`${request.method} ${request.url}`);
      response.writeHead(403).end();
    } else if (request.method === 'PUT') {
      this.objects.set(name, body);
      response.writeHead(200).end();
    } else if (request.method === 'DELETE' && this.stuck.has(name)) {
      this.tried.push(name);
      response.writeHead(403).end();
    } else if (request.method === 'DELETE') {
      this.objects.delete(name);
      response.writeHead(204).end();
    } else {
      const found = this.objects.get(name);
      const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
      const piece = from ? found?.subarray(Number(from), Number(to) + 1) : found;
      response.writeHead(found ? (from ? 206 : 200) : 404).end(piece);
    }
  });

  async listen(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((done) => this.server.close(() => done()));
  }
}

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** Signature Version 4, worked out from its description. */
function isSigned({ method, url = '', headers }: IncomingMessage, body: Buffer): boolean {
  const [, date, signed = '', signature] =
    /Credential=AKIDEXAMPLE\/(\d{8})\/eu-west-2\/s3\/aws4_request, ?SignedHeaders=([\w;-]+), ?Signature=(\w{64})$/.exec(
      headers.authorization ?? '',
    ) ?? [];
  if (!date) return false;
  const content = String(headers['x-amz-content-sha256']);
  if (content !== 'UNSIGNED-PAYLOAD' && content !== createHash('sha256').update(body).digest('hex'))
    return false;
  const named = signed.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const canonical = [method, url, '', named.join(''), signed, content].join('\n');
  const scope = `${date}/${REGION}/s3/aws4_request`;
  const hash = createHash('sha256').update(canonical).digest('hex');
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, hash].join('\n');
  const key = [REGION, 's3', 'aws4_request'].reduce(hmac, hmac(`AWS4${KEY.secret}`, date));
  return hmac(key, toSign).toString('hex') === signature;
}

let bucket: Bucket;
let world: ReportWorld;
beforeAll(async () => {
  bucket = new Bucket();
  world = await startReportWorld({
    ...{ S3_ENDPOINT: await bucket.listen(), S3_BUCKET: 'papers', S3_REGION: REGION },
    ...{ S3_ACCESS_KEY_ID: KEY.id, S3_SECRET_ACCESS_KEY: KEY.secret },
  });
});
afterAll(async () => {
  await world.app.close();
  await bucket.close();
});

it('keeps files in a bucket by their hash, signed, and none of them in the database', async () => {
  const { id: reportId } = await world.report();
  const image = png();
  const to = { reportId, title: 'Ward', altText: 'The new ward' };
  const { address } = await attach(world.app, world.northEditor, image, to);
  expect([...bucket.objects]).toEqual([[sha256Of(image), image]]);
  expect(await world.app.build.sql('select sha256, bytes from stored_files')).toEqual([
    { sha256: sha256Of(image), bytes: null },
  ]);
  const got = await download(world.app, world.southEditor, address);
  expect([got.status, got.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect(Buffer.from(await got.arrayBuffer())).toEqual(image);
  expect(bucket.refused).toEqual([]);
});

it('takes out of it what nothing came to be attached from, and answers nothing that is not what was kept', async () => {
  const left = Buffer.from('left over');
  bucket.objects.set(sha256Of(left), left);
  await world.app.build.sql(
    `insert into stored_files (sha256, size, noted_at) values ($1, 9, now() - interval '2 days')`,
    [sha256Of(left)],
  );
  const { id: reportId } = await world.report();
  const image = png(8, 8);
  const to = { reportId, title: 'Ward', altText: 'The old ward' };
  const { address } = await attach(world.app, world.northEditor, image, to);
  await vi.waitUntil(() => !bucket.objects.has(sha256Of(left)));
  bucket.objects.set(sha256Of(image), Buffer.from('something else'));
  const spoilt = await download(world.app, world.northEditor, address);
  expect([spoilt.status, await spoilt.text()]).toEqual([500, expect.not.stringContaining('something else')]);
});

it('that does not let go of what is left over keeps nobody from attaching, and no other file', async () => {
  const [stuck, loose] = ['stuck', 'loose'].map((words) => Buffer.from(words)) as [Buffer, Buffer];
  bucket.stuck.add(sha256Of(stuck));
  for (const [i, one] of [stuck, loose].entries()) {
    bucket.objects.set(sha256Of(one), one);
    await world.app.build.sql(
      `insert into stored_files (sha256, size, noted_at) values ($1, 5, now() - interval '3 days' + $2 * interval '1 hour')`,
      [sha256Of(one), i],
    );
  }
  const { id: reportId } = await world.report();
  const to = { reportId, title: 'Ward', altText: 'The ward again' };
  const { address } = await attach(world.app, world.northEditor, png(9, 9), to);
  expect((await download(world.app, world.northEditor, address)).status).toBe(200);
  await vi.waitUntil(() => !bucket.objects.has(sha256Of(loose)));
  expect(new Set(bucket.tried)).toEqual(new Set([sha256Of(stuck)]));
  expect(
    await world.app.build.sql('select sha256 from stored_files where sha256 = $1', [sha256Of(stuck)]),
  ).toHaveLength(1);
});
