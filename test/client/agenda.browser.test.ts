import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axe, overflowsSideways, troublesOf } from '../support/browser.js';
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

/** What the focus is on, as it is named. */
const FOCUSED = `document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent`;

const edit = async (page: Page, label: string, typed: string) => {
  await page.getByRole('button', { name: new RegExp(`edit ${label}`) }).click();
  await page.getByRole('textbox', { name: label }).fill(typed);
  await page.keyboard.press('Enter');
};

describe('building an agenda', () => {
  test('adds items by their titles, under headings, and says how the time runs', async () => {
    const meetingId = await make.meeting();
    const page = await make.open('anna', meetingId);
    const first = page.getByRole('textbox', { name: 'Add an item' });
    await first.fill('Apologies 5 min');
    await first.press('Enter');
    await expect.poll(() => agendaOn(page)).toEqual(['1 10:30 Apologies']);
    await page.getByRole('button', { name: 'New section' }).click();
    await page.getByRole('textbox', { name: 'Heading of the new section' }).fill('Delivery');
    await page.keyboard.press('Enter');
    const under = page.getByRole('textbox', { name: 'Add an item under Delivery' });
    await expect
      .poll(() => page.evaluate<string>('document.activeElement.getAttribute("aria-labelledby") ?? ""'))
      .toBe(await under.getAttribute('aria-labelledby'));
    await page.keyboard.type('Obesity plan 40 min');
    await page.keyboard.press('Enter');
    await page.getByText('15 minutes left before the planned end at 11:30').waitFor();
    await page.keyboard.type('Winter plan');
    await page.keyboard.press('Enter');
    await row(page, 'Winter plan').waitFor();
    await edit(page, 'Minutes of “Winter plan”', '30');
    await page.getByText('Runs 15 minutes over the planned end (11:45 instead of 11:30)').waitFor();
    expect(await agendaOn(page)).toEqual([
      '1 10:30 Apologies',
      '2 10:35 Obesity plan',
      '3 11:15 Winter plan',
    ]);
    expect(troublesOf(page)).toEqual([]);
  });

  test('edits everything where it stands', async () => {
    const meetingId = await make.meeting();
    await make.item(meetingId, 'Draft', { section: 'Business' });
    const page = await make.open('anna', meetingId);
    await edit(page, 'Title of “Draft”', 'Annual report');
    await row(page, 'Annual report').waitFor();
    await edit(page, 'Presented by, as written of “Annual report”', 'Director of Public Health');
    await page.getByRole('button', { name: /^Purpose of/ }).click();
    await page.getByRole('option', { name: 'To approve' }).click();
    await edit(page, 'the heading Business', 'Governance');
    await page.getByRole('heading', { level: 3, name: /Governance/ }).waitFor();
    await edit(page, 'Minutes of “Annual report”', 'soon');
    await page.getByText('Write minutes as a whole number from 1 to 600, or nothing.').waitFor();
    await page.keyboard.press('Escape');
    await chooseInMenu(page, 'Annual report', /Presenters/);
    await dialog(page).getByRole('combobox', { name: 'Presented by' }).fill('chair');
    await page.getByRole('option', { name: /chair/i }).first().click();
    await dialog(page).getByLabel('What it is about').fill('What was done in the year.');
    await dialog(page).getByRole('button', { name: 'Save' }).click();
    const said = row(page, 'Annual report');
    await said.getByText('What was done in the year.').waitFor();
    const text = (await said.innerText()).replace(/\s+/g, ' ');
    for (const words of ['chair,', 'Director of Public Health', 'To approve']) expect(text).toContain(words);
  });

  test('moves an item by handle, by menu and to another section, and times run anew', async () => {
    const meetingId = await make.meeting();
    await make.item(meetingId, 'One', { section: 'A', minutes: 5 });
    await make.item(meetingId, 'Two', { section: 'A' });
    await make.item(meetingId, 'Three', { section: 'B', minutes: 15 });
    const page = await make.open('anna', meetingId);
    await row(page, 'Three').waitFor();
    const middle = async (title: string) => {
      const box = await row(page, title).locator('.agenda-handle').boundingBox();
      return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
    };
    const [from, to] = [await middle('Three'), await middle('One')];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y + 20, { steps: 5 });
    await page.mouse.move(to.x, to.y - 8, { steps: 3 });
    await page.mouse.up();
    await expect.poll(() => agendaOn(page)).toEqual(['1 10:30 Three', '2 10:45 One', '3 10:50 Two']);
    await chooseInMenu(page, 'Three', 'Move down');
    await expect.poll(() => agendaOn(page)).toEqual(['1 10:30 One', '2 10:35 Three', '3 10:50 Two']);
    await chooseInMenu(page, 'One', /Move to section/);
    await dialog(page).getByRole('textbox', { name: 'Heading of the new section' }).fill('Closing');
    await dialog(page).getByRole('button', { name: 'Move it there' }).click();
    await expect.poll(() => agendaOn(page)).toEqual(['1 10:30 Three', '2 10:45 Two', '3 10:55 One']);
    await page.getByRole('heading', { level: 3, name: 'Closing' }).waitFor();
    await expect
      .poll(() => page.getByTestId('announcer').innerText())
      .toContain('“One” is now item 3, at 10:55, under Closing');
  });

  test('is done by the keyboard alone', async () => {
    const meetingId = await make.meeting();
    const page = await make.open('anna', meetingId);
    const tabTo = async (name: string) => {
      const at = () => page.evaluate<string>(FOCUSED);
      for (let i = 0; i < 80 && (await at()) !== name; i += 1) await page.keyboard.press('Tab');
      expect(await at()).toBe(name);
    };
    await page.getByRole('textbox', { name: 'Add an item' }).waitFor();
    await tabTo('New section');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Business');
    await page.keyboard.press('Enter');
    for (const title of ['First 10 min', 'Second 20 min', 'Third 5 min']) {
      await page.keyboard.type(title);
      await page.keyboard.press('Enter');
      await row(page, title.split(' ')[0] ?? '').waitFor();
    }
    await page.getByRole('heading', { level: 1 }).focus();
    await tabTo('Third, edit Title of “Third”');
    // Pressed again before the first has arrived: each goes on from the other.
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => agendaOn(page)).toEqual(['1 10:30 Third', '2 10:35 First', '3 10:45 Second']);
    await tabTo('Third, edit Title of “Third”');
    await page.keyboard.press('Enter');
    await page.keyboard.press('End');
    await page.keyboard.type(' time lucky');
    await page.keyboard.press('Enter');
    await row(page, 'Third time lucky').waitFor();
    await tabTo('What to do with “Third time lucky”');
    await page.keyboard.press('Enter');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await expect.poll(() => agendaOn(page)).toEqual(['1 10:30 First', '2 10:40 Second']);
  });

  test('takes an item off with the way back, and puts on what was planned with one click', async () => {
    const meetingId = await make.meeting();
    await make.planned(meetingId, 'Winter pressures');
    await make.item(meetingId, 'Apologies', { minutes: 5 });
    const page = await make.open('anna', meetingId);
    await page.getByRole('button', { name: 'Put “Winter pressures” on the agenda' }).click();
    await expect.poll(() => agendaOn(page)).toEqual(['1 10:30 Apologies', '2 10:35 Winter pressures']);
    await page.getByRole('heading', { name: 'Planned for this meeting' }).waitFor({ state: 'detached' });
    await chooseInMenu(page, 'Winter pressures', 'Take it off the agenda');
    await page.getByRole('heading', { name: 'Planned for this meeting' }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => agendaOn(page)).toEqual(['1 10:30 Apologies', '2 10:35 Winter pressures']);
    expect(troublesOf(page)).toEqual([]);
  });
});

describe('the meeting', () => {
  test('is changed in a dialog, cancelled with a reason and planned anew', async () => {
    const meetingId = await make.meeting();
    await make.item(meetingId, 'Only');
    const page = await make.open('anna', meetingId);
    await page.getByRole('button', { name: 'Change the meeting' }).click();
    await dialog(page).getByLabel('Ends').fill('09:00');
    await dialog(page).getByRole('button', { name: 'Save' }).click();
    await dialog(page).getByText('A meeting cannot end before it begins.').waitFor();
    await dialog(page).getByLabel('Ends').fill('13:00');
    await dialog(page).getByLabel('Begins').fill('11:00');
    await dialog(page).getByLabel('Place').fill('Council Chamber');
    await dialog(page).getByRole('button', { name: 'Save' }).click();
    await page.getByText('11:00–13:00').waitFor();
    await expect.poll(() => agendaOn(page)).toEqual(['1 11:00 Only']);
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Cancel the meeting' }).click();
    await dialog(page).getByLabel('Why').fill('Not quorate');
    await dialog(page).getByRole('button', { name: 'Cancel the meeting' }).click();
    await page.getByText('This meeting does not take place: Not quorate').waitFor();
    expect(await page.getByRole('textbox').count()).toBe(0);
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Plan it anew' }).click();
    await page.getByRole('textbox', { name: 'Add an item' }).waitFor();
  });

  test('is not there for whoever has its address wrong', async () => {
    const meetingId = await make.meeting();
    const page = await make.open('anna', meetingId);
    await page.goto(`${world.app.url}/meetings/${crypto.randomUUID()}`);
    await page.getByText('This is not here, or not yours to see').waitFor();
  });
});

test('whoever reads an agenda without headings finds its items right below it', async () => {
  const meetingId = await make.meeting();
  await make.item(meetingId, 'Winter plan');
  await make.item(meetingId, 'Annual report', { section: 'Business' });
  const page = await make.open('northlead', meetingId);
  await page.getByRole('heading', { level: 3, name: 'Winter plan' }).waitFor();
  await page.getByRole('heading', { level: 4, name: 'Annual report' }).waitFor();
  expect(await axe(page)).toEqual([]);
});

test.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 320],
] as const)('the page keeps to WCAG 2.2 AA in %s at %i pixels', async (colorScheme, width) => {
  const meetingId = await make.meeting({ endsAt: '10:45' });
  await make.planned(meetingId, 'Winter pressures', { isConfidential: true, exemptionParagraphs: ['C'] });
  await make.item(meetingId, 'Annual report', { section: 'Business', presentersAsWritten: 'The director' });
  const { id, version } = await make.item(meetingId, 'Staff matter', { lateReason: 'It closes on Friday' });
  await make.verb('restrictAgendaItem', 'RestrictAgendaItemInput', {
    ...{ id, expectedVersion: version, exemptionParagraphs: ['A'], exemptionReason: 'Names people' },
  });
  const page = await make.open('anna', meetingId, { colorScheme, viewport: { width, height: 800 } });
  await page.getByText('Runs 5 minutes over').waitFor();
  expect(await axe(page)).toEqual([]);
  expect(await overflowsSideways(page)).toBe(false);
  await chooseInMenu(page, 'Annual report', /Exclude press/);
  await dialog(page).getByText('Everyone who holds a seat on the boards that meet will see it.').waitFor();
  expect(await axe(page)).toEqual([]);
  expect(await overflowsSideways(page)).toBe(false);
  expect(troublesOf(page)).toEqual([]);
});

test('prints as an agenda: nothing of the tool is left on paper', async () => {
  const meetingId = await make.meeting();
  await make.planned(meetingId, 'Winter pressures');
  await make.item(meetingId, 'Annual report', { section: 'Business' });
  const page = await make.open('anna', meetingId);
  await row(page, 'Annual report').waitFor();
  await page.emulateMedia({ media: 'print' });
  const paper = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
  expect(paper).toMatch(/Friday 19 July 2030 10:30–11:30/);
  expect(paper).toMatch(/Business 1 10:30 Annual report To note 10 min/);
  for (const tool of ['Print', 'Add an item', 'New section', 'Presented by', 'Planned for', 'Boards & ABUs'])
    expect(paper).not.toContain(tool);
  expect(await page.getByRole('textbox').count()).toBe(0);
});
