import { afterAll, beforeAll, expect, it } from 'vitest';
import { brokenRule, changesNothing } from '../support/world.js';
import { ADD, PREPARE, type Publishing, startPublishing } from './publications.js';

const AWAY = `mutation ($input: ItemVersionInput!) { archiveMeeting(input: $input) { meeting { id version archivedAt } } }`;
const BACK = `mutation ($input: ItemVersionInput!) { restoreMeeting(input: $input) { meeting { id version archivedAt agendaItems { title } } } }`;
const ITEMS = `query ($id: ID!) { meeting(id: $id) { agendaItems { id version title isStanding } } }`;
const RENAME = `mutation ($input: UpdateAgendaItemInput!) { updateAgendaItem(input: $input) { agendaItem { id } } }`;
const PLAN = `mutation ($input: CreateForwardPlanEntryInput!) { createForwardPlanEntry(input: $input) { forwardPlanEntry { id } } }`;
const CHANGE = `mutation ($input: UpdateMeetingInput!) { updateMeeting(input: $input) { meeting { id } } }`;
const CANCEL = `mutation ($input: CancelMeetingInput!) { cancelMeeting(input: $input) { meeting { id } } }`;
const NARROW = `mutation ($input: RestrictForwardPlanEntryInput!) { restrictForwardPlanEntry(input: $input) { forwardPlanEntry { id } } }`;
const CURSOR = `query ($id: ID!) { meeting(id: $id) { changesCursor } }`;
const LIST = `query ($within: ID!) { meetings(within: $within, first: 50) { nodes { id } totalCount } board(id: $within) { meetings { id } } }`;
const FOLLOW = `subscription ($within: ID!, $after: String) { changes(within: $within, after: $after) { kind itemId } }`;

let world: Publishing;
beforeAll(async () => {
  world = await startPublishing();
});
afterAll(() => world.app.close());

const versioned = (id: string, expectedVersion = 1) => ({ input: { id, expectedVersion } });
const listed = async (id: string) => {
  const { meetings, board } = await world.app.nobody.ok<{
    meetings: { nodes: { id: string }[] };
    board: { meetings: { id: string }[] };
  }>(LIST, { within: world.boardId });
  return [meetings.nodes, board.meetings].map((all) => all.some((one) => one.id === id));
};

it('is put away by those who keep it, is nowhere from then on, and comes back as it was', async () => {
  const id = await world.aMeeting({ withStandingItems: true });
  expect(
    await changesNothing(world.app, async () => {
      expect(await brokenRule(world.member, AWAY, versioned(id))).toContain('FORBIDDEN');
      expect(await brokenRule(world.app.nobody, AWAY, versioned(id))).toContain('UNAUTHENTICATED');
      expect(await brokenRule(world.secretary, AWAY, versioned(id, 2))).toContain('INVALID_INPUT');
    }),
  ).toBe(true);
  const { meeting } = await world.member.ok<{ meeting: { changesCursor: string } }>(CURSOR, { id });
  const live = world.member.subscribe<{ changes: { kind: string; itemId: string } }>(FOLLOW, {
    ...{ within: world.boardId, after: meeting.changesCursor },
  });
  await world.secretary.ok(AWAY, versioned(id));
  await live.until(({ changes }) => changes.kind === 'ARCHIVED' && changes.itemId === id, 20_000);
  expect(await listed(id)).toEqual([false, false]);
  expect((await world.get(`/public/meetings/${id}`)).status).toBe(404);
  expect(await (await world.get(`/public/boards/${world.boardId}/meetings.ics`)).text()).not.toContain(id);
  expect(
    await changesNothing(world.app, async () => {
      const input = { id, expectedVersion: 2 };
      expect(await brokenRule(world.secretary, ADD, { input: { meetingId: id, title: 'New' } })).toBe(
        'PUT_AWAY',
      );
      expect(await brokenRule(world.secretary, PREPARE, { input: { meetingId: id } })).toBe('PUT_AWAY');
      expect(await brokenRule(world.secretary, CHANGE, { input: { ...input, title: 'Other' } })).toBe(
        'PUT_AWAY',
      );
      expect(await brokenRule(world.secretary, CANCEL, { input: { ...input, reason: 'No' } })).toBe(
        'PUT_AWAY',
      );
      const entry = { boardIds: [world.boardId], meetingId: id, title: 'Estates' };
      expect(await brokenRule(world.secretary, PLAN, { input: entry })).toBe('PUT_AWAY');
      expect(await brokenRule(world.member, BACK, versioned(id, 2))).toContain('FORBIDDEN');
    }),
  ).toBe(true);
  const { restoreMeeting } = await world.secretary.ok<{
    restoreMeeting: { meeting: { archivedAt: string | null; agendaItems: object[] } };
  }>(BACK, versioned(id, 2));
  expect(restoreMeeting.meeting.archivedAt).toBeNull();
  expect(restoreMeeting.meeting.agendaItems.length).toBeGreaterThan(0);
  expect(await listed(id)).toEqual([true, true]);
  expect((await world.get(`/public/meetings/${id}`)).status).toBe(200);
});

it('stays where somebody has worked on it: it is cancelled, with the reason', async () => {
  const used = async (input: object, work: (id: string) => Promise<unknown>) => {
    const id = await world.aMeeting(input);
    await work(id);
    expect(await brokenRule(world.secretary, AWAY, versioned(id))).toBe('MEETING_IN_USE');
  };
  await used({}, (id) => world.add(id, 'Winter plan'));
  await used({ withStandingItems: true }, async (meetingId) => {
    const { meeting } = await world.secretary.ok<{
      meeting: { agendaItems: { id: string; version: number }[] };
    }>(ITEMS, { id: meetingId });
    const [first] = meeting.agendaItems;
    await world.secretary.ok(RENAME, {
      input: { id: first?.id, expectedVersion: first?.version, title: 'Apologies, and who stands in' },
    });
  });
  await used({}, (meetingId) =>
    world.secretary.ok(PLAN, { input: { boardIds: [world.boardId], meetingId, title: 'Estates' } }),
  );
  await used({ withStandingItems: true }, (id) => world.prepare(id));
  const id = await world.aMeeting();
  await world.secretary.ok(CANCEL, { input: { ...versioned(id).input, reason: 'Not quorate' } });
  expect(await brokenRule(world.secretary, AWAY, versioned(id, 2))).toBe('MEETING_CANCELLED');
});

it('is put away whatever is planned for it out of the keeper’s sight: to refuse would tell of it', async () => {
  const meetingId = await world.aMeeting();
  const { createForwardPlanEntry } = await world.admin.ok<{
    createForwardPlanEntry: { forwardPlanEntry: { id: string } };
  }>(PLAN, { input: { boardIds: [world.boardId], meetingId, title: 'ZYXSECRET' } });
  await world.admin.ok(NARROW, {
    input: {
      ...versioned(createForwardPlanEntry.forwardPlanEntry.id).input,
      audience: { kind: 'PEOPLE', personIds: [world.personIds['admin']] },
    },
  });
  await world.secretary.ok(AWAY, versioned(meetingId));
});
