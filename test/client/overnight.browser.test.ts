import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { FOR_BROWSERS, openBrowser, signedInPage, troublesOf } from '../support/browser.js';

/** A page that stays open overnight is as true in the morning as one that is opened then. */

const EVENING = new Date('2026-06-15T22:30:00Z');
const MORNING = new Date('2026-06-16T07:00:00Z');
/** Every server looks at the clock within seconds; an open page within a minute. */
const A_LOOK = { timeout: 45_000 };

let time = EVENING;
let app: TestApp;
let browser: Browser;
let partnershipId: string;
let planId: string;

beforeAll(async () => {
  app = await startApp(FOR_BROWSERS, () => time);
  browser = await openBrowser();
  const { build } = app;
  partnershipId = await build.partnership();
  const council = await build.organisation(partnershipId, { name: 'Council' });
  await build.person(partnershipId, { email: 'editor@council', organisationId: council });
  planId = await build.plan(partnershipId, { startsOn: '2026-04-01', endsOn: '2027-03-31' });
  const workstreamId = await build.workstream(planId, { number: '1', leadOrganisationId: council });
  await build.action(workstreamId, {
    ownerId: council,
    reference: 'A1',
    title: 'Agree the model',
    timingAsWritten: '15 June 2026',
    timingEnd: '2026-06-15',
    timingPrecision: 'DAY',
  });
  await build.inPartnership('risks', partnershipId, {
    planId,
    event: 'It may not be agreed',
    reviewOn: '2026-06-15',
  });
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

test('the plan shows what came to be overdue, in the row and in the count', async () => {
  const begun = () => app.build.sql(`select 1 from days_begun where partnership_id = $1`, [partnershipId]);
  await expect.poll(begun, A_LOOK).toHaveLength(1);
  const page = await signedInPage(browser, app, 'editor@council');
  const risks = await signedInPage(browser, app, 'editor@council');
  await risks.clock.install({ time: EVENING });
  await Promise.all([page.goto(`${app.url}/plans/${planId}`), risks.goto(`${app.url}/risks`)]);
  const row = page.getByRole('row', { name: /Agree the model/ });
  await row.waitFor();
  await risks.getByText('It may not be agreed').waitFor();
  expect(await row.innerText()).not.toContain('Overdue');
  expect(await risks.getByText('Overdue', { exact: true }).count()).toBe(0);

  time = MORNING;
  await expect.poll(() => row.innerText(), A_LOOK).toContain('Overdue');
  await expect.poll(() => page.getByText('1 overdue').count(), A_LOOK).toBeGreaterThan(0);
  // What a page works out from the day itself turns by its own clock.
  await risks.clock.fastForward('09:00:00');
  await expect.poll(() => risks.getByText('Overdue', { exact: true }).count(), A_LOOK).toBeGreaterThan(0);
  expect([...troublesOf(page), ...troublesOf(risks)]).toEqual([]);
  await page.context().close();
  await risks.context().close();
});
