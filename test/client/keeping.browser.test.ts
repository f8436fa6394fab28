import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
let abuId: string;
let postId: string;

beforeAll(async () => {
  world = await startWorld(FOR_BROWSERS);
  browser = await openBrowser();
  const { partnershipId, north, south, boardId, personIds, app } = world;
  const { build } = app;
  await build.person(partnershipId, {
    email: 'northadmin@example.org',
    role: 'ADMIN',
    organisationId: north,
    name: 'Nora Admin',
  });
  await build.sql('update boards set name = $2 where id = $1', [boardId, 'Joint Board']);
  await build.board(partnershipId, { name: 'County Cabinet' });
  await build.board(partnershipId, { name: 'Delivery Group', reportsToIds: [boardId] });
  abuId = await build.public('accountable_business_units', partnershipId, {
    name: 'Moor and Mere',
    hostOrganisationId: south,
    memberOrganisationIds: [north],
    boardIds: [boardId],
  });
  postId = await build.inPartnership('posts', partnershipId, {
    title: 'Director of Homes',
    organisationId: north,
  });
  await build.inPartnership('post_holders', partnershipId, {
    postId,
    personId: personIds['northlead'],
    fromOn: '2018-04-01',
  });
});
afterAll(async () => {
  await browser?.close();
  await world?.app.close();
});

const as = async (name: string, path: string, options = {}): Promise<Page> => {
  const page = await signedInPage(browser, world.app, `${name}@example.org`, options);
  page.setDefaultTimeout(10_000);
  await page.goto(`${world.app.url}${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
};
const rows = (sql: string, ...params: unknown[]) => world.app.build.sql(sql, params);
const choose = async (page: Page, dialog: Locator, field: string, text: string): Promise<void> => {
  const box = dialog.getByRole('combobox', { name: field });
  // Its list closes when what is beneath it scrolls.
  await box.scrollIntoViewIfNeeded();
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  await box.fill(text);
  await page.getByRole('option', { name: text }).first().click();
};
const pickFrom = async (page: Page, menu: string, entry: string): Promise<void> => {
  await page.getByRole('button', { name: menu }).click();
  await page.getByRole('menuitem', { name: entry }).click();
};
const boardPage = () => `/boards/${world.boardId}`;
const northPage = () => `/organisations/${world.north}`;

describe('an administrator of the partnership keeps boards', () => {
  test('adds one, with whom it answers to in order, and others see it at once', async () => {
    const watching = await as('southeditor', '/boards');
    await watching.getByText('Live', { exact: true }).waitFor();
    expect(await watching.getByRole('button', { name: /^Add/ }).count()).toBe(0);
    const page = await as('admin', '/boards');
    await page.getByRole('button', { name: 'Add a board' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a board' });
    await dialog.getByRole('button', { name: 'Add the board' }).click();
    await dialog.getByText('Please fill').first().waitFor();
    await dialog.getByLabel('Name', { exact: true }).fill('Homes Board');
    await dialog.getByLabel('Kind').fill('delivery board');
    await choose(page, dialog, 'Add a board it answers to', 'County Cabinet');
    await choose(page, dialog, 'Add a board it answers to', 'Joint Board');
    const chain = dialog.getByRole('group', { name: /Answers to/ }).getByRole('listitem');
    await expect.poll(() => chain.allInnerTexts()).toEqual(['1.\nCounty Cabinet', '2.\nJoint Board']);
    const up = dialog.getByRole('button', { name: 'Move Joint Board up' });
    await up.press('Enter');
    await expect.poll(() => chain.allInnerTexts()).toEqual(['1.\nJoint Board', '2.\nCounty Cabinet']);
    // It is at the top: the keyboard goes on at the way down.
    await expect
      .poll(() => page.evaluate('document.activeElement?.getAttribute("aria-label")'))
      .toBe('Move Joint Board down');
    await dialog.getByRole('button', { name: 'Add the board' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: 'Homes Board' }).waitFor();
    await watching.getByRole('link', { name: 'Homes Board' }).waitFor();
    const [made] = await rows(
      `select array(select b.name from unnest(x.reports_to_ids) with ordinality as r (id, at) join boards b on b.id = r.id order by r.at) as chain
       from boards x where x.name = 'Homes Board'`,
    );
    expect(made).toEqual({ chain: ['Joint Board', 'County Cabinet'] });
    expect(troublesOf(page)).toEqual([]);
    await page.context().close();
    await watching.context().close();
  });

  test('is told at the field that a ring is none, with nothing typed lost', async () => {
    const page = await as('admin', boardPage());
    await page.getByRole('button', { name: 'Change its details' }).click();
    const dialog = page.getByRole('dialog', { name: 'Change Joint Board' });
    await dialog.getByLabel('What it is for').fill('Oversees everything.');
    await choose(page, dialog, 'Add a board it answers to', 'Delivery Group');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('A board cannot oversee itself').waitFor();
    await dialog.getByRole('button', { name: 'Take Delivery Group off the list' }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Oversees everything.').waitFor();
    await page.context().close();
  });

  test('is shown both chains when somebody else changed it meanwhile', async () => {
    const page = await as('admin', boardPage());
    await page.getByRole('button', { name: 'Change its details' }).click();
    const dialog = page.getByRole('dialog', { name: 'Change Joint Board' });
    await choose(page, dialog, 'Add a board it answers to', 'County Cabinet');
    const { version } = await world.app.build.row('boards', world.boardId);
    const other = await world.app.build.board(world.partnershipId, { name: 'Place Board' });
    await world.admin.ok(
      'mutation ($input: UpdateBoardInput!) { updateBoard(input: $input) { board { id } } }',
      { input: { id: world.boardId, expectedVersion: version, reportsToIds: [other] } },
    );
    await dialog.getByRole('button', { name: 'Save' }).click();
    const clash = page.getByRole('dialog', { name: 'Joint Board was changed while you were writing' });
    await clash.getByText('Place Board', { exact: true }).waitFor();
    await clash.getByText('County Cabinet', { exact: true }).waitFor();
    await clash.getByRole('radio', { name: /Keep theirs/ }).click({ force: true });
    await clash.getByRole('button', { name: 'Save what I chose' }).click();
    await clash.waitFor({ state: 'hidden' });
    await page
      .getByRole('list', { name: 'Oversight, nearest first' })
      .getByRole('link', { name: 'Place Board' })
      .waitFor();
    await page.context().close();
  });

  test('archives one, and brings it back from the list', async () => {
    await world.app.build.board(world.partnershipId, { name: 'Old Board' });
    const page = await as('admin', '/boards');
    await page.getByRole('link', { name: 'Old Board' }).click();
    await page.getByRole('heading', { level: 1, name: 'Old Board' }).waitFor();
    await page.getByRole('button', { name: 'Archive' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Archive the board' }).click();
    await page.getByRole('button', { name: 'Bring it back' }).waitFor();
    await page.getByRole('navigation', { name: 'You are in' }).getByRole('link').click();
    await page.getByText('Archived boards (1)').click();
    await page.getByRole('button', { name: 'Bring back Old Board' }).click();
    await page.getByText('Old Board was brought back').waitFor();
    await expect.poll(() => page.getByText('Archived boards').count()).toBe(0);
    await page.context().close();
  });
});

describe('an administrator of the partnership keeps seats', () => {
  test('gives one to whoever holds a post, changes it and ends it', async () => {
    const page = await as('admin', boardPage());
    await page.getByRole('button', { name: 'Give a seat' }).click();
    const dialog = page.getByRole('dialog', { name: 'Give a seat' });
    await choose(page, dialog, 'Whose seat', 'Director of Homes');
    await expect
      .poll(() => dialog.getByRole('combobox', { name: 'For' }).inputValue())
      .toBe('Northmoor Council');
    await dialog.getByLabel('Since').fill('2024-05-01');
    await dialog.getByLabel('Last day').fill('2024-04-01');
    await dialog.getByRole('button', { name: 'Give the seat' }).click();
    await dialog.getByText('A seat cannot end before it begins.').waitFor();
    await dialog.getByLabel('Last day').fill('');
    await dialog.getByRole('button', { name: 'Give the seat' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const row = page
      .getByRole('region', { name: 'Seats of Joint Board', exact: true })
      .getByRole('row', { name: /Director of Homes/ });
    await row.getByText('since').or(row.getByText('1 May 2024')).first().waitFor();
    await pickFrom(page, 'What to do with the seat of northlead', 'Change the seat');
    const change = page.getByRole('dialog', { name: 'Change the seat of northlead' });
    await change.getByText('The seat has a vote').click();
    await change.getByRole('combobox', { name: 'For' }).fill('');
    await page.keyboard.press('Tab');
    await change.getByRole('button', { name: 'Save' }).click();
    await row.getByText('No vote').waitFor();
    await row.getByText('Themselves').waitFor();
    await pickFrom(page, 'What to do with the seat of northlead', 'End the seat');
    const end = page.getByRole('dialog', { name: 'End the seat of northlead' });
    await end.getByLabel('Last day').fill('2024-01-01');
    await end.getByRole('button', { name: 'End the seat' }).click();
    await end.getByText('A seat cannot end before it begins.').waitFor();
    await end.getByLabel('Last day').fill('2024-12-31');
    await end.getByRole('button', { name: 'End the seat' }).click();
    await page.getByText('Past seats (1)').waitFor();
    expect(troublesOf(page)).toEqual([]);
    await page.context().close();
  });

  test('offers others nothing of it', async () => {
    const page = await as('northadmin', boardPage());
    await page.getByRole('region', { name: 'Seats of Joint Board', exact: true }).waitFor();
    expect(await page.getByRole('button', { name: /Give|Change|What to do|Archive/ }).count()).toBe(0);
    await page.context().close();
  });
});

describe('an administrator of the partnership keeps ABUs', () => {
  test('adds one, and what is delegated to it, which is archived and brought back', async () => {
    const page = await as('admin', '/boards');
    await page.getByRole('button', { name: 'Add an ABU' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add an accountable business unit' });
    await dialog.getByLabel('Name', { exact: true }).fill('Valley Homes');
    await choose(page, dialog, 'Host', 'Southmere Trust');
    await choose(page, dialog, 'Add a member organisation', 'Northmoor Council');
    await choose(page, dialog, 'Managing director', 'southlead');
    await choose(page, dialog, 'Add a board it answers to', 'Joint Board');
    await dialog.getByRole('button', { name: 'Add the unit' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: 'Valley Homes' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Valley Homes' }).waitFor();
    await page.getByRole('button', { name: 'Add a function' }).click();
    const add = page.getByRole('dialog', { name: 'Add a delegated function' });
    await add.getByLabel('Function').fill('Adaptations');
    await choose(page, add, 'Delegated by', 'Northmoor Council');
    await add.getByRole('button', { name: 'Add the function' }).click();
    const row = page.getByRole('row', { name: /Adaptations/ });
    await row.getByText('proposed').waitFor();
    await pickFrom(page, 'What to do with Adaptations', 'Change it');
    const change = page.getByRole('dialog', { name: 'Change Adaptations' });
    await change.getByLabel('Status').fill('in force');
    await change.getByRole('button', { name: 'Save' }).click();
    await row.getByText('in force').waitFor();
    await pickFrom(page, 'What to do with Adaptations', 'Archive');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Archive the function' }).click();
    await page.getByText('Archived (1)').click();
    await page.getByRole('button', { name: 'Bring back Adaptations' }).click();
    await row.waitFor();
    expect(troublesOf(page)).toEqual([]);
    await page.context().close();
  });
});

describe('an administrator of an organisation', () => {
  test('adds a post, ends an appointment, and puts a post away', async () => {
    const page = await as('northadmin', northPage());
    await page.getByRole('button', { name: 'Add a post' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a post' });
    await dialog.getByLabel('Title').fill('Head of Repairs');
    await dialog.getByRole('button', { name: 'Add the post' }).click();
    await page.getByRole('heading', { name: /Head of Repairs/ }).waitFor();
    await pickFrom(page, 'What to do with Director of Homes', 'End the appointment of northlead');
    const end = page.getByRole('dialog', { name: 'End the appointment of northlead' });
    await end.getByLabel('Last day').fill('2025-03-31');
    await end.getByRole('button', { name: 'End the appointment' }).click();
    await page.getByText('1 Apr 2018 – 31 Mar 2025').waitFor();
    await pickFrom(page, 'What to do with Head of Repairs', 'Archive');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Archive the post' }).click();
    await page.getByText('Head of Repairs was archived').waitFor();
    const posts = page.getByRole('region', { name: 'Posts' });
    await posts.getByText('Archived (1)').click();
    await posts.getByRole('button', { name: 'Bring back Head of Repairs' }).click();
    await page.getByRole('heading', { name: /Head of Repairs/ }).waitFor();
    expect(troublesOf(page)).toEqual([]);
    await page.context().close();
  });

  test('changes what is known of a person, and puts away somebody who left', async () => {
    await world.app.build.inPartnership('people', world.partnershipId, {
      name: 'Joan Hale',
      organisationId: world.north,
    });
    const page = await as('northadmin', northPage());
    const people = page.getByRole('region', { name: 'People' });
    await pickFrom(page, 'What to do for Joan Hale', 'Change what is known');
    const dialog = page.getByRole('dialog', { name: 'Change what is known of Joan Hale' });
    await dialog.getByLabel('Job title').fill('Surveyor');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await people.getByText(', Surveyor').waitFor();
    await pickFrom(page, 'What to do for Joan Hale', 'Archive');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Archive the person' }).click();
    await people.getByText('Archived (1)').waitFor();
    expect(await page.getByRole('button', { name: 'Archive', exact: true }).count()).toBe(0);
    await page.context().close();
  });
});

describe('the partnership', () => {
  test('says what its colours mean; its administrator changes that, and others see it at once', async () => {
    const watching = await as('southeditor', '/partnership');
    await watching.getByText('Live', { exact: true }).waitFor();
    expect(await watching.getByRole('button', { name: /^Change|^Add/ }).count()).toBe(0);
    const page = await as('admin', '/');
    await page.getByRole('button', { name: /^admin,/ }).click();
    await page.getByRole('menuitem', { name: 'Partnership', exact: true }).click();
    await page.getByRole('button', { name: 'Change what they mean' }).click();
    const dialog = page.getByRole('dialog', { name: 'Change what the colours mean' });
    await dialog.getByLabel('Red').fill('The board must act.');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The board must act.').waitFor();
    await watching.getByText('The board must act.').waitFor();
    await page.getByRole('button', { name: 'Change its details' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Wensmere Together');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('banner').getByText('Wensmere Together').first().waitFor();
    await watching.getByRole('banner').getByText('Wensmere Together').first().waitFor();
    expect(troublesOf(page)).toEqual([]);
    await page.context().close();
    await watching.context().close();
  });
});

describe.each([
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['320 pixels wide', { viewport: { width: 320, height: 640 } }],
] as const)('%s', (_, options) => {
  test('nothing stands in anybody’s way', async () => {
    const page = await as('admin', '/boards', options);
    const places: [string, string[]][] = [
      ['/boards', ['Add a board', 'Add an ABU']],
      [boardPage(), ['Change its details', 'Give a seat', 'What to do with the seat of chair', 'Archive']],
      [`/abus/${abuId}`, ['Change its details', 'Add a function']],
      [northPage(), ['Add a post', 'Add a person', 'What to do with Director of Homes']],
      ['/partnership', ['Change its details', 'Change what they mean']],
    ];
    for (const [path, buttons] of places) {
      await page.goto(`${world.app.url}${path}`);
      await page
        .getByRole('button', { name: buttons[0] ?? '' })
        .first()
        .waitFor();
      expect([path, await axe(page), await overflowsSideways(page)]).toEqual([path, [], false]);
      for (const name of buttons) {
        await page.getByRole('button', { name }).first().click();
        await page.locator('[role=dialog], [role=alertdialog], [role=menu]').first().waitFor();
        expect([path, name, await axe(page), await overflowsSideways(page)]).toEqual([path, name, [], false]);
        await page.keyboard.press('Escape');
        await page
          .locator('[role=dialog], [role=alertdialog], [role=menu]')
          .first()
          .waitFor({ state: 'detached' });
      }
    }
    expect(troublesOf(page)).toEqual([]);
    await page.context().close();
  }, 180_000);
});
