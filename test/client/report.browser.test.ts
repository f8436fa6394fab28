import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RESTRICT, type ReportWorld, startReportWorld } from '../reports/report-world.js';
import {
  axe,
  FOR_BROWSERS,
  openBrowser,
  overflowsSideways,
  signedInPage,
  troublesOf,
} from '../support/browser.js';

let world: ReportWorld;
let browser: Browser;

beforeAll(async () => {
  world = await startReportWorld(FOR_BROWSERS);
  browser = await openBrowser();
  const { build } = world.app;
  const planId = await build.plan(world.partnershipId, { title: 'Winter plan', status: 'ADOPTED' });
  const strand = await build.workstream(planId, { number: '2', title: 'Discharge' });
  await build.action(strand, { reference: 'B1', title: 'Open the lounge', ownerId: world.south });
});
afterAll(async () => {
  await browser?.close();
  await world?.app.close();
});

/** All that is written in the first section, without the names of who is in it: two who begin at once begin a paragraph each. */
const OWN_WORDS = `[...document.querySelectorAll('[aria-label="Outcome"] p')].flatMap((p) => [...p.childNodes])
  .map((node) => (node.nodeType === 3 ? node.textContent : '')).join('')`;

const open = async (who: string, id: string): Promise<Page> => {
  const page = await signedInPage(browser, world.app, `${who}@example.org`);
  await page.goto(`${world.app.url}/reports/${id}`);
  await text(page, 'Outcome').waitFor();
  return page;
};
const text = (page: Page, section: string) => page.getByRole('textbox', { name: section, exact: true });
const saved = (page: Page) => page.getByText('Everything is saved').waitFor();

test('two organisations write one report at once, see each other, and end with the same words', async () => {
  const { id } = await world.report();
  const [north, south] = [await open('northeditor', id), await open('southeditor', id)];
  await text(north, 'Outcome').click();
  await text(south, 'Outcome').click();
  await Promise.all([
    north.keyboard.type('People go home sooner. ', { delay: 15 }),
    south.keyboard.type('Beds are free. ', { delay: 15 }),
  ]);
  const words = (page: Page) => page.evaluate<string>(OWN_WORDS);
  await expect
    .poll(async () => (await words(north)).length)
    .toBe('People go home sooner. Beds are free. '.length);
  await expect.poll(() => words(south)).toBe(await words(north));
  await Promise.all([saved(north), saved(south)]);
  await north.getByRole('list', { name: 'Who else has it open' }).getByText('southeditor').waitFor();
  await expect.poll(() => north.locator('.report-cursor-name').allTextContents()).toEqual(['southeditor']);
  expect([...troublesOf(north), ...troublesOf(south)]).toEqual([]);
}, 60_000);

test('what is typed without a connection is kept and sent when it is back', async () => {
  const { id } = await world.report();
  const [north, south] = [await open('northeditor', id), await open('southeditor', id)];
  await north.context().setOffline(true);
  await text(north, 'Background').click();
  await north.keyboard.type('Typed on the train.');
  await north.getByText('Go on writing').waitFor();
  await north.context().setOffline(false);
  await south.getByText('Typed on the train.').waitFor();
  await saved(north);
}, 60_000);

test('the keyboard makes headings, lists, tables and blocks live from the plans; the check leads to what is left', async () => {
  const { id } = await world.report();
  const page = await open('northeditor', id);
  await text(page, 'Main issues').focus();
  await page.keyboard.press('Control+Alt+3');
  await page.keyboard.type('What we found');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Shift+8');
  await page.keyboard.type('Costs TBC');
  await text(page, 'Main issues').getByRole('heading', { name: 'What we found' }).waitFor();
  await text(page, 'Main issues').getByRole('listitem').waitFor();
  await saved(page);
  await page.getByRole('link', { name: /Main issues: “.*TBC/ }).waitFor();
  await text(page, 'Alignment with priorities').click();
  await page.getByRole('button', { name: 'From the plans' }).click();
  await page.getByRole('combobox', { name: 'Of which plan or workstream' }).fill('Discharge');
  await page.getByRole('option', { name: /Discharge/ }).click();
  await page.getByRole('button', { name: 'Put it in' }).click();
  await text(page, 'Alignment with priorities').getByText('Open the lounge').waitFor();
  expect(await axe(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await axe(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await overflowsSideways(page)).toBe(false);
  expect(troublesOf(page)).toEqual([]);
}, 90_000);

test('narrowed while it is open, the report is gone from the page', async () => {
  const { id, version } = await world.report();
  const page = await open('southeditor', id);
  const audience = { kind: 'ORGANISATIONS', organisationIds: [world.north] };
  await world.northLead.ok(RESTRICT, { input: { id, expectedVersion: version, audience } });
  await page.getByRole('heading', { name: 'This is not here, or not yours to see' }).waitFor();
  expect(await page.getByRole('textbox').count()).toBe(0);
}, 60_000);

test('a viewer reads along and finds no place to write', async () => {
  const { id } = await world.report();
  const [north, viewer] = [await open('northeditor', id), await open('northviewer', id)];
  await text(north, 'Outcome').click();
  await north.keyboard.type('For all partners.');
  await viewer.getByText('For all partners.').waitFor();
  expect(await text(viewer, 'Outcome').getAttribute('contenteditable')).toBe('false');
  await text(viewer, 'Outcome').click();
  expect(await viewer.getByRole('toolbar').count()).toBe(0);
}, 60_000);

test('is begun by the secretariat where its item stands on the agenda, and reached from there', async () => {
  const item = await world.item();
  const page = await signedInPage(browser, world.app, 'secretary@example.org');
  const agenda = `${world.app.url}/meetings/${world.meetingId}`;
  const row = page.locator(`[data-agenda-item="${item.id}"]`);
  await page.goto(agenda);
  await row.getByRole('button', { name: /What to do with/ }).click();
  await page.getByRole('menuitem', { name: 'Begin its report' }).click();
  await text(page, 'Outcome').waitFor();
  await page.goto(agenda);
  await row.getByRole('link', { name: /^Report:/ }).click();
  await text(page, 'Outcome').waitFor();
  expect(troublesOf(page)).toEqual([]);
}, 60_000);
