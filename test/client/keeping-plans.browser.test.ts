import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axe, overflowsSideways, signedInPage, troublesOf } from '../support/browser.js';
import { inPlanWorld, type PlanWorld } from './plan.world.js';

let world: PlanWorld;
let browser: Browser;

inPlanWorld((here, opened) => {
  world = here;
  browser = opened;
});

const planId = () => world.planId;
const build = () => world.app.build;

async function open(who: string, path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await signedInPage(browser, world.app, `${who}@example.org`, {
    viewport: { width: 1280, height: 900 },
    // What is fading in is read too early otherwise.
    reducedMotion: 'reduce',
    ...options,
  });
  page.setDefaultTimeout(10_000);
  await page.goto(`${world.app.url}${path}`);
  await page.getByRole('heading', { level: 1, includeHidden: true }).waitFor();
  return page;
}

const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });
const said = (page: Page, words: string) =>
  page.getByRole('region', { name: 'Messages' }).getByText(words).waitFor();
const field = async (table: string, id: string, column: string): Promise<unknown> =>
  (await build().row(table, id))[column];
const newPlan = (values: object = {}) =>
  build().plan(world.partnershipId, { boardId: world.boardId, title: 'Falls plan', ...values });
const newPriority = (plan: string, values: object = {}) =>
  build().inPartnership('priorities', world.partnershipId, {
    planId: plan,
    number: '1',
    title: 'Warm homes',
    ...values,
  });
const newWorkstream = (plan: string, values: object = {}) =>
  build().workstream(plan, { leadOrganisationId: world.north, ...values });
const idFrom = (page: Page): string => /\/plans\/([^/?]+)/.exec(page.url())?.[1] ?? '';

async function choose(page: Page, button: string, item: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

describe('A plan', () => {
  test('is begun by those who may, with what is wrong said at its field and nothing typed lost', async () => {
    const page = await open('northlead', '/plans');
    await page.getByRole('button', { name: 'Begin a plan' }).click();
    const form = dialog(page, 'Begin a plan');
    await form.getByLabel('Title').fill('Winter plan');
    await form.getByLabel('First day').fill('2027-04-01');
    await form.getByLabel('Last day').fill('2027-03-01');
    await form.getByRole('button', { name: 'Begin the plan' }).click();
    await form.getByText('A plan ends on or after the day it starts.').waitFor();
    expect(await form.getByLabel('Title').inputValue()).toBe('Winter plan');
    await form.getByLabel('Last day').fill('2029-03-31');
    await form.getByLabel('Year 1 begins on').fill('2026-04-01');
    await form.getByRole('button', { name: 'Begin the plan' }).click();
    await page.getByRole('heading', { level: 1, name: 'Winter plan' }).waitFor();
    expect(await field('plans', idFrom(page), 'ends_on')).toBe('2029-03-31');
    expect(await field('plans', idFrom(page), 'year_one_starts_on')).toBe('2026-04-01');
    await page.getByRole('button', { name: 'Add the first workstream' }).waitFor();
    expect(troublesOf(page)).toEqual([]);
  });

  test('is not begun or managed by those who only report', async () => {
    const page = await open('southeditor', '/plans');
    await page.getByRole('link', { name: 'Joint recruitment plan' }).waitFor();
    expect(await page.getByRole('button', { name: 'Begin a plan' }).count()).toBe(0);
    await page.goto(`${world.app.url}/plans/${planId()}/priorities`);
    await page.getByText('No priorities yet').waitFor();
    expect(await page.getByRole('button', { name: /Manage the plan|Add a priority/ }).count()).toBe(0);
  });

  test('is changed in what was changed here, and asks where another changed the same', async () => {
    const id = await newPlan();
    await newWorkstream(id);
    const page = await open('northlead', `/plans/${id}`);
    await choose(page, 'Manage the plan', 'Change its details');
    const form = dialog(page, 'Change the details of the plan');
    await form.getByLabel('Title').fill('Falls and frailty plan');
    await form.getByLabel('Last day').fill('2022-03-31');
    await world.chair.ok(
      `mutation ($input: UpdatePlanInput!) { updatePlan(input: $input) { plan { id } } }`,
      { input: { id, expectedVersion: 1, title: 'Falls prevention plan', kind: 'STRATEGY' } },
    );
    await page
      .getByRole('heading', { level: 1, name: 'Falls prevention plan', includeHidden: true })
      .waitFor();
    await form.getByRole('button', { name: 'Save' }).click();
    const clash = dialog(page, /was changed while you were writing/);
    await clash.getByText('Falls and frailty plan').waitFor();
    await clash.getByRole('radio', { name: /Keep theirs/ }).check({ force: true });
    await clash.getByRole('button', { name: 'Save what I chose' }).click();
    await form.waitFor({ state: 'hidden' });
    // Theirs were kept where both wrote; the last day, which only one changed, is saved all the same.
    await expect.poll(() => field('plans', id, 'ends_on')).toBe('2022-03-31');
    expect([await field('plans', id, 'title'), await field('plans', id, 'kind')]).toEqual([
      'Falls prevention plan',
      'STRATEGY',
    ]);
  });

  test('is adopted and closed by its board’s chair, and closed offers no more to change', async () => {
    const id = await newPlan();
    await newWorkstream(id, { title: 'Footcare' });
    const page = await open('chair', `/plans/${id}`);
    await choose(page, 'Manage the plan', /^Adopt it/);
    const asked = page.getByRole('alertdialog', { name: 'Adopt Falls plan?' });
    await asked.getByText(/agreed the plan on/).waitFor();
    await asked.getByRole('button', { name: 'Adopt the plan' }).click();
    await page.getByText(/^Adopted on/).waitFor();
    await page.getByRole('button', { name: 'Add a workstream' }).waitFor();
    await choose(page, 'Manage the plan', /^Close it/);
    await page.getByRole('button', { name: 'Close the plan' }).click();
    await said(page, 'Falls plan is closed');
    await page.getByRole('button', { name: 'Add a workstream' }).waitFor({ state: 'detached' });
    expect(await field('plans', id, 'status')).toBe('CLOSED');
    await page.getByRole('button', { name: 'Manage the plan' }).click();
    await expect.poll(() => page.getByRole('menuitem').allInnerTexts()).toEqual(['Archive it']);
  });

  test('that is archived says so at its address, and is brought back there by the keyboard', async () => {
    const id = await newPlan({ title: 'Old plan' });
    await newWorkstream(id);
    const page = await open('chair', `/plans/${id}`);
    const watching = await open('northeditor', `/plans/${id}`);
    await page.getByRole('button', { name: 'Manage the plan' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem').first().waitFor();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Archive the plan' }).press('Enter');
    await page.getByText(/This plan was archived on/).waitFor();
    await watching.getByText(/This plan was archived on/).waitFor();
    expect(await watching.getByRole('button', { name: 'Bring it back' }).count()).toBe(0);
    await page.reload();
    await page.getByRole('button', { name: 'Bring it back' }).press('Enter');
    await said(page, 'Old plan is back');
    await watching.getByText(/This plan was archived on/).waitFor({ state: 'detached' });
  });
});

describe('Priorities', () => {
  test('are added, given somebody responsible, changed and archived, and others see each at once', async () => {
    const id = await newPlan();
    await newWorkstream(id);
    const page = await open('northlead', `/plans/${id}/priorities`);
    const watching = await open('southeditor', `/plans/${id}/priorities`);
    await watching.getByText('No priorities yet').waitFor();
    await page.getByRole('button', { name: 'Add a priority' }).click();
    const form = dialog(page, 'Add a priority');
    await form.getByLabel('Number').fill('2');
    await form.getByLabel('Title').fill('Warm homes');
    await form.getByText('There is no accountable business unit here yet.').waitFor();
    await form
      .getByRole('group', { name: /Overseen by/ })
      .getByRole('checkbox')
      .first()
      .check({ force: true });
    await form.getByRole('button', { name: 'Add the priority' }).click();
    await watching.getByRole('link', { name: 'Priority 2 Warm homes' }).waitFor();

    await page.getByRole('link', { name: 'Priority 2 Warm homes' }).click();
    const panel = dialog(page, 'Warm homes');
    await panel.getByRole('button', { name: 'Say who is responsible' }).click();
    await page.getByRole('button', { name: 'Add somebody' }).click();
    await page.getByRole('combobox', { name: 'Who, 1' }).fill('southlead');
    await page.getByRole('option', { name: /southlead/ }).click();
    await page.getByRole('button', { name: 'Save who is responsible' }).click();
    await panel.getByText('southlead, Southmere Trust').waitFor();
    await watching.getByText('southlead, Southmere Trust').waitFor();

    await panel.getByRole('button', { name: 'Change it' }).click();
    await dialog(page, 'Change Priority 2').getByLabel('Title').fill('Warm, dry homes');
    await dialog(page, 'Change Priority 2').getByRole('button', { name: 'Save' }).click();
    await watching.getByRole('link', { name: 'Priority 2 Warm, dry homes' }).waitFor();

    await dialog(page, 'Warm, dry homes').getByRole('button', { name: 'Archive' }).click();
    await page.getByRole('button', { name: 'Archive the priority' }).click();
    await watching.getByText('No priorities yet').waitFor();
    await page.getByRole('button', { name: 'Bring it back' }).click();
    await watching.getByRole('link', { name: 'Priority 2 Warm, dry homes' }).waitFor();
    expect(troublesOf(page)).toEqual([]);
    expect(troublesOf(watching)).toEqual([]);
  });

  test('show how they stand by the workstreams said to serve them', async () => {
    const id = await newPlan();
    const priority = await newPriority(id);
    const workstream = await newWorkstream(id, { number: '3', title: 'Insulation' });
    await build().action(workstream, { status: 'RED', ownerId: world.north });
    const watching = await open('southeditor', `/plans/${id}/priorities/${priority}`);
    await dialog(watching, 'Warm homes').getByText('No workstream serves it').waitFor();
    const page = await open('northlead', `/plans/${id}/workstreams/${workstream}`);
    await page.getByRole('button', { name: 'Say which it serves' }).click();
    await page.getByRole('checkbox', { name: 'Priority 1 Warm homes' }).check({ force: true });
    await dialog(page, /serves$/)
      .getByRole('button', { name: 'Save' })
      .click();
    await page.getByRole('link', { name: 'Priority 1 Warm homes' }).waitFor();
    const panel = dialog(watching, 'Warm homes');
    await panel.getByRole('link', { name: 'WS3 Insulation' }).waitFor();
    await panel.getByRole('img', { name: /^Actions that serve Priority 1: 1 Red/ }).waitFor();
  });
});

describe('Workstreams', () => {
  test('are added, led, sponsored, numbered and archived', async () => {
    const id = await newPlan();
    const page = await open('northlead', `/plans/${id}`);
    await page.getByRole('button', { name: 'Add the first workstream' }).click();
    const form = dialog(page, 'Add a workstream');
    await form.getByLabel('Title').fill('Footcare');
    expect(await form.getByRole('combobox', { name: /Led by/ }).inputValue()).toBe('Northmoor Council');
    await form.getByRole('button', { name: 'Add the workstream' }).click();
    const panel = dialog(page, 'Footcare');
    await panel.getByRole('button', { name: 'Say who leads and sponsors it' }).click();
    const answers = dialog(page, 'Who answers for Footcare');
    await answers.getByRole('button', { name: 'Add somebody' }).click();
    await answers.getByRole('combobox', { name: 'Who, 1' }).fill('southlead');
    await page.getByRole('option', { name: /southlead/ }).click();
    await answers.getByRole('button', { name: 'Save who answers for it' }).click();
    await panel.getByText('southlead, Southmere Trust').waitFor();
    await panel.getByRole('button', { name: /edit Number of/ }).click();
    await panel.getByRole('textbox', { name: /^Number of/ }).fill('7');
    await page.keyboard.press('Enter');
    const numbered = dialog(page, 'WS7 Footcare');
    await numbered.getByRole('button', { name: 'Manage it' }).click();
    await page.getByRole('menuitem', { name: 'Archive it' }).click();
    await page.getByRole('button', { name: 'Archive the workstream' }).click();
    await numbered.getByText(/^Archived on/).waitFor();
    await numbered.getByRole('button', { name: 'Bring it back' }).click();
    await said(page, 'WS7 Footcare is back');
    await page.keyboard.press('Escape');
    await page.getByRole('row', { name: /WS7 Footcare/ }).waitFor();
    expect(troublesOf(page)).toEqual([]);
  });

  test('are moved by a step and to a place, and others see the new order', async () => {
    const id = await newPlan();
    const first = await newWorkstream(id, { number: '1', title: 'One', position: 1 });
    await newWorkstream(id, { number: '2', title: 'Two', position: 2 });
    await newWorkstream(id, { number: '3', title: 'Three', position: 3 });
    const watching = await open('southeditor', `/plans/${id}`);
    const order = async () =>
      (await watching.locator('.plan-section a').allInnerTexts()).map((name) => name.slice(0, 3));
    await expect.poll(order).toEqual(['WS1', 'WS2', 'WS3']);
    const page = await open('northlead', `/plans/${id}/workstreams/${first}`);
    await choose(page, 'Manage it', 'Move down');
    await said(page, 'WS1 One was moved down');
    await expect.poll(order).toEqual(['WS2', 'WS1', 'WS3']);
    await choose(page, 'Manage it', 'Move to another place');
    const form = dialog(page, 'Move WS1 One');
    await form.getByRole('button', { name: /Its place/ }).click();
    await page.getByRole('option', { name: 'After WS3 Three' }).click();
    await form.getByRole('button', { name: 'Move it here' }).click();
    await expect.poll(order).toEqual(['WS2', 'WS3', 'WS1']);
  });
});

describe('Actions', () => {
  test('are moved below another by the keyboard, never below themselves, and others see where to', async () => {
    const id = await newPlan();
    const workstream = await newWorkstream(id, { number: '1', title: 'One' });
    const add = (reference: string, position: number, parentId: string | null = null) =>
      build().action(workstream, {
        reference,
        position,
        parentId,
        title: `Do ${reference}`,
        ownerId: world.north,
      });
    const a = await add('A', 1);
    await add('A1', 1, a);
    await add('B', 2);
    const c = await add('C', 3);
    const watching = await open('southeditor', `/plans/${id}`);
    const tree = async () => {
      const rows = await watching.locator('.tree-body .tree-row').all();
      const told = rows.map(async (row) => {
        const name = await row.getByRole('link').first().innerText();
        return `${await row.getAttribute('aria-level')} ${name.replace(/^WS1 /, '')}`;
      });
      return (await Promise.all(told)).slice(1);
    };
    await expect.poll(tree).toEqual(['2 A', '3 A1', '2 B', '2 C']);

    const page = await open('northlead', `/plans/${id}/actions/${c}`);
    await page.getByRole('button', { name: 'Move', exact: true }).press('Enter');
    await page.getByRole('menuitem', { name: 'Move up' }).press('Enter');
    await expect.poll(tree).toEqual(['2 A', '3 A1', '2 C', '2 B']);
    await page.getByRole('button', { name: 'Move', exact: true }).press('Enter');
    await page.getByRole('menuitem', { name: 'Move to another place' }).press('Enter');
    const form = dialog(page, 'Move WS1 C');
    await form.getByRole('combobox', { name: 'Below' }).fill('A1');
    await page.getByRole('option', { name: /A1 Do A1/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await form.getByText('Nothing else stands there').waitFor();
    await form.getByRole('button', { name: 'Move it here' }).press('Enter');
    await expect.poll(tree).toEqual(['2 A', '3 A1', '4 C', '2 B']);
    await dialog(page, 'Do C').getByText('below A1').waitFor();

    await page.goto(`${world.app.url}/plans/${id}/actions/${a}`);
    await choose(page, 'Move', 'Move to another place');
    await dialog(page, 'Move WS1 A').getByRole('combobox', { name: 'Below' }).fill('');
    await expect
      .poll(() => page.getByRole('option').allInnerTexts())
      .toEqual(['The top of WS1 One', 'B Do B']);
    expect(troublesOf(page)).toEqual([]);
  });

  test('keep a report that its organisation archived, to be brought back', async () => {
    const page = await open('southeditor', `/plans/${planId()}/actions/${world.records}`);
    const reader = await open('northeditor', `/plans/${planId()}/actions/${world.records}`);
    await reader.getByText('The supplier has shown a first version').first().waitFor();
    expect(await reader.getByRole('button', { name: /^Archive the report/ }).count()).toBe(0);
    await page.getByRole('button', { name: /^Archive the report for/ }).click();
    await reader.getByText('Nothing reported yet').waitFor();
    expect(await reader.getByText('Archived reports of yours').count()).toBe(0);
    await page.getByText('Archived reports of yours (1)').click();
    await page.getByRole('button', { name: 'Bring it back' }).click();
    await reader.getByText('The supplier has shown a first version').first().waitFor();
    await page.getByText('Archived reports of yours').waitFor({ state: 'detached' });
    expect(troublesOf(page)).toEqual([]);
  });
});

describe.each([
  ['light', {}],
  ['dark', { colorScheme: 'dark' as const }],
  ['320 px wide', { viewport: { width: 320, height: 640 } }],
])('In %s', (_, options) => {
  const fits = async (page: Page): Promise<void> => {
    expect(await axe(page)).toEqual([]);
    expect(await overflowsSideways(page)).toBe(false);
  };

  test('axe finds nothing on beginning, managing and archiving a plan, and nothing overflows', async () => {
    const page = await open('chair', `/plans/${planId()}`, options);
    await page.getByRole('button', { name: 'Manage the plan' }).click();
    await page.getByRole('menuitem').first().waitFor();
    await page.getByRole('menuitem', { name: 'Change its details' }).click();
    await dialog(page, 'Change the details of the plan').waitFor();
    await fits(page);
    await page.keyboard.press('Escape');
    await choose(page, 'Manage the plan', 'Archive it');
    await page.getByRole('alertdialog').waitFor();
    await fits(page);
    await page.keyboard.press('Escape');
    const old = await newPlan({ archivedAt: '2026-01-01T12:00:00Z' });
    await page.goto(`${world.app.url}/plans/${old}`);
    await page.getByRole('button', { name: 'Bring it back' }).waitFor();
    await fits(page);
  });

  test('axe finds nothing on priorities, a priority and its dialogs, and nothing overflows', async () => {
    const id = await newPlan();
    const priority = await newPriority(id, { description: 'Nobody is cold at home.' });
    await newWorkstream(id, { priorityIds: [priority], number: '1' });
    const page = await open('northlead', `/plans/${id}/priorities`, options);
    await page.getByRole('link', { name: 'Priority 1 Warm homes' }).waitFor();
    await fits(page);
    await page.getByRole('link', { name: 'Priority 1 Warm homes' }).click();
    await dialog(page, 'Warm homes').getByRole('button', { name: 'Change it' }).waitFor();
    await fits(page);
    await page.getByRole('button', { name: 'Change it' }).click();
    await page.getByRole('group', { name: /Overseen by/ }).waitFor();
    await fits(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Say who is responsible' }).click();
    await page.getByRole('button', { name: 'Add somebody' }).click();
    await fits(page);
  });

  test('axe finds nothing on a workstream and its dialogs, and on moving an action, and nothing overflows', async () => {
    const id = await newPlan();
    await newPriority(id);
    await newWorkstream(id, { number: '1' });
    const workstream = await newWorkstream(id, { number: '2' });
    const action = await build().action(workstream, { ownerId: world.north, title: 'Move me' });
    await build().action(workstream, { ownerId: world.north });
    const page = await open('northlead', `/plans/${id}`, options);
    await page.getByRole('button', { name: 'Add a workstream' }).click();
    await dialog(page, 'Add a workstream').waitFor();
    await fits(page);
    await page.goto(`${world.app.url}/plans/${id}/workstreams/${workstream}`);
    await page.getByRole('button', { name: 'Say who leads and sponsors it' }).click();
    await page.getByRole('button', { name: 'Add somebody' }).waitFor();
    await fits(page);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Say which it serves' }).click();
    await dialog(page, /serves$/).waitFor();
    await fits(page);
    await page.goto(`${world.app.url}/plans/${id}/actions/${action}`);
    await choose(page, 'Move', 'Move to another place');
    await dialog(page, /^Move WS2/).waitFor();
    await fits(page);
  });
});
