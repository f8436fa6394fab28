import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Person, startApp, type TestApp } from '../support/app.js';
import { countsOf, PREVIEW, preview } from '../support/imports.js';

const FILE = 'Workstream,Ref,Action\nWorkstream 1: Homes,A1,Build\n';
const ORIGIN = 'http://localhost:4000';

let app: TestApp;
let lead: Person;
let partnershipId: string;
let planId: string;

beforeAll(async () => {
  app = await startApp();
  partnershipId = await app.build.partnership();
  const organisationId = await app.build.organisation(partnershipId);
  await app.build.person(partnershipId, { email: 'lead@here', role: 'LEAD', organisationId });
  await app.build.person(partnershipId, { email: 'other@here', role: 'LEAD', organisationId });
  await app.build.person(partnershipId, { email: 'editor@here', role: 'EDITOR', organisationId });
  planId = await app.build.plan(partnershipId);
  lead = await app.as('lead@here');
});
afterAll(() => app.close());

async function send(
  who: Person,
  content: string | Uint8Array<ArrayBuffer> = FILE,
  headers: Record<string, string> = { 'x-accord-upload': '1' },
) {
  const form = new FormData();
  form.append('file', new Blob([content]), 'C:\\plans\\Plan.csv');
  const response = await fetch(`${app.url}/imports`, {
    method: 'POST',
    body: form,
    headers: { ...who.headers, ...headers },
  });
  const body = (await response.json()) as {
    uploadId: string;
    fileName: string;
    bytes: number;
    errors?: { extensions: { code: string } }[];
  };
  return { status: response.status, ...body };
}
const kept = () => app.build.sql('select id from uploads');

test('a file that was sent is looked at by its id, by whoever sent it and nobody else', async () => {
  const sent = await send(lead);
  expect(sent).toMatchObject({ status: 201, fileName: 'Plan.csv', bytes: FILE.length });
  const shown = await preview(lead, { planId, uploadId: sent.uploadId });
  expect(shown.fileName).toBe('Plan.csv');
  expect(countsOf(shown, 'create')).toEqual({ workstreams: 1, tasks: 1 });
  expect(
    await (await app.as('other@here')).refused(PREVIEW, { input: { planId, uploadId: sent.uploadId } }),
  ).toBe('INVALID_INPUT');
  await app.build.sql(`update uploads set expires_at = now() - interval '1 minute'`);
  expect(await lead.refused(PREVIEW, { input: { planId, uploadId: sent.uploadId } })).toBe('INVALID_INPUT');
});

test('who may not import is refused before the file is taken in', async () => {
  const before = await kept();
  expect(await send(app.nobody)).toMatchObject({
    status: 401,
    errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
  });
  expect(await send(await app.as('editor@here'))).toMatchObject({
    status: 403,
    errors: [{ extensions: { code: 'FORBIDDEN' } }],
  });
  expect(await kept()).toEqual(before);
});

test('another page cannot send in a visitor’s name', async () => {
  const before = await kept();
  expect((await send(lead, FILE, {})).status).toBe(403);
  expect(
    (await send(lead, FILE, { 'x-accord-upload': '1', origin: 'https://elsewhere.example' })).status,
  ).toBe(403);
  expect((await send(lead, FILE, { 'x-accord-upload': '1', origin: ORIGIN })).status).toBe(201);
  // What has expired went when another came.
  expect(await kept()).toHaveLength(1);
  expect(await kept()).not.toEqual(before);
});

test('what is too large, or no form, is refused in words', async () => {
  expect(await send(lead, new Uint8Array(10 * 1024 * 1024 + 1))).toMatchObject({
    status: 413,
    errors: [{ extensions: { code: 'INVALID_INPUT' } }],
  });
  const plain = await fetch(`${app.url}/imports`, {
    method: 'POST',
    body: '{}',
    headers: { ...lead.headers, 'x-accord-upload': '1', 'content-type': 'application/json' },
  });
  expect(plain.status).toBe(400);
});

test('of many files the latest three are kept', async () => {
  for (let i = 0; i < 5; i += 1) await send(lead);
  expect(await kept()).toHaveLength(3);
});
