import { type Browser, chromium, type Page } from 'playwright-core';
import { report } from './report.js';
import type { Stand } from './stand.js';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium-headless-shell';
const SIZE = { width: 1600, height: 1000 };
const MOVES = 240;

/** Begins to count the frames that are shown; how many there were is told when asked for. */
const COUNT = `(() => {
  window.frames_ = 0;
  const began = performance.now();
  const next = () => { window.frames_ += 1; requestAnimationFrame(next); };
  requestAnimationFrame(next);
  window.perSecond_ = () => window.frames_ / ((performance.now() - began) / 1000);
})()`;

const EMPTY = `<body style="margin:0"><canvas width="${SIZE.width}" height="${SIZE.height}"></canvas></body>`;

/** How fluently a map of two thousand places is panned, beside a canvas of the same size with nothing on it. */
export async function measureMap(stand: Stand): Promise<void> {
  const product = await stand.product();
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await mapPage(browser, stand, product.url);
    const places = await page.locator('.react-flow__node').count();
    const empty = await browser.newPage({ viewport: SIZE });
    await empty.setContent(EMPTY);
    const rates: [ours: number, none: number][] = [];
    // In turns, so that both meet the machine in the same mood.
    for (let turn = 0; turn < 3; turn++) rates.push([await panned(page), await panned(empty)]);
    const best = rates.map(([ours, none]) => ours / none).sort((a, b) => b - a)[1] ?? 0;
    const [ours, none] = rates[1] ?? [0, 0];
    report(
      `map of ${places} places: frames a second while it is panned, of an empty canvas`,
      best,
      { atLeast: 0.8 },
      `${ours.toFixed(0)} of ${none.toFixed(0)}`,
    );
  } finally {
    await browser.close();
    await product.stop();
  }
}

async function mapPage(browser: Browser, stand: Stand, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: SIZE });
  const [name = '', value = ''] = (stand.cookies[0] ?? '').split(/=(.*)/s);
  await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Lax' }]);
  const page = await context.newPage();
  await page.goto(`${url}/plans/${stand.made.planId}/map?level=action&view=map`);
  await page.locator('.react-flow__node').first().waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Show all of it' }).click();
  await page.waitForTimeout(1_000);
  return page;
}

/** Frames a second while the pointer drags what is in the middle of the page about. */
async function panned(page: Page): Promise<number> {
  await page.bringToFront();
  const at = { x: SIZE.width * 0.6, y: SIZE.height * 0.97 };
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.evaluate(COUNT);
  for (let move = 0; move < MOVES; move++) {
    const turn = (move / MOVES) * 6 * Math.PI;
    await page.mouse.move(at.x + 120 * Math.sin(turn), at.y - 100 + 100 * Math.cos(turn));
  }
  const rate = await page.evaluate<number>('perSecond_()');
  await page.mouse.up();
  return rate;
}
