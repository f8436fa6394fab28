import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { addDays, londonDay } from '../../client/platform/format/dates.js';
import {
  axe,
  FOR_BROWSERS,
  newPage,
  openBrowser,
  overflowsSideways,
  signedInPage,
  troublesOf,
} from '../support/browser.js';
import { startWorld, type World } from '../support/world.js';

// Browsers on a busy machine take their time.
vi.setConfig({ testTimeout: 90_000 });

let world: World;
let browser: Browser;
let url: string;
const ids: Record<string, string> = {};
const today = londonDay(new Date());

const CHANGE = {
  rate: 'mutation ($input: RateActionInput!) { rateAction(input: $input) { action { id } } }',
  propose:
    'mutation ($input: ProposeCrossReferenceInput!) { proposeCrossReference(input: $input) { crossReference { id } } }',
};

beforeAll(async () => {
  world = await startWorld(FOR_BROWSERS);
  url = world.app.url;
  browser = await openBrowser();
  const { build } = world.app;
  const planId = await build.plan(world.partnershipId, {
    title: 'Winter plan',
    status: 'ADOPTED',
    startsOn: addDays(today, -200),
    endsOn: addDays(today, 200),
  });
  const workstreamId = await build.workstream(planId, { number: '2', title: 'Discharge' });
  const due = (days: number) => ({
    timingEnd: addDays(today, days),
    timingAsWritten: 'as written',
    timingPrecision: 'DAY',
  });
  const add = async (key: string, reference: string, title: string, days: number, ownerId: string) => {
    ids[key] = await build.action(workstreamId, { reference, title, ownerId, status: 'AMBER', ...due(days) });
  };
  ids['plan'] = planId;
  await add('late', 'B1', 'Open the ward', -9, world.north);
  await add('soon', 'B2', 'Train the teams', 12, world.north);
  await add('far', 'B3', 'Review the rota', 120, world.north);
  await add('theirs', 'C1', 'Move the clinic', -20, world.south);
});
afterAll(async () => {
  await browser?.close();
  await world?.app.close();
});

const list = (page: Page, name: string | RegExp) => page.getByRole('region', { name });
const open = async (page: Page) => {
  await page.goto(url);
  await page.getByRole('heading', { level: 1 }).waitFor();
};

describe('the home of an officer', () => {
  test('lists what is overdue and what falls due soon, of their organisation alone, each a link to its panel', async () => {
    const page = await signedInPage(browser, world.app, 'northeditor@example.org');
    await open(page);
    const late = list(page, /^Overdue/).getByRole('link');
    await late.waitFor();
    await expect.poll(() => late.allInnerTexts()).toEqual(['WS2 B1 Open the ward']);
    await expect.poll(() => late.getAttribute('href')).toBe(`/plans/${ids['plan']}/actions/${ids['late']}`);
    await expect
      .poll(() =>
        list(page, /^Due in the next/)
          .getByRole('link')
          .allInnerTexts(),
      )
      .toEqual(['WS2 B2 Train the teams']);
    await expect
      .poll(() => page.getByRole('list', { name: 'In short' }).innerText())
      .toMatch(/1\s*overdue\s*1\s*due in 30 days/);
    expect(troublesOf(page)).toEqual([]);
    await page.context().close();
  });

  test('moves by itself when a partner rates, and says so', async () => {
    const page = await signedInPage(browser, world.app, 'northeditor@example.org');
    await open(page);
    await list(page, 'Latest changes').waitFor();
    await page.getByText('Live', { exact: true }).waitFor();
    await world.northLead.ok(CHANGE.rate, { input: { id: ids['soon'], status: 'RED', expectedVersion: 1 } });
    const line = list(page, /^Due in the next/)
      .getByRole('listitem')
      .filter({ hasText: 'Train the teams' });
    await line.getByRole('img', { name: 'Red' }).waitFor();
    await list(page, 'Latest changes').getByText('Red, from Amber').waitFor();
    const spoken = page
      .getByTestId('announcer')
      .getByText('northlead (Northmoor Council) rated WS2 B2 Train the teams Red, from Amber');
    await spoken.waitFor({ state: 'attached' });
    await page.context().close();
  });

  test('has what others ask of us, to be confirmed on the spot', async () => {
    const page = await signedInPage(browser, world.app, 'northeditor@example.org');
    await open(page);
    const awaiting = list(page, /^Awaiting our answer/);
    await awaiting.getByText('Every cross-reference to our work has been answered.').waitFor();
    await propose('CONTRIBUTES_TO');
    await awaiting.getByText('contributes to').waitFor();
    await awaiting.getByRole('button', { name: 'Confirm WS2 C1' }).click();
    await awaiting.getByText('Every cross-reference to our work has been answered.').waitFor();
    await expect.poll(() => statusOf('CONTRIBUTES_TO')).toBe('CONFIRMED');
    expect(troublesOf(page)).toEqual([]);
    await page.context().close();
  });

  test('takes a no only with its reason', async () => {
    const page = await signedInPage(browser, world.app, 'northeditor@example.org');
    await propose('RELATES_TO');
    await open(page);
    const awaiting = list(page, /^Awaiting our answer/);
    await awaiting.getByRole('button', { name: 'Dispute WS2 C1' }).click();
    await awaiting.getByRole('button', { name: 'Dispute', exact: true }).click();
    await awaiting.getByText('Say why, so that they know what to change.').waitFor();
    await expect.poll(() => statusOf('RELATES_TO')).toBe('PROPOSED');
    await awaiting.getByLabel('Why not?').fill('The ward has no beds for it.');
    await awaiting.getByRole('button', { name: 'Dispute', exact: true }).click();
    await awaiting.getByText('Every cross-reference to our work has been answered.').waitFor();
    await expect.poll(() => statusOf('RELATES_TO')).toBe('DISPUTED');
    await page.context().close();
  });

  test('offers a reader no answer to give', async () => {
    const page = await signedInPage(browser, world.app, 'northviewer@example.org');
    await propose('SAME_WORK_AS');
    await open(page);
    const awaiting = list(page, /^Awaiting our answer/);
    await awaiting.getByText('A colleague who may edit answers this.').waitFor();
    expect(await awaiting.getByRole('button').count()).toBe(0);
    await page.context().close();
  });
});

describe('the home of somebody without an organisation', () => {
  test('shows the public what is published and nothing else, with the way in', async () => {
    const page = await newPage(browser);
    await open(page);
    await page.getByText('Plans that the partners publish will stand here.').waitFor();
    expect(await page.getByText('Winter plan').count()).toBe(0);
    expect(await page.getByText('Open the ward').count()).toBe(0);
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    expect(troublesOf(page)).toEqual([]);
    await page.context().close();
  });

  test('shows the administrator the plans of the partnership', async () => {
    const page = await signedInPage(browser, world.app, 'admin@example.org');
    await open(page);
    await list(page, 'Plans').getByRole('link', { name: 'Winter plan' }).waitFor();
    await page.context().close();
  });
});

describe('every page', () => {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1280, 320])
      test(`of the beginning has nothing against it, ${colorScheme} and ${width} pixels wide`, async () => {
        const options = { colorScheme, viewport: { width, height: 800 } };
        const page = await signedInPage(browser, world.app, 'northeditor@example.org', options);
        await open(page);
        await list(page, /^Overdue/)
          .getByRole('link')
          .waitFor();
        await list(page, 'Latest changes').getByRole('listitem').first().waitFor();
        expect(await axe(page)).toEqual([]);
        expect(await overflowsSideways(page)).toBe(false);
        expect(troublesOf(page)).toEqual([]);
        await page.context().close();
      });

  test('that is not there says neither that it is missing nor that it is another’s', async () => {
    const page = await newPage(browser);
    await page.goto(`${url}/nowhere/at/all`);
    await page.getByText('This is not here, or not yours to see').waitFor();
    await expect.poll(() => page.title()).toBe('Not found – Accord');
    await expect.poll(() => page.locator('link[rel=icon]').getAttribute('href')).toBe('/accord.svg');
    expect(await axe(page)).toEqual([]);
    await page.context().close();
  });
});

async function propose(kind: string): Promise<void> {
  await world.southLead.ok(CHANGE.propose, {
    input: { fromId: ids['theirs'], toId: ids['late'], kind },
  });
}

async function statusOf(kind: string): Promise<unknown> {
  const [row] = await world.app.build.sql('select status from cross_references where kind = $1', [kind]);
  return row?.['status'];
}
