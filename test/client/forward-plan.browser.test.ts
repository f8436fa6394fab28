import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
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
let december: string;
let planId: string;
/** Another board, of which somebody keeps both. */
let trust: string;

beforeAll(async () => {
  world = await startWorld(FOR_BROWSERS);
  browser = await openBrowser();
  const { app, partnershipId, boardId, north, south } = world;
  const { build } = app;
  await build.sql('update boards set name = $2 where id = $1', [boardId, 'Joint Board']);
  for (const [name, organisationId] of [
    ['secretary', south],
    ['clerk', north],
  ] as const) {
    const id = await build.person(partnershipId, {
      ...{ email: `${name}@example.org`, role: 'VIEWER', organisationId, name: `${name} Example` },
    });
    await build.seat(partnershipId, boardId, id, { capacity: 'SECRETARIAT' });
  }
  december = await meeting('2040-12-06', 'Winter meeting');
  await meeting('2041-03-07', 'Spring meeting');
  trust = await build.board(partnershipId, { name: 'Trust Board' });
  const both = await build.person(partnershipId, {
    ...{ email: 'both@example.org', role: 'VIEWER', organisationId: south, name: 'Both Example' },
  });
  for (const board of [boardId, trust])
    await build.seat(partnershipId, board, both, { capacity: 'SECRETARIAT' });
  planId = await build.plan(partnershipId, { boardId, title: 'Joint plan', endsOn: '2045-03-31' });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await world?.app.close();
});
/** Each test, and each try of one, begins with an empty plan. */
beforeEach(async () => {
  for (const table of ['forward_plan_entries', 'agenda_items', 'risks'])
    await world.app.build.sql(`update ${table} set archived_at = now() where archived_at is null`);
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});

const meeting = (meetsOn: string, title: string, boardIds = [world.boardId]) =>
  world.app.build.public('meetings', world.partnershipId, {
    ...{ boardId: boardIds[0], boardIds, title, meetsOn, startsAt: '10:00' },
  });
const entry = (title: string, values: object = {}) =>
  world.app.build.inPartnership('forward_plan_entries', world.partnershipId, {
    ...{ boardId: world.boardId, boardIds: [world.boardId], purpose: 'NOTE', title, ...values },
  });
const risk = (event: string) =>
  world.app.build.inPartnership('risks', world.partnershipId, {
    ...{ planId, event, currentLikelihood: 5, currentImpact: 4, status: 'OPEN' },
  });
const as = async (
  name: string,
  options = {},
  path = `/boards/${world.boardId}/forward-plan`,
): Promise<Page> => {
  const page = await signedInPage(browser, world.app, `${name}@example.org`, options);
  page.setDefaultTimeout(10_000);
  await page.goto(`${world.app.url}${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
};
const live = (page: Page) => page.getByText('Live', { exact: true }).waitFor();
const group = (page: Page, name: string | RegExp): Locator => page.getByRole('article', { name });
const line = (page: Page, title: string | RegExp): Locator =>
  page.getByRole('article', { name: title, exact: true });
const dialogOf = (page: Page): Locator => page.getByRole('dialog');
const menu = async (page: Page, title: string, what: string): Promise<void> => {
  await page.getByRole('button', { name: `What to do with “${title}”` }).click();
  await page.getByRole('menuitem', { name: what }).click();
};
const proposal = (page: Page, title: string | RegExp): Locator =>
  page.getByRole('list', { name: 'Proposals' }).getByRole('article', { name: title });
const focused = (page: Page) => page.evaluate('document.activeElement?.getAttribute("aria-label")');

describe('a secretary keeps the forward plan', () => {
  test('adds lines by title and Enter, says the rest in place, and another sees it at once', async () => {
    const other = await as('clerk');
    await live(other);
    const page = await as('secretary');
    const add = page.getByRole('textbox', { name: 'Add to the meeting of 6 Dec 2040' });
    await add.fill('Estates strategy');
    await add.press('Enter');
    await line(page, 'Estates strategy').waitFor();
    // The next can be written at once.
    await expect.poll(() => add.inputValue()).toBe('');
    await line(other, 'Estates strategy').waitFor();
    const mine = line(page, 'Estates strategy');
    await mine.getByRole('button', { name: /edit Minutes/ }).click();
    await mine.getByRole('textbox', { name: /Minutes of/ }).fill('25');
    await mine.getByRole('textbox', { name: /Minutes of/ }).press('Enter');
    await mine.getByRole('button', { name: /edit Draft report by/ }).click();
    const day = mine.getByRole('textbox', { name: /Draft report by/ });
    await day.fill('sometime');
    await day.press('Enter');
    await mine.getByText('Write a day, such as 31 Aug 2026, or nothing.').waitFor();
    await day.fill('20 Nov 2040');
    await day.press('Enter');
    await line(other, 'Estates strategy').getByText('20 Nov 2040').waitFor();
    await line(other, 'Estates strategy').getByText('25', { exact: true }).waitFor();
    expect(troublesOf(page)).toEqual([]);
  });

  test('asks which to keep when both wrote the same, and loses neither', async () => {
    await entry('Carers strategy', { meetingId: december });
    const other = await as('clerk');
    const page = await as('secretary');
    const edit = async (by: Page, to: string): Promise<Locator> => {
      await line(by, 'Carers strategy')
        .getByRole('button', { name: /edit Lead officers/ })
        .click();
      const field = line(by, 'Carers strategy').getByRole('textbox', { name: /Lead officers of/ });
      await field.fill(to);
      return field;
    };
    const late = await edit(page, 'A. Late');
    await (await edit(other, 'B. Early')).press('Enter');
    await line(page, 'Carers strategy').getByText('Now “B. Early”').waitFor();
    await late.press('Enter');
    const clash = page.getByRole('dialog', { name: /was changed while you were writing/ });
    // Whoever began before it was told is asked; whoever saw it has seen it.
    if (await clash.isVisible()) {
      await clash.getByRole('radio', { name: /Keep yours/ }).click({ force: true });
      await clash.getByRole('button', { name: 'Save what I chose' }).click();
    }
    await line(other, 'Carers strategy').getByText('A. Late').waitFor();
  });

  test('moves a line by menu and keys, and says why it slips', async () => {
    await entry('Dental access', { meetingId: december });
    const page = await as('secretary');
    await menu(page, 'Dental access', 'Move to another meeting…');
    const dialog = dialogOf(page);
    await dialog.getByRole('button', { name: 'Move it' }).click();
    await dialog.getByText('Say why it is not considered').waitFor();
    await dialog.getByLabel('Why it is not considered as planned').fill('The survey is late');
    await dialog.getByRole('button', { name: 'Move it' }).click();
    await group(page, /7 March 2041/)
      .getByText('Dental access')
      .waitFor();
    await line(page, 'Dental access').getByText('Slipped once').click();
    await line(page, 'Dental access').getByText('The survey is late').waitFor();
    // By keys, to what is not for a meeting yet: from there it goes without a reason.
    await line(page, 'Dental access')
      .getByRole('button', { name: /^What to do/ })
      .press('Alt+ArrowDown');
    await dialog.getByLabel('Why it is not considered as planned').fill('Nobody to present it');
    await dialog.getByRole('button', { name: 'Move it' }).click();
    await group(page, 'Not yet for a meeting').getByText('Dental access').waitFor();
    await line(page, 'Dental access')
      .getByRole('button', { name: /^What to do/ })
      .press('Alt+ArrowUp');
    await group(page, /7 March 2041/)
      .getByText('Dental access')
      .waitFor();
    await line(page, 'Dental access').getByText('Slipped twice', { exact: true }).waitFor();
    // The keyboard goes along.
    await expect.poll(() => focused(page)).toMatch(/^Dental access, edit/);
  });

  test('drags a line from none to a meeting', async () => {
    await entry('Water quality');
    const page = await as('secretary');
    const handle = line(page, 'Water quality').locator('.plan-handle');
    await handle.scrollIntoViewIfNeeded();
    const from = await handle.boundingBox();
    const to = await group(page, /7 March 2041/).boundingBox();
    if (!from || !to) throw new Error('nothing to drag');
    await page.mouse.move(from.x + 5, from.y + 5);
    await page.mouse.down();
    await page.mouse.move(to.x + 80, Math.max(to.y + 20, 60), { steps: 8 });
    await page.mouse.up();
    await group(page, /7 March 2041/)
      .getByText('Water quality')
      .waitFor();
  });

  test('marks a line as confidential by its paragraph, and takes one out and back', async () => {
    await entry('Land at the harbour', { meetingId: december });
    const page = await as('secretary');
    await menu(page, 'Land at the harbour', 'Mark as confidential…');
    await dialogOf(page).getByRole('checkbox', { name: 'Its report will be confidential' }).press('Space');
    await dialogOf(page).getByRole('checkbox', { name: 'Paragraph A' }).press('Space');
    await dialogOf(page).getByRole('button', { name: 'Save' }).click();
    await line(page, 'Land at the harbour').getByText('Confidential, paragraph A').waitFor();
    await menu(page, 'Land at the harbour', 'Take it out');
    await line(page, 'Land at the harbour').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await line(page, 'Land at the harbour').waitFor();
  });
});

describe('a line of several boards', () => {
  let joint: string;
  beforeAll(async () => {
    joint = await meeting('2041-06-06', 'Joint meeting', [world.boardId, trust]);
  });
  afterAll(() => world.app.build.sql('update meetings set archived_at = now() where id = $1', [joint]));

  test('comes of a joint meeting into both plans, which follow live; its boards are changed in its details', async () => {
    const other = await as('both', {}, `/boards/${trust}/forward-plan`);
    await live(other);
    const page = await as('secretary');
    const add = page.getByRole('textbox', { name: 'Add to the meeting of 6 Jun 2041, with Trust Board' });
    await add.fill('Shared estates');
    await add.press('Enter');
    await line(page, 'Shared estates').getByText('With Trust Board').waitFor();
    await line(other, 'Shared estates').getByText('With Joint Board').waitFor();

    // Put where one board meets alone, it is that board’s; moved to where both meet, both are offered.
    await entry('Ours so far', { meetingId: december });
    await line(page, 'Ours so far').waitFor();
    await menu(page, 'Ours so far', 'Move to another meeting…');
    await dialogOf(page).getByRole('button', { name: 'To the meeting of' }).click();
    await page.getByRole('option', { name: /6 Jun 2041/ }).click();
    expect(
      await dialogOf(page)
        .getByRole('checkbox', { name: /Trust Board considers it too/ })
        .isChecked(),
    ).toBe(true);
    expect(await axe(page)).toEqual([]);
    await dialogOf(page).getByLabel('Why it is not considered as planned').fill('They want it too');
    await dialogOf(page).getByRole('button', { name: 'Move it' }).click();
    await line(other, 'Ours so far').waitFor();

    // Whoever keeps both takes it from one.
    await menu(other, 'Ours so far', 'Details…');
    await dialogOf(other).getByRole('button', { name: 'Remove Trust Board' }).click();
    await dialogOf(other).getByRole('button', { name: 'Save' }).click();
    await line(other, 'Ours so far').waitFor({ state: 'detached' });
    await line(page, 'Ours so far').getByText('With Trust Board').waitFor({ state: 'detached' });
    await line(page, 'Ours so far').waitFor();
    expect(troublesOf(page)).toEqual([]);
  });

  test('gives up the days of the meeting it leaves, and says so', async () => {
    await entry('Old days', {
      meetingId: december,
      draftReportDueOn: '2040-11-01',
      dispatchOn: '2040-11-20',
    });
    await entry('No days', { meetingId: december });
    const page = await as('secretary');
    await line(page, 'No days')
      .getByText(/Nov 2040, by the timetable/)
      .first()
      .waitFor();
    await menu(page, 'Old days', 'Move to another meeting…');
    await dialogOf(page)
      .getByText(
        /Draft report by 1 Nov 2040 and papers out on 20 Nov 2040, set for the meeting it leaves, go/,
      )
      .waitFor();
    await dialogOf(page).getByLabel('Why it is not considered as planned').fill('Not ready');
    await dialogOf(page).getByRole('button', { name: 'Move it' }).click();
    await group(page, /7 March 2041/)
      .getByText('Old days')
      .waitFor();
    await line(page, 'Old days')
      .getByText(/Feb 2041, by the timetable/)
      .first()
      .waitFor();
    await line(page, 'Old days').getByText('Slipped once').click();
    await line(page, 'Old days')
      .getByText('Draft report by 1 Nov 2040 and papers out on 20 Nov 2040 went with it.')
      .waitFor();
    expect(troublesOf(page)).toEqual([]);
  });
});

describe('what is confidential', () => {
  test('wants its paragraph, which is asked where it goes onto the agenda; its report is begun from there', async () => {
    for (const title of ['Land at the harbour', 'Land at the quay'])
      await entry(title, { meetingId: december, isConfidential: true });
    const page = await as('secretary');
    await line(page, 'Land at the harbour').getByText('Wants its paragraph').waitFor();
    await menu(page, 'Land at the harbour', 'Put it on the agenda');
    await dialogOf(page).getByText('say first by which paragraph').waitFor();
    expect(await axe(page)).toEqual([]);
    await dialogOf(page).getByRole('checkbox', { name: 'Paragraph A' }).press('Space');
    await dialogOf(page).getByRole('button', { name: 'Save' }).click();
    await line(page, 'Land at the harbour').getByText('On the agenda').waitFor();
    await line(page, 'Land at the harbour').getByText('Confidential, paragraph A').waitFor();

    await page.goto(`${world.app.url}/meetings/${december}`);
    await page.getByRole('button', { name: 'Put “Land at the quay” on the agenda' }).click();
    await dialogOf(page).getByText('say first by which paragraph').waitFor();
    await dialogOf(page).getByRole('checkbox', { name: 'Paragraph B' }).press('Space');
    await dialogOf(page).getByRole('button', { name: 'Put it on the agenda' }).click();
    await page.getByText('Restricted: paragraph B').waitFor();

    await menu(page, 'Land at the quay', 'Begin its report…');
    await dialogOf(page).getByText('Only seats on Joint Board').waitFor();
    expect(await axe(page)).toEqual([]);
    await dialogOf(page).getByRole('button', { name: 'Begin its report' }).click();
    await page.waitForURL(/\/reports\//);
    await page.getByText('Only seats on Joint Board').first().waitFor();
    expect(troublesOf(page)).toEqual([]);
  });
});

describe('what comes late', () => {
  test('goes onto the agenda with the chair’s reason, from the menu and from proposals at once', async () => {
    const rules = `mutation ($input: UpdateBoardRulesInput!) { updateBoardRules(input: $input) { boardRules { version } } }`;
    const { updateBoardRules } = await world.admin.ok<{
      updateBoardRules: { boardRules: { version: number } };
    }>(rules, { input: { boardId: world.boardId, expectedVersion: 0, lateItemsNeedChairReason: true } });
    const soon = await meeting(
      new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
      'Urgent meeting',
    );
    await entry('Burst main', { meetingId: soon });
    for (const event of ['Sewers may overflow', 'Pumps may fail']) await risk(event);
    const page = await as('secretary');
    await menu(page, 'Burst main', 'Put it on the agenda');
    const why = dialogOf(page).getByRole('textbox', { name: /Why the chair takes it as urgent/ });
    await why.fill('It burst last night');
    await dialogOf(page).getByRole('button', { name: 'Put it on the agenda' }).click();
    await line(page, 'Burst main').getByText('On the agenda').waitFor();

    await page.getByText('Onto the agenda at once').click();
    await page.getByRole('button', { name: /^Accept all shown/ }).click();
    await why.fill('The forecast changed');
    await dialogOf(page).getByRole('button', { name: 'Put it on the agenda' }).click();
    await page.getByText(/2 proposals were accepted/).waitFor();
    const late = await world.app.build.sql<{ reason: string }>(
      'select late_reason as reason from agenda_items where meeting_id = $1 and archived_at is null order by reason',
      [soon],
    );
    expect(late.map(({ reason }) => reason)).toEqual([
      ...['It burst last night', 'The forecast changed', 'The forecast changed'],
    ]);
    await world.app.build.sql(`update meetings set archived_at = now() where id = $1`, [soon]);
    await world.admin.ok(rules, {
      input: {
        ...{ boardId: world.boardId, expectedVersion: updateBoardRules.boardRules.version },
        lateItemsNeedChairReason: false,
      },
    });
    expect(troublesOf(page)).toEqual([]);
  });
});

describe('what the plans propose', () => {
  test('is walked, accepted, merged and declined by keys, and can be taken back', async () => {
    for (const event of ['Beds may run out', 'Staff may leave', 'Grants may end']) await risk(event);
    await entry('Winter plan', { meetingId: december });
    const page = await as('secretary');
    await proposal(page, /Beds may run out/).waitFor();
    const first = page.getByRole('list', { name: 'Proposals' }).getByRole('button').first();
    await first.focus();
    const started = await focused(page);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focused(page)).not.toBe(started);
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => focused(page)).toBe(started);
    const title = String(started).replace('Accept: ', '');
    await page.keyboard.press('a');
    await group(page, /6 December 2040/)
      .getByRole('article', { name: title })
      .waitFor();
    await line(page, title).getByText('Scored 20 of 25').waitFor();
    await expect.poll(() => focused(page)).toMatch(/^Accept: /);
    await page.getByRole('button', { name: 'Undo' }).click();
    await proposal(page, title).waitFor();
    await line(page, title).and(page.locator('.plan-line')).waitFor({ state: 'detached' });

    await proposal(page, /Staff may leave/)
      .getByRole('button', { name: /^Accept/ })
      .focus();
    await page.keyboard.press('d');
    await dialogOf(page).getByLabel('Why').fill('Dealt with elsewhere');
    await page.keyboard.press('Enter');
    await proposal(page, /Staff may leave/).waitFor({ state: 'detached' });
    await page.getByText('Declined (1)').click();
    await page.getByText(/Dealt with elsewhere/).waitFor();
    await page.getByRole('button', { name: 'Propose again' }).click();
    await proposal(page, /Staff may leave/).waitFor();

    await proposal(page, /Grants may end/)
      .getByRole('button', { name: /^Accept/ })
      .focus();
    await page.keyboard.press('m');
    await dialogOf(page).getByRole('combobox', { name: 'Into' }).fill('Winter');
    await page.getByRole('option', { name: /Winter plan/ }).click();
    await dialogOf(page).getByRole('button', { name: 'Merge' }).click();
    await line(page, 'Winter plan').getByText('Scored 20 of 25').waitFor();
    await page.getByText('Merged into “Winter plan”').waitFor();
    await page.keyboard.press('u');
    await proposal(page, /Grants may end/).waitFor();
    await line(page, 'Winter plan').getByText('Scored 20 of 25').waitFor({ state: 'detached' });
    expect(troublesOf(page)).toEqual([]);
  });

  test('fills an agenda of twelve items in few clicks, which others see', async () => {
    for (let i = 1; i <= 12; i += 1) await risk(`Twelve things may happen, ${i}`);
    const other = await as('clerk');
    await live(other);
    const page = await as('secretary');
    await proposal(page, /Twelve things may happen, 12/).waitFor();
    let clicks = 0;
    const click = async (what: Locator): Promise<void> => {
      clicks += 1;
      await what.click();
    };
    await click(page.getByText('Onto the agenda at once'));
    await click(page.getByRole('button', { name: /^Accept all shown/ }));
    await page
      .getByText(/proposals were accepted, for the meeting of 6 Dec 2040/)
      .waitFor({ timeout: 40_000 });
    const { boardId, app } = world;
    const [made] = await app.build.sql<{ count: number }>(
      `select count(*)::int as count from agenda_items where meeting_id = $1 and archived_at is null and board_id = $2`,
      [december, boardId],
    );
    expect(made?.count).toBeGreaterThanOrEqual(12);
    expect(clicks).toBeLessThanOrEqual(60);
    await line(other, 'Twelve things may happen, 12')
      .or(line(other, /Twelve things may happen, 12/))
      .waitFor();
    await expect.poll(() => other.getByText('On the agenda').count()).toBeGreaterThanOrEqual(12);
  }, 60_000);
});

describe('a partner reads the forward plan', () => {
  test('and can change nothing of it, nor see what is restricted, also from now on', async () => {
    const id = await entry('Staff matter', { meetingId: december });
    await entry('Open matter', { meetingId: december });
    const page = await as('northlead');
    await live(page);
    await line(page, 'Staff matter').waitFor();
    expect(await page.getByRole('textbox').count()).toBe(0);
    expect(
      await page.getByRole('button', { name: /edit|What to do|Plan a meeting|Bring in|Accept/ }).count(),
    ).toBe(0);
    const { version } = await world.app.build.row('forward_plan_entries', id);
    await world.chair.ok(
      'mutation ($input: RestrictForwardPlanEntryInput!) { restrictForwardPlanEntry(input: $input) { forwardPlanEntry { id } } }',
      { input: { id, expectedVersion: version, audience: { kind: 'BOARD', boardId: world.boardId } } },
    );
    await line(page, 'Staff matter').waitFor({ state: 'detached' });
    await page.reload();
    await line(page, 'Open matter').waitFor();
    expect(await line(page, 'Staff matter').count()).toBe(0);
    const secretary = await as('secretary');
    await line(secretary, 'Staff matter')
      .getByText(/^Restricted/)
      .waitFor();
  });
});

describe('meetings', () => {
  test('are planned on the page of the board, listed there and for the partnership, for others at once', async () => {
    const other = await as('northviewer', {}, '/meetings');
    await live(other);
    const page = await as('secretary', {}, `/boards/${world.boardId}`);
    const section = page.getByRole('region', { name: 'Meetings' });
    await section.getByRole('button', { name: 'Plan a meeting…' }).click();
    await dialogOf(page).getByLabel('Day', { exact: true }).fill('2040-06-01');
    await dialogOf(page).getByLabel('Begins').fill('14:30');
    await dialogOf(page).getByLabel('Ends').fill('13:30');
    await dialogOf(page).getByRole('button', { name: 'Plan the meeting' }).click();
    await dialogOf(page).getByText('A meeting cannot end before it begins.').waitFor();
    await dialogOf(page).getByLabel('Ends').fill('16:00');
    await dialogOf(page).getByRole('button', { name: 'Plan the meeting' }).click();
    await section.getByRole('link', { name: /1 June 2040/ }).waitFor();
    await other
      .getByRole('region', { name: 'June 2040' })
      .getByRole('link', { name: /1 June 2040/ })
      .waitFor();
    await section.getByRole('link', { name: 'Forward plan' }).click();
    await page.getByRole('heading', { level: 1, name: 'Forward plan' }).waitFor();
  });

  test('are followed by a calendar, by an address of one’s own with the days papers are due', async () => {
    const page = await as('secretary', {}, `/boards/${world.boardId}`);
    await page.getByRole('button', { name: 'Calendar…' }).click();
    await dialogOf(page).getByRole('button', { name: 'Make my address' }).click();
    const [own, open] = await Promise.all(
      ['Your address', 'The address for everybody'].map(async (name) =>
        (await fetch(await dialogOf(page).getByLabel(name).inputValue())).text(),
      ),
    );
    for (const told of [own, open]) expect(told).toContain('BEGIN:VEVENT');
    expect(own).toContain('Papers go out');
    expect(open).not.toContain('Papers go out');
    expect(await axe(page)).toEqual([]);
    await page.goto(`${world.app.url}/account`);
    await page.getByRole('row', { name: /Calendar: .*Fill a calendar/ }).waitFor();
    expect(troublesOf(page)).toEqual([]);
  });

  test('come in with a forward plan from elsewhere, after everything was shown', async () => {
    const page = await as('secretary');
    await page.getByRole('button', { name: 'Bring in a forward plan…' }).click();
    const dialog = dialogOf(page);
    await dialog.locator('input[type=file]').setInputFiles({
      name: 'paper.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF'),
    });
    await dialog.getByText('This is no plain table.').waitFor();
    await dialog.locator('input[type=file]').setInputFiles({
      name: 'plan.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        'Committee date,Agenda item,Lead officer\n5 October 2040,Library hubs,A. Lead\n,,B. Lead\n',
      ),
    });
    await dialog.getByText('It has no title.').waitFor();
    await dialog.getByText('Planned with this').waitFor();
    expect(await axe(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Bring in 1 line' }).click();
    await group(page, /5 October 2040/)
      .getByText('Library hubs')
      .waitFor();
  });
});

describe('these pages', () => {
  test.each([
    ['light', { viewport: { width: 1280, height: 900 }, colorScheme: 'light' as const }],
    ['dark', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' as const }],
    ['320 pixels wide', { viewport: { width: 320, height: 800 } }],
  ])(
    'can be read by everybody, %s',
    async (_, options) => {
      await entry('Key matter', {
        ...{ meetingId: december, isKeyDecision: true, keyDecisionReference: '2040/001' },
        ...{ isForFullCouncil: true, isConfidential: true, exemptionParagraphs: ['A'] },
      });
      await risk('Something may go wrong');
      for (const [name, path] of [
        ['secretary', `/boards/${world.boardId}/forward-plan`],
        ['northviewer', `/boards/${world.boardId}/forward-plan`],
        ['secretary', `/boards/${world.boardId}`],
        ['northviewer', '/meetings'],
      ] as const) {
        const page = await as(name, options, path);
        await page
          .getByRole('link', { name: /December 2040/ })
          .first()
          .waitFor();
        expect(await axe(page)).toEqual([]);
        expect(await overflowsSideways(page)).toBe(false);
        expect(troublesOf(page)).toEqual([]);
      }
    },
    60_000,
  );
});
