import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RESTRICT, type ReportWorld, startReportWorld, UPDATE } from '../reports/report-world.js';
import {
  areAlike,
  axe,
  FOR_BROWSERS,
  openBrowser,
  overflowsSideways,
  picture,
  signedInPage,
  troublesOf,
} from '../support/browser.js';
import { office, png, sheets } from '../support/papers.js';

let world: ReportWorld;
let browser: Browser;

beforeAll(async () => {
  world = await startReportWorld(FOR_BROWSERS);
  browser = await openBrowser();
  const { build } = world.app;
  const planId = await build.plan(world.partnershipId, { title: 'Winter plan', status: 'ADOPTED' });
  const strand = await build.workstream(planId, { number: '2', title: 'Discharge' });
  await build.action(strand, { reference: 'B1', title: 'Open the lounge', ownerId: world.south });
});
afterAll(async () => {
  await browser?.close();
  await world?.app.close();
});

/** All that is written in the first section, without the names of who is in it: two who begin at once begin a paragraph each. */
const OWN_WORDS = `[...document.querySelectorAll('[aria-label="Outcome"] p')].flatMap((p) => [...p.childNodes])
  .map((node) => (node.nodeType === 3 ? node.textContent : '')).join('')`;

const open = async (who: string, id: string): Promise<Page> => {
  const page = await signedInPage(browser, world.app, `${who}@example.org`);
  await page.goto(`${world.app.url}/reports/${id}`);
  await text(page, 'Outcome').waitFor();
  return page;
};
/** Puts an image into the section as a browser would, beside the words that were copied with it. */
const PUT = `({ kind, words, bytes }) => {
  const at = document.querySelector('[role=textbox][aria-label="Main issues"]');
  const box = at.getBoundingClientRect();
  const data = new DataTransfer();
  data.items.add(new File([new Uint8Array(bytes)], 'image.png', { type: 'image/png' }));
  if (words) data.setData('text/plain', words);
  const place = { bubbles: true, cancelable: true, clientX: box.left + 20, clientY: box.top + 20 };
  at.dispatchEvent(
    kind === 'paste'
      ? new ClipboardEvent('paste', { ...place, clipboardData: data })
      : new DragEvent('drop', { ...place, dataTransfer: data }),
  );
}`;
const text = (page: Page, section: string) => page.getByRole('textbox', { name: section, exact: true });
const saved = (page: Page) => page.getByText('Everything is saved').waitFor();

test('two organisations write one report at once, see each other, and end with the same words', async () => {
  const { id } = await world.report();
  const [north, south] = [await open('northeditor', id), await open('southeditor', id)];
  await text(north, 'Outcome').click();
  await text(south, 'Outcome').click();
  await Promise.all([
    north.keyboard.type('People go home sooner. ', { delay: 15 }),
    south.keyboard.type('Beds are free. ', { delay: 15 }),
  ]);
  const words = (page: Page) => page.evaluate<string>(OWN_WORDS);
  await expect
    .poll(async () => (await words(north)).length)
    .toBe('People go home sooner. Beds are free. '.length);
  await expect.poll(() => areAlike(words, north, south)).toBe(true);
  await Promise.all([saved(north), saved(south)]);
  await north.getByRole('list', { name: 'Who else has it open' }).getByText('southeditor').waitFor();
  await expect.poll(() => north.locator('.report-cursor-name').allTextContents()).toEqual(['southeditor']);
  expect([...troublesOf(north), ...troublesOf(south)]).toEqual([]);
}, 60_000);

test('leaving in the moment in which the cursor comes into the text or goes from it does no harm', async () => {
  const { id } = await world.report();
  const page = await open('northeditor', id);
  await page.evaluate(`(() => {
    const text = document.querySelector('[role=textbox][aria-label="Outcome"]');
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      if (!text.isConnected) return;
      document.activeElement === text ? text.blur() : text.focus();
      port2.postMessage(0);
    };
    port2.postMessage(0);
    document.querySelector('nav a[href="/"]').click();
  })()`);
  await page.waitForURL(`${world.app.url}/`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(troublesOf(page)).toEqual([]);
});

test('what is typed without a connection is kept and sent when it is back', async () => {
  const { id } = await world.report();
  const [north, south] = [await open('northeditor', id), await open('southeditor', id)];
  await north.context().setOffline(true);
  await text(north, 'Background').click();
  await north.keyboard.type('Typed on the train.');
  await north.getByText('Go on writing').waitFor();
  await north.context().setOffline(false);
  await south.getByText('Typed on the train.').waitFor();
  await saved(north);
}, 60_000);

test('what changes before the page has joined the line is shown all the same', async () => {
  const { id, version } = await world.report();
  const page = await signedInPage(browser, world.app, 'northeditor@example.org');
  let hold: (join: () => void) => void = () => {};
  const held = new Promise<() => void>((resolve) => {
    hold = resolve;
  });
  await page.routeWebSocket('**/graphql', (line) => {
    const server = line.connectToServer();
    line.onMessage((message) => {
      const send = () => server.send(message);
      return String(message).includes('ChangesThere') ? hold(send) : send();
    });
  });
  await page.goto(`${world.app.url}/reports/${id}`);
  await text(page, 'Outcome').waitFor();
  const join = await held;
  await world.secretary.ok(UPDATE, { input: { id, expectedVersion: version, title: 'Beds for the winter' } });
  join();
  await page.getByRole('heading', { level: 1, name: 'Beds for the winter' }).waitFor();
});

test('the keyboard makes headings, lists, tables and blocks live from the plans; the check leads to what is left', async () => {
  const { id } = await world.report();
  const page = await open('northeditor', id);
  await text(page, 'Main issues').focus();
  await page.keyboard.press('Control+Alt+3');
  await page.keyboard.type('What we found');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Shift+8');
  await page.keyboard.type('Costs TBC');
  await text(page, 'Main issues').getByRole('heading', { name: 'What we found' }).waitFor();
  await text(page, 'Main issues').getByRole('listitem').waitFor();
  await saved(page);
  await page.getByRole('link', { name: /Main issues: “.*TBC/ }).waitFor();
  await text(page, 'Alignment with priorities').click();
  await page.getByRole('button', { name: 'From the plans' }).click();
  await page.getByRole('combobox', { name: 'Of which plan or workstream' }).fill('Discharge');
  await page.getByRole('option', { name: /Discharge/ }).click();
  await page.getByRole('button', { name: 'Put it in' }).click();
  await text(page, 'Alignment with priorities').getByText('Open the lounge').waitFor();
  expect(await axe(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await axe(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await overflowsSideways(page)).toBe(false);
  expect(troublesOf(page)).toEqual([]);
}, 90_000);

test('an image that is pasted or dropped into the text is attached with its words, and words stay words', async () => {
  const { id } = await world.report();
  const [page, other] = [await open('northeditor', id), await open('southeditor', id)];
  const put = (kind: 'paste' | 'drop', words: string) =>
    page.evaluate(`(${PUT})(${JSON.stringify({ kind, words, bytes: [...png(60, 40)] })})`);
  await text(page, 'Main issues').click();
  await put('paste', 'Copied with a picture of itself');
  await text(other, 'Main issues').getByText('Copied with a picture of itself').waitFor();
  for (const [kind, words] of [
    ['paste', 'The old ward'],
    ['drop', 'The new ward'],
  ] as const) {
    await put(kind, '');
    await page.getByLabel('What the image shows').fill(words);
    await page.getByRole('button', { name: 'Attach', exact: true }).click();
    await text(other, 'Main issues').getByRole('img', { name: words }).waitFor();
  }
  expect(await text(other, 'Main issues').getByRole('img').count()).toBe(2);
  expect([...troublesOf(page), ...troublesOf(other)]).toEqual([]);
}, 90_000);

test('what is hidden in a file is told before it is attached; an image stands in the text of everybody, with its words', async () => {
  const { id } = await world.report();
  const [page, other] = [await open('northeditor', id), await open('southeditor', id)];
  const send = async (name: string, mimeType: string, bytes: Uint8Array) =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) });
  await page.getByRole('button', { name: 'Attach a file' }).click();
  const workbook = office('xl', sheets(['Summary', null, ''], ['Salaries', 'hidden', '']));
  await send('Costs.xlsx', 'application/octet-stream', workbook);
  await page.getByText('1 hidden sheet: ‘Salaries’. Anybody who opens the file can show them.').waitFor();
  expect(await other.getByRole('link', { name: 'Costs' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Attach all the same' }).click();
  await other.getByRole('link', { name: 'Costs' }).waitFor();
  await text(page, 'Main issues').click();
  await page.getByRole('button', { name: 'Image', exact: true }).click();
  await send('ward.png', 'image/png', png(60, 40));
  await page.getByRole('button', { name: 'Attach', exact: true }).click();
  await page.getByText('Say in a sentence what the image shows').waitFor();
  await page.getByLabel('What the image shows').fill('The new ward');
  await page.getByRole('button', { name: 'Attach', exact: true }).click();
  const image = text(other, 'Main issues').getByRole('img', { name: 'The new ward' });
  await image.waitFor();
  await expect
    .poll(() => image.evaluate((one) => (one as unknown as { naturalWidth: number }).naturalWidth))
    .toBe(60);
  await page.getByRole('button', { name: 'Put away: ward' }).click();
  await page.getByText('This image stands in the text of the report').waitFor();
  // What moved down brings another button under the mouse, and its name is no part of the page.
  await page.mouse.move(0, 0);
  await page.getByRole('tooltip').waitFor({ state: 'detached' });
  expect(await axe(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await overflowsSideways(page)).toBe(false);
  expect([...troublesOf(page), ...troublesOf(other)]).toEqual([]);
}, 90_000);

test('who is asked to clear it, by when, and who answered, is said; signed off with something left, it wants a reason', async () => {
  const { id } = await world.report({ title: 'Beds XXX', sponsorId: world.personIds['northlead'] });
  const page = await open('northlead', id);
  const clearances = page.getByRole('region', { name: 'Clearances' });
  const choose = async (label: RegExp, name: string) => {
    const box = clearances.getByRole('combobox', { name: label });
    // What comes in meanwhile closes the list.
    await expect
      .poll(async () => {
        await box.fill('');
        await box.fill(name);
        const option = page.getByRole('option', { name });
        return option.click({ timeout: 3_000 }).then(
          () => true,
          () => false,
        );
      })
      .toBe(true);
  };
  await choose(/^Of/, 'Southmere Trust');
  await choose(/^Who is to answer/, 'southeditor');
  await clearances.getByLabel('Answer wanted by').fill('2030-07-01');
  await clearances.getByRole('button', { name: 'Ask for the clearance' }).click();
  await clearances.getByText('Asked of southeditor, by 1 Jul 2030').waitFor();
  const south = await open('southeditor', id);
  await south.getByLabel('What Southmere Trust says for finance').fill('What does it cost?');
  await south.getByRole('button', { name: 'Changes wanted' }).click();
  await clearances.getByText(/^southeditor, /).waitFor();
  await page.getByRole('button', { name: 'Sign it off' }).click();
  const dialog = page.getByRole('dialog');
  for (const words of ['Title: “Beds XXX”', 'Clearance for finance by Southmere Trust'])
    await dialog.getByText(words).waitFor();
  await dialog.getByRole('button', { name: 'Sign it off all the same' }).click();
  await dialog.getByLabel('Why it is signed off all the same').fill('The figures follow at the meeting');
  await picture(page, 'sign-off');
  expect(await axe(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await axe(page)).toEqual([]);
  expect(await overflowsSideways(page)).toBe(false);
  await picture(page, 'sign-off-narrow');
  await dialog.getByRole('button', { name: 'Sign it off all the same' }).click();
  await page.getByText('It was signed off all the same:').waitFor();
  await page.getByText('The figures follow at the meeting').waitFor();
  await picture(page, 'signed-off-narrow');
  await page.setViewportSize({ width: 1280, height: 900 });
  await picture(page, 'signed-off');
  expect([...troublesOf(page), ...troublesOf(south)]).toEqual([]);
}, 90_000);

test('narrowed while it is open, the report is gone from the page', async () => {
  const { id, version } = await world.report();
  const page = await open('southeditor', id);
  const audience = { kind: 'ORGANISATIONS', organisationIds: [world.north] };
  await world.northLead.ok(RESTRICT, { input: { id, expectedVersion: version, audience } });
  await page.getByRole('heading', { name: 'This is not here, or not yours to see' }).waitFor();
  expect(await page.getByRole('textbox').count()).toBe(0);
}, 60_000);

test('a viewer reads along and finds no place to write', async () => {
  const { id } = await world.report();
  const [north, viewer] = [await open('northeditor', id), await open('northviewer', id)];
  await text(north, 'Outcome').click();
  await north.keyboard.type('For all partners.');
  await viewer.getByText('For all partners.').waitFor();
  expect(await text(viewer, 'Outcome').getAttribute('contenteditable')).toBe('false');
  await text(viewer, 'Outcome').click();
  expect(await viewer.getByRole('toolbar').count()).toBe(0);
}, 60_000);

test('is begun by the secretariat where its item stands on the agenda, and reached from there', async () => {
  const item = await world.item();
  const page = await signedInPage(browser, world.app, 'secretary@example.org');
  const agenda = `${world.app.url}/meetings/${world.meetingId}`;
  const row = page.locator(`[data-agenda-item="${item.id}"]`);
  await page.goto(agenda);
  await row.getByRole('button', { name: /What to do with/ }).click();
  await page.getByRole('menuitem', { name: 'Begin its report' }).click();
  await text(page, 'Outcome').waitFor();
  await page.goto(agenda);
  await row.getByRole('link', { name: /^Report:/ }).click();
  await text(page, 'Outcome').waitFor();
  expect(troublesOf(page)).toEqual([]);
}, 60_000);
