import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ReportWorld, startReportWorld } from '../reports/report-world.js';
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
let page: Page;

beforeAll(async () => {
  world = await startReportWorld(FOR_BROWSERS);
  browser = await openBrowser();
  const { app, boardId, partnershipId } = world;
  await app.build.sql('update boards set name = $2 where id = $1', [boardId, 'Joint Board']);
  const other = await app.build.board(partnershipId, { name: 'Place Board' });
  const [seat] = await app.build.sql<{ personId: string }>(
    `select person_id as "personId" from seats where board_id = $1 and capacity = 'SECRETARIAT'`,
    [boardId],
  );
  await app.build.seat(partnershipId, other, seat?.personId ?? '');
  await app.build.meeting(other, { meetsOn: '2031-05-15', startsAt: '11:00' });
  page = await signedInPage(browser, app, 'secretary@example.org');
});
afterAll(async () => {
  await browser?.close();
  await world?.app.close();
});

const month = (name: string) => page.getByRole('region', { name, exact: true });

test('a secretary plans the year of a board by its rhythm, sees what is moved and what clashes, and prints it', async () => {
  await page.goto(`${world.app.url}/boards/${world.boardId}/year?of=MUNICIPAL&year=2031`);
  await page.getByRole('button', { name: 'Plan the year’s meetings…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Plan the meetings of 2031/32' });
  const choose = async (field: string, option: string) => {
    await dialog.getByRole('button', { name: new RegExp(`^${field} | ${field}$`) }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  await choose('On', 'Monday');
  await choose('In which week', 'First');
  await choose('How often', 'Every month');
  // The first Monday in May is a bank holiday.
  await dialog.getByText('Early May bank holiday: moved a week on').waitFor();
  await expect
    .poll(() => dialog.getByLabel('Meets on, for Monday 5 May 2031').inputValue())
    .toBe('2031-05-12');
  await choose('On', 'Thursday');
  await choose('In which week', 'Third');
  await dialog.getByText('Place Board meets on this day').waitFor();
  await dialog.getByRole('checkbox', { name: 'Thursday 21 August 2031' }).press('Space');
  expect(await axe(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Plan 11 meetings' }).click();
  await dialog.waitFor({ state: 'hidden', timeout: 60_000 });
  await page.reload();
  await month('Jun 2031').getByRole('link', { name: 'Meeting' }).waitFor();
  expect(await month('Aug 2031').getByRole('link').count()).toBe(0);
  await month('May 2031').getByText('Papers out').waitFor();
  await page.getByText('meet at the same time, and secretary sits on both.').waitFor();
  expect(await axe(page)).toEqual([]);
  const paper = await page.pdf({ preferCSSPageSize: true });
  expect(paper.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await overflowsSideways(page)).toBe(false);
  await page.setViewportSize({ width: 1280, height: 900 });
  expect(troublesOf(page)).toEqual([]);
}, 90_000);

test('the sections of a board’s reports are its own, and who writes a report is said on its page', async () => {
  await page.goto(`${world.app.url}/boards/${world.boardId}/report-template`);
  await page.getByRole('button', { name: 'Change it' }).waitFor();
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Change it' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change what reports follow' });
  await dialog.getByRole('button', { name: 'Add a section' }).click();
  await page.keyboard.type('What carers say');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'What carers say' }).waitFor();
  await page.getByText('Laid out by the board itself.').waitFor();
  const { id } = await world.report();
  await page.goto(`${world.app.url}/reports/${id}`);
  await page.getByRole('textbox', { name: 'What carers say', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Change who writes it' }).click();
  const writers = page.getByRole('dialog', { name: 'Who writes this report' });
  await writers.getByRole('combobox', { name: 'Sponsor' }).fill('northlead');
  await page.getByRole('option', { name: /northlead/ }).click();
  await writers.getByLabel('Draft wanted by').fill('2031-04-01');
  expect(await axe(page)).toEqual([]);
  await writers.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Tuesday 1 April 2031').waitFor();
  await page.getByText('To be signed off by northlead').waitFor();
  expect(troublesOf(page)).toEqual([]);
}, 90_000);
