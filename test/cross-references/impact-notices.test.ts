import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../support/app.js';
import { reference, refusedWith, type TwoPartners, twoPartners } from './two-partners.js';

interface Notice {
  id: string;
  version: number;
  status: string;
  reasons: string[];
  wasDueOn: string | null;
  isDueOn: string | null;
  newDueOn: string | null;
  note: string | null;
  organisation: { id: string };
  answeredBy: { name: string } | null;
  crossReference: { id: string; neededBy: string | null; strain: { level: string } };
  viewerCan: { answer: boolean };
}

const FIELDS = `id version status reasons wasDueOn isDueOn newDueOn note organisation { id } answeredBy { name }
  crossReference { id neededBy strain { level } } viewerCan { answer }`;
const ANSWER = `mutation($input: AnswerImpactNoticeInput!) { answerImpactNotice(input: $input) { impactNotice { ${FIELDS} } } }`;

let world: TwoPartners;
/** North’s, due by the end of September, counts on South’s, due by the end of August. */
let needing: string;
let needed: string;
let promise: string;

beforeAll(async () => {
  world = await twoPartners(() => new Date('2026-06-15T10:00:00Z'));
});
afterAll(() => world.app.close());

const dated = (timingEnd: string) => ({ timingStart: timingEnd, timingEnd, timingPrecision: 'DAY' });
beforeEach(async () => {
  const { app, workstream1, workstream2, north, south } = world;
  needing = await app.build.action(workstream1, { ownerId: north, reference: 'N1', ...dated('2026-09-30') });
  needed = await app.build.action(workstream2, { ownerId: south, reference: 'S1', ...dated('2026-08-31') });
  promise = await reference(app, { fromId: needing, toId: needed, status: 'CONFIRMED' });
});

async function noticesOf(who: Person, of = promise, filter: object = {}): Promise<Notice[]> {
  const { impactNotices } = await who.ok<{ impactNotices: { nodes: Notice[] } }>(
    `query($within: ID!, $filter: ImpactNoticeFilter) { impactNotices(within: $within, first: 100, filter: $filter) { nodes { ${FIELDS} } } }`,
    { within: world.partnershipId, filter },
  );
  return impactNotices.nodes.filter(({ crossReference }) => crossReference.id === of);
}

async function move(timing: string, who = world.editorSouth, id = needed): Promise<void> {
  const { version } = await world.app.build.row('actions', id);
  await who.ok(`mutation($input: UpdateActionInput!) { updateAction(input: $input) { action { id } } }`, {
    input: { id, expectedVersion: version, timing },
  });
}

async function rate(status: string): Promise<void> {
  const { version } = await world.app.build.row('actions', needed);
  await world.editorSouth.ok(
    `mutation($input: RateActionInput!) { rateAction(input: $input) { action { id } } }`,
    { input: { id: needed, expectedVersion: version, status } },
  );
}

async function answer(who: Person, input: object): Promise<Notice> {
  const [{ id, version } = { id: '', version: 0 }] = await noticesOf(world.editorNorth);
  const { answerImpactNotice } = await who.ok<{ answerImpactNotice: { impactNotice: Notice } }>(ANSWER, {
    input: { id, expectedVersion: version, ...input },
  });
  return answerImpactNotice.impactNotice;
}

describe('an impact notice', () => {
  it('comes to the organisation that counts on what slipped, with both dates, at once and live', async () => {
    const live = world.editorNorth.subscribe<{
      changes: { kind: string; item: { __typename: string; reasons?: string[] } | null };
    }>(
      `subscription($within: ID!) { changes(within: $within) { kind item { __typename ... on ImpactNotice { reasons } } } }`,
      { within: world.partnershipId },
    );
    await live.ready;
    await move('20 October 2026');
    const reasons = ['WS2 S1 is due by 20 October 2026, but WS1 N1 is due by 30 September 2026.'];
    const { changes } = await live.until(
      ({ changes: { item } }) => item?.__typename === 'ImpactNotice',
      1_000,
    );
    expect(changes).toMatchObject({ kind: 'CREATED', item: { reasons } });
    await live.stop();
    expect(await noticesOf(world.editorNorth)).toMatchObject([
      {
        ...{ status: 'OPEN', reasons, wasDueOn: '2026-08-31', isDueOn: '2026-10-20' },
        ...{ organisation: { id: world.north }, viewerCan: { answer: true } },
        crossReference: { strain: { level: 'STRAINED' } },
      },
    ]);
    expect(await noticesOf(world.editorSouth)).toMatchObject([{ viewerCan: { answer: false } }]);
    expect(await noticesOf(world.editorNorth, promise, { organisationIds: [world.south] })).toEqual([]);
    expect(await noticesOf(world.editorNorth, promise, { statuses: ['ACCEPTED'] })).toEqual([]);
    for (const itemId of [needing, needed])
      expect(await noticesOf(world.editorNorth, promise, { itemId })).toHaveLength(1);
    expect(await noticesOf(world.editorNorth, promise, { itemId: world.a1 })).toEqual([]);
  });

  it('comes for Red and for what is put away, and not for what is still in time', async () => {
    await move('10 September 2026');
    expect(await noticesOf(world.editorNorth)).toEqual([]);
    await rate('RED');
    expect(await noticesOf(world.editorNorth)).toMatchObject([{ reasons: ['WS2 S1 is Red.'] }]);
    const { version } = await world.app.build.row('actions', needed);
    await world.leadSouth.ok(
      `mutation($input: ItemVersionInput!) { archiveAction(input: $input) { action { id } } }`,
      { input: { id: needed, expectedVersion: version } },
    );
    expect(await noticesOf(world.editorNorth)).toMatchObject([
      { status: 'OPEN', reasons: ['WS2 S1 was withdrawn.'], crossReference: { strain: { level: 'BROKEN' } } },
    ]);
  });

  it('says more when it slips again before anybody answers, and comes anew when somebody has', async () => {
    await move('20 October 2026');
    await move('20 November 2026');
    const [open, ...others] = await noticesOf(world.editorNorth);
    expect(others).toEqual([]);
    expect(open).toMatchObject({ wasDueOn: '2026-08-31', isDueOn: '2026-11-20' });
    await answer(world.editorNorth, { answer: 'ACCEPTED' });
    await move('20 December 2026');
    expect((await noticesOf(world.editorNorth)).map(({ status }) => status)).toEqual(['OPEN', 'ACCEPTED']);
  });

  it('lapses by itself when what is needed is back in time', async () => {
    await move('20 October 2026');
    await move('20 September 2026');
    expect(await noticesOf(world.editorNorth)).toMatchObject([{ status: 'LAPSED' }]);
    const [{ id, version } = { id: '', version: 0 }] = await noticesOf(world.editorNorth);
    await refusedWith(world.app, 'RULE_BROKEN', () =>
      world.editorNorth.query(ANSWER, { input: { id, expectedVersion: version, answer: 'ACCEPTED' } }),
    );
  });

  it('does not come to whoever slipped, nor to those who cannot see the promise', async () => {
    const { app, workstream2, south, north, partnershipId, workstream1 } = world;
    const own = await app.build.action(workstream2, { ownerId: south, ...dated('2026-09-01') });
    const inHouse = await reference(app, { fromId: own, toId: needed, status: 'CONFIRMED' });
    const audienceId = await app.build.audience(partnershipId, 'ORGANISATIONS', [north]);
    const hidden = await app.build.action(workstream1, {
      ...{ ownerId: north, audienceId, ownAudienceId: audienceId, ...dated('2026-09-30') },
    });
    const secret = await reference(app, { fromId: hidden, toId: needed, status: 'CONFIRMED' });
    await move('20 October 2026');
    expect(await noticesOf(world.editorSouth, inHouse)).toEqual([]);
    expect(await noticesOf(world.editorNorth, secret)).toHaveLength(1);
    expect(await noticesOf(world.editorSouth, secret)).toEqual([]);
    expect(await noticesOf(world.stranger, secret)).toEqual([]);
    const [{ id } = { id: '' }] = await noticesOf(world.editorNorth, secret);
    const ask = `query($id: ID!) { impactNotice(id: $id) { id } }`;
    expect(await world.editorSouth.ok(ask, { id })).toEqual({ impactNotice: null });
  });

  it('goes out of sight with the promise', async () => {
    await move('20 October 2026');
    const { version } = await world.app.build.row('actions', needing);
    const audience = { kind: 'ORGANISATIONS', organisationIds: [world.north] };
    await world.leadNorth.ok(
      `mutation($input: RestrictInput!) { restrictAction(input: $input) { action { id } } }`,
      { input: { id: needing, expectedVersion: version, audience } },
    );
    expect(await noticesOf(world.editorNorth)).toHaveLength(1);
    expect(await noticesOf(world.editorSouth)).toEqual([]);
  });
});

describe('the answer', () => {
  it('is for the organisation that was told', async () => {
    await move('20 October 2026');
    const [{ id, version } = { id: '', version: 0 }] = await noticesOf(world.editorNorth);
    const input = { id, expectedVersion: version, answer: 'ACCEPTED' };
    const refused = (code: string, who: Person, values: object = {}) =>
      refusedWith(world.app, code, () => who.query(ANSWER, { input: { ...input, ...values } }));
    await refused('UNAUTHENTICATED', world.app.nobody);
    await refused('NOT_FOUND', world.stranger);
    await refused('FORBIDDEN', world.editorSouth);
    await refused('FORBIDDEN', world.viewerNorth);
    await refused('INVALID_INPUT', world.editorNorth, { answer: 'DISPUTED' });
    await refused('INVALID_INPUT', world.editorNorth, { answer: 'NEW_DATE' });
    await refused('INVALID_INPUT', world.editorNorth, { newDueOn: '2026-10-31' });
  });

  it('“we live with it” is recorded, and moves nobody’s date', async () => {
    await move('20 October 2026');
    const before = await world.app.build.row('actions', needing);
    const told = await answer(world.editorNorth, { answer: 'ACCEPTED', note: 'We begin on paper' });
    expect(told).toMatchObject({
      ...{ status: 'ACCEPTED', note: 'We begin on paper', answeredBy: { name: 'editorNorth' } },
      crossReference: { strain: { level: 'STRAINED' } },
    });
    expect(await world.app.build.row('actions', needing)).toEqual(before);
  });

  it('a new date of one’s own moves what one needs and one’s own action, so that nothing is strained any more', async () => {
    await move('20 October 2026');
    const told = await answer(world.editorNorth, { answer: 'NEW_DATE', newDueOn: '2026-10-31' });
    expect(told).toMatchObject({
      ...{ status: 'NEW_DATE', newDueOn: '2026-10-31' },
      crossReference: { neededBy: '2026-10-31', strain: { level: 'NONE' } },
    });
    expect(await world.app.build.row('actions', needing)).toMatchObject({ timing_end: '2026-10-31' });
    expect(await world.app.build.row('actions', needed)).toMatchObject({ timing_end: '2026-10-20' });
  });

  it('a new date is a slip to those further down: each is told, and moves by its own hand', async () => {
    const { app, workstream2, south } = world;
    const further = await app.build.action(workstream2, {
      ...{ ownerId: south, reference: 'S9', ...dated('2026-10-05') },
    });
    const next = await reference(app, { fromId: further, toId: needing, status: 'CONFIRMED' });
    await move('20 October 2026');
    expect(await noticesOf(world.editorSouth, next)).toEqual([]);
    await answer(world.editorNorth, { answer: 'NEW_DATE', newDueOn: '2026-10-31' });
    expect(await noticesOf(world.editorSouth, next)).toMatchObject([
      { status: 'OPEN', organisation: { id: south }, isDueOn: '2026-10-31' },
    ]);
  });

  it('“we do not agree” needs a reason, which both ends read', async () => {
    await move('20 October 2026');
    await answer(world.editorNorth, { answer: 'DISPUTED', note: 'It was promised in writing' });
    expect(await noticesOf(world.editorSouth)).toMatchObject([
      { status: 'DISPUTED', note: 'It was promised in writing' },
    ]);
  });

  it('is not given to what moved meanwhile', async () => {
    await move('20 October 2026');
    const [{ id, version } = { id: '', version: 0 }] = await noticesOf(world.editorNorth);
    await move('20 December 2026');
    await refusedWith(world.app, 'CONFLICT', () =>
      world.editorNorth.query(ANSWER, { input: { id, expectedVersion: version, answer: 'ACCEPTED' } }),
    );
  });
});
