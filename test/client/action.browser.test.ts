import { expect, test } from 'vitest';
import { openBrowser, signedInPage, troublesOf } from '../support/browser.js';
import { startPlanWorld } from './plan.world.js';

/** In the page: somebody scrolls, which closes the list, and in the same moment presses what is in it. */
const PRESS_AS_IT_CLOSES = `document.dispatchEvent(new Event('scroll'));
  document.querySelector('[role="option"]').click()`;

test('An action is added, given a lead, cross-referenced, remarked on, restricted and archived, and its plan read as of a day', async () => {
  const world = await startPlanWorld();
  await world.northLead.ok(
    `mutation ($input: CreateExternalDependencyInput!) { createExternalDependency(input: $input) { externalDependency { id } } }`,
    { input: { planId: world.planId, title: 'National workforce plan', controlledBy: 'NHS England' } },
  );
  const elsewhere = await world.app.build.workstream(await world.app.build.plan(world.partnershipId));
  await world.app.build.action(elsewhere, { title: 'Recruit volunteer drivers for the mobile library' });
  const browser = await openBrowser();
  const page = await signedInPage(browser, world.app, 'northlead@example.org');
  const dialog = () => page.getByRole('dialog').last();
  await page.goto(`${world.app.url}/plans/${world.planId}`);
  await page.getByRole('button', { name: 'Add an action' }).click();
  const what = dialog().getByRole('textbox', { name: 'What is to be done' });
  await what.fill('Recruit drivers for mobile libraries');
  const alike = dialog().getByRole('region', { name: 'Possibly the same work' });
  await alike.getByRole('link', { name: /volunteer drivers for the mobile library/ }).waitFor();
  await what.fill('A new thing');
  await alike.waitFor({ state: 'detached' });
  await dialog().getByRole('textbox', { name: /^Due/ }).fill('Q3 2031');
  await dialog().getByRole('button', { name: 'Add the action' }).click();
  await page.getByRole('heading', { name: 'A new thing' }).waitFor();

  await page.getByRole('button', { name: 'Say who leads it' }).click();
  await dialog().getByRole('button', { name: 'Add somebody' }).click();
  await dialog()
    .getByRole('combobox', { name: /Who, 1/ })
    .fill('North');
  await page.getByRole('option', { name: /Northmoor/ }).click();
  await dialog().getByRole('button', { name: 'Save who leads it' }).click();
  await page.getByText('Northmoor Council accountable').waitFor();

  await page.getByRole('tab', { name: /Cross-references/ }).click();
  await page.getByRole('button', { name: 'Propose a cross-reference' }).click();
  await page.getByRole('combobox', { name: /The other/ }).pressSequentially('WS4 C2', { delay: 30 });
  await page.getByRole('option', { name: /WS4 C2/ }).click();
  await page.getByRole('button', { name: 'Propose it' }).click();
  await page.getByText('Proposed, not yet answered').waitFor();
  await page.getByRole('tab', { name: 'Cross-references 1' }).waitFor();

  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await dialog().getByRole('textbox', { name: /^Note/ }).fill('Records by spring');
  await dialog()
    .getByRole('button', { name: /What it is to the other/ })
    .click();
  await page.getByRole('option', { name: 'This relates to' }).click();
  await dialog().getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('listitem').getByText('This relates to').waitFor();
  await page.getByText('Records by spring').waitFor();
  await page.getByRole('button', { name: 'Withdraw' }).click();
  await page.getByText('Withdrawn (1)').click();
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await page.getByRole('button', { name: 'Withdraw' }).waitFor();

  // What stands outside the partnership is found by its words, like an action.
  await page.getByRole('button', { name: 'Propose a cross-reference' }).click();
  await page.getByRole('combobox', { name: /The other/ }).pressSequentially('workforce pl', { delay: 30 });
  await page.getByRole('option', { name: /National workforce plan/ }).waitFor();
  await page.evaluate(PRESS_AS_IT_CLOSES);
  await expect.poll(() => page.getByRole('listbox').count()).toBe(0);
  await page.getByRole('button', { name: 'Propose it' }).click();
  await page.getByRole('tab', { name: 'Cross-references 2' }).waitFor();

  await page.getByRole('tab', { name: /Comments/ }).click();
  await page.getByRole('textbox', { name: 'Your comment' }).fill('Well done');
  await page.getByRole('button', { name: 'Comment', exact: true }).click();
  await page.getByRole('listitem').getByText('Well done').waitFor();
  await page.getByRole('button', { name: 'Take back' }).click();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByText('No comments yet.').waitFor();

  await page.getByRole('button', { name: 'Who sees it' }).click();
  await dialog()
    .getByRole('button', { name: /Seen by/ })
    .click();
  await page.getByRole('option', { name: 'Only these organisations' }).click();
  await dialog().getByRole('button', { name: 'Save who sees it' }).click();
  await page.getByText('Only Northmoor Council sees this.').waitFor();

  await page.getByRole('button', { name: 'Archive' }).click();
  await page.getByRole('button', { name: 'Archive the action' }).click();
  await page.getByText(/^Archived on/).waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('4 actions', { exact: true }).first().waitFor();

  await page.goto(`${world.app.url}/plans/${world.planId}?asOf=${new Date().toISOString().slice(0, 10)}`);
  await page.getByText(/You are reading the plan as it stood/).waitFor();
  await page.locator('.tree-body .tree-row').first().waitFor();
  expect(troublesOf(page)).toEqual([]);
  await browser.close();
  await world.app.close();
}, 120_000);
