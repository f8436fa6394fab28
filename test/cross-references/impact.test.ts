import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BragStatus, CrossReferenceKind, CrossReferenceStatus } from '../../schema/vocabulary.js';
import {
  type ChainLink,
  impactOf,
  type Supposed,
} from '../../server/features/cross-references/impact.rules.js';
import type { StrainEnd } from '../../server/features/cross-references/strain.rules.js';
import type { Person } from '../support/app.js';
import { reference, type TwoPartners, twoPartners } from './two-partners.js';

const today = '2026-06-15';
const head = (name: string, end: string | null, values: Partial<StrainEnd> = {}): StrainEnd => ({
  ...{ name, end, status: BragStatus.GREEN, archivedAt: null, ...values },
});
const needs = (fromId: string, toId: string, values: Partial<ChainLink> = {}): ChainLink => ({
  ...{ id: `${fromId} needs ${toId}`, fromId, toId, kind: CrossReferenceKind.DEPENDS_ON },
  ...{ status: CrossReferenceStatus.CONFIRMED, neededBy: null, promisedBy: null, ...values },
});

/** C needs B, B needs A. */
const heads = new Map([
  ['A', head('A', '2026-07-31')],
  ['B', head('B', '2026-08-31')],
  ['C', head('C', '2026-10-31')],
]);
const line = [needs('B', 'A'), needs('C', 'B')];
const hitsOf = (supposed: Supposed, links = line, of = heads) =>
  impactOf('A', supposed, of, links, today).map(({ itemId, depth, soonest }) => [itemId, depth, soonest]);

describe('what an action would hold up', () => {
  it('is nothing while it is in time for all that counts on it', () => {
    expect(hitsOf({ end: '2026-08-31' })).toEqual([]);
  });

  it('is what is due before it could be given, and no more than that', () => {
    expect(hitsOf({ end: '2026-09-30' })).toEqual([['B', 1, '2026-09-30']]);
    expect(hitsOf({ end: '2026-11-30' })).toEqual([
      ['B', 1, '2026-11-30'],
      ['C', 2, '2026-11-30'],
    ]);
  });

  it('is all that rests on it when it is Red or withdrawn: nobody can say when it comes', () => {
    const all = [
      ['B', 1, '2026-08-31'],
      ['C', 2, '2026-10-31'],
    ];
    expect(hitsOf({ status: BragStatus.RED })).toEqual(all);
    const gone = new Map([...heads, ['A', head('A', null, { archivedAt: '2026-06-01T09:00:00Z' })]]);
    expect(hitsOf({}, line, gone)).toEqual(all);
  });

  it('is nothing more of what is signed off: it has been given', () => {
    const given = new Map([...heads, ['B', head('B', '2026-08-31', { status: BragStatus.BLUE })]]);
    expect(hitsOf({ status: BragStatus.RED }, line, given)).toEqual([['B', 1, '2026-08-31']]);
    expect(hitsOf({ status: BragStatus.BLUE, end: '2026-11-30' })).toEqual([]);
  });

  it('is measured against the day agreed', () => {
    const agreed = [needs('B', 'A', { neededBy: '2026-08-01', promisedBy: '2026-08-15' })];
    expect(hitsOf({ end: '2026-08-20' }, agreed)).toEqual([['B', 1, '2026-08-31']]);
    expect(hitsOf({ end: '2026-08-15' }, agreed)).toEqual([]);
  });

  it('goes no further than what is merely contributed to', () => {
    const links = [needs('A', 'B', { kind: CrossReferenceKind.CONTRIBUTES_TO }), needs('C', 'B')];
    expect(hitsOf({ status: BragStatus.RED }, links).map(([id]) => id)).toEqual(['B']);
  });

  it('ends in any graph, rings too; hits each promise once, nearest first; and a later day never holds up less', () => {
    const ids = ['A', 'B', 'C', 'D', 'E', 'F'];
    const day = (n: number) => new Date(Date.UTC(2026, 6, n)).toISOString().slice(0, 10);
    const graph = fc.record({
      ends: fc.array(fc.option(fc.integer({ min: 1, max: 60 })), { minLength: 6, maxLength: 6 }),
      pairs: fc.uniqueArray(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), {
        selector: ([from, to]) => `${from}${to}`,
        maxLength: 20,
      }),
      due: fc.integer({ min: 1, max: 60 }),
      later: fc.integer({ min: 0, max: 60 }),
    });
    fc.assert(
      fc.property(graph, ({ ends, pairs, due, later }) => {
        const of = new Map(
          ids.map((id, i) => [id, head(id, ends[i] == null ? null : day(ends[i] ?? 1))] as const),
        );
        const links = pairs.filter(([from, to]) => from !== to).map(([from, to]) => needs(from, to));
        const sooner = impactOf('A', { end: day(due) }, of, links, today);
        const ofLater = impactOf('A', { end: day(due + later) }, of, links, today);
        const named = sooner.map(({ crossReferenceId }) => crossReferenceId);
        expect(new Set(named).size).toBe(named.length);
        expect(sooner.map(({ depth }) => depth)).toEqual(sooner.map(({ depth }) => depth).sort());
        const laterNamed = ofLater.map(({ crossReferenceId }) => crossReferenceId);
        expect(named.filter((id) => !laterNamed.includes(id))).toEqual([]);
      }),
      { numRuns: 2000, seed: 20260615 },
    );
  });
});

describe('over GraphQL', () => {
  let world: TwoPartners;
  let ids: Record<'a' | 'b' | 'c', string>;
  beforeAll(async () => {
    world = await twoPartners(() => new Date(`${today}T10:00:00Z`));
    const { app, north, south, workstream1, workstream2 } = world;
    const due = (timingEnd: string) => ({ timingStart: timingEnd, timingEnd, timingPrecision: 'DAY' });
    const action = (workstreamId: string, ownerId: string, ref: string, end: string, values = {}) =>
      app.build.action(workstreamId, { ownerId, reference: ref, ...due(end), ...values });
    const a = await action(workstream2, south, 'S1', '2026-07-31');
    const b = await action(workstream1, north, 'N1', '2026-08-31');
    const circle = await app.build.audience(world.partnershipId, 'ORGANISATIONS', [north]);
    const hidden = { audienceId: circle, ownAudienceId: circle };
    const c = await action(workstream1, north, 'N2', '2026-10-31', hidden);
    await reference(app, { fromId: b, toId: a, status: 'CONFIRMED' });
    await reference(app, { fromId: c, toId: b, status: 'CONFIRMED' });
    await reference(app, { fromId: a, toId: b, status: 'CONFIRMED' });
    ids = { a, b, c };
  });
  afterAll(() => world.app.close());

  const chain = async (who: Person, of: string, direction: string, depth = 10) =>
    (
      await who.ok<{ chain: { steps: unknown[]; isCircular: boolean; isCut: boolean } }>(
        `query($of: ID!, $direction: ChainDirection!, $depth: Int!) { chain(of: $of, direction: $direction, depth: $depth) {
          isCircular isCut steps { depth item { ... on Action { reference } } crossReference { kind } } } }`,
        { of, direction, depth },
      )
    ).chain;
  const impact = async (who: Person, of: string, ifDue: string | null, ifStatus: string | null = null) =>
    (
      await who.ok<{ impact: { steps: { depth: number; reasons: string[] }[]; organisations: unknown[] } }>(
        `query($of: ID!, $ifDue: Date, $ifStatus: BragStatus) { impact(of: $of, ifDue: $ifDue, ifStatus: $ifStatus) {
          organisations { name } steps { depth reasons soonest item { ... on Action { reference } } crossReference { id } } } }`,
        { of, ifDue, ifStatus },
      )
    ).impact;

  it('a chain is followed either way, rings once, as far as the reader sees', async () => {
    const step = (depth: number, name: string) => ({
      ...{ depth, item: { reference: name }, crossReference: { kind: 'DEPENDS_ON' } },
    });
    expect(await chain(world.editorNorth, ids.a, 'DOWNSTREAM')).toEqual({
      ...{ isCircular: true, isCut: false, steps: [step(1, 'N1'), step(2, 'N2')] },
    });
    expect(await chain(world.editorSouth, ids.a, 'DOWNSTREAM')).toEqual({
      ...{ isCircular: true, isCut: false, steps: [step(1, 'N1')] },
    });
    expect(await chain(world.editorNorth, ids.c, 'UPSTREAM')).toMatchObject({
      steps: [step(1, 'N1'), step(2, 'S1')],
    });
    expect(await chain(world.editorNorth, ids.a, 'DOWNSTREAM', 1)).toMatchObject({
      ...{ isCut: true, steps: [step(1, 'N1')] },
    });
    expect(await chain(world.editorSouth, ids.c, 'UPSTREAM')).toMatchObject({ steps: [] });
    const { errors } = await world.editorNorth.query(
      `query($of: ID!) { chain(of: $of, depth: 0) { isCut } }`,
      {
        of: ids.a,
      },
    );
    expect(errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
  });

  it('what a new date would hold up is known before it is saved, and nothing is saved by asking', async () => {
    const before = await world.app.build.logLength();
    expect(await impact(world.editorNorth, ids.a, '2026-11-30')).toMatchObject({
      organisations: [{ name: 'Northmoor Council' }],
      steps: [
        {
          ...{ depth: 1, soonest: '2026-11-30', item: { reference: 'N1' } },
          reasons: ['WS2 S1 is due by 30 November 2026, but WS1 N1 is due by 31 August 2026.'],
        },
        { depth: 2, soonest: '2026-11-30', item: { reference: 'N2' } },
      ],
    });
    expect((await impact(world.editorSouth, ids.a, '2026-11-30')).steps).toHaveLength(1);
    expect((await impact(world.editorNorth, ids.a, '2026-08-31')).steps).toEqual([]);
    expect((await impact(world.editorNorth, ids.a, null, 'RED')).steps).toHaveLength(2);
    expect(await impact(world.editorSouth, ids.c, '2026-11-30', 'RED')).toEqual({
      organisations: [],
      steps: [],
    });
    expect(await world.app.build.logLength()).toBe(before);
  });
});
