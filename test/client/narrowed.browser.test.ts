import type { Browser, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { signedInPage, troublesOf } from '../support/browser.js';
import { inPlanWorld, type PlanWorld } from './plan.world.js';

/** Promise 5 in the page: what another organisation keeps to itself is gone from every screen at once, and from what the page remembers. */
const WORDS = 'Numbat recruitment for the whole moor';

let world: PlanWorld;
let browser: Browser;
inPlanWorld((here, opened) => {
  world = here;
  browser = opened;
});

/** An action of Northmoor Council’s, owned by both, with a promise to one of Southmere’s and a remark. */
async function anAction(): Promise<string> {
  const { app, north, south, records } = world;
  const id = await app.build.action(world.workstreamId, { ownerId: north, reference: 'Z1', title: WORDS });
  await app.build.owner('Action', id, { organisationId: south, role: 'JOINT' });
  const input = { fromId: id, toId: records, kind: 'DEPENDS_ON', note: WORDS };
  await world.northLead.ok(
    `mutation ($input: ProposeCrossReferenceInput!) { proposeCrossReference(input: $input) { crossReference { id } } }`,
    { input },
  );
  return id;
}

async function keepToItself(table: 'actions' | 'workstreams', id: string): Promise<void> {
  const { version } = await world.app.build.row(table, id);
  const [verb, item] =
    table === 'actions' ? ['restrictAction', 'action'] : ['restrictWorkstream', 'workstream'];
  const audience = { kind: 'ORGANISATIONS', organisationIds: [world.north] };
  await world.northLead.ok(
    `mutation ($input: RestrictInput!) { ${verb}(input: $input) { ${item} { id } } }`,
    {
      input: { id, expectedVersion: version, audience },
    },
  );
}

async function open(path: string): Promise<Page> {
  const page = await signedInPage(browser, world.app, 'southeditor@example.org', {
    viewport: { width: 1280, height: 900 },
  });
  await page.goto(`${world.app.url}${path}`);
  return page;
}

/** In the page: whether the words stand anywhere, to be read, as typed, or for a reader of the screen. */
const SHOWS = `[document.documentElement.outerHTML, document.title,
  ...[...document.querySelectorAll('input, textarea')].map(({ value }) => value)].some((text) => text.includes('${WORDS}'))`;
const shows = (page: Page): Promise<boolean> => page.evaluate<boolean>(SHOWS);
const isShown = (page: Page): Promise<void> => expect.poll((): Promise<boolean> => shows(page)).toBe(true);
const isGone = (page: Page): Promise<void> =>
  expect.poll((): Promise<boolean> => shows(page), { timeout: 1_000, interval: 50 }).toBe(false);

const planPath = () => `/plans/${world.planId}`;

/** Where nothing that the page asks from then on is answered: it forgets by itself, not because of the next answer. */
const leaveUnanswered = (): void => {};

test.each([
  ['the plan', (): string => planPath()],
  ['the plan, searched', (): string => `${planPath()}?text=Numbat`],
  ['what waits for an answer', (): string => '/'],
] as const)('leaves %s within a second, without asking for the page anew', async (_, path) => {
  const id = await anAction();
  const page = await open(path());
  await isShown(page);
  await page.evaluate('window.isSamePage = true');
  await page.route('**/graphql', leaveUnanswered);
  await keepToItself('actions', id);
  await isGone(page);
  expect(await page.evaluate('window.isSamePage')).toBe(true);
  expect(troublesOf(page)).toEqual([]);
});

test('leaves its own page, also where one was writing, and does not come back with Back and Forward', async () => {
  const id = await anAction();
  const page = await open(planPath());
  await page.locator('.tree-body .tree-row', { hasText: WORDS }).getByRole('link').first().click();
  const panel = page.getByRole('dialog').first();
  await panel.getByRole('heading', { name: WORDS }).waitFor();
  await panel.getByRole('button', { name: /edit Title of/ }).click();
  await panel.getByRole('textbox', { name: /^Title of/ }).fill(`${WORDS} and beyond`);
  await keepToItself('actions', id);
  await isGone(page);
  await page
    .getByText(/not here, or not yours to see|not yours to see/i)
    .first()
    .waitFor();
  for (const step of ['goBack', 'goForward', 'goBack'] as const) {
    await page[step]();
    await page.getByRole('treegrid', { includeHidden: true }).waitFor();
    expect(await shows(page)).toBe(false);
  }
});

test('takes an open question about it along', async () => {
  const id = await anAction();
  const page = await open(`${planPath()}/actions/${id}`);
  const panel = page.getByRole('dialog').first();
  await panel.getByRole('button', { name: /edit Title of/ }).click();
  const field = panel.getByRole('textbox', { name: /^Title of/ });
  await field.fill('Written by Southmere meanwhile');
  const input = { id, expectedVersion: 1, title: `${WORDS}, as Northmoor has it` };
  await world.northLead.ok(
    `mutation ($input: UpdateActionInput!) { updateAction(input: $input) { action { id } } }`,
    { input },
  );
  await field.press('Enter');
  const question = page.getByRole('dialog', { name: /was changed while you were writing/ });
  await question.getByText(String(input.title)).first().waitFor();
  await keepToItself('actions', id);
  await isGone(page);
  await question.waitFor({ state: 'detached' });
});
