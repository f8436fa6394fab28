import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  axe,
  FOR_BROWSERS,
  newPage,
  openBrowser,
  overflowsSideways,
  signedInPage,
  troublesOf,
} from '../support/browser.js';
import { describeWithData, sharedData } from '../support/shared-data.js';
import { workbook } from '../support/workbook.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let browser: Browser;
let url: string;
let planId: string;

const HEADINGS = ['Workstream', 'Ref', 'Action', 'Lead', 'Timescale', 'RAG', 'Progress update'];
const HOMES = 'Workstream 1: Homes';
const book = (...rows: string[][]) => Buffer.from(workbook([{ name: 'Plan', rows: [HEADINGS, ...rows] }]));
const ROWS = [
  [
    HOMES,
    'A1',
    'Insulate the terraces',
    'Northmoor Council',
    'Sep-18',
    'Green',
    'Ward by ward. Feeds into action A2',
  ],
  [HOMES, 'A2', 'Fit the pumps', 'NC', 'sometime soon', 'Amber', 'Link to Workstream 1 action Z9'],
  [HOMES, 'A3', 'Train the fitters', 'TBC', 'March 2019', '', ''],
];

beforeAll(async () => {
  world = await startWorld(FOR_BROWSERS);
  url = world.app.url;
  browser = await openBrowser();
  const { app, partnershipId, north, south } = world;
  // Two bodies go by one abbreviation: nobody but a person can tell which is meant.
  await app.build.sql('update organisations set aliases = $2 where id = any($1::uuid[])', [
    [north, south],
    ['NC'],
  ]);
  planId = await app.build.plan(partnershipId, { title: 'Homes plan' });
});
afterAll(async () => {
  await browser?.close();
  await world?.app.close();
});

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const as = async (name: string, options = {}): Promise<Page> => {
  const page = await signedInPage(browser, world.app, `${name}@example.org`, options);
  page.setDefaultTimeout(15_000);
  await page.goto(`${url}/import`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
};
const choose = (page: Page, name: string, buffer: Buffer) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
const look = (page: Page) => page.getByRole('button', { name: 'See what it would change' }).click();
const intoPlan = async (page: Page, title = 'Homes plan'): Promise<void> => {
  await page.getByRole('button', { name: 'Plan', exact: false }).and(page.locator('.select-button')).click();
  await page.getByRole('option', { name: title }).click();
};
const cellsOf = async (page: Page, table: string, row: string): Promise<string[]> =>
  region(page, table)
    .getByRole('row', { name: new RegExp(`^${row}`) })
    .getByRole('cell')
    .allInnerTexts();
const actionsOfPlan = () =>
  world.app.build.sql<{ reference: string; archived: boolean }>(
    'select reference, archived_at is not null as archived from actions where plan_id = $1 order by reference',
    [planId],
  );

describe('a workbook', () => {
  test('is looked at, its owners are settled, it is applied to the plan and taken back again', async () => {
    const page = await as('admin');
    await choose(page, 'Homes.xlsx', book(...ROWS));
    await page.getByText('As a new plan').waitFor();
    await intoPlan(page);
    await look(page);
    await page.getByRole('heading', { level: 1, name: 'Homes.xlsx' }).waitFor();
    await expect.poll(() => cellsOf(page, 'What it brings', 'Workstreams')).toEqual(['1', '0', '0']);
    await expect.poll(() => cellsOf(page, 'What it brings', 'Tasks')).toEqual(['3', '0', '0']);
    expect(await actionsOfPlan()).toEqual([]);

    const whoever = page.getByRole('button', { name: /Who “NC” is/ });
    await expect.poll(() => cellsOf(page, 'Owners', '“NC”')).toContain('To be settled');
    await whoever.click();
    await page.getByRole('option', { name: /Southmere Trust/ }).click();
    await region(page, 'Owners').getByText('You settled it').waitFor();
    await expect.poll(() => cellsOf(page, 'Owners', '“TBC”')).toContain('Nobody yet: a gap that is shown');

    await page.getByRole('tab', { name: /Dates/ }).click();
    const dates = await region(page, 'Dates').getByRole('row').allInnerTexts();
    expect(dates[1]).toMatch(/“sometime soon”\s+1\s+Not understood/);
    expect(dates.join()).toContain('Understood as 1–30 Sep 2018');

    await page.getByRole('tab', { name: /Cross-references/ }).click();
    const references = await region(page, 'Cross-references').getByRole('row').allInnerTexts();
    expect(references[1]).toMatch(/Z9.*Not resolved\s+Workstream 1 has no Z9/s);

    await page.getByRole('button', { name: 'Apply to Homes plan' }).click();
    await page.getByText('It is in Homes plan, in one set of changes.').waitFor();
    await expect
      .poll(async () => (await actionsOfPlan()).map(({ reference }) => reference))
      .toEqual(['A1', 'A2', 'A3']);
    const [owner] = await world.app.build.sql(
      `select o.organisation_id from ownerships o join actions a on a.id = o.item_id where a.plan_id = $1 and a.reference = 'A2'`,
      [planId],
    );
    expect(owner?.['organisation_id']).toBe(world.south);
    await expect
      .poll(() => page.getByRole('link', { name: 'Open the plan' }).getAttribute('href'))
      .toBe(`/plans/${planId}`);

    await page.getByRole('button', { name: 'Undo the import' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Undo the import' }).click();
    await page.getByText('This import was undone. Nothing of it is left in the plan.').waitFor();
    await expect.poll(async () => (await actionsOfPlan()).every(({ archived }) => archived)).toBe(true);

    await page.getByRole('link', { name: 'Import' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Import' }).waitFor();
    await expect
      .poll(() => cellsOf(page, 'Earlier imports', 'Homes.xlsx'))
      .toEqual(expect.arrayContaining(['Homes plan', 'Undone', 'admin']));
    expect(troublesOf(page)).toEqual([]);
    await page.context().close();
  }, 60_000);

  test('can begin a plan of its own; a period that ends before it begins is refused in words', async () => {
    const page = await as('admin');
    await choose(page, 'Warm homes.csv', Buffer.from(`${HEADINGS.join()}\n${HOMES},A1,Insulate,,,,\n`));
    await page.getByText('As a new plan').click();
    await page.getByLabel('Title').fill('Warm homes');
    await page.getByLabel('First day').fill('2026-04-01');
    await page.getByLabel('Last day').fill('2025-03-31');
    await look(page);
    await page.locator('.banner-danger').waitFor();
    expect(await world.app.build.sql(`select id from imports where file_name = 'Warm homes.csv'`)).toEqual(
      [],
    );
    await page.getByLabel('Last day').fill('2027-03-31');
    await look(page);
    await page.getByRole('button', { name: 'Apply, and begin the plan' }).click();
    await page.getByText('It is in Warm homes, in one set of changes.').waitFor();
    const [plan] = await world.app.build.sql(
      `select ends_on::text as ends from plans where title = 'Warm homes'`,
    );
    expect(plan?.['ends']).toBe('2027-03-31');
    await page.context().close();
  });

  test('too large for one message goes by the road for files', async () => {
    await world.app.build.plan(world.partnershipId, { title: 'Large plan' });
    const page = await as('admin');
    const rows = Array.from(
      { length: 600 },
      (_, at) => `${HOMES},A${at + 1},${'Insulate the terrace '.repeat(9)}${at},,,,`,
    );
    await choose(page, 'Large.csv', Buffer.from(`${HEADINGS.join()}\n${rows.join('\n')}\n`));
    await intoPlan(page, 'Large plan');
    await look(page);
    await page.getByRole('heading', { level: 1, name: 'Large.csv' }).waitFor();
    await expect.poll(async () => (await cellsOf(page, 'What it brings', 'Tasks'))[0]).toBe('600');
    expect(troublesOf(page)).toEqual([]);
    await page.context().close();
  });
});

describe('what cannot be a plan', () => {
  test.each([
    ['Old.xls', Buffer.from('x'), 'This is a workbook of the old kind (.xls).'],
    ['Letter.docx', Buffer.from('x'), 'This is neither a workbook (.xlsx) nor a table (.csv).'],
    ['Empty.csv', Buffer.alloc(0), 'This file is empty.'],
  ])('%s is not even sent', async (name, buffer, words) => {
    const page = await as('admin');
    await choose(page, name, buffer);
    await page.getByText(words).waitFor();
    await expect
      .poll(() => page.getByRole('button', { name: 'See what it would change' }).isDisabled())
      .toBe(true);
    await page.context().close();
  });

  test('a workbook that is none is refused in words, and what was chosen stays', async () => {
    const page = await as('admin');
    await choose(page, 'Broken.xlsx', Buffer.from('a,b,c'));
    await intoPlan(page);
    await look(page);
    await page.locator('.banner-danger').waitFor();
    expect(await page.locator('.banner-danger').innerText()).not.toMatch(/error|undefined|invalid/i);
    await page.getByText('Broken.xlsx', { exact: true }).waitFor();
    expect(await world.app.build.sql(`select id from imports where file_name = 'Broken.xlsx'`)).toEqual([]);
    await page.context().close();
  });
});

test('whoever may not import is told so, and the public is asked to sign in', async () => {
  const page = await as('northviewer');
  await page.getByText('You cannot bring in a file here').waitFor();
  expect(await page.locator('input[type=file]').count()).toBe(0);
  await page.context().close();
  const visitor = await newPage(browser);
  await visitor.goto(`${url}/import`);
  await visitor.getByText('Sign in to bring in a plan').waitFor();
  await visitor.context().close();
});

describe.each([
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['320 pixels wide', { viewport: { width: 320, height: 640 } }],
] as const)('%s', (_, options) => {
  test('nothing stands in anybody’s way', async () => {
    const page = await as('admin', options);
    await region(page, 'Earlier imports').waitFor();
    expect([await axe(page), await overflowsSideways(page)]).toEqual([[], false]);
    await choose(page, 'Homes.xlsx', book(...ROWS));
    await page.getByText('As a new plan').click();
    expect([await axe(page), await overflowsSideways(page)]).toEqual([[], false]);
    await look(page);
    for (const tab of ['Owners', 'Dates', 'Cross-references', 'Passed over']) {
      await page.getByRole('tab', { name: new RegExp(tab) }).click();
      expect([tab, await axe(page), await overflowsSideways(page)]).toEqual([tab, [], false]);
    }
    await page.context().close();
  }, 120_000);
});

describeWithData('the real workbook of November 2018', () => {
  test('shows its 9 workstreams, 30 lettered actions, 121 tasks and 21 risks', async () => {
    const page = await as('admin');
    await page
      .locator('input[type=file]')
      .setInputFiles(join(sharedData ?? '', 'cumbria-cqc-2018', 'CQC Action Plan - November 2018.xlsx'));
    await page.getByText('As a new plan').click();
    await page.getByLabel('First day').fill('2018-04-01');
    await page.getByLabel('Last day').fill('2019-03-31');
    await look(page);
    await page.getByRole('heading', { name: 'What it would bring' }).waitFor();
    const created = async (row: string) => (await cellsOf(page, 'What it brings', row))[0];
    await expect
      .poll(() => Promise.all(['Workstreams', 'Lettered actions', 'Tasks', 'Risks'].map(created)))
      .toEqual(['9', '30', '121', '21']);
    await page.getByRole('tab', { name: /Cross-references/ }).click();
    await page.getByText('Workstream 9 has no A4').waitFor();
    expect(troublesOf(page)).toEqual([]);
    await page.context().close();
  }, 60_000);
});
