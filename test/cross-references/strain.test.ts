import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  BragStatus,
  CrossReferenceKind,
  CrossReferenceStatus,
  StrainLevel,
} from '../../schema/vocabulary.js';
import { strainLevelSql } from '../../server/features/cross-references/strain.reads.js';
import {
  type PromiseMade,
  type StrainEnd,
  strainOf,
} from '../../server/features/cross-references/strain.rules.js';
import { reference, type TwoPartners, twoPartners } from './two-partners.js';

const today = '2026-06-15';
const end = (values: Partial<StrainEnd> = {}): StrainEnd => ({
  name: 'WS2 B1',
  status: BragStatus.GREEN,
  end: null,
  archivedAt: null,
  ...values,
});
const needing = end({ name: 'WS1 A1', end: '2026-09-30' });
const made = (values: Partial<PromiseMade> = {}): PromiseMade => ({
  kind: CrossReferenceKind.DEPENDS_ON,
  status: CrossReferenceStatus.PROPOSED,
  neededBy: null,
  promisedBy: null,
  ...values,
});
const depends = (to: Partial<StrainEnd>, from = needing, days: Partial<PromiseMade> = {}) =>
  strainOf({ promise: made(days), from, to: end(to), today });

describe('strain of a dependency', () => {
  it('is none while what is needed is Green and in time', () => {
    expect(depends({ end: '2026-09-30' })).toEqual({ level: StrainLevel.NONE, reasons: [] });
  });

  it.each([
    [{ status: BragStatus.RED }, ['WS2 B1 is Red.']],
    [{ status: BragStatus.AMBER }, ['WS2 B1 is Amber.']],
    [{ end: '2026-06-14' }, ['WS2 B1 is overdue: it was due by 14 June 2026.']],
    [{ end: '2026-10-01' }, ['WS2 B1 is due by 1 October 2026, but WS1 A1 is due by 30 September 2026.']],
    [
      { status: BragStatus.RED, end: '2026-06-01' },
      ['WS2 B1 is Red.', 'WS2 B1 is overdue: it was due by 1 June 2026.'],
    ],
  ])('is strained by %o, and says why', (to, reasons) => {
    expect(depends(to)).toEqual({ level: StrainLevel.STRAINED, reasons });
  });

  it('is broken when what is needed was withdrawn, whatever else is true of it', () => {
    expect(depends({ archivedAt: '2026-06-01T09:00:00Z', status: BragStatus.RED })).toEqual({
      level: StrainLevel.BROKEN,
      reasons: ['WS2 B1 was withdrawn.'],
    });
  });

  it('is none once what is needed is signed off, or what needed it was put away, or it is not there', () => {
    expect(depends({ status: BragStatus.BLUE, end: '2026-10-01' }).level).toBe(StrainLevel.NONE);
    expect(depends({ status: BragStatus.RED }, end({ archivedAt: '2026-06-01T09:00:00Z' })).level).toBe(
      'NONE',
    );
    expect(strainOf({ promise: made(), from: needing, to: null, today }).level).toBe('NONE');
  });

  it.each([
    [
      'what is asked for, before anybody answers',
      { neededBy: '2026-08-31' },
      '2026-09-15',
      'it is needed by 31 August 2026',
    ],
    [
      'what is asked for, beside another day that is offered',
      { status: CrossReferenceStatus.COUNTERED, neededBy: '2026-08-31', promisedBy: '2026-09-15' },
      '2026-09-15',
      'it is needed by 31 August 2026',
    ],
    [
      'the day agreed',
      { status: CrossReferenceStatus.CONFIRMED, neededBy: '2026-08-01', promisedBy: '2026-08-31' },
      '2026-09-15',
      '31 August 2026 was agreed',
    ],
    [
      'the end of what needs it, where that is sooner than the day agreed',
      { status: CrossReferenceStatus.CONFIRMED, neededBy: '2026-11-01' },
      '2026-10-15',
      'WS1 A1 is due by 30 September 2026',
    ],
  ] as const)('is measured against %s', (_, days, due, reason) => {
    const late = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(new Date(due));
    expect(depends({ end: due }, needing, days).reasons).toEqual([
      `WS2 B1 is due by ${late}, but ${reason}.`,
    ]);
  });

  it('is none once the later of the two days is agreed and kept', () => {
    const days = { status: CrossReferenceStatus.CONFIRMED, neededBy: '2026-08-01', promisedBy: '2026-08-31' };
    expect(depends({ end: '2026-08-31' }, needing, days).level).toBe(StrainLevel.NONE);
  });

  it('is not caused by the end that needs', () => {
    const late = end({ status: BragStatus.RED, end: '2026-06-01' });
    expect(depends({}, late).level).toBe(StrainLevel.NONE);
  });
});

describe('strain of other kinds', () => {
  const from = (kind: CrossReferenceKind, values: Partial<StrainEnd>) =>
    strainOf({ promise: made({ kind }), from: end({ name: 'WS1 A1', ...values }), to: end(), today });

  it('falls on what an action contributes to or mitigates when that action is Red, overdue or withdrawn', () => {
    for (const kind of [CrossReferenceKind.CONTRIBUTES_TO, CrossReferenceKind.MITIGATES]) {
      expect(from(kind, { status: BragStatus.RED })).toEqual({
        level: 'STRAINED',
        reasons: ['WS1 A1 is Red.'],
      });
      expect(from(kind, { end: '2026-06-14' }).level).toBe(StrainLevel.STRAINED);
      expect(from(kind, { archivedAt: '2026-06-01T09:00:00Z' }).level).toBe(StrainLevel.BROKEN);
      expect(from(kind, { status: BragStatus.AMBER }).level).toBe(StrainLevel.NONE);
    }
  });

  it('is none where two things merely concern each other', () => {
    for (const kind of [
      CrossReferenceKind.RELATES_TO,
      CrossReferenceKind.SAME_WORK_AS,
      CrossReferenceKind.FUNDED_BY,
    ])
      expect(from(kind, { status: BragStatus.RED, archivedAt: '2026-06-01T09:00:00Z' }).level).toBe('NONE');
  });
});

describe('strain in the database', () => {
  let world: TwoPartners;
  beforeAll(async () => {
    world = await twoPartners();
  });
  afterAll(() => world.app.close());

  it('is what the rule says, for any two ends', async () => {
    const day = fc.option(
      fc
        .integer({ min: -3, max: 3 })
        .map((n) => new Date(Date.UTC(2026, 5, 15 + n)).toISOString().slice(0, 10)),
    );
    const anyEnd = fc.option(
      fc.record({
        name: fc.constant('It'),
        status: fc.option(fc.constantFrom(...Object.values(BragStatus))),
        end: day,
        archivedAt: fc.option(fc.constant('2026-06-01T09:00:00Z'), { freq: 4 }),
      }),
      { freq: 8 },
    );
    const cases = fc.sample(
      fc.record({
        promise: fc.record({
          kind: fc.constantFrom(...Object.values(CrossReferenceKind)),
          status: fc.constantFrom(...Object.values(CrossReferenceStatus)),
          neededBy: day,
          promisedBy: day,
        }),
        from: anyEnd,
        to: anyEnd,
      }),
      { numRuns: 5000, seed: 20260615 },
    );
    const flat = cases.map(({ promise: { kind, status, neededBy, promisedBy }, from, to }) => ({
      ...{ kind, status, needed_by: neededBy, promised_by: promisedBy, from: asRow(from), to: asRow(to) },
    }));
    const side = (key: string) =>
      `cross join lateral jsonb_to_record(x."${key}") as ${key}_(id text, status text, timing_end date, archived_at timestamptz)`;
    const found = await world.app.build.sql<{ level: string }>(
      `select ${strainLevelSql('x', 'from_', 'to_', '$2::date')} as level
       from rows from (jsonb_to_recordset($1::jsonb) as (kind text, status text, needed_by date, promised_by date, "from" jsonb, "to" jsonb))
         with ordinality x(kind, status, needed_by, promised_by, "from", "to", n)
       ${side('from')} ${side('to')} order by x.n`,
      [JSON.stringify(flat), today],
    );
    const expected = cases.map((one) => strainOf({ ...one, today }).level);
    expect(found.map((row) => row.level)).toEqual(expected);
    expect(new Set(expected)).toEqual(new Set(Object.values(StrainLevel)));
  });

  const rate = `mutation($id: ID!, $v: Int!, $s: BragStatus!) { rateAction(input: {id: $id, expectedVersion: $v, status: $s}) { action { version } } }`;
  const told = (id: string) =>
    world.app.build.sql<{ before: unknown; after: unknown }>(
      `select before, after from changes where item_id = $1 and kind = 'DERIVED' order by seq`,
      [id],
    );

  it('tells those who watch a cross-reference when the action needed goes Red and recovers, and not otherwise', async () => {
    const { app, a1, b1, editorSouth } = world;
    const id = await reference(app, { fromId: a1, toId: b1 });
    await editorSouth.ok(rate, { id: b1, v: 1, s: 'RED' });
    expect(await told(id)).toEqual([
      {
        before: { strain: { level: 'NONE', reasons: [] } },
        after: { strain: { level: 'STRAINED', reasons: ['WS2 B1 is Red.'] } },
      },
    ]);
    await editorSouth.ok(
      `mutation($id: ID!) { updateAction(input: {id: $id, expectedVersion: 2, title: "New words"}) { action { id } } }`,
      { id: b1 },
    );
    expect(await told(id)).toHaveLength(1);
    await editorSouth.ok(rate, { id: b1, v: 3, s: 'GREEN' });
    expect(await told(id)).toHaveLength(2);
    const [log] = await app.build.sql<{ n: number }>(
      `select count(*)::int as n from changes where item_id = $1 and kind <> 'DERIVED' and item_type = 'CrossReference'`,
      [id],
    );
    expect(log?.n).toBe(1);
  });

  it('tells also those who watch a cross-reference that whoever changed the action cannot see', async () => {
    const { app, partnershipId, north, workstream1, b1, editorSouth } = world;
    const audienceId = await app.build.audience(partnershipId, 'ORGANISATIONS', [north]);
    const hidden = await app.build.action(workstream1, {
      audienceId,
      ownAudienceId: audienceId,
      ownerId: north,
    });
    const id = await reference(app, { fromId: hidden, toId: b1 });
    const { version } = await app.build.row('actions', b1);
    await editorSouth.ok(rate, { id: b1, v: version, s: 'AMBER' });
    expect(await told(id)).toHaveLength(1);
    expect(
      (
        await editorSouth.ok<{ crossReference: unknown }>(
          `query($id: ID!) { crossReference(id: $id) { id } }`,
          { id },
        )
      ).crossReference,
    ).toBeNull();
  });
});

const asRow = (end: StrainEnd | null) =>
  end ? { id: 'x', status: end.status, timing_end: end.end, archived_at: end.archivedAt } : { id: null };
