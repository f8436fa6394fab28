import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenRule, changesNothing } from '../support/world.js';
import { type Publishing, startPublishing } from './publications.js';

const MOVE = `mutation ($input: UpdateMeetingInput!) { updateMeeting(input: $input) { meeting { id version meetsOn moved { meetsOn startsAt place reason } } } }`;
const ASK = `query ($id: ID!) { meeting(id: $id) { version moved { meetsOn startsAt place reason movedAt } } }`;
const PLAN = `mutation ($input: CreateForwardPlanEntryInput!) { createForwardPlanEntry(input: $input) { forwardPlanEntry { id } } }`;
const PREPARE_PLAN = `mutation ($input: PrepareForwardPlanInput!) { prepareForwardPlan(input: $input) { publication { id } } }`;
const CURSOR = `query ($id: ID!) { meeting(id: $id) { changesCursor } }`;
const FOLLOW = `subscription ($within: ID!, $after: String) { changes(within: $within, after: $after) { kind item { ... on Meeting { moved { reason } } } } }`;

interface Moved {
  version: number;
  meetsOn: string;
  moved: { meetsOn: string; startsAt: string; place: string | null; reason: string } | null;
}

let world: Publishing;
beforeAll(async () => {
  world = await startPublishing();
});
afterAll(() => world.app.close());

const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const move = async (id: string, version: number, input: object) =>
  (
    await world.secretary.ok<{ updateMeeting: { meeting: Moved } }>(MOVE, {
      input: { id, expectedVersion: version, ...input },
    })
  ).updateMeeting.meeting;
const refused = (id: string, version: number, input: object, by = world.secretary) =>
  brokenRule(by, MOVE, { input: { id, expectedVersion: version, ...input } });
const page = async (path: string) => (await world.get(path)).text();
const WITHOUT = 'MOVED_WITHOUT_REASON';

describe('a meeting whose papers are published', () => {
  it('moves only with a reason, which everybody is told', async () => {
    const id = await world.aMeeting();
    await world.add(id, 'Winter plan');
    await world.published(id);
    const [, version] = [await move(id, 1, { title: 'Summer meeting', endsAt: '13:00' }), 2];
    expect(
      await changesNothing(world.app, async () => {
        for (const input of [{ meetsOn: '2030-07-26' }, { startsAt: '14:00' }, { place: 'Library' }])
          expect(await refused(id, version, input)).toBe(WITHOUT);
        expect(await refused(id, version, { place: null, reason: '  ' })).toBe(WITHOUT);
        expect(await refused(id, version, { meetsOn: '2030-07-26' }, world.member)).toContain('FORBIDDEN');
        const { errors } = await world.secretary.query(MOVE, {
          input: { id, expectedVersion: version, meetsOn: '2030-07-26' },
        });
        expect(errors?.[0]?.extensions['fields']).toMatchObject([{ field: 'reason' }]);
      }),
    ).toBe(true);
    const { meeting } = await world.member.ok<{ meeting: { changesCursor: string } }>(CURSOR, { id });
    const live = world.member.subscribe<{ changes: { item: { moved: { reason: string } } } }>(FOLLOW, {
      ...{ within: id, after: meeting.changesCursor },
    });
    const moved = await move(id, version, { meetsOn: '2030-07-26', reason: ' The hall is flooded. ' });
    expect(moved).toMatchObject({
      version: version + 1,
      moved: { meetsOn: '2030-07-19', startsAt: '10:30', place: 'Town Hall', reason: 'The hall is flooded.' },
    });
    await live.until(({ changes }) => changes.item?.moved?.reason === 'The hall is flooded.', 20_000);
    const words = 'Moved from Friday 19 July 2030: The hall is flooded.';
    const open = await page(`/public/meetings/${id}`);
    expect(open).toContain(words);
    expect(open).toContain('They say Friday 19 July 2030.');
    expect(await page(`/public/boards/${world.boardId}`)).toContain(words);
    expect(await page(`/public/boards/${world.boardId}/agendas.atom`)).toContain(words);
    expect(await page(`/public/boards/${world.boardId}/agendas.atom`)).toContain(
      'Moved: meeting on Friday 26 July 2030',
    );
    expect(unfolded(await page(`/public/boards/${world.boardId}/meetings.ics`))).toContain(
      `DESCRIPTION:${words}`,
    );

    const again = await move(id, version + 1, { place: 'Library', reason: 'The hall stays shut.' });
    expect(again.moved).toMatchObject({ meetsOn: '2030-07-19', place: 'Town Hall' });
    expect(await page(`/public/meetings/${id}`)).toContain(
      'Moved from Friday 19 July 2030, Town Hall: The hall stays shut.',
    );
    await world.published(id);
    const told = await page(`/public/meetings/${id}`);
    expect(told).toContain('Moved from Friday 19 July 2030, Town Hall');
    expect(told).not.toContain('before the meeting was moved');
    // The papers say the new day now: from there it moves next.
    const on = await move(id, again.version, { startsAt: '11:00', reason: 'The chair is away.' });
    expect(on.moved).toMatchObject({ meetsOn: '2030-07-26', startsAt: '10:30', place: 'Library' });
    const back = await move(id, on.version, { startsAt: '10:30', reason: 'The chair is back.' });
    expect(back.moved).toBeNull();
  });
});

describe('a meeting nobody was told of yet', () => {
  it('moves freely while there is notice enough, and with a reason to a day that gives less', async () => {
    const id = await world.aMeeting({ meetsOn: dayIn(60) });
    expect((await move(id, 1, { meetsOn: dayIn(50), place: 'Library' })).moved).toBeNull();
    expect(await refused(id, 2, { meetsOn: dayIn(1) })).toBe(WITHOUT);
    const moved = await move(id, 2, { meetsOn: dayIn(1), reason: 'The grant closes.' });
    expect(moved.moved).toMatchObject({ meetsOn: dayIn(50), reason: 'The grant closes.' });
    // That it is over already is set right without more ado.
    expect((await move(id, 3, { meetsOn: dayIn(-2) })).moved).toBeNull();
  });

  it('wants a reason once a forward plan told of it', async () => {
    const id = await world.aMeeting({ meetsOn: dayIn(60) });
    const input = { boardIds: [world.boardId], meetingId: id, title: 'Estates' };
    await world.secretary.ok(PLAN, { input });
    expect((await move(id, 1, { meetsOn: dayIn(61) })).moved).toBeNull();
    const { prepareForwardPlan } = await world.secretary.ok<{
      prepareForwardPlan: { publication: { id: string } };
    }>(PREPARE_PLAN, { input: { boardId: world.boardId } });
    await world.publish(await world.built(prepareForwardPlan.publication.id));
    expect(await refused(id, 2, { meetsOn: dayIn(70) })).toBe(WITHOUT);
    expect((await move(id, 2, { meetsOn: dayIn(70), reason: 'A clash.' })).moved?.meetsOn).toBe(dayIn(61));
    const asked = await world.app.nobody.ok<{ meeting: Moved }>(ASK, { id });
    expect(asked.meeting.moved?.reason).toBe('A clash.');
  });
});

const unfolded = (calendar: string) => calendar.replace(/\r\n /g, '');
