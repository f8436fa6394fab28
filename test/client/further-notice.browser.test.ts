import { expect, test } from 'vitest';
import { overflowsSideways, picture, troublesOf } from '../support/browser.js';
import {
  type AgendaWorld,
  chooseInMenu,
  dialog,
  type Item,
  inAgendaWorld,
  row,
  secretariat,
} from './agenda.world.js';

const ADOPT = `mutation ($input: AdoptRuleProfileInput!) { adoptRuleProfile(input: $input) { boardRules { version } } }`;
const ENTRY = `query ($id: ID!) { forwardPlanEntry(id: $id) { representations representationsResponse } }`;

let world: AgendaWorld;
let make: ReturnType<typeof secretariat>;
inAgendaWorld((here) => {
  world = here;
  make = secretariat(here);
});

const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const PARTS = 'parts { part sha256 }';

interface Prepared extends Item {
  status: string;
  parts: { part: string; sha256: string }[];
}

/** The forward plan is published in time for a meeting, which is twelve days away by now. */
async function toldInTime(meetingId: string): Promise<void> {
  const { prepareForwardPlan } = await world.anna.ok<{ prepareForwardPlan: { publication: Item } }>(
    `mutation ($input: PrepareForwardPlanInput!) { prepareForwardPlan(input: $input) { publication { id } } }`,
    { input: { boardId: world.boardId } },
  );
  const { id } = prepareForwardPlan.publication;
  const asked = async () =>
    (
      await world.ben.ok<{ publication: Prepared }>(
        `query ($id: ID!) { publication(id: $id) { id version status ${PARTS} } }`,
        { id },
      )
    ).publication;
  await expect.poll(async () => (await asked()).status, { timeout: 60_000 }).toBe('PREPARED');
  const { version, parts } = await asked();
  await world.ben.ok(
    `mutation ($input: PublishPublicationInput!) { publishPublication(input: $input) { publication { id } } }`,
    { input: { id, expectedVersion: version, seenSha256: parts[0]?.sha256 } },
  );
  await world.app.build.sql(`update meetings set meets_on = $2 where id = $1`, [meetingId, dayIn(12)]);
}

test('a secretary writes down what was said against meeting in private, and is led to what is owed', async () => {
  await world.admin.ok(ADOPT, { input: { boardId: world.boardId, profile: 'COUNCIL_EXECUTIVE' } });
  const meetingId = await make.meeting({ meetsOn: dayIn(60) });
  const lineId = await make.planned(meetingId, 'Sale of the depot', {
    ...{ isConfidential: true, exemptionParagraphs: ['3'], privateReason: 'Bids would be known.' },
  });
  await toldInTime(meetingId);
  await make.item(meetingId, 'Sale of the depot', {
    forwardPlanEntryId: lineId,
    presentersAsWritten: 'Chair',
  });
  await make.item(meetingId, 'Winter plan', { presentersAsWritten: 'Chair' });

  const page = await make.open('anna', meetingId);
  await page.getByText('Further notice of a part in private').waitFor();
  await page.getByText('Publish the further notice of it, with the agenda').waitFor();
  await chooseInMenu(page, 'Sale of the depot', /Representations/);
  const received = dialog(page).getByLabel('Representations received');
  await received.fill('Friends of the Depot: the sale concerns all who live here.');
  await picture(page, 'representations');
  await dialog(page).getByRole('button', { name: 'Save' }).click();

  const owed = 'Respond to what was said about why it should be open: Sale of the depot';
  await page.getByRole('button', { name: owed }).click();
  expect(await received.inputValue()).toBe('Friends of the Depot: the sale concerns all who live here.');
  await dialog(page).getByLabel('Response to them').fill('The bids stay sealed until they are opened.');
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await page.getByText('Publish the further notice of it, with the agenda').waitFor();
  await expect.poll(() => page.getByRole('button', { name: owed }).count()).toBe(0);
  await picture(page, 'further-notice-owed');
  const { forwardPlanEntry } = await world.anna.ok<{ forwardPlanEntry: object }>(ENTRY, { id: lineId });
  expect(forwardPlanEntry).toEqual({
    representations: 'Friends of the Depot: the sale concerns all who live here.',
    representationsResponse: 'The bids stay sealed until they are opened.',
  });

  // What is open to everybody is asked of nobody; and the forward plan has the same two fields.
  await page.getByRole('button', { name: 'What to do with “Winter plan”' }).click();
  expect(await page.getByRole('menuitem', { name: /Representations/ }).count()).toBe(0);
  await page.keyboard.press('Escape');
  await page.goto(`${world.app.url}/boards/${world.boardId}/forward-plan`);
  await chooseInMenu(page, 'Sale of the depot', 'What the public reads…');
  const response = dialog(page).getByLabel('Response to them');
  expect(await response.inputValue()).toBe('The bids stay sealed until they are opened.');
  await picture(page, 'representations-in-forward-plan');
  await received.fill('');
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await dialog(page).getByText('Say what was said about why it should be considered in public').waitFor();
  expect(troublesOf(page)).toEqual([]);
});

test('fits a telephone in the dark', async () => {
  const [meeting] = await world.app.build.sql<{ id: string }>('select id from meetings limit 1');
  const page = await make.open('anna', meeting?.id ?? '', {
    viewport: { width: 320, height: 700 },
    colorScheme: 'dark',
  });
  await row(page, 'Sale of the depot').waitFor();
  await page.getByRole('button', { name: 'What to do with “Sale of the depot”' }).press('Enter');
  await page.getByRole('menuitem', { name: /Representations/ }).press('Enter');
  await dialog(page).getByLabel('Response to them').waitFor();
  await picture(page, 'representations-320-dark');
  expect(await overflowsSideways(page)).toBe(false);
  expect(troublesOf(page)).toEqual([]);
});
