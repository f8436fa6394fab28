import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reference } from '../cross-references/two-partners.js';
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
let planId = '';

beforeAll(async () => {
  world = await startWorld(FOR_BROWSERS);
  browser = await openBrowser();
  const { app, partnershipId, north, south, boardId } = world;
  const { build } = app;
  const everyone = await build.audience(partnershipId, 'EVERYONE');
  const onlySouth = await build.audience(partnershipId, 'ORGANISATIONS', [south]);
  planId = await build.plan(partnershipId, {
    ...{ title: 'Winter plan', status: 'ADOPTED', boardId },
    ...{ audienceId: everyone, ownAudienceId: everyone },
  });
  const frontDoor = await build.workstream(planId, {
    ...{ number: '1', title: 'Front door', leadOrganisationId: north },
  });
  const discharge = await build.workstream(planId, {
    ...{ number: '2', title: 'Discharge', leadOrganisationId: south },
  });
  const quiet = await build.workstream(planId, {
    ...{ number: '3', title: 'Merger', leadOrganisationId: south },
    ...{ audienceId: onlySouth, ownAudienceId: onlySouth },
  });
  const [from, to, hidden] = [
    await build.action(frontDoor, { reference: 'A1', ownerId: north }),
    await build.action(discharge, { reference: 'B1', ownerId: south, status: 'RED' }),
    await build.action(quiet, { reference: 'C1', ownerId: south, audienceId: onlySouth }),
  ];
  await reference(app, { fromId: from, toId: to });
  await reference(app, { fromId: to, toId: hidden });
});
afterAll(async () => {
  await browser?.close();
  await world?.app.close();
});

const openMap = async (page: Page): Promise<void> => {
  await page.goto(`${world.app.url}/plans/${planId}/map`);
  await page.getByRole('tab', { name: 'Table' }).waitFor();
};
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const table = (page: Page) => page.getByRole('table', { name: 'What runs between them' });

/** Freezes what is on the screen by keyboard alone; answers with its address. */
async function freeze(page: Page, title: string): Promise<string> {
  await page.getByRole('button', { name: 'Freeze a copy' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Freeze a copy of the map' });
  await dialog.getByLabel('Title').fill(title);
  await dialog.getByText('It will show 2 places and 1 cross-reference.').waitFor();
  return finish(page, title);
}

async function finish(page: Page, title: string): Promise<string> {
  await page.getByRole('button', { name: 'Freeze the copy' }).press('Enter');
  await page.waitForURL(/\/maps\/[0-9a-f-]{36}$/);
  await heading(page, title).waitFor();
  return page.url();
}

test('a copy is frozen, read by another organisation, seen in the list, and withdrawn while they look', async () => {
  const page = await signedInPage(browser, world.app, 'southlead@example.org');
  await openMap(page);
  await page.getByText('2 cross-references shown').waitFor();
  const opened = page.getByRole('button', { name: 'Freeze a copy' });
  await opened.click();
  await page
    .getByText(
      'Left out, because not all who are to open it may see them: 1 place, 1 connection and 1 cross-reference.',
    )
    .waitFor();
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('Escape');
  const address = await freeze(page, 'For July’s board');

  const reader = await signedInPage(browser, world.app, 'northeditor@example.org');
  await openMap(reader);
  await reader.getByRole('link', { name: 'For July’s board' }).click();
  await heading(reader, 'For July’s board').waitFor();
  expect(reader.url()).toBe(address);
  await reader.getByText(/^As of .* Frozen on .* by southlead for Southmere Trust\.$/).waitFor();
  await reader.getByRole('img', { name: /^For July’s board/ }).waitFor();
  expect(await reader.locator('.frozen-picture text').allTextContents()).toEqual(
    expect.arrayContaining(['WS1', 'WS2']),
  );
  await table(reader)
    .getByRole('row', { name: 'WS1 Front door WS2 Discharge 1 needs 1 strained, 1 unanswered' })
    .waitFor();
  expect(await reader.getByText('Merger').count()).toBe(0);
  expect(await reader.getByRole('button', { name: 'Withdraw' }).count()).toBe(0);
  expect(await axe(reader)).toEqual([]);
  await expect.poll(() => reader.locator('.connection').innerText(), { timeout: 5_000 }).toBe('Live');
  // The line is open; give the server time to have taken the subscription.
  await reader.waitForTimeout(400);

  await page.getByRole('button', { name: 'Withdraw' }).click();
  await page.getByLabel('Why').fill('Superseded in August.');
  await page.getByRole('button', { name: 'Withdraw the copy' }).click();
  await page
    .getByText(/^Withdrawn on .* by southlead for Southmere Trust\. Superseded in August\./)
    .waitFor();
  expect(await page.locator('.frozen-picture').count()).toBe(0);
  await reader.getByText(/^Withdrawn on /).waitFor({ timeout: 2_000 });
  expect(await table(reader).count()).toBe(0);
  await openMap(reader);
  await reader.getByRole('row', { name: /^For July’s board Withdrawn/ }).waitFor();
  expect([...troublesOf(page), ...troublesOf(reader)]).toEqual([]);
});

test('one for everyone is read without signing in; on paper it is one page, lying on its side', async () => {
  const page = await signedInPage(browser, world.app, 'chair@example.org');
  await openMap(page);
  await page.getByRole('button', { name: 'Freeze a copy' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Title').fill('Published');
  await dialog.getByRole('button', { name: /Who may open it/ }).click();
  await page.getByRole('option', { name: 'Everyone, the public too' }).click();
  await dialog.getByText('Everyone can open it, the public too, without signing in.').waitFor();
  await dialog.getByText('It will show 2 places and 1 cross-reference.').waitFor();
  const address = await finish(page, 'Published');

  const visitor = await newPage(browser, { viewport: { width: 320, height: 700 } });
  await visitor.goto(address);
  await heading(visitor, 'Published').waitFor();
  await visitor.getByText(/^As of .* Frozen on .* for Southmere Trust\.$/).waitFor();
  expect(await overflowsSideways(visitor)).toBe(false);
  expect(await axe(visitor)).toEqual([]);
  const paper = (await visitor.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(paper.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  const [, width = 0, height = 0] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(paper)?.map(Number) ?? [];
  expect(width).toBeGreaterThan(height);
  expect(troublesOf(visitor)).toEqual([]);
});

test('the picture is taken along as SVG, the same that is shown; whoever may not open it is told nothing', async () => {
  const page = await signedInPage(browser, world.app, 'southlead@example.org');
  await openMap(page);
  const address = await freeze(page, 'To take along');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as SVG' }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
  const svg = Buffer.concat(chunks).toString();
  const shown = await page.locator('.frozen-picture text').allTextContents();
  expect([...svg.matchAll(/<text [^>]*>([^<]*)/g)].map(([, text]) => text)).toEqual(
    shown.map((text) => text.replace(/"/g, '&#34;')),
  );

  const stranger = await signedInPage(browser, world.app, 'stranger@example.org');
  await stranger.goto(address);
  const told = stranger.locator('main');
  await told
    .getByText(/not here|not yours|may not|cannot/i)
    .first()
    .waitFor();
  const hidden = await told.innerText();
  await stranger.goto(address.replace(/[0-9a-f]{12}$/, '0123456789ab'));
  await told
    .getByText(/not here|not yours|may not|cannot/i)
    .first()
    .waitFor();
  expect(await told.innerText()).toBe(hidden);
});
