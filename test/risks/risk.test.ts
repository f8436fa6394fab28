import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bandOf, scoreOf } from '../../server/features/risks/risk.rules.js';
import { refusedWith, type TwoPartners, twoPartners } from '../cross-references/two-partners.js';
import type { Person } from '../support/app.js';

interface Named {
  id: string;
  kind: string;
  status: string;
  textAsWritten: string | null;
  unresolvedBecause: string | null;
  to: { id: string } | null;
}

interface Told {
  id: string;
  version: number;
  event: string;
  status: string;
  archivedAt: string | null;
  inherent: object | null;
  current: { score: number; band: string } | null;
  target: object | null;
  owners: { organisation: { id: string } | null }[];
  crossReferences: Named[];
  viewerCan: { update: boolean; archive: boolean };
}

const document = (
  verb: string,
  input: string,
) => `mutation($input: ${input}!) { ${verb}Risk(input: $input) { risk {
  id version event status archivedAt inherent { likelihood impact score band } current { likelihood impact score band } target { score band }
  owners { organisation { id } } viewerCan { update archive restrict comment }
  crossReferences { id kind status textAsWritten unresolvedBecause to { ... on Action { id } } } } } }`;
const inputs: Record<string, string> = {
  create: 'CreateRiskInput',
  update: 'UpdateRiskInput',
  score: 'ScoreRiskInput',
  assign: 'AssignRiskInput',
};

describe('bands', () => {
  it('are 1–3, 4–6, 8–12 and 15–25', () => {
    const bands = new Map<string, number[]>();
    for (let likelihood = 1; likelihood <= 5; likelihood++)
      for (let impact = 1; impact <= 5; impact++) {
        const score = likelihood * impact;
        bands.set(bandOf(score), [...(bands.get(bandOf(score)) ?? []), score]);
      }
    const range = (name: string) => [
      Math.min(...(bands.get(name) ?? [])),
      Math.max(...(bands.get(name) ?? [])),
    ];
    expect(['Low', 'Moderate', 'High', 'Extreme'].map(range)).toEqual([
      [1, 3],
      [4, 6],
      [8, 12],
      [15, 25],
    ]);
    expect(scoreOf(3, 4)).toEqual({ likelihood: 3, impact: 4, score: 12, band: 'High' });
    expect(scoreOf(null, 4)).toBeNull();
  });
});

let world: TwoPartners;
let chair: Person;
beforeAll(async () => {
  world = await twoPartners();
  const personId = await world.app.build.person(world.partnershipId, {
    email: 'chair@example.org',
    organisationId: world.south,
    role: 'VIEWER',
  });
  await world.app.build.seat(world.partnershipId, world.boardId, personId, { capacity: 'CHAIR' });
  chair = await world.app.as('chair@example.org');
});
afterAll(() => world.app.close());

const ask = (who: Person, verb: string, input: object) =>
  who.query<Record<string, { risk: Told }>>(document(verb, inputs[verb] ?? 'ItemVersionInput'), { input });
async function done(who: Person, verb: string, input: object): Promise<Told> {
  const { data, errors } = await ask(who, verb, input);
  const told = data?.[`${verb}Risk`]?.risk;
  if (!told) throw new Error(JSON.stringify(errors));
  return told;
}
const refused = (code: string, who: Person, verb: string, input: object) =>
  refusedWith(world.app, code, () => ask(who, verb, input));
const inWorkstream1 = (more = {}) => ({
  planId: world.planId,
  workstreamId: world.workstream1,
  event: 'The records may not be joined up',
  ...more,
});

describe('adding a risk', () => {
  it('is for a lead of the workstream’s organisations, or those who run the board', async () => {
    await refused('NOT_FOUND', world.stranger, 'create', inWorkstream1());
    await refused('FORBIDDEN', world.editorNorth, 'create', inWorkstream1());
    await refused('FORBIDDEN', world.leadSouth, 'create', inWorkstream1());
    await refused('UNAUTHENTICATED', world.app.nobody, 'create', inWorkstream1());
    const input = inWorkstream1({
      current: { likelihood: 4, impact: 5 },
      owners: [{ role: 'ACCOUNTABLE', organisationId: world.south }],
    });
    const made = await done(world.leadNorth, 'create', input);
    expect(made).toMatchObject({
      status: 'OPEN',
      current: { likelihood: 4, impact: 5, score: 20, band: 'Extreme' },
      inherent: null,
      owners: [{ organisation: { id: world.south } }],
    });
    expect(
      await done(chair, 'create', { planId: world.planId, event: 'The money may run out' }),
    ).toMatchObject({ viewerCan: { update: true, comment: true } });
  });

  it('refuses a score off the matrix and a workstream of another plan', async () => {
    await refused(
      'INVALID_INPUT',
      world.leadNorth,
      'create',
      inWorkstream1({ current: { likelihood: 6, impact: 1 } }),
    );
    const other = await world.app.build.workstream(await world.app.build.plan(world.partnershipId), {
      leadOrganisationId: world.north,
    });
    await refused('INVALID_INPUT', world.leadNorth, 'create', inWorkstream1({ workstreamId: other }));
  });

  it('answers a second try with what the first made', async () => {
    const input = inWorkstream1({
      id: randomUUID(),
      event: 'A1 may slip',
      owners: [{ role: 'ACCOUNTABLE', organisationId: world.north }],
    });
    const first = await done(world.leadNorth, 'create', input);
    const again = await done(world.leadNorth, 'create', input);
    expect(again).toEqual(first);
    expect(first.crossReferences).toHaveLength(1);
  });
});

describe('the actions a risk names', () => {
  it('become cross-references; a name that leads nowhere is kept as written', async () => {
    const [c1, c2, c4] = await Promise.all(
      ['C1', 'C2', 'C4'].map((reference) =>
        world.app.build.action(world.workstream1, { reference, ownerId: world.north }),
      ),
    );
    const made = await done(
      world.leadNorth,
      'create',
      inWorkstream1({ event: 'C1–C4 may not be delivered', effect: 'WS2 B1 waits' }),
    );
    const to = (id: string | undefined, status: string) =>
      expect.objectContaining({ kind: 'RELATES_TO', to: { id }, status });
    expect(made.crossReferences).toHaveLength(5);
    expect(made.crossReferences).toEqual(
      expect.arrayContaining([
        to(c1, 'CONFIRMED'),
        to(c2, 'CONFIRMED'),
        to(c4, 'CONFIRMED'),
        to(world.b1, 'PROPOSED'),
        expect.objectContaining({
          to: null,
          textAsWritten: 'C1–C4',
          unresolvedBecause: 'Workstream 1 has no C3',
        }),
      ]),
    );
    const seen = await world.viewerNorth.ok(`query($id: ID!) { action(id: $id) { risks { id event } } }`, {
      id: c1,
    });
    expect(seen).toEqual({ action: { risks: [{ id: made.id, event: 'C1–C4 may not be delivered' }] } });
  });

  it('follow the words when they change, and leave alone what was written by hand', async () => {
    const [d1, d2, d3] = await Promise.all(
      ['D1', 'D2', 'D3'].map((reference) =>
        world.app.build.action(world.workstream1, { reference, ownerId: world.north }),
      ),
    );
    const made = await done(
      world.leadNorth,
      'create',
      inWorkstream1({ event: 'Action D1 and action D9 may slip' }),
    );
    const kept = made.crossReferences.find(({ to }) => to?.id === d1);
    expect(made.crossReferences).toHaveLength(2);
    await world.leadNorth.ok(
      `mutation($from: ID!, $to: ID!) { proposeCrossReference(input: {fromId: $from, toId: $to, kind: RELATES_TO}) { crossReference { id } } }`,
      { from: made.id, to: d3 },
    );
    const changed = await done(world.editorNorth, 'update', {
      id: made.id,
      expectedVersion: 1,
      event: 'Action D1 and action D2 may slip',
    });
    expect(new Set(changed.crossReferences.map(({ to }) => to?.id))).toEqual(new Set([d1, d2, d3]));
    expect(changed.crossReferences.find(({ to }) => to?.id === d1)?.id).toBe(kept?.id);
    const cleared = await done(world.editorNorth, 'update', {
      id: made.id,
      expectedVersion: 2,
      event: 'Nothing is named',
    });
    expect(cleared.crossReferences.map(({ to }) => to?.id)).toEqual([d3]);
  });

  it('are not made again after somebody withdrew one, or said what an unknown name means', async () => {
    const [e1, e2] = await Promise.all(
      ['E1', 'E2'].map((reference) =>
        world.app.build.action(world.workstream1, { reference, ownerId: world.north }),
      ),
    );
    const made = await done(
      world.leadNorth,
      'create',
      inWorkstream1({ event: 'Action E1 may slip. Action E9 may slip' }),
    );
    const [withdrawn, unknown] = [
      made.crossReferences.find(({ to }) => to?.id === e1),
      made.crossReferences.find(({ to }) => !to),
    ];
    await world.editorNorth.ok(
      `mutation($a: ItemVersionInput!, $b: UpdateCrossReferenceInput!) {
        archiveCrossReference(input: $a) { crossReference { id } } updateCrossReference(input: $b) { crossReference { id } } }`,
      { a: { id: withdrawn?.id, expectedVersion: 1 }, b: { id: unknown?.id, expectedVersion: 1, toId: e2 } },
    );
    const event = 'Action E1 may slip. Action E9 may slip badly';
    const changed = await done(world.editorNorth, 'update', { id: made.id, expectedVersion: 1, event });
    expect(changed.crossReferences.map(({ to }) => to?.id)).toEqual([e2]);
  });
});

describe('keeping a risk', () => {
  const made = () =>
    done(
      world.leadNorth,
      'create',
      inWorkstream1({ owners: [{ role: 'ACCOUNTABLE', organisationId: world.north }] }),
    );

  it.each([
    ['update', { controls: 'A weekly call' }],
    ['score', { current: { likelihood: 2, impact: 2 } }],
    ['assign', { owners: [] }],
    ['close', {}],
    ['archive', {}],
  ])('lets only its keepers %s it', async (verb, change) => {
    const { id } = await made();
    const input = { id, expectedVersion: 1, ...change };
    await refused('NOT_FOUND', world.stranger, verb, input);
    await refused('FORBIDDEN', world.viewerNorth, verb, input);
    await refused('FORBIDDEN', world.editorSouth, verb, input);
    expect((await done(world.leadNorth, verb, input)).version).toBe(2);
  });

  it('refuses a change made against an older score, and keeps changes to different scores', async () => {
    const { id } = await made();
    await done(world.leadNorth, 'score', { id, expectedVersion: 1, current: { likelihood: 3, impact: 3 } });
    const stale = await refused('CONFLICT', world.editorNorth, 'score', {
      id,
      expectedVersion: 1,
      current: { likelihood: 5, impact: 5 },
    });
    expect(stale.errors?.[0]?.extensions).toMatchObject({ conflicts: [{ field: 'current' }] });
    const both = await done(world.editorNorth, 'score', {
      id,
      expectedVersion: 1,
      target: { likelihood: 1, impact: 3 },
    });
    expect(both).toMatchObject({ current: { score: 9, band: 'High' }, target: { score: 3, band: 'Low' } });
    expect(await done(world.editorNorth, 'score', { id, expectedVersion: 3, current: null })).toMatchObject({
      current: null,
    });
  });

  it('refuses to be left without words', async () => {
    const { id } = await made();
    await refused('INVALID_INPUT', world.leadNorth, 'update', { id, expectedVersion: 1, event: null });
  });

  it('closes and opens again, is put away and brought back', async () => {
    const { id } = await made();
    expect((await done(world.editorNorth, 'close', { id, expectedVersion: 1 })).status).toBe('CLOSED');
    expect((await done(world.editorNorth, 'reopen', { id, expectedVersion: 2 })).status).toBe('OPEN');
    await refused('FORBIDDEN', world.editorNorth, 'archive', { id, expectedVersion: 3 });
    expect((await done(world.leadNorth, 'archive', { id, expectedVersion: 3 })).archivedAt).not.toBeNull();
    expect((await done(world.leadNorth, 'restore', { id, expectedVersion: 4 })).archivedAt).toBeNull();
  });

  it('is read as it was scored at an earlier moment', async () => {
    const { id } = await done(
      world.leadNorth,
      'create',
      inWorkstream1({ current: { likelihood: 5, impact: 5 } }),
    );
    const then = new Date().toISOString();
    await done(world.leadNorth, 'score', { id, expectedVersion: 1, current: { likelihood: 1, impact: 1 } });
    const at = (asOf: string | null) =>
      world.viewerNorth.ok(
        `query($id: ID!, $asOf: DateTime) { risk(id: $id, asOf: $asOf) { current { score } } }`,
        { id, asOf },
      );
    expect(await at(then)).toEqual({ risk: { current: { score: 25 } } });
    expect(await at(null)).toEqual({ risk: { current: { score: 1 } } });
  });
});

describe('the register', () => {
  it('lists risks by score or review, a page at a time, filtered', async () => {
    const planId = await world.app.build.plan(world.partnershipId);
    const workstream = await world.app.build.workstream(planId, { leadOrganisationId: world.north });
    const add = async (event: string, likelihood: number | null, reviewOn: string | null) =>
      (
        await done(world.leadNorth, 'create', {
          planId,
          workstreamId: workstream,
          event,
          reviewOn,
          current: likelihood && { likelihood, impact: 5 },
        })
      ).id;
    const high = await add('Staff may leave', 5, '2026-12-01');
    const low = await add('Staff may be late', 1, null);
    const unscored = await add('Money may run out', null, '2026-01-01');
    const list = async (args: string) => {
      const { risks } = await world.viewerNorth.ok<{
        risks: { nodes: { id: string }[]; totalCount: number; pageInfo: { endCursor: string } };
      }>(
        `query($plan: ID!) { risks(within: $plan, ${args}) { nodes { id } totalCount pageInfo { endCursor } } }`,
        { plan: planId },
      );
      return { ids: risks.nodes.map(({ id }) => id), ...risks };
    };
    expect((await list('first: 10')).ids).toEqual([high, low, unscored]);
    expect((await list('first: 10, orderBy: REVIEW')).ids).toEqual([unscored, high, low]);
    const first = await list('first: 2');
    expect((await list(`first: 2, after: "${first.pageInfo.endCursor}"`)).ids).toEqual([unscored]);
    expect((await list('first: 10, filter: {minimumScore: 15}')).ids).toEqual([high]);
    expect((await list('first: 10, filter: {text: "staff"}')).totalCount).toBe(2);
    expect((await list('first: 10, filter: {statuses: [CLOSED]}')).ids).toEqual([]);
    await done(world.leadNorth, 'archive', { id: low, expectedVersion: 1 });
    expect((await list('first: 10')).ids).toEqual([high, unscored]);
    expect((await list('first: 10, filter: {archived: true}')).ids).toEqual([low]);
  });
});
