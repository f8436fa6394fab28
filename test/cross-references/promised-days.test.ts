import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/app.js';
import { refusedWith, type TwoPartners, twoPartners } from './two-partners.js';

interface Told {
  id: string;
  version: number;
  status: string;
  neededBy: string | null;
  ifLate: string | null;
  promisedBy: string | null;
  confidence: string | null;
  reason: string | null;
  strain: { level: string; reasons: string[] };
  viewerCan: { answer: boolean; accept: boolean };
}

const FIELDS = `id version status neededBy ifLate promisedBy confidence reason strain { level reasons } viewerCan { answer accept }`;
const verb = (name: string, input = `${name[0]?.toUpperCase()}${name.slice(1)}CrossReferenceInput`) =>
  `mutation($input: ${input}!) { ${name}CrossReference(input: $input) { crossReference { ${FIELDS} } } }`;
const DOCUMENTS: Record<string, string> = {
  propose: verb('propose'),
  counter: verb('counter'),
  dispute: verb('dispute'),
  update: verb('update'),
  confirm: verb('confirm', 'ItemVersionInput'),
};

let world: TwoPartners;
beforeAll(async () => {
  world = await twoPartners(() => new Date('2026-06-15T10:00:00Z'));
});
afterAll(() => world.app.close());

async function done(who: Person, name: string, input: object): Promise<Told> {
  const data = await who.ok<Record<string, { crossReference: Told }>>(DOCUMENTS[name] ?? '', { input });
  return data[`${name}CrossReference`]?.crossReference as Told;
}
const refused = (code: string, who: Person, name: string, input: object) =>
  refusedWith(world.app, code, () => who.query(DOCUMENTS[name] ?? '', { input }));

/** North needs something of South’s by the end of August. */
async function need(values: object = {}): Promise<Told> {
  const { app, workstream1, workstream2, north, south, editorNorth } = world;
  const fromId = await app.build.action(workstream1, { ownerId: north });
  const toId = await app.build.action(workstream2, { ownerId: south });
  return done(editorNorth, 'propose', {
    ...{ fromId, toId, kind: 'DEPENDS_ON', note: 'The shared record', neededBy: '2026-08-31' },
    ...{ ifLate: 'Discharge stays on paper', ...values },
  });
}

const waitingFor = async (organisationId: string): Promise<string[]> => {
  const { crossReferences } = await world.editorNorth.ok<{ crossReferences: { nodes: { id: string }[] } }>(
    `query($within: ID!, $of: [ID!]) { crossReferences(within: $within, first: 100, filter: { awaitingAnswerFrom: $of }) { nodes { id } } }`,
    { within: world.partnershipId, of: [organisationId] },
  );
  return crossReferences.nodes.map(({ id }) => id);
};

describe('what is needed by a day', () => {
  it('says by when, and what happens otherwise', async () => {
    expect(await need()).toMatchObject({
      ...{ status: 'PROPOSED', neededBy: '2026-08-31', ifLate: 'Discharge stays on paper' },
      ...{ promisedBy: null, confidence: null },
    });
  });

  it('is a dependency: no other kind has a day', async () => {
    const { a1, b1, editorNorth } = world;
    for (const extra of [{ neededBy: '2026-08-31' }, { ifLate: 'It waits' }]) {
      const input = { fromId: a1, toId: b1, kind: 'RELATES_TO', ...extra };
      const { errors } = await refused('INVALID_INPUT', editorNorth, 'propose', input);
      expect(errors?.[0]?.extensions['fields']).toMatchObject([{ field: Object.keys(extra)[0] }]);
    }
  });

  it('is agreed by a yes, which is to the day it is needed by', async () => {
    const { id, version } = await need();
    const agreed = await done(world.editorSouth, 'confirm', { id, expectedVersion: version });
    expect(agreed).toMatchObject({ status: 'CONFIRMED', promisedBy: null, neededBy: '2026-08-31' });
  });

  it('loses its day with its kind', async () => {
    const { id, version } = await need();
    const told = await done(world.editorNorth, 'update', {
      id,
      expectedVersion: version,
      kind: 'RELATES_TO',
    });
    expect(told).toMatchObject({ neededBy: null, ifLate: null, status: 'PROPOSED' });
  });
});

describe('another day', () => {
  const counter = (one: Told, promisedBy: string, who = world.editorSouth) =>
    done(who, 'counter', {
      ...{ id: one.id, expectedVersion: one.version, promisedBy, confidence: 'MEDIUM' },
      reason: 'The supplier is booked until then',
    });

  it('is the other end’s to offer, waits for whoever asked, and is agreed once they accept', async () => {
    const asked = await need();
    expect(await waitingFor(world.south)).toContain(asked.id);
    const input = { id: asked.id, expectedVersion: asked.version, promisedBy: '2026-09-30' };
    await refused('FORBIDDEN', world.editorNorth, 'counter', input);
    await refused('FORBIDDEN', world.viewerNorth, 'counter', input);
    await refused('NOT_FOUND', world.stranger, 'counter', input);
    const offered = await counter(asked, '2026-09-30');
    expect(offered).toMatchObject({
      ...{ status: 'COUNTERED', promisedBy: '2026-09-30', confidence: 'MEDIUM', neededBy: '2026-08-31' },
      ...{ reason: 'The supplier is booked until then', viewerCan: { answer: true, accept: false } },
    });
    expect(await waitingFor(world.south)).not.toContain(asked.id);
    expect(await waitingFor(world.north)).toContain(asked.id);
    const yes = { id: asked.id, expectedVersion: offered.version };
    await refused('FORBIDDEN', world.editorSouth, 'confirm', yes);
    const agreed = await done(world.editorNorth, 'confirm', yes);
    expect(agreed).toMatchObject({
      ...{ status: 'CONFIRMED', promisedBy: '2026-09-30', confidence: 'MEDIUM', neededBy: '2026-08-31' },
      viewerCan: { accept: false },
    });
    expect(await waitingFor(world.north)).not.toContain(asked.id);
  });

  it('in time is agreed at once', async () => {
    expect(await counter(await need(), '2026-08-15')).toMatchObject({
      ...{ status: 'CONFIRMED', promisedBy: '2026-08-15' },
    });
    expect(await counter(await need({ neededBy: null }), '2027-01-31')).toMatchObject({
      status: 'CONFIRMED',
    });
  });

  it('can be offered for a dependency alone', async () => {
    const { a1, b1, editorNorth, editorSouth } = world;
    const { id, version } = await done(editorNorth, 'propose', {
      fromId: a1,
      toId: b1,
      kind: 'CONTRIBUTES_TO',
    });
    const input = { id, expectedVersion: version, promisedBy: '2026-09-30' };
    await refused('INVALID_INPUT', editorSouth, 'counter', input);
  });

  it('is gone when a sooner day is asked for, which is to be answered anew; a later one is no more than was agreed', async () => {
    const asked = await need();
    const agreed = await done(world.editorSouth, 'confirm', { id: asked.id, expectedVersion: asked.version });
    const later = await done(world.editorNorth, 'update', {
      ...{ id: asked.id, expectedVersion: agreed.version, neededBy: '2026-10-31' },
    });
    expect(later).toMatchObject({ status: 'CONFIRMED', neededBy: '2026-10-31' });
    const sooner = await done(world.editorNorth, 'update', {
      ...{ id: asked.id, expectedVersion: later.version, neededBy: '2026-09-30' },
    });
    expect(sooner).toMatchObject({ status: 'PROPOSED', promisedBy: null });
  });

  it('nobody agrees to what they were not shown: a day that moved meanwhile is told to whoever answers', async () => {
    const asked = await need();
    await done(world.editorNorth, 'update', {
      ...{ id: asked.id, expectedVersion: asked.version, neededBy: '2026-07-31' },
    });
    const late = { id: asked.id, expectedVersion: asked.version };
    const { errors } = await refused('CONFLICT', world.editorSouth, 'confirm', late);
    expect(errors?.[0]?.extensions['conflicts']).toMatchObject([
      { field: 'neededBy', base: '2026-08-31', theirs: '2026-07-31' },
    ]);
    await refused('CONFLICT', world.editorSouth, 'counter', { ...late, promisedBy: '2026-08-15' });
  });

  it('of two that are offered at once the second is told', async () => {
    const asked = await need();
    const offer = (promisedBy: string) => ({ id: asked.id, expectedVersion: asked.version, promisedBy });
    await done(world.editorSouth, 'counter', offer('2026-09-30'));
    const { errors } = await refused('CONFLICT', world.leadSouth, 'counter', offer('2026-10-31'));
    expect(errors?.[0]?.extensions['conflicts']).toMatchObject([
      { field: 'promisedBy', theirs: '2026-09-30', yours: '2026-10-31' },
      { field: 'status' },
    ]);
  });

  it('and all that was said stands in the history of the promise', async () => {
    const asked = await need();
    const offered = await counter(asked, '2026-09-30');
    await done(world.editorNorth, 'confirm', { id: asked.id, expectedVersion: offered.version });
    const { history } = await world.editorNorth.ok<{
      history: { nodes: { organisation: { name: string }; fields: { field: string; after: string }[] }[] };
    }>(
      `query($of: ID!) { history(of: $of, first: 10) { nodes { organisation { name } fields { field after } } } }`,
      { of: asked.id },
    );
    const said = history.nodes.map(({ organisation, fields }) => [
      organisation.name,
      fields.filter(({ field }) => ['status', 'promisedBy'].includes(field)).map(({ after }) => after),
    ]);
    expect(said).toEqual([
      ['Northmoor Council', ['CONFIRMED']],
      ['South Vale NHS Trust', ['2026-09-30', 'COUNTERED']],
      ['Northmoor Council', []],
    ]);
  });
});
