import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reference } from '../cross-references/two-partners.js';
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

/** Each sees what everybody sees and what is their own: North's, South's, the board's. */
const VIEWERS = ['northeditor@example.org', 'southeditor@example.org', 'chair@example.org'] as const;

beforeAll(async () => {
  world = await startWorld(FOR_BROWSERS);
  browser = await openBrowser();
  const { app, partnershipId, north, south, boardId } = world;
  const { build } = app;
  planId = await build.plan(partnershipId, { title: 'Winter plan', status: 'ADOPTED' });
  const audiences = {
    north: await build.audience(partnershipId, 'ORGANISATIONS', [north]),
    south: await build.audience(partnershipId, 'ORGANISATIONS', [south]),
    board: await build.audience(partnershipId, 'BOARD', [boardId]),
  };
  for (const [number, title, lead] of [
    ['1', 'Front door', north],
    ['2', 'Discharge', south],
    ['3', 'Workforce', south],
  ] as const)
    ids[number] = await build.workstream(planId, { number, title, leadOrganisationId: lead });
  const add = async (key: string, strand: string, owner: string, audience?: string) => {
    ids[key] = await build.action(ids[strand] ?? '', {
      ...{ reference: key, title: `Do ${key}`, ownerId: owner, status: 'AMBER' },
      ...(audience && { audienceId: audience, ownAudienceId: audience }),
    });
  };
  await add('A1', '1', north);
  await add('A2', '1', north, audiences.north);
  await add('B1', '2', south);
  await add('B2', '2', south, audiences.south);
  await add('C1', '3', south);
  await add('C2', '3', south, audiences.board);
  for (const [from, to] of ['A1 B1', 'A1 B2', 'A2 B1', 'A1 C2', 'B1 C1', 'B2 C1', 'C2 B1', 'B1 B2'].map(
    (tie) => tie.split(' '),
  ))
    await reference(app, { fromId: ids[from ?? ''] ?? '', toId: ids[to ?? ''] ?? '', status: 'CONFIRMED' });
});
afterAll(async () => {
  await browser?.close();
  await world?.app.close();
});

const NUMBERS = `query ($within: ID!, $level: MapLevel!) {
  interdependencies(within: $within, level: $level) {
    nodes { id }
    edges { fromId toId kind total strained }
  }
}`;

interface Numbers {
  interdependencies: {
    nodes: { id: string }[];
    edges: { fromId: string; toId: string; total: number; strained: number }[];
  };
}

const open = async (email: string, query: string, options = {}): Promise<Page> => {
  const page = await signedInPage(browser, world.app, email, options);
  await page.goto(`${world.app.url}/plans/${planId}/map?${query}`);
  return page;
};
const attribute = (page: Page, selector: string, name: string): Promise<(string | null)[]> =>
  page
    .locator(selector)
    .evaluateAll(
      (found, wanted) =>
        (found as { getAttribute(name: string): string | null }[]).map((one) => one.getAttribute(wanted)),
      name,
    );
const numbers = (said: readonly (string | null)[]) => said.map((one) => Number(one?.match(/: (\d+)/)?.[1]));

describe.each(VIEWERS)('the map that %s sees', (email) => {
  const asked = async (level: string): Promise<Numbers['interdependencies']> => {
    const person = await world.app.as(email);
    return (await person.ok<Numbers>(NUMBERS, { within: planId, level })).interdependencies;
  };

  test.each(['workstream', 'action'])(
    'holds at the level of %ss, as map, matrix and table, what the API gives them',
    async (level) => {
      const { nodes, edges } = await asked(level.toUpperCase());
      const page = await open(email, `level=${level}&view=map`);
      await page.locator('.react-flow__node').first().waitFor();
      const between = edges.filter(({ fromId, toId }) => fromId !== toId);
      await expect.poll(() => page.locator('.react-flow__edge').count()).toBe(between.length);
      expect((await attribute(page, '.react-flow__node', 'data-id')).sort()).toEqual(
        nodes.map(({ id }) => id).sort(),
      );
      expect((await attribute(page, '.react-flow__edge', 'data-id')).sort()).toEqual(
        between.map(({ fromId, toId }) => `${fromId}~${toId}`).sort(),
      );
      const all = edges.reduce((sum, { total }) => sum + total, 0);
      expect(await page.getByRole('status').allInnerTexts()).toContain(`${all} cross-references shown`);
      const seen = [await page.content()];

      await page.getByRole('tab', { name: 'Table' }).click();
      const opens = '.map-tables [data-opens]';
      await page.locator(opens).first().waitFor();
      expect((await attribute(page, opens, 'data-opens')).sort()).toEqual(
        [...nodes.map(({ id }) => id), ...edges.map(({ fromId, toId }) => `${fromId}~${toId}`)].sort(),
      );
      seen.push(await page.content());

      await page.getByRole('tab', { name: 'Matrix' }).click();
      await page.getByRole('grid').waitFor();
      const cells = numbers(await attribute(page, '.map-cell[aria-disabled="false"]', 'aria-label'));
      expect(cells.sort()).toEqual(edges.map(({ total }) => total).sort());
      seen.push(await page.content());

      const hidden = ['A2', 'B2', 'C2'].filter((key) => !isSeen(email, key));
      expect(hidden.length).toBeGreaterThan(0);
      for (const key of hidden)
        for (const html of seen) {
          expect(html).not.toContain(`Do ${key}`);
          expect(html).not.toContain(ids[key] ?? '?');
        }
      expect(troublesOf(page)).toEqual([]);
      await page.context().close();
    },
  );

  test('says of a place what they may know of it, and nothing of the rest', async () => {
    const { edges } = await asked('WORKSTREAM');
    const page = await open(email, 'view=map');
    const frontDoor = page.locator(`.react-flow__node[data-id="${ids['1']}"]`);
    await frontDoor.focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    const own = edges.filter(({ fromId, toId }) => fromId === ids['1'] && toId !== fromId);
    const total = own.reduce((sum, one) => sum + one.total, 0);
    const words = `WS1 Front door needs ${total === 1 ? 'one thing' : `${total} things`} from ${own.length === 1 ? 'one other' : `${own.length} others`}`;
    await expect.poll(() => page.locator('.map-said').innerText()).toContain(words);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.map-said').innerText()).toBe('');
    await page.context().close();
  });
});

const isSeen = (email: string, key: string): boolean =>
  key === 'A2'
    ? email.startsWith('north')
    : key === 'B2'
      ? !email.startsWith('north')
      : email.startsWith('chair');

describe('what is done on the map', () => {
  const EDITOR = 'northeditor@example.org';
  const node = (page: Page, key: string) => page.locator(`.react-flow__node[data-id="${ids[key]}"]`);
  const spot = async (page: Page, key: string) => {
    const box = await node(page, key).boundingBox();
    if (!box) throw new Error(`${key} is not drawn`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const standing = (page: Page): Promise<unknown> =>
    page.evaluate(
      'Object.fromEntries([...document.querySelectorAll(".react-flow__node")].map((node) => [node.dataset.id, node.style.transform]))',
    );

  test('a place stays where it is dragged, is moved by buttons too, and is put back', async () => {
    const page = await open(EDITOR, 'view=map', { viewport: { width: 1280, height: 1100 } });
    await node(page, '1').waitFor();
    const before = (await standing(page)) as Record<string, string>;
    const from = await spot(page, '1');
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 150, from.y + 20, { steps: 6 });
    await page.mouse.up();
    await expect.poll(() => page.url()).toContain(`pins=${ids['1']}`);
    const { [ids['1'] ?? '']: moved, ...others } = (await standing(page)) as Record<string, string>;
    const { [ids['1'] ?? '']: was, ...othersBefore } = before;
    expect(moved).not.toBe(was);
    expect(others).toEqual(othersBefore);
    // The address keeps it to a tenth of the height of the text.
    const spotOf = (said = '') => said.match(/-?[\d.]+/g)?.map(Number) ?? [];
    const [x = 0, y = 0] = spotOf(moved);
    await page.reload();
    await node(page, '1').waitFor();
    const { [ids['1'] ?? '']: kept, ...othersAfter } = (await standing(page)) as Record<string, string>;
    expect(othersAfter).toEqual(othersBefore);
    expect(Math.hypot((spotOf(kept)[0] ?? 0) - x, (spotOf(kept)[1] ?? 0) - y)).toBeLessThan(2);
    await page.getByRole('button', { name: 'Put WS1 Front door back' }).click();
    await expect.poll(() => standing(page)).toEqual(before);

    await node(page, '2').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Move it right' }).press('Enter');
    await expect
      .poll(async () => ((await standing(page)) as Record<string, string>)[ids['2'] ?? ''])
      .not.toBe(before[ids['2'] ?? '']);
    await page.getByRole('button', { name: 'Put all back' }).press('Enter');
    await expect.poll(() => standing(page)).toEqual(before);
    expect(page.url()).not.toContain('pins=');
    expect(troublesOf(page)).toEqual([]);
    await page.context().close();
  });

  test('a cross-reference is drawn from an own action to another, and from no other', async () => {
    const page = await open(EDITOR, 'level=action&view=map', { viewport: { width: 1400, height: 1200 } });
    await node(page, 'A1').waitFor();
    expect(await page.locator('.map-handle').count()).toBe(2);
    expect(await node(page, 'B1').locator('.map-handle').count()).toBe(0);
    const handle = await node(page, 'A1').locator('.map-handle').boundingBox();
    const to = await spot(page, 'C1');
    if (!handle) throw new Error('No handle');
    await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 8 });
    await page.mouse.up();
    const dialog = page.getByRole('dialog', { name: /^Link from WS1 A1/ });
    await dialog.waitFor();
    expect(await dialog.getByRole('combobox', { name: 'The other' }).inputValue()).toBe('WS3 C1 Do C1');
    expect(await axe(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Propose it' }).click();
    await page
      .locator(`.react-flow__edge[data-id="${ids['A1']}~${ids['C1']}"]`)
      .waitFor({ state: 'attached' });
    await page.context().close();
  });

  test('the same by keyboard alone', async () => {
    const page = await open(EDITOR, 'level=action&view=map');
    await node(page, 'A2').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Link from here to…' }).press('Enter');
    await page.getByText('What is WS1 A2 Do A2 linked to?').waitFor();
    await node(page, 'C1').focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: /^Link from WS1 A2/ });
    await dialog.getByRole('button', { name: 'Propose it' }).press('Enter');
    await page
      .locator(`.react-flow__edge[data-id="${ids['A2']}~${ids['C1']}"]`)
      .waitFor({ state: 'attached' });
    await page.context().close();
  });

  test('the longest chains are listed in words and stand out; what was opened has a frame, also in the picture', async () => {
    const page = await open(EDITOR, `view=map&open=${ids['1']}`);
    const frame = page.getByRole('group', { name: 'Opened in place: WS1 Front door' });
    await frame.waitFor();
    await page.getByText('Longest chains').click();
    await page.locator('.map-chains ul button').first().click();
    await page.locator('.map-chains ol li').first().waitFor();
    expect(await page.locator('.map-chains ol li').first().innerText()).toMatch(/ waits for .* from /);
    await expect.poll(() => page.locator('.map-place.is-dim').count()).toBeGreaterThan(0);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Take the picture along' }).click();
    await page.getByRole('menuitem', { name: 'Copy as an image' }).click();
    const copied = 'navigator.clipboard.read().then((all) => all.flatMap(({ types }) => types))';
    await expect.poll(() => page.evaluate(copied)).toContain('image/png');
    await page.getByRole('button', { name: 'Take the picture along' }).click();
    // As where the page did not come over a secure line.
    await page.evaluate('Object.defineProperty(navigator, "clipboard", { value: undefined })');
    await page.getByRole('menuitem', { name: 'Copy as SVG' }).click();
    await page.getByRole('alertdialog', { name: 'The picture could not be copied' }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.context().close();
  });

  test('is printed on one sheet across, with its day and choice in words, and the table after it', async () => {
    const page = await open(EDITOR, 'view=map&only=strained');
    await node(page, '1').waitFor();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sheets = [...pdf.matchAll(/\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
      ([, width, height]) => Number(width) > Number(height),
    );
    expect(sheets.length).toBe(2);
    expect(sheets.every((isAcross) => isAcross)).toBe(true);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    await page.getByRole('heading', { level: 1, name: 'Map of Winter plan' }).waitFor();
    await page.getByText(/As it stood on .* Workstreams\. Strained only\./).waitFor();
    expect(await page.locator('.map-picture text', { hasText: 'WS1' }).count()).toBeGreaterThan(0);
    expect(await page.getByRole('row', { name: /^WS1 Front door/ }).count()).toBeGreaterThan(0);
    await page.context().close();
  });

  test('fits a phone, light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await open(EDITOR, `view=map&open=${ids['1']}`, {
        colorScheme,
        viewport: { width: 320, height: 800 },
      });
      await page.getByRole('group', { name: /^Opened in place/ }).waitFor();
      await page.getByText('Longest chains').click();
      expect(await axe(page)).toEqual([]);
      expect(await overflowsSideways(page)).toBe(false);
      await page.context().close();
    }
  });
});
