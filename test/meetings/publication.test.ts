import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenRule, changesNothing } from '../support/world.js';
import { ADD, type Part, PREPARE, PUBLISH, partOf, type Publishing, RECALL, startPublishing, titles } from './publications.js';

let world: Publishing;
beforeAll(async () => {
  world = await startPublishing();
});
afterAll(() => world.app.close());

const anAgenda = async (input: object = {}) => {
  const { aMeeting, add, restrict } = world;
  const meetingId = await aMeeting(input);
  await add(meetingId, 'Winter plan');
  const secret = await restrict(await add(meetingId, 'Sale of the depot'));
  await add(meetingId, 'Workforce');
  return { meetingId, secret };
};

describe('preparing a pack', () => {
  it('is for those who keep the meeting, and for nobody else', async () => {
    const { meetingId } = await anAgenda();
    const input = { meetingId };
    expect(
      await changesNothing(world.app, async () => {
        for (const by of [world.northLead, world.member])
          expect(await brokenRule(by, PREPARE, { input })).toContain('FORBIDDEN');
        expect(await brokenRule(world.stranger, PREPARE, { input })).toContain('FORBIDDEN');
      }),
    ).toBe(true);
  });

  it('holds for the public only what is public, numbered and timed as if there were nothing else', async () => {
    const { meetingId } = await anAgenda();
    const { id } = await world.prepare(meetingId);
    const pack = await world.built(id);
    expect(pack).toMatchObject({ kind: 'AGENDA', status: 'PREPARED', number: null, stepsDone: 4 });
    expect(partOf(pack, 'PUBLIC')?.items.map((item) => `${item.number} ${item.startsAt} ${item.title}`)).toEqual([
      '1 10:30 Winter plan',
      '2 10:40 Workforce',
    ]);
    expect(partOf(pack, 'FULL')?.items.map((item) => `${item.number} ${item.startsAt} ${item.title}`)).toEqual([
      '1 10:30 Winter plan',
      '2 10:40 Workforce',
      '3 10:50 Sale of the depot',
    ]);
    expect(partOf(pack, 'PUBLIC')?.files.map(({ format }) => format)).toEqual(['HTML', 'PDF', 'WORD']);
  });
});
