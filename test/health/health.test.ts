import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HealthFindingKind } from '../../schema/vocabulary.js';
import {
  type ReferenceValues,
  reference,
  type TwoPartners,
  twoPartners,
} from '../cross-references/two-partners.js';
import type { Person } from '../support/app.js';

const HEALTH = `query($within: ID!, $first: Int!, $organisationId: ID, $asOf: DateTime) {
  crossReferenceHealth(within: $within, first: $first, organisationId: $organisationId, asOf: $asOf) {
    total
    sections { kind total findings { id sentence crossReferences { id from { ... on Action { reference } } } } }
    byOrganisation { organisation { name } total kinds { kind total } }
    byBoard { board { id } total kinds { kind total } }
    byAbu { abu { name } total kinds { kind total } }
  } }`;

interface Counted {
  total: number;
  kinds: { kind: string; total: number }[];
}
interface Health {
  total: number;
  sections: {
    kind: string;
    total: number;
    findings: { id: string; sentence: string; crossReferences: { id: string }[] }[];
  }[];
  byOrganisation: (Counted & { organisation: { name: string } })[];
  byBoard: (Counted & { board: { id: string } })[];
  byAbu: (Counted & { abu: { name: string } })[];
}

describe('the health of cross-references', () => {
  let world: TwoPartners;
  beforeAll(async () => {
    world = await twoPartners();
  });
  afterAll(() => world.app.close());
  /** Each test has a plan of its own, so that what the others did is not counted. */
  beforeEach(async () => {
    const { app, partnershipId, boardId, north, south } = world;
    const planId = await app.build.plan(partnershipId, { boardId });
    const workstream1 = await app.build.workstream(planId, { number: '1', leadOrganisationId: north });
    const workstream2 = await app.build.workstream(planId, { number: '2', leadOrganisationId: south });
    const a1 = await app.build.action(workstream1, { reference: 'A1', ownerId: north });
    const b1 = await app.build.action(workstream2, { reference: 'B1', ownerId: south });
    world = { ...world, planId, workstream1, workstream2, a1, b1 };
  });

  const ask = async (who: Person = world.viewerNorth, variables: Record<string, unknown> = {}) => {
    const asked = { within: world.planId, first: 20, ...variables };
    return (await who.ok<{ crossReferenceHealth: Health }>(HEALTH, asked)).crossReferenceHealth;
  };
  /** The sentences of one kind; the others must be empty, so that each test shows what is found and what is not. */
  const only = (health: Health, kind: HealthFindingKind): string[] => {
    for (const section of health.sections)
      expect.soft([section.kind, section.findings.length]).toEqual([section.kind, section.total]);
    const others = health.sections.filter((one) => one.kind !== kind && one.total > 0);
    expect(others.map((one) => [one.kind, one.findings])).toEqual([]);
    return health.sections.find((one) => one.kind === kind)?.findings.map((one) => one.sentence) ?? [];
  };
  const agreed = (values: ReferenceValues) => reference(world.app, { status: 'CONFIRMED', ...values });
  const action = (workstream: string, values: Record<string, unknown>) =>
    world.app.build.action(workstream, values);
  const set = (id: string, values: string) =>
    world.app.build.sql(`update actions set ${values} where id = $1`, [id]);

  it('finds nothing amiss where all is agreed, owned and in time, and has a section for every kind', async () => {
    await agreed({ fromId: world.a1, toId: world.b1 });
    const health = await ask();
    expect(health.total).toBe(0);
    expect(health.sections.map(({ kind, total }) => [kind, total])).toEqual(
      Object.values(HealthFindingKind).map((kind) => [kind, 0]),
    );
    expect([health.byOrganisation, health.byBoard, health.byAbu]).toEqual([[], [], []]);
  });

  it('finds what is not answered, with the cross-reference, and counts it for those it concerns', async () => {
    const id = await reference(world.app, { fromId: world.a1, toId: world.b1, kind: 'RELATES_TO' });
    const health = await ask();
    expect(only(health, HealthFindingKind.UNANSWERED)).toEqual([
      'WS1 A1 names WS2 B1, and this is not agreed yet.',
    ]);
    expect(health.sections[0]?.findings[0]?.crossReferences).toEqual([{ id, from: { reference: 'A1' } }]);
    const kinds = [{ kind: 'UNANSWERED', total: 1 }];
    expect(new Set(health.byOrganisation.map(({ organisation }) => organisation.name))).toEqual(
      new Set(['Northmoor Council', 'South Vale NHS Trust']),
    );
    expect(health.byOrganisation.map(({ total, kinds: of }) => [total, of])).toEqual([
      [1, kinds],
      [1, kinds],
    ]);
    expect(health.byBoard).toEqual([{ board: { id: world.boardId }, total: 1, kinds }]);
    expect(health.byAbu).toEqual([]);
  });

  it('counts for the units that answer for an item, and for those that deliver what its workstream serves', async () => {
    const { app, partnershipId, planId, north, workstream2, b1, a1 } = world;
    const unit = (name: string) =>
      app.build.public('accountable_business_units', partnershipId, { name, hostOrganisationId: north });
    const [moor, vale] = [await unit('Moor ABU'), await unit('Vale ABU')];
    await app.build.owner('Action', a1, { role: 'JOINT', abuId: moor, organisationId: north });
    const priority = await app.build.inPartnership('priorities', partnershipId, {
      ...{ planId, number: '1', title: 'Home first', abuIds: [vale] },
    });
    await app.build.sql('update workstreams set priority_ids = array[$2::uuid] where id = $1', [
      workstream2,
      priority,
    ]);
    await reference(app, { fromId: a1, toId: b1 });
    const { byAbu } = await ask();
    expect(byAbu.map(({ abu, total }) => `${abu.name} ${total}`).sort()).toEqual([
      'Moor ABU 1',
      'Vale ABU 1',
    ]);
  });

  it('finds what is disputed', async () => {
    await reference(world.app, { fromId: world.a1, toId: world.b1, status: 'DISPUTED' });
    expect(only(await ask(), HealthFindingKind.ONE_SIDED)).toEqual([
      'WS1 A1 names WS2 B1, whose owner disputes it.',
    ]);
  });

  it('finds several items of a workstream that name one which names none of them, until it names one or agrees to one', async () => {
    const { app, workstream1, north, a1, b1 } = world;
    const a2 = await action(workstream1, { reference: 'A2', ownerId: north });
    const first = await reference(app, { fromId: a1, toId: b1 });
    const oneSided = async () =>
      (await ask()).sections.find(({ kind }) => kind === HealthFindingKind.ONE_SIDED)?.findings ?? [];
    expect(await oneSided()).toEqual([]);
    const second = await reference(app, { fromId: a2, toId: b1 });
    const [found, ...more] = await oneSided();
    expect(more).toEqual([]);
    expect(found?.sentence).toMatch(
      /^WS1 A[12] and WS1 A[12] name WS2 B1, which names nothing there, and none of it is agreed yet\.$/,
    );
    expect(found?.crossReferences.map(({ id }) => id).sort()).toEqual([first, second].sort());
    const back = await reference(app, {
      fromId: b1,
      toId: workstream1,
      toType: 'Workstream',
      kind: 'RELATES_TO',
    });
    expect(await oneSided()).toEqual([]);
    await app.build.sql('update cross_references set archived_at = now() where id = $1', [back]);
    expect(await oneSided()).toHaveLength(1);
    await app.build.sql(`update cross_references set status = 'CONFIRMED' where id = $1`, [second]);
    expect(await oneSided()).toEqual([]);
  });

  it('finds a ring once, also one that runs through another plan, and not once a link of it is withdrawn', async () => {
    const { app, partnershipId, south, a1, b1 } = world;
    const elsewhere = await app.build.plan(partnershipId);
    const workstream = await app.build.workstream(elsewhere, { number: '9', leadOrganisationId: south });
    const [c1, c2] = [
      await action(workstream, { reference: 'C1', ownerId: south }),
      await action(workstream, { reference: 'C2', ownerId: south }),
    ];
    const ids = [
      await agreed({ fromId: a1, toId: b1 }),
      await agreed({ fromId: b1, toId: c1 }),
      await agreed({ fromId: c1, toId: c2 }),
      await agreed({ fromId: c2, toId: a1 }),
    ];
    for (const within of [world.planId, elsewhere, partnershipId]) {
      const { sections } = await ask(world.viewerNorth, { within });
      const circular = sections.flatMap(({ kind, findings }) => (kind === 'CIRCULAR' ? findings : []));
      expect(circular).toHaveLength(1);
      const [ring] = circular;
      const sentence = ring?.sentence ?? '';
      const names = sentence.slice(0, -1).split(/ needs |, which needs /);
      expect(names).toHaveLength(5);
      expect(names[4]).toBe(names[0]);
      expect([...names.slice(1), ...names.slice(1)].join(' ')).toContain('WS1 A1 WS2 B1 WS9 C1 WS9 C2');
      expect(ring?.crossReferences.map(({ id }) => id).sort()).toEqual([...ids].sort());
    }
    await app.build.sql('update cross_references set archived_at = now() where id = $1', [ids[2]]);
    expect((await ask()).total).toBe(0);
  });

  it('does not find a ring through what was archived, nor one of things that merely relate', async () => {
    const { a1, b1 } = world;
    await agreed({ fromId: a1, toId: b1, kind: 'RELATES_TO' });
    await agreed({ fromId: b1, toId: a1, kind: 'RELATES_TO' });
    expect((await ask()).total).toBe(0);
    await agreed({ fromId: a1, toId: b1 });
    await agreed({ fromId: b1, toId: a1 });
    await set(b1, 'archived_at = now()');
    expect(only(await ask(), HealthFindingKind.ORPHANED)).toHaveLength(4);
  });

  it('finds what leads to something archived or to nothing recognised', async () => {
    const { app, a1, b1 } = world;
    await agreed({ fromId: a1, toId: b1 });
    const id = await agreed({ fromId: b1, toId: a1, kind: 'RELATES_TO' });
    await set(b1, 'archived_at = now()');
    await app.build.sql(
      `insert into cross_references (partnership_id, audience_id, plan_id, from_type, from_id, kind, text_as_written)
       select partnership_id, audience_id, plan_id, from_type, to_id, kind, 'the workforce plan' from cross_references where id = $1`,
      [id],
    );
    expect(only(await ask(), HealthFindingKind.ORPHANED).sort()).toEqual([
      'WS1 A1 names WS2 B1, which was archived.',
      'WS1 A1 names “the workforce plan”, which was not recognised.',
      'WS2 B1 was archived, and still names WS1 A1.',
    ]);
  });

  it('finds what is needed and nobody answers for, or only “TBC” does, until somebody does', async () => {
    const { app, workstream2, south, a1 } = world;
    const b2 = await action(workstream2, { reference: 'B2' });
    const b3 = await action(workstream2, { reference: 'B3' });
    await app.build.owner('Action', b2, { asWritten: 'TBC' });
    await agreed({ fromId: a1, toId: b2 });
    await agreed({ fromId: b3, toId: a1, kind: 'CONTRIBUTES_TO' });
    expect(only(await ask(), HealthFindingKind.GIVER_WITHOUT_OWNER).sort()).toEqual([
      'Nobody answers for WS2 B2, and WS1 A1 counts on it.',
      'Nobody answers for WS2 B3, and WS1 A1 counts on it.',
    ]);
    await app.build.owner('Action', b2, { role: 'JOINT', outsideBody: 'The ambulance service' });
    await app.build.owner('Action', b3, { organisationId: south });
    expect((await ask()).total).toBe(0);
  });

  it('finds what is due after what needs it, and not once it is signed off', async () => {
    const { a1, b1 } = world;
    await agreed({ fromId: a1, toId: b1 });
    await set(a1, `timing_end = '2026-09-30'`);
    await set(b1, `timing_end = '2026-09-30'`);
    expect((await ask()).total).toBe(0);
    await set(b1, `timing_end = '2026-10-01'`);
    expect(only(await ask(), HealthFindingKind.NEEDED_BEFORE_DUE)).toEqual([
      'WS2 B1 is due by 1 October 2026, but WS1 A1 needs it by 30 September 2026.',
    ]);
    await set(b1, `status = 'BLUE'`);
    expect((await ask()).total).toBe(0);
  });

  it('finds the same work told differently, and says in what; what one end leaves open contradicts nothing', async () => {
    const { app, workstream2, north, south, a1 } = world;
    const b2 = await action(workstream2, {
      reference: 'B2',
      ownerId: north,
      status: 'GREEN',
      timingEnd: '2026-09-30',
    });
    const id = await agreed({ fromId: a1, toId: b2, kind: 'SAME_WORK_AS' });
    expect((await ask()).total).toBe(0);
    await set(a1, `timing_end = '2026-10-01', status = 'RED'`);
    const differing = async () => only(await ask(), HealthFindingKind.CONTRADICTORY);
    expect(await differing()).toEqual([
      'WS1 A1 and WS2 B2 are said to be the same work, but have different deadlines (1 October 2026 and 30 September 2026) and different statuses (Red and Green).',
    ]);
    await set(a1, `timing_end = null, status = 'GREEN'`);
    expect(await differing()).toEqual([]);
    await app.build.owner('Action', b2, { role: 'JOINT', organisationId: south });
    expect(await differing()).toEqual([
      'WS1 A1 and WS2 B2 are said to be the same work, but have different organisations answering for them.',
    ]);
    await app.build.sql(`update cross_references set status = 'DISPUTED' where id = $1`, [id]);
    expect(only(await ask(), HealthFindingKind.ONE_SIDED)).toHaveLength(1);
  });

  it('tells as many as were asked for, counts all, and can be asked for one organisation', async () => {
    const { app, workstream1, workstream2, partnershipId, north, a1, b1 } = world;
    const far = await app.build.organisation(partnershipId);
    const a2 = await action(workstream1, { reference: 'A2', ownerId: north });
    const b2 = await action(workstream2, { reference: 'B2', ownerId: far });
    for (const toId of [b1, b2]) await reference(app, { fromId: a1, toId, kind: 'RELATES_TO' });
    await reference(app, { fromId: a2, toId: b1, kind: 'CONTRIBUTES_TO', status: 'DISPUTED' });
    const few = await ask(world.viewerNorth, { first: 1 });
    expect(few.sections.slice(0, 2).map(({ total, findings }) => [total, findings.length])).toEqual([
      [2, 1],
      [1, 1],
    ]);
    const theirs = await ask(world.viewerNorth, { organisationId: far });
    expect([theirs.total, theirs.sections[0]?.findings.map(({ sentence }) => sentence)]).toEqual([
      1,
      ['WS1 A1 names WS2 B2, and this is not agreed yet.'],
    ]);
    expect(theirs.byOrganisation).toEqual(few.byOrganisation);
    expect((await ask(world.viewerNorth, { organisationId: world.planId })).total).toBe(0);
  });

  it('counts nothing with an end that is not the viewer’s to see, and knows no plan that is not', async () => {
    const { app, partnershipId, south, workstream2, a1, b1, planId } = world;
    const audienceId = await app.build.audience(partnershipId, 'ORGANISATIONS', [south]);
    const hidden = { audienceId, ownAudienceId: audienceId, timingEnd: '2027-01-01' };
    const b2 = await action(workstream2, { reference: 'B2', ...hidden });
    await set(b1, `timing_end = '2026-01-01'`);
    await agreed({ fromId: b1, toId: b2 });
    await agreed({ fromId: b2, toId: b1 });
    await reference(app, { fromId: a1, toId: b2, kind: 'SAME_WORK_AS' });
    const kindsOf = ({ sections }: Health) =>
      sections.filter(({ total }) => total > 0).map(({ kind }) => kind);
    expect(kindsOf(await ask(world.editorSouth))).toEqual([
      'UNANSWERED',
      'CIRCULAR',
      'GIVER_WITHOUT_OWNER',
      'NEEDED_BEFORE_DUE',
    ]);
    const nothing = await ask(world.viewerNorth);
    expect([nothing.total, nothing.byOrganisation, nothing.byBoard]).toEqual([0, [], []]);
    await app.build.sql('update plans set audience_id = $2, own_audience_id = $2 where id = $1', [
      planId,
      audienceId,
    ]);
    const unknown = await ask(world.viewerNorth, { within: '00000000-0000-4000-8000-000000000000' });
    expect(await ask(world.viewerNorth)).toEqual(unknown);
    expect(await ask(world.stranger)).toEqual(unknown);
  });

  it('is read as it stood', async () => {
    const { app, a1, b1 } = world;
    const id = await reference(app, { fromId: a1, toId: b1, kind: 'RELATES_TO' });
    const [{ at } = { at: '' }] = await app.build.sql<{ at: string }>(
      `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`,
    );
    await app.build.sql(`update cross_references set status = 'CONFIRMED' where id = $1`, [id]);
    expect((await ask()).total).toBe(0);
    expect(only(await ask(world.viewerNorth, { asOf: at }), HealthFindingKind.UNANSWERED)).toHaveLength(1);
  });
});
