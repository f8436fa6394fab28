import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RaceWorld, startRaceWorld } from './hands.js';
import { type Command, expectIntactLog, Race } from './race.js';
import { inManyHistories, rounds, run } from './rounds.js';

/** What is decided while others are at work: an action signed off while it is rated anew, a plan adopted, closed or put away while it is written. */
const ROUNDS = rounds(80);
const HISTORIES = rounds(40);
const EDITORS = ['northlead', 'lead1', 'lead2', 'lead3'];

let world: RaceWorld;
beforeAll(async () => {
  world = await startRaceWorld(EDITORS.slice(1));
});
afterAll(() => world.close());

const begin = () => Race.begin(world.app, world.partnershipId, world.hands);

/** A plan of the board, with one workstream and one action in it. */
async function aPlan(status: string) {
  const { app, partnershipId, north, boardId, personIds } = world;
  const planId = await app.build.plan(partnershipId, { boardId, status });
  const workstreamId = await app.build.workstream(planId, { leadOrganisationId: north });
  await app.build.owner('Workstream', workstreamId, { personId: personIds['chair'], role: 'SPONSOR' });
  const actionId = await app.build.action(workstreamId, { ownerId: north, status: 'GREEN' });
  return { planId, workstreamId, actionId };
}

it('of a sign-off and ratings sent at the same moment one is heard, and Blue is Blue by a sponsor’s word alone', async () => {
  const { workstreamId } = await aPlan('ADOPTED');
  const winners = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    const race = await begin();
    const id = await world.app.build.action(workstreamId, { ownerId: world.north, status: 'GREEN' });
    const input = { id, expectedVersion: 1 };
    const commands: Command[] = [
      { by: 'chair', verb: 'signOffAction', input },
      { by: 'northlead', verb: 'rateAction', input: { ...input, status: 'RED' } },
      { by: 'northeditor', verb: 'rateAction', input: { ...input, status: 'AMBER' } },
      { by: 'lead1', verb: 'updateAction', input: { ...input, title: `Title of ${id}` } },
    ];
    const outcomes = await race.all(commands.map((_, i) => commands[(i + round) % 4] as Command));
    await race.checkLog();
    const heard = outcomes.filter(({ written, verb }) => written && verb !== 'updateAction');
    expect(heard).toHaveLength(1);
    const status = heard[0]?.input['status'] ?? 'BLUE';
    winners.add(String(status));
    for (const { written, refused, conflicts } of outcomes.filter((one) => !one.written))
      expect([written, refused, conflicts]).toMatchObject([
        null,
        'CONFLICT',
        [{ field: 'status', theirs: status }],
      ]);
    const row = await world.app.build.row('actions', id);
    expect(row).toMatchObject({ status, title: `Title of ${id}`, version: 3 });
    expect(row['signed_off_by_id']).toBe(status === 'BLUE' ? world.personIds['chair'] : null);
  }
  expect(winners).toContain('BLUE');
  expect(winners.size).toBeGreaterThan(1);
});

const DECIDING = ['adoptPlan', 'closePlan', 'archivePlan', 'restorePlan', 'restrictPlan', 'updatePlan'];
const WRITING = [
  'createWorkstream',
  'createAction',
  'createRisk',
  'createPriority',
  'createExternalDependency',
  'updateAction',
  'rateAction',
  'moveAction',
  'reportUpdate',
  'updateWorkstream',
];
const step = fc.record({
  deciding: fc.constantFrom(...DECIDING),
  writing: fc.constantFrom(...WRITING),
  to: fc.nat(3),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const IN_USE_BELOW_WHAT_IS_AWAY = ['workstreams', 'actions', 'risks', 'priorities', 'external_dependencies']
  .map(
    (table) =>
      `select t.id from ${table} t join plans p on p.id = t.plan_id where p.id = $1 and p.archived_at is not null and t.archived_at is null`,
  )
  .join(' union all ');
const SEEN_BY_OTHERS = ['workstreams', 'actions', 'risks', 'priorities', 'external_dependencies', 'updates']
  .map(
    (table) =>
      `select t.id from ${table} t join plans p on p.id = t.plan_id where p.id = $1 and t.audience_id <> p.audience_id`,
  )
  .join(' union all ');

let written = 0;
function writing(
  { planId, workstreamId, actionId }: Awaited<ReturnType<typeof aPlan>>,
  race: Race,
  { writing: verb, to }: Step,
): object {
  const title = `Written ${written++}`;
  const action = { id: actionId, expectedVersion: race.newest(actionId) };
  const inputs: Record<string, object> = {
    createWorkstream: { planId, title },
    createAction: { workstreamId, title },
    createRisk: {
      planId,
      event: title,
      inherent: { likelihood: 3, impact: 3 },
      current: { likelihood: 2, impact: 3 },
    },
    createPriority: { planId, number: String(written), title },
    createExternalDependency: { planId, title, controlledBy: 'The regulator' },
    updateAction: { ...action, title },
    rateAction: { ...action, status: ['RED', 'AMBER', 'GREEN'][written % 3] },
    moveAction: { ...action, afterId: null },
    reportUpdate: {
      actionId,
      organisationId: world.north,
      period: `20${20 + to}-0${1 + (written % 9)}-01`,
      narrative: title,
      status: 'GREEN',
    },
    updateWorkstream: { id: workstreamId, expectedVersion: race.newest(workstreamId), title },
  };
  return inputs[verb] ?? {};
}

it('adopted, closed, narrowed or put away while many write in it, a plan is whole, and a closed one says what it said', async () => {
  const outcomes = new Set<string>();
  await inManyHistories<Step>(
    { step, hands: 6, steps: 6, histories: HISTORIES, seed: 20_261_131 },
    async (lanes) => {
      const plan = await aPlan(lanes.length % 2 ? 'DRAFT' : 'ADOPTED');
      const { planId } = plan;
      const race = await begin();
      await run(race, lanes, (one: Step, lane) => {
        if (lane > 1)
          return { by: EDITORS[lane % 4] ?? '', verb: one.writing, input: { ...writing(plan, race, one) } };
        const { north, south } = world;
        const more: Record<string, object> = {
          updatePlan: { title: `Plan ${written++}` },
          restrictPlan: {
            audience: one.to
              ? {
                  kind: 'ORGANISATIONS',
                  organisationIds: one.to > 1 ? [north, south] : [south, north].slice(0, 2),
                }
              : null,
          },
        };
        const input = { id: planId, expectedVersion: race.newest(planId), ...more[one.deciding] };
        return { by: 'chair', verb: one.deciding, input };
      });
      const entries = await race.checkLog();
      const { build } = world.app;
      expect(await build.sql(IN_USE_BELOW_WHAT_IS_AWAY, [planId]), 'in use below what was put away').toEqual(
        [],
      );
      expect(await build.sql(SEEN_BY_OTHERS, [planId]), 'seen by others than see the plan').toEqual([]);
      const closed = entries.findIndex(({ id, after }) => id === planId && after?.['status'] === 'CLOSED');
      const later = closed < 0 ? [] : entries.slice(closed + 1);
      const unfit = later.filter(
        ({ id, kind, before }) =>
          id !== planId && (kind === 'CREATED' || (kind === 'UPDATED' && !('audience_id' in (before ?? {})))),
      );
      expect(unfit, 'written in a closed plan').toEqual([]);
      for (const { refused, verb } of race.outcomes) outcomes.add(refused ?? verb);
    },
  );
  const met = [...DECIDING, ...WRITING, 'CONFLICT', 'PLAN_CLOSED', 'PUT_AWAY'];
  expect([...outcomes]).toEqual(expect.arrayContaining(met));
});

it('leaves a log that is intact', () => expectIntactLog(world.app));
