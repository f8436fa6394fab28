import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, londonDay } from '../../client/platform/format/dates.js';
import {
  axe,
  FOR_BROWSERS,
  newPage,
  openBrowser,
  overflowsSideways,
  signedInPage,
  troublesOf,
} from '../support/browser.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let browser: Browser;
let url: string;
const ids: Record<string, string> = {};
const today = londonDay(new Date());

beforeAll(async () => {
  world = await startWorld(FOR_BROWSERS);
  url = world.app.url;
  browser = await openBrowser();
  const { partnershipId, north, south, boardId, personIds, app } = world;
  const { build } = app;
  const keep = async (key: string, made: Promise<string>): Promise<string> => {
    ids[key] = await made;
    return ids[key];
  };
  await build.sql('update organisations set aliases = $2, short_name = $3 where id = $1', [
    north,
    ['the Moor'],
    'NC',
  ]);
  await build.person(partnershipId, {
    email: 'northadmin@example.org',
    role: 'ADMIN',
    organisationId: north,
    name: 'Nora Admin',
  });
  await keep(
    'joan',
    build.inPartnership('people', partnershipId, { name: 'Joan Hale', organisationId: north }),
  );
  const planId = await keep('plan', build.plan(partnershipId, { title: 'Winter plan', boardId }));
  const workstreamId = await build.workstream(planId, { number: '2' });
  const late = { timingEnd: addDays(today, -9), timingAsWritten: 'last week', timingPrecision: 'DAY' };
  await keep(
    'late',
    build.action(workstreamId, {
      reference: 'B1',
      title: 'Open the ward',
      ownerId: north,
      status: 'AMBER',
      ...late,
    }),
  );
  await build.action(workstreamId, {
    reference: 'B2',
    title: 'Train the teams',
    ownerId: north,
    status: 'BLUE',
  });
  const post = await build.inPartnership('posts', partnershipId, {
    title: 'Director of Homes',
    organisationId: north,
  });
  const held = (values: object) =>
    build.inPartnership('post_holders', partnershipId, { postId: post, ...values });
  await held({ personId: personIds['northeditor'], fromOn: '2017-04-01', untilOn: '2018-03-31' });
  await held({ personId: personIds['northlead'], fromOn: '2018-04-01', isInterim: true });
  await build.sql('update boards set name = $2, purpose = $3 where id = $1', [
    boardId,
    'Joint Board',
    'Oversees the winter plan.',
  ]);
  await keep('delivery', build.board(partnershipId, { name: 'Delivery Group', reportsToIds: [boardId] }));
  await build.inPartnership('seats', partnershipId, {
    boardId,
    postId: post,
    capacity: 'MEMBER',
    organisationId: north,
    fromOn: '2018-01-01',
  });
  await build.seat(partnershipId, boardId, personIds['southlead'] ?? '', {
    capacity: 'SECRETARIAT',
    isVoting: false,
    fromOn: '2016-01-01',
    untilOn: '2017-12-31',
  });
  await keep(
    'abu',
    build.public('accountable_business_units', partnershipId, {
      name: 'Moor and Mere Partnership',
      hostOrganisationId: south,
      memberOrganisationIds: [north, south],
      managingDirectorId: personIds['southlead'],
      serves: 'Both valleys',
      boardIds: [boardId, ids['delivery']],
    }),
  );
  await build.public('delegated_functions', partnershipId, {
    abuId: ids['abu'],
    function: 'Reablement',
    fromOrganisationId: north,
    conditions: 'Reports each quarter',
    status: 'in force',
    sinceOn: '2024-04-01',
  });
  await build
    .action(workstreamId, { reference: 'C1', title: 'Share the beds' })
    .then((id) => build.owner('Action', id, { abuId: ids['abu'] }));
});
afterAll(async () => {
  await browser?.close();
  await world?.app.close();
});

const region = (page: Page, name: string | RegExp) => page.getByRole('region', { name });
const go = async (page: Page, path: string): Promise<Page> => {
  page.setDefaultTimeout(10_000);
  await page.goto(`${url}${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
};
const as = async (name: string, path: string, options = {}) =>
  go(await signedInPage(browser, world.app, `${name}@example.org`, options), path);
const north = () => `/organisations/${world.north}`;
const roleOf = async (name: string): Promise<unknown> => {
  const [row] = await world.app.build.sql(
    'select role from memberships where person_id = $1 and organisation_id = $2 and archived_at is null',
    [ids[name] ?? world.personIds[name], world.north],
  );
  return row?.['role'] ?? null;
};

describe('organisations', () => {
  test('are listed by kind, with other names, how many actions they answer for, and how many of these are overdue', async () => {
    const page = await as('southeditor', '/organisations');
    const row = region(page, 'Health and care').getByRole('row', { name: /Northmoor Council/ });
    await row.getByRole('cell', { name: '2', exact: true }).waitFor();
    await expect
      .poll(async () => (await row.getByRole('cell').allInnerTexts()).slice(0, 3))
      .toEqual(['NC, the Moor', '2', '1']);
    await row.getByRole('link', { name: 'Northmoor Council', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Northmoor Council' }).waitFor();
    expect(troublesOf(page)).toEqual([]);
    await page.context().close();
  });

  test('tell the public what they are and no more: nobody is named', async () => {
    const page = await go(await newPage(browser), '/organisations');
    await page.getByRole('link', { name: 'Northmoor Council', exact: true }).waitFor();
    expect(await page.getByRole('columnheader', { name: 'Members' }).count()).toBe(0);
    await go(page, north());
    await region(page, 'Boards').waitFor();
    expect(await page.getByText(/Joan Hale|northlead/).count()).toBe(0);
    await page.context().close();
  });

  test('show what is open, who held which post when, and where they sit', async () => {
    const page = await as('southeditor', north());
    const actions = region(page, 'Actions of Northmoor Council');
    const action = actions.getByRole('link', { name: 'WS2 B1 Open the ward' });
    await expect.poll(() => action.getAttribute('href')).toBe(`/plans/${ids['plan']}/actions/${ids['late']}`);
    expect(await actions.getByText('Train the teams').count()).toBe(0);
    await page.getByText('Completed ones too').click();
    await actions.getByText('Train the teams').waitFor();
    await expect
      .poll(() =>
        page
          .getByRole('list', { name: 'Who has held Director of Homes' })
          .getByRole('listitem')
          .allInnerTexts(),
      )
      .toEqual(['northlead since 1 Apr 2018 Interim', 'northeditor 1 Apr 2017 – 31 Mar 2018']);
    await expect
      .poll(() => region(page, 'Accountable business units').getByRole('listitem').allInnerTexts())
      .toEqual(['Moor and Mere Partnership Member']);
    await expect
      .poll(() => region(page, 'Boards').getByRole('listitem').innerText())
      .toMatch(/Joint Board\s+northlead, Member/);
    expect(await page.getByRole('button', { name: /Give|Add|Appoint|Change|End/ }).count()).toBe(0);
    await page.context().close();
  });

  test('are shown from the list at their members, and nothing moves when their actions come later', async () => {
    const page = await as('southeditor', '/organisations');
    await page.setViewportSize({ width: 1280, height: 500 });
    await page.evaluate(`window.moved = 0;
      new PerformanceObserver((list) => {
        for (const { value } of list.getEntries()) window.moved += value;
      }).observe({ type: 'layout-shift' })`);
    await page.route('**/graphql', async (route) => {
      // So late that it is no consequence of the press, in whoever measures it.
      if (route.request().postData()?.includes('query ActionsOf(')) await page.waitForTimeout(800);
      await route.continue();
    });
    await page.getByRole('link', { name: /members of Northmoor Council/ }).click();
    const members = region(page, 'Members');
    await members.waitFor();
    await expect.poll(async () => (await members.boundingBox())?.y).toBeLessThan(200);
    expect(await page.evaluate('window.moved')).toBeLessThan(0.1);
    await page.context().close();
  });

  test('say at an address that leads nowhere only that', async () => {
    const page = await as('southeditor', '/organisations/00000000-0000-7000-8000-000000000000');
    await page.getByText('This is not here, or not yours to see').waitFor();
    await page.context().close();
  });
});

describe('an administrator of an organisation', () => {
  test('gives a role, changes it and ends it', async () => {
    const page = await as('northadmin', north());
    await page.getByRole('button', { name: 'Give a role' }).click();
    const dialog = page.getByRole('dialog', { name: 'Give a role' });
    await dialog.getByRole('button', { name: 'Give the role' }).click();
    await dialog.getByText('Choose the person.').waitFor();
    await dialog.getByRole('combobox', { name: 'Person' }).fill('Joan');
    await page.getByRole('option', { name: /Joan Hale/ }).click();
    await dialog.getByRole('button', { name: 'Give the role' }).click();
    const role = page.getByRole('button', { name: /^\S+ Role of Joan Hale$/ });
    await role.waitFor();
    await expect.poll(() => roleOf('joan')).toBe('EDITOR');
    await role.click();
    await page.getByRole('option', { name: /Lead/ }).click();
    await page.getByText('Joan Hale is now Lead for Northmoor Council').waitFor();
    await expect.poll(() => roleOf('joan')).toBe('LEAD');
    await page.getByRole('button', { name: 'End the role of Joan Hale' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'End the role' }).click();
    await page.getByText('Joan Hale no longer acts for Northmoor Council').waitFor();
    await expect.poll(() => roleOf('joan')).toBeNull();
    expect(troublesOf(page)).toEqual([]);
    await page.context().close();
  });

  test('is shown both sides when somebody else renamed it meanwhile, and loses nothing typed', async () => {
    const page = await as('northadmin', north());
    await page.getByRole('button', { name: 'Change its details' }).click();
    await page.getByLabel('Short name').fill('NMC');
    const [{ version } = { version: 0 }] = await world.app.build.sql<{ version: number }>(
      'select version from organisations where id = $1',
      [world.north],
    );
    // Behind a line that is cut, the page cannot hear of it.
    await page.context().setOffline(true);
    await world.admin.ok(
      'mutation ($input: UpdateOrganisationInput!) { updateOrganisation(input: $input) { organisation { id } } }',
      {
        input: { id: world.north, expectedVersion: version, shortName: 'Northmoor' },
      },
    );
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Save' }).click();
    const clash = page.getByRole('dialog', { name: 'Northmoor Council was changed while you were writing' });
    await clash.getByText('Northmoor', { exact: true }).waitFor();
    await clash.getByRole('radio', { name: /Keep yours/ }).click({ force: true });
    await clash.getByRole('button', { name: 'Save what I chose' }).click();
    await clash.waitFor({ state: 'hidden' });
    await expect
      .poll(async () => (await world.app.build.row('organisations', world.north))['short_name'])
      .toBe('NMC');
    await page.context().close();
  });
});

describe('an administrator of the partnership', () => {
  test('adds an organisation, which others see at once; what is refused is said at its field', async () => {
    const watching = await as('southeditor', '/organisations');
    await watching.getByText('Live', { exact: true }).waitFor();
    const page = await as('admin', '/organisations');
    await page.getByRole('button', { name: 'Add an organisation' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add an organisation' });
    await dialog.getByLabel('Name', { exact: true }).fill('Westfell Homes');
    await dialog.getByLabel('Website').fill('not an address');
    await dialog.getByRole('button', { name: 'Add the organisation' }).click();
    await dialog.getByText('This is no web address').waitFor();
    expect(
      await world.app.build.sql('select id from organisations where name = $1', ['Westfell Homes']),
    ).toEqual([]);
    await dialog.getByLabel('Website').fill('https://westfell.example');
    await dialog.getByRole('button', { name: 'Add the organisation' }).click();
    await page.getByRole('link', { name: 'Westfell Homes', exact: true }).waitFor();
    await watching.getByRole('link', { name: 'Westfell Homes', exact: true }).waitFor({ timeout: 5_000 });
    await page.context().close();
    await watching.context().close();
  });

  test('adds a person', async () => {
    const page = await as('admin', '/organisations');
    await page.getByRole('button', { name: 'Add a person' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a person' });
    await dialog.getByLabel('Name', { exact: true }).fill('Priya Nair');
    await dialog.getByRole('combobox', { name: 'Works for' }).fill('Southmere');
    await page.getByRole('option', { name: 'Southmere Trust' }).click();
    await dialog.getByRole('button', { name: 'Add the person' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const [row] = await world.app.build.sql('select organisation_id from people where name = $1', [
      'Priya Nair',
    ]);
    expect(row?.['organisation_id']).toBe(world.south);
    await page.context().close();
  });
});

describe('boards', () => {
  test('stand below whom they answer to, with the ABUs; the table says the same', async () => {
    const page = await as('southeditor', '/boards');
    const below = page.getByRole('list', { name: 'Answering to Joint Board' });
    await expect
      .poll(() => below.getByRole('link').allInnerTexts())
      .toEqual(['Delivery Group', 'Moor and Mere Partnership', 'Moor and Mere Partnership']);
    await page.getByRole('tab', { name: 'Table' }).click();
    const row = region(page, 'Boards').getByRole('row', { name: /Delivery Group/ });
    await expect.poll(() => row.getByRole('link').allInnerTexts()).toEqual(['Delivery Group', 'Joint Board']);
    const abu = region(page, 'Accountable business units').getByRole('row', { name: /Moor and Mere/ });
    await expect
      .poll(() => abu.getByRole('link').allInnerTexts())
      .toEqual([
        'Moor and Mere Partnership',
        'Southmere Trust',
        'Northmoor Council',
        'Southmere Trust',
        'Joint Board',
        'Delivery Group',
      ]);
    expect(troublesOf(page)).toEqual([]);
    await page.context().close();
  });

  test('show who sits on them, in what capacity, for whom and since when, and who did', async () => {
    const page = await as('southeditor', `/boards/${world.boardId}`);
    const seats = region(page, 'Seats of Joint Board');
    await expect
      .poll(async () =>
        (await seats.getByRole('row').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ')),
      )
      .toEqual([
        'Capacity Who For Vote Since',
        'Chair chair Themselves Votes 1 Jan 2018',
        'Member northlead as Director of Homes Northmoor Council Votes 1 Jan 2018',
      ]);
    await page.getByText('Past seats (1)').click();
    await region(page, 'Past seats of Joint Board').getByText('1 Jan 2016 – 31 Dec 2017').waitFor();
    await page.getByText('Oversees the winter plan.').waitFor();
    await expect
      .poll(() => region(page, 'Answering to it').getByRole('link').allInnerTexts())
      .toEqual(['Delivery Group', 'Moor and Mere Partnership']);
    await region(page, 'Plans').getByRole('link', { name: 'Winter plan' }).waitFor();
    await page.context().close();
  });

  test('have ABUs with a host, members, what was delegated to them and what they answer for', async () => {
    const page = await as('southeditor', `/abus/${ids['abu']}`);
    const delegated = region(page, 'Delegated functions')
      .first()
      .getByRole('row', { name: /Reablement/ });
    await expect
      .poll(async () => (await delegated.innerText()).replace(/\s+/g, ' '))
      .toBe('Reablement Northmoor Council Reports each quarter in force since 1 Apr 2024');
    await page.getByText('Both valleys').waitFor();
    await page.getByRole('link', { name: 'WS2 C1 Share the beds' }).waitFor();
    await page.context().close();
  });
});

describe.each([
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['320 pixels wide', { viewport: { width: 320, height: 640 } }],
] as const)('%s', (_, options) => {
  test('nothing stands in anybody’s way', async () => {
    const page = await signedInPage(browser, world.app, 'northadmin@example.org', options);
    for (const path of [
      '/organisations',
      north(),
      '/boards',
      `/boards/${world.boardId}`,
      `/abus/${ids['abu']}`,
      '/api',
    ]) {
      await go(page, path);
      await page.waitForLoadState('networkidle');
      expect([path, await axe(page), await overflowsSideways(page)]).toEqual([path, [], false]);
    }
    await go(page, north());
    await page.getByRole('button', { name: 'Change its details' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await axe(page)).toEqual([]);
    expect(troublesOf(page)).toEqual([]);
    await page.context().close();
  }, 120_000);
});
