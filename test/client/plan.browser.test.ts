import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axe, overflowsSideways, signedInPage, troublesOf } from '../support/browser.js';
import { atThisPace } from '../support/pace.js';
import { inPlanWorld, type PlanWorld } from './plan.world.js';

let world: PlanWorld;
let browser: Browser;

inPlanWorld((here, opened) => {
  world = here;
  browser = opened;
});

const address = (part = '') => `${world.app.url}/plans/${world.planId}${part}`;

async function openPlan(who: string, part = '', options: BrowserContextOptions = {}): Promise<Page> {
  const page = await signedInPage(browser, world.app, `${who}@example.org`, {
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  await page.goto(address(part));
  await page.getByRole('treegrid', { includeHidden: true }).waitFor();
  return page;
}

const row = (page: Page, text: string) => page.locator('.tree-body .tree-row', { hasText: text });
const PRESSED_AT = `addEventListener('pointerdown', () => { window.pressedAt = Date.now(); }, { capture: true, once: true })`;
const seenAt = (words: RegExp) => `new MutationObserver((_, self) => {
  const rows = [...document.querySelectorAll('.tree-body .tree-row')].map((row) => row.textContent.replace(/\\s+/g, ' '));
  if (!rows.some((text) => ${words}.test(text))) return;
  window.seenAt = Date.now();
  self.disconnect();
}).observe(document.body, { subtree: true, childList: true, characterData: true })`;
const panel = (page: Page) => page.getByRole('dialog').first();

/** An action of Northmoor Council’s that only the test at hand touches. */
const newAction = (title: string) =>
  world.app.build.action(world.workstreamId, {
    ownerId: world.north,
    reference: 'Z9',
    title,
    status: 'GREEN',
  });

const updateTitle = (id: string, title: string) =>
  world.northEditor.ok(
    `mutation ($input: UpdateActionInput!) { updateAction(input: $input) { action { id } } }`,
    { input: { id, title, expectedVersion: 1 } },
  );

async function editTitle(page: Page, title: string): Promise<void> {
  const field = panel(page).getByRole('button', { name: /edit Title of/ });
  await field.click();
  await panel(page)
    .getByRole('textbox', { name: /^Title of/ })
    .fill(title);
}

test('The plan is downloaded as a workbook, by mouse and by keyboard', async () => {
  const page = await openPlan('northeditor');
  const button = page.getByRole('button', { name: 'Download' });
  const saved = async (press: () => Promise<void>) =>
    (await Promise.all([page.waitForEvent('download'), press()]))[0];
  await button.click();
  const workbook = await saved(() => page.getByRole('menuitem', { name: 'The plan as a workbook' }).click());
  expect(workbook.suggestedFilename()).toMatch(/-plan\.xlsx$/);
  await button.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  const actions = await saved(() => page.keyboard.press('Enter'));
  expect(actions.suggestedFilename()).toMatch(/-actions\.csv$/);
  // The page stays where it was.
  expect(page.url()).toBe(address());
  expect(troublesOf(page)).toEqual([]);
});

describe('A plan that two organisations look at', () => {
  test('shows one what the other rates, on the row and in the bars, in less than a second', async () => {
    const north = await openPlan('northeditor');
    const south = await openPlan('southeditor');
    await expect.poll(() => south.getByText('northeditor is looking at this').count()).toBe(1);

    await row(north, 'WS2 B12.1')
      .getByRole('button', { name: /^Status of WS2 B12.1/ })
      .click();
    // Timed in the pages themselves: from the press to the word on the other's row, and nothing of the driver between.
    await north.evaluate(PRESSED_AT);
    await south.evaluate(seenAt(/WS2 B12\.1.*Amber/));
    await north.getByRole('option', { name: /^Amber/ }).click();
    await row(south, 'WS2 B12.1').getByText('Amber').waitFor({ timeout: 5_000 });
    const taken =
      (await south.evaluate<number>('window.seenAt')) - (await north.evaluate<number>('window.pressedAt'));
    await south
      .getByRole('img', { name: /^Actions of this plan: 1 Red, 1 Amber, 1 Green/ })
      .waitFor({ timeout: 1_000 });
    await south
      .getByRole('img', { name: /^Actions of WS2 Workforce: 1 Red, 1 Amber/ })
      .waitFor({ timeout: 1_000 });
    await expect
      .poll(() => south.getByTestId('announcer').textContent())
      .toContain('WS2 B12.1 is now Amber, by Northmoor Council');
    expect(taken).toBeGreaterThan(0);
    expect(taken).toBeLessThan(atThisPace(1_000));
    expect(troublesOf(north)).toEqual([]);
    expect(troublesOf(south)).toEqual([]);
  });

  test('asks which to keep when both change the same words, and loses neither', async () => {
    const id = await newAction('Write the joint advert');
    const page = await openPlan('northlead', `/actions/${id}`);
    await editTitle(page, 'Write one advert for all employers');
    await updateTitle(id, 'Write the joint advert together');
    await page.getByText('changed while you were typing').waitFor();
    await page.keyboard.press('Enter');

    const dialog = page.getByRole('dialog', { name: /was changed while you were writing/ });
    await dialog.waitFor();
    await expect.poll(() => dialog.textContent()).toContain('Write the joint advert together');
    await expect.poll(() => dialog.textContent()).toContain('Write one advert for all employers');
    await dialog.getByRole('radio', { name: /Keep yours/ }).check({ force: true });
    await dialog.getByRole('button', { name: 'Save what I chose' }).click();
    await page.getByRole('heading', { name: 'Write one advert for all employers' }).waitFor();
    await expect
      .poll(async () => (await world.app.build.row('actions', id))['title'])
      .toBe('Write one advert for all employers');
  });

  test('merges without asking when they change different fields', async () => {
    const id = await newAction('Train the interviewers');
    const page = await openPlan('northlead', `/actions/${id}`);
    await panel(page)
      .getByRole('button', { name: /edit Due of/ })
      .click();
    await panel(page)
      .getByRole('textbox', { name: /^Due of/ })
      .fill('end of March 2031');
    await updateTitle(id, 'Train all interviewers');
    await page.getByRole('heading', { name: 'Train all interviewers' }).waitFor();
    await page.keyboard.press('Enter');
    await panel(page)
      .getByText('Understood as 31 Mar 2031')
      .or(panel(page).getByText(/Understood as.*31 Mar 2031/))
      .first()
      .waitFor();
    const saved = await world.app.build.row('actions', id);
    expect([saved['title'], saved['timing_as_written']]).toEqual([
      'Train all interviewers',
      'end of March 2031',
    ]);
  });

  test('says plainly whose an action is when it is not the reader’s, and offers nothing', async () => {
    const page = await openPlan('southeditor', `/actions/${world.website}`);
    await panel(page).getByText('Only editors of Northmoor Council may change it.').waitFor();
    expect(
      await panel(page)
        .getByRole('button', { name: /^Status of/ })
        .count(),
    ).toBe(0);
    expect(await panel(page).getByRole('button', { name: 'Report progress' }).count()).toBe(0);
  });

  test('puts back a rating that the server refuses, and says why in its words', async () => {
    const id = await newAction('Agree the pay bands');
    const page = await openPlan('northeditor', '?text=pay+bands');
    await world.app.build.sql(`delete from ownerships where item_id = $1`, [id]);
    await world.app.build.sql(`update workstreams set lead_organisation_id = $2 where id = $1`, [
      world.workstreamId,
      world.south,
    ]);
    await row(page, 'Agree the pay bands')
      .getByRole('button', { name: /^Status of/ })
      .click();
    await page.getByRole('option', { name: /^Red/ }).click();
    await page
      .getByText('Only editors of an organisation that owns this action may rate it.')
      .first()
      .waitFor();
    await world.app.build.sql(`update workstreams set lead_organisation_id = $2 where id = $1`, [
      world.workstreamId,
      world.north,
    ]);
    await expect.poll(async () => (await world.app.build.row('actions', id))['status']).toBe('GREEN');
  });
});

describe('The panel of an action', () => {
  test('opens, is used and is left by the keyboard alone', async () => {
    const page = await openPlan('northlead', '?text=B12.1');
    await page.getByRole('searchbox').press('Tab');
    for (
      let step = 0;
      step < 12 && !(await page.evaluate(`document.activeElement?.matches('[data-row]')`));
      step += 1
    )
      await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await panel(page).getByRole('heading', { name: 'Put up one website for all vacancies' }).waitFor();
    expect(page.url()).toContain(`/actions/${world.website}?text=B12.1`);
    await panel(page)
      .getByRole('tab', { name: /Updates/ })
      .focus();
    await page.keyboard.press('End');
    await panel(page).getByText('added the action').waitFor();
    await page.keyboard.press('Escape');
    await panel(page).waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate(`document.activeElement?.dataset.row`)).toBe(world.website);
  });

  test('keeps a report that is not yet sent, sends it, and shows it to others at once', async () => {
    const other = await openPlan('southeditor');
    const page = await openPlan('northlead', `/actions/${world.website}`);
    const words = 'The site is up. Filling it needs WS4 C2 to be ready.';
    await panel(page).getByRole('button', { name: 'Report progress' }).click();
    await panel(page).getByRole('textbox', { name: 'Progress' }).fill(words);
    await page.reload();
    await panel(page).getByRole('button', { name: 'Report progress' }).click();
    await expect.poll(() => panel(page).getByRole('textbox', { name: 'Progress' }).inputValue()).toBe(words);
    await panel(page)
      .getByRole('button', { name: /^Report for/ })
      .click();
    await panel(page).getByRole('listitem').getByText(words).waitFor();
    await row(other, 'WS2 B12.1').getByText('The site is up.').waitFor();
  });

  test('lets the owner of the other end confirm a cross-reference that is strained, and says why it is', async () => {
    const page = await openPlan('southeditor', `/actions/${world.records}`);
    await panel(page)
      .getByRole('tab', { name: /Cross-references/ })
      .click();
    await panel(page).getByText('This is needed by').waitFor();
    await panel(page)
      .getByText(/WS4 C2 is due by 31 May 2032/)
      .waitFor();
    await panel(page).getByRole('button', { name: 'Confirm' }).click();
    await panel(page).getByText('Confirmed').waitFor();
  });
});

describe('What an action needs', () => {
  test('shows on its row as strained the moment the other is rated Red, without asking for the plan again', async () => {
    const { build } = world.app;
    const needing = await newAction('Start in the new buildings');
    const needed = await build.action(world.workstreamId, {
      ownerId: world.south,
      reference: 'Z10',
      title: 'Hand over the new buildings',
      status: 'GREEN',
    });
    await world.northLead.ok(
      `mutation ($input: ProposeCrossReferenceInput!) { proposeCrossReference(input: $input) { crossReference { id } } }`,
      { input: { fromId: needing, toId: needed, kind: 'DEPENDS_ON' } },
    );
    const page = await openPlan('northeditor', '?text=new+buildings');
    const counts = (strain: string) =>
      row(page, 'Start in the new').getByRole('img', {
        name: `Cross-references: 1 written here, 0 pointing here${strain}`,
      });
    await counts('').waitFor();
    let asked = 0;
    page.on('request', (request) => {
      if (request.postData()?.includes('query Plan(')) asked += 1;
    });
    await world.southEditor.ok(
      `mutation ($input: RateActionInput!) { rateAction(input: $input) { action { id } } }`,
      { input: { id: needed, status: 'RED', expectedVersion: 1 } },
    );
    await counts(', 1 strained').waitFor();
    expect(asked).toBe(0);
  });
});

describe('The filter', () => {
  test('is kept in the address and shows what an action stands under', async () => {
    const page = await openPlan('northlead', '?overdue=yes');
    await expect.poll(() => row(page, 'Open a recruitment hub').count()).toBe(1);
    await expect.poll(() => row(page, 'WS2 Workforce').count()).toBe(1);
    expect(await row(page, 'Put up one website').count()).toBe(0);
    await page.getByRole('searchbox', { name: 'Find an action' }).fill('nothing like it');
    await page.getByRole('heading', { name: 'No action fits' }).waitFor();
    expect(page.url()).toContain('text=nothing+like+it');
  });
});

describe('A plan of two thousand actions', () => {
  test('draws only the rows on the screen, finds one at once, and is not asked for again when one is rated', async () => {
    const { build } = world.app;
    const planId = await build.plan(world.partnershipId, { title: 'A long plan' });
    const workstreamId = await build.workstream(planId, { number: '1', leadOrganisationId: world.north });
    const first = await build.action(workstreamId, {
      ownerId: world.north,
      reference: 'A0',
      title: 'The first',
      position: 0,
    });
    await build.sql(
      `insert into actions (id, partnership_id, audience_id, plan_id, workstream_id, reference, title, status, position)
       select gen_random_uuid(), partnership_id, audience_id, plan_id, workstream_id, 'A' || n, 'Action number ' || n, 'GREEN', n
       from actions, generate_series(1, 2000) n where actions.id = $1`,
      [first],
    );
    const page = await signedInPage(browser, world.app, 'southeditor@example.org');
    let asked = 0;
    page.on('request', (request) => {
      if (request.postData()?.includes('query Plan(')) asked += 1;
    });
    await page.goto(`${world.app.url}/plans/${planId}`);
    await row(page, 'The first').waitFor();
    await page.getByText('2,001 actions', { exact: true }).first().waitFor();
    await expect.poll(() => page.locator('.tree-body .tree-row').count()).toBeLessThan(80);
    expect(asked).toBe(1);

    await world.northEditor.ok(
      `mutation ($input: RateActionInput!) { rateAction(input: $input) { action { id } } }`,
      { input: { id: first, status: 'RED', expectedVersion: 1 } },
    );
    await row(page, 'The first').getByText('Red').waitFor();
    await page.getByRole('img', { name: /^Actions of this plan: 1 Red, 2,?000 Green/ }).waitFor();
    await world.northLead.ok(
      `mutation ($input: CreateActionInput!) { createAction(input: $input) { action { id } } }`,
      { input: { workstreamId, title: 'The newest', reference: 'A2001' } },
    );
    await page.getByText('2,002 actions', { exact: true }).first().waitFor();
    await page.getByRole('searchbox', { name: 'Find an action' }).fill('the newest');
    await row(page, 'The newest').waitFor();
    expect(asked).toBe(1);
  });
});

describe.each(['light', 'dark'] as const)('In the %s', (colorScheme) => {
  describe.each([1280, 320])('at %i px', (width) => {
    const opened = (part: string): Promise<Page> =>
      openPlan('northlead', part, { viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' });

    test('axe finds nothing on the plan, and nothing overflows', async () => {
      const page = await opened('');
      expect(await axe(page)).toEqual([]);
      expect(await overflowsSideways(page)).toBe(false);
    }, 90_000);

    test('axe finds nothing on an action', async () => {
      const page = await opened(`/actions/${world.records}`);
      await panel(page)
        .getByRole('tab', { name: /Cross-references/ })
        .click();
      expect(await axe(page)).toEqual([]);
    }, 90_000);

    test('axe finds nothing on a workstream', async () => {
      const page = await opened(`/workstreams/${world.workstreamId}`);
      await page.getByText('Update on the action plan').waitFor();
      expect(await axe(page)).toEqual([]);
    }, 90_000);
  });
});
