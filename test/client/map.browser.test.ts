import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reference } from '../cross-references/two-partners.js';
import {
  axe,
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
const actions: Record<string, string> = {};

const RATE =
  'mutation ($id: ID!, $v: Int!, $s: BragStatus!) { rateAction(input: { id: $id, expectedVersion: $v, status: $s }) { action { id } } }';

/** A line of one place may be upright, and so without any width: it is there all the same. */
const there = { state: 'attached' } as const;
/** Asked in the page: what has the focus. */
const FOCUSED = 'document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent';

beforeAll(async () => {
  world = await startWorld(FOR_BROWSERS);
  browser = await openBrowser();
  const { app, partnershipId, north, south } = world;
  const { build } = app;
  planId = await build.plan(partnershipId, { title: 'Winter plan', status: 'ADOPTED' });
  const frontDoor = await build.workstream(planId, {
    number: '1',
    title: 'Front door',
    leadOrganisationId: north,
  });
  const discharge = await build.workstream(planId, {
    number: '2',
    title: 'Discharge',
    leadOrganisationId: south,
  });
  const workforce = await build.workstream(planId, {
    number: '3',
    title: 'Workforce',
    leadOrganisationId: south,
  });
  await build.workstream(planId, { number: '4', title: 'Estates' });
  const priority = await build.insert('priorities', {
    ...{ partnershipId, planId, number: '1', title: 'Sooner home', position: 1 },
    audienceId: (await build.row('plans', planId))['audience_id'],
  });
  await build.sql('update workstreams set priority_ids = $2 where id = $1', [frontDoor, [priority]]);
  const add = async (key: string, workstream: string, ownerId: string, values = {}) => {
    actions[key] = await build.action(workstream, {
      reference: key,
      title: `Do ${key}`,
      ownerId,
      status: 'GREEN',
      ...values,
    });
    return actions[key];
  };
  const a1 = await add('A1', frontDoor, north);
  const b1 = await add('B1', discharge, south);
  const b2 = await add('B2', discharge, south);
  const onlySouth = await build.audience(partnershipId, 'ORGANISATIONS', [south]);
  const hidden = await add('C9', workforce, south, { audienceId: onlySouth, ownAudienceId: onlySouth });
  await reference(app, { fromId: a1, toId: b1, status: 'CONFIRMED' });
  await reference(app, { fromId: a1, toId: b2, status: 'PROPOSED' });
  await reference(app, { fromId: b1, toId: b2, status: 'CONFIRMED' });
  await reference(app, { fromId: a1, toId: hidden, status: 'CONFIRMED' });
  // As if all this had been begun a hundred days ago.
  await build.sql(`update plans set created_at = created_at - interval '100 days'`);
  await build.sql(
    `set session_replication_role = replica; update changes set at = at - interval '100 days'; set session_replication_role = origin`,
  );
});
afterAll(async () => {
  await browser?.close();
  await world?.app.close();
});

const rate = async (key: string, status: string): Promise<void> => {
  const id = actions[key] ?? '';
  const { version } = await world.app.build.row('actions', id);
  await world.southEditor.ok(RATE, { id, v: version, s: status });
};
const openMap = async (email: string, query = '', options = {}): Promise<Page> => {
  const page = await signedInPage(browser, world.app, email, options);
  await page.goto(`${world.app.url}/plans/${planId}/map${query}`);
  await page.getByRole('tab', { name: 'Table' }).waitFor();
  return page;
};
const edges = (page: Page) => page.getByRole('button', { name: / to WS\d/ });
const edge = (page: Page) => page.getByRole('button', { name: /^WS1 Front door to WS2 Discharge: / });
const said = async (page: Page): Promise<string> => (await edge(page).getAttribute('aria-label')) ?? '';
const placed = (page: Page): Promise<unknown> =>
  page.evaluate('[...document.querySelectorAll(".react-flow__node")].map((node) => node.style.transform)');
const tableRow = (page: Page) => page.getByRole('row', { name: /^WS1 Front door WS2 Discharge/ });

describe('the map', () => {
  test('shows another organisation’s rating as strain within a second, moves nothing, and says it', async () => {
    await rate('B1', 'GREEN');
    const page = await openMap('northeditor@example.org');
    await edge(page).waitFor(there);
    await expect.poll(() => said(page)).toContain(': 2 needs, 1 unanswered');
    await expect.poll(() => page.locator('.connection').innerText(), { timeout: 5_000 }).toBe('Live');
    // The line is open; give the server time to have taken the subscription.
    await page.waitForTimeout(400);
    const before = await placed(page);

    await rate('B1', 'AMBER');
    await page.locator('.map-label', { hasText: '1 strained, 1 unanswered' }).waitFor({ timeout: 1_000 });
    await expect.poll(() => said(page)).toContain(': 2 needs, 1 strained, 1 unanswered');
    const line = page.locator('path.map-line.map-strained');
    expect(
      await page.evaluate(
        'getComputedStyle(document.querySelector(".map-line.map-strained")).strokeDasharray',
      ),
    ).not.toBe('none');
    await expect.poll(() => line.first().getAttribute('class')).toContain('is-fresh');
    await expect.poll(() => placed(page)).toEqual(before);
    await expect
      .poll(() => page.getByTestId('announcer').innerText())
      .toContain('now 2 needs, 1 strained, 1 unanswered');
    await expect.poll(() => page.locator('.map-line.is-fresh').count(), { timeout: 5_000 }).toBe(0);

    await page.getByRole('tab', { name: 'Table' }).click();
    await expect.poll(() => tableRow(page).innerText()).toMatch(/2 needs\s+1 strained, 1 unanswered/);
    await rate('B1', 'GREEN');
    await expect.poll(() => tableRow(page).innerText(), { timeout: 1_000 }).not.toContain('strained');
    expect(troublesOf(page)).toEqual([]);
    await page.context().close();
  });

  test('opens an edge by keyboard, tells each cross-reference as a sentence, and gives the focus back', async () => {
    await rate('B1', 'RED');
    const page = await openMap('northeditor@example.org');
    await edge(page).focus();
    await page.keyboard.press('Enter');
    const panel = page.getByRole('complementary', { name: 'Cross-references' });
    await panel
      .getByRole('listitem')
      .filter({ hasText: 'WS1 A1 needs R WS2 B1 — strained: WS2 B1 is Red.' })
      .waitFor();
    await expect
      .poll(() => panel.getByRole('link', { name: 'WS2 B1' }).getAttribute('href'))
      .toBe(`/plans/${planId}/actions/${actions['B1']}`);
    await expect.poll(() => page.evaluate(FOCUSED)).toBe('WS1 Front door → WS2 Discharge');
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate(FOCUSED)).toMatch(/^WS1 Front door to WS2 Discharge: /);
    await page.context().close();
  });

  test('never shows an end that is another’s own, nor counts it, nor moves when it is rated', async () => {
    await rate('B1', 'GREEN');
    const north = await openMap('northeditor@example.org');
    const south = await openMap('southeditor@example.org');
    const hidden = /^WS1 Front door to WS3 Workforce: /;
    await south.getByRole('button', { name: hidden }).waitFor(there);
    await edge(north).waitFor(there);
    expect(await north.getByText('4 cross-references shown').count()).toBe(0);
    await expect.poll(() => north.getByText('3 cross-references shown').count()).toBe(1);
    await rate('C9', 'RED');
    await south.getByRole('button', { name: /WS3 Workforce: 1 needs, 1 strained/ }).waitFor(there);
    expect(await north.getByRole('button', { name: hidden }).count()).toBe(0);
    await expect.poll(() => edges(north).count()).toBe(1);
    expect(await north.content()).not.toMatch(/Do C9|WS3 C9/);
    await north.getByRole('tab', { name: 'Table' }).click();
    expect(await north.getByRole('row', { name: /WS1 Front door WS3/ }).count()).toBe(0);
    await Promise.all([north.context().close(), south.context().close()]);
  });

  test('is not there for a stranger', async () => {
    const page = await signedInPage(browser, world.app, 'stranger@example.org');
    await page.goto(`${world.app.url}/plans/${planId}/map`);
    await page.getByText('This is not here, or not yours to see').waitFor();
    expect(await page.content()).not.toContain('Front door');
    await page.context().close();
  });

  test('narrows to what is strained without moving the places, in the map and in the table alike', async () => {
    await rate('B1', 'GREEN');
    const page = await openMap('northeditor@example.org');
    await edge(page).waitFor(there);
    const before = await placed(page);
    await page.getByText('Strained only').click();
    await expect.poll(() => edges(page).count()).toBe(0);
    await expect.poll(() => placed(page)).toEqual(before);
    await page.getByRole('tab', { name: 'Table' }).click();
    await page.getByText('No cross-references to show.').waitFor();
    await page.getByText('Strained only').click();
    await tableRow(page).waitFor();
    await page.context().close();
  });

  test('keeps still for those who asked for it', async () => {
    await rate('B1', 'GREEN');
    const page = await openMap('northeditor@example.org', '', { reducedMotion: 'reduce' });
    await edge(page).waitFor(there);
    await page.waitForTimeout(600);
    await rate('B1', 'RED');
    const label = page.locator('.map-label.is-fresh');
    await label.waitFor({ timeout: 2_000 });
    const seconds = await page.evaluate(
      'Number.parseFloat(getComputedStyle(document.querySelector(".map-label.is-fresh")).animationDuration)',
    );
    expect(seconds).toBeLessThan(0.001);
    await page.context().close();
  });

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 320],
    ['dark', 320],
  ] as const)('keeps to WCAG 2.2 AA in %s at %i pixels', async (colorScheme, width) => {
    await rate('B1', 'RED');
    const page = await openMap('northeditor@example.org', '', {
      colorScheme,
      viewport: { width, height: 800 },
    });
    if (width === 320) await tableRow(page).waitFor();
    else await edge(page).waitFor(there);
    expect(await axe(page)).toEqual([]);
    if (width !== 320) {
      await edge(page).focus();
      await page.keyboard.press('Enter');
      await page.getByText('— strained').first().waitFor();
      expect(await axe(page)).toEqual([]);
    }
    expect(await overflowsSideways(page)).toBe(false);
    expect(troublesOf(page)).toEqual([]);
    await page.context().close();
  });
});

describe('the map at other levels', () => {
  const node = (page: Page, name: RegExp) =>
    page.locator('.react-flow__node').and(page.getByRole('button', { name }));

  test('is chosen by level, opens a place by double click, keeps that in the address and closes it again', async () => {
    const page = await openMap('northeditor@example.org');
    await page.getByRole('button', { name: /Level/ }).click();
    await page.getByRole('option', { name: 'Priorities' }).click();
    await node(page, /^Priority 1 Sooner home/).waitFor();
    expect(page.url()).toContain('level=priority');
    await page.getByText(/3 more have an end that belongs to none of these places/).waitFor();

    await page.getByRole('button', { name: /Level/ }).click();
    await page.getByRole('option', { name: 'Workstreams' }).click();
    await node(page, /^WS1 Front door/).dblclick();
    await node(page, /^WS1 A1 Do A1/).waitFor();
    await page.getByRole('heading', { name: 'Opened in place' }).waitFor();
    expect(await node(page, /^WS1 Front door/).count()).toBe(0);
    await page.reload();
    await node(page, /^WS1 A1 Do A1/).waitFor();
    await page.getByRole('tab', { name: 'Table' }).click();
    await page.getByRole('row', { name: /^WS1 A1 Do A1 WS2 Discharge 2 needs/ }).waitFor();
    await page.getByRole('button', { name: 'Close WS1 Front door' }).click();
    await tableRow(page).waitFor();
    expect(page.url()).not.toContain('open=');
    expect(troublesOf(page)).toEqual([]);
    await page.context().close();
  });

  test('opens a place and shows what is around it by keyboard', async () => {
    const page = await openMap('northeditor@example.org');
    await node(page, /^WS2 Discharge/).focus();
    await page.keyboard.press('Enter');
    const panel = page.getByRole('complementary', { name: 'Cross-references' });
    await panel.getByRole('button', { name: 'Only what is around it' }).press('Enter');
    await expect.poll(() => node(page, /^WS4 Estates/).count()).toBe(0);
    await page.getByRole('group', { name: 'Around WS2 Discharge' }).waitFor();
    await page.getByRole('button', { name: 'Show all places' }).press('Enter');
    await node(page, /^WS4 Estates/).waitFor();
    await panel.getByRole('button', { name: 'Open in place' }).press('Enter');
    await node(page, /^WS2 B1 Do B1/).waitFor();
    await panel.getByRole('heading', { name: 'WS2 Discharge' }).waitFor();
    await panel.getByText('3 cross-references').waitFor();
    await panel.getByRole('button', { name: 'Close it again' }).press('Enter');
    await node(page, /^WS2 Discharge/).waitFor();
    await page.context().close();
  });

  test('is a matrix too, with one stop for Tab, moved in by arrows, whose cells say what depends on what', async () => {
    await rate('B1', 'RED');
    const page = await openMap('northeditor@example.org', '?view=matrix');
    const grid = page.getByRole('grid', { name: /rows depend on columns/ });
    await grid.waitFor();
    expect(await grid.locator('button[tabindex="0"]').count()).toBe(1);
    await grid.locator('button[tabindex="0"]').focus();
    await page.keyboard.press('ArrowRight');
    await expect
      .poll(() => page.evaluate(FOCUSED))
      .toBe('WS1 Front door depends on WS2 Discharge: 2, 1 strained');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.evaluate(FOCUSED)).toBe('WS2 Discharge depends on itself: 1');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'WS1 Front door → WS2 Discharge' }).waitFor();
    await page.context().close();
  });

  test('stands as it stood at each month end, and the slider keeps the focus; what changed since is listed', async () => {
    await rate('B1', 'RED');
    const page = await openMap('northeditor@example.org');
    await edge(page).waitFor(there);
    const slider = page.getByRole('slider', { name: 'Month by month' });
    await slider.focus();
    await page.keyboard.press('ArrowLeft');
    await page.getByText('It does not change while you look at it').waitFor();
    await expect.poll(() => said(page)).toBe('WS1 Front door to WS2 Discharge: 2 needs, 1 unanswered');
    expect(page.url()).toContain('asOf=');
    expect(await page.evaluate('document.activeElement?.type')).toBe('range');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.url()).not.toContain('asOf=');
    expect(await page.evaluate('document.activeElement?.type')).toBe('range');
    await expect.poll(() => said(page)).toContain('1 strained');
    await page.getByRole('button', { name: /What changed since/ }).click();
    await page.getByRole('option').nth(1).click();
    await page.getByRole('listitem').filter({ hasText: 'More strained' }).waitFor();
    await page.context().close();
  });

  test('narrows to what touches one organisation, and lets the picture be taken along', async () => {
    const page = await openMap('northeditor@example.org');
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('button', { name: /Organisation/ }).click();
    await page.getByRole('option', { name: 'Northmoor Council' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Filters (1)' }).waitFor();
    await expect.poll(() => page.getByText('2 cross-references shown').count()).toBe(1);
    expect(await node(page, /^WS4 Estates/).count()).toBe(0);
    for (const kind of ['SVG', 'PNG']) {
      await page.getByRole('button', { name: 'Take the picture along' }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: `Save as ${kind}` }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(`map.${kind.toLowerCase()}`);
      const bytes = readFileSync(await download.path());
      expect(bytes.subarray(0, 4).toString('latin1')).toBe(kind === 'PNG' ? '\x89PNG' : '<svg');
    }
    expect(troublesOf(page)).toEqual([]);
    await page.context().close();
  });

  test('is drawn of the whole partnership', async () => {
    const page = await signedInPage(browser, world.app, 'northeditor@example.org');
    await page.goto(`${world.app.url}/map?level=organisation`);
    await node(page, /^Northmoor Council/).waitFor();
    await page.getByRole('button', { name: /^Northmoor Council to Southmere Trust: 2 needs/ }).waitFor(there);
    expect(await page.content()).not.toContain('Do C9');
    await page.context().close();
  });

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 320],
    ['dark', 320],
  ] as const)(
    'keeps to WCAG 2.2 AA in %s at %i pixels, opened and as a matrix',
    async (colorScheme, width) => {
      const page = await openMap('northeditor@example.org', '?view=matrix', {
        colorScheme,
        viewport: { width, height: 900 },
      });
      await page.getByRole('grid').waitFor();
      expect(await axe(page)).toEqual([]);
      expect(await overflowsSideways(page)).toBe(false);
      const frontDoor = await world.app.build.sql<{ id: string }>(
        `select id from workstreams where title = 'Front door'`,
      );
      await page.goto(
        `${world.app.url}/plans/${planId}/map?open=${frontDoor[0]?.id}&view=map&at=${frontDoor[0]?.id}`,
      );
      await node(page, /^WS1 A1 Do A1/).waitFor(there);
      expect(await axe(page)).toEqual([]);
      expect(await overflowsSideways(page)).toBe(false);
      expect(troublesOf(page)).toEqual([]);
      await page.context().close();
    },
  );
});
