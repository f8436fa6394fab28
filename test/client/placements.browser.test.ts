import type { Browser, Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { axe, overflowsSideways, signedInPage, troublesOf } from '../support/browser.js';
import { inPlanWorld, type PlanWorld } from './plan.world.js';

let world: PlanWorld;
let browser: Browser;
inPlanWorld((here, opened) => {
  world = here;
  browser = opened;
});

/** The other plan, which Southmere leads, and the same work in it: both organisations answer for both. */
let otherPlanId: string;
let twin: string;
beforeEach(async () => {
  const { app, partnershipId, south, hub } = world;
  const { build } = app;
  await build.sql(`update plans set archived_at = now() where title = 'Place plan'`);
  otherPlanId = await build.plan(partnershipId, { title: 'Place plan' });
  const other = await build.workstream(otherPlanId, { number: '7', leadOrganisationId: south });
  for (let n = 0; n < 12; n++) await build.action(other, { title: `Agree step ${n} with the partners` });
  twin = await build.action(other, {
    ...{ reference: 'D4', title: 'A system recruitment hub that is open to all', ownerId: south },
    position: 0,
  });
  await build.sql(`delete from ownerships where item_id = $1 and organisation_id = $2`, [hub, south]);
  await build.owner('Action', hub, { organisationId: south, role: 'JOINT' });
  await build.sql(`update actions set archived_at = now() where plan_id not in ($1, $2)`, [
    world.planId,
    otherPlanId,
  ]);
});

const at = async (who: string, path: string, options = {}): Promise<Page> => {
  const page = await signedInPage(browser, world.app, `${who}@example.org`, options);
  await page.goto(`${world.app.url}/plans/${path}`);
  return page;
};
const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

test('Two that were entered twice become one in both plans; rated in one, the open page of the other shows it', async () => {
  const reader = await at('southeditor', otherPlanId);
  await row(reader, 'WS7 D4').waitFor();
  const lead = await at('southlead', `${world.planId}/actions/${world.hub}`);
  await lead.getByRole('tab', { name: /Cross-references/ }).click();
  const offer = lead.getByRole('region', { name: /^Possibly the same work as WS2 B12/ });
  await offer.getByRole('button', { name: 'Make it one action in both plans…' }).press('Enter');
  const dialog = lead.getByRole('alertdialog').or(lead.getByRole('dialog', { name: /^Make / }));
  await dialog.getByText(/WS7 D4 is archived with its reports, comments and history/).waitFor();
  expect(await axe(lead)).toEqual([]);
  await dialog.getByRole('button', { name: 'Make it one action', exact: true }).press('Enter');
  await offer.waitFor({ state: 'detached' });
  await lead.getByRole('link', { name: 'WS7 D4 in Place plan' }).waitFor();
  // What a button announced while it was waited for has gone with the dialog; the page by itself is looked at.
  await lead.reload();
  await lead.getByText('its home').waitFor();
  expect(await axe(lead)).toEqual([]);

  const placed = row(reader, 'WS7 D4');
  await placed.getByText('also in Joint recruitment plan as WS2 B12').waitFor();
  await placed.getByText('Open a recruitment hub for the whole system').waitFor();
  expect(await axe(reader)).toEqual([]);
  const rate = async (status: string) => {
    const version = (await world.app.build.row('actions', world.hub))['version'];
    await world.northLead.ok(
      `mutation ($input: RateActionInput!) { rateAction(input: $input) { action { id } } }`,
      { input: { id: world.hub, expectedVersion: version, status } },
    );
  };
  await rate('RED');
  await placed.getByText('Red').first().waitFor();
  await rate('AMBER');
  await placed.getByText('Amber').first().waitFor();

  // It is edited there as the one action it is.
  await reader.goto(`${world.app.url}/plans/${otherPlanId}/actions/${world.hub}`);
  await reader.getByText('at home as WS2 B12 in Joint recruitment plan').waitFor();
  expect(await reader.getByRole('button', { name: 'Move', exact: true }).count()).toBe(0);
  expect(await reader.getByRole('button', { name: 'Archive', exact: true }).count()).toBe(0);
  for (const page of [lead, reader]) expect(troublesOf(page)).toEqual([]);
  expect((await world.app.build.row('actions', twin))['archived_at']).not.toBeNull();
});

test('An action is put into another plan by keyboard, called as it is called there, and taken out again', async () => {
  const page = await at('southlead', `${world.planId}/actions/${world.records}`);
  await page.getByRole('button', { name: 'Also put it into another plan…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: /^Also put WS4 C2/ });
  await dialog.getByRole('combobox', { name: 'Plan' }).fill('Place');
  await page.getByRole('option', { name: 'Place plan' }).first().click();
  await dialog.getByRole('textbox', { name: /Reference there/ }).fill('D9');
  expect(await axe(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Put it there' }).press('Enter');
  await page.getByRole('link', { name: 'WS7 D9 in Place plan' }).waitFor();
  const narrow = await at('southlead', `${otherPlanId}?text=records`, {
    viewport: { width: 320, height: 700 },
  });
  await row(narrow, 'WS7 D9').waitFor();
  expect(await overflowsSideways(narrow)).toBe(false);
  await page.getByRole('button', { name: 'Take it out of Place plan' }).press('Enter');
  await page.getByRole('link', { name: 'WS7 D9 in Place plan' }).waitFor({ state: 'detached' });
  await row(narrow, 'WS7 D9').waitFor({ state: 'detached' });
  expect(troublesOf(page)).toEqual([]);
});
