import fc from 'fast-check';
import type { Command, Race } from './race.js';

/** How many times as many rounds are run as usual; the time a test may take is raised with --testTimeout. */
const FACTOR = Number(process.env['RACE_ROUNDS'] ?? 1);

export const rounds = (usual: number): number => Math.ceil(usual * FACTOR);

/** What one hand does, one thing after the other. */
export type Lane<Step> = readonly Step[];

/** The same histories every run. One that fails is made shorter, for as long as that does not take too long. */
export async function inManyHistories<Step>(
  { step, hands, steps = 4, histories, seed }: Histories<Step>,
  check: (lanes: readonly Lane<Step>[]) => Promise<void>,
): Promise<void> {
  const lanes = fc.array(fc.array(step, { minLength: 1, maxLength: steps }), {
    minLength: 2,
    maxLength: hands,
  });
  await fc.assert(fc.asyncProperty(lanes, check), {
    ...{ seed, numRuns: histories, interruptAfterTimeLimit: LONGEST_MS, markInterruptAsFailure: true },
  });
}

interface Histories<Step> {
  /** One thing somebody may try. */
  step: fc.Arbitrary<Step>;
  /** The most who try at the same time, and how many things each at most. */
  hands: number;
  steps?: number;
  histories: number;
  seed: number;
}

const LONGEST_MS = 80_000 * FACTOR;

/** All lanes at once, each in its order; every step is put together when its turn comes, from what was told so far. */
export async function run<Step>(
  race: Race,
  lanes: readonly Lane<Step>[],
  commandFor: (step: Step, lane: number) => Command,
): Promise<void> {
  await Promise.all(
    lanes.map(async (lane, i) => {
      for (const step of lane) await race.send(commandFor(step, i));
    }),
  );
}
