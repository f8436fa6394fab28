import { describe, expect, test } from 'vitest';
import { areAlike, troublesOf } from '../support/browser.js';
import {
  type AgendaWorld,
  agendaOn,
  chooseInMenu,
  dialog,
  inAgendaWorld,
  row,
  secretariat,
} from './agenda.world.js';

let world: AgendaWorld;
let make: ReturnType<typeof secretariat>;
inAgendaWorld((here) => {
  world = here;
  make = secretariat(here);
});

describe('two secretaries on one agenda', () => {
  test('both add, and each has what the other adds, numbered and timed', async () => {
    const meetingId = await make.meeting();
    const [anna, ben] = [await make.open('anna', meetingId), await make.open('ben', meetingId)];
    const type = async (page: typeof anna, titles: string[]) => {
      const field = page.getByRole('textbox', { name: 'Add an item' });
      for (const title of titles) {
        await field.fill(`${title} 10 min`);
        await field.press('Enter');
        await expect.poll(() => field.inputValue()).toBe('');
      }
    };
    await Promise.all([type(anna, ['A1', 'A2', 'A3']), type(ben, ['B1', 'B2', 'B3'])]);
    await expect.poll(async () => (await agendaOn(anna)).length).toBe(6);
    await expect.poll(() => areAlike(agendaOn, anna, ben)).toBe(true);
    const all = await agendaOn(anna);
    expect(all.map((one) => one.split(' ').slice(0, 2).join(' '))).toEqual([
      ...['1 10:30', '2 10:40', '3 10:50', '4 11:00', '5 11:10', '6 11:20'],
    ]);
    expect(all.map((one) => one.split(' ')[2]).sort()).toEqual(['A1', 'A2', 'A3', 'B1', 'B2', 'B3']);
    await anna.reload();
    await expect.poll(() => agendaOn(anna)).toEqual(all);
    expect([...troublesOf(anna), ...troublesOf(ben)]).toEqual([]);
  });

  test('one moves what the other is writing in: the words, the field and the place all stand', async () => {
    const meetingId = await make.meeting();
    await make.item(meetingId, 'One');
    await make.item(meetingId, 'Two');
    const [anna, ben] = [await make.open('anna', meetingId), await make.open('ben', meetingId)];
    await anna.getByRole('button', { name: /edit Title of “Two”/ }).click();
    await anna.getByRole('textbox', { name: 'Title of “Two”' }).fill('Two, and more');
    await chooseInMenu(ben, 'Two', 'Move up');
    await expect.poll(() => agendaOn(anna)).toEqual(['1 10:30 [Two, and more]', '2 10:40 One']);
    await anna.keyboard.type(' still');
    await anna.keyboard.press('Enter');
    await expect.poll(() => agendaOn(ben)).toEqual(['1 10:30 Two, and more still', '2 10:40 One']);
  });

  test('both retitle the same item: the second is asked, and nothing typed is lost', async () => {
    const meetingId = await make.meeting();
    await make.item(meetingId, 'Draft');
    const [anna, ben] = [await make.open('anna', meetingId), await make.open('ben', meetingId)];
    for (const [page, title] of [
      [anna, 'Anna’s title'],
      [ben, 'Ben’s title'],
    ] as const) {
      await page.getByRole('button', { name: /edit Title of/ }).click();
      await page.getByRole('textbox', { name: 'Title of “Draft”' }).fill(title);
    }
    await anna.keyboard.press('Enter');
    await ben.getByText('Now “Anna’s title”, changed while you were typing').waitFor();
    await ben.keyboard.press('Enter');
    await ben.getByRole('heading', { name: /was changed while you were writing/ }).waitFor();
    await ben.getByText('Keep yours').click();
    await ben.getByRole('button', { name: 'Save what I chose' }).click();
    await expect.poll(() => agendaOn(anna)).toEqual(['1 10:30 Ben’s title']);
    await expect.poll(() => agendaOn(ben)).toEqual(['1 10:30 Ben’s title']);
  });

  test('one renames the heading the other is adding under: the words typed keep a place', async () => {
    const meetingId = await make.meeting();
    await make.item(meetingId, 'One', { section: 'Business' });
    const anna = await make.open('anna', meetingId);
    const field = anna.getByRole('textbox', { name: 'Add an item under Business' });
    await field.fill('Half a ti');
    await world.ben.ok(
      'mutation ($input: RenameAgendaSectionInput!) { renameAgendaSection(input: $input) { agendaItems { id } } }',
      { input: { meetingId, section: 'Business', name: 'Delivery' } },
    );
    await anna.getByRole('heading', { level: 3, name: /Delivery/ }).waitFor();
    await anna.keyboard.type('tle');
    await expect.poll(() => field.inputValue()).toBe('Half a title');
    await anna.keyboard.press('Enter');
    await row(anna, 'Half a title').waitFor();
  });

  test('one takes off what the other is writing in: the words are told, with the way back', async () => {
    const meetingId = await make.meeting();
    const { id, version } = await make.item(meetingId, 'Doomed');
    const anna = await make.open('anna', meetingId);
    await anna.getByRole('button', { name: /edit Title of/ }).click();
    await anna.getByRole('textbox', { name: 'Title of “Doomed”' }).fill('Doomed, with many words');
    await make.verb('archiveAgendaItem', 'ItemVersionInput', { id, expectedVersion: version }, world.ben);
    await anna
      .getByText(/taken off the agenda by .* while you were writing “Doomed, with many words”/)
      .waitFor();
    await anna.getByRole('button', { name: 'Put it back' }).click();
    await row(anna, 'Doomed').waitFor();
  });

  test('see each other, and at which item; what the other does is washed and said', async () => {
    const meetingId = await make.meeting();
    await make.item(meetingId, 'Shared');
    const [anna, ben] = [await make.open('anna', meetingId), await make.open('ben', meetingId)];
    await anna.getByText('ben is looking at this').first().waitFor();
    await ben.getByRole('button', { name: /edit Title of “Shared”/ }).focus();
    await expect.poll(() => row(anna, 'Shared').innerText()).toContain('ben is looking at this');
    await make.item(meetingId, 'From Ben', {}, world.ben);
    await expect
      .poll(() => anna.getByTestId('announcer').innerText())
      .toContain('“From Ben” was put on the agenda by ben');
    await ben.close();
    await expect.poll(() => anna.getByText('ben is looking at this').count()).toBe(0);
  });

  test('the page follows a new start of the meeting at once', async () => {
    const meetingId = await make.meeting();
    await make.item(meetingId, 'One');
    await make.item(meetingId, 'Two');
    const anna = await make.open('anna', meetingId);
    await row(anna, 'Two').waitFor();
    await world.ben.ok(
      'mutation ($input: UpdateMeetingInput!) { updateMeeting(input: $input) { meeting { id } } }',
      { input: { id: meetingId, expectedVersion: 1, startsAt: '09:00' } },
    );
    await expect.poll(() => agendaOn(anna)).toEqual(['1 09:00 One', '2 09:10 Two']);
  });
});

describe('what press and public are excluded from', () => {
  test('leaves the partner’s page at once and comes back, and never moves a public number or time', async () => {
    const meetingId = await make.meeting();
    await make.item(meetingId, 'Open');
    await make.item(meetingId, 'Staff matter', { minutes: 45 });
    await make.item(meetingId, 'Also open');
    const [anna, partner] = [await make.open('anna', meetingId), await make.open('northeditor', meetingId)];
    await expect.poll(async () => (await agendaOn(partner)).length).toBe(3);
    expect(await partner.getByRole('textbox').count()).toBe(0);
    expect(await partner.getByRole('button', { name: /What to do|, edit |New section/ }).count()).toBe(0);
    await chooseInMenu(anna, 'Staff matter', /Exclude press/);
    await dialog(anna).getByRole('button', { name: 'Exclude press and public' }).click();
    await dialog(anna).getByText('Choose at least one: without a ground nobody is excluded.').waitFor();
    await dialog(anna)
      .getByText(/^Paragraph C:/)
      .click();
    await dialog(anna)
      .getByText(/^Paragraph A:/)
      .click();
    await dialog(anna).getByRole('button', { name: 'Exclude press and public' }).click();
    await anna.getByText(/on the grounds in paragraphs A and C of the terms of reference/).waitFor();
    await expect
      .poll(() => agendaOn(anna))
      .toEqual(['1 10:30 Open', '2 10:40 Also open', '3 10:50 Staff matter']);
    await expect.poll(() => agendaOn(partner)).toEqual(['1 10:30 Open', '2 10:40 Also open']);
    await partner.getByText('40 minutes left before the planned end at 11:30').waitFor();
    const seen = await partner.content();
    for (const secret of ['Staff matter', 'Exclusion', 'Restricted']) expect(seen).not.toContain(secret);
    await chooseInMenu(anna, 'Staff matter', 'Open it to press and public');
    await expect.poll(async () => (await agendaOn(partner)).length).toBe(3);
    expect(await agendaOn(partner)).toEqual(['1 10:30 Open', '2 10:40 Staff matter', '3 11:25 Also open']);
    await anna.getByText('Exclusion of press and public').waitFor({ state: 'detached' });
  });

  test('is shown to organisations that were chosen, asked for where two say different things', async () => {
    const meetingId = await make.meeting();
    const { id, version } = await make.item(meetingId, 'Contract');
    const anna = await make.open('anna', meetingId);
    await chooseInMenu(anna, 'Contract', /Exclude press/);
    await dialog(anna)
      .getByText(/^Paragraph C:/)
      .click();
    await dialog(anna)
      .getByRole('button', { name: /Seen by/ })
      .click();
    await anna.getByRole('option', { name: 'Only these organisations' }).click();
    await dialog(anna).getByText('Only the members of Southmere Trust will see it.').waitFor();
    await make.verb(
      'restrictAgendaItem',
      'RestrictAgendaItemInput',
      { id, expectedVersion: version, exemptionParagraphs: ['D'] },
      world.ben,
    );
    await dialog(anna).getByRole('button', { name: 'Exclude press and public' }).click();
    await anna.getByRole('heading', { name: /was changed while you were writing/ }).waitFor();
    for (const mine of await anna.getByText('Keep yours').all()) await mine.click();
    await anna.getByRole('button', { name: 'Save what I chose' }).click();
    await row(anna, 'Contract').getByText('Only Southmere Trust').waitFor();
    await row(anna, 'Contract').getByText('Restricted: paragraph C').waitFor();
  });

  test('is pointed out where it rests on no paragraph', async () => {
    const meetingId = await make.meeting();
    const entry = await make.planned(meetingId, 'Narrowed');
    await world.anna.ok(
      'mutation ($input: RestrictForwardPlanEntryInput!) { restrictForwardPlanEntry(input: $input) { forwardPlanEntry { id } } }',
      { input: { id: entry, expectedVersion: 1, audience: { kind: 'BOARD', boardId: world.boardId } } },
    );
    await world.anna.ok(
      'mutation ($input: CreateAgendaItemInput!) { createAgendaItem(input: $input) { agendaItem { id } } }',
      { input: { meetingId, forwardPlanEntryId: entry } },
    );
    const anna = await make.open('anna', meetingId);
    await anna.getByText('“Narrowed” relies on no exemption paragraph yet').waitFor();
    expect(await anna.getByText('The meeting is asked to resolve').count()).toBe(0);
  });

  test('tells the public of the meeting alone', async () => {
    const meetingId = await make.meeting({ title: 'Public meeting' });
    await make.item(meetingId, 'Draft item');
    const page = await (await world.browser.newContext()).newPage();
    await page.goto(`${world.app.url}/meetings/${meetingId}`);
    await page.getByRole('heading', { level: 1, name: /^Public meeting/ }).waitFor();
    await page.getByText('The agenda stands here once it is published.').waitFor();
    expect(await page.content()).not.toContain('Draft item');
  });
});
