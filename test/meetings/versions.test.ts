import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/app.js';
import { type Item, type Publication, type Publishing, startPublishing } from './publications.js';

const SINCE = `query ($id: ID!) { publication(id: $id) { parts { part changesSince { since { id number } facts items { kind number title words } } } } }`;
const REMOVE = `mutation ($input: ItemVersionInput!) { archiveAgendaItem(input: $input) { agendaItem { id } } }`;
const CHANGE = `mutation ($input: UpdateAgendaItemInput!) { updateAgendaItem(input: $input) { agendaItem { id } } }`;

interface Changes {
  since: { id: string; number: number } | null;
  facts: string[];
  items: { kind: string; number: number; title: string; words: string[] }[];
}

let world: Publishing;
let meetingId: string;
let first: Publication;
let second: Publication;
let third: Publication;
/** On the agenda for the seats alone, from the second version on. */
const SECRET = 'ZYXDEPOT sale';

beforeAll(async () => {
  world = await startPublishing();
  meetingId = await world.aMeeting();
  const plan = await world.add(meetingId, 'Winter plan');
  const estates = await world.add(meetingId, 'Estates');
  first = await world.published(meetingId);
  await world.restrict(await world.add(meetingId, SECRET));
  await world.add(meetingId, 'Workforce', { lateReason: 'It could not wait.' });
  second = await world.published(meetingId);
  await world.secretary.ok(CHANGE, { input: { ...of(plan), minutes: 20 } });
  await world.secretary.ok(REMOVE, { input: of(estates) });
  third = await world.published(meetingId);
  // Three packs, one after another.
}, 240_000);
afterAll(() => world.app.close());

const of = ({ id, version }: Item) => ({ id, expectedVersion: version });
const since = async (id: string, by: Person) => {
  const { publication } = await by.ok<{
    publication: { parts: { part: string; changesSince: Changes[] }[] } | null;
  }>(SINCE, { id });
  return Object.fromEntries(
    (publication?.parts ?? []).map(({ part, changesSince }) => [
      part,
      changesSince.map((one) => [
        one.since?.number,
        ...one.facts,
        ...one.items.map(({ kind, number, title, words }) => [kind, number, title, ...words].join(' ')),
      ]),
    ]),
  );
};
const page = async (path: string, by?: Person) => {
  const response = await world.get(path, by);
  return { status: response.status, text: await response.text(), response };
};
const between = (later: Publication, earlier: Publication, base = '/public/publications') =>
  `${base}/${later.id}/since/${earlier.id}`;

const LONGER = 'CHANGED 1 Winter plan Time given: 20 minutes; was: 10 minutes.';

describe('what changed since each earlier version', () => {
  it('is told to the public of its part alone: of all that came since, not of the last step only', async () => {
    expect(await since(third.id, world.app.nobody)).toEqual({
      PUBLIC: [
        [2, LONGER, 'GONE 2 Estates'],
        [1, LONGER, 'NEW 2 Workforce', 'GONE 2 Estates'],
      ],
    });
    expect(await since(first.id, world.app.nobody)).toEqual({ PUBLIC: [] });
  });

  it('is told of both parts to those who hold a seat', async () => {
    const { FULL } = await since(third.id, world.member);
    expect(FULL?.at(-1)).toContain(`NEW 3 ${SECRET}`);
    expect(await since(third.id, world.northLead)).toEqual(await since(third.id, world.app.nobody));
  });

  it('is told of what waits, to those who look at it before it is published', async () => {
    const other = await world.aMeeting();
    await world.add(other, 'Winter plan');
    await world.published(other);
    await world.add(other, 'Workforce', { lateReason: 'It could not wait.' });
    const { id } = await world.built((await world.prepare(other)).id);
    expect((await since(id, world.chair))['PUBLIC']).toEqual([[1, 'NEW 2 Workforce']]);
    expect((await page(`/publications/${id}`, world.chair)).text).toContain('Not published yet.');
    for (const path of [`/publications/${id}`, `/public/publications/${id}`])
      expect((await page(path)).status).toBe(404);
  });
});

describe('the public page of a publication', () => {
  it('says of an older one that it was replaced, by which and when, and leads to what changed', async () => {
    const { text } = await page(`/public/publications/${first.id}`);
    expect(text).toContain(`Replaced by <a href="/public/publications/${third.id}">version 3 of `);
    expect(text).toContain(`href="${between(third, first)}"`);
    expect((await page(`/public/publications/${third.id}`)).text).not.toContain('Replaced by');
  });

  it('offers on the newest, and on the page of the meeting, what changed since each before it', async () => {
    for (const path of [`/public/publications/${third.id}`, `/public/meetings/${meetingId}`]) {
      const { text } = await page(path);
      expect(text).toMatch(new RegExp(`href="${between(third, second)}">What changed since version 2 of `));
      expect(text).toMatch(new RegExp(`href="${between(third, first)}">What changed since version 1 of `));
    }
  });

  it('is where the page of the papers leads to, whose bytes never change', async () => {
    const file = `/public/publications/${first.id}/agenda.html`;
    const { text } = await page(file);
    const [, href = ''] = /<a href="([^"]+)">Versions and what changed</.exec(text) ?? [];
    expect(new URL(href, `${world.app.url}${file}`).pathname).toBe(`/public/publications/${first.id}`);
  });

  it('tells what changed between two, in words and with numbers, and nothing of what is restricted', async () => {
    const { text } = await page(between(third, first));
    expect(text).toContain('<h1>What changed since version 1 of ');
    expect(text).toMatch(/New.*Item 2: <a href="[^"]+\/agenda.html#item-2">Workforce<\/a>/s);
    expect(text).toMatch(/Changed.*Item 1:.*Time given: 20 minutes; was: 10 minutes\./s);
    expect(text).toMatch(/Taken off.*Estates \(it was item 2\)/s);
    for (const path of [between(third, first), between(third, second), `/public/publications/${third.id}`])
      expect((await page(path)).text).not.toContain('ZYX');
    const theirs = await page(between(third, first, '/publications'), world.member);
    expect(theirs.text).toContain(SECRET);
    expect(theirs.response.headers.get('cache-control')).toBe('private, no-store');
    expect((await page(between(third, first, '/publications'), world.northLead)).text).not.toContain('ZYX');
  });

  it('is the same whoever asks, and is not sent again to whoever has it', async () => {
    for (const path of [`/public/publications/${first.id}`, between(third, first)]) {
      const { response, text } = await page(path);
      expect(await (await world.get(path, world.secretary)).text()).toBe(text);
      expect(response.headers.get('cache-control')).toBe('public, no-cache');
      const headers = { 'if-none-match': response.headers.get('etag') ?? '' };
      expect((await fetch(`${world.app.url}${path}`, { headers })).status).toBe(304);
    }
  });

  it('is not there for two that do not belong together: the wrong way round, or of another meeting', async () => {
    const other = await world.aMeeting();
    await world.add(other, 'Winter plan');
    const stranger = await world.published(other);
    for (const path of [between(first, third), between(third, stranger), between(third, third)])
      expect((await page(path)).status).toBe(404);
  });
});

describe('once one was recalled', () => {
  it('nothing of it is told, neither as the earlier nor as the later; the others stand', async () => {
    const [told] = await world.secretary
      .ok<{ publication: Publication }>(`query ($id: ID!) { publication(id: $id) { id version } }`, {
        id: second.id,
      })
      .then(({ publication }) => [publication]);
    if (told) await world.recall(told, 'It named a patient.');
    for (const path of [
      between(third, second),
      between(second, first),
      `/public/publications/${second.id}`,
    ]) {
      const { status, text } = await page(path);
      expect(status, path).toBe(410);
      expect(text).toContain('It named a patient.');
      for (const title of ['Winter plan', 'Workforce', 'Estates']) expect(text).not.toContain(title);
    }
    expect((await since(third.id, world.app.nobody))['PUBLIC']).toEqual([
      [1, LONGER, 'NEW 2 Workforce', 'GONE 2 Estates'],
    ]);
    expect((await page(`/public/publications/${third.id}`)).text).not.toContain(between(third, second));
    expect(await since(second.id, world.member)).toEqual({ PUBLIC: [], FULL: [] });
  });

  it('the one before it is the newest again', async () => {
    const { id, version } = (await world.ask(third.id)) as Publication;
    await world.recall({ ...third, id, version }, 'It was the wrong file.');
    expect((await page(`/public/publications/${first.id}`)).text).not.toContain('Replaced by');
  });
});
