import type { Browser, Page } from 'playwright-core';
import { vi } from 'vitest';
import { ADD, ASK, type Item, PREPARE, PUBLISH, type Publication, partOf } from '../meetings/publications.js';
import { type Person, startApp, type TestApp } from '../support/app.js';
import { FOR_BROWSERS, newPage, openBrowser, signInContext } from '../support/browser.js';

/**
 * Two boards that meet together on Tuesday 4 May 2027. The Monday before is a bank holiday, so that five clear working
 * days before it papers go out by Friday 23 April; whoever forgot the holiday would say by Monday 26 April.
 */
export const MEETS_ON = '2027-05-04';
export const SPRING = '2027-04-01T09:00:00Z';
export const LAST_DAY = '2027-04-23T15:30:00Z';
export const TOO_LATE = '2027-04-26T08:00:00Z';

export interface CycleWorld {
  app: TestApp;
  browser: Browser;
  partnershipId: string;
  wellbeing: { id: string; name: string };
  trust: { id: string; name: string };
  /** Secretary of the one board, and of the other. */
  anna: Person;
  ben: Person;
  northmoorId: string;
  southmereId: string;
  /** It is that moment from now on, for the server and in every page. */
  itIs(time: string): Promise<void>;
  as(who: string, path: string): Promise<Page>;
  close(): Promise<void>;
}

export async function startCycleWorld(): Promise<CycleWorld> {
  let now = new Date(SPRING);
  const app = await startApp({ LOG_LEVEL: 'error', ...FOR_BROWSERS }, () => now);
  const { build } = app;
  const partnershipId = await build.partnership({ name: 'Tarn and Fell Partnership' });
  const northmoorId = await build.organisation(partnershipId, {
    name: 'Northmoor Council',
    kind: 'COUNTY_COUNCIL',
  });
  const southmereId = await build.organisation(partnershipId, { name: 'Southmere Trust' });
  const aBoard = async (name: string) => ({ name, id: await build.board(partnershipId, { name }) });
  const wellbeing = await aBoard('Northmoor Health and Wellbeing Board');
  const trust = await aBoard('Southmere Trust Board');
  const person = async (name: string, role: string, organisationId: string, boardId?: string) => {
    const email = `${name}@example.org`;
    const id = await build.person(partnershipId, { email, role, organisationId });
    if (boardId) await build.seat(partnershipId, boardId, id, { capacity: 'SECRETARIAT' });
    return app.as(email);
  };
  const anna = await person('anna', 'VIEWER', northmoorId, wellbeing.id);
  const ben = await person('ben', 'VIEWER', southmereId, trust.id);
  await person('nell', 'LEAD', northmoorId);
  await person('sam', 'LEAD', southmereId);
  for (const [secretary, { id: boardId }, profile] of [
    [anna, wellbeing, 'HEALTH_AND_WELLBEING_BOARD'],
    [ben, trust, 'NHS_BODY'],
  ] as const)
    await secretary.ok(
      'mutation ($input: AdoptRuleProfileInput!) { adoptRuleProfile(input: $input) { boardRules { version } } }',
      { input: { boardId, profile } },
    );
  await plansOf(app, { partnershipId, northmoorId, southmereId, wellbeing, trust });
  const browser = await openBrowser();
  return {
    ...{ app, browser, partnershipId, wellbeing, trust, anna, ben, northmoorId, southmereId },
    itIs: async (time) => {
      now = new Date(time);
      for (const context of browser.contexts()) await context.clock.setFixedTime(now);
    },
    as: async (who, path) => {
      const page = await newPage(browser, { viewport: { width: 1280, height: 900 } });
      await page.context().clock.setFixedTime(now);
      await page.addInitScript(COUNTING);
      if (who !== 'nobody') await signInContext(page.context(), app, `${who}@example.org`);
      await page.goto(`${app.url}${path}`);
      return page;
    },
    close: async () => {
      await browser.close();
      await app.close();
    },
  };
}

interface Bodies {
  partnershipId: string;
  northmoorId: string;
  southmereId: string;
  wellbeing: { id: string };
  trust: { id: string };
}

/** Twelve things that the plans propose: six to the one board, six to the other. */
async function plansOf({ build }: TestApp, bodies: Bodies): Promise<void> {
  const { partnershipId, northmoorId, southmereId, wellbeing, trust } = bodies;
  const dates = { status: 'ADOPTED', startsOn: '2026-04-01', endsOn: '2029-03-31' };
  const council = await build.plan(partnershipId, {
    ...{ ...dates, boardId: wellbeing.id, title: 'Joint health and wellbeing strategy' },
  });
  for (const [at, title] of ['Best start in life', 'Healthy homes', 'Ageing well'].entries())
    await build.inPartnership('priorities', partnershipId, {
      ...{ planId: council, number: String(at + 1), title, position: at },
      overseeingBoardIds: [wellbeing.id],
    });
  const risk = (planId: string, event: string, currentLikelihood = 4) =>
    build.inPartnership('risks', partnershipId, {
      ...{ planId, event, currentLikelihood, currentImpact: 5, status: 'OPEN' },
    });
  await risk(council, 'Damp homes are not mended before winter', 5);
  await risk(council, 'Health visitors cannot be recruited');
  await risk(council, 'The grant for falls prevention ends', 3);
  const hospital = await build.plan(partnershipId, {
    ...{ ...dates, boardId: trust.id, title: 'Discharge improvement plan' },
  });
  const strand = await build.workstream(hospital, { number: '1', title: 'Discharge' });
  const action = (reference: string, title: string, ownerId: string, timingEnd: string) =>
    build.action(strand, { reference, title, ownerId, timingEnd });
  const lounge = await action('B1', 'Open the discharge lounge', southmereId, '2027-02-28');
  const homes = await action('B2', 'Place people with care homes', northmoorId, '2027-09-30');
  const transport = await action('B3', 'Run the evening transport', southmereId, '2027-10-31');
  const needs = (fromId: string, toId: string, status: string) =>
    build.inPartnership('cross_references', partnershipId, {
      ...{ planId: hospital, toPlanId: hospital, kind: 'DEPENDS_ON', status },
      ...{ fromType: 'Action', fromId, toType: 'Action', toId },
    });
  await needs(homes, lounge, 'CONFIRMED');
  await needs(homes, transport, 'DISPUTED');
  for (const event of ['Beds run out in January', 'The record system fails', 'Nurses leave', 'A ward closes'])
    await risk(hospital, event);
}

/** Counts what a person does with hand and keyboard, from page to page. */
const COUNTING = `for (const kind of ['click', 'keydown'])
  addEventListener(kind, (event) => {
    // A button pressed by a key tells of a click too: that is one thing done.
    if (!event.isTrusted || event.repeat || (kind === 'click' && event.detail === 0)) return;
    sessionStorage.setItem(kind, String(Number(sessionStorage.getItem(kind) ?? 0) + 1));
  }, { capture: true });`;

/** How many clicks and keys it was since the page was opened. */
export const doneBy = (page: Page): Promise<{ clicks: number; keys: number }> =>
  page.evaluate(
    `({ clicks: Number(sessionStorage.getItem('click')), keys: Number(sessionStorage.getItem('keydown')) })`,
  );

/** A meeting of both boards that is built without pages, item by item; what is restricted is only there if it is wanted. */
export async function quietMeeting(
  { anna, wellbeing, trust }: CycleWorld,
  items: readonly QuietItem[],
): Promise<string> {
  const { createMeeting } = await anna.ok<{ createMeeting: { meeting: Item } }>(
    'mutation ($input: CreateMeetingInput!) { createMeeting(input: $input) { meeting { id version } } }',
    {
      input: {
        ...{ boardIds: [wellbeing.id, trust.id], meetsOn: MEETS_ON, startsAt: '15:00', endsAt: '16:00' },
        ...{ title: 'Extraordinary meeting', withStandingItems: false },
      },
    },
  );
  for (const item of items) await quietItem(anna, createMeeting.meeting.id, item);
  return createMeeting.meeting.id;
}

export interface QuietItem {
  title: string;
  lateReason?: string;
  /** The paragraph it relies on. */
  paragraph?: string;
}

export async function quietItem(by: Person, meetingId: string, item: QuietItem): Promise<void> {
  const { paragraph, ...given } = item;
  const { createAgendaItem } = await by.ok<{ createAgendaItem: { agendaItem: Item } }>(ADD, {
    input: { meetingId, minutes: 15, ...given },
  });
  const { id, version: expectedVersion } = createAgendaItem.agendaItem;
  if (paragraph)
    await by.ok(
      'mutation ($input: RestrictAgendaItemInput!) { restrictAgendaItem(input: $input) { agendaItem { id } } }',
      { input: { id, expectedVersion, exemptionParagraphs: [paragraph] } },
    );
}

/** One prepares, the other publishes. */
export async function publishQuietly({ anna, ben }: CycleWorld, meetingId: string, lateReason?: string) {
  const { preparePublication } = await anna.ok<{ preparePublication: { publication: Item } }>(PREPARE, {
    input: { meetingId },
  });
  const { id } = preparePublication.publication;
  const ask = async () => (await ben.ok<{ publication: Publication }>(ASK, { id })).publication;
  await vi.waitUntil(async () => (await ask()).status === 'PREPARED', { timeout: 60_000, interval: 100 });
  const built = await ask();
  const seen = { expectedVersion: built.version, seenSha256: partOf(built, 'PUBLIC')?.sha256 };
  await ben.ok(PUBLISH, { input: { id, ...seen, ...(lateReason && { lateReason }) } });
  return id;
}
