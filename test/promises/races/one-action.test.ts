import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RaceWorld, startRaceWorld } from './hands.js';
import { type Command, expectIntactLog, Race } from './race.js';
import { rounds } from './rounds.js';

/** Invariants 3, 4 and 37: nobody’s edit is lost, two never win the same version, and each that counts is in the log once. */
const WRITERS = Array.from({ length: 16 }, (_, i) => `writer${i + 1}`);
const EDITS = rounds(50);

let world: RaceWorld;
let workstreamId: string;
beforeAll(async () => {
  world = await startRaceWorld(WRITERS);
  const planId = await world.app.build.plan(world.partnershipId);
  workstreamId = await world.app.build.workstream(planId, { leadOrganisationId: world.north });
});
afterAll(() => world.close());

const begin = () => Race.begin(world.app, world.partnershipId, world.hands);
const anAction = () => world.app.build.action(workstreamId, { ownerId: world.north, title: 'At first' });

it('of sixteen who write the same field, one wins at each version; the others are told by whom, and what', async () => {
  const [race, id] = [await begin(), await anAction()];
  await Promise.all(
    WRITERS.map(async (by) => {
      let seen = 1;
      for (let n = 1; n <= EDITS; n++) {
        const input = { id, expectedVersion: seen, title: `Edit ${n} of ${by}` };
        const { written, conflicts } = await race.send({ by, verb: 'updateAction', input });
        seen = written?.version ?? conflicts[0]?.theirVersion ?? seen;
      }
    }),
  );
  expect(race.outcomes).toHaveLength(WRITERS.length * EDITS);
  const edits = (await race.checkLog()).filter((one) => one.id === id && one.kind === 'UPDATED');
  expect(edits.map(({ after, actor }) => [after['title'], actor])).toEqual(
    race.acknowledged
      .sort((a, b) => a.written.version - b.written.version)
      .map(({ input, by }) => [input['title'], world.personIds[by]]),
  );
  for (const { written, input } of race.acknowledged)
    expect(written.version, 'written over what the writer had not seen').toBe(
      Number(input['expectedVersion']) + 1,
    );
  const at = new Map(edits.map((one) => [one.version, one]));
  for (const { input, refused, conflicts } of race.outcomes.filter(({ written }) => !written)) {
    expect(refused).toBe('CONFLICT');
    const [clash] = conflicts;
    const theirs = at.get(clash?.theirVersion ?? 0);
    const who = Object.entries(world.personIds).find(([, person]) => person === theirs?.actor)?.[0];
    expect(clash).toMatchObject({
      field: 'title',
      theirs: theirs?.after['title'],
      yours: input['title'],
      changedBy: who,
    });
    expect(clash?.theirVersion).toBeGreaterThan(Number(input['expectedVersion']));
  }
  expect(race.acknowledged.length).toBeGreaterThan(EDITS);
  expect(race.outcomes.length - race.acknowledged.length).toBeGreaterThan(EDITS);
});

it('of eight who write a field each, all stand and nobody is told of a conflict, however old what they had seen', async () => {
  const [race, id, place] = [await begin(), await anAction(), await anAction()];
  const { north, south } = world;
  const circles = [[north], [north, south]].map((organisationIds) => ({
    kind: 'ORGANISATIONS',
    organisationIds,
  }));
  const role = 'SUPPORTING';
  const leads = { role: 'ACCOUNTABLE', organisationId: north };
  const ways: ((n: number) => Pick<Command, 'verb'> & { field: object })[] = [
    (n) => ({ verb: 'updateAction', field: { title: `Title ${n}` } }),
    (n) => ({ verb: 'updateAction', field: { reference: `R${n}` } }),
    (n) => ({ verb: 'updateAction', field: { expectedOutcome: `Outcome ${n}` } }),
    (n) => ({ verb: 'updateAction', field: { timing: `${n} May 20${10 + n}` } }),
    (n) => ({ verb: 'rateAction', field: { status: ['RED', 'AMBER'][n % 2] } }),
    (n) => ({ verb: 'assignAction', field: { leads: [leads, { role, outsideBody: `Body ${n}` }] } }),
    (n) => ({ verb: 'moveAction', field: { afterId: n % 2 ? place : null } }),
    (n) => ({ verb: 'restrictAction', field: { audience: circles[n % 2] } }),
  ];
  await Promise.all(
    ways.map(async (way, i) => {
      let seen = 1;
      for (let n = 1; n <= EDITS; n++) {
        const { verb, field } = way(n);
        const input = { id, expectedVersion: seen, ...field };
        const outcome = await race.send({ by: WRITERS[i] ?? '', verb, input });
        expect(outcome).toMatchObject({ refused: null });
        seen = outcome.written?.version ?? seen;
      }
    }),
  );
  expect(race.acknowledged).toHaveLength(ways.length * EDITS);
  await race.checkLog();
  expect(await world.app.build.row('actions', id)).toMatchObject({
    ...{
      title: `Title ${EDITS}`,
      reference: `R${EDITS}`,
      expected_outcome: `Outcome ${EDITS}`,
      status: ['RED', 'AMBER'][EDITS % 2],
    },
    ...{
      timing_as_written: `${EDITS} May 20${10 + EDITS}`,
      owners_revision: EDITS,
      version: 1 + ways.length * EDITS,
    },
  });
});

it('whose deadline two changed is told it as the other wrote it, not in what is kept beside it', async () => {
  const [race, id] = [await begin(), await anAction()];
  const [one, other] = [WRITERS[0] ?? '', WRITERS[1] ?? ''];
  const send = (by: string, timing: string) =>
    race.send({ by, verb: 'updateAction', input: { id, expectedVersion: 1, timing } });
  await send(one, 'May 2031');
  const { conflicts } = await send(other, 'Autumn 2032');
  const told = { field: 'timing', base: null, theirs: 'May 2031', yours: 'Autumn 2032', changedBy: one };
  expect(conflicts).toMatchObject([told]);
});

it('leaves a log that is intact', () => expectIntactLog(world.app));
