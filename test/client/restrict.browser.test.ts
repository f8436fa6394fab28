import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axe, openBrowser, overflowsSideways, signedInPage, troublesOf } from '../support/browser.js';
import { type PlanWorld, startPlanWorld } from './plan.world.js';

let world: PlanWorld;
let browser: Browser;
beforeAll(async () => {
  world = await startPlanWorld();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await world?.app.close();
});

const dialog = (page: Page) => page.getByRole('dialog').last();
const open = async (email: string, path: string, options = {}): Promise<Page> => {
  const page = await signedInPage(browser, world.app, email, options);
  await page.goto(`${world.app.url}/plans/${world.planId}${path}`);
  await page.getByRole('button', { name: 'Who sees it' }).last().click();
  await dialog(page)
    .getByRole('heading', { name: /^Who sees/ })
    .waitFor();
  return page;
};
const choose = async (page: Page, kind: string | RegExp) => {
  await dialog(page)
    .getByRole('button', { name: /Seen by/ })
    .click();
  await page.getByRole('option', { name: kind }).click();
};
const add = async (page: Page, field: string, typed: string, option: string | RegExp) => {
  const box = dialog(page).getByRole('combobox', { name: field });
  await box.fill(typed);
  await page.getByRole('option', { name: option }).click();
};
const save = (page: Page) => dialog(page).getByRole('button', { name: 'Save who sees it' }).click();
/** The dialog goes once the server has answered, a moment after it was written. */
const isSaved = (page: Page) =>
  page.getByRole('button', { name: 'Save who sees it' }).waitFor({ state: 'detached' });
const circle = async (table: string, id: string) => {
  const [row] = await world.app.build.sql<{ kind: string; members: string[] }>(
    `select a.kind, a.members from ${table} t join audiences a on a.id = t.own_audience_id where t.id = $1`,
    [id],
  );
  return row ?? null;
};

describe('who sees it', () => {
  test('is said of a workstream: the organisations by name, in one sentence, until all may see it again', async () => {
    const page = await open('northlead@example.org', `/workstreams/${world.workstreamId}`);
    await dialog(page).getByText('Everyone who sees the plan will see it.').waitFor();
    await choose(page, 'Only these organisations');
    await dialog(page)
      .getByText('Only the members of Northmoor Council will see it, if they see the plan.')
      .waitFor();
    await add(page, 'Organisations', 'south', 'Southmere Trust');
    await dialog(page)
      .getByText('Only the members of Northmoor Council and Southmere Trust will see it')
      .waitFor();
    await dialog(page)
      .getByRole('row', { name: 'Southmere Trust' })
      .getByRole('button', { name: /Remove/ })
      .click();
    await save(page);
    await page.getByText('Only Northmoor Council sees this workstream.').waitFor();
    await expect
      .poll(() => circle('workstreams', world.workstreamId))
      .toEqual({ kind: 'ORGANISATIONS', members: [world.north] });
    await isSaved(page);
    await page.getByRole('button', { name: 'Who sees it' }).last().click();
    await choose(page, 'Everyone who sees the plan');
    await save(page);
    await expect.poll(() => circle('workstreams', world.workstreamId)).toBeNull();
    expect(troublesOf(page)).toEqual([]);
    await page.context().close();
  });

  test('warns whoever would be left out, and says at the field why it is refused; what was chosen stays', async () => {
    const page = await open('northlead@example.org', `/actions/${world.website}`);
    await choose(page, 'Only these people');
    await dialog(page)
      .getByRole('row', { name: /northlead/i })
      .getByRole('button', { name: /Remove/ })
      .click();
    await dialog(page).getByText('Say which.', { exact: true }).waitFor();
    await add(page, 'People', 'northeditor', /northeditor/i);
    await dialog(page).getByText('You would no longer see it yourself.').waitFor();
    await save(page);
    await dialog(page)
      .getByText('You would no longer see this yourself: include your organisation, your board or yourself.')
      .waitFor();
    expect(await circle('actions', world.website)).toBeNull();
    await add(page, 'People', 'northlead', /northlead/i);
    await save(page);
    await page.getByText(/^Only northeditor, northlead see this/i).waitFor();
    await expect.poll(async () => (await circle('actions', world.website))?.kind).toBe('PEOPLE');
    await page.context().close();
  });

  test('opens a whole plan to the public, for those who may publish it, or to a board', async () => {
    const page = await open('chair@example.org', '');
    await choose(page, 'Everyone, the public too');
    await dialog(page).getByText('Everyone will see it, the public too, without signing in.').waitFor();
    await save(page);
    await expect.poll(async () => (await circle('plans', world.planId))?.kind).toBe('EVERYONE');
    await isSaved(page);
    await page.getByRole('button', { name: 'Who sees it' }).click();
    await dialog(page).getByText('Everyone will see it, the public too').waitFor();
    await choose(page, 'Everyone in the partnership');
    await save(page);
    await expect.poll(() => circle('plans', world.planId)).toBeNull();
    await page.context().close();
  });

  test('asks when somebody else said so meanwhile', async () => {
    const page = await open('northlead@example.org', `/actions/${world.hub}`);
    await choose(page, 'Only these organisations');
    const { version } = await world.app.build.row('actions', world.hub);
    await world.northLead.ok(
      `mutation ($input: RestrictInput!) { restrictAction(input: $input) { action { id } } }`,
      {
        input: {
          id: world.hub,
          expectedVersion: version,
          audience: { kind: 'ORGANISATIONS', organisationIds: [world.north, world.south] },
        },
      },
    );
    await save(page);
    await page.getByRole('heading', { name: /was changed while you were writing/ }).waitFor();
    await page.getByText('Keep yours').click();
    await page.getByRole('button', { name: 'Save what I chose' }).click();
    await expect
      .poll(() => circle('actions', world.hub))
      .toEqual({ kind: 'ORGANISATIONS', members: [world.north] });
    await page.context().close();
  });

  test('is not offered to those who may not say so', async () => {
    const page = await signedInPage(browser, world.app, 'southeditor@example.org');
    await page.goto(`${world.app.url}/plans/${world.planId}/workstreams/${world.workstreamId}`);
    await page.getByRole('dialog').getByText('Led by').waitFor();
    expect(await page.getByRole('button', { name: 'Who sees it' }).count()).toBe(0);
    await page.context().close();
  });

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 320],
  ] as const)('keeps to WCAG 2.2 AA in %s at %i pixels', async (colorScheme, width) => {
    const page = await open('northlead@example.org', `/workstreams/${world.workstreamId}`, {
      colorScheme,
      viewport: { width, height: 800 },
    });
    await choose(page, 'Only these organisations');
    await add(page, 'Organisations', 'south', 'Southmere Trust');
    await dialog(page).getByText('Only the members of Northmoor Council and Southmere Trust').waitFor();
    expect(await axe(page)).toEqual([]);
    expect(await overflowsSideways(page)).toBe(false);
    expect(troublesOf(page)).toEqual([]);
    await page.context().close();
  });
});
