import { isDeepStrictEqual } from 'node:util';
import axeCore, { type AxeResults } from 'axe-core';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { expect } from 'vitest';
import type { TestApp } from './app.js';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Settings of a server that browsers come to: its port is known only once it listens, so its own host is its origin. */
export const FOR_BROWSERS = { PUBLIC_ORIGIN: '' } as const;

/** The browser of the machine, or the one CHROMIUM names. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium-headless-shell',
    headless: true,
    args: FLAGS,
  });

/** What went wrong in each page without anybody seeing it. */
const troubles = new WeakMap<Page, string[]>();

/** A browser of somebody's own: its cookies are nobody else's. */
export async function newPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London', ...options });
  return watched(await context.newPage());
}

/** A page of somebody with an account; sessions are made in the database, so no password is needed. */
export async function signedInPage(
  browser: Browser,
  app: Pick<TestApp, 'url' | 'as'>,
  email: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await newPage(browser, options);
  await signInContext(page.context(), app, email);
  return page;
}

export async function signInContext(
  context: BrowserContext,
  app: Pick<TestApp, 'url' | 'as'>,
  email: string,
): Promise<void> {
  const { headers } = await app.as(email);
  const [name = '', value = ''] = (headers['cookie'] ?? '').split(/=(.*)/s);
  await context.addCookies([{ name, value, url: app.url, httpOnly: true, sameSite: 'Lax' }]);
}

function watched(page: Page): Page {
  const found: string[] = [];
  troubles.set(page, found);
  // A breach of the content security policy is told on the console too.
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(message.text());
  });
  page.on('pageerror', (error) => found.push(String(error)));
  return page;
}

/** Everything the page complained of on its console so far, breaches of the content security policy too. */
export const troublesOf = (page: Page): readonly string[] => troubles.get(page) ?? [];

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What is in order is not told: gathering it takes as long as looking. */
const OPTIONS = { runOnly: RULES, resultTypes: ['violations'] };

/** What fades in is too pale until it is all there; what turns for ever is not waited for. */
const IS_STILL = `document.getAnimations().every(({ playState, effect }) =>
  playState !== 'running' || effect?.getComputedTiming().endTime === Infinity)`;

/**
 * React Aria leaves what it has said of a button that was busy for seven seconds after it was read out, named by the
 * button; of a button that is gone by then nothing is left to name it, nor to read.
 */
const FORGET_WHAT_WAS_SAID = `for (const said of document.querySelectorAll('[data-live-announcer] [role=img]'))
  if (!document.getElementById(said.getAttribute('aria-labelledby'))) said.remove()`;

/** What axe finds against WCAG 2.2 AA once the page has come to rest, each as one line: which rule, where. */
export async function axe(page: Page): Promise<string[]> {
  await expect.poll(() => page.evaluate(IS_STILL)).toBe(true);
  await page.evaluate(FORGET_WHAT_WAS_SAID);
  // Half a megabyte to read: once a document, however often it is looked at. Our pages have no frames.
  if (!(await page.evaluate(`typeof axe === 'object'`))) await page.evaluate(axeCore.source);
  const violations = await page.evaluate<AxeResults['violations']>(
    `axe.run(document, ${JSON.stringify(OPTIONS)}).then(({ violations }) => violations)`,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any, all, none }) => {
      const why = [...any, ...all, ...none].map(({ message }) => message).join('; ');
      return `${id} (${help}) at ${target.join(' ')}: ${why}`;
    }),
  );
}

/** Whether two pages show the same at one time: what is on its way to either may alter it yet. */
export const areAlike = async <Shown>(
  shown: (page: Page) => Promise<Shown>,
  one: Page,
  other: Page,
): Promise<boolean> => isDeepStrictEqual(...(await Promise.all([shown(one), shown(other)])));

/** Whether the page can be read without scrolling sideways. */
export const overflowsSideways = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');

/** Where pictures of the pages are put for whoever wants to look at them. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}
