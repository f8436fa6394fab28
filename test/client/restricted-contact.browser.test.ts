import type { Browser, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axe, overflowsSideways, signedInPage, troublesOf } from '../support/browser.js';
import { inPlanWorld, type PlanWorld } from './plan.world.js';

const SECRET = 'Numbat ward closes in the spring';
const NOTHING = 'Nothing recognised: it will be kept as you wrote it';
const CONTACT = 'Restricted, contact Director of Public Health, Northmoor Council';

let world: PlanWorld;
let browser: Browser;
inPlanWorld((here, opened) => {
  world = here;
  browser = opened;
});

const actionPage = async (email: string, id: string, options = {}): Promise<Page> => {
  const page = await signedInPage(browser, world.app, email, options);
  await page.goto(`${world.app.url}/plans/${world.planId}/actions/${id}`);
  return page;
};
const whoSees = async (page: Page) => {
  await page.getByRole('button', { name: 'Who sees it' }).last().click();
  const dialog = page.getByRole('dialog').last();
  await dialog.getByRole('heading', { name: /^Who sees/ }).waitFor();
  return dialog;
};
const saved = async (page: Page) => {
  await page.getByRole('button', { name: 'Save who sees it' }).press('Enter');
  await page.getByRole('button', { name: 'Save who sees it' }).waitFor({ state: 'detached' });
};
/** What a partner is shown for what was typed into “We need something from…”, once it stands still. */
const lines = async (page: Page, typed: string): Promise<() => Promise<string[]>> => {
  await page.getByRole('combobox', { name: 'From' }).fill(typed);
  return () => page.getByRole('option').allInnerTexts();
};

test('Owners let others ask about what is restricted; partners read whom to ask, by the organisation and by no word of it', async () => {
  const { app, partnershipId, north, workstreamId } = world;
  await app.build.inPartnership('posts', partnershipId, {
    ...{ title: 'Director of Public Health', organisationId: north },
  });
  const id = await app.build.action(workstreamId, { ownerId: north, reference: 'Z1', title: SECRET });

  const lead = await actionPage('northlead@example.org', id);
  const dialog = await whoSees(lead);
  expect(await dialog.getByRole('checkbox', { name: /Others may ask/ }).count()).toBe(0);
  await dialog.getByRole('button', { name: /Seen by/ }).click();
  await lead.getByRole('option', { name: 'Only these organisations' }).click();
  const asks = dialog.getByRole('checkbox', { name: /Others may ask about it through/ });
  expect(await asks.isChecked()).toBe(false);
  await asks.press('Space');
  await dialog.getByText('“Restricted, contact Northmoor Council”').waitFor();
  await dialog.getByRole('button', { name: /Contact/ }).click();
  await lead.getByRole('option', { name: 'Director of Public Health, Northmoor Council' }).click();
  await dialog.getByText(`“${CONTACT}”`).waitFor();
  expect(await axe(lead)).toEqual([]);
  await saved(lead);

  const south = await actionPage('southeditor@example.org', world.records);
  await south
    .getByRole('dialog')
    .first()
    .getByRole('tab', { name: /Cross-references/ })
    .click();
  await south.getByRole('button', { name: 'We need something from…' }).click();
  await expect.poll(await lines(south, '@Northmoor numbat')).toEqual([CONTACT]);
  await expect.poll(await lines(south, '@Northmoor wombat')).toEqual([CONTACT]);
  await expect.poll(await lines(south, 'wombat')).toEqual([CONTACT]);
  const line = south.getByRole('option', { name: CONTACT });
  expect(await line.getAttribute('aria-disabled')).toBe('true');
  await south.setViewportSize({ width: 320, height: 800 });
  await expect.poll(() => overflowsSideways(south)).toBe(false);
  await expect.poll(await lines(south, '@Southmere wombat')).toEqual([NOTHING]);
  expect(await south.content()).not.toContain('Numbat');

  const again = await whoSees(lead);
  const stands = again.getByRole('checkbox', { name: /Others may ask about it through/ });
  await expect.poll(() => stands.isChecked()).toBe(true);
  await stands.press('Space');
  await saved(lead);
  await expect.poll(await lines(south, 'wombat')).toEqual([NOTHING]);
  expect(troublesOf(lead)).toEqual([]);
  expect(troublesOf(south)).toEqual([]);
}, 120_000);
