import { type Browser, chromium, type Page } from 'playwright-core';
import { report } from './report.js';
import type { Stand } from './stand.js';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium-headless-shell';
const SIZE = { width: 1600, height: 1000 };
const MOVES = 240;

/** Begins to count the frames that are shown; how many there were is told when asked for. */
const COUNT = `(() => {
  window.frames_ = 0;
  // Else each turn would count the frames of the turns before it once more.
  cancelAnimationFrame(window.next_);
  const began = performance.now();
  const next = () => { window.frames_ += 1; window.next_ = requestAnimationFrame(next); };
  window.next_ = requestAnimationFrame(next);
  window.perSecond_ = () => window.frames_ / ((performance.now() - began) / 1000);
})()`;

/** A spot to take hold of: of the map one where nothing stands, as near to its middle as there is. */
const FREE = `(() => {
  const map = document.querySelector('.map-canvas');
  map?.scrollIntoView({ block: 'end' });
  const { left, top, width, height } = (map ?? document.body).getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  // From afar what stands there is found by where it is: over the picture there is only the pane.
  const taken = [...document.querySelectorAll('.map-spot')].map((spot) => spot.getBoundingClientRect());
  const isFree = (at) => !taken.some((one) => at.x >= one.left && at.x <= one.right && at.y >= one.top && at.y <= one.bottom);
  for (let aside = 0; aside < width / 2; aside++)
    for (const at of [{ x: x + aside, y }, { x: x - aside, y }])
      if (!map || isFree(at) && document.elementFromPoint(at.x, at.y)?.classList.contains('react-flow__pane')) return at;
  throw new Error('nowhere to take hold of the map');
})()`;

/** As they are from nearby, or on the picture from afar. */
const PLACES = '.react-flow__node, .map-spot[aria-roledescription="place"]';

const EMPTY = `<body style="margin:0"><canvas width="${SIZE.width}" height="${SIZE.height}"></canvas></body>`;

/** Notes when the first place is on the page. */
const DRAWN_AT = `new MutationObserver((_, self) => {
  if (!document.querySelector('.react-flow__node')) return;
  window.drawnAt_ = performance.now();
  self.disconnect();
}).observe(document, { subtree: true, childList: true })`;

/** From the end of the map’s answer, the largest there is, to the picture. */
const WAITED = `(() => {
  const answers = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/graphql'));
  const map = answers.sort((a, b) => b.decodedBodySize - a.decodedBodySize)[0];
  return { ms: window.drawnAt_ - map.responseEnd, bytes: map.decodedBodySize };
})()`;

/** How soon the map is there, and how fluently one of two thousand places is panned, beside a canvas of the same size with nothing on it. */
export async function measureMap(stand: Stand): Promise<void> {
  const product = await stand.product();
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    await firstPicture(browser, stand, product.url);
    const page = await mapPage(browser, stand, product.url);
    const empty = await browser.newPage({ viewport: SIZE });
    await empty.setContent(EMPTY);
    await told(page, empty, 'all of them in view');
    for (let step = 0; step < 12; step++) await page.getByRole('button', { name: 'Zoom in' }).click();
    await page.waitForTimeout(1_000);
    await told(page, empty, 'as large as can be read');
  } finally {
    await browser.close();
    await product.stop();
  }
}

async function told(page: Page, empty: Page, how: string): Promise<void> {
  const places = await page.locator(PLACES).count();
  const rates: [ours: number, none: number][] = [];
  // In turns, so that both meet the machine in the same mood.
  for (let turn = 0; turn < 3; turn++) {
    const before = await shift(page);
    rates.push([await panned(page), await panned(empty)]);
    // Else a place was dragged, or nothing.
    if ((await shift(page)) === before) throw new Error('the map was not panned');
  }
  const [ours, none] = rates.sort((a, b) => b[0] / b[1] - a[0] / a[1])[1] ?? [0, 1];
  report(
    `map of the actions of a plan, ${how}: frames a second while it is panned, of an empty canvas`,
    ours / none,
    { atLeast: 0.8 },
    `${ours.toFixed(0)} of ${none.toFixed(0)}, ${places} in the page`,
  );
}

async function firstPicture(browser: Browser, stand: Stand, url: string): Promise<void> {
  const page = await signedIn(browser, stand, url);
  await page.addInitScript(DRAWN_AT);
  await page.goto(`${url}/map?view=map`);
  await page.locator('.react-flow__node').first().waitFor({ timeout: 60_000 });
  const { ms, bytes } = await page.evaluate<{ ms: number; bytes: number }>(WAITED);
  const places = await page.locator('.react-flow__node').count();
  report(
    'map of the whole partnership: from the answer to the picture, ms',
    ms,
    { atMost: 1_000 },
    `${places} places, an answer of ${Math.round(bytes / 1_000)} kB`,
  );
  await page.context().close();
}

async function signedIn(browser: Browser, stand: Stand, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: SIZE });
  const [name = '', value = ''] = (stand.cookies[0] ?? '').split(/=(.*)/s);
  await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Lax' }]);
  return context.newPage();
}

async function mapPage(browser: Browser, stand: Stand, url: string): Promise<Page> {
  const page = await signedIn(browser, stand, url);
  await page.goto(`${url}/plans/${stand.made.planId}/map?level=action&view=map`);
  await page.locator('.react-flow__node, .map-far-picture').first().waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Show all of it' }).click();
  await page.waitForTimeout(1_000);
  return page;
}

const shift = (page: Page): Promise<string> =>
  page.evaluate<string>('document.querySelector(".react-flow__viewport").style.transform');

/** Frames a second while the pointer drags what is in the middle of the page about. */
async function panned(page: Page): Promise<number> {
  await page.bringToFront();
  const at = await page.evaluate<{ x: number; y: number }>(FREE);
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.evaluate(COUNT);
  for (let move = 0; move < MOVES; move++) {
    const turn = (move / MOVES) * 6 * Math.PI;
    await page.mouse.move(at.x + 120 * Math.sin(turn), at.y - 100 + 100 * Math.cos(turn));
  }
  const rate = await page.evaluate<number>('perSecond_()');
  await page.mouse.move(at.x + 40, at.y);
  await page.mouse.up();
  return rate;
}
