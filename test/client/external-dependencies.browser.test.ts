import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axe, openBrowser, overflowsSideways, signedInPage, troublesOf } from '../support/browser.js';
import { type PlanWorld, startPlanWorld } from './plan.world.js';

const CREATE = `mutation ($input: CreateExternalDependencyInput!) {
  createExternalDependency(input: $input) { externalDependency { id } } }`;
const PROPOSE = `mutation ($input: ProposeCrossReferenceInput!) {
  proposeCrossReference(input: $input) { crossReference { id } } }`;

let world: PlanWorld;
let browser: Browser;
let licenceId = '';
beforeAll(async () => {
  world = await startPlanWorld();
  browser = await openBrowser();
  const { createExternalDependency } = await world.northLead.ok<{
    createExternalDependency: { externalDependency: { id: string } };
  }>(CREATE, {
    input: {
      planId: world.planId,
      title: 'Licence for the hub',
      controlledBy: 'The regulator',
      timing: 'March 2019',
      status: 'AMBER',
    },
  });
  licenceId = createExternalDependency.externalDependency.id;
  await world.northLead.ok(PROPOSE, { input: { fromId: world.hub, toId: licenceId, kind: 'DEPENDS_ON' } });
});
afterAll(async () => {
  await browser?.close();
  await world?.app.close();
});

const open = async (email: string, options = {}): Promise<Page> => {
  const page = await signedInPage(browser, world.app, email, options);
  await page.goto(`${world.app.url}/plans/${world.planId}/external-dependencies`);
  await row(page, 'Licence for the hub').waitFor();
  return page;
};
const row = (page: Page, title: string) =>
  page.getByRole('table', { name: 'External dependencies' }).locator('tbody tr').filter({ hasText: title });
const dialog = (page: Page) => page.getByRole('dialog').last();

describe('what a plan waits for from outside', () => {
  test('is reached from the map, and says when it is expected, whether it will come, and who waits', async () => {
    const page = await signedInPage(browser, world.app, 'northviewer@example.org');
    await page.goto(`${world.app.url}/plans/${world.planId}/map`);
    await page.getByRole('link', { name: 'External dependencies' }).click();
    const line = row(page, 'Licence for the hub');
    await line.waitFor();
    await expect.poll(() => line.innerText()).toMatch(/The regulator[\s\S]*March 2019\s*Overdue[\s\S]*Amber/);
    await expect
      .poll(() => line.getByRole('link', { name: 'WS2 B12' }).getAttribute('href'))
      .toBe(`/plans/${world.planId}/actions/${world.hub}`);
    await expect.poll(() => line.innerText()).toMatch(/WS2 B12 Northmoor Council\s*Strained/);
    expect(await page.getByRole('button', { name: /Add what it waits for|Change|Archive/ }).count()).toBe(0);
    expect(troublesOf(page)).toEqual([]);
    await page.context().close();
  });

  test('is added, changed, archived and brought back by a lead, and others see it at once', async () => {
    const page = await open('southlead@example.org');
    const other = await open('northeditor@example.org');
    await other.waitForTimeout(500);
    await page.getByRole('button', { name: 'Add what it waits for' }).click();
    await dialog(page).getByRole('textbox', { name: 'What is waited for' }).fill('National guidance');
    await dialog(page).getByRole('textbox', { name: 'Who controls it' }).fill('NHS England');
    await dialog(page)
      .getByRole('textbox', { name: /^Expected/ })
      .fill('June 2031');
    await dialog(page).getByRole('button', { name: 'Add it' }).click();
    await row(page, 'National guidance').getByText('June 2031').waitFor();
    await row(other, 'National guidance').waitFor();

    await page.getByRole('button', { name: 'Change “National guidance”' }).click();
    await dialog(page)
      .getByRole('button', { name: /Will it come in time/ })
      .click();
    await page.getByRole('option', { name: /Green/ }).click();
    await dialog(page).getByRole('button', { name: 'Save', exact: true }).click();
    await row(other, 'National guidance').getByText('Expected in time').waitFor();

    await page.getByRole('button', { name: 'Archive “National guidance”' }).click();
    await page.getByText('Nothing waits for it.').waitFor();
    await page.getByRole('button', { name: 'Archive it' }).click();
    await row(page, 'National guidance').waitFor({ state: 'detached' });
    await row(other, 'National guidance').waitFor({ state: 'detached' });
    await page.getByText('Archived (1)').click();
    await page.getByRole('button', { name: 'Bring “National guidance” back' }).click();
    await row(other, 'National guidance').waitFor();
    expect(troublesOf(page)).toEqual([]);
    await Promise.all([page.context().close(), other.context().close()]);
  });

  test('asks when somebody else changed the same meanwhile, and loses nothing typed', async () => {
    const page = await open('southlead@example.org');
    await page.getByRole('button', { name: 'Change “Licence for the hub”' }).click();
    const field = dialog(page).getByRole('textbox', { name: /^Expected/ });
    await field.fill('May 2031');
    const { version } = await world.app.build.row('external_dependencies', licenceId);
    await world.northLead.ok(
      `mutation ($input: UpdateExternalDependencyInput!) {
        updateExternalDependency(input: $input) { externalDependency { id } } }`,
      { input: { id: licenceId, expectedVersion: version, timing: 'July 2031' } },
    );
    await dialog(page).getByRole('button', { name: 'Save', exact: true }).click();
    await page
      .getByRole('heading', { name: '“Licence for the hub” was changed while you were writing' })
      .waitFor();
    await page.getByRole('button', { name: 'Back to my text' }).click();
    await expect.poll(() => field.inputValue()).toBe('May 2031');
    await dialog(page).getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Keep yours').click();
    await page.getByRole('button', { name: 'Save what I chose' }).click();
    await row(page, 'Licence for the hub').getByText('May 2031').waitFor();
    await page.context().close();
  });

  test('is not there for a stranger', async () => {
    const page = await signedInPage(browser, world.app, 'stranger@example.org');
    await page.goto(`${world.app.url}/plans/${world.planId}/external-dependencies`);
    await page.getByText('This is not here, or not yours to see').waitFor();
    expect(await page.content()).not.toContain('Licence for the hub');
    await page.context().close();
  });

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 320],
  ] as const)('keeps to WCAG 2.2 AA in %s at %i pixels', async (colorScheme, width) => {
    const page = await open('northlead@example.org', { colorScheme, viewport: { width, height: 800 } });
    expect(await axe(page)).toEqual([]);
    expect(await overflowsSideways(page)).toBe(false);
    await page.getByRole('button', { name: 'Change “Licence for the hub”' }).click();
    await dialog(page).getByRole('textbox', { name: 'What is waited for' }).waitFor();
    expect(await axe(page)).toEqual([]);
    expect(await overflowsSideways(page)).toBe(false);
    expect(troublesOf(page)).toEqual([]);
    await page.context().close();
  });
});
