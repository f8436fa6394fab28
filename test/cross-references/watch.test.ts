import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hasMoved, NOTHING_TOLD, toldOf } from '../../server/features/cross-references/watch.rules.js';
import type { Person } from '../support/app.js';
import { refusedWith, type TwoPartners, twoPartners } from './two-partners.js';

interface Watch {
  id: string;
  version: number;
  movedAt: string | null;
  wasExpected: string | null;
  wasExpectedOn: string | null;
  archivedAt: string | null;
  organisation: { id: string };
  viewerCan: { update: boolean };
}

const FIELDS = `id version movedAt wasExpected wasExpectedOn archivedAt organisation { id } viewerCan { update }`;
const INPUTS: Record<string, string> = { create: 'CreateWatchInput' };
const verb = (name: string) =>
  `mutation($input: ${INPUTS[name] ?? 'ItemVersionInput'}!) { ${name}Watch(input: $input) { watch { ${FIELDS} } } }`;

let world: TwoPartners;
let framework: string;

beforeAll(async () => {
  world = await twoPartners(() => new Date('2026-06-15T10:00:00Z'));
});
afterAll(() => world.app.close());
beforeEach(async () => {
  framework = await awaited('National framework', 'March 2027', '2027-03-01', '2027-03-31');
});

const awaited = (title: string, words: string | null, start: string | null, end: string | null, more = {}) =>
  world.app.build.inPartnership('external_dependencies', world.partnershipId, {
    ...{ planId: world.planId, title, controlledBy: 'NHS England', timingAsWritten: words },
    ...{ timingStart: start, timingEnd: end, timingPrecision: words && 'MONTH', ...more },
  });

const ask = (who: Person, name: string, input: object) =>
  who.query<Record<string, { watch: Watch }>>(verb(name), { input });

async function done(who: Person, name: string, input: object): Promise<Watch> {
  const { data, errors } = await ask(who, name, input);
  const watch = data?.[`${name}Watch`]?.watch;
  if (!watch) throw new Error(JSON.stringify(errors));
  return watch;
}

const refused = (code: string, who: Person, name: string, input: object) =>
  refusedWith(world.app, code, () => ask(who, name, input));
const watch = (who = world.editorNorth, organisationId = world.north, externalDependencyId = framework) =>
  done(who, 'create', { externalDependencyId, organisationId });
const now = async (id: string): Promise<Watch | null> =>
  (
    await world.editorNorth.ok<{ watch: Watch | null }>(`query($id: ID!) { watch(id: $id) { ${FIELDS} } }`, {
      id,
    })
  ).watch;

async function expectBy(timing: string | null, id = framework): Promise<void> {
  const { version } = await world.app.build.row('external_dependencies', id);
  await world.leadSouth.ok(
    `mutation($input: UpdateExternalDependencyInput!) { updateExternalDependency(input: $input) { externalDependency { id } } }`,
    { input: { id, expectedVersion: version, timing } },
  );
}

async function listed(who: Person, filter: object | null = null, first = 50): Promise<string[]> {
  const { externalDependencies } = await who.ok<{
    externalDependencies: { nodes: { title: string }[] };
  }>(
    `query($within: ID!, $first: Int!, $filter: ExternalDependencyFilter) {
       externalDependencies(within: $within, first: $first, filter: $filter) { nodes { title } } }`,
    { within: world.partnershipId, first, filter },
  );
  return externalDependencies.nodes.map(({ title }) => title);
}

describe('a watch', () => {
  it('is begun for an organisation by an editor of it, once, and stands with what is watched', async () => {
    const input = { externalDependencyId: framework, organisationId: world.north };
    await refused('UNAUTHENTICATED', world.app.nobody, 'create', input);
    await refused('NOT_FOUND', world.stranger, 'create', input);
    await refused('FORBIDDEN', world.viewerNorth, 'create', input);
    await refused('FORBIDDEN', world.editorSouth, 'create', input);
    const [one, other] = [await watch(), await watch(world.leadNorth)];
    expect(other.id).toBe(one.id);
    await watch(world.editorSouth, world.south);
    const { externalDependency } = await world.viewerNorth.ok<{
      externalDependency: { watches: Watch[]; viewerCan: { watch: boolean } };
    }>(`query($id: ID!) { externalDependency(id: $id) { watches { ${FIELDS} } viewerCan { watch } } }`, {
      id: framework,
    });
    expect(externalDependency.watches.map(({ organisation }) => organisation.id)).toEqual([
      world.north,
      world.south,
    ]);
    expect(externalDependency.viewerCan.watch).toBe(false);
    expect(externalDependency.watches[0]?.viewerCan.update).toBe(false);
  });

  it('is one also where two press at once', async () => {
    const [one, other] = await Promise.all([watch(), watch(world.leadNorth)]);
    expect(one.id).toBe(other.id);
  });

  it('ends and begins again, and nobody of another organisation ends it', async () => {
    const { id, version } = await watch();
    const input = { id, expectedVersion: version };
    await refused('FORBIDDEN', world.editorSouth, 'archive', input);
    await refused('NOT_FOUND', world.stranger, 'archive', input);
    const ended = await done(world.editorNorth, 'archive', input);
    expect(ended.archivedAt).not.toBeNull();
    await expectBy('June 2027');
    const again = await watch();
    expect(again).toMatchObject({ id, archivedAt: null, movedAt: null });
  });

  it('is not begun of what was put away, nor for an organisation of elsewhere', async () => {
    const away = await awaited('Gone', null, null, null, { archivedAt: '2026-01-01T00:00:00Z' });
    await refused('RULE_BROKEN', world.editorNorth, 'create', {
      externalDependencyId: away,
      organisationId: world.north,
    });
    const organisationId = await world.app.build.organisation(await world.app.build.partnership());
    await refused('INVALID_INPUT', world.editorNorth, 'create', {
      externalDependencyId: framework,
      organisationId,
    });
  });

  it('tells that the expected day moved, at once and live, as it stood before the first move, until that is noted', async () => {
    const { id } = await watch();
    const live = world.viewerNorth.subscribe<{
      changes: { kind: string; itemId: string; item: { wasExpected?: string } | null };
    }>(
      `subscription($within: ID!) { changes(within: $within) { kind itemId item { ... on Watch { wasExpected } } } }`,
      { within: world.partnershipId },
    );
    await live.ready;
    await expectBy('May 2027');
    const { changes } = await live.until(({ changes: { itemId } }) => itemId === id, 1_000);
    expect(changes).toMatchObject({ kind: 'UPDATED', item: { wasExpected: 'March 2027' } });
    await live.stop();
    const shown = await now(id);
    await expectBy('July 2027');
    const told = await now(id);
    expect(told).toMatchObject({ wasExpected: 'March 2027', wasExpectedOn: '2027-03-31' });
    await refused('CONFLICT', world.editorNorth, 'note', { id, expectedVersion: shown?.version });
    await refused('FORBIDDEN', world.editorSouth, 'note', { id, expectedVersion: told?.version });
    const noted = await done(world.editorNorth, 'note', { id, expectedVersion: told?.version });
    expect(noted).toMatchObject({ movedAt: null, wasExpected: null, wasExpectedOn: null });
  });

  it('has nothing to tell of other words for the same day, nor of a move and back', async () => {
    const { id, version } = await watch();
    await expectBy('Mar 2027');
    expect((await now(id))?.version).toBe(version);
    await expectBy(null);
    expect(await now(id)).toMatchObject({ wasExpected: 'Mar 2027' });
    await expectBy('Mar 2027');
    expect(await now(id)).toMatchObject({ movedAt: null, wasExpected: null });
  });

  it('tells when year 1 of the plan moves, and the words with it mean another day', async () => {
    const planId = await world.app.build.plan(world.partnershipId, { boardId: world.boardId });
    const yearly = await awaited('Allocations', 'Y2', '2019-04-01', '2020-03-31', { planId });
    const { year_one_starts_on: yearOne } = await world.app.build.row('plans', planId);
    const { id } = await watch(world.editorNorth, world.north, yearly);
    const { version } = await world.app.build.row('plans', planId);
    const moved = `${Number(String(yearOne).slice(0, 4)) + 1}-04-01`;
    await world.leadNorth.ok(
      `mutation($input: UpdatePlanInput!) { updatePlan(input: $input) { plan { id } } }`,
      { input: { id: planId, expectedVersion: version, yearOneStartsOn: moved } },
    );
    expect(await now(id)).toMatchObject({ wasExpected: 'Y2', wasExpectedOn: '2020-03-31' });
  });

  it('is for those who see what is watched: narrowed with it, it is gone for the rest', async () => {
    const { app, partnershipId, boardId, south, north, editorNorth } = world;
    const email = 'secretary@example.org';
    const secretary = await app.build.person(partnershipId, { email, organisationId: south, role: 'LEAD' });
    await app.build.seat(partnershipId, boardId, secretary, { capacity: 'SECRETARIAT' });
    const planId = await app.build.plan(partnershipId, { boardId });
    const secret = await awaited('Secret', 'March 2027', '2027-03-01', '2027-03-31', { planId });
    const { id } = await watch(editorNorth, north, secret);
    await expectBy('May 2027', secret);
    const audience = { kind: 'ORGANISATIONS', organisationIds: [south] };
    await (await app.as(email)).ok(
      `mutation($input: RestrictInput!) { restrictPlan(input: $input) { plan { id } } }`,
      { input: { id: planId, expectedVersion: 1, audience } },
    );
    expect(await now(id)).toBeNull();
    await refused('NOT_FOUND', editorNorth, 'archive', { id, expectedVersion: 1 });
    await refused('NOT_FOUND', editorNorth, 'create', {
      externalDependencyId: secret,
      organisationId: north,
    });
    expect(await listed(editorNorth, { watchedBy: [north] })).not.toContain('Secret');
    expect(await listed(world.editorSouth, { watchedBy: [north] })).toContain('Secret');
  });
});

describe('the list of what no partner controls', () => {
  it('is of the whole partnership, overdue first, without a day after the rest, come last; filtered by who watches and what is news', async () => {
    const { app, partnershipId, north } = world;
    await app.build.sql('update external_dependencies set archived_at = now() where partnership_id = $1', [
      partnershipId,
    ]);
    const planId = await app.build.plan(partnershipId);
    await awaited('Next year', '2027', '2027-01-01', '2027-12-31');
    const late = await awaited('Late', 'May 2026', '2026-05-01', '2026-05-31', { planId });
    await awaited('Come', 'April 2026', '2026-04-01', '2026-04-30', { status: 'BLUE' });
    await awaited('Undated', null, null, null, { planId: null });
    const soon = await awaited('Soon', 'July 2026', '2026-07-01', '2026-07-31');
    expect(await listed(world.viewerNorth)).toEqual(['Late', 'Soon', 'Next year', 'Undated', 'Come']);
    expect(await listed(world.viewerNorth, { watchedBy: [north] })).toEqual([]);
    const far = await awaited('Far', 'March 2030', '2030-03-01', '2030-03-31');
    for (const id of [late, soon, far]) await watch(world.editorNorth, north, id);
    expect(await listed(world.viewerNorth, { watchedBy: [north] })).toEqual(['Late', 'Soon', 'Far']);
    const news = { watchedBy: [north], newsUntil: '2026-06-20' };
    expect(await listed(world.viewerNorth, news)).toEqual(['Late']);
    await expectBy('April 2030', far);
    expect(await listed(world.viewerNorth, news)).toEqual(['Late', 'Far']);
    expect(await listed(world.viewerNorth, { watchedBy: [world.south], newsUntil: '2026-06-20' })).toEqual(
      [],
    );
    const overdue = await world.viewerNorth.ok<{ externalDependency: { isOverdue: boolean } }>(
      `query($id: ID!) { externalDependency(id: $id) { isOverdue } }`,
      { id: late },
    );
    expect(overdue.externalDependency.isOverdue).toBe(true);
  });
});

describe('what is told of a move', () => {
  const march = { timingAsWritten: 'March 2027', timingStart: '2027-03-01', timingEnd: '2027-03-31' };
  const words = (timingAsWritten: string) => ({ timingAsWritten, timingStart: null, timingEnd: null });

  it('takes words for all there is where they mean no day', () => {
    expect(hasMoved(march, { ...march, timingAsWritten: '03/2027' })).toBe(false);
    expect(hasMoved(words('when it comes'), words('later'))).toBe(true);
    expect(hasMoved(march, words('later'))).toBe(true);
  });

  it('keeps how it stood before the first of several moves', () => {
    const first = toldOf(NOTHING_TOLD, march, words('later'), '2026-06-15');
    expect(first).toEqual({ movedAt: '2026-06-15', wasExpected: 'March 2027', wasExpectedOn: '2027-03-31' });
    expect(toldOf(first, words('later'), words('never'), '2026-06-16')).toMatchObject({
      movedAt: '2026-06-16',
      wasExpected: 'March 2027',
    });
    expect(toldOf(first, words('later'), march, '2026-06-16')).toEqual(NOTHING_TOLD);
  });
});
