import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/app.js';
import { brokenRule, changesNothing, startWorld, type World } from '../support/world.js';

const CREATE_MEETING = `mutation ($input: CreateMeetingInput!) { createMeeting(input: $input) { meeting { id version boards { id } agendaItems { id number startsAt title isStanding version } viewerCan { keep } } } }`;
const UPDATE_MEETING = `mutation ($input: UpdateMeetingInput!) { updateMeeting(input: $input) { meeting { id version startsAt endsAt overrunMinutes } } }`;
const CANCEL = `mutation ($input: CancelMeetingInput!) { cancelMeeting(input: $input) { meeting { status statusReason version } } }`;
const ANEW = `mutation ($input: ItemVersionInput!) { planMeetingAnew(input: $input) { meeting { status statusReason } } }`;
const ADD = `mutation ($input: CreateAgendaItemInput!) { createAgendaItem(input: $input) { agendaItem { id version number startsAt title section minutes presentersAsWritten } } }`;
const CHANGE = `mutation ($input: UpdateAgendaItemInput!) { updateAgendaItem(input: $input) { agendaItem { id version title minutes } } }`;
const MOVE = `mutation ($input: MoveAgendaItemInput!) { moveAgendaItem(input: $input) { agendaItem { id version number section } } }`;
const RESTRICT = `mutation ($input: RestrictAgendaItemInput!) { restrictAgendaItem(input: $input) { agendaItem { id version number isRestricted exemptionParagraphs audience { kind } ownAudience { kind memberIds } } } }`;
const REMOVE = `mutation ($input: ItemVersionInput!) { archiveAgendaItem(input: $input) { agendaItem { id version archivedAt } } }`;
const RENAME = `mutation ($input: RenameAgendaSectionInput!) { renameAgendaSection(input: $input) { agendaItems { title section } } }`;
const RESTORE = `mutation ($input: ItemVersionInput!) { restoreAgendaItem(input: $input) { agendaItem { id archivedAt } } }`;
const PLAN = `mutation ($input: CreateForwardPlanEntryInput!) { createForwardPlanEntry(input: $input) { forwardPlanEntry { id version } } }`;
const SLIP = `mutation ($input: MoveForwardPlanEntryInput!) { moveForwardPlanEntry(input: $input) { forwardPlanEntry { id version } } }`;
const AGENDA = `query ($id: ID!) { meeting(id: $id) { title plannedMinutes overrunMinutes agendaItems { id number startsAt title section version } } }`;
const CHANGES = `subscription ($within: ID!) { changes(within: $within) { kind itemId item { ... on AgendaItem { title minutes } ... on Meeting { title } } } }`;
const PRESENCE = `subscription ($within: ID!, $at: ID) { presence(within: $within, at: $at) { itemId person { name } } }`;

interface Item {
  id: string;
  number: number;
  startsAt: string | null;
  title: string;
  section: string;
  version: number;
}

let world: World;
let secretary: Person;
let otherSecretary: Person;
let member: Person;
let otherBoardId: string;
beforeAll(async () => {
  world = await startWorld();
  const { app, partnershipId, south, boardId } = world;
  otherBoardId = await app.build.board(partnershipId, { name: 'Trust Board' });
  const seated = async (name: string, board: string, capacity: string) => {
    const email = `${name}@example.org`;
    const id = await app.build.person(partnershipId, { email, role: 'VIEWER', organisationId: south });
    await app.build.seat(partnershipId, board, id, { capacity });
    return app.as(email);
  };
  secretary = await seated('secretary', boardId, 'SECRETARIAT');
  otherSecretary = await seated('othersecretary', otherBoardId, 'SECRETARIAT');
  member = await seated('member', boardId, 'MEMBER');
});
afterAll(() => world.app.close());

const aMeeting = async (input: object = {}, by = secretary) => {
  const asked = {
    boardIds: [world.boardId],
    meetsOn: '2030-07-19',
    startsAt: '10:30',
    endsAt: '12:30',
    ...input,
  };
  const { createMeeting } = await by.ok<{
    createMeeting: { meeting: { id: string; version: number; agendaItems: Item[] } };
  }>(CREATE_MEETING, { input: { withStandingItems: false, ...asked } });
  return createMeeting.meeting;
};
const add = async (meetingId: string, title: string, input: object = {}, by = secretary) => {
  const { createAgendaItem } = await by.ok<{ createAgendaItem: { agendaItem: Item } }>(ADD, {
    input: { meetingId, title, minutes: 10, ...input },
  });
  return createAgendaItem.agendaItem;
};
const agenda = async (id: string, by = secretary) => {
  const { meeting } = await by.ok<{
    meeting: { agendaItems: Item[]; plannedMinutes: number; overrunMinutes: number };
  }>(AGENDA, { id });
  return meeting;
};
const lines = ({ agendaItems }: { agendaItems: Item[] }) =>
  agendaItems.map((one) => `${one.number} ${one.startsAt} ${one.title}`);

describe('planning a meeting', () => {
  it('is for the secretariat and the chairs of one of its boards, and for nobody else', async () => {
    const input = { boardIds: [world.boardId], meetsOn: '2030-01-10', startsAt: '10:00' };
    expect(
      await changesNothing(world.app, async () => {
        for (const by of [world.northLead, member, otherSecretary, world.stranger])
          expect(await brokenRule(by, CREATE_MEETING, { input })).toContain('FORBIDDEN');
      }),
    ).toBe(true);
    for (const by of [secretary, world.chair, world.admin]) expect((await aMeeting({}, by)).version).toBe(1);
  });

  it('puts the standing items on its agenda', async () => {
    const { id, agendaItems } = await aMeeting({ withStandingItems: true });
    expect(agendaItems[0]).toMatchObject({ number: 1, startsAt: '10:30', isStanding: true });
    await add(id, 'A report');
    expect((await agenda(id)).agendaItems.map(({ title }) => title)).toEqual([
      'Apologies and declarations of interest',
      'Minutes of the last meeting and action log',
      'A report',
      'Forward plan',
      'Date of the next meeting',
    ]);
  });

  it('puts them there once, however often it is tried', async () => {
    const id = randomUUID();
    const input = { id, title: 'Tried twice', withStandingItems: true };
    const { agendaItems } = await aMeeting(input);
    expect((await aMeeting(input)).agendaItems).toEqual(agendaItems);
  });

  it('may be of several boards at once, and then the secretariat of each keeps it', async () => {
    const { id } = await aMeeting({ boardIds: [world.boardId, otherBoardId] });
    await add(id, 'From the trust', {}, otherSecretary);
    expect(lines(await agenda(id))).toEqual(['1 10:30 From the trust']);
  });

  it('refuses an end before the beginning, no board, a board from elsewhere and a clock that is none', async () => {
    const far = await world.app.build.board(await world.app.build.partnership());
    const base = { boardIds: [world.boardId], meetsOn: '2030-01-10', startsAt: '10:00' };
    const asked = (input: object) => brokenRule(secretary, CREATE_MEETING, { input: { ...base, ...input } });
    expect(await asked({ endsAt: '09:00' })).toBe('ENDS_BEFORE_IT_BEGINS');
    expect(await asked({ boardIds: [] })).toContain('Say which board meets.');
    expect(await asked({ boardIds: [world.boardId, far] })).toContain('There is no such item here.');
    expect(await asked({ startsAt: '25:00' })).toContain('such as 10:30');
  });

  it('makes one of a create that is tried again', async () => {
    const id = randomUUID();
    await aMeeting({ id, title: 'Once' });
    await aMeeting({ id, title: 'Once' });
    const { n } = (
      await world.app.build.sql<{ n: number }>('select count(*)::int as n from meetings where title = $1', [
        'Once',
      ])
    )[0] ?? { n: 0 };
    expect(n).toBe(1);
  });

  it('is cancelled with a reason, and its agenda stands still until it is planned anew', async () => {
    const { id, version } = await aMeeting();
    const { cancelMeeting } = await secretary.ok<{
      cancelMeeting: { meeting: { status: string; version: number } };
    }>(CANCEL, {
      input: { id, expectedVersion: version, reason: 'Not quorate' },
    });
    expect(cancelMeeting.meeting).toMatchObject({ status: 'CANCELLED', statusReason: 'Not quorate' });
    expect(await brokenRule(secretary, ADD, { input: { meetingId: id, title: 'Late' } })).toBe(
      'MEETING_CANCELLED',
    );
    const { planMeetingAnew } = await secretary.ok<{ planMeetingAnew: { meeting: { status: string } } }>(
      ANEW,
      {
        input: { id, expectedVersion: cancelMeeting.meeting.version },
      },
    );
    expect(planMeetingAnew.meeting).toEqual({ status: 'PLANNED', statusReason: null });
    await add(id, 'On again');
  });

  it('keeps what two change at once in different fields, and tells the second of the same field', async () => {
    const { id, version } = await aMeeting();
    const at = (input: object) => ({ input: { id, expectedVersion: version, ...input } });
    await secretary.ok(UPDATE_MEETING, at({ startsAt: '10:00' }));
    const { updateMeeting } = await world.chair.ok<{ updateMeeting: { meeting: object } }>(
      UPDATE_MEETING,
      at({ endsAt: '12:00' }),
    );
    expect(updateMeeting.meeting).toMatchObject({ startsAt: '10:00', endsAt: '12:00' });
    expect(await brokenRule(world.chair, UPDATE_MEETING, at({ startsAt: '11:00' }))).toContain('CONFLICT');
  });
});

describe('building an agenda', () => {
  it('numbers the items and times them as they are added, moved and given minutes', async () => {
    const { id } = await aMeeting();
    const first = await add(id, 'Annual report');
    const second = await add(id, 'Obesity plan', {
      minutes: 40,
      presentersAsWritten: 'Director of Public Health',
    });
    const third = await add(id, 'Any other business', { minutes: null });
    expect(lines(await agenda(id))).toEqual([
      '1 10:30 Annual report',
      '2 10:40 Obesity plan',
      '3 null Any other business',
    ]);
    await secretary.ok(MOVE, { input: { id: second.id, expectedVersion: second.version } });
    await secretary.ok(CHANGE, { input: { id: first.id, expectedVersion: first.version, minutes: 90 } });
    const now = await agenda(id);
    expect(lines(now)).toEqual([
      '1 10:30 Obesity plan',
      '2 11:10 Annual report',
      '3 null Any other business',
    ]);
    expect([now.plannedMinutes, now.overrunMinutes]).toEqual([130, 10]);
    expect(
      await brokenRule(secretary, MOVE, {
        input: { id: third.id, expectedVersion: 1, afterId: randomUUID() },
      }),
    ).toContain('INVALID_INPUT');
  });

  it('puts a new item at the end of its section, and gives a section another name at once', async () => {
    const { id } = await aMeeting();
    await add(id, 'A', { section: 'Business' });
    await add(id, 'B', { section: 'Governance' });
    await add(id, 'C', { section: 'Business' });
    expect((await agenda(id)).agendaItems.map(({ title, section }) => `${section}: ${title}`)).toEqual([
      'Business: A',
      'Business: C',
      'Governance: B',
    ]);
    await secretary.ok(RENAME, { input: { meetingId: id, section: 'Business', name: 'Delivery' } });
    expect((await agenda(id)).agendaItems.map(({ section }) => section)).toEqual([
      'Delivery',
      'Delivery',
      'Governance',
    ]);
    expect(
      await brokenRule(secretary, RENAME, { input: { meetingId: id, section: 'None', name: 'X' } }),
    ).toContain('INVALID_INPUT');
  });

  it('is for its keepers: members, partners and strangers change nothing', async () => {
    const { id } = await aMeeting();
    const item = await add(id, 'Kept');
    const at = { id: item.id, expectedVersion: item.version };
    const verbs: [string, object][] = [
      [ADD, { meetingId: id, title: 'Mine' }],
      [CHANGE, { ...at, title: 'Mine' }],
      [MOVE, at],
      [RESTRICT, { ...at, exemptionParagraphs: ['A'] }],
      [REMOVE, at],
      [RENAME, { meetingId: id, section: '', name: 'Mine' }],
    ];
    expect(
      await changesNothing(world.app, async () => {
        for (const [verb, input] of verbs) {
          for (const by of [member, world.northLead, otherSecretary])
            expect(await brokenRule(by, verb, { input })).toContain('FORBIDDEN');
          // That a board meets is public, so a stranger may know the meeting; its items are missing to them.
          expect(await brokenRule(world.stranger, verb, { input })).toMatch(/NOT_FOUND|FORBIDDEN/);
        }
      }),
    ).toBe(true);
  });

  it('tells a second secretary of the same field, and keeps both of different ones', async () => {
    const { id } = await aMeeting();
    const item = await add(id, 'Draft');
    const at = (input: object) => ({ input: { id: item.id, expectedVersion: item.version, ...input } });
    await secretary.ok(CHANGE, at({ title: 'Final' }));
    const { updateAgendaItem } = await world.chair.ok<{ updateAgendaItem: { agendaItem: object } }>(
      CHANGE,
      at({ minutes: 25 }),
    );
    expect(updateAgendaItem.agendaItem).toMatchObject({ title: 'Final', minutes: 25 });
    expect(await brokenRule(world.chair, CHANGE, at({ title: 'Other' }))).toContain('CONFLICT');
  });

  it('pushes what one secretary does to whoever follows the meeting, and shows who is at which item', async () => {
    const { id } = await aMeeting();
    const live = world.chair.subscribe<{ changes: { kind: string; item: { title: string } } }>(CHANGES, {
      within: id,
    });
    await live.ready;
    const item = await add(id, 'Told');
    expect((await live.until(({ changes }) => changes.item?.title === 'Told')).changes.kind).toBe('CREATED');
    await live.stop();
    const at = secretary.subscribe<{ presence: unknown[] }>(PRESENCE, { within: id, at: item.id });
    await at.ready;
    const seen = world.chair.subscribe<{ presence: { itemId: string | null; person: { name: string } }[] }>(
      PRESENCE,
      { within: id },
    );
    await seen.until(({ presence }) =>
      presence.some((one) => one.person.name === 'secretary' && one.itemId === item.id),
    );
    await Promise.all([at.stop(), seen.stop()]);
  });

  it('tells a joint meeting to those who follow either of its boards, and no other', async () => {
    const { id } = await aMeeting({ boardIds: [world.boardId, otherBoardId] });
    const third = await world.app.build.board(world.partnershipId, { name: 'Third Board' });
    const following = [world.boardId, otherBoardId, third].map((within) =>
      otherSecretary.subscribe<{ changes: { kind: string; itemId: string } }>(CHANGES, { within }),
    );
    await Promise.all(following.map(({ ready }) => ready));
    const item = await add(id, 'Ours and yours');
    const entry = await world.admin.ok<{ createForwardPlanEntry: { forwardPlanEntry: { id: string } } }>(
      PLAN,
      { input: { boardIds: [world.boardId, otherBoardId], title: 'Not for a meeting yet' } },
    );
    // Of the third board, what comes after it is told, and nothing before.
    const last = await add(
      (await aMeeting({ boardIds: [third] }, world.admin)).id,
      'Theirs',
      {},
      world.admin,
    );
    const told = async (i: number, itemId: string) =>
      (await following[i]?.until(({ changes }) => changes.itemId === itemId))?.changes.kind;
    for (const board of [0, 1]) {
      expect(await told(board, item.id)).toBe('CREATED');
      expect(await told(board, entry.createForwardPlanEntry.forwardPlanEntry.id)).toBe('CREATED');
    }
    await told(2, last.id);
    expect(following[2]?.events.map(({ changes }) => changes.itemId)).not.toContain(item.id);
    await Promise.all(following.map((one) => one.stop()));
  });
});

describe('bringing an item back', () => {
  const entryOn = async (meetingId: string) => {
    const input = { boardIds: [world.boardId], meetingId, title: 'Obesity plan' };
    const { createForwardPlanEntry } = await secretary.ok<{
      createForwardPlanEntry: { forwardPlanEntry: { id: string; version: number } };
    }>(PLAN, { input });
    return createForwardPlanEntry.forwardPlanEntry;
  };
  const takeOff = async ({ id, version }: Item) => {
    const { archiveAgendaItem } = await secretary.ok<{ archiveAgendaItem: { agendaItem: Item } }>(REMOVE, {
      input: { id, expectedVersion: version },
    });
    return { input: { id, expectedVersion: archiveAgendaItem.agendaItem.version } };
  };

  it('puts it back where it stood', async () => {
    const { id } = await aMeeting();
    const entry = await entryOn(id);
    const first = await add(id, 'First', { forwardPlanEntryId: entry.id });
    await add(id, 'Second');
    await secretary.ok(RESTORE, await takeOff(first));
    expect((await agenda(id)).agendaItems.map(({ title }) => title)).toEqual(['First', 'Second']);
  });

  it('is refused once its entry is on an agenda again, here or elsewhere, or planned for another meeting', async () => {
    const here = await aMeeting();
    const elsewhere = await aMeeting({ meetsOn: '2030-09-20' });
    const entry = await entryOn(here.id);
    const off = await takeOff(await add(here.id, 'Obesity plan', { forwardPlanEntryId: entry.id }));
    const again = await add(here.id, 'Once more', { forwardPlanEntryId: entry.id });
    expect(await brokenRule(secretary, RESTORE, off)).toBe('ON_AN_AGENDA_ALREADY');
    await takeOff(again);
    await secretary.ok(SLIP, {
      input: { id: entry.id, expectedVersion: entry.version, meetingId: elsewhere.id, reason: 'Not ready' },
    });
    expect(
      await changesNothing(world.app, async () => {
        expect(await brokenRule(secretary, RESTORE, off)).toBe('PLANNED_FOR_ANOTHER_MEETING');
      }),
    ).toBe(true);
    await add(elsewhere.id, 'There', { forwardPlanEntryId: entry.id });
    expect(await brokenRule(secretary, RESTORE, off)).toBe('ON_AN_AGENDA_ALREADY');
    expect((await agenda(here.id)).agendaItems).toEqual([]);
  });
});

describe('what press and public are excluded from', () => {
  it('is for the seats of the boards alone: to partners it does not exist, in no number, count or time', async () => {
    const { id } = await aMeeting();
    await add(id, 'Open');
    const secret = await add(id, 'Staff matter', { minutes: 45 });
    await add(id, 'Also open');
    const live = world.northLead.subscribe<{ changes: { kind: string; itemId: string } }>(CHANGES, {
      within: id,
    });
    await live.ready;
    const before = await agenda(id, world.northLead);
    expect(lines(before)).toHaveLength(3);
    const { restrictAgendaItem } = await secretary.ok<{ restrictAgendaItem: { agendaItem: Item } }>(
      RESTRICT,
      {
        input: {
          id: secret.id,
          expectedVersion: secret.version,
          exemptionParagraphs: ['B'],
          exemptionReason: 'Names a person',
        },
      },
    );
    expect(restrictAgendaItem.agendaItem).toMatchObject({
      number: 3,
      isRestricted: true,
      audience: { kind: 'BOARD' },
    });
    await live.until(({ changes }) => changes.itemId === secret.id && changes.kind === 'REMOVED');
    await live.stop();
    const partner = await agenda(id, world.northLead);
    expect(lines(partner)).toEqual(['1 10:30 Open', '2 10:40 Also open']);
    expect([partner.plannedMinutes, partner.overrunMinutes]).toEqual([20, -100]);
    expect(lines(await agenda(id, member))).toEqual([
      '1 10:30 Open',
      '2 10:40 Also open',
      '3 10:50 Staff matter',
    ]);
    expect(
      await brokenRule(world.northLead, CHANGE, { input: { id: secret.id, expectedVersion: 1, title: 'x' } }),
    ).toContain('NOT_FOUND');
  });

  it('stays behind the public part wherever it or a public item is put', async () => {
    const { id } = await aMeeting();
    const open = await add(id, 'Open');
    const secret = await add(id, 'Closed');
    const { restrictAgendaItem } = await secretary.ok<{ restrictAgendaItem: { agendaItem: Item } }>(
      RESTRICT,
      { input: { id: secret.id, expectedVersion: secret.version, exemptionParagraphs: ['A'] } },
    );
    const { version } = restrictAgendaItem.agendaItem;
    await secretary.ok(MOVE, { input: { id: secret.id, expectedVersion: version } });
    await secretary.ok(MOVE, {
      input: { id: open.id, expectedVersion: open.version, afterId: secret.id },
    });
    expect(lines(await agenda(id))).toEqual(['1 10:30 Open', '2 10:40 Closed']);
    expect(lines(await agenda(id, world.northLead))).toEqual(['1 10:30 Open']);
  });

  it('relies on paragraphs that the rules of the board have', async () => {
    const { id } = await aMeeting();
    const item = await add(id, 'Matter');
    const ask = { id: item.id, expectedVersion: item.version, exemptionParagraphs: ['A', '99'] };
    expect(await brokenRule(secretary, RESTRICT, { input: ask })).toContain('no paragraph 99; they have A');
  });

  it('says to those who see it what it was narrowed to, and is opened again when no paragraph is left', async () => {
    const { id } = await aMeeting();
    const item = await add(id, 'Matter');
    const ask = (expectedVersion: number, exemptionParagraphs: string[]) =>
      secretary.ok<{ restrictAgendaItem: { agendaItem: Item } }>(RESTRICT, {
        input: { id: item.id, expectedVersion, exemptionParagraphs },
      });
    const { restrictAgendaItem } = await ask(item.version, ['A']);
    expect(restrictAgendaItem.agendaItem).toMatchObject({
      ownAudience: { kind: 'BOARD', memberIds: [world.boardId] },
    });
    await ask(restrictAgendaItem.agendaItem.version, []);
    expect(lines(await agenda(id, world.northLead))).toEqual(['1 10:30 Matter']);
  });

  it('tells the public of the meeting, and of no item of an agenda that is being built', async () => {
    const { id } = await aMeeting({ title: 'Public meeting' });
    await add(id, 'Draft item');
    expect(await agenda(id, world.app.nobody)).toMatchObject({
      title: 'Public meeting',
      agendaItems: [],
      plannedMinutes: 0,
    });
  });
});
