import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Publishing, startPublishing } from '../meetings/publications.js';
import {
  axe,
  FOR_BROWSERS,
  newPage,
  openBrowser,
  overflowsSideways,
  picture,
  signedInPage,
  troublesOf,
} from '../support/browser.js';

let world: Publishing;
let browser: Browser;
beforeAll(async () => {
  world = await startPublishing(FOR_BROWSERS);
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await world.app.close();
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});

const anAgenda = async (): Promise<string> => {
  const meetingId = await world.aMeeting();
  await world.add(meetingId, 'Winter plan', { section: 'Strategy', summary: 'Beds and staff.' });
  await world.restrict(await world.add(meetingId, 'Sale of the depot'));
  await world.add(meetingId, 'Workforce', { section: 'Delivery' });
  return meetingId;
};
const CREATE = `mutation ($input: CreateForwardPlanEntryInput!) { createForwardPlanEntry(input: $input) { forwardPlanEntry { id } } }`;
const PLAN = `mutation ($input: PrepareForwardPlanInput!) { prepareForwardPlan(input: $input) { publication { id } } }`;
/** A forward plan as everybody reads it: where. */
const aPlan = async (): Promise<string> => {
  const input = {
    ...{ boardIds: [world.boardId], title: 'A bridge', isKeyDecision: true, isForFullCouncil: true },
    ...{
      isConfidential: true,
      exemptionParagraphs: ['3'],
      documents: ['Options'],
      contact: 'democratic.services@example.org',
    },
  };
  await world.secretary.ok(CREATE, { input });
  const { prepareForwardPlan } = await world.secretary.ok<{
    prepareForwardPlan: { publication: { id: string } };
  }>(PLAN, { input: { boardId: world.boardId } });
  const { id } = await world.publish(await world.built(prepareForwardPlan.publication.id));
  return `/public/publications/${id}/forward-plan.html`;
};
const papers = async (who: string, meetingId: string): Promise<Page> => {
  const page = await signedInPage(browser, world.app, `${who}@example.org`);
  await page.goto(`${world.app.url}/meetings/${meetingId}/papers`);
  await page.getByRole('heading', { name: 'Papers', exact: true }).waitFor();
  return page;
};

describe('who is late for a meeting', () => {
  test('is one list, to nudge from; whoever owes something finds it on their Home at once', async () => {
    const meetsOn = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    const meetingId = await world.aMeeting({ meetsOn });
    const presenterIds = [world.personIds['southeditor']];
    await world.add(meetingId, 'Frost plan', {
      purpose: 'DECIDE',
      presenterIds,
      lateReason: 'It cannot wait',
    });
    const owing = await signedInPage(browser, world.app, 'southeditor@example.org');
    await owing.goto(world.app.url);
    const ours = owing.getByRole('region', { name: /^For our boards/ });
    await ours.getByText('Frost plan').waitFor();
    expect(await ours.getByText('nudged today').count()).toBe(0);
    const page = await signedInPage(browser, world.app, 'secretary@example.org');
    await page.goto(`${world.app.url}/meetings/${meetingId}`);
    const late = page.getByRole('region', { name: 'Who is late' });
    await late.getByText('Begin a report').waitFor();
    await page.getByText('1 late', { exact: true }).first().waitFor();
    await late.getByRole('button', { name: 'Nudge them all' }).click();
    await late.getByText('nudged today by secretary').waitFor();
    await ours.getByText('nudged today by secretary').waitFor();
    expect(await late.getByRole('button', { name: 'Nudge southeditor' }).isDisabled()).toBe(true);
    expect(await axe(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await overflowsSideways(page)).toBe(false);
    await picture(page, 'who-is-late');
    expect([...troublesOf(page), ...troublesOf(owing)]).toEqual([]);
  });
});

describe('the papers of a meeting', () => {
  test('one prepares, a second person looks at them as the public will and publishes, and they can be recalled', async () => {
    const meetingId = await anAgenda();
    const secretary = await papers('secretary', meetingId);
    const chair = await papers('chair', meetingId);
    await secretary.getByRole('button', { name: 'Prepare the pack' }).click();
    await secretary.getByText('Somebody else who keeps this meeting').waitFor();
    expect(await secretary.getByRole('button', { name: 'Look at it and publish' }).count()).toBe(0);

    await chair.getByRole('button', { name: 'Look at it and publish' }).click();
    const dialog = chair.getByRole('dialog', { name: 'Publish the papers' });
    await dialog.getByText('I have looked at it').click();
    await dialog.getByRole('button', { name: 'Publish' }).click();
    await dialog.getByText('Open it first').waitFor();
    const [preview] = await Promise.all([
      chair.context().waitForEvent('page'),
      dialog.getByRole('link', { name: 'Open it as the public will see it' }).click(),
    ]);
    await preview.getByRole('heading', { name: /^Agenda: / }).waitFor();
    expect(await preview.content()).not.toContain('Sale of the depot');
    expect(await axe(chair)).toEqual([]);
    await picture(chair, 'publish-dialog');
    await dialog.getByRole('button', { name: 'Publish' }).click();
    await secretary.getByText('Published', { exact: true }).waitFor();
    await secretary.getByRole('button', { name: 'Prepare a supplement' }).waitFor();
    expect(await axe(secretary)).toEqual([]);
    await picture(secretary, 'papers');
    await secretary.setViewportSize({ width: 320, height: 700 });
    expect(await overflowsSideways(secretary)).toBe(false);
    await secretary.emulateMedia({ colorScheme: 'dark' });
    await picture(secretary, 'papers-narrow-dark');

    await chair.getByRole('button', { name: 'Recall' }).click();
    const recalling = chair.getByRole('dialog', { name: 'Recall the papers' });
    await recalling.getByRole('textbox', { name: 'Why' }).fill('It named a patient.');
    await recalling.getByRole('button', { name: 'Recall' }).click();
    await secretary.getByText('It named a patient.').waitFor();
    for (const page of [secretary, chair]) expect(troublesOf(page)).toEqual([]);
  });

  test('whoever publishes is told which reports are to follow, and which go out with something left to put right', async () => {
    const meetingId = await world.aMeeting();
    const begin = async (title: string) => {
      const { id: agendaItemId } = await world.add(meetingId, title);
      const input = { agendaItemId, leadOrganisationId: world.north };
      const { createReport } = await world.secretary.ok<{
        createReport: { report: { id: string; version: number; contentHash: string } };
      }>(
        `mutation ($input: CreateReportInput!) { createReport(input: $input) { report { id version contentHash } } }`,
        { input },
      );
      return createReport.report;
    };
    await begin('Frost plan');
    const { id, version: expectedVersion, contentHash: seenHash } = await begin('Winter beds');
    await world.northLead.ok(
      `mutation ($input: SignOffReportInput!) { signOffReport(input: $input) { report { id } } }`,
      { input: { id, expectedVersion, seenHash, despite: 'The figures come at the meeting' } },
    );
    const secretary = await papers('secretary', meetingId);
    await secretary.getByText('Signed off all the same: The figures come at the meeting').waitFor();
    await secretary.getByRole('button', { name: 'Prepare the pack' }).click();
    const chair = await papers('chair', meetingId);
    await chair.getByRole('button', { name: 'Look at it and publish' }).click();
    const dialog = chair.getByRole('dialog', { name: 'Publish the papers' });
    await dialog.getByText('printed as “Report to follow”').waitFor();
    await dialog.getByRole('listitem').filter({ hasText: 'Frost plan' }).waitFor();
    await dialog.getByText(/Winter beds.*things are left; the reason: The figures come/).waitFor();
    expect(await axe(chair)).toEqual([]);
    await picture(chair, 'publish-dialog-reports');
    await chair.setViewportSize({ width: 320, height: 700 });
    expect(await overflowsSideways(chair)).toBe(false);
    for (const page of [secretary, chair]) expect(troublesOf(page)).toEqual([]);
  });

  test('somebody who does not keep the meeting reads what is published and can do nothing to it', async () => {
    const meetingId = await anAgenda();
    await world.published(meetingId);
    const page = await papers('northlead', meetingId);
    await page.getByText('Published', { exact: true }).waitFor();
    expect(await page.getByRole('main').getByRole('button').count()).toBe(0);
    expect(await page.getByText('For those with a seat').count()).toBe(0);
  });
});

describe('the forward plan of a board', () => {
  test('is prepared below the plan, published by a second person, and both are told at once', async () => {
    await world.secretary.ok(CREATE, { input: { boardIds: [world.boardId], title: 'Flood defences' } });
    const open = async (who: string): Promise<Page> => {
      const page = await signedInPage(browser, world.app, `${who}@example.org`);
      await page.goto(`${world.app.url}/boards/${world.boardId}/forward-plan`);
      await page.getByRole('heading', { name: 'Published', exact: true }).waitFor();
      return page;
    };
    const [secretary, chair] = [await open('secretary'), await open('chair')];
    await secretary.getByRole('button', { name: 'Prepare it for the public' }).click();
    await secretary.getByText('Somebody else who keeps this board').waitFor();
    await chair.getByRole('button', { name: 'Look at it and publish' }).click();
    const dialog = chair.getByRole('dialog', { name: 'Publish the forward plan' });
    const [preview] = await Promise.all([
      chair.context().waitForEvent('page'),
      dialog.getByRole('link', { name: 'Open it as the public will see it' }).click(),
    ]);
    await preview.getByRole('heading', { name: /^Forward plan: / }).waitFor();
    await dialog.getByText('I have looked at it').click();
    await dialog.getByRole('button', { name: 'Publish' }).click();
    await secretary.getByRole('button', { name: 'Prepare the plan anew' }).waitFor();
    expect(await axe(secretary)).toEqual([]);
    await picture(secretary, 'forward-plan-published');
    await secretary.setViewportSize({ width: 320, height: 700 });
    expect(await overflowsSideways(secretary)).toBe(false);
    for (const page of [secretary, chair]) expect(troublesOf(page)).toEqual([]);
  });
});

describe('the public pages', () => {
  test('are clean by axe, keep within 320 pixels, and complain of nothing, in the light and in the dark', async () => {
    const meetingId = await anAgenda();
    // Whose rules say how the public may ask questions.
    await world.adopt('COUNCIL_COMMITTEE');
    const { id } = await world.published(meetingId);
    await world.add(meetingId, 'Estates', { lateReason: 'The roof fell in.' });
    const supplement = await world.published(meetingId);
    const plan = await aPlan();
    const page = await newPage(browser);
    for (const [name, path] of [
      ['forward-plan', plan],
      ['front', '/public'],
      ['board', `/public/boards/${world.boardId}`],
      ['meeting', `/public/meetings/${meetingId}`],
      ['agenda', `/public/publications/${id}/agenda.html`],
      ['supplement', `/public/publications/${supplement.id}/agenda.html`],
      ['older', `/public/publications/${id}`],
      ['newest', `/public/publications/${supplement.id}`],
      ['since', `/public/publications/${supplement.id}/since/${id}`],
    ] as const)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width: colorScheme === 'dark' ? 320 : 1100, height: 800 });
        await page.emulateMedia({ colorScheme });
        await page.goto(`${world.app.url}${path}`);
        expect(await axe(page), path).toEqual([]);
        expect(await overflowsSideways(page), path).toBe(false);
        await picture(page, `public-${name}-${colorScheme}`);
      }
    // Whoever comes to an older version finds the newest, and what changed since they read it.
    await page.goto(`${world.app.url}/public/publications/${id}/agenda.html`);
    await page.getByRole('link', { name: 'Versions and what changed' }).click();
    await page.getByText('Replaced by version 2 of').waitFor();
    await page.getByRole('link', { name: 'What changed since this version' }).click();
    await page.getByRole('heading', { name: /^What changed since version 1 of/ }).waitFor();
    await page.getByRole('link', { name: 'Estates' }).click();
    await page.getByRole('heading', { name: /^\d+\. Estates \(new\)/ }).waitFor();
    await page.goto(`${world.app.url}/public/publications/${supplement.id}/agenda.html`);
    await page.setViewportSize({ width: 800, height: 900 });
    await page.emulateMedia({ media: 'print' });
    await picture(page, 'public-printed');
    expect(troublesOf(page)).toEqual([]);
  });
});
