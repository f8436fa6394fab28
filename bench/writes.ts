import { randomUUID } from 'node:crypto';
import { throughput } from './load.js';
import * as queries from './queries.js';
import { report } from './report.js';
import { ask, type Cluster, plain, type Stand } from './stand.js';
import { type Contestant, explain, inTurns } from './turns.js';

/** Each writer edits what its organisation owns, and sends the version it was last answered. */
export async function editor(stand: Stand, cookie: string, ownedIds: readonly string[]) {
  const { rows } = await stand.admin.query<{ id: string; version: number }>(
    'select id, version from actions where id = any($1)',
    [ownedIds],
  );
  const versions = new Map(rows.map(({ id, version }) => [id, version]));
  const mine = (n: number) => ownedIds[n % ownedIds.length] ?? '';
  return {
    mine,
    next: (n: number) =>
      ask(
        queries.UPDATE,
        { input: { id: mine(n), expectedVersion: versions.get(mine(n)), title: `Title ${randomUUID()}` } },
        cookie,
      ),
    onAnswer: (n: number, text: string) => {
      const { data } = JSON.parse(text) as {
        data: { updateAction: { action: { version: number } } };
      };
      versions.set(mine(n), data.updateAction.action.version);
    },
  };
}

export async function measureWrites(stand: Stand, cluster: Cluster): Promise<void> {
  const { made, cookies } = stand;
  const product = await stand.product();
  const baseline = await stand.baseline();
  const here = await editor(stand, cookies[0] ?? '', made.ownedIds);
  const contestants: Contestant[] = [
    { served: product, next: here.next, onAnswer: here.onAnswer },
    {
      served: baseline,
      next: (n) => plain('/update', here.mine(n), `Title ${randomUUID()}`, made.partnershipId),
    },
  ];
  for (const [writers, atLeast] of [
    [1, undefined],
    [16, 0.3],
    [32, 0.4],
  ] as const) {
    if (process.env['BENCH_CPU']) await explain('updateAction', contestants, writers, cluster);
    const [our, bare] = await inTurns(contestants, writers);
    if (our && bare)
      report(
        `updateAction, ${writers} writer${writers > 1 ? 's' : ''} of one partnership: of the bare transaction`,
        our.perSecond / bare.perSecond,
        atLeast === undefined ? null : { atLeast },
        `${our.perSecond.toFixed(0)}/s of ${bare.perSecond.toFixed(0)}/s`,
      );
  }

  // Half of the writers work next door: together they do what all do in one, or more.
  const there = await editor(stand, await stand.signIn(made.neighbour.account), made.neighbour.ownedIds);
  const SECONDS = 3;
  const half = (one: typeof here) => throughput(product.url, 16, SECONDS, one.next, one.onAnswer);
  const inOne: number[] = [];
  const inTwo: number[] = [];
  for (let round = 0; round < 3; round++) {
    inOne.push((await throughput(product.url, 32, SECONDS, here.next, here.onAnswer)).perSecond);
    const both = await Promise.all([half(here), half(there)]);
    inTwo.push(both.reduce((sum, { perSecond }) => sum + perSecond, 0));
  }
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  report(
    'updateAction, 16 + 16 writers of two partnerships: of 32 of one',
    sum(inTwo) / sum(inOne),
    { atLeast: 0.95 },
    `${(sum(inTwo) / 3).toFixed(0)}/s and ${(sum(inOne) / 3).toFixed(0)}/s`,
  );
}
