import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsOf } from '../support/published-words.js';
import { type Publishing, partOf, startPublishing } from './publications.js';

/** Words that stand in restricted items alone. */
const SECRETS = ['ZYXDEPOT', 'ZYXBUYER', 'ZYXPRESENTER', 'ZYXREASON'];

let world: Publishing;
let meetingId: string;
let publicationId: string;
const paths = () => [
  '/public',
  `/public/boards/${world.boardId}`,
  `/public/boards/${world.boardId}/meetings.ics`,
  `/public/boards/${world.boardId}/agendas.atom`,
  `/public/meetings/${meetingId}`,
  ...['html', 'pdf', 'docx'].map((ending) => `/public/publications/${publicationId}/agenda.${ending}`),
];

beforeAll(async () => {
  world = await startPublishing();
  meetingId = await world.aMeeting({ title: 'Summer meeting' });
  await world.add(meetingId, 'Winter plan', { summary: 'Beds and <b>staff</b>.', section: 'Strategy' });
  const secret = await world.add(meetingId, 'ZYXDEPOT sale', {
    ...{ summary: 'To ZYXBUYER.', presentersAsWritten: 'ZYXPRESENTER', minutes: 35 },
  });
  await world.restrict(secret, { exemptionReason: 'ZYXREASON' });
  await world.add(meetingId, 'Workforce');
  publicationId = (await world.published(meetingId)).id;
});
afterAll(() => world.app.close());

const inAMonth = () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

describe('what everybody is shown', () => {
  it('has the public items and not one word of the restricted ones, in any file, feed or header', async () => {
    for (const path of paths()) {
      const response = await world.get(path);
      expect(response.status, path).toBe(200);
      const words = await wordsOf(response);
      for (const secret of SECRETS) expect(words, path).not.toContain(secret);
    }
    for (const path of paths().slice(-4))
      expect(await wordsOf(await world.get(path))).toContain('Winter plan');
  });

  it('says who meets and the quorum: of members what was published, and before that the rule alone', async () => {
    const page = await wordsOf(await world.get(`/public/meetings/${meetingId}`));
    expect(page).toMatch(/Who meets.*<li>chair, chair<\/li>.*<li>member<\/li>/s);
    expect(page).toContain('Quorum: at least half of the voting seats (2 of 3) from two organisations.');
    const pack = await wordsOf(await world.get(`/public/publications/${publicationId}/agenda.html`));
    expect(pack).toContain('chair, chair; member');
    const unpublished = await world.aMeeting({ title: 'Autumn meeting' });
    const before = await wordsOf(await world.get(`/public/meetings/${unpublished}`));
    expect(before).toContain('Quorum: at least half of the voting seats from two organisations.');
    expect(before).not.toContain('chair');
  });

  it('is the same for the secretary who is signed in, who sees the rest elsewhere', async () => {
    for (const path of paths()) {
      const [theirs, everybodys] = [await world.get(path, world.secretary), await world.get(path)];
      expect(await theirs.text(), path).toBe(await everybodys.text());
    }
    const full = await world.get(`/publications/${publicationId}/full.html`, world.member);
    expect(await full.text()).toContain('ZYXDEPOT sale');
  });

  it('is byte for byte what it would be without the restricted item: nothing in it gives a size or a number away', async () => {
    const other = await world.aMeeting({ title: 'Summer meeting' });
    await world.add(other, 'Winter plan', { summary: 'Beds and <b>staff</b>.', section: 'Strategy' });
    await world.add(other, 'Workforce');
    const publication = await world.published(other);
    const name = async (path: string) =>
      (await (await world.get(path)).text())
        .replaceAll(other, meetingId)
        .replaceAll(publication.id, publicationId);
    expect(await name(`/public/publications/${publication.id}/agenda.html`)).toBe(
      await name(`/public/publications/${publicationId}/agenda.html`),
    );
    for (const ending of ['pdf', 'docx']) {
      const sizes = await Promise.all(
        [publication.id, publicationId].map(async (id) => {
          const response = await world.get(`/public/publications/${id}/agenda.${ending}`);
          return {
            type: response.headers.get('content-type'),
            size: (await response.arrayBuffer()).byteLength,
          };
        }),
      );
      expect(sizes[0]?.type).toBe(sizes[1]?.type);
      // Where it was made at another moment, the compressed moment may be a few bytes longer or shorter.
      expect(Math.abs((sizes[0]?.size ?? 0) - (sizes[1]?.size ?? 0))).toBeLessThan(8);
    }
    const seen = await world.ask(publicationId, world.app.nobody);
    expect(seen?.version).toBe((await world.ask(publication.id, world.app.nobody))?.version);
  });

  it('has no script, escapes what was written, and names its language', async () => {
    const page = await (await world.get(`/public/publications/${publicationId}/agenda.html`)).text();
    expect(page).toContain('<html lang="en-GB">');
    expect(page).toContain('Beds and &lt;b&gt;staff&lt;/b&gt;.');
    for (const path of paths()) expect(await (await world.get(path)).text()).not.toContain('<script');
  });

  it('is not sent again to whoever has it, and may be kept only to be asked about', async () => {
    for (const path of paths()) {
      const first = await world.get(path);
      const etag = first.headers.get('etag') ?? '';
      expect(first.headers.get('cache-control')).toBe('public, no-cache');
      const again = await fetch(`${world.app.url}${path}`, { headers: { 'if-none-match': etag } });
      expect(again.status, path).toBe(304);
      expect(await again.text()).toBe('');
    }
  });

  it('is unmoved by what is done to a restricted item', async () => {
    const before = await Promise.all(
      paths().map(async (path) => (await world.get(path)).headers.get('etag')),
    );
    const another = await world.add(meetingId, 'ZYXBUYER again', { lateReason: 'ZYXREASON' });
    await world.restrict(another);
    const after = await Promise.all(paths().map(async (path) => (await world.get(path)).headers.get('etag')));
    expect(after).toEqual(before);
  });
});

describe('what is for those entitled', () => {
  it('is one answer for all others: hidden and missing are the same', async () => {
    const missing = await world.get(
      '/publications/00000000-0000-7000-8000-000000000000/full.pdf',
      world.northLead,
    );
    const asked = [world.app.nobody, world.stranger, world.northLead, world.admin];
    for (const by of asked)
      for (const ending of ['html', 'pdf', 'docx']) {
        const hidden = await world.get(`/publications/${publicationId}/full.${ending}`, by);
        expect(hidden.status).toBe(404);
        expect(await hidden.text()).toBe(
          await (await world.get('/public/meetings/00000000-0000-7000-8000-000000000000')).text(),
        );
      }
    expect(missing.status).toBe(404);
    expect((await world.get(`/public/publications/${publicationId}/full.pdf`, world.secretary)).status).toBe(
      404,
    );
    expect((await world.get(`/public/publications/${publicationId}/agenda.exe`)).status).toBe(404);
  });

  it('is kept by nobody on the way', async () => {
    const full = await world.get(`/publications/${publicationId}/full.pdf`, world.secretary);
    expect(full.headers.get('cache-control')).toBe('private, no-store');
    expect(await wordsOf(full)).toContain('ZYXDEPOT');
  });

  it('what waits to be published is read by the partnership, and not by the public', async () => {
    const other = await world.aMeeting();
    await world.add(other, 'Draft of something');
    const { id } = await world.built((await world.prepare(other)).id);
    expect((await world.get(`/publications/${id}/agenda.html`, world.chair)).status).toBe(200);
    for (const by of [world.app.nobody, world.stranger])
      for (const path of [`/publications/${id}/agenda.html`, `/public/publications/${id}/agenda.html`])
        expect((await world.get(path, by)).status).toBe(404);
    const page = await (await world.get(`/public/meetings/${other}`)).text();
    expect(page).toContain('has not been published yet');
    expect(page).not.toContain('Draft of something');
  });
});

const MAKE = `mutation ($input: CreateTokenInput!) { createToken(input: $input) { secret token { id } } }`;
interface Made {
  secret: string;
  token: { id: string };
}

describe('a board’s calendar', () => {
  const feed = (by = world.app.nobody) => world.get(`/boards/${world.boardId}/meetings.ics`, by);

  it('has its meetings for everybody, and the days by which papers are due for members alone', async () => {
    const open = await (await world.get(`/public/boards/${world.boardId}/meetings.ics`)).text();
    expect(open).toContain('DTSTART;TZID=Europe/London:20300719T103000');
    expect(open).not.toContain('Papers go out');
    const full = await (await feed(world.northLead)).text();
    expect(full).toContain('SUMMARY:Papers go out');
    expect(full).toContain('DTSTART;VALUE=DATE:20300711');
  });

  it('asks whoever is nobody for a token, takes it as a password, and is not there for strangers', async () => {
    const refused = await feed();
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).toContain('Basic');
    expect((await feed(world.stranger)).status).toBe(404);
    const { createToken } = await world.northLead.ok<{ createToken: Made }>(MAKE, {
      input: { name: 'Calendar', scope: 'READ', expiresOn: inAMonth() },
    });
    const authorization = `Basic ${Buffer.from(`me:${createToken.secret}`).toString('base64')}`;
    const path = `${world.app.url}/boards/${world.boardId}/meetings.ics`;
    const answer = await fetch(path, { headers: { authorization } });
    expect(await answer.text()).toContain('Papers go out');
    const wrong = await fetch(path, { headers: { authorization: `Basic ${btoa('me:not a token')}` } });
    expect(wrong.status).not.toBe(200);
  });

  it('opens with the secret in its address, which opens nothing else and is opened by no other', async () => {
    const path = `/boards/${world.boardId}/meetings.ics?key=`;
    const { createToken: own } = await world.northLead.ok<{ createToken: Made }>(MAKE, {
      input: { name: 'Calendar', scope: 'CALENDAR', expiresOn: inAMonth() },
    });
    const { createToken: other } = await world.northLead.ok<{ createToken: Made }>(MAKE, {
      input: { name: 'Program', scope: 'WRITE', expiresOn: inAMonth() },
    });
    const full = await world.get(`${path}${own.secret}`);
    expect([full.status, full.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    expect(await full.text()).toContain('Papers go out');
    const refused = { status: 401 };
    expect(await world.get(`${path}${other.secret}`)).toMatchObject(refused);
    const bearer = (url: string, init: RequestInit = {}) =>
      fetch(`${world.app.url}${url}`, {
        ...init,
        headers: { ...init.headers, authorization: `Bearer ${own.secret}` },
      });
    expect(await bearer(`/boards/${world.boardId}/meetings.ics`)).toMatchObject(refused);
    const asked = await bearer('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ viewer { id } }' }),
    });
    expect(await asked.text()).toContain('UNAUTHENTICATED');
    await world.northLead.ok(
      `mutation ($input: RevokeTokenInput!) { revokeToken(input: $input) { token { id } } }`,
      {
        input: { id: own.token.id },
      },
    );
    expect(await world.get(`${path}${own.secret}`)).toMatchObject(refused);
  });

  it('says that a meeting was cancelled, and why', async () => {
    const other = await world.aMeeting({ title: 'Autumn meeting' });
    await world.secretary.ok(
      `mutation ($input: CancelMeetingInput!) { cancelMeeting(input: $input) { meeting { id } } }`,
      { input: { id: other, expectedVersion: 1, reason: 'Snow' } },
    );
    const open = await (await world.get(`/public/boards/${world.boardId}/meetings.ics`)).text();
    expect(open).toMatch(/SUMMARY:Cancelled: .*Autumn meeting[\s\S]*DESCRIPTION:Snow[\s\S]*STATUS:CANCELLED/);
    expect(await (await world.get(`/public/meetings/${other}`)).text()).toContain(
      'does not take place: Snow',
    );
  });
});

describe('once it was recalled', () => {
  it('its address says what it was, when and why, and shows nothing; the feed and the meeting say so too', async () => {
    const other = await world.aMeeting();
    await world.add(other, 'A name that should not be here');
    const publication = await world.published(other);
    const [file] = partOf(publication, 'PUBLIC')?.files ?? [];
    expect((await world.get(file?.url ?? '')).status).toBe(200);
    await world.recall(publication, 'It named a patient.');
    for (const ending of ['html', 'pdf', 'docx'])
      for (const by of [world.app.nobody, world.secretary]) {
        const gone = await world.get(`/public/publications/${publication.id}/agenda.${ending}`, by);
        expect(gone.status).toBe(410);
        const words = await wordsOf(gone);
        expect(words).toContain('It named a patient.');
        expect(words).not.toContain('A name that should not be here');
      }
    expect((await world.get(`/publications/${publication.id}/full.html`, world.secretary)).status).toBe(410);
    const meeting = await (await world.get(`/public/meetings/${other}`)).text();
    expect(meeting).toContain('It named a patient.');
    expect(meeting).not.toContain('A name that should not be here');
    const feed = await (await world.get(`/public/boards/${world.boardId}/agendas.atom`)).text();
    expect(feed).toContain('<title>Recalled: Agenda for Friday 19 July 2030</title>');
    expect(feed).not.toContain('A name that should not be here');
  });
});
