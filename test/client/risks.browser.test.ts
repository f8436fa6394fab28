import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  axe,
  FOR_BROWSERS,
  openBrowser,
  overflowsSideways,
  signedInPage,
  troublesOf,
} from '../support/browser.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let browser: Browser;
let planId = '';
const ids: Record<string, string> = {};

interface Made {
  createRisk: { risk: { id: string } };
}
const CREATE = 'mutation ($input: CreateRiskInput!) { createRisk(input: $input) { risk { id } } }';
const SCORE = 'mutation ($input: ScoreRiskInput!) { scoreRisk(input: $input) { risk { id } } }';

beforeAll(async () => {
  world = await startWorld(FOR_BROWSERS);
  browser = await openBrowser();
  const { build } = world.app;
  planId = await build.plan(world.partnershipId, { title: 'Winter plan', status: 'ADOPTED' });
  const frontDoor = await build.workstream(planId, {
    number: '1',
    title: 'Front door',
    leadOrganisationId: world.north,
  });
  ids['B1'] = await build.action(frontDoor, {
    reference: 'B1',
    title: 'Open the ward',
    ownerId: world.north,
  });
  await build.action(frontDoor, { reference: 'B2', title: 'Close the other ward', ownerId: world.north });
  const add = async (reference: string, words: object) => {
    const input = { planId, workstreamId: frontDoor, reference, ...words };
    ids[reference] = (await world.northLead.ok<Made>(CREATE, { input })).createRisk.risk.id;
  };
  await add('R1', {
    cause: 'Two posts are vacant',
    event: 'B1 and B9 may not be delivered',
    effect: 'Patients wait',
    controls: 'A weekly call',
    reviewOn: '2019-01-31',
    inherent: { likelihood: 5, impact: 5 },
    current: { likelihood: 4, impact: 4 },
    target: { likelihood: 2, impact: 2 },
    owners: [{ role: 'ACCOUNTABLE', organisationId: world.north }],
  });
  await add('R2', { event: 'The heating may fail', current: { likelihood: 1, impact: 3 } });
});
afterAll(async () => {
  await browser?.close();
  await world?.app.close();
});

const open = async (email: string, path = '/risks', options = {}): Promise<Page> => {
  const page = await signedInPage(browser, world.app, email, options);
  await page.goto(`${world.app.url}${path}`);
  await page.getByRole('heading', { level: 1, name: 'Risks' }).waitFor({ state: 'attached' });
  return page;
};
const rows = (page: Page) => page.getByRole('table', { name: 'Risks' }).locator('tbody tr');
const panel = (page: Page) => page.getByRole('dialog');

describe('the register', () => {
  test('lists the highest score first, marks an overdue review, and is narrowed in the address', async () => {
    const page = await open('southeditor@example.org');
    await rows(page).first().waitFor();
    const [first, second] = await rows(page).allInnerTexts();
    expect(first).toMatch(/R1[\s\S]*Extreme, 16[\s\S]*Moderate, 4/);
    expect(first).toMatch(/31 Jan 2019\s*Overdue/);
    expect(second).toMatch(/R2[\s\S]*Low, 3/);
    await page.getByRole('searchbox', { name: 'Find a risk' }).fill('heating');
    await expect.poll(() => rows(page).count()).toBe(1);
    await expect.poll(() => new URL(page.url()).search).toBe('?text=heating');
    await page.goto(`${world.app.url}/risks?min=15`);
    await expect.poll(() => rows(page).count()).toBe(1);
    await expect.poll(() => rows(page).first().innerText()).toContain('R1');
    expect(troublesOf(page)).toEqual([]);
    await page.context().close();
  });

  test('shows each risk in its square of the matrix', async () => {
    const page = await open('southeditor@example.org', '/risks?view=matrix');
    const likely = page.getByRole('row', { name: /^4 Likely/ });
    await likely.getByRole('link', { name: /^R1 / }).waitFor();
    await expect.poll(() => likely.getByRole('cell').nth(3).innerText()).toMatch(/Extreme 16\s*R1/);
    await expect
      .poll(() =>
        page
          .getByRole('row', { name: /^1 Rare/ })
          .getByRole('cell')
          .nth(2)
          .innerText(),
      )
      .toMatch(/Low 3\s*R2/);
    await page.context().close();
  });

  test('takes another’s score without being asked', async () => {
    const page = await open('southeditor@example.org');
    const row = rows(page).filter({ hasText: 'R2' });
    await row.waitFor();
    await page.waitForTimeout(500);
    const { version } = await world.app.build.row('risks', ids['R2'] ?? '');
    const input = { id: ids['R2'], expectedVersion: version, current: { likelihood: 5, impact: 5 } };
    await world.northLead.ok(SCORE, { input });
    await row.getByText('Extreme, 25').waitFor({ timeout: 1_500 });
    await expect.poll(async () => (await rows(page).allInnerTexts())[0]).toContain('R2');
    await expect
      .poll(() => page.getByTestId('announcer').innerText())
      .toContain('Risk R2 is now Extreme, 25, by Northmoor Council');
    await page.context().close();
  });
});

describe('the panel of a risk', () => {
  test('says cause, event and effect, the scores in words, and what its words name and do not', async () => {
    const page = await open('southeditor@example.org');
    await page.getByRole('link', { name: 'B1 and B9 may not be delivered' }).click();
    await expect.poll(() => new URL(page.url()).pathname).toBe(`/risks/${ids['R1']}`);
    await panel(page).getByText('Patients wait').waitFor();
    const said = await panel(page).innerText();
    for (const words of ['Two posts are vacant', 'Patients wait', 'A weekly call', 'likely (4) × major (4)'])
      expect(said).toContain(words);
    expect(await panel(page).getByRole('button', { name: 'Score', exact: true }).count()).toBe(0);
    await panel(page)
      .getByRole('tab', { name: /Actions it names/ })
      .click();
    await expect
      .poll(() => panel(page).getByRole('link', { name: 'WS1 B1' }).getAttribute('href'))
      .toBe(`/plans/${planId}/actions/${ids['B1']}`);
    const unknown = panel(page).getByRole('listitem').filter({ hasText: 'Not recognised' });
    await expect.poll(() => unknown.innerText()).toContain('Workstream 1 has no B9');
    await page.keyboard.press('Escape');
    await expect.poll(() => new URL(page.url()).pathname).toBe('/risks');
    await page.context().close();
  });

  test('lets its keepers score it, and asks when somebody else scored it meanwhile', async () => {
    const page = await open('northlead@example.org', `/risks/${ids['R1']}`);
    await panel(page).getByRole('button', { name: 'Score', exact: true }).click();
    const choose = async (name: string, option: string) => {
      await page.getByRole('button', { name: new RegExp(name) }).click();
      await page.getByRole('option', { name: option }).click();
    };
    await choose('Likelihood, current', '2 Unlikely');
    const { version } = await world.app.build.row('risks', ids['R1'] ?? '');
    await world.northLead.ok(SCORE, {
      input: { id: ids['R1'], expectedVersion: version, current: { likelihood: 5, impact: 4 } },
    });
    await page.getByRole('button', { name: 'Save the scores' }).click();
    await page.getByRole('heading', { name: 'Risk R1 was changed while you were writing' }).waitFor();
    await page.getByText('Keep yours').click();
    await page.getByRole('button', { name: 'Save what I chose' }).click();
    await panel(page).getByRole('region', { name: 'Scores' }).getByText('High, 8').waitFor();
    // The words may stand there before the answer: what counts is what was kept.
    const kept = async () => {
      const row = await world.app.build.row('risks', ids['R1'] ?? '');
      return [row['current_likelihood'], row['current_impact']];
    };
    await expect.poll(kept).toEqual([2, 4]);
    expect(troublesOf(page)).toEqual([]);
    await page.context().close();
  });

  test('takes a mitigation, its rating and a comment', async () => {
    const page = await open('northlead@example.org', `/risks/${ids['R1']}`);
    await panel(page).getByLabel('What else is to be done').fill('Hire two nurses');
    await panel(page).getByLabel(/^Due/).fill('end of March 2027');
    await panel(page).getByRole('button', { name: 'Add the mitigation' }).click();
    const line = panel(page).getByRole('listitem').filter({ hasText: 'Hire two nurses' });
    await line.getByText('Due end of March 2027').waitFor();
    await line.getByRole('button', { name: /^Status of/ }).click();
    await page.getByRole('option', { name: 'Green' }).click();
    await line.getByText('Green').waitFor();
    await panel(page)
      .getByRole('tab', { name: /Comments/ })
      .click();
    await panel(page).getByLabel('Your comment').fill('Agreed on Monday');
    await panel(page).getByRole('button', { name: 'Comment', exact: true }).click();
    await panel(page).getByRole('listitem').filter({ hasText: 'Agreed on Monday' }).waitFor();
    await panel(page).getByRole('tab', { name: 'History' }).click();
    await panel(page).getByText('Current likelihood:').first().waitFor();
    await page.context().close();
  });

  test('is given owners, and its mitigations others who do them; each is put away and brought back', async () => {
    const page = await open('northlead@example.org', `/risks/${ids['R2']}`);
    const dialog = () => page.getByRole('dialog').last();
    const assign = async (opens: string, saves: string, typed: string, option: RegExp) => {
      await panel(page).getByRole('button', { name: opens }).click();
      await dialog().getByRole('button', { name: 'Add somebody' }).click();
      await dialog()
        .getByRole('combobox', { name: /Who, 1/ })
        .fill(typed);
      await page.getByRole('option', { name: option }).click();
      await dialog().getByRole('button', { name: saves }).click();
    };
    await assign('Say who owns it', 'Save who owns it', 'South', /Southmere Trust/);
    await panel(page).getByText('Southmere Trust accountable').waitFor();

    await panel(page).getByLabel('What else is to be done').fill('Service the boiler');
    await panel(page).getByRole('button', { name: 'Add the mitigation' }).click();
    const line = panel(page).getByRole('listitem').filter({ hasText: 'Service the boiler' });
    await line.getByText('Nobody named').waitFor();
    await assign('Say who does it', 'Save who does it', 'North', /Northmoor Council/);
    await line.getByText('Northmoor Council accountable').waitFor();
    await line.getByRole('button', { name: /edit Due of/ }).click();
    await line.getByRole('textbox', { name: /^Due of/ }).fill('May 2031');
    await page.keyboard.press('Enter');
    await line.getByText('May 2031').waitFor();
    await line.getByRole('button', { name: 'Archive “Service the boiler”' }).click();
    await panel(page).getByText('Archived (1)').click();
    await panel(page).getByRole('button', { name: 'Bring it back' }).click();
    await line.getByText('May 2031').waitFor();

    await panel(page).getByRole('button', { name: 'Archive', exact: true }).click();
    await page.getByRole('button', { name: 'Archive the risk' }).click();
    await panel(page)
      .getByText(/^Archived on/)
      .waitFor();
    await page.goto(`${world.app.url}/risks?status=archived`);
    await rows(page).filter({ hasText: 'The heating may fail' }).getByRole('link').first().click();
    await panel(page).getByRole('button', { name: 'Bring it back' }).click();
    await panel(page).getByRole('button', { name: 'Close the risk' }).waitFor();
    expect(troublesOf(page)).toEqual([]);
    await page.context().close();
  });

  test('lets its keepers say what a name means that was not recognised', async () => {
    const page = await open('northlead@example.org', `/risks/${ids['R1']}`);
    await panel(page)
      .getByRole('tab', { name: /Actions it names/ })
      .click();
    await panel(page).getByRole('button', { name: 'Say what it means' }).click();
    const dialog = page.getByRole('dialog').last();
    await dialog.getByRole('combobox', { name: /What these words mean/ }).pressSequentially('Close the');
    await page.getByRole('option', { name: /Close the other ward/ }).click();
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await panel(page).getByRole('link', { name: 'WS1 B2' }).waitFor();
    await expect.poll(() => panel(page).getByText('Not recognised').count()).toBe(0);
    await page.context().close();
  });

  test('is made in a workstream, and opens at once', async () => {
    const page = await open('northlead@example.org');
    await page.getByRole('button', { name: 'Add a risk' }).click();
    await page.getByLabel('Event').fill('The lift may stop');
    await page.getByRole('button', { name: 'Add the risk' }).click();
    await page.getByRole('heading', { level: 2, name: 'The lift may stop' }).waitFor();
    await page.keyboard.press('Escape');
    await rows(page).filter({ hasText: 'The lift may stop' }).waitFor();
    await page.context().close();
  });

  test('is not there for a stranger', async () => {
    const page = await open('stranger@example.org', `/risks/${ids['R1']}`);
    await page.getByText('This is not here, or not yours to see').waitFor();
    expect(await page.content()).not.toContain('Patients wait');
    await page.context().close();
  });
});

test.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 320],
] as const)(
  'the register, its matrix and a panel keep to WCAG 2.2 AA in %s at %i pixels',
  async (colorScheme, width) => {
    const page = await open('northlead@example.org', '/risks', {
      colorScheme,
      viewport: { width, height: 800 },
    });
    await rows(page).first().waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Matrix' }).click();
    await page.getByRole('row', { name: /^5 Almost certain/ }).waitFor();
    expect(await axe(page)).toEqual([]);
    expect(await overflowsSideways(page)).toBe(false);
    await page.goto(`${world.app.url}/risks/${ids['R1']}`);
    await panel(page).getByText('Two posts are vacant').waitFor();
    expect(await axe(page)).toEqual([]);
    expect(troublesOf(page)).toEqual([]);
    await page.context().close();
  },
);
