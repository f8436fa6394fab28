import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.app.close());

const SUMMARY = `query ($id: ID!, $asOf: DateTime) { plan(id: $id, asOf: $asOf) {
  summary { total blue green amber red notYetRated overdue overall }
  workstreams { id summary { total overdue overall } actions { id } }
} }`;

test('a plan is summed up over actions with none below them, as it stands and as it stood', async () => {
  const { build } = world.app;
  const planId = await build.plan(world.partnershipId);
  const one = await build.workstream(planId);
  const two = await build.workstream(planId);
  const away = await build.workstream(planId, { archivedAt: '2026-01-01T00:00:00Z' });
  const parent = await build.action(one, { status: 'RED' });
  const child = await build.action(one, { parentId: parent, status: 'GREEN', timingEnd: '2019-01-01' });
  await build.action(one, { parentId: parent, status: 'BLUE', timingEnd: '2019-01-01' });
  await build.action(one, { status: 'RED', archivedAt: '2026-01-01T00:00:00Z' });
  await build.action(away, { status: 'RED' });
  const lone = await build.action(two, { status: 'NOT_YET_RATED' });
  await build.action(two, { parentId: lone, status: 'RED', archivedAt: '2026-01-01T00:00:00Z' });

  const expected = {
    plan: {
      summary: {
        total: 3,
        blue: 1,
        green: 1,
        amber: 0,
        red: 0,
        notYetRated: 1,
        overdue: 1,
        overall: 'GREEN',
      },
      workstreams: [
        {
          id: one,
          summary: { total: 2, overdue: 1, overall: 'GREEN' },
          actions: [{ id: parent }, { id: child }, expect.anything()],
        },
        { id: two, summary: { total: 1, overdue: 0, overall: 'NOT_YET_RATED' }, actions: [{ id: lone }] },
      ],
    },
  };
  expect(await world.northViewer.ok(SUMMARY, { id: planId })).toEqual(expected);
  const [moment] = await build.sql<{ at: string }>(
    `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`,
  );
  await build.sql(`update actions set status = 'RED' where id = $1`, [child]);
  await build.sql(`update actions set archived_at = now() where id = $1`, [lone]);
  expect(await world.northViewer.ok(SUMMARY, { id: planId, asOf: moment?.at })).toEqual(expected);
  expect(await world.northViewer.ok(SUMMARY, { id: planId })).toMatchObject({
    plan: {
      summary: { total: 2, red: 1, notYetRated: 0, overall: 'RED' },
      workstreams: [
        { summary: { total: 2 } },
        { summary: { total: 0, overall: 'NOT_YET_RATED' }, actions: [] },
      ],
    },
  });
});

test('a plan shows its partnership, board, priorities and risks, the worst risk first', async () => {
  const { build } = world.app;
  const planId = await build.plan(world.partnershipId, { boardId: world.boardId });
  const workstreamId = await build.workstream(planId, { leadOrganisationId: world.north });
  const risk = (values: object) =>
    build.inPartnership('risks', world.partnershipId, { planId, event: 'It slips', ...values });
  const [unscored, low, high] = [
    await risk({}),
    await risk({ currentLikelihood: 1, currentImpact: 2 }),
    await risk({ currentLikelihood: 4, currentImpact: 5, workstreamId }),
  ];
  const priorityId = await build.inPartnership('priorities', world.partnershipId, {
    planId,
    number: '1',
    title: 'Warm homes',
    overseeingBoardIds: [world.boardId],
  });
  await build.sql(`update workstreams set priority_ids = $2 where id = $1`, [workstreamId, [priorityId]]);
  await build.owner('Priority', priorityId, { role: 'SRO', personId: world.personIds['northlead'] });
  const document = `query ($id: ID!) { plan(id: $id) {
    partnership { id } board { id } risks { id } changesCursor isRestricted audience { kind label }
    priorities { id plan { id } sros { role person { id } } abus { id } overseeingBoards { id } workstreams { id leadOrganisation { id } priorities { id } risks { id } } }
  } }`;
  const { plan } = await world.northViewer.ok<{ plan: Record<string, unknown> }>(document, { id: planId });
  expect(plan).toEqual({
    partnership: { id: world.partnershipId },
    board: { id: world.boardId },
    risks: [{ id: high }, { id: low }, { id: unscored }],
    changesCursor: expect.stringMatching(/^\S+$/),
    isRestricted: false,
    audience: { kind: 'PARTNERSHIP', label: 'Everyone in the partnership' },
    priorities: [
      {
        id: priorityId,
        plan: { id: planId },
        sros: [{ role: 'SRO', person: { id: world.personIds['northlead'] } }],
        abus: [],
        overseeingBoards: [{ id: world.boardId }],
        workstreams: [
          {
            id: workstreamId,
            leadOrganisation: { id: world.north },
            priorities: [{ id: priorityId }],
            risks: [{ id: high }],
          },
        ],
      },
    ],
  });
});
