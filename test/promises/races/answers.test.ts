import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RaceWorld, startRaceWorld } from './hands.js';
import { type Command, expectIntactLog, Race } from './race.js';
import { inManyHistories, rounds, run } from './rounds.js';

/** A promise between two partners is answered once: of those who answer it at the same moment one is heard, the others are told. */
const ROUNDS = rounds(100);
const HISTORIES = rounds(60);
const ASKING = ['northlead', 'northeditor'];
const ANSWERING = ['southlead', 'southeditor', 'southlead', 'southeditor'];

let world: RaceWorld;
let workstreams: string[];
beforeAll(async () => {
  world = await startRaceWorld();
  const { app, north, south } = world;
  const planId = await app.build.plan(world.partnershipId);
  workstreams = [
    await app.build.workstream(planId, { leadOrganisationId: north }),
    await app.build.workstream(planId, { leadOrganisationId: south }),
  ];
});
afterAll(() => world.close());

/** Proposed by the first partner, for the second to answer. */
async function aProposal(race: Race): Promise<string> {
  const { app, north, south } = world;
  const [fromId, toId] = [
    await app.build.action(workstreams[0] ?? '', { ownerId: north }),
    await app.build.action(workstreams[1] ?? '', { ownerId: south }),
  ];
  const input = { fromId, toId, kind: 'DEPENDS_ON', neededBy: '2031-04-30' };
  const { written } = await race.send({ by: 'northlead', verb: 'proposeCrossReference', input });
  return written?.id ?? '';
}

const begin = () => Race.begin(world.app, world.partnershipId, world.hands);
let said = 0;

it('of a confirmation and a dispute sent at the same moment exactly one is heard, whoever sends them', async () => {
  const winners = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    const race = await begin();
    const id = await aProposal(race);
    const answers = ANSWERING.map((by, i): Command => {
      const input = { id, expectedVersion: 1 };
      return (i + round) % 2
        ? { by, verb: 'confirmCrossReference', input }
        : { by, verb: 'disputeCrossReference', input: { ...input, reason: `Reason ${said++}` } };
    });
    const outcomes = await race.all(answers);
    const heard = (await race.checkLog()).filter((one) => one.id === id && one.kind === 'UPDATED');
    expect(heard).toHaveLength(1);
    const [answer] = heard;
    winners.add(String(answer?.after['status']));
    for (const { written, verb, refused, conflicts, input } of outcomes) {
      const isHeard =
        answer?.after['status'] === 'CONFIRMED'
          ? verb.startsWith('confirm')
          : answer?.after['reason'] === input['reason'];
      expect(written, 'whoever was heard, and nobody else, was told so').toEqual(
        isHeard ? { id, version: 2 } : null,
      );
      if (!isHeard)
        expect([refused, conflicts[0]?.theirs]).toEqual([
          'CONFLICT',
          answer?.after[String(conflicts[0]?.field)],
        ]);
    }
  }
  expect(winners).toEqual(new Set(['CONFIRMED', 'DISPUTED']));
});

const ANSWERING_IDS = () => new Set(ANSWERING.map((name) => world.personIds[name] ?? ''));

const VERBS = [
  'confirmCrossReference',
  'counterCrossReference',
  'disputeCrossReference',
  'updateCrossReference',
  'archiveCrossReference',
  'restoreCrossReference',
] as const;

it('answered, offered for another day, rewritten, withdrawn and brought back at once, it has each acknowledged answer in its history once', async () => {
  const outcomes = new Set<string>();
  const step = fc.record({
    verb: fc.constantFrom(...VERBS),
    knows: fc.boolean(),
    kind: fc.constantFrom('DEPENDS_ON', 'RELATES_TO'),
  });
  await inManyHistories(
    { step, hands: 6, steps: 6, histories: HISTORIES, seed: 20_261_130 },
    async (lanes) => {
      const race = await begin();
      const id = await aProposal(race);
      await run(race, lanes, ({ verb, knows, kind }, lane) => {
        const isOfOtherEnd = verb.startsWith('counter') || verb.startsWith('dispute');
        const hands = isOfOtherEnd ? ANSWERING : [...ASKING, ...ANSWERING];
        // Some have seen the newest, some what it was at first.
        const input = { id, expectedVersion: knows ? race.newest(id) : 1 };
        const more: Record<string, object> = {
          counterCrossReference: { promisedBy: `2031-05-${10 + (said++ % 20)}` },
          disputeCrossReference: { reason: `Reason ${said++}` },
          updateCrossReference: { note: `Note ${said++}`, kind },
        };
        return { by: hands[lane % hands.length] ?? '', verb, input: { ...input, ...more[verb] } };
      });
      const entries = (await race.checkLog()).filter((one) => one.id === id);
      const reasons = entries.flatMap(({ after, before }) =>
        before && 'reason' in before && after['reason'] ? [after['reason']] : [],
      );
      expect(reasons.toSorted()).toEqual(
        race.acknowledged
          .flatMap(({ verb, input }) => (verb === 'disputeCrossReference' ? [input['reason']] : []))
          .toSorted(),
      );
      const row = await world.app.build.row('cross_references', id);
      const { status, decided_by_id: by, reason, promised_by: promised } = row;
      if (status === 'COUNTERED') expect(promised).not.toBeNull();
      if (status === 'PROPOSED') expect(promised).toBeNull();
      // Nobody but whoever asked ever said yes to a day that was offered instead.
      const accepted = entries.filter(
        ({ before, after }) => before?.['status'] === 'COUNTERED' && after['status'] === 'CONFIRMED',
      );
      expect(accepted.filter(({ actor }) => ANSWERING_IDS().has(actor ?? ''))).toEqual([]);
      expect([by !== null, reason !== null]).toEqual([status !== 'PROPOSED', status === 'DISPUTED']);
      for (const { refused, verb } of race.outcomes) outcomes.add(refused ?? verb);
    },
  );
  expect([...outcomes].filter((one) => one !== 'proposeCrossReference').toSorted()).toEqual(
    [...VERBS, 'CONFLICT', 'FORBIDDEN', 'INVALID_INPUT', 'WITHDRAWN'].toSorted(),
  );
});

it('leaves a log that is intact', () => expectIntactLog(world.app));
