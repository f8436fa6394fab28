import type { Browser, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axe, overflowsSideways, signedInPage, troublesOf } from '../support/browser.js';
import { inPlanWorld, type PlanWorld } from './plan.world.js';

const PROPOSE = `mutation ($input: ProposeCrossReferenceInput!) {
  proposeCrossReference(input: $input) { crossReference { id version } } }`;
const CONFIRM = `mutation ($input: ItemVersionInput!) {
  confirmCrossReference(input: $input) { crossReference { id } } }`;

let world: PlanWorld;
let browser: Browser;
inPlanWorld(async (begun, opened) => {
  [world, browser] = [begun, opened];
});

async function propose(fromId: string, toId: string, kind = 'DEPENDS_ON') {
  const { proposeCrossReference } = await world.northLead.ok<{
    proposeCrossReference: { crossReference: { id: string; version: number } };
  }>(PROPOSE, { input: { fromId, toId, kind } });
  return proposeCrossReference.crossReference;
}

const section = (page: Page, name: RegExp) => page.getByRole('region', { name });
const open = async (path = `/plans/${world.planId}/health`, options = {}): Promise<Page> => {
  const page = await signedInPage(browser, world.app, 'northviewer@example.org', options);
  await page.goto(`${world.app.url}${path}`);
  await page.getByRole('list', { name: 'What was found' }).waitFor();
  return page;
};

describe('the health of a plan’s cross-references', () => {
  test('is reached from the plan and from the map', async () => {
    const page = await signedInPage(browser, world.app, 'northviewer@example.org');
    for (const from of ['', '/map']) {
      await page.goto(`${world.app.url}/plans/${world.planId}${from}`);
      await page.getByRole('link', { name: 'Health of cross-references' }).click();
      await page.getByRole('heading', { name: 'Health of cross-references', level: 1 }).waitFor();
      expect(new URL(page.url()).pathname).toBe(`/plans/${world.planId}/health`);
    }
    expect(troublesOf(page)).toEqual([]);
  });

  test('says what is amiss in sentences, with the way to each action, and whom it concerns', async () => {
    const { app, partnershipId, gap, hub, south } = world;
    const unitId = await app.build.public('accountable_business_units', partnershipId, {
      ...{ name: 'Workforce unit', hostOrganisationId: south },
    });
    await app.build.owner('Action', hub, { role: 'JOINT', abuId: unitId, organisationId: south });
    await propose(hub, gap);
    const page = await open();
    await section(page, /^Not agreed yet/)
      .getByText('WS2 B12.1 names WS4 C2, and this is not agreed yet.')
      .waitFor();
    const late = section(page, /^Needed before it is due/);
    await late
      .getByText('WS4 C2 is due by 31 May 2032, but WS2 B12.1 needs it by 31 December 2031.')
      .waitFor();
    await section(page, /^Needed, and nobody answers for it/)
      .getByText('Nobody answers for WS2 B13, and WS2 B12 counts on it.')
      .waitFor();
    expect(await section(page, /^Waiting for one another|^Leading nowhere|^Said at one end/).count()).toBe(0);
    const link = late.getByRole('link', { name: 'WS4 C2 Let records follow people between employers' });
    expect(await link.getAttribute('href')).toBe(`/plans/${world.planId}/actions/${world.records}`);
    const organisations = page.getByRole('table', { name: 'Organisations' });
    await expect
      .poll(() => organisations.getByRole('row', { name: /Southmere Trust/ }).innerText())
      .toContain('1 not agreed yet, 1 without an owner and 1 needed before due');
    await page.getByRole('table', { name: 'Boards' }).waitFor();
    const unit = page.getByRole('table', { name: 'Accountable business units' }).getByRole('link');
    expect(await unit.getAttribute('href')).toBe(`/abus/${unitId}`);
    expect(troublesOf(page)).toEqual([]);
  });

  test('is asked again when a cross-reference is made and answered by somebody else', async () => {
    const page = await open();
    await page.waitForTimeout(500);
    const second = await propose(world.website, world.records, 'RELATES_TO');
    const sentences = section(page, /^Not agreed yet/).getByText(
      'WS2 B12.1 names WS4 C2, and this is not agreed yet.',
    );
    await expect.poll(() => sentences.count()).toBe(2);
    await world.southEditor.ok(CONFIRM, { input: { id: second.id, expectedVersion: second.version } });
    await expect.poll(() => sentences.count()).toBe(1);
  });

  test('can be read for one organisation, whose address can be passed on, and for the whole partnership', async () => {
    const { app, partnershipId, workstreamId } = world;
    const far = await app.build.organisation(partnershipId, { name: 'Fellside Council' });
    const theirs = await app.build.action(workstreamId, {
      ownerId: far,
      reference: 'F1',
      title: 'Lend two staff',
    });
    await propose(world.hub, theirs, 'RELATES_TO');
    const page = await open();
    await page.getByRole('combobox', { name: 'Organisation' }).fill('Fell');
    await page.getByRole('option', { name: 'Fellside Council' }).click();
    await page.getByText('WS2 B12 names WS2 F1, and this is not agreed yet.').waitFor();
    await expect.poll(() => page.locator('.health-finding').count()).toBe(1);
    const shared = new URL(page.url());
    expect(shared.searchParams.get('organisation')).toBe(far);
    await page.goto(shared.href);
    await expect.poll(() => page.locator('.health-finding').count()).toBe(1);
    await page.getByRole('link', { name: 'All plans' }).click();
    await page.getByText('between the actions of all plans').waitFor();
    await section(page, /^Needed before it is due/).waitFor();
  });

  test('says so where there is nothing to put right, and where the plan is not the reader’s to see', async () => {
    const { app, partnershipId } = world;
    const empty = await app.build.plan(partnershipId, { title: 'A new plan' });
    const page = await signedInPage(browser, app, 'northviewer@example.org');
    await page.goto(`${app.url}/plans/${empty}/health`);
    await page.getByText('Nothing to put right').waitFor();
    await page.goto(`${app.url}/plans/00000000-0000-4000-8000-000000000000/health`);
    await page.getByRole('link', { name: 'Go to the plans' }).waitFor();
    expect(await page.locator('.health-finding').count()).toBe(0);
  });

  test.each(['light', 'dark'] as const)('keeps to WCAG 2.2 AA, in a %s theme', async (colorScheme) => {
    const page = await open(undefined, { colorScheme });
    expect(await axe(page)).toEqual([]);
  });

  test('can be read on a narrow screen', async () => {
    const page = await open(undefined, { viewport: { width: 320, height: 640 } });
    expect(await overflowsSideways(page)).toBe(false);
    expect(await axe(page)).toEqual([]);
  });
});

describe('what may be the same work in another plan', () => {
  test('is offered at an action to whoever may propose it, with the words in common, and proposed', async () => {
    const { app, partnershipId, hub, planId } = world;
    const other = await app.build.workstream(await app.build.plan(partnershipId, { title: 'Place plan' }), {
      number: '7',
    });
    for (let n = 0; n < 12; n++)
      await app.build.action(other, { title: `Agree step ${n} with the partners` });
    await app.build.action(other, { reference: 'D4', title: 'A system recruitment hub that is open to all' });
    const panel = async (who: string) => {
      const page = await signedInPage(browser, app, `${who}@example.org`);
      await page.goto(`${app.url}/plans/${planId}/actions/${hub}`);
      await page.getByRole('tab', { name: /Cross-references/ }).click();
      await page.getByText('needs').first().waitFor();
      return page;
    };
    const page = await panel('northlead');
    const offer = section(page, /^Possibly the same work as WS2 B12/);
    await offer.getByText(/In Place plan\. Both say .*“recruitment”/).waitFor();
    expect(await axe(page)).toEqual([]);
    const colleague = await panel('northeditor');
    const theirs = section(colleague, /^Possibly the same work as WS2 B12/);
    await theirs.waitFor();
    await offer.getByRole('button', { name: 'Not the same work: WS7 D4' }).press('Enter');
    await offer.getByRole('textbox', { name: /Why is it not/ }).fill('Theirs is for teachers.');
    expect(await axe(page)).toEqual([]);
    await offer.getByRole('button', { name: 'Not the same work', exact: true }).press('Enter');
    await offer.waitFor({ state: 'detached' });
    await theirs.waitFor({ state: 'detached' });
    await colleague.getByText('Not the same work (1)').click();
    await colleague.getByText('“Theirs is for teachers.”').waitFor();
    await colleague.getByText(/In Place plan\. .*Northmoor Council/).waitFor();
    await colleague.getByRole('button', { name: 'Take back that WS7 D4 is not the same work' }).click();
    await colleague.getByText('Not the same work (1)').waitFor({ state: 'detached' });
    await theirs.waitFor();

    await offer.getByRole('button', { name: 'Propose that it is the same work' }).click();
    await offer.waitFor({ state: 'detached' });
    await page.getByText('is part of the same work as').waitFor();
    expect(troublesOf(page)).toEqual([]);
    const reader = await panel('northviewer');
    expect(await section(reader, /^Possibly the same work/).count()).toBe(0);
  });
});
