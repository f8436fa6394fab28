import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { brokenRule, changesNothing, startWorld, type World } from '../support/world.js';

const FIELDS = `action { id version reference title expectedOutcome status signedOffAt archivedAt parentId isOverdue timing { asWritten start end precision }
  leads { id role organisation { id } person { id } outsideBody asWritten } signedOffBy { id } }`;
const verb = (name: string, type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { ${FIELDS} } }`;
const CREATE = verb('createAction');
const UPDATE = verb('updateAction');
const RATE = verb('rateAction');
const SIGN_OFF = verb('signOffAction', 'ItemVersionInput');
const ASSIGN = verb('assignAction');
const MOVE = verb('moveAction');
const ARCHIVE = verb('archiveAction', 'ItemVersionInput');
const RESTORE = verb('restoreAction', 'ItemVersionInput');

let world: World;
let workstreamId: string;
let id: string;
beforeAll(async () => {
  world = await startWorld();
});
beforeEach(async () => {
  const { build } = world.app;
  const planId = await build.plan(world.partnershipId, { boardId: world.boardId });
  workstreamId = await build.workstream(planId, { leadOrganisationId: world.south });
  id = await build.action(workstreamId, { ownerId: world.north });
});
afterAll(() => world.app.close());

const owner = (role: string, organisationId: string) => ({ role, organisationId });

describe('adding an action', () => {
  test('is for leads of the workstream’s lead organisation, below an action for its owners’ too', async () => {
    const input = { workstreamId, title: 'Open the ward' };
    const unchanged = await changesNothing(world.app, async () => {
      expect(await world.app.nobody.refused(CREATE, { input })).toBe('UNAUTHENTICATED');
      expect(await world.stranger.refused(CREATE, { input })).toBe('NOT_FOUND');
      expect(await world.northLead.refused(CREATE, { input })).toBe('FORBIDDEN');
      expect(await world.southEditor.refused(CREATE, { input })).toBe('FORBIDDEN');
      expect(await world.southLead.refused(CREATE, { input: { ...input, title: '' } })).toBe('INVALID_INPUT');
      expect(await world.southLead.refused(CREATE, { input: { ...input, parentId: randomUUID() } })).toBe(
        'INVALID_INPUT',
      );
      expect(
        await world.southLead.refused(CREATE, {
          input: { ...input, leads: [owner('SPONSOR', world.south)] },
        }),
      ).toBe('INVALID_INPUT');
      expect(
        await world.southLead.refused(CREATE, {
          input: { ...input, leads: [owner('ACCOUNTABLE', world.south), owner('ACCOUNTABLE', world.north)] },
        }),
      ).toBe('INVALID_INPUT');
      expect(
        await world.southLead.refused(CREATE, {
          input: { ...input, leads: [{ role: 'JOINT', postId: world.south }] },
        }),
      ).toBe('INVALID_INPUT');
      expect(await world.southLead.refused(CREATE, { input: { ...input, leads: [{ role: 'JOINT' }] } })).toBe(
        'INVALID_INPUT',
      );
    });
    expect(unchanged).toBe(true);
    expect(await world.northLead.ok(CREATE, { input: { ...input, parentId: id } })).toMatchObject({
      createAction: { action: { parentId: id, version: 1 } },
    });
  });

  test('keeps the deadline as written and as dates, and everybody who answers, accountable first', async () => {
    const input = {
      id: randomUUID(),
      workstreamId,
      reference: 'B2.3',
      title: 'Open the ward',
      expectedOutcome: 'Fewer waits',
      timing: 'By end of March 2018',
      leads: [
        owner('JOINT', world.north),
        owner('ACCOUNTABLE', world.south),
        { role: 'SUPPORTING', outsideBody: 'A regulator' },
        { role: 'SUPPORTING', asWritten: 'TBC' },
      ],
    };
    const made = await world.southLead.ok(CREATE, { input });
    expect(made).toMatchObject({
      createAction: {
        action: {
          id: input.id,
          reference: 'B2.3',
          status: 'NOT_YET_RATED',
          isOverdue: true,
          timing: { asWritten: 'By end of March 2018', start: null, end: '2018-03-31' },
          leads: [
            { role: 'ACCOUNTABLE', organisation: { id: world.south } },
            { role: 'JOINT', organisation: { id: world.north } },
            { outsideBody: 'A regulator', organisation: null },
            { asWritten: 'TBC' },
          ],
        },
      },
    });
    const unchanged = await changesNothing(world.app, async () => {
      expect(await world.southLead.ok(CREATE, { input })).toEqual(made);
      expect(await world.southLead.refused(CREATE, { input: { ...input, title: 'Other' } })).toBe(
        'INVALID_INPUT',
      );
    });
    expect(unchanged).toBe(true);
  });

  test('twice the same reference is kept twice', async () => {
    for (const title of ['One', 'Two'])
      await world.southLead.ok(CREATE, { input: { workstreamId, reference: 'B4', title } });
    expect(
      await world.app.build.sql(`select id from actions where workstream_id = $1 and reference = 'B4'`, [
        workstreamId,
      ]),
    ).toHaveLength(2);
  });
});

describe('changing an action', () => {
  test('is for editors of an organisation that owns it', async () => {
    const input = { id, expectedVersion: 1, title: 'Another title' };
    const unchanged = await changesNothing(world.app, async () => {
      expect(await world.stranger.refused(UPDATE, { input })).toBe('NOT_FOUND');
      expect(await world.northLead.refused(UPDATE, { input: { ...input, id: randomUUID() } })).toBe(
        'NOT_FOUND',
      );
      expect(await world.southLead.refused(UPDATE, { input })).toBe('FORBIDDEN');
      expect(await world.northViewer.refused(UPDATE, { input })).toBe('FORBIDDEN');
      expect(await world.northEditor.refused(UPDATE, { input: { ...input, title: null } })).toBe(
        'INVALID_INPUT',
      );
      expect(await world.northEditor.refused(UPDATE, { input: { ...input, expectedVersion: 0 } })).toBe(
        'INVALID_INPUT',
      );
    });
    expect(unchanged).toBe(true);
    expect(await world.northEditor.ok(UPDATE, { input })).toMatchObject({
      updateAction: { action: { title: 'Another title', version: 2 } },
    });
  });

  test('keeps two people’s changes of different fields; a deadline is one field', async () => {
    await world.northEditor.ok(UPDATE, { input: { id, expectedVersion: 1, timing: 'Sep-18' } });
    expect(
      await world.northLead.ok(UPDATE, { input: { id, expectedVersion: 1, expectedOutcome: 'Fewer waits' } }),
    ).toMatchObject({
      updateAction: {
        action: {
          version: 3,
          expectedOutcome: 'Fewer waits',
          timing: { asWritten: 'Sep-18', end: '2018-09-30' },
        },
      },
    });
    const { errors } = await world.northLead.query(UPDATE, {
      input: { id, expectedVersion: 1, timing: 'Oct-18' },
    });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', conflicts: [{ field: 'timing' }] });
    expect(errors?.[0]?.extensions['conflicts']).toHaveLength(1);
    expect(
      await world.northLead.ok(UPDATE, {
        input: { id, expectedVersion: 3, timing: null, expectedOutcome: null },
      }),
    ).toMatchObject({
      updateAction: { action: { timing: null, expectedOutcome: null } },
    });
  });

  test('by sixteen at once loses nobody’s change without telling', async () => {
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, i) =>
        (i % 2 ? world.northEditor : world.northLead).query(UPDATE, {
          input: { id, expectedVersion: 1, title: `Title ${i}` },
        }),
      ),
    );
    const codes = answers.map((answer) => answer.errors?.[0]?.extensions.code ?? 'OK');
    expect(codes.filter((code) => code === 'OK')).toHaveLength(1);
    expect(codes.filter((code) => code === 'CONFLICT')).toHaveLength(15);
  });
});

describe('rating and signing off', () => {
  test('Blue is a sponsor’s alone, and rating again takes the sign-off back', async () => {
    await world.app.build.owner('Workstream', workstreamId, {
      role: 'SPONSOR',
      personId: world.personIds['chair'],
    });
    const rate = (status: string, expectedVersion: number) => ({ input: { id, expectedVersion, status } });
    const unchanged = await changesNothing(world.app, async () => {
      expect(await world.stranger.refused(RATE, rate('GREEN', 1))).toBe('NOT_FOUND');
      expect(await world.southEditor.refused(RATE, rate('GREEN', 1))).toBe('FORBIDDEN');
      expect(await brokenRule(world.northEditor, RATE, rate('BLUE', 1))).toBe('BLUE_NEEDS_SIGN_OFF');
      expect(await world.northLead.refused(SIGN_OFF, { input: { id, expectedVersion: 1 } })).toBe(
        'FORBIDDEN',
      );
      expect(await world.stranger.refused(SIGN_OFF, { input: { id, expectedVersion: 1 } })).toBe('NOT_FOUND');
    });
    expect(unchanged).toBe(true);
    expect(await world.northEditor.ok(RATE, rate('GREEN', 1))).toMatchObject({
      rateAction: { action: { status: 'GREEN', version: 2 } },
    });
    expect(await world.chair.refused(SIGN_OFF, { input: { id, expectedVersion: 1 } })).toBe('CONFLICT');
    expect(await world.chair.ok(SIGN_OFF, { input: { id, expectedVersion: 2 } })).toMatchObject({
      signOffAction: {
        action: {
          status: 'BLUE',
          version: 3,
          signedOffAt: expect.any(String),
          signedOffBy: { id: world.personIds['chair'] },
        },
      },
    });
    expect(await world.northEditor.refused(RATE, rate('AMBER', 2))).toBe('CONFLICT');
    expect(await world.northEditor.ok(RATE, rate('AMBER', 3))).toMatchObject({
      rateAction: { action: { status: 'AMBER', signedOffAt: null, signedOffBy: null } },
    });
  });
});

describe('assigning', () => {
  test('says who answers as a whole list, and leaves alone who answered so before', async () => {
    const assign = (expectedVersion: number, leads: object[]) => ({ input: { id, expectedVersion, leads } });
    const unchanged = await changesNothing(world.app, async () => {
      expect(await world.stranger.refused(ASSIGN, assign(1, []))).toBe('NOT_FOUND');
      expect(await world.southLead.refused(ASSIGN, assign(1, [owner('ACCOUNTABLE', world.south)]))).toBe(
        'FORBIDDEN',
      );
      expect(await world.northEditor.refused(ASSIGN, assign(1, [owner('ACCOUNTABLE', randomUUID())]))).toBe(
        'INVALID_INPUT',
      );
    });
    expect(unchanged).toBe(true);
    const [before] = await world.app.build.sql<{ id: string }>(
      'select id from ownerships where item_id = $1',
      [id],
    );
    expect(
      await world.northEditor.ok(
        ASSIGN,
        assign(1, [owner('ACCOUNTABLE', world.north), owner('JOINT', world.south)]),
      ),
    ).toMatchObject({
      assignAction: {
        action: { version: 2, leads: [{ id: before?.id, role: 'ACCOUNTABLE' }, { role: 'JOINT' }] },
      },
    });
    expect(await world.southEditor.refused(ASSIGN, assign(1, []))).toBe('CONFLICT');
    expect(
      await world.southEditor.ok(UPDATE, { input: { id, expectedVersion: 2, title: 'Ours too now' } }),
    ).toMatchObject({ updateAction: { action: { title: 'Ours too now' } } });
    expect(
      await world.northEditor.ok(
        ASSIGN,
        assign(3, [owner('JOINT', world.north), owner('ACCOUNTABLE', world.south)]),
      ),
    ).toMatchObject({
      assignAction: {
        action: {
          leads: [
            { role: 'ACCOUNTABLE', organisation: { id: world.south } },
            { role: 'JOINT', organisation: { id: world.north } },
          ],
        },
      },
    });
  });
});

describe('moving', () => {
  test('puts an action elsewhere in its workstream, never below itself', async () => {
    const { build } = world.app;
    const [second, third] = [
      await build.action(workstreamId, { ownerId: world.north }),
      await build.action(workstreamId, { ownerId: world.north }),
    ];
    const foreign = await build.action(
      await build.workstream((await build.row('actions', id))['plan_id'] as string),
      { ownerId: world.north },
    );
    const child = await build.action(workstreamId, { parentId: id, ownerId: world.north });
    const move = (input: object) => ({ input: { expectedVersion: 1, ...input } });
    const unchanged = await changesNothing(world.app, async () => {
      expect(await world.stranger.refused(MOVE, move({ id, parentId: second }))).toBe('NOT_FOUND');
      expect(await world.southLead.refused(MOVE, move({ id, parentId: second }))).toBe('FORBIDDEN');
      expect(await brokenRule(world.northEditor, MOVE, move({ id, parentId: child }))).toBe('NO_RINGS');
      expect(await brokenRule(world.northEditor, MOVE, move({ id, parentId: id }))).toBe('NO_RINGS');
      expect(await world.northEditor.refused(MOVE, move({ id, parentId: foreign }))).toBe('INVALID_INPUT');
      expect(await world.northEditor.refused(MOVE, move({ id, afterId: child }))).toBe('INVALID_INPUT');
    });
    expect(unchanged).toBe(true);
    const order = async () => {
      const { workstream } = await world.northViewer.ok<{ workstream: { actions: { id: string }[] } }>(
        `query ($id: ID!) { workstream(id: $id) { actions { id } } }`,
        { id: workstreamId },
      );
      return workstream.actions.map((action) => action.id);
    };
    expect(await order()).toEqual([id, child, second, third]);
    await world.northEditor.ok(MOVE, move({ id: third, afterId: id }));
    expect(await order()).toEqual([id, child, third, second]);
    await world.northEditor.ok(MOVE, move({ id: second }));
    expect(await order()).toEqual([second, id, child, third]);
    await world.northEditor.ok(MOVE, move({ id, parentId: third }));
    expect(await order()).toEqual([second, third, id, child]);
  });

  test('two moves at once cannot close a ring between them', async () => {
    const other = await world.app.build.action(workstreamId, { ownerId: world.north });
    const answers = await Promise.all([
      world.northEditor.query(MOVE, { input: { id, expectedVersion: 1, parentId: other } }),
      world.northLead.query(MOVE, { input: { id: other, expectedVersion: 1, parentId: id } }),
    ]);
    expect(answers.map((answer) => answer.errors?.[0]?.extensions['rule'] ?? 'OK').sort()).toEqual([
      'NO_RINGS',
      'OK',
    ]);
  });

  test('finds room between two neighbours however often something is put there', async () => {
    const { build } = world.app;
    const all = [
      id,
      await build.action(workstreamId, { ownerId: world.north }),
      await build.action(workstreamId, { ownerId: world.north }),
    ];
    for (let i = 0; i < 70; i++) {
      const last = (
        await build.sql<{ id: string; version: number }>(
          'select id, version from actions where workstream_id = $1 order by position desc limit 1',
          [workstreamId],
        )
      )[0];
      await world.northEditor.ok(
        `mutation ($input: MoveActionInput!) { moveAction(input: $input) { action { id } } }`,
        {
          input: {
            id: last?.id,
            expectedVersion: last?.version,
            afterId: all.find((one) => one !== last?.id && one === id) ?? all[1],
          },
        },
      );
    }
    const places = await build.sql<{ position: number }>(
      'select position from actions where workstream_id = $1',
      [workstreamId],
    );
    expect(new Set(places.map((place) => place.position)).size).toBe(3);
  });
});

test('an action is put away by a lead of an owner or of the workstream’s lead organisation, and brought back', async () => {
  const input = { id, expectedVersion: 1 };
  const unchanged = await changesNothing(world.app, async () => {
    expect(await world.stranger.refused(ARCHIVE, { input })).toBe('NOT_FOUND');
    expect(await world.northEditor.refused(ARCHIVE, { input })).toBe('FORBIDDEN');
  });
  expect(unchanged).toBe(true);
  expect(await world.southLead.ok(ARCHIVE, { input })).toMatchObject({
    archiveAction: { action: { archivedAt: expect.any(String), version: 2 } },
  });
  expect(await world.northLead.ok(RESTORE, { input: { id, expectedVersion: 2 } })).toMatchObject({
    restoreAction: { action: { archivedAt: null, version: 3 } },
  });
});

test('every change says who did it and for which organisation', async () => {
  await world.northEditor.ok(UPDATE, { input: { id, expectedVersion: 1, title: 'Ours' } });
  const [change] = await world.app.build.sql(
    "select actor_id, organisation_id, via, kind, before ->> 'title' is not null as told from changes where item_id = $1 order by seq desc limit 1",
    [id],
  );
  expect(change).toEqual({
    actor_id: world.personIds['northeditor'],
    organisation_id: world.north,
    via: 'SESSION',
    kind: 'UPDATED',
    told: true,
  });
});
