import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Person } from '../support/app.js';
import { FOR_BROWSERS, openBrowser, signedInPage } from '../support/browser.js';
import { startWorld, type World } from '../support/world.js';

export interface AgendaWorld extends World {
  browser: Browser;
  /** Keep the agendas of the board. */
  anna: Person;
  ben: Person;
}

/** For the tests of a file: a board with two secretaries, and a browser whose pages are closed after each of them. */
export function inAgendaWorld(begin: (world: AgendaWorld) => void): void {
  let world: AgendaWorld;
  beforeAll(async () => {
    const base = await startWorld(FOR_BROWSERS);
    const { app, partnershipId, south, boardId } = base;
    const secretary = async (name: string) => {
      const email = `${name}@example.org`;
      const id = await app.build.person(partnershipId, { email, role: 'VIEWER', organisationId: south });
      await app.build.seat(partnershipId, boardId, id, { capacity: 'SECRETARIAT' });
      return app.as(email);
    };
    const [anna, ben] = [await secretary('anna'), await secretary('ben')];
    world = { ...base, anna, ben, browser: await openBrowser() };
    begin(world);
  }, 120_000);
  afterAll(async () => {
    await world.browser.close();
    await world.app.close();
  });
  afterEach(async () => {
    await Promise.all(world.browser.contexts().map((context) => context.close()));
  });
}

export interface Item {
  id: string;
  version: number;
}

/** What tests do through the API, beside what they do in the page. */
export function secretariat(world: AgendaWorld) {
  const ask = async <Answer>(verb: string, type: string, input: object, answer: string, by = world.anna) =>
    (
      (await by.ok(`mutation ($input: ${type}!) { ${verb}(input: $input) { ${answer} } }`, {
        input,
      })) as Record<string, Answer>
    )[verb] as Answer;
  return {
    meeting: async (input: object = {}): Promise<string> => {
      const asked = {
        ...{ boardIds: [world.boardId], meetsOn: '2030-07-19', startsAt: '10:30', endsAt: '11:30' },
        ...{ withStandingItems: false, ...input },
      };
      const { meeting } = await ask<{ meeting: Item }>(
        'createMeeting',
        'CreateMeetingInput',
        asked,
        'meeting { id version }',
      );
      return meeting.id;
    },
    item: async (meetingId: string, title: string, input: object = {}, by = world.anna): Promise<Item> => {
      const { agendaItem } = await ask<{ agendaItem: Item }>(
        'createAgendaItem',
        'CreateAgendaItemInput',
        { meetingId, title, minutes: 10, ...input },
        'agendaItem { id version }',
        by,
      );
      return agendaItem;
    },
    verb: (verb: string, type: string, input: object, by = world.anna) =>
      ask<{ agendaItem: Item }>(verb, type, input, 'agendaItem { id version }', by),
    planned: async (meetingId: string, title: string, input: object = {}): Promise<string> => {
      const { forwardPlanEntry } = await ask<{ forwardPlanEntry: Item }>(
        'createForwardPlanEntry',
        'CreateForwardPlanEntryInput',
        { boardIds: [world.boardId], meetingId, title, minutes: 20, ...input },
        'forwardPlanEntry { id version }',
      );
      return forwardPlanEntry.id;
    },
    open: async (who: string, meetingId: string, options: BrowserContextOptions = {}): Promise<Page> => {
      const page = await signedInPage(world.browser, world.app, `${who}@example.org`, {
        viewport: { width: 1280, height: 900 },
        ...options,
      });
      await page.goto(`${world.app.url}/meetings/${meetingId}`);
      await page.getByRole('heading', { level: 2, name: 'Agenda' }).waitFor();
      return page;
    },
  };
}

export const row = (page: Page, title: string) =>
  page.getByRole('article', { name: new RegExp(`: ${title}$`) });
export const dialog = (page: Page) => page.getByRole('dialog').last();

const PARTS =
  '.agenda-number, .agenda-time, .agenda-title .edit-value, .agenda-title > span:not(:has(.edit-value, input)), .agenda-title input';
const LINES = `[...document.querySelectorAll('.agenda-row')].map((row) =>
  [...row.querySelectorAll('${PARTS}')].map((part) => part.value === undefined ? part.textContent : '[' + part.value + ']').join(' '))`;

/** The agenda as it is on the screen: number, time and title of each row; what is being typed in brackets. */
export const agendaOn = (page: Page): Promise<string[]> => page.evaluate(LINES);

export const chooseInMenu = async (page: Page, title: string, entry: string | RegExp): Promise<void> => {
  await page.getByRole('button', { name: `What to do with “${title}”` }).click();
  await page.getByRole('menuitem', { name: entry }).click();
};
