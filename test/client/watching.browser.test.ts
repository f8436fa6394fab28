import type { Browser, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axe, overflowsSideways, signedInPage, troublesOf } from '../support/browser.js';
import { inPlanWorld, type PlanWorld } from './plan.world.js';

const UPDATE = `mutation ($input: UpdateExternalDependencyInput!) {
  updateExternalDependency(input: $input) { externalDependency { id } } }`;

let world: PlanWorld;
let browser: Browser;
inPlanWorld((begun, opened) => {
  [world, browser] = [begun, opened];
});

/** Something the plan waits for, far off, which nobody watches yet. */
const awaited = (title: string, values: object = {}) =>
  world.app.build.inPartnership('external_dependencies', world.partnershipId, {
    ...{ planId: world.planId, title, controlledBy: 'The regulator', timingAsWritten: 'May 2031' },
    ...{ timingStart: '2031-05-01', timingEnd: '2031-05-31', timingPrecision: 'MONTH', ...values },
  });

async function move(id: string, timing: string): Promise<void> {
  const { version } = await world.app.build.row('external_dependencies', id);
  await world.southLead.ok(UPDATE, { input: { id, expectedVersion: version, timing } });
}

const open = async (email: string, path: string, options = {}): Promise<Page> => {
  const page = await signedInPage(browser, world.app, email, options);
  await page.goto(world.app.url + path);
  return page;
};
const row = (page: Page, title: string) =>
  page.getByRole('table', { name: 'External dependencies' }).locator('tbody tr').filter({ hasText: title });
const news = (page: Page) => page.getByRole('region', { name: /^What we watch from outside/ });

describe('watching what no partner controls', () => {
  test('begins and ends with one press, seen by others at once, and the list is narrowed to it', async () => {
    await awaited('A framework');
    await awaited('A licence', { planId: null });
    const page = await open('northeditor@example.org', '/external-dependencies');
    const other = await open('northviewer@example.org', `/plans/${world.planId}/external-dependencies`);
    const otherRow = row(other, 'A framework');
    await otherRow.getByText('Nobody').waitFor();
    expect(await other.getByRole('button', { name: /^Watch/ }).count()).toBe(0);
    await expect.poll(() => row(page, 'A framework').innerText()).toContain('Joint recruitment plan');
    await expect.poll(() => row(page, 'A licence').innerText()).toContain('The whole partnership waits');

    await page.getByRole('button', { name: 'Watch: “A framework”' }).press('Enter');
    const end = page.getByRole('button', { name: 'Stop watching: “A framework”' });
    await end.waitFor();
    await otherRow.getByText('Nobody').waitFor({ state: 'detached' });
    await page.getByText('Only what we watch').click();
    await row(page, 'A licence').waitFor({ state: 'detached' });
    await row(page, 'A framework').waitFor();
    await end.click();
    await page.getByText('Your organisation watches none of these.').waitFor();
    await otherRow.getByText('Nobody').waitFor();
    expect(troublesOf(page)).toEqual([]);
  });

  test('tells on Home, while one looks on, that the date moved, until somebody notes it', async () => {
    const id = await awaited('A circular');
    await world.app.build.inPartnership('watches', world.partnershipId, {
      ...{ planId: world.planId, externalDependencyId: id, organisationId: world.north },
    });
    const page = await open('northeditor@example.org', '/');
    await page.getByRole('heading', { name: 'Latest changes' }).waitFor();
    expect(await news(page).count()).toBe(0);
    await page.waitForTimeout(500);
    await move(id, 'July 2031');
    await news(page).getByText('It was expected May 2031').waitFor();
    await expect
      .poll(() => page.getByRole('list', { name: 'Latest changes' }).innerText())
      .toMatch(/changed the expected date of A circular/);
    await page.getByRole('button', { name: 'Noted: A circular' }).press('Enter');
    await news(page).waitFor({ state: 'detached' });
    await expect.poll(() => page.locator(':focus').getAttribute('id')).toBe('home-latest');

    const late = await awaited('A review', { timingAsWritten: 'May 2018', timingEnd: '2018-05-31' });
    await world.app.build.inPartnership('watches', world.partnershipId, {
      ...{ planId: world.planId, externalDependencyId: late, organisationId: world.north },
    });
    await page.reload();
    await news(page).getByText('overdue since 31 May 2018').waitFor();
    expect(troublesOf(page)).toEqual([]);
  });

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 320],
  ] as const)('keeps to WCAG 2.2 AA in %s at %i pixels', async (colorScheme, width) => {
    const id = await awaited(`A settlement, ${colorScheme} at ${width}`);
    await world.app.build.inPartnership('watches', world.partnershipId, {
      ...{ planId: world.planId, externalDependencyId: id, organisationId: world.north },
    });
    await move(id, 'July 2031');
    const options = { colorScheme, viewport: { width, height: 800 } };
    const page = await open('northeditor@example.org', '/external-dependencies', options);
    await row(page, 'A settlement').first().waitFor();
    expect(await axe(page)).toEqual([]);
    expect(await overflowsSideways(page)).toBe(false);
    await page.goto(world.app.url);
    await news(page).getByText('It was expected May 2031').first().waitFor();
    expect(await axe(page)).toEqual([]);
    expect(await overflowsSideways(page)).toBe(false);
    expect(troublesOf(page)).toEqual([]);
  });
});
