import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { demonstrationPassword } from '../server/demonstration/accounts.js';
import { pause, residentBytes, serve } from './processes.js';
import { report } from './report.js';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const WORKBOOK = path.join(root, '../shared/data/cumbria-cqc-2018/CQC Action Plan - November 2018.xlsx');
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium-headless-shell';
/** May bring workbooks in. */
const LEAD = 'tomasz.wieczorek@wensmere.example';

/** The product as somebody meets it who starts it and opens the page: on a folder that has been started before, from outside. */
export async function measureWhole(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'accord-whole-'));
  const start = () => serve(path.join(root, 'scripts/start.mjs'), [], { PORT: '0', DATA_DIR: folder });
  const told = (what: string, value: number | null, limit: number, unit: string) => {
    if (value === null) console.log(`${what}: cannot be measured here`);
    else report(`${what}, ${unit}`, value, { atMost: limit }, '');
  };
  try {
    await (await start()).stop();
    const began = performance.now();
    const { url, pid, stop } = await start();
    told('start on a prepared folder', (performance.now() - began) / 1000, 5, 's');
    try {
      await pause(10_000);
      told('server at rest', residentBytes(pid) / 1024 ** 2, 250, 'MB');
      told('script of the first page, compressed', await scriptSize(url), 350, 'kB');
      told('first page usable after the answer', await firstPage(url), 1, 's');
      told('CQC workbook previewed', await preview(url), 2, 's');
    } finally {
      await stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the first page fetches of script before it can be used, as it comes over the line. */
async function scriptSize(url: string): Promise<number> {
  const page = await (await fetch(url, { headers: { accept: 'text/html' } })).text();
  const scripts = [...page.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, address]) => address ?? '');
  let bytes = 0;
  for (const script of new Set(scripts)) {
    const answer = await fetch(new URL(script, url), { headers: { 'accept-encoding': 'br, gzip' } });
    await answer.arrayBuffer();
    bytes += Number(answer.headers.get('content-length'));
  }
  if (bytes === 0) throw new Error('the first page has no script');
  return bytes / 1000;
}

/** From the answer to the moment the page stands and its link to sign in can be used; the best of three, as a browser warms up. */
async function firstPage(url: string): Promise<number | null> {
  if (!existsSync(CHROMIUM)) return null;
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const times: number[] = [];
    for (let n = 0; n < 3; n++) {
      const page = await (await browser.newContext()).newPage();
      await page.goto(url, { waitUntil: 'commit' });
      await page.getByRole('link', { name: 'Sign in' }).waitFor();
      times.push(
        await page.evaluate<number>(
          `performance.now() - performance.getEntriesByType('navigation')[0].responseStart`,
        ),
      );
    }
    return Math.min(...times) / 1000;
  } finally {
    await browser.close();
  }
}

/** From sending the workbook to the whole preview; nothing is applied. */
async function preview(url: string): Promise<number | null> {
  if (!existsSync(WORKBOOK)) return null;
  const signedIn = await post(url, '', SIGN_IN, { input: { email: LEAD, password: demonstrationPassword } });
  const cookie = signedIn.cookie;
  const { partnerships } = (await post(url, cookie, '{ partnerships { id } }', {})).data as {
    partnerships: { id: string }[];
  };
  const input = {
    fileName: path.basename(WORKBOOK),
    contentBase64: readFileSync(WORKBOOK).toString('base64'),
    newPlan: {
      partnershipId: partnerships[0]?.id,
      kind: 'ACTION_PLAN',
      startsOn: '2018-04-01',
      endsOn: '2020-03-31',
    },
  };
  const began = performance.now();
  await post(url, cookie, PREVIEW, { input });
  return (performance.now() - began) / 1000;
}

const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }`;
const PREVIEW = `mutation ($input: PreviewImportInput!) { previewImport(input: $input) { import { id fileName status } } }`;

async function post(url: string, cookie: string, query: string, variables: object) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return { data, cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie };
}
