import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FOR_BROWSERS, openBrowser, signedInPage, troublesOf } from '../support/browser.js';
import { startWorld, type World } from '../support/world.js';

const GATHERED_MS = 2_000;
const CREATE = 'mutation ($input: CreateRiskInput!) { createRisk(input: $input) { risk { id } } }';
const SCORE = 'mutation ($input: ScoreRiskInput!) { scoreRisk(input: $input) { risk { id } } }';

let world: World;
let browser: Browser;
let planId = '';
const risks: Record<string, string> = {};
const boards: Record<string, string> = {};

beforeAll(async () => {
  world = await startWorld(FOR_BROWSERS);
  browser = await openBrowser();
  const { build } = world.app;
  planId = await build.plan(world.partnershipId, { title: 'Winter plan', status: 'ADOPTED' });
  const workstreamId = await build.workstream(planId, { number: '1', leadOrganisationId: world.north });
  for (const reference of ['R1', 'R2']) {
    const input = {
      planId,
      workstreamId,
      reference,
      event: 'The heating may fail',
      current: { likelihood: 1, impact: 3 },
    };
    const { createRisk } = await world.northLead.ok<{ createRisk: { risk: { id: string } } }>(CREATE, {
      input,
    });
    risks[reference] = createRisk.risk.id;
  }
  for (const name of ['Estates Group', 'Winter Group'])
    boards[name] = await build.board(world.partnershipId, { name });
});
afterAll(async () => {
  await browser?.close();
  await world?.app.close();
});

interface Following {
  page: Page;
  /** Resolves once the page was told so much of an item. */
  told: (kind: string, itemId: string | undefined) => Promise<void>;
  spoken: () => Promise<string>;
}

/** A page whose clock stands still, so that what waits to be said waits until the clock is moved on. */
async function follow(path: string, shows: string): Promise<Following> {
  const page = await signedInPage(browser, world.app, 'southeditor@example.org');
  const frames: string[] = [];
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => {
      frames.push(String(payload));
    });
  });
  await page.clock.install();
  await page.goto(`${world.app.url}${path}`);
  await page.getByText(shows).first().waitFor();
  await expect.poll(() => page.locator('.connection').innerText(), { timeout: 5_000 }).toBe('Live');
  const heard = (kind: string, itemId = '') =>
    frames.some((frame) => frame.includes(`"kind":"${kind}"`) && frame.includes(itemId));
  return {
    page,
    told: async (kind, itemId) => {
      await expect.poll(() => heard(kind, itemId), { timeout: 10_000 }).toBe(true);
    },
    spoken: async () => (await page.getByTestId('announcer').textContent()) ?? '',
  };
}

const stopClock = async (page: Page) => page.clock.pauseAt(Number(await page.evaluate('Date.now()')) + 1_000);

const spokenAfter = async (page: Page, spoken: () => Promise<string>): Promise<string> => {
  await page.clock.runFor(GATHERED_MS);
  return spoken();
};

const withdrawFrom = async (table: 'risks' | 'boards', id: string | undefined) => {
  const { build } = world.app;
  const audience = await build.audience(world.partnershipId, 'ORGANISATIONS', [world.north]);
  const own = table === 'risks' ? ', own_audience_id = $2' : '';
  await build.sql(`update ${table} set audience_id = $2${own} where id = $1`, [id, audience]);
};

async function score(reference: string, impact: number): Promise<void> {
  const id = risks[reference] ?? '';
  const { version } = await world.app.build.row('risks', id);
  const input = { id, expectedVersion: version, current: { likelihood: 5, impact } };
  await world.northLead.ok(SCORE, { input });
}

const rename = (name: string, to: string) =>
  world.app.build.sql('update boards set name = $2 where id = $1', [boards[name], to]);

describe('what is said aloud of what others do', () => {
  test('holds no word of a risk that was restricted a moment later, and goes on with what is left', async () => {
    const { page, told, spoken } = await follow('/risks', 'The heating may fail');
    await stopClock(page);
    await score('R2', 5);
    await told('UPDATED', risks['R2']);
    await withdrawFrom('risks', risks['R2']);
    await told('REMOVED', risks['R2']);
    expect(await spokenAfter(page, spoken)).toBe('');
    await score('R1', 4);
    await told('UPDATED', risks['R1']);
    await expect
      .poll(() => spokenAfter(page, spoken))
      .toBe('Risk R1 is now Extreme, 20, by Northmoor Council');
    expect(troublesOf(page)).toEqual([]);
    await page.context().close();
  });

  test('holds no word of a board that was restricted a moment later, and goes on with what is left', async () => {
    const { page, told, spoken } = await follow('/boards', 'Winter Group');
    await stopClock(page);
    await rename('Winter Group', 'Closure Group');
    await told('UPDATED', boards['Winter Group']);
    await withdrawFrom('boards', boards['Winter Group']);
    await told('REMOVED', boards['Winter Group']);
    expect(await spokenAfter(page, spoken)).toBe('');
    await rename('Estates Group', 'Homes Group');
    await told('UPDATED', boards['Estates Group']);
    await expect.poll(() => spokenAfter(page, spoken)).toMatch(/^Homes Group was changed by /);
    expect(troublesOf(page)).toEqual([]);
    await page.context().close();
  });
});
