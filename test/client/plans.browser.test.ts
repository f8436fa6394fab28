import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FOR_BROWSERS, openBrowser, signedInPage, troublesOf } from '../support/browser.js';
import { startWorld, type World } from '../support/world.js';

const RATE = 'mutation ($input: RateActionInput!) { rateAction(input: $input) { action { id } } }';

let world: World;
let browser: Browser;
let kept = '';

beforeAll(async () => {
  world = await startWorld(FOR_BROWSERS);
  browser = await openBrowser();
  await world.app.build.person(world.partnershipId, {
    email: 'northadmin@example.org',
    role: 'ADMIN',
    organisationId: world.north,
    name: 'Nora Admin',
  });
  kept = await world.app.build.plan(world.partnershipId, { title: 'Winter plan' });
});
afterAll(async () => {
  await browser?.close();
  await world?.app.close();
});

const titles = (page: Page) => page.locator('.plan-card h2').allInnerTexts();
const open = async (email: string): Promise<Page> => {
  const page = await signedInPage(browser, world.app, email);
  await page.goto(`${world.app.url}/plans`);
  await page.getByRole('link', { name: 'Winter plan' }).waitFor();
  await expect.poll(() => page.locator('.connection').innerText(), { timeout: 5_000 }).toBe('Live');
  return page;
};

test('a plan comes in few pieces: a first visit does not ask for each small module by itself', async () => {
  const page = await signedInPage(browser, world.app, 'northeditor@example.org');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${world.app.url}/plans/${kept}`);
  await page.getByRole('heading', { level: 1, name: 'Winter plan' }).waitFor();
  expect(asked.length).toBeGreaterThan(5);
  expect(asked.length).toBeLessThan(40);
  await page.context().close();
});

describe('the list of plans', () => {
  test('shows a plan that somebody else begins, and loses it when it is restricted', async () => {
    const [page, other] = [await open('southeditor@example.org'), await open('northadmin@example.org')];
    await other.getByRole('button', { name: 'Begin a plan' }).first().click();
    await other.getByRole('dialog').getByLabel('Title').fill('Flood plan');
    await other.getByRole('dialog').getByRole('button', { name: /Begin/ }).click();
    await page.getByRole('link', { name: 'Flood plan' }).waitFor();
    await expect.poll(() => page.getByTestId('announcer').textContent()).toContain('Flood plan was added by');

    const { build } = world.app;
    const [begun] = await build.sql<{ id: string }>(`select id from plans where title = 'Flood plan'`);
    const audience = await build.audience(world.partnershipId, 'ORGANISATIONS', [world.north]);
    await build.sql('update plans set audience_id = $2, own_audience_id = $2 where id = $1', [
      begun?.id,
      audience,
    ]);
    await expect.poll(() => titles(page)).toEqual(['Winter plan']);
    await expect.poll(() => page.getByTestId('announcer').textContent()).toBe('');
    expect([...troublesOf(page), ...troublesOf(other)]).toEqual([]);
    await Promise.all([page.context().close(), other.context().close()]);
  });

  test('counts an action again that somebody rates', async () => {
    const { build } = world.app;
    const workstreamId = await build.workstream(kept, { leadOrganisationId: world.north });
    const action = await build.action(workstreamId, { ownerId: world.north, status: 'GREEN' });
    const page = await open('southeditor@example.org');
    const bar = page.getByRole('img', { name: /Actions of Winter plan/ });
    await expect.poll(() => bar.getAttribute('aria-label')).toContain('1 Green');
    await world.northLead.ok(RATE, { input: { id: action, expectedVersion: 1, status: 'RED' } });
    await expect.poll(() => bar.getAttribute('aria-label')).toContain('1 Red');
    expect(troublesOf(page)).toEqual([]);
    await page.context().close();
  });
});
