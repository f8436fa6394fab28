import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SETTINGS } from '../../server/config.js';
import { hashPassword } from '../../server/platform/auth/passwords.js';
import { type ServerProcess, startProcess } from '../support/server-process.js';
import { startWorld, type World } from '../support/world.js';

/** Invariant 31, and what a stranger can fetch: as served over https, behind the address people type. */
const ORIGIN = 'https://plan.example.org';
const SECRET = 'a secret that only the tests know, long enough';
const PASSWORD = 'four plain words together';
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { viewer { accountEmail } } }`;

let world: World;
let server: ServerProcess;
let actionId: string;
let cookie: string;

beforeAll(async () => {
  world = await startWorld();
  const { app, partnershipId, north } = world;
  const planId = await app.build.plan(partnershipId);
  actionId = await app.build.action(await app.build.workstream(planId), { ownerId: north });
  server = await startProcess(app.database, { PUBLIC_ORIGIN: ORIGIN, INTROSPECTION: 'off' });
  await app.build.sql('update accounts set password_hash = $1 where email = $2', [
    await hashPassword(PASSWORD),
    'northlead@example.org',
  ]);
  cookie = (world.northLead.headers['cookie'] ?? '').replace('accord=', '__Host-accord=');
});
afterAll(async () => {
  server.kill('SIGTERM');
  await server.ended;
  await world.app.close();
});

const retitle = (title: string) =>
  `mutation { updateAction(input: {id: "${actionId}", expectedVersion: 1, title: "${title}"}) { action { id } } }`;
const titleNow = async () => (await world.app.build.row('actions', actionId))['title'];

describe('a request that any page can make a browser send, cookie and all', () => {
  const body = () => JSON.stringify({ query: retitle('Forged') });
  const form = () => {
    const data = new FormData();
    data.append('operations', body());
    data.append('map', '{}');
    data.append('query', retitle('Forged'));
    return data;
  };
  const post = (
    content: string | URLSearchParams | FormData | Blob,
    type: string | null,
    origin: string | null,
  ) =>
    fetch(`${server.url}/graphql`, {
      method: 'POST',
      body: content,
      headers: { cookie, ...(type && { 'content-type': type }), ...(origin && { origin }) },
    });

  it.each([
    ['plain text', () => body(), 'text/plain'],
    ['plain text that says it is more', () => body(), 'text/plain; application/json'],
    ['text of JSON’s letters', () => body(), 'text/plain;charset=UTF-8'],
    ['a form', () => new URLSearchParams({ query: retitle('Forged') }), 'application/x-www-form-urlencoded'],
    ['JSON that says it is a form', () => body(), 'application/x-www-form-urlencoded'],
    ['a form of parts', form, null],
    ['bytes of no type', () => new Blob([body()]), null],
  ])('carries nothing out: %s', async (_, content, type) => {
    // Some browsers, and some privacy extensions, leave the origin out: that must not be all that is looked at.
    for (const origin of ['https://evil.example', 'null', ORIGIN, null])
      expect((await post(content(), type, origin)).ok).toBe(false);
    expect(await titleNow()).not.toBe('Forged');
  });

  it('carries nothing out by its address, nor from another site as JSON', async () => {
    const address = `${server.url}/graphql?query=${encodeURIComponent(retitle('Forged'))}`;
    for (const headers of [{ cookie }, { cookie, 'apollo-require-preflight': 'yes' }])
      expect((await fetch(address, { headers })).ok).toBe(false);
    expect((await post(body(), 'application/json', 'https://evil.example')).status).toBe(403);
    expect((await post(body(), 'application/json', 'null')).status).toBe(403);
    expect(await titleNow()).not.toBe('Forged');
  });

  it('would be carried out from a page of our own', async () => {
    const answer = await post(JSON.stringify({ query: retitle('Meant') }), 'application/json', ORIGIN);
    expect(await answer.json()).toMatchObject({ data: { updateAction: { action: { id: actionId } } } });
    expect(await titleNow()).toBe('Meant');
  });

  it('is told of no other site that might read the answer', async () => {
    const answer = await fetch(`${server.url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://evil.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

it('the cookie is the host’s alone, over https alone, out of reach of scripts and of other sites', async () => {
  const answer = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: ORIGIN },
    body: JSON.stringify({
      query: SIGN_IN,
      variables: { input: { email: 'northlead@example.org', password: PASSWORD } },
    }),
  });
  const [set = ''] = answer.headers.getSetCookie();
  const [pair = '', ...attributes] = set.split('; ');
  expect(pair).toMatch(/^__Host-accord=[\w-]{43}$/);
  const names = attributes.map((one) => one.replace(/^Expires=.*/, 'Expires'));
  expect(names.sort()).toEqual(['Expires', 'HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure']);
});

describe('what a stranger can fetch', () => {
  const root = path.resolve('dist/client');
  const files = () =>
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));

  it('comes with a policy that lets nothing run that is inline or another’s', async () => {
    for (const address of [
      '/',
      '/plans',
      '/graphiql',
      '/nowhere',
      '/graphql',
      '/healthz',
      '/assets/nothing.js',
    ]) {
      const { headers } = await fetch(`${server.url}${address}`, { headers: { accept: 'text/html' } });
      const policy = headers.get('content-security-policy') ?? '';
      expect([address, policy]).toEqual([address, expect.stringContaining("default-src 'none'")]);
      expect(policy).not.toMatch(/unsafe|\*|data:|blob:|https?:/);
      expect(policy).toContain("base-uri 'none'");
      expect(policy).toContain("form-action 'self'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{7,}/);
    }
  });

  it('says nothing of the server, of what it was made from, or of any secret', async () => {
    const telling = new RegExp(
      [
        SECRET,
        process.cwd(),
        'sourceMappingURL=(?!data:)',
        '/node_modules/',
        'server/(features|platform)',
        'postgres(ql)?://',
        'BEGIN [A-Z ]*PRIVATE KEY',
        ...Object.keys(SETTINGS).filter((name) => name.includes('_')),
      ].join('|'),
    );
    const all = files();
    expect(all.length).toBeGreaterThan(50);
    expect(all.filter((file) => /\.(map|ts|tsx|env|sql)$/.test(file))).toEqual([]);
    for (const file of all.filter((one) => !/\.br$/.test(one))) {
      const bytes = readFileSync(path.join(root, file));
      const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1');
      expect([file, telling.exec(text)?.[0]]).toEqual([file, undefined]);
    }
  });

  it('is nothing but the files of the page', async () => {
    for (const address of [
      ...[
        '/../server/main.js',
        '/%2e%2e/server/main.js',
        '/..%2fserver%2fmain.js',
        '/assets/..%5c..%5cpackage.json',
      ],
      ...[
        '/.env',
        '/.git/HEAD',
        '/package.json',
        '/server/main.js',
        '/schema.graphql',
        '/secret',
        '/metrics',
        '/.data/secret',
      ],
      ...files()
        .filter((file) => file.endsWith('.js'))
        .slice(0, 5)
        .map((file) => `/${file}.map`),
    ]) {
      const answer = await fetch(`${server.url}${address}`, {
        headers: { 'x-forwarded-for': '203.0.113.9' },
      });
      expect([address, answer.status >= 400 && answer.status < 500]).toEqual([address, true]);
    }
  });
});
