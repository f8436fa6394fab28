import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/app.js';
import { brokenRule, changesNothing } from '../support/world.js';
import {
  ADD,
  PREPARE,
  PUBLISH,
  type Publication,
  type Publishing,
  partOf,
  RECALL,
  startPublishing,
  titles,
} from './publications.js';

let world: Publishing;
beforeAll(async () => {
  world = await startPublishing();
});
afterAll(() => world.app.close());

const anAgenda = async (input: object = {}) => {
  const meetingId = await world.aMeeting(input);
  const plan = await world.add(meetingId, 'Winter plan');
  const secret = await world.restrict(await world.add(meetingId, 'Sale of the depot'));
  await world.add(meetingId, 'Workforce');
  return { meetingId, plan, secret };
};
const publishing = (publication: Publication, input: object = {}) => ({
  input: {
    ...{ id: publication.id, expectedVersion: publication.version },
    seenSha256: partOf(publication, 'PUBLIC')?.sha256,
    ...input,
  },
});
const CHANGE = `mutation ($input: UpdateAgendaItemInput!) { updateAgendaItem(input: $input) { agendaItem { id version } } }`;
const REMOVE = `mutation ($input: ItemVersionInput!) { archiveAgendaItem(input: $input) { agendaItem { id version } } }`;
const RESTORE = `mutation ($input: ItemVersionInput!) { restoreAgendaItem(input: $input) { agendaItem { id version } } }`;
const CANCEL = `mutation ($input: CancelMeetingInput!) { cancelMeeting(input: $input) { meeting { id } } }`;
const CHANGES = `subscription ($within: ID!) { changes(within: $within) { kind item { ... on Publication { status stepsDone } } } }`;

describe('preparing a pack', () => {
  it('is for those who keep the meeting, and for nobody else', async () => {
    const { meetingId } = await anAgenda();
    expect(
      await changesNothing(world.app, async () => {
        for (const by of [world.northLead, world.member, world.stranger])
          expect(await brokenRule(by, PREPARE, { input: { meetingId } })).toContain('FORBIDDEN');
        const nowhere = { input: { meetingId: randomUUID() } };
        expect(await brokenRule(world.secretary, PREPARE, nowhere)).toContain('NOT_FOUND');
      }),
    ).toBe(true);
  });

  it('holds for the public only what is public, numbered and timed as if there were nothing else', async () => {
    const { meetingId } = await anAgenda();
    const pack = await world.built((await world.prepare(meetingId)).id);
    expect(pack).toMatchObject({ kind: 'AGENDA', status: 'PREPARED', number: null, stepsDone: 4 });
    const open = partOf(pack, 'PUBLIC');
    expect(open?.items.map((item) => `${item.number} ${item.startsAt} ${item.title}`)).toEqual([
      '1 10:30 Winter plan',
      '2 10:40 Workforce',
    ]);
    expect(
      partOf(pack, 'FULL')?.items.map((item) => `${item.number} ${item.startsAt} ${item.title}`),
    ).toEqual(['1 10:30 Winter plan', '2 10:40 Workforce', '3 10:50 Sale of the depot']);
    expect(open?.files.map(({ format }) => format)).toEqual(['HTML', 'PDF', 'WORD']);
    expect(open?.pages).toBe(2);
  });

  it('is the same whoever prepares it: an administrator without a seat leaves nothing out, and is told nothing', async () => {
    const { meetingId } = await anAgenda();
    const { id } = await world.prepare(meetingId, {}, world.admin);
    expect(titles(partOf(await world.built(id), 'FULL'))).toContain('3 Sale of the depot');
    expect(partOf(await world.ask(id, world.admin), 'FULL')).toBeUndefined();
    expect(partOf(await world.ask(id, world.northLead), 'FULL')).toBeUndefined();
    expect(await world.ask(id, world.stranger)).toBeNull();
    expect(await world.ask(id, world.app.nobody)).toBeNull();
  });

  it('leaves out of the pack of the boards what not all with a seat on them may read', async () => {
    const { meetingId } = await anAgenda();
    const own = { kind: 'PEOPLE', personIds: [world.personIds['chair']] };
    const item = await world.add(meetingId, 'The chief officer’s pay');
    const asked = { id: item.id, expectedVersion: item.version, exemptionParagraphs: ['A'], audience: own };
    await world.chair.ok(
      `mutation ($input: RestrictAgendaItemInput!) { restrictAgendaItem(input: $input) { agendaItem { id } } }`,
      { input: asked },
    );
    const pack = await world.built((await world.prepare(meetingId)).id);
    expect(titles(partOf(pack, 'FULL'))).toEqual(['1 Winter plan', '2 Workforce', '3 Sale of the depot']);
    // Whoever prepares it is told before, of what they see themselves.
    const told = async (by: Person) =>
      (
        await by.ok<{ meeting: { agendaItems: { title: string; packParts: string[] }[] } }>(
          'query ($id: ID!) { meeting(id: $id) { agendaItems { title packParts } } }',
          { id: meetingId },
        )
      ).meeting.agendaItems.map(({ title, packParts }) => `${title}: ${packParts.join(' ')}`);
    const open = ['Winter plan: PUBLIC FULL', 'Workforce: PUBLIC FULL'];
    expect(await told(world.chair)).toEqual([
      ...open,
      'Sale of the depot: FULL',
      'The chief officer’s pay: ',
    ]);
    expect(await told(world.secretary)).toEqual([...open, 'Sale of the depot: FULL']);
    expect(await told(world.northLead)).toEqual(open);
  });

  it('refuses an agenda with nothing for the public, and a meeting that does not take place', async () => {
    const meetingId = await world.aMeeting();
    const prepare = () => brokenRule(world.secretary, PREPARE, { input: { meetingId } });
    expect(await prepare()).toBe('NOTHING_TO_PUBLISH');
    await world.secretary.ok(CANCEL, { input: { id: meetingId, expectedVersion: 1, reason: 'Not quorate' } });
    expect(await prepare()).toBe('MEETING_CANCELLED');
  });

  it('makes one of a verb that is tried again, and puts away what was prepared before', async () => {
    const { meetingId } = await anAgenda();
    const first = await world.built((await world.prepare(meetingId)).id);
    const id = randomUUID();
    await world.prepare(meetingId, { id });
    await world.prepare(meetingId, { id });
    const second = await world.built(id);
    expect(second.parts).toHaveLength(2);
    expect((await world.ask(first.id))?.archivedAt).not.toBeNull();
    expect(await brokenRule(world.chair, PUBLISH, publishing(first))).toBe('NOT_PREPARED');
  });

  it('is told afterwards as what somebody did, not step by step', async () => {
    const { meetingId } = await anAgenda();
    const { id } = await world.built((await world.prepare(meetingId)).id);
    const { history } = await world.secretary.ok<{
      history: { nodes: { kind: string; itemType: string; actor: object | null }[] };
    }>(`query ($of: ID!) { history(of: $of, first: 20) { nodes { kind itemType actor { id } } } }`, {
      of: id,
    });
    const { nodes } = history;
    expect(nodes.map(({ kind, itemType }) => `${itemType} ${kind}`).sort()).toEqual([
      'Publication CREATED',
      'PublicationPart CREATED',
      'PublicationPart CREATED',
    ]);
    expect(nodes.every(({ actor }) => actor)).toBe(true);
  });

  it('tells others live how far it has come', async () => {
    const { meetingId } = await anAgenda();
    const live = world.chair.subscribe<{
      changes: { item: { status?: string; stepsDone?: number } | null };
    }>(CHANGES, { within: meetingId });
    await live.ready;
    await world.prepare(meetingId);
    // However fast it is built: what is told is how it stands when it is told.
    await live.until(({ changes }) => (changes.item?.stepsDone ?? 0) > 0);
    await live.until(({ changes }) => changes.item?.status === 'PREPARED', 60_000);
    await live.stop();
  });
});

describe('publishing a pack', () => {
  it('takes a second person who keeps the meeting, the hash of what they saw and the version they were shown', async () => {
    const { meetingId } = await anAgenda();
    const pack = await world.built((await world.prepare(meetingId)).id);
    expect(
      await changesNothing(world.app, async () => {
        expect(await brokenRule(world.secretary, PUBLISH, publishing(pack))).toBe('SECOND_PERSON');
        for (const by of [world.member, world.northLead])
          expect(await brokenRule(by, PUBLISH, publishing(pack))).toContain('FORBIDDEN');
        expect(await brokenRule(world.stranger, PUBLISH, publishing(pack))).toContain('NOT_FOUND');
        const unseen = publishing(pack, { seenSha256: partOf(pack, 'FULL')?.sha256 });
        expect(await brokenRule(world.chair, PUBLISH, unseen)).toBe('NOT_SEEN');
        const stale = publishing(pack, { expectedVersion: 1 });
        expect(await brokenRule(world.chair, PUBLISH, stale)).toContain('CONFLICT');
      }),
    ).toBe(true);
    expect(pack.viewerCan.publish).toBe(false);
    expect((await world.ask(pack.id, world.chair))?.viewerCan.publish).toBe(true);
    expect(await world.publish(pack)).toMatchObject({ status: 'PUBLISHED', number: 1, isLate: false });
  });

  it('opens the public part to everybody and tells those who follow the meeting; the other stays where it is', async () => {
    const { meetingId } = await anAgenda();
    const live = world.app.nobody.subscribe<{ changes: { kind: string; item: { status?: string } | null } }>(
      CHANGES,
      { within: meetingId },
    );
    await live.ready;
    const { id } = await world.published(meetingId);
    const told = await live.until(({ changes }) => changes.item?.status === 'PUBLISHED');
    expect(told.changes.kind).toBe('CREATED');
    await live.stop();
    const seen = await world.ask(id, world.app.nobody);
    expect(seen?.parts.map(({ part }) => part)).toEqual(['PUBLIC']);
    expect(titles(partOf(seen, 'PUBLIC'))).toEqual(['1 Winter plan', '2 Workforce']);
  });

  it('is refused once the agenda was changed, and what was published does not change with it', async () => {
    const { meetingId, plan } = await anAgenda();
    const pack = await world.built((await world.prepare(meetingId)).id);
    await world.secretary.ok(CHANGE, {
      input: { id: plan.id, expectedVersion: plan.version, title: 'Winter plan, amended' },
    });
    expect(await brokenRule(world.chair, PUBLISH, publishing(pack))).toBe('AGENDA_CHANGED');
    const { id } = await world.published(meetingId);
    await world.secretary.ok(CHANGE, {
      input: { id: plan.id, expectedVersion: plan.version + 1, title: 'Something else' },
    });
    expect(titles(partOf(await world.ask(id), 'PUBLIC'))).toEqual(['1 Winter plan, amended', '2 Workforce']);
  });

  it('withholds what waits from those who do not see an item that was restricted meanwhile', async () => {
    const { meetingId, plan } = await anAgenda();
    const pack = await world.built((await world.prepare(meetingId)).id);
    expect(partOf(await world.ask(pack.id, world.northLead), 'PUBLIC')).toBeDefined();
    await world.restrict(plan);
    expect(partOf(await world.ask(pack.id, world.northLead), 'PUBLIC')).toBeUndefined();
    const { url } = partOf(pack, 'PUBLIC')?.files[0] ?? { url: '' };
    expect((await world.get(url, world.northLead)).status).toBe(404);
    expect((await world.get(url, world.member)).status).toBe(200);
  });

  it('leaves what was published to everybody, when an item of it is restricted after that', async () => {
    const { meetingId, plan } = await anAgenda();
    const { id } = await world.published(meetingId);
    await world.restrict(plan);
    expect(titles(partOf(await world.ask(id, world.app.nobody), 'PUBLIC'))).toContain('1 Winter plan');
  });

  it('knows when the papers were to go out: five clear working days before, and a bank holiday is none', async () => {
    const { meetingId } = await anAgenda({ meetsOn: '2030-08-30' });
    expect((await world.published(meetingId)).dispatchBy).toBe('2030-08-21');
  });

  it('takes the chair’s reason when it is later than that', async () => {
    const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
    const { meetingId } = await anAgenda({ meetsOn: day(3) });
    const pack = await world.built((await world.prepare(meetingId)).id);
    expect(await brokenRule(world.chair, PUBLISH, publishing(pack))).toBe('LATE_WITHOUT_REASON');
    const late = await world.publish(pack, { lateReason: 'The ministry wrote yesterday.' });
    expect(late).toMatchObject({ isLate: true, lateReason: 'The ministry wrote yesterday.' });
    expect(late.dispatchBy && late.dispatchBy < day(0)).toBe(true);
  });
});

describe('a supplement', () => {
  it('takes the place of what was published and marks what is new, changed and gone', async () => {
    const { meetingId, plan } = await anAgenda();
    await world.published(meetingId);
    const workforce = await world.add(meetingId, 'Estates', { lateReason: 'The roof fell in.' });
    await world.secretary.ok(CHANGE, {
      input: { id: plan.id, expectedVersion: plan.version, title: 'Winter plan, second draft' },
    });
    const second = await world.published(meetingId);
    expect(second).toMatchObject({ kind: 'SUPPLEMENT', number: 2 });
    expect(titles(partOf(second, 'PUBLIC'))).toEqual([
      '1 Winter plan, second draft CHANGED',
      '2 Workforce',
      '3 Estates NEW',
    ]);
    await world.secretary.ok(REMOVE, { input: { id: workforce.id, expectedVersion: workforce.version } });
    const third = await world.published(meetingId);
    expect(JSON.parse(partOf(third, 'PUBLIC')?.document ?? '').gone).toEqual(['Estates']);
  });
});

describe('recalling', () => {
  it('is for those who keep the meeting, once, with a reason; then it shows nothing, to nobody', async () => {
    const { meetingId } = await anAgenda();
    const pack = await world.published(meetingId);
    const input = { id: pack.id, expectedVersion: pack.version, reason: 'It named a patient.' };
    expect(
      await changesNothing(world.app, async () => {
        for (const by of [world.member, world.northLead, world.stranger])
          expect(await brokenRule(by, RECALL, { input })).toContain('FORBIDDEN');
        expect(await brokenRule(world.chair, RECALL, { input: { ...input, expectedVersion: 1 } })).toContain(
          'CONFLICT',
        );
      }),
    ).toBe(true);
    const recalled = await world.recall(pack, 'It named a patient.');
    expect(recalled).toMatchObject({ status: 'RECALLED', recallReason: 'It named a patient.' });
    expect(await brokenRule(world.secretary, RECALL, { input })).toBe('RECALLED');
    for (const by of [world.secretary, world.app.nobody]) {
      const seen = await world.ask(pack.id, by);
      expect(seen).toMatchObject({ status: 'RECALLED', recallReason: 'It named a patient.' });
      for (const part of seen?.parts ?? [])
        expect(part).toMatchObject({ document: null, items: [], files: [] });
    }
    expect((await world.ask(pack.id, world.app.nobody))?.parts).toEqual([]);
    // What comes after it is the first again.
    expect(await world.published(meetingId)).toMatchObject({ kind: 'AGENDA', number: 2 });
  });

  it('finds nothing to recall in what was only prepared', async () => {
    const { meetingId } = await anAgenda();
    const { id, version } = await world.prepare(meetingId);
    const input = { id, expectedVersion: version, reason: 'No' };
    expect(await brokenRule(world.secretary, RECALL, { input })).toBe('NOT_PUBLISHED');
  });
});

describe('what was prepared', () => {
  it('cannot be changed by the server itself', async () => {
    const { meetingId } = await anAgenda();
    const { id } = await world.published(meetingId);
    const asServer = (sql: string) => world.app.app.database.pool.query(sql);
    for (const table of ['publication_contents', 'publication_files'])
      for (const verb of [
        `delete from ${table}`,
        `update ${table} set ${table === 'publication_files' ? `bytes = ''` : `document = ''`}`,
      ])
        await expect(asServer(verb)).rejects.toThrow('permission denied');
    for (const patch of [`number = 7`, `published_at = now()`, `kind = 'SUPPLEMENT'`])
      await expect(
        world.app.build.sql(`update publications set ${patch} where id = '${id}'`),
      ).rejects.toThrow('does not change');
    await expect(
      world.app.build.sql(`update publication_parts set sha256 = '' where publication_id = '${id}'`),
    ).rejects.toThrow('does not change');
  });
});

/** Last: the board works under other rules from here on. */
describe('under the rules of a council committee', () => {
  it('wants the chair’s reason for each new item where the rules of the board do', async () => {
    const { meetingId, plan } = await anAgenda();
    await world.published(meetingId);
    await world.adopt('COUNCIL_COMMITTEE');
    const input = { meetingId, title: 'Estates' };
    expect(await brokenRule(world.secretary, ADD, { input })).toBe('LATE_WITHOUT_REASON');
    const late = await world.add(meetingId, 'Estates', { lateReason: 'The roof fell in.' });
    expect(late.version).toBe(1);
    // What the public has read already may be put back.
    await world.secretary.ok(REMOVE, { input: { id: plan.id, expectedVersion: plan.version } });
    await world.secretary.ok(RESTORE, { input: { id: plan.id, expectedVersion: plan.version + 1 } });
  });
});
