import type { Request } from 'playwright-core';
import { expect, test } from 'vitest';
import { areAlike, axe, overflowsSideways, picture, troublesOf } from '../support/browser.js';
import { agendaOn, inAgendaWorld, secretariat } from './agenda.world.js';

let make: ReturnType<typeof secretariat>;
inAgendaWorld((here) => {
  make = secretariat(here);
});

/** Two items a heading, and one that press and public are excluded from. */
async function agenda(): Promise<string> {
  const meetingId = await make.meeting();
  for (const [title, section] of [
    ['S1', 'Strategy'],
    ['S2', 'Strategy'],
    ['D1', 'Delivery'],
    ['D2', 'Delivery'],
    ['G1', 'Governance'],
    ['H1', 'Delivery'],
  ] as const) {
    const { id, version } = await make.item(meetingId, title, { section });
    if (title === 'H1')
      await make.verb('restrictAgendaItem', 'RestrictAgendaItemInput', {
        ...{ id, expectedVersion: version, exemptionParagraphs: ['A'] },
      });
  }
  return meetingId;
}

const titles = (lines: readonly string[]): string[] => lines.map((line) => line.split(' ').at(-1) ?? '');

const isMeeting = (request: Request): boolean => request.postData()?.includes('query Meeting(') ?? false;

test('a section is moved by its menu and by keys, with all that stands under it; the other secretary sees it at once', async () => {
  const meetingId = await agenda();
  const [anna, ben] = [await make.open('anna', meetingId), await make.open('ben', meetingId)];
  await expect.poll(async () => titles(await agendaOn(ben))).toEqual(['S1', 'S2', 'D1', 'D2', 'G1', 'H1']);

  // What is told of a move says it all: nothing is read anew, nothing taken from under the fingers.
  const asked: Request[] = [];
  anna.on('request', (request) => isMeeting(request) && asked.push(request));
  await anna.getByRole('button', { name: 'What to do with the section “Strategy”' }).click();
  await expect
    .poll(() => anna.getByRole('menuitem', { name: 'Move up' }).getAttribute('aria-disabled'))
    .toBe('true');
  await picture(anna, 'section-menu');
  await anna.getByRole('menuitem', { name: 'Move down' }).click();
  await expect.poll(async () => titles(await agendaOn(ben))).toEqual(['D1', 'D2', 'S1', 'S2', 'G1', 'H1']);
  await anna
    .getByText('The section “Strategy” now comes after the section “Delivery”')
    .waitFor({ state: 'attached' });

  // Pressed again before the first has arrived: it goes on from there, and the heading keeps the focus.
  const heading = anna.getByRole('button', { name: 'Governance, edit the heading Governance' });
  await heading.focus();
  await anna.keyboard.press('Alt+ArrowUp');
  await anna.keyboard.press('Alt+ArrowUp');
  await anna.getByText('The section “Governance” now comes first').waitFor({ state: 'attached' });
  await expect.poll(async () => titles(await agendaOn(ben))).toEqual(['G1', 'D1', 'D2', 'S1', 'S2', 'H1']);
  await anna.keyboard.press('Alt+ArrowDown');
  await expect.poll(async () => titles(await agendaOn(ben))).toEqual(['D1', 'D2', 'G1', 'S1', 'S2', 'H1']);
  await expect.poll(() => areAlike(agendaOn, anna, ben)).toBe(true);
  expect(asked).toEqual([]);
  expect(await anna.evaluate('document.activeElement.ariaLabel')).toContain('Governance');
  expect([...troublesOf(anna), ...troublesOf(ben)]).toEqual([]);
});

test('a heading of what is restricted that also stands in public has no menu of its own, nor has one that stands alone', async () => {
  const page = await make.open('anna', await agenda());
  await page
    .getByRole('heading', { level: 3, name: /Delivery/ })
    .nth(1)
    .waitFor();
  expect(await page.getByRole('button', { name: 'What to do with the section “Delivery”' }).count()).toBe(1);
  const alone = await make.meeting();
  await make.item(alone, 'Only', { section: 'Strategy' });
  const other = await make.open('anna', alone);
  await other.getByRole('heading', { level: 3, name: /Strategy/ }).waitFor();
  expect(await other.getByRole('button', { name: /What to do with the section/ }).count()).toBe(0);
});

test.each([
  ['light', 1280],
  ['dark', 320],
] as const)('the heads of sections keep to WCAG 2.2 AA in %s at %i pixels', async (colorScheme, width) => {
  const page = await make.open('anna', await agenda(), { colorScheme, viewport: { width, height: 800 } });
  await page.getByRole('heading', { level: 3, name: /Governance/ }).waitFor();
  await picture(page, `sections-${colorScheme}-${width}`);
  expect(await axe(page)).toEqual([]);
  expect(await overflowsSideways(page)).toBe(false);
});
