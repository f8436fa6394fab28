import { expect, test } from 'vitest';
import { troublesOf } from '../support/browser.js';
import {
  type AgendaWorld,
  agendaOn,
  chooseInMenu,
  dialog,
  inAgendaWorld,
  row,
  secretariat,
} from './agenda.world.js';

const ADOPT = `mutation ($input: AdoptRuleProfileInput!) { adoptRuleProfile(input: $input) { boardRules { version } } }`;

let world: AgendaWorld;
let make: ReturnType<typeof secretariat>;
/** A board whose rules want five clear working days, and the chair’s reason for what comes later. */
let boardIds: string[];
inAgendaWorld((begun) => {
  world = begun;
  make = secretariat(begun);
});

const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('asks for the chair’s reason where an item is late, and tells it; a wrong one is put right in its details', async () => {
  boardIds = [world.boardId];
  await world.admin.ok(ADOPT, {
    input: { boardId: world.boardId, profile: 'HEALTH_AND_WELLBEING_BOARD' },
  });
  const meetingId = await make.meeting({ boardIds, meetsOn: dayIn(2) });
  const page = await make.open('anna', meetingId);
  const field = page.getByRole('textbox', { name: 'Add an item' });
  await field.fill('Urgent grant 10 min');
  await field.press('Enter');
  await dialog(page).getByText('needs the chair’s reason').waitFor();
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await expect.poll(() => field.inputValue()).toBe('Urgent grant 10 min');
  await field.press('Enter');
  await dialog(page).getByLabel('Why the chair takes it as urgent').fill('The grant closes on Friday.');
  await dialog(page).getByRole('button', { name: 'Put it on the agenda' }).click();
  await row(page, 'Urgent grant').getByText('Late: The grant closes on Friday.').waitFor();
  await expect.poll(() => field.inputValue()).toBe('');
  await chooseInMenu(page, 'Urgent grant', /Presenters/);
  const reason = dialog(page).getByLabel('Why the chair takes it as urgent');
  expect(await reason.inputValue()).toBe('The grant closes on Friday.');
  await reason.fill('');
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await dialog(page).getByText('needs the chair’s reason').waitFor();
  await reason.fill('The grant closes on Monday.');
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await row(page, 'Urgent grant').getByText('Late: The grant closes on Monday.').waitFor();
  expect(troublesOf(page)).toEqual([]);
});

test('leads from what is owed to where the reason is recorded', async () => {
  const meetingId = await make.meeting({ boardIds, meetsOn: dayIn(60) });
  await make.item(meetingId, 'Winter plan', { presentersAsWritten: 'The director' });
  // It is brought forward: what was in time is late now.
  await world.anna.ok(
    `mutation ($input: UpdateMeetingInput!) { updateMeeting(input: $input) { meeting { id } } }`,
    {
      input: { id: meetingId, expectedVersion: 1, meetsOn: dayIn(3), reason: 'The grant ends.' },
    },
  );
  const page = await make.open('anna', meetingId);
  await page
    .getByRole('button', { name: 'Record the chair’s reason for taking it late: Winter plan' })
    .click();
  await dialog(page).getByLabel('Why the chair takes it as urgent').fill('Winter comes early.');
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await row(page, 'Winter plan').getByText('Late: Winter comes early.').waitFor();
  await page.getByText('Nobody: nothing is late').waitFor();
  expect(troublesOf(page)).toEqual([]);
});

test('a file that comes late is shown with the question for the chair’s reason, once for all of it', async () => {
  const meetingId = await make.meeting({ boardIds, meetsOn: dayIn(4) });
  const page = await make.open('anna', meetingId);
  await page.goto(`${world.app.url}/boards/${world.boardId}/forward-plan`);
  await page.getByRole('button', { name: 'Bring in an agenda…' }).click();
  await dialog(page)
    .locator('input[type=file]')
    .setInputFiles({
      name: 'agenda.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`Item,Time,Date\nApologies,10:30,${dayIn(4)}\nEstates,10:40,${dayIn(4)}\n`),
    });
  await dialog(page).getByText('needs the chair’s reason').waitFor();
  await dialog(page).getByRole('button', { name: 'Bring in 2 items' }).click();
  await dialog(page).getByText('Write down the chair’s reason').waitFor();
  await dialog(page).getByLabel('Why the chair takes it as urgent').fill('The chair was ill.');
  await dialog(page).getByRole('button', { name: 'Bring in 2 items' }).click();
  await dialog(page).waitFor({ state: 'detached' });
  await page.goto(`${world.app.url}/meetings/${meetingId}`);
  await expect.poll(() => agendaOn(page)).toEqual(['1 10:30 Apologies', '2 10:40 Estates']);
  for (const title of ['Apologies', 'Estates'])
    await row(page, title).getByText('Late: The chair was ill.').waitFor();
  expect(troublesOf(page)).toEqual([]);
});
