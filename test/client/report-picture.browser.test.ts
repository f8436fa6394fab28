import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Publishing, partOf, startPublishing } from '../meetings/publications.js';
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

let world: Publishing;
let browser: Browser;
let drivers: string;
beforeAll(async () => {
  world = await startPublishing(FOR_BROWSERS);
  browser = await openBrowser();
  const { build } = world.app;
  const plan = await build.plan(world.partnershipId, { title: 'Winter plan', status: 'ADOPTED' });
  const strand = await build.workstream(plan, { number: '2', title: 'Discharge' });
  const made = (reference: string, title: string, status: string) =>
    build.action(strand, { reference, title, status, ownerId: world.south });
  const lounge = await made('B1', 'Open the discharge lounge at weekends and on bank holidays', 'GREEN');
  const cars = await made('B2', 'Cars for going home', 'AMBER');
  const list = await made('B3', 'One list of people who wait', 'NOT_YET_RATED');
  drivers = await made('B4', 'Hire drivers', 'RED');
  for (const [fromId, toId, status] of [
    [lounge, cars, 'CONFIRMED'],
    [cars, drivers, 'PROPOSED'],
    [lounge, list, 'COUNTERED'],
    [lounge, drivers, 'DISPUTED'],
  ])
    await build.inPartnership('cross_references', world.partnershipId, {
      ...{ kind: 'DEPENDS_ON', fromType: 'Action', toType: 'Action', fromId, toId, status },
      ...{ planId: plan, toPlanId: plan },
    });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await world?.app.close();
});

const ALT = /^Picture of what waits for what: 4 boxes, and 4 arrows/;
const drawn = (page: Page) => page.getByRole('img', { name: ALT });
const room = (page: Page) => page.getByRole('figure', { name: 'Picture' });

/** As it is read by night, and on a telephone, where the picture is moved in its own place by the arrow keys. */
async function readsEverywhere(page: Page, name: string): Promise<void> {
  expect(await axe(page)).toEqual([]);
  await picture(page, name);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await axe(page)).toEqual([]);
  await picture(page, `${name}-dark`);
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await overflowsSideways(page)).toBe(false);
  const moved = () => room(page).evaluate((place) => (place as unknown as { scrollLeft: number }).scrollLeft);
  expect(await moved()).toBe(0);
  await room(page).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(moved).toBeGreaterThan(0);
  await page.evaluate('window.scrollTo(0, 0)');
  expect(await axe(page)).toEqual([]);
  await picture(page, `${name}-narrow`);
  expect(troublesOf(page)).toEqual([]);
}

async function begin(meetingId: string): Promise<string> {
  const item = await world.add(meetingId, 'Going home');
  const input = { agendaItemId: item.id, leadOrganisationId: world.north };
  const { createReport } = await world.secretary.ok<{ createReport: { report: { id: string } } }>(
    `mutation ($input: CreateReportInput!) { createReport(input: $input) { report { id } } }`,
    { input },
  );
  return createReport.report.id;
}

async function sign(id: string): Promise<void> {
  const { report } = await world.secretary.ok<{ report: { version: number; contentHash: string } }>(
    `query ($id: ID!) { report(id: $id) { version contentHash } }`,
    { id },
  );
  const { version: expectedVersion, contentHash: seenHash } = report;
  await world.northLead.ok(
    `mutation ($input: SignOffReportInput!) { signOffReport(input: $input) { report { id } } }`,
    { input: { id, expectedVersion, seenHash, despite: 'For the picture' } },
  );
}

test('what waits for what is drawn where it is written, follows the plans, and is published as it stood', async () => {
  const meetingId = await world.aMeeting();
  const id = await begin(meetingId);
  const page = await signedInPage(browser, world.app, 'northeditor@example.org');
  await page.goto(`${world.app.url}/reports/${id}`);
  const section = page.getByRole('textbox', { name: 'Alignment with priorities', exact: true });
  await section.click();
  await page.getByRole('button', { name: 'From the plans' }).click();
  await page.getByRole('button', { name: /What to show/ }).click();
  await page.getByRole('option', { name: 'What waits for what' }).click();
  await page.getByRole('combobox', { name: 'Of which plan or workstream' }).fill('Discharge');
  await page.getByRole('option', { name: /Discharge/ }).click();
  await page.getByRole('button', { name: 'Put it in' }).click();
  await drawn(page).waitFor();
  await drawn(page).getByText('Hire drivers').waitFor();
  await page.getByText('Everything is saved').waitFor();
  const { version } = await world.app.build.row('actions', drivers);
  await world.southLead.ok(
    `mutation ($input: UpdateActionInput!) { updateAction(input: $input) { action { id } } }`,
    { input: { id: drivers, expectedVersion: version, title: 'Hire six drivers' } },
  );
  await drawn(page).getByText('Hire six drivers').waitFor();
  await readsEverywhere(page, 'report-picture');
  // Whoever moved the picture has moved nothing in the text, and can go on writing.
  await section.getByRole('table').waitFor();

  await sign(id);
  const out = await world.published(meetingId);
  const url = partOf(out, 'PUBLIC')?.files.find(({ format }) => format === 'HTML')?.url ?? '';
  const paper = await newPage(browser);
  await paper.goto(`${world.app.url}${url}`);
  await drawn(paper).getByText('Hire six drivers').waitFor();
  await readsEverywhere(paper, 'paper-picture');
}, 180_000);
