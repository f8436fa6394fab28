import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RaceWorld, startRaceWorld } from './hands.js';
import { type Command, expectIntactLog, Race } from './race.js';
import { inManyHistories, rounds, run } from './rounds.js';

/** Invariants 8 and 9: whatever many do to the tree of a plan at once, it stays a tree, and nothing stands in use below what is away. */
const HANDS = ['lead1', 'lead2', 'lead3', 'lead4', 'lead5', 'lead6'];
const ACTIONS = 6;
const HISTORIES = rounds(60);

let world: RaceWorld;
beforeAll(async () => {
  world = await startRaceWorld(HANDS);
});
afterAll(() => world.close());

/** Items by their number: actions first, from 0 on, in a row each below the next; then the two workstreams. */
interface Step {
  verb: string;
  on: number;
  to: number;
}
const anyOf = (verbs: readonly string[], most: number): fc.Arbitrary<Step> =>
  fc.record({ verb: fc.constantFrom(...verbs), on: fc.nat(most), to: fc.nat(ACTIONS) });
const ON_ACTIONS = ['createAction', 'updateAction', 'archiveAction', 'restoreAction', 'restrictAction'];
const ON_WORKSTREAMS = [
  'moveWorkstream',
  'archiveWorkstream',
  'restoreWorkstream',
  'restrictWorkstream',
  'createRisk',
];
const step = fc.oneof(
  { arbitrary: anyOf(['moveAction'], ACTIONS - 1), weight: 6 },
  { arbitrary: anyOf(ON_ACTIONS, ACTIONS - 1), weight: 6 },
  { arbitrary: anyOf(ON_WORKSTREAMS, 1), weight: 2 },
);

/** Two workstreams, in the first a chain of actions, each below the one before. */
async function aPlan() {
  const { app, partnershipId, north } = world;
  const planId = await app.build.plan(partnershipId);
  const workstreams = [
    await app.build.workstream(planId, { leadOrganisationId: north }),
    await app.build.workstream(planId, { leadOrganisationId: north }),
  ];
  const actions: string[] = [];
  for (let i = 0; i < ACTIONS; i++)
    actions.push(
      await app.build.action(workstreams[0] ?? '', {
        ownerId: north,
        parentId: i % 3 ? actions[i - 1] : null,
      }),
    );
  return { planId, workstreams, actions };
}

let written = 0;
function commandFor(
  { planId, workstreams, actions }: Awaited<ReturnType<typeof aPlan>>,
  race: Race,
  { verb, on, to }: Step,
  lane: number,
): Command {
  const id = (ON_WORKSTREAMS.includes(verb) ? workstreams : actions)[on] ?? '';
  const input = { id, expectedVersion: race.newest(id) };
  const circle =
    to % 2
      ? null
      : { kind: 'ORGANISATIONS', organisationIds: [world.north, ...(to % 4 ? [world.south] : [])] };
  const more: Record<string, object> = {
    moveAction: { parentId: actions[to] ?? null },
    updateAction: { title: `Title ${written++}` },
    restrictAction: { audience: circle },
    restrictWorkstream: { audience: circle },
    moveWorkstream: { afterId: to % 2 ? workstreams[1 - on] : null },
  };
  const by = HANDS[lane] ?? '';
  if (verb === 'createRisk')
    return { by, verb, input: { planId, workstreamId: id, event: `Risk ${written++}` } };
  return verb === 'createAction'
    ? { by, verb, input: { workstreamId: workstreams[0], parentId: id, title: `Made ${written++}` } }
    : { by, verb, input: { ...input, ...more[verb] } };
}

const WRONG: Record<string, string> = {
  'stands below itself': `
    with recursive up as (
      select id, parent_id as at from actions where plan_id = $1
      union select u.id, a.parent_id from up u join actions a on a.id = u.at)
    select id from up where at = id`,
  'stands below an action of another workstream': `
    select a.id from actions a join actions p on p.id = a.parent_id where a.plan_id = $1 and a.workstream_id <> p.workstream_id`,
  'is in use below what was put away': `
    select a.id from actions a join workstreams w on w.id = a.workstream_id left join actions p on p.id = a.parent_id
    where a.plan_id = $1 and a.archived_at is null and (w.archived_at is not null or p.archived_at is not null)
    union all select r.id from risks r join workstreams w on w.id = r.workstream_id
    where r.plan_id = $1 and r.archived_at is null and w.archived_at is not null`,
  'is seen by others than it should be': `
    select a.id from actions a join workstreams w on w.id = a.workstream_id left join actions p on p.id = a.parent_id
    where a.plan_id = $1 and a.audience_id is distinct from
      case when a.own_audience_id is null then coalesce(p.audience_id, w.audience_id)
      else intersect_audiences(coalesce(p.audience_id, w.audience_id), a.own_audience_id) end
    union all select r.id from risks r join workstreams w on w.id = r.workstream_id
    where r.plan_id = $1 and r.audience_id <> w.audience_id`,
};

it('stays a tree, seen by whom it should be, with all that is put away out of use', async () => {
  const outcomes = new Map<string, number>();
  await inManyHistories(
    { step, hands: HANDS.length, histories: HISTORIES, seed: 20_261_129 },
    async (lanes) => {
      const plan = await aPlan();
      const race = await Race.begin(world.app, world.partnershipId, world.hands);
      await run(race, lanes, (one: Step, lane) => commandFor(plan, race, one, lane));
      for (const [wrong, sql] of Object.entries(WRONG))
        expect(await world.app.build.sql(sql, [plan.planId]), `something ${wrong}`).toEqual([]);
      await race.checkLog();
      for (const { verb, refused } of race.outcomes) {
        const name = refused ?? verb;
        outcomes.set(name, (outcomes.get(name) ?? 0) + 1);
      }
    },
  );
  // Each verb was done, and each way to be refused was met: the histories are worth something.
  for (const name of ['moveAction', ...ON_ACTIONS, ...ON_WORKSTREAMS, 'CONFLICT', 'NO_RINGS', 'PUT_AWAY'])
    expect(outcomes.get(name) ?? 0, name).toBeGreaterThan(0);
});

it('leaves a log that is intact', () => expectIntactLog(world.app));
