import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const ask = (query: string, encodings: string) =>
  fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-encoding': encodings },
    body: JSON.stringify({ query }),
  });

describe('what goes over the line', () => {
  const LARGE = '{ __schema { types { name description } } }';

  it('is an answer in fewer bytes, the same in the end', async () => {
    const plain = await ask(LARGE, 'identity');
    const packed = await ask(LARGE, 'br, gzip');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(packed.headers.get('content-encoding')).toBe('br');
    expect(packed.headers.get('vary')).toContain('accept-encoding');
    expect(await packed.text()).toBe(await plain.text());
    expect((await ask(LARGE, 'gzip')).headers.get('content-encoding')).toBe('gzip');
  });

  it('is a small answer as it is', async () => {
    expect((await ask('{ __typename }', 'br, gzip')).headers.get('content-encoding')).toBeNull();
  });

  it('is every script as it was compressed when it was built', async () => {
    const page = await (await fetch(app.url, { headers: { accept: 'text/html' } })).text();
    const scripts = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(([, at]) => at ?? '');
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) {
      const from = (encoding: string) =>
        fetch(`${app.url}${script}`, { headers: { 'accept-encoding': encoding } });
      const [plain, packed] = [await from('identity'), await from('br')];
      const text = await plain.text();
      expect(await packed.text()).toBe(text);
      if (text.length > 1_000) expect(packed.headers.get('content-encoding')).toBe('br');
    }
  });
});
