import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { openBrowser } from '../support/browser.js';
import { startWorld, type World } from '../support/world.js';

export interface PlanWorld extends World {
  planId: string;
  workstreamId: string;
  /** Led by Northmoor Council. */
  hub: string;
  /** Below it, led by Northmoor Council. */
  website: string;
  /** Led by Southmere Trust, and needed by the hub. */
  records: string;
  /** Nobody leads it, and its date cannot be read. */
  gap: string;
}

/** For the tests of a file: such a plan, and a browser whose pages are closed after each of them. */
export function inPlanWorld(begin: (world: PlanWorld, browser: Browser) => void): void {
  let world: PlanWorld;
  let browser: Browser;
  beforeAll(async () => {
    world = await startPlanWorld();
    browser = await openBrowser();
    begin(world, browser);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await world.app.close();
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });
}

/** A small plan with everything in it that a plan can show. */
export async function startPlanWorld(): Promise<PlanWorld> {
  const world = await startWorld();
  const { app, north, south, boardId, partnershipId } = world;
  const { build } = app;
  // The port is only known now, and pages of other origins are refused.
  app.config.publicOrigins.push(app.url);
  const planId = await build.plan(partnershipId, {
    title: 'Joint recruitment plan',
    boardId,
    status: 'ADOPTED',
    adoptedOn: '2018-03-20',
  });
  const workstreamId = await build.workstream(planId, {
    number: '2',
    title: 'Workforce',
    leadOrganisationId: north,
    updateOnActionPlan: 'The recruitment hub opened in May, and the website follows.',
  });
  const second = await build.workstream(planId, { number: '4', title: 'Records', leadOrganisationId: south });
  const due = (asWritten: string, start: string | null, end: string | null, precision: string) => ({
    timingAsWritten: asWritten,
    timingStart: start,
    timingEnd: end,
    timingPrecision: precision,
  });
  const hub = await build.action(workstreamId, {
    ownerId: north,
    reference: 'B12',
    title: 'Open a recruitment hub for the whole system',
    expectedOutcome: 'One place to apply, whoever the employer is',
    status: 'GREEN',
    ...due('Sep-18', '2018-09-01', '2018-09-30', 'MONTH'),
  });
  const website = await build.action(workstreamId, {
    ownerId: north,
    parentId: hub,
    reference: 'B12.1',
    title: 'Put up one website for all vacancies',
    status: 'GREEN',
    ...due('By 2031', null, '2031-12-31', 'YEAR'),
  });
  const records = await build.action(second, {
    ownerId: south,
    reference: 'C2',
    title: 'Let records follow people between employers',
    status: 'GREEN',
    ...due('Spring 2032', '2032-03-01', '2032-05-31', 'SEASON'),
  });
  const gap = await build.action(workstreamId, {
    reference: 'B13',
    title: 'Agree what agency staff are paid',
    status: 'RED',
    ...due('when the review reports', null, null, 'NOT_UNDERSTOOD'),
  });
  await world.northLead.ok(
    `mutation ($input: ProposeCrossReferenceInput!) { proposeCrossReference(input: $input) { crossReference { id } } }`,
    { input: { fromId: website, toId: records, kind: 'DEPENDS_ON' } },
  );
  await world.southEditor.ok(
    `mutation ($input: ReportUpdateInput!) { reportUpdate(input: $input) { update { id } } }`,
    {
      input: {
        actionId: records,
        organisationId: south,
        period: '2026-10-01',
        narrative:
          'The supplier has shown a first version to all partners. Two of them still lack the licences.',
        status: 'GREEN',
      },
    },
  );
  return { ...world, planId, workstreamId, hub, website, records, gap };
}
