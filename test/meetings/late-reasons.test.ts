import { afterAll, beforeAll, expect, it } from 'vitest';
import { brokenRule, changesNothing } from '../support/world.js';
import { ADD, type Item, type Publishing, startPublishing } from './publications.js';

const UPDATE = `mutation ($input: UpdateAgendaItemInput!) { updateAgendaItem(input: $input) { agendaItem { id version lateReason } } }`;
const MOVE = `mutation ($input: UpdateMeetingInput!) { updateMeeting(input: $input) { meeting { id } } }`;
const OWED = `query ($id: ID!) { meeting(id: $id) { outstanding { items { kind agendaItem { title } } } } }`;

let world: Publishing;
beforeAll(async () => {
  world = await startPublishing();
  await world.adopt('HEALTH_AND_WELLBEING_BOARD');
});
afterAll(() => world.app.close());

const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const change = async ({ id, version }: Item, input: object) =>
  (
    await world.secretary.ok<{ updateAgendaItem: { agendaItem: Item & { lateReason: string | null } } }>(
      UPDATE,
      { input: { id, expectedVersion: version, ...input } },
    )
  ).updateAgendaItem.agendaItem;
const refused = (by: Publishing['member'], { id, version }: Item, input: object) =>
  brokenRule(by, UPDATE, { input: { id, expectedVersion: version, ...input } });

it('is put right by those who keep the meeting, and cannot be taken away from what came late', async () => {
  const meetingId = await world.aMeeting({ meetsOn: dayIn(2) });
  expect(await brokenRule(world.secretary, ADD, { input: { meetingId, title: 'Grant' } })).toBe(
    'LATE_WITHOUT_REASON',
  );
  const late = await world.add(meetingId, 'Grant', { lateReason: 'It closes on Friday.' });
  expect(
    await changesNothing(world.app, async () => {
      expect(await refused(world.member, late, { lateReason: 'Mine' })).toContain('FORBIDDEN');
      expect(await refused(world.stranger, late, { lateReason: 'Mine' })).toContain('NOT_FOUND');
      for (const lateReason of [null, '', '  '])
        expect(await refused(world.secretary, late, { lateReason })).toBe('LATE_WITHOUT_REASON');
      expect(await refused(world.secretary, late, { lateReason: 'x'.repeat(1_001) })).toContain(
        'INVALID_INPUT',
      );
    }),
  ).toBe(true);
  const right = await change(late, { lateReason: ' It closes on Monday. ' });
  expect(right.lateReason).toBe('It closes on Monday.');
  expect((await change(right, { title: 'The grant' })).lateReason).toBe('It closes on Monday.');
});

it('is recorded for what is late since the meeting was brought forward, and owed until then', async () => {
  const meetingId = await world.aMeeting({ meetsOn: dayIn(60) });
  const item = await world.add(meetingId, 'Winter plan', { presentersAsWritten: 'The director' });
  await world.secretary.ok(MOVE, { input: { id: meetingId, expectedVersion: 1, meetsOn: dayIn(14) } });
  const owed = async () =>
    (
      await world.secretary.ok<{ meeting: { outstanding: { items: { kind: string }[] } } }>(OWED, {
        id: meetingId,
      })
    ).meeting.outstanding.items.map(({ kind }) => kind);
  expect(await owed()).not.toContain('LATE_REASON_MISSING');
  await world.secretary.ok(MOVE, {
    input: { id: meetingId, expectedVersion: 2, meetsOn: dayIn(3), reason: 'The grant ends.' },
  });
  expect(await owed()).toContain('LATE_REASON_MISSING');
  const said = await change(item, { lateReason: 'The meeting was brought forward.' });
  expect(said.lateReason).toBe('The meeting was brought forward.');
  expect(await owed()).not.toContain('LATE_REASON_MISSING');
});

it('is taken away again from what came in time', async () => {
  const meetingId = await world.aMeeting({ meetsOn: dayIn(60) });
  const item = await world.add(meetingId, 'Estates');
  const said = await change(item, { lateReason: 'Meant for another item.' });
  expect((await change(said, { lateReason: null })).lateReason).toBeNull();
});
