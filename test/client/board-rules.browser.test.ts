import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RuleProfileKind } from '../../schema/vocabulary.js';
import { valuesAt } from '../../server/features/boards/rule-profile.rules.js';
import { ruleProfileOf } from '../../server/features/boards/rule-profiles.js';
import {
  axe,
  FOR_BROWSERS,
  newPage,
  openBrowser,
  overflowsSideways,
  picture,
  signedInPage,
  troublesOf,
} from '../support/browser.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let browser: Browser;

beforeAll(async () => {
  world = await startWorld(FOR_BROWSERS);
  browser = await openBrowser();
  const { boardId, partnershipId, north, app } = world;
  await app.build.sql('update boards set name = $2 where id = $1', [boardId, 'Joint Board']);
  await app.build.inPartnership('posts', partnershipId, {
    title: 'Director of Public Health',
    organisationId: north,
  });
});
afterAll(async () => {
  await browser?.close();
  await world?.app.close();
});

const opened = async (page: Page): Promise<Page> => {
  page.setDefaultTimeout(15_000);
  await page.goto(`${world.app.url}/boards/${world.boardId}`);
  await rules(page).getByRole('heading', { name: 'How this board works' }).waitFor();
  return page;
};
const as = async (name: string, options = {}): Promise<Page> =>
  opened(await signedInPage(browser, world.app, `${name}@example.org`, options));
const rules = (page: Page): Locator =>
  page.getByRole('region', { name: 'How this board works', exact: true });
const line = (page: Page, word: string): Locator =>
  rules(page)
    .locator('.rule-line')
    .filter({ has: page.getByRole('term').filter({ hasText: word }) });
const adjust = async (page: Page, word: string): Promise<Locator> => {
  await rules(page)
    .getByRole('button', { name: `Adjust: ${word}` })
    .click();
  return page.getByRole('dialog', { name: word });
};

describe('how a board works', () => {
  test('is read by anybody, with where each rule comes from, and adjusted by nobody who may not', async () => {
    for (const page of [await opened(await newPage(browser)), await as('northeditor')]) {
      await rules(page).getByText('It has chosen no rules yet.').waitFor();
      const source = line(page, 'Papers go out').getByText('Where this comes from');
      await source.click();
      await line(page, 'Papers go out').getByText('no law sets this').waitFor();
      expect(await rules(page).getByRole('button').count()).toBe(0);
      expect(await axe(page)).toEqual([]);
      expect(troublesOf(page)).toEqual([]);
    }
  });

  test('is chosen by the chair, adjusted no lower than the law, and told to whoever looks on', async () => {
    const onlooker = await as('northviewer');
    const page = await as('chair');
    await rules(page).getByRole('button', { name: 'Choose its rules' }).click();
    const choosing = page.getByRole('dialog', { name: 'Choose the rules of this board' });
    await choosing.getByRole('button', { name: /What kind of board it is/ }).click();
    await page.getByRole('option', { name: 'Health and wellbeing board' }).click();
    await choosing.getByText('section 194').waitFor();
    expect(await axe(page)).toEqual([]);
    await choosing.getByRole('button', { name: 'Take these rules' }).click();
    await rules(page).getByText('Rules for: Health and wellbeing board.').waitFor();
    await rules(onlooker).getByText('Rules for: Health and wellbeing board.').waitFor();

    const notice = await adjust(page, 'Papers go out');
    await notice.getByLabel('Clear days of notice').fill('4');
    await notice.getByRole('button', { name: 'Save' }).click();
    await notice.getByText(/asks for 5 clear days at least: Local Government Act 1972/).waitFor();
    await notice.getByLabel('Clear days of notice').fill('7');
    await notice.getByRole('button', { name: 'Save' }).click();
    for (const one of [page, onlooker])
      await line(one, 'Papers go out')
        .getByText('which says: 5 clear working days before the meeting')
        .waitFor();

    const again = await adjust(page, 'Papers go out');
    await again.getByRole('button', { name: 'Use this' }).click();
    await again.getByRole('button', { name: 'Save' }).click();
    await again.waitFor({ state: 'hidden' });
    await line(onlooker, 'Papers go out').getByText('5 clear working days').waitFor();
    await expect.poll(() => line(onlooker, 'Papers go out').getByText('Adjusted').count()).toBe(0);
    expect([...troublesOf(page), ...troublesOf(onlooker)]).toEqual([]);
  });

  test('has a quorum of number and kinds, put together by the keyboard', async () => {
    const page = await as('chair');
    const quorum = await adjust(page, 'Quorum');
    await quorum.getByLabel('Voting members at least').fill('7');
    await quorum.getByRole('button', { name: 'Add a member who must be there' }).press('Enter');
    // The keyboard goes on where the row was added.
    await page.keyboard.type('the Director of Public Health');
    const post = quorum.getByRole('combobox', { name: 'Or whose seat is that of the post' }).last();
    // Its list closes when what is beneath it scrolls.
    await post.scrollIntoViewIfNeeded();
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    await post.fill('Director of Public');
    await page.getByRole('option', { name: 'Director of Public Health' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await quorum.getByRole('grid').getByText('Director of Public Health').waitFor();
    expect(await axe(page)).toEqual([]);
    await quorum.getByRole('button', { name: 'Save' }).click();
    await line(page, 'Quorum')
      .getByText(/At least seven voting members and a quarter.*Director of Public Health/)
      .waitFor();
    const { rules: kept } = (
      await world.admin.ok<{ board: { rules: { quorum: { parts: { posts: { title: string }[] }[] } } } }>(
        'query ($id: ID!) { board(id: $id) { rules { quorum { parts { posts { title } } } } } }',
        { id: world.boardId },
      )
    ).board;
    expect(kept.quorum.parts.at(-1)?.posts).toEqual([{ title: 'Director of Public Health' }]);
    expect(troublesOf(page)).toEqual([]);
  });

  test('says when papers would have to go out, over a bank holiday, by the rules of the moment', async () => {
    const page = await as('chair');
    const days = rules(page).locator('.day-list');
    await rules(page).getByLabel('A meeting on').fill('5 Jan 2027');
    await days.getByText('by Wednesday 23 December 2026').waitFor();
    await rules(page).getByText('Boxing Day (substitute day) (28 Dec 2026)').waitFor();
    const notice = await adjust(page, 'Papers go out');
    await notice.getByLabel('Clear days of notice').fill('6');
    await notice.getByRole('button', { name: 'Save' }).click();
    await days.getByText('by Tuesday 22 December 2026').waitFor();
    expect(troublesOf(page)).toEqual([]);
  });

  test('says where the profile has moved on, and takes it over but for what the board adjusted', async () => {
    // As it stands for a board that took the first version and said otherwise itself how many questions one may ask.
    const first = valuesAt(ruleProfileOf(RuleProfileKind.COUNCIL_COMMITTEE), 1);
    const boardId = await world.app.build.board(world.partnershipId, { name: 'Scrutiny' });
    await world.admin.ok(
      'mutation ($input: AdoptRuleProfileInput!) { adoptRuleProfile(input: $input) { boardRules { id } } }',
      { input: { boardId, profile: 'COUNCIL_COMMITTEE' } },
    );
    await world.app.build.sql(
      `update board_rules set template_version = 1, most_questions = 7, exemptions = $2, exclusion_wording = $3, says_restricted_gap = false where board_id = $1`,
      [boardId, JSON.stringify(first.exemptions), 'That the public be excluded: {paragraphs}.'],
    );
    const page = await as('admin');
    await page.goto(`${world.app.url}/boards/${boardId}`);
    const moved = page.getByRole('region', { name: 'The profile has moved on (version 2): what changed' });
    await moved.getByText('The board has words of its own.').waitFor();
    expect(await moved.getByRole('listitem').getByRole('heading').allTextContents()).toEqual([
      'Items in private',
      'Restricted items',
    ]);
    await picture(page, 'profile-moved');
    expect(await axe(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await overflowsSideways(page)).toBe(false);
    await page.setViewportSize({ width: 1280, height: 900 });
    await moved.getByRole('button', { name: 'Take over what the profile says: Restricted items' }).click();
    await line(page, 'Restricted items').getByText('“Item 9 (restricted)”').waitFor();
    await moved.getByRole('button', { name: 'Keep what the board has' }).click();
    await moved.waitFor({ state: 'hidden' });
    await line(page, 'Items in private').getByText('Adjusted from the profile').waitFor();
    expect(troublesOf(page)).toEqual([]);
  });

  test('fits a narrow screen and a dark one, dialogs too', async () => {
    for (const options of [{ viewport: { width: 320, height: 700 } }, { colorScheme: 'dark' as const }]) {
      const page = await as('chair', options);
      await rules(page).getByLabel('A meeting on').fill('5 Jan 2027');
      await rules(page).locator('.day-list').waitFor();
      expect(await overflowsSideways(page)).toBe(false);
      expect(await axe(page)).toEqual([]);
      for (const word of ['Papers go out', 'Quorum', 'Items in private', 'On every agenda']) {
        const dialog = await adjust(page, word);
        expect(await overflowsSideways(page)).toBe(false);
        expect(await axe(page)).toEqual([]);
        await dialog.getByRole('button', { name: 'Cancel' }).click();
        await dialog.waitFor({ state: 'hidden' });
      }
      expect(troublesOf(page)).toEqual([]);
    }
  });
});

test('a seat has its deputies, in the order in which they sit in', async () => {
  const page = await as('admin');
  await page.getByRole('button', { name: 'What to do with the seat of chair' }).click();
  await page.getByRole('menuitem', { name: 'Change the seat' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change the seat of chair' });
  for (const name of ['northlead', 'southlead']) {
    await dialog.getByRole('combobox', { name: 'Name a deputy' }).fill(name);
    await page.getByRole('option', { name }).click();
  }
  await dialog.getByRole('button', { name: 'Move southlead up' }).click();
  expect(await axe(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByText('or southlead, northlead').waitFor();
  expect(troublesOf(page)).toEqual([]);
});
