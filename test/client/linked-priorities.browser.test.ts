import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axe, overflowsSideways, picture, signedInPage, troublesOf } from '../support/browser.js';
import { type AgendaWorld, chooseInMenu, dialog, inAgendaWorld, row, secretariat } from './agenda.world.js';

let world: AgendaWorld;
let make: ReturnType<typeof secretariat>;
inAgendaWorld((here) => {
  world = here;
  make = secretariat(here);
});

/** A plan of the board with priorities of these titles, numbered from one on. */
const planned = async (...titles: string[]): Promise<void> => {
  const { app, partnershipId, boardId } = world;
  await app.build.sql('update plans set archived_at = now() where archived_at is null');
  const values = { boardId, title: 'Health and care strategy', endsOn: '2040-03-31' };
  const planId = await app.build.plan(partnershipId, values);
  for (const [i, title] of titles.entries())
    await app.build.inPartnership('priorities', partnershipId, {
      ...{ planId, number: String(i + 1), title, position: i, overseeingBoardIds: [] },
    });
};
const choose = async (page: Page, typed: string, option: string): Promise<void> => {
  await dialog(page).getByRole('combobox', { name: 'Priorities' }).fill(typed);
  await page.getByRole('option', { name: option }).click();
};
const save = async (page: Page): Promise<void> => {
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await dialog(page).waitFor({ state: 'hidden' });
};
const saysOf = (of: Locator): Locator => of.getByRole('list', { name: 'What it is for' });

describe('what an item of an agenda reports on', () => {
  test('is said from its menu, seen by others at once, and taken back the same way', async () => {
    await planned('Going home sooner', 'A good start in life');
    const meetingId = await make.meeting({ meetsOn: '2030-09-20' });
    await make.item(meetingId, 'Discharge');
    const [anna, ben] = [await make.open('anna', meetingId), await make.open('ben', meetingId)];
    await ben.getByText('Live', { exact: true }).waitFor();
    await chooseInMenu(anna, 'Discharge', 'Reports on…');
    await choose(anna, 'home', 'Priority 1 Going home sooner');
    await choose(anna, '2', 'Priority 2 A good start in life');
    expect(await axe(anna)).toEqual([]);
    await picture(anna, 'reports-on');
    await save(anna);
    for (const page of [anna, ben])
      for (const name of ['Priority 1 Going home sooner', 'Priority 2 A good start in life'])
        await saysOf(row(page, 'Discharge')).getByRole('link', { name }).waitFor();
    await picture(ben, 'reports-on-agenda');
    expect(await axe(ben)).toEqual([]);
    await chooseInMenu(ben, 'Discharge', 'Reports on…');
    await dialog(ben).getByRole('button', { name: 'Remove Priority 1 Going home sooner' }).click();
    await save(ben);
    for (const page of [anna, ben]) {
      await row(page, 'Discharge').getByText('Going home sooner').waitFor({ state: 'hidden' });
      await row(page, 'Discharge').getByText('A good start in life').waitFor();
    }
    await ben.goto(world.app.url);
    const told = ben.getByRole('list', { name: 'Latest changes' });
    for (const sentence of [
      'said that the agenda item “Discharge” reports on priority 2, A good start in life',
      'took back that the agenda item “Discharge” reports on priority 1, Going home sooner',
    ])
      await told.getByText(sentence).waitFor();
    expect([...troublesOf(anna), ...troublesOf(ben)]).toEqual([]);
  });

  test('is said of a meeting that was held, when nothing else of it changes any more; on a small screen too', async () => {
    await planned('Going home sooner');
    const meetingId = await make.meeting({ meetsOn: '2026-01-16' });
    await make.item(meetingId, 'Discharge', { section: 'Delivery', lateReason: 'It could not wait.' });
    await world.app.build.sql(`update meetings set status = 'HELD' where id = $1`, [meetingId]);
    const page = await make.open('anna', meetingId, {
      ...{ viewport: { width: 320, height: 800 }, colorScheme: 'dark' },
    });
    await page.getByRole('button', { name: 'What to do with “Discharge”' }).click();
    expect(await page.getByRole('menuitem').allInnerTexts()).toEqual(['Reports on…']);
    await page.getByRole('menuitem', { name: 'Reports on…' }).click();
    await choose(page, '1', 'Priority 1 Going home sooner');
    await picture(page, 'reports-on-small');
    expect(await overflowsSideways(page)).toBe(false);
    await save(page);
    await saysOf(row(page, 'Discharge')).getByText('Reports on').waitFor();
    expect(await overflowsSideways(page)).toBe(false);
    expect(await axe(page)).toEqual([]);
    await picture(page, 'reports-on-held');
    const reader = await signedInPage(world.browser, world.app, 'northviewer@example.org');
    await reader.goto(`${world.app.url}/meetings/${meetingId}`);
    await saysOf(row(reader, 'Discharge')).getByText('Going home sooner').waitFor();
    expect(await reader.getByRole('button', { name: 'What to do with “Discharge”' }).count()).toBe(0);
  });
});

describe('what a line of the forward plan reports on', () => {
  test('is said from its menu, and is proposed no longer', async () => {
    await planned('Going home sooner', 'A good start in life');
    const meetingId = await make.meeting({ meetsOn: '2030-11-15' });
    await make.planned(meetingId, 'Discharge');
    const page = await signedInPage(world.browser, world.app, 'anna@example.org');
    await page.goto(`${world.app.url}/boards/${world.boardId}/forward-plan`);
    const proposal = page.getByText('Priority 1 – Going home sooner: progress');
    await proposal.waitFor();
    await chooseInMenu(page, 'Discharge', 'Reports on…');
    await choose(page, 'home', 'Priority 1 Going home sooner');
    await save(page);
    const line = page.getByRole('article', { name: 'Discharge', exact: true });
    await line.getByRole('link', { name: 'Priority 1 Going home sooner' }).waitFor();
    await line.getByText(/^Linked by hand on /).waitFor();
    await proposal.waitFor({ state: 'hidden' });
    await page.getByText('Priority 2 – A good start in life: progress').waitFor();
    expect(await axe(page)).toEqual([]);
    await picture(page, 'reports-on-forward-plan');
    expect(troublesOf(page)).toEqual([]);
  });
});
