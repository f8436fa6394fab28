import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/app.js';
import { brokenRule, changesNothing } from '../support/world.js';
import { type Publishing, startPublishing } from './publications.js';

const NARROW = `mutation ($input: RestrictInput!) { restrictMeeting(input: $input) { meeting { id version audience { kind label } ownAudience { kind memberIds } } } }`;
const MEETING = `query ($id: ID!) { meeting(id: $id) { version title agendaItems { id title reports { title } } plannedEntries { title } publications { id status archivedAt } } }`;
const MEETINGS = `query ($within: ID!) { meetings(within: $within, first: 50) { totalCount nodes { id title } } }`;
const PLAN = `query ($id: ID!) { board(id: $id) { meetings { title } forwardPlan { title meeting { title } slips { reason fromMeeting { title } } } } }`;
const ENTRY = `mutation ($input: CreateForwardPlanEntryInput!) { createForwardPlanEntry(input: $input) { forwardPlanEntry { id version } } }`;
const MOVE = `mutation ($input: MoveForwardPlanEntryInput!) { moveForwardPlanEntry(input: $input) { forwardPlanEntry { id version } } }`;
const RENAME = `mutation ($input: UpdateMeetingInput!) { updateMeeting(input: $input) { meeting { id version } } }`;
const REPORT = `mutation ($input: CreateReportInput!) { createReport(input: $input) { report { id } } }`;
const CHANGES = `subscription ($within: ID!) { changes(within: $within) { kind itemType itemId item { ... on Meeting { title } } } }`;
const HISTORY = `query ($of: ID!) { history(of: $of, first: 50) { nodes { itemType itemId } } }`;

interface Shown {
  meeting: {
    version: number;
    agendaItems: { title: string; reports: { title: string }[] }[];
    plannedEntries: { title: string }[];
    publications: { id: string; status: string; archivedAt: string | null }[];
  } | null;
}

let world: Publishing;
beforeAll(async () => {
  world = await startPublishing();
});
afterAll(() => world.app.close());

const shown = async (id: string, by: Person = world.secretary) =>
  (await by.ok<Shown>(MEETING, { id })).meeting;
const narrow = async (id: string, audience: object | null, by: Person = world.secretary) =>
  by.ok<{ restrictMeeting: { meeting: { version: number; audience: { kind: string } } } }>(NARROW, {
    input: { id, expectedVersion: (await shown(id, by))?.version, audience },
  });
const ofSouth = () => ({ kind: 'ORGANISATIONS', organisationIds: [world.south] });
const entry = async (title: string, meetingId: string | null) => {
  const input = { boardIds: [world.boardId], title, meetingId };
  const { createForwardPlanEntry } = await world.secretary.ok<{
    createForwardPlanEntry: { forwardPlanEntry: { id: string; version: number } };
  }>(ENTRY, { input });
  return createForwardPlanEntry.forwardPlanEntry;
};
/** All that somebody is told, through whatever says something of meetings. */
const told = async (by: Person, ...ids: string[]): Promise<string> => {
  const { partnershipId, boardId } = world;
  const answers: unknown[] = [
    await by.ok(MEETINGS, { within: partnershipId }),
    await by.ok(PLAN, { id: boardId }),
    ...(await Promise.all(ids.flatMap((id) => [by.query(MEETING, { id }), by.query(HISTORY, { of: id })]))),
    await by.query(HISTORY, { of: partnershipId }),
  ];
  const pages = [`/boards/${boardId}/meetings.ics`, '/public', `/public/boards/${boardId}`];
  const files = [
    ...pages,
    `/public/boards/${boardId}/meetings.ics`,
    `/public/boards/${boardId}/agendas.atom`,
  ];
  for (const path of [...files, ...ids.map((id) => `/public/meetings/${id}`)])
    answers.push(`${await (await world.get(path, by)).text()}`);
  return JSON.stringify(answers);
};

describe('a meeting that only some may know of', () => {
  it('is nowhere for all others, with all that hangs on it; lifted, it is there again', async () => {
    const id = await world.aMeeting({ title: 'Walrus meeting' });
    const item = await world.add(id, 'Walrus item');
    await entry('Walrus entry', id);
    await world.secretary.ok(REPORT, {
      input: { agendaItemId: item.id, leadOrganisationId: world.south, title: 'Walrus report' },
    });
    const others = [world.northLead, world.stranger, world.app.nobody];
    expect(await told(world.northLead, id)).toMatch(
      /Walrus meeting.*Walrus entry.*Walrus item.*Walrus report/s,
    );
    expect(await told(world.app.nobody, id)).toContain('Walrus meeting');
    const live = world.northLead.subscribe<{ changes: { kind: string; itemId: string } }>(CHANGES, {
      within: world.partnershipId,
    });
    await live.ready;
    const { restrictMeeting } = await narrow(id, ofSouth());
    expect(restrictMeeting.meeting).toMatchObject({ audience: { kind: 'ORGANISATIONS' } });
    await live.until(({ changes }) => changes.itemId === id && changes.kind === 'REMOVED');
    await live.stop();
    for (const other of others) expect(await told(other, id)).not.toContain('Walrus');
    expect(await shown(id, world.southEditor)).toMatchObject({
      agendaItems: [{ title: 'Walrus item', reports: [{ title: 'Walrus report' }] }],
      plannedEntries: [{ title: 'Walrus entry' }],
    });
    // What comes to it afterwards is for no more than see it.
    await world.add(id, 'Late walrus');
    await entry('Another walrus', id);
    expect(await told(world.northLead, id)).not.toMatch(/walrus/i);
    expect((await world.get(`/public/meetings/${id}`)).status).toBe(404);
    await narrow(id, null);
    expect(await told(world.northLead, id)).toMatch(/Walrus meeting.*Walrus entry.*Late walrus/s);
  });

  it('takes what is planned for it out of sight, and gives it back when that goes elsewhere', async () => {
    const id = await world.aMeeting({ title: 'Narwhal meeting' });
    const open = await world.aMeeting({ meetsOn: '2030-11-18' });
    await narrow(id, ofSouth());
    const one = await entry('Narwhal entry', open);
    expect(await told(world.northLead)).toContain('Narwhal entry');
    const move = (version: number, meetingId: string, reason?: string) =>
      world.secretary.ok<{ moveForwardPlanEntry: { forwardPlanEntry: { version: number } } }>(MOVE, {
        input: { id: one.id, expectedVersion: version, meetingId, reason },
      });
    const there = await move(one.version, id, 'In private first');
    expect(await told(world.northLead)).not.toMatch(/Narwhal|In private/);
    await move(there.moveForwardPlanEntry.forwardPlanEntry.version, open, 'Ready for all');
    const back = await told(world.northLead);
    expect(back).toContain('Narwhal entry');
    expect(back).not.toMatch(/Narwhal meeting|In private|Ready for all/);
    expect(await told(world.southEditor)).toMatch(/In private first.*Ready for all/s);
  });

  it('is narrowed by those who keep it and go on seeing it, as it was shown to them', async () => {
    const id = await world.aMeeting();
    const version = (await shown(id))?.version ?? 0;
    const sent = (audience: object | null, expectedVersion = version) => ({
      input: { id, expectedVersion, audience },
    });
    expect(
      await changesNothing(world.app, async () => {
        for (const by of [world.northLead, world.stranger])
          expect(await brokenRule(by, NARROW, sent(ofSouth()))).toContain('FORBIDDEN');
        const north = { kind: 'ORGANISATIONS', organisationIds: [world.north] };
        expect(await brokenRule(world.secretary, NARROW, sent(north))).toBe('WOULD_LOCK_YOU_OUT');
        expect(await brokenRule(world.secretary, NARROW, sent({ kind: 'PARTNERSHIP' }))).toBe(
          'ONLY_PLANS_ARE_OPENED',
        );
        const nobody = { kind: 'ORGANISATIONS', organisationIds: [world.boardId] };
        expect(await brokenRule(world.secretary, NARROW, sent(nobody))).toContain('INVALID_INPUT');
      }),
    ).toBe(true);
    await narrow(id, ofSouth());
    const again = sent({ kind: 'BOARD', boardId: world.boardId });
    expect(await brokenRule(world.secretary, NARROW, again)).toContain('CONFLICT');
    expect(await brokenRule(world.northLead, NARROW, sent(null))).toContain('NOT_FOUND');
  });

  it('keeps its place while two do the one and the other at once: nothing is put on it under the old circle', async () => {
    const id = await world.aMeeting();
    const version = (await shown(id))?.version ?? 0;
    const [renamed, narrowed, ...added] = await Promise.all([
      world.chair.query(RENAME, { input: { id, expectedVersion: version, title: 'Renamed dugong' } }),
      world.secretary.query(NARROW, { input: { id, expectedVersion: version, audience: ofSouth() } }),
      ...[1, 2, 3].map((n) => world.add(id, `Dugong ${n}`)),
    ]);
    expect([renamed.errors, narrowed.errors]).toEqual([undefined, undefined]);
    expect(added).toHaveLength(3);
    expect(await told(world.northLead, id)).not.toMatch(/dugong/i);
    expect((await shown(id, world.southEditor))?.agendaItems).toHaveLength(3);
  });
});

describe('the packs of a meeting that is narrowed', () => {
  it('stay as they are while one is published: that is recalled first, and its trace is for the few', async () => {
    const id = await world.aMeeting({ title: 'Manatee meeting' });
    await world.add(id, 'Manatee item');
    const publication = await world.published(id);
    const address = publication.parts.find(({ part }) => part === 'PUBLIC')?.files[0]?.url ?? '';
    const version = (await shown(id))?.version;
    const input = { id, expectedVersion: version, audience: ofSouth() };
    expect(await brokenRule(world.secretary, NARROW, { input })).toBe('PUBLISHED');
    expect((await world.get(address)).status).toBe(200);
    await world.recall(publication, 'Not for all');
    await narrow(id, ofSouth());
    expect((await world.get(address)).status).toBe(404);
    expect(await world.ask(publication.id, world.northLead)).toBeNull();
    expect((await world.ask(publication.id, world.southEditor))?.status).toBe('RECALLED');
    expect(await told(world.app.nobody, id)).not.toMatch(/Manatee|Not for all/);
  });

  it('are published to those who see it, at an address for them alone; what waited before is put away', async () => {
    const id = await world.aMeeting({ title: 'Beluga meeting' });
    await world.add(id, 'Beluga item');
    const waiting = await world.built((await world.prepare(id)).id);
    await narrow(id, ofSouth());
    expect((await world.ask(waiting.id, world.southEditor))?.archivedAt).not.toBeNull();
    expect(await world.ask(waiting.id, world.northLead)).toBeNull();
    const publication = await world.published(id);
    const files = publication.parts.flatMap((part) => part.files.map(({ url }) => url));
    expect(files.length).toBeGreaterThan(0);
    for (const url of files) {
      expect(url).not.toContain('/public/');
      expect((await world.get(url, world.secretary)).status).toBe(200);
      for (const other of [world.northLead, world.app.nobody])
        for (const path of [url, `/public${url}`]) expect((await world.get(path, other)).status).toBe(404);
    }
    expect(await told(world.northLead, id)).not.toContain('Beluga');
  });
});
