import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Publishing, startPublishing } from '../meetings/publications.js';
import {
  axe,
  FOR_BROWSERS,
  newPage,
  openBrowser,
  overflowsSideways,
  signedInPage,
  troublesOf,
} from '../support/browser.js';

let world: Publishing;
let browser: Browser;
beforeAll(async () => {
  world = await startPublishing(FOR_BROWSERS);
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await world.app.close();
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});

const anAgenda = async (): Promise<string> => {
  const meetingId = await world.aMeeting();
  await world.add(meetingId, 'Winter plan', { section: 'Strategy', summary: 'Beds and staff.' });
  await world.restrict(await world.add(meetingId, 'Sale of the depot'));
  await world.add(meetingId, 'Workforce', { section: 'Delivery' });
  return meetingId;
};
const papers = async (who: string, meetingId: string): Promise<Page> => {
  const page = await signedInPage(browser, world.app, `${who}@example.org`);
  await page.goto(`${world.app.url}/meetings/${meetingId}/papers`);
  await page.getByRole('heading', { name: 'Papers', exact: true }).waitFor();
  return page;
};
/** Where pictures of the pages are put for whoever wants to look at them. */
const pictures = process.env['PICTURES'];
const picture = async (page: Page, name: string): Promise<void> => {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
};

describe('the papers of a meeting', () => {
  test('one prepares, a second person looks at them as the public will and publishes, and they can be recalled', async () => {
    const meetingId = await anAgenda();
    const secretary = await papers('secretary', meetingId);
    const chair = await papers('chair', meetingId);
    await secretary.getByRole('button', { name: 'Prepare the pack' }).click();
    await secretary.getByText('Somebody else who keeps this meeting').waitFor();
    expect(await secretary.getByRole('button', { name: 'Look at it and publish' }).count()).toBe(0);

    await chair.getByRole('button', { name: 'Look at it and publish' }).click();
    const dialog = chair.getByRole('dialog', { name: 'Publish the papers' });
    await dialog.getByText('I have looked at it').click();
    await dialog.getByRole('button', { name: 'Publish' }).click();
    await dialog.getByText('Open it first').waitFor();
    const [preview] = await Promise.all([
      chair.context().waitForEvent('page'),
      dialog.getByRole('link', { name: 'Open it as the public will see it' }).click(),
    ]);
    await preview.getByRole('heading', { name: /^Agenda: / }).waitFor();
    expect(await preview.content()).not.toContain('Sale of the depot');
    expect(await axe(chair)).toEqual([]);
    await picture(chair, 'publish-dialog');
    await dialog.getByRole('button', { name: 'Publish' }).click();
    await secretary.getByText('Published', { exact: true }).waitFor();
    await secretary.getByRole('button', { name: 'Prepare a supplement' }).waitFor();
    expect(await axe(secretary)).toEqual([]);
    await picture(secretary, 'papers');
    await secretary.setViewportSize({ width: 320, height: 700 });
    expect(await overflowsSideways(secretary)).toBe(false);
    await secretary.emulateMedia({ colorScheme: 'dark' });
    await picture(secretary, 'papers-narrow-dark');

    await chair.getByRole('button', { name: 'Recall' }).click();
    const recalling = chair.getByRole('dialog', { name: 'Recall the papers' });
    await recalling.getByRole('textbox', { name: 'Why' }).fill('It named a patient.');
    await recalling.getByRole('button', { name: 'Recall' }).click();
    await secretary.getByText('It named a patient.').waitFor();
    for (const page of [secretary, chair]) expect(troublesOf(page)).toEqual([]);
  });

  test('somebody who does not keep the meeting reads what is published and can do nothing to it', async () => {
    const meetingId = await anAgenda();
    await world.published(meetingId);
    const page = await papers('northlead', meetingId);
    await page.getByText('Published', { exact: true }).waitFor();
    expect(await page.getByRole('main').getByRole('button').count()).toBe(0);
    expect(await page.getByText('For those with a seat').count()).toBe(0);
  });
});

describe('the public pages', () => {
  test('are clean by axe, keep within 320 pixels, and complain of nothing, in the light and in the dark', async () => {
    const meetingId = await anAgenda();
    const { id } = await world.published(meetingId);
    await world.add(meetingId, 'Estates', { lateReason: 'The roof fell in.' });
    const supplement = await world.published(meetingId);
    const page = await newPage(browser);
    for (const [name, path] of [
      ['front', '/public'],
      ['board', `/public/boards/${world.boardId}`],
      ['meeting', `/public/meetings/${meetingId}`],
      ['agenda', `/public/publications/${id}/agenda.html`],
      ['supplement', `/public/publications/${supplement.id}/agenda.html`],
    ] as const)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width: colorScheme === 'dark' ? 320 : 1100, height: 800 });
        await page.emulateMedia({ colorScheme });
        await page.goto(`${world.app.url}${path}`);
        expect(await axe(page), path).toEqual([]);
        expect(await overflowsSideways(page), path).toBe(false);
        await picture(page, `public-${name}-${colorScheme}`);
      }
    await page.setViewportSize({ width: 800, height: 900 });
    await page.emulateMedia({ media: 'print' });
    await picture(page, 'public-printed');
    expect(troublesOf(page)).toEqual([]);
  });
});
