import { expect, test, vi } from 'vitest';
import { PREPARE, PUBLISH } from '../meetings/publications.js';
import { axe, newPage, troublesOf } from '../support/browser.js';
import { type AgendaWorld, dialog, inAgendaWorld, secretariat } from './agenda.world.js';

const ASK = `query ($id: ID!) { publication(id: $id) { id version status parts { part sha256 } } }`;
const ADOPT = `mutation ($input: AdoptRuleProfileInput!) { adoptRuleProfile(input: $input) { boardRules { version } } }`;

interface Pack {
  id: string;
  version: number;
  status: string;
  parts: { part: string; sha256: string }[];
}

let world: AgendaWorld;
let make: ReturnType<typeof secretariat>;
inAgendaWorld((begun) => {
  world = begun;
  make = secretariat(begun);
});

const asked = async (id: string) => (await world.anna.ok<{ publication: Pack }>(ASK, { id })).publication;

async function published(meetingId: string): Promise<void> {
  const { preparePublication } = await world.anna.ok<{ preparePublication: { publication: Pack } }>(PREPARE, {
    input: { meetingId },
  });
  const { id } = preparePublication.publication;
  await vi.waitUntil(async () => (await asked(id)).status === 'PREPARED', { timeout: 60_000, interval: 100 });
  const { version, parts } = await asked(id);
  const seenSha256 = parts.find(({ part }) => part === 'PUBLIC')?.sha256;
  await world.ben.ok(PUBLISH, { input: { id, expectedVersion: version, seenSha256 } });
}

test('a published meeting is moved with a reason that the dialog asks for in place, and everybody is told', async () => {
  const meetingId = await make.meeting({ place: 'Town Hall' });
  await make.item(meetingId, 'Winter plan');
  await published(meetingId);
  const page = await make.open('anna', meetingId);
  const visitor = await newPage(world.browser);
  await page.getByRole('button', { name: 'Change the meeting' }).click();
  await dialog(page).getByLabel('Day').fill('2030-07-26');
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  const why = dialog(page).getByLabel('Why it is moved');
  await dialog(page).getByText('It is published when and where this meeting was to be.').waitFor();
  expect(await page.evaluate<string>('document.activeElement.labels[0].textContent')).toContain(
    'Why it is moved',
  );
  expect(await axe(page)).toEqual([]);
  await why.fill('The hall is flooded.');
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await page.getByText('Moved from Friday 19 July 2030: The hall is flooded.').waitFor();
  await page.getByText('The published papers say Friday 19 July 2030. Prepare a supplement').waitFor();
  expect(await axe(page)).toEqual([]);
  await visitor.goto(`${world.app.url}/public/meetings/${meetingId}`);
  await visitor.getByText('Moved from Friday 19 July 2030: The hall is flooded.').waitFor();
  await visitor.getByText('They say Friday 19 July 2030.').waitFor();
  if (process.env['SHOTS']) {
    await page.screenshot({ path: `${process.env['SHOTS']}/moved.png` });
    await visitor.screenshot({ path: `${process.env['SHOTS']}/moved-public.png` });
  }
  expect(troublesOf(page)).toEqual([]);
});

test('a meeting planned by mistake is put away and brought back, at once or later', async () => {
  const meetingId = await make.meeting({ withStandingItems: true });
  const page = await make.open('anna', meetingId);
  const putAway = async () => {
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: /Put it away/ }).click();
    await page.getByText('This meeting was put away').waitFor();
  };
  await putAway();
  expect(await page.getByRole('textbox').count()).toBe(0);
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/away.png` });
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('textbox', { name: 'Add an item' }).first().waitFor();
  await putAway();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Bring it back' }).click();
  await page.getByRole('textbox', { name: 'Add an item' }).first().waitFor();
  await make.item(meetingId, 'Winter plan');
  await page.getByRole('article', { name: /Winter plan/ }).waitFor();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: /Put it away/ }).click();
  await page.getByText('Take that off first, or cancel the meeting and say why.').waitFor();
  expect(troublesOf(page)).toEqual([]);
});

test('of a joint meeting the days before say whose rules set them', async () => {
  const other = await world.app.build.board(world.partnershipId, { name: 'Cabinet' });
  const boardIds = [world.boardId, other];
  const meetingId = await make.meeting({ boardIds });
  const page = await make.open('anna', meetingId);
  await page.getByText(/^All by the rules of /).waitFor();
  await world.admin.ok(ADOPT, { input: { boardId: other, profile: 'COUNCIL_EXECUTIVE' } });
  await page.reload();
  const notice = page.getByRole('listitem').filter({ hasText: 'Notice of key decisions' });
  await notice.getByText('(rules of Cabinet)').waitFor();
  expect(await page.getByText(/\(rules of (?!Cabinet)/).count()).toBeGreaterThan(0);
  if (process.env['SHOTS'])
    await page.screenshot({ path: `${process.env['SHOTS']}/joint.png`, fullPage: true });
  // Of one board alone it goes without saying.
  await page.goto(`${world.app.url}/meetings/${await make.meeting()}`);
  await page.getByText('Papers out').waitFor();
  expect(await page.getByText(/rules of/).count()).toBe(0);
  expect(troublesOf(page)).toEqual([]);
});
