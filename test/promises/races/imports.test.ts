import { afterAll, beforeAll, expect, it } from 'vitest';
import { file, ROWS } from '../../support/import-world.js';
import { base64, preview } from '../../support/imports.js';
import { type RaceWorld, startRaceWorld } from './hands.js';
import { expectIntactLog, Race } from './race.js';
import { rounds } from './rounds.js';

/** Invariant 8: of workbooks brought into one plan at the same moment each is in it whole or not at all, and nothing stands twice. */
const ROUNDS = rounds(10);

let world: RaceWorld;
beforeAll(async () => {
  world = await startRaceWorld(['lead1', 'lead2', 'lead3']);
});
afterAll(() => world.close());

const begin = () => Race.begin(world.app, world.partnershipId, world.hands);
const aPlan = async () => {
  const planId = await world.app.build.plan(world.partnershipId);
  await world.app.build.workstream(planId, { leadOrganisationId: world.north, title: 'Before', number: '9' });
  return planId;
};

async function previewed(by: string, rows: string[], into: object): Promise<string> {
  const [hand] = world.hands[by] ?? [];
  if (!hand) throw new Error(`Nobody is called ${by}.`);
  return (await preview(hand, { fileName: 'A plan.csv', contentBase64: base64(file(...rows)), ...into })).id;
}

/** What is in use in a plan, as people name it. */
async function inUse(planId: string): Promise<string[]> {
  const rows = await world.app.build.sql<{ name: string }>(
    `select concat_ws(' ', 'WS', number, title) as name from workstreams where plan_id = $1 and archived_at is null
     union all select concat_ws(' ', reference, title) from actions where plan_id = $1 and archived_at is null order by name`,
    [planId],
  );
  return rows.map(({ name }) => name);
}

const WHOLE = [
  'A1 Plan every discharge on admission',
  'A2 One referral form',
  'B1 Train 40 carers',
  'B2 Share a bank of carers',
  'WS 1 Discharge',
  'WS 2 Workforce',
  'WS 9 Before',
];
const { a, b, c, d } = ROWS;

it('the same workbook brought in by two, each of them twice, is there once', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const planId = await aPlan();
    const ids = [
      await previewed('lead1', [a, b, c, d], { planId }),
      await previewed('lead2', [a, b, c, d], { planId }),
    ];
    const race = await begin();
    const outcomes = await race.all(
      ['lead1', 'lead2', 'lead1', 'lead2'].map((by, i) => ({
        by,
        verb: 'applyImport',
        input: { id: ids[i % 2] },
      })),
    );
    expect(outcomes.map(({ refused }) => refused)).toEqual([null, null, null, null]);
    await race.checkLog();
    expect(await inUse(planId)).toEqual(WHOLE);
  }
});

it('workbooks that have rows in common make one plan of both, while others write in it', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const planId = await aPlan();
    const [one, other] = [
      await previewed('lead1', [a, c, d], { planId }),
      await previewed('lead2', [a, b, c], { planId }),
    ];
    const race = await begin();
    const written = Array.from({ length: 6 }, (_, i) => ({
      ...{ by: 'lead3', verb: 'createWorkstream', input: { planId, number: `1${i}`, title: 'Beside' } },
    }));
    const apply = (by: string, id: string) => ({ by, verb: 'applyImport', input: { id } });
    const outcomes = await race.all([
      ...written.slice(3),
      apply('lead1', one),
      apply('lead2', other),
      ...written.slice(0, 3),
    ]);
    expect(outcomes.map(({ refused }) => refused)).toEqual(outcomes.map(() => null));
    await race.checkLog();
    expect(await inUse(planId)).toEqual(
      [...WHOLE, ...written.map(({ input }) => `WS ${input.number} Beside`)].toSorted(),
    );
  }
});

it('one undone while another is brought in leaves that other, whole', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const planId = await aPlan();
    const [one, other] = [
      await previewed('lead1', [a, b], { planId }),
      await previewed('lead2', [c], { planId }),
    ];
    const race = await begin();
    await race.send({ by: 'lead1', verb: 'applyImport', input: { id: one } });
    await race.all([
      { by: 'lead1', verb: 'undoImport', input: { id: one } },
      { by: 'lead2', verb: 'applyImport', input: { id: other } },
      { by: 'lead1', verb: 'undoImport', input: { id: one } },
    ]);
    await race.checkLog();
    expect(await inUse(planId)).toEqual(WHOLE.filter((name) => !/^A\d|B2|WS 1/.test(name)));
  }
});

it('a workbook that begins a plan, brought in twice at the same moment, begins one', async () => {
  const period = { kind: 'ACTION_PLAN', startsOn: '2018-04-01', endsOn: '2021-03-31' };
  for (let round = 0; round < ROUNDS; round++) {
    const newPlan = { partnershipId: world.partnershipId, title: `Begun in round ${round}`, ...period };
    const id = await previewed('lead1', [a, b, c, d], { newPlan });
    const race = await begin();
    await race.all([0, 1, 2].map(() => ({ by: 'lead1', verb: 'applyImport', input: { id } })));
    await race.checkLog();
    const plans = await world.app.build.sql<{ id: string }>('select id from plans where title = $1', [
      newPlan.title,
    ]);
    expect(plans).toHaveLength(1);
    expect(await inUse(plans[0]?.id ?? '')).toEqual(WHOLE.filter((name) => !name.endsWith('Before')));
  }
});

it('leaves a log that is intact', () => expectIntactLog(world.app));
