import { describe, expect, test } from 'vitest';
import { axe, overflowsSideways, picture, troublesOf } from '../support/browser.js';
import { type AgendaWorld, chooseInMenu, inAgendaWorld, row, secretariat } from './agenda.world.js';

let world: AgendaWorld;
let make: ReturnType<typeof secretariat>;
let trustBoard: string;
let meetingId: string;

inAgendaWorld((here) => {
  world = here;
  make = secretariat(here);
});

/** A joint meeting: the director of the second board leaves at the end of July, and nobody follows yet. */
const joint = async (): Promise<string> => {
  const { app, partnershipId, north, south, boardId, personIds } = world;
  const { build } = app;
  await build.sql(`update boards set name = 'Joint Board' where id = $1`, [boardId]);
  trustBoard = await build.board(partnershipId, { name: 'Trust Board' });
  const postId = await build.inPartnership('posts', partnershipId, {
    ...{ title: 'Medical Director', organisationId: south },
  });
  await build.inPartnership('post_holders', partnershipId, {
    ...{ postId, personId: personIds['southeditor'], fromOn: '2020-01-01', untilOn: '2030-07-31' },
  });
  await build.seat(partnershipId, trustBoard, personIds['northlead'] ?? '', {
    ...{ capacity: 'CHAIR', organisationId: north, deputyIds: [personIds['northeditor']] },
  });
  await build.seat(partnershipId, trustBoard, '', { personId: null, postId, organisationId: south });
  return make.meeting({ boardIds: [boardId, trustBoard] });
};

describe('who meets', () => {
  test('is said of each board for that day, and warned of where a quorum cannot be made', async () => {
    meetingId = await joint();
    const page = await make.open('anna', meetingId);
    const troubles = troublesOf(page);
    const board = page.getByRole('region', { name: 'Trust Board' });
    await board.getByText('southeditor').waitFor();
    expect(await board.getByRole('listitem').allTextContents()).toEqual([
      'northlead Chair, Northmoor Council. Deputy: northeditor',
      'southeditor Medical Director, Southmere Trust',
    ]);
    await board
      .getByText(
        'Quorum: at least half of the voting seats (1 of 2) from two organisations. 2 voting seats, all filled on the day.',
      )
      .waitFor();
    await page.getByText('Joint Board cannot make its quorum').waitFor();

    await page.getByRole('button', { name: 'Change the meeting' }).click();
    await page.getByRole('textbox', { name: 'Day' }).fill('2030-08-02');
    await page.getByRole('button', { name: 'Save' }).click();
    await board.getByText('Medical Director (vacant)').waitFor();
    await board.getByText('are those of 1 organisation; 2 are needed.').waitFor();
    await page.getByText('Joint Board and Trust Board cannot make their quorum').waitFor();
    await picture(page, 'who-meets');
    expect(await axe(page)).toEqual([]);
    expect(troubles).toEqual([]);
  });

  test('and an item says for which of them it is', async () => {
    await make.item(meetingId, 'Shared budget', { purpose: 'DECIDE' });
    await make.item(meetingId, 'Trust matter', { purpose: 'DECIDE' });
    const page = await make.open('anna', meetingId);
    await row(page, 'Shared budget')
      .getByText('For decision by Joint Board and Trust Board, each for itself')
      .waitFor();
    await chooseInMenu(page, 'Trust matter', 'Details');
    const boards = page.getByRole('group', { name: 'For which boards' });
    await boards.getByText('Joint Board').click();
    await picture(page, 'item-boards');
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).click();
    await row(page, 'Trust matter').getByText('For Trust Board only').waitFor();
    await page.getByRole('region', { name: 'Joint Board' }).getByText('Its item: 1.').waitFor();
    await picture(page, 'who-meets-items');
  });

  test('is read at 320 px, in the dark and on paper', async () => {
    const page = await make.open('anna', meetingId, {
      ...{ viewport: { width: 320, height: 700 }, colorScheme: 'dark' },
    });
    const section = page.getByRole('region', { name: 'Who meets' });
    await section.getByText('Medical Director (vacant)').waitFor();
    expect(await overflowsSideways(page)).toBe(false);
    await picture(page, 'who-meets-narrow-dark');
    expect(await axe(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await section.isVisible()).toBe(true);
    expect(await page.getByText('cannot make their quorum').isVisible()).toBe(false);
  });

  test('is told the public by its rules alone', async () => {
    const context = await world.browser.newContext();
    const page = await context.newPage();
    await page.goto(`${world.app.url}/meetings/${meetingId}`);
    const board = page.getByRole('region', { name: 'Trust Board' });
    await board.getByText('Quorum: at least half of the voting seats from two organisations.').waitFor();
    expect(await board.getByRole('listitem').count()).toBe(0);
    expect(await page.getByText('cannot make').count()).toBe(0);
  });
});
