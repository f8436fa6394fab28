import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { BragStatus } from '../../schema/vocabulary.js';
import { directionOfTravel } from '../../server/features/actions/update.rules.js';
import { brokenRule, changesNothing, startWorld, type World } from '../support/world.js';

const FIELDS =
  'update { id version period narrative status archivedAt author { id } organisation { id } viewerCan { update archive } }';
const REPORT = `mutation ($input: ReportUpdateInput!) { reportUpdate(input: $input) { ${FIELDS} } }`;
const ARCHIVE = `mutation ($input: ItemVersionInput!) { archiveUpdate(input: $input) { ${FIELDS} } }`;
const RESTORE = `mutation ($input: ItemVersionInput!) { restoreUpdate(input: $input) { ${FIELDS} } }`;

interface Reported {
  reportUpdate: { update: { id: string; version: number } };
}

let world: World;
let workstreamId: string;
let actionId: string;
beforeAll(async () => {
  world = await startWorld();
});
beforeEach(async () => {
  const { build } = world.app;
  const planId = await build.plan(world.partnershipId);
  workstreamId = await build.workstream(planId, { leadOrganisationId: world.south });
  actionId = await build.action(workstreamId, { ownerId: world.north });
});
afterAll(() => world.app.close());

const report = (more: object = {}) => ({
  input: {
    actionId,
    organisationId: world.north,
    period: '2026-03-17',
    narrative: 'Half done',
    status: 'AMBER',
    ...more,
  },
});

describe('reporting', () => {
  test('is for editors of an organisation that owns the action, for that organisation', async () => {
    const unchanged = await changesNothing(world.app, async () => {
      expect(await world.app.nobody.refused(REPORT, report())).toBe('UNAUTHENTICATED');
      expect(await world.stranger.refused(REPORT, report())).toBe('NOT_FOUND');
      expect(await world.northViewer.refused(REPORT, report())).toBe('FORBIDDEN');
      expect(await world.southEditor.refused(REPORT, report())).toBe('FORBIDDEN');
      expect(await world.southEditor.refused(REPORT, report({ organisationId: world.south }))).toBe(
        'FORBIDDEN',
      );
      expect(await world.northEditor.refused(REPORT, report({ organisationId: world.south }))).toBe(
        'FORBIDDEN',
      );
      expect(await brokenRule(world.northEditor, REPORT, report({ status: 'BLUE' }))).toBe(
        'BLUE_NEEDS_SIGN_OFF',
      );
      expect(await brokenRule(world.northEditor, REPORT, report({ period: '2999-01-01' }))).toBe(
        'PERIOD_NOT_BEGUN',
      );
      expect(await world.northEditor.refused(REPORT, report({ narrative: '' }))).toBe('INVALID_INPUT');
      expect(await world.northEditor.refused(REPORT, report({ expectedVersion: 1 }))).toBe('INVALID_INPUT');
    });
    expect(unchanged).toBe(true);
    expect(await world.northEditor.ok(REPORT, report())).toMatchObject({
      reportUpdate: {
        update: {
          period: '2026-03-01',
          version: 1,
          author: { id: world.personIds['northeditor'] },
          organisation: { id: world.north },
          viewerCan: { update: true, archive: true },
        },
      },
    });
  });

  test('tried again is one report; with other words it is refused', async () => {
    const input = report({ id: randomUUID() });
    const first = await world.northEditor.ok(REPORT, input);
    expect(await world.northEditor.ok(REPORT, input)).toEqual(first);
    expect(
      await world.northEditor.refused(REPORT, report({ ...input.input, narrative: 'Other words' })),
    ).toBe('INVALID_INPUT');
  });

  test('the same month again shows both wordings, and changes it once the version is known', async () => {
    await world.northEditor.ok(REPORT, report());
    const { errors } = await world.northLead.query(
      REPORT,
      report({ period: '2026-03-01', narrative: 'Mine' }),
    );
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'CONFLICT',
      conflicts: [
        { field: 'narrative', theirs: 'Half done', yours: 'Mine', theirVersion: 1, changedBy: 'northeditor' },
        { field: 'status' },
      ],
    });
    await world.northLead.ok(REPORT, report({ narrative: 'Mine', expectedVersion: 1 }));
    const other = await world.northEditor.ok<Reported>(
      REPORT,
      report({ status: 'GREEN', expectedVersion: 1, narrative: 'Mine' }),
    );
    expect(other.reportUpdate.update).toMatchObject({ narrative: 'Mine', status: 'GREEN', version: 3 });
    expect(await world.northEditor.refused(REPORT, report({ narrative: 'Third', expectedVersion: 1 }))).toBe(
      'CONFLICT',
    );
  });

  test('two colleagues at once make one report', async () => {
    const answers = await Promise.all(
      [world.northEditor, world.northLead].map((who) => who.query(REPORT, report())),
    );
    expect(answers.map((answer) => answer.errors?.[0]?.extensions.code ?? 'OK').sort()).toEqual([
      'CONFLICT',
      'OK',
    ]);
    expect(await world.app.build.sql('select id from updates where action_id = $1', [actionId])).toHaveLength(
      1,
    );
  });

  test('of an action that nobody owns is for the organisation that leads the workstream', async () => {
    const loose = await world.app.build.action(workstreamId);
    expect(await world.northEditor.refused(REPORT, report({ actionId: loose }))).toBe('FORBIDDEN');
    expect(
      await world.southEditor.ok(REPORT, report({ actionId: loose, organisationId: world.south })),
    ).toMatchObject({
      reportUpdate: { update: { organisation: { id: world.south } } },
    });
  });

  test('stands beside what others report for the same month, the latest month first', async () => {
    await world.app.build.owner('Action', actionId, { role: 'JOINT', organisationId: world.south });
    await world.northEditor.ok(REPORT, report({ period: '2026-02-01', narrative: 'Begun' }));
    await world.northEditor.ok(REPORT, report());
    await world.southEditor.ok(
      REPORT,
      report({ organisationId: world.south, narrative: 'Ours', status: 'RED' }),
    );
    const document = `query ($id: ID!) { action(id: $id) { directionOfTravel latestUpdate { narrative } updates { period narrative } } }`;
    expect(await world.stranger.ok(document, { id: actionId })).toEqual({ action: null });
    expect(await world.northViewer.ok(document, { id: actionId })).toEqual({
      action: {
        directionOfTravel: 'WORSENING',
        latestUpdate: { narrative: 'Ours' },
        updates: [
          { period: '2026-03-01', narrative: 'Ours' },
          { period: '2026-03-01', narrative: 'Half done' },
          { period: '2026-02-01', narrative: 'Begun' },
        ],
      },
    });
  });
});

test('a report is put away and brought back by the organisation that wrote it, unless it reported anew', async () => {
  const { reportUpdate } = await world.northEditor.ok<Reported>(REPORT, report());
  const { id } = reportUpdate.update;
  const unchanged = await changesNothing(world.app, async () => {
    expect(await world.stranger.refused(ARCHIVE, { input: { id, expectedVersion: 1 } })).toBe('NOT_FOUND');
    expect(await world.southLead.refused(ARCHIVE, { input: { id, expectedVersion: 1 } })).toBe('FORBIDDEN');
  });
  expect(unchanged).toBe(true);
  await world.northLead.ok(ARCHIVE, { input: { id, expectedVersion: 1 } });
  const lists = `query ($id: ID!) { action(id: $id) { updates { id } archivedUpdates { id viewerCan { archive } } } }`;
  expect(await world.northEditor.ok(lists, { id: actionId })).toEqual({
    action: { updates: [], archivedUpdates: [{ id, viewerCan: { archive: true } }] },
  });
  expect(await world.southLead.ok(lists, { id: actionId })).toMatchObject({
    action: { archivedUpdates: [{ viewerCan: { archive: false } }] },
  });
  const again = await world.northEditor.ok<Reported>(REPORT, report({ narrative: 'Anew' }));
  expect(again.reportUpdate.update.id).not.toBe(id);
  expect(await brokenRule(world.northEditor, RESTORE, { input: { id, expectedVersion: 2 } })).toBe(
    'ALREADY_REPORTED',
  );
  await world.northEditor.ok(ARCHIVE, { input: { id: again.reportUpdate.update.id, expectedVersion: 1 } });
  expect(await world.northEditor.ok(RESTORE, { input: { id, expectedVersion: 2 } })).toMatchObject({
    restoreUpdate: { update: { archivedAt: null, narrative: 'Half done' } },
  });
});

test('the direction of travel compares two ratings, and says nothing where one is missing', () => {
  const { RED, AMBER, GREEN, BLUE, NOT_YET_RATED } = BragStatus;
  expect(directionOfTravel(RED, AMBER)).toBe('IMPROVING');
  expect(directionOfTravel(GREEN, BLUE)).toBe('IMPROVING');
  expect(directionOfTravel(GREEN, GREEN)).toBe('STEADY');
  expect(directionOfTravel(GREEN, RED)).toBe('WORSENING');
  expect(directionOfTravel(NOT_YET_RATED, GREEN)).toBeNull();
  expect(directionOfTravel(GREEN, NOT_YET_RATED)).toBeNull();
});
