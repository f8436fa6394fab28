import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MOST_KEPT } from '../../client/features/cross-references/mapSizes.js';
import { reference } from '../cross-references/two-partners.js';
import {
  FOR_BROWSERS,
  openBrowser,
  overflowsSideways,
  signedInPage,
  troublesOf,
} from '../support/browser.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let browser: Browser;
let planId = '';
const ids: string[] = [];

beforeAll(async () => {
  world = await startWorld(FOR_BROWSERS);
  browser = await openBrowser();
  const { app, partnershipId, north } = world;
  const { build } = app;
  planId = await build.plan(partnershipId, { title: 'Winter plan', status: 'ADOPTED' });
  const strand = await build.workstream(planId, {
    ...{ number: '1', title: 'Front door', leadOrganisationId: north },
  });
  for (let n = 1; n <= MOST_KEPT + 20; n++)
    ids.push(
      await build.action(strand, {
        ...{ reference: `A${n}`, title: `Do A${n}`, ownerId: north, status: 'GREEN' },
      }),
    );
  // Of actions only those that are tied to something are drawn.
  for (let n = 0; n < ids.length; n += 2)
    await reference(app, { fromId: ids[n] ?? '', toId: ids[n + 1] ?? '', status: 'CONFIRMED' });
});
afterAll(async () => {
  await browser?.close();
  await world?.app.close();
});

const openMap = async (options = {}): Promise<Page> => {
  const page = await signedInPage(browser, world.app, 'northeditor@example.org', options);
  await page.goto(`${world.app.url}/plans/${planId}/map?level=action&view=map`);
  await page.locator('canvas.map-far-picture').waitFor();
  return page;
};
const spot = (page: Page, name: RegExp) => page.getByRole('button', { name });
const inThePage = (page: Page) => page.locator('.react-flow__node').count();
/** How much of the picture is there, as colours it has: one that is empty has one. */
const colours = (page: Page): Promise<readonly number[]> =>
  page.evaluate(`(() => {
    const sheet = document.querySelector('canvas.map-far-picture');
    const { data } = sheet.getContext('2d').getImageData(0, 0, sheet.width, sheet.height);
    return [...new Set(new Uint32Array(data.buffer))];
  })()`);

describe('a large map from afar', () => {
  test('is a picture, says of a place what it says from nearby, and opens it', async () => {
    const page = await openMap();
    await expect.poll(() => inThePage(page)).toBe(0);
    expect((await colours(page)).length).toBeGreaterThan(3);
    const box = await spot(page, /^WS1 A5 Do A5$/).boundingBox();
    if (!box) throw new Error('it stands nowhere');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await expect.poll(() => page.locator('.map-said').innerText()).toMatch(/^WS1 A5/);
    const fromAfar = await page.locator('.map-said').innerText();
    expect(await inThePage(page)).toBe(1);
    await page.mouse.click(x, y);
    const panel = page.getByRole('complementary', { name: 'Cross-references' });
    await panel.getByRole('heading', { name: /WS1 A5/ }).waitFor();
    expect(new URL(page.url()).searchParams.get('at')).toBe(ids[4]);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate('document.activeElement?.getAttribute("data-id")')).toBe(ids[4]);

    for (let step = 0; step < 8; step++) await page.getByRole('button', { name: 'Zoom in' }).click();
    await page.locator('canvas.map-far-picture').waitFor({ state: 'detached' });
    await expect.poll(() => inThePage(page)).toBeGreaterThan(0);
    await page.goto(`${page.url().split('?')[0]}?level=action&view=map&around=${ids[4]}`);
    await page.locator('.react-flow__node', { hasText: 'Do A5' }).first().hover();
    await expect.poll(() => page.locator('.map-said').innerText()).toBe(fromAfar);
    expect(troublesOf(page)).toEqual([]);
    await page.context().close();
  });

  test('is gone through by keyboard: each place and each line is told, shown and opened', async () => {
    const page = await openMap();
    await spot(page, /^WS1 A1 Do A1 to WS1 A2 /).focus();
    await page.keyboard.press('Tab');
    const line = page.locator('.react-flow__edge.is-reached');
    await line.waitFor({ state: 'attached' });
    await expect.poll(() => page.locator('.map-said').innerText()).toContain('A4');
    await spot(page, /^WS1 A7 Do A7$/).focus();
    await page.keyboard.press('Tab');
    await page.locator('.react-flow__node.is-reached').waitFor();
    await expect.poll(() => page.locator('.map-said').innerText()).toMatch(/^WS1 A8/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /WS1 A8/ }).waitFor();
    await page.context().close();
  });

  test('is drawn in the colours of the theme, anew when that changes, and fits a narrow screen', async () => {
    const page = await openMap({ colorScheme: 'light', viewport: { width: 320, height: 800 } });
    const light = await colours(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(() => colours(page)).not.toEqual(light);
    expect(await overflowsSideways(page)).toBe(false);
    await page.context().close();
  });
});
