import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { daysAtMove } from '../../server/features/meetings/forward-plan-entry.rules.js';
import type { Person } from '../support/app.js';
import { startWorld, type World } from '../support/world.js';

const ENTRY = `id version draftReportDueOn dispatchOn meeting { id timetable { draftReportsBy { on } } } slips { draftReportDueOn dispatchOn } reports { draftDueOn clearances { dueOn } }`;
const CREATE = `mutation ($input: CreateForwardPlanEntryInput!) { createForwardPlanEntry(input: $input) { forwardPlanEntry { ${ENTRY} } } }`;
const MOVE = `mutation ($input: MoveForwardPlanEntryInput!) { moveForwardPlanEntry(input: $input) { forwardPlanEntry { ${ENTRY} } } }`;
const BEGIN = `mutation ($input: CreateReportInput!) { createReport(input: $input) { report { id version } } }`;
const CLEAR = `mutation ($input: RequestReportClearanceInput!) { requestReportClearance(input: $input) { reportClearance { id } } }`;
const OWED = `query ($id: ID!) { meeting(id: $id) { outstanding { lateCount items { kind dueOn } } } }`;
const HISTORY = `query ($of: ID!) { history(of: $of, first: 5) { nodes { fields { field before after } } } }`;

type Days = [draft: string | null, dispatch: string | null];
const days = ([draftReportDueOn, dispatchOn]: Days) => ({ draftReportDueOn, dispatchOn });
const none: Days = [null, null];

describe('the own days of a line that moves', () => {
  const soon: Days = ['2030-01-02', '2030-01-05'];
  const to = (meetsOn: string, had: Days | null = null) => ({ meetsOn, had });
  test.each<[string, Days, string | null, { meetsOn: string; had: Days | null } | null, Days, Days]>([
    ['stay none', none, '2030-01-10', to('2030-04-20'), none, none],
    ['before the meeting it leaves are given up', soon, '2030-01-10', to('2030-04-20'), none, soon],
    ['on its very day too', ['2030-01-10', null], '2030-01-10', null, none, ['2030-01-10', null]],
    [
      'after it were set for the other, and stay',
      ...([['2030-03-01', '2030-01-05'] as Days, '2030-01-10', to('2030-04-20')] as const),
      ...([['2030-03-01', null] as Days, [null, '2030-01-05'] as Days] as const),
    ],
    ['are given up when it goes to an earlier one as well', soon, '2030-01-10', to('2030-01-04'), none, soon],
    ['set while it was for no meeting stay', soon, null, to('2030-04-20'), soon, none],
    ['are had again where it comes back to', none, '2030-04-20', to('2030-01-10', soon), soon, none],
    [
      'set since stay, and only the other is had again',
      ...([['2030-01-03', null] as Days, null, to('2030-01-10', soon)] as const),
      ...([['2030-01-03', '2030-01-05'] as Days, none] as const),
    ],
    [
      'are not had again where that meeting is earlier by now',
      ...([none, null, to('2030-01-04', soon), ['2030-01-02', null] as Days, none] as const),
    ],
  ])('%s', (_, own, leaves, comesTo, now, givenUp) => {
    const at = comesTo && { ...comesTo, had: comesTo.had && days(comesTo.had) };
    expect(daysAtMove(days(own), leaves, at)).toEqual({ now: days(now), givenUp: days(givenUp) });
  });
});

describe('a line that slips', () => {
  let world: World;
  let secretary: Person;
  let soon: string;
  let later: string;
  const inDays = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);

  beforeAll(async () => {
    world = await startWorld();
    const { app, partnershipId, south, boardId } = world;
    const id = await app.build.person(partnershipId, {
      ...{ email: 'sec@example.org', role: 'VIEWER', organisationId: south },
    });
    await app.build.seat(partnershipId, boardId, id, { capacity: 'SECRETARIAT' });
    secretary = await app.as('sec@example.org');
    const meeting = (count: number) =>
      app.build.public('meetings', partnershipId, {
        ...{ boardId, boardIds: [boardId], title: 'Meeting', meetsOn: inDays(count), startsAt: '10:30' },
      });
    soon = await meeting(10);
    later = await meeting(100);
  });
  afterAll(() => world.app.close());

  interface Entry {
    id: string;
    version: number;
    draftReportDueOn: string | null;
    dispatchOn: string | null;
    meeting: { timetable: { draftReportsBy: { on: string } } };
    reports: { draftDueOn: string | null; clearances: { dueOn: string | null }[] }[];
  }
  const move = async ({ id, version }: Entry, meetingId: string) =>
    (
      await secretary.ok<{ moveForwardPlanEntry: { forwardPlanEntry: Entry } }>(MOVE, {
        input: { id, expectedVersion: version, meetingId, reason: 'Not ready' },
      })
    ).moveForwardPlanEntry.forwardPlanEntry;

  it('is not late for the days of the meeting it left, nor are its reports and clearances; moved back it has its own', async () => {
    const own = { draftReportDueOn: inDays(-3), dispatchOn: inDays(2) };
    const { createForwardPlanEntry } = await secretary.ok<{
      createForwardPlanEntry: { forwardPlanEntry: Entry };
    }>(CREATE, {
      input: { boardIds: [world.boardId], title: 'Estates', purpose: 'DECIDE', meetingId: soon, ...own },
    });
    const { createReport } = await secretary.ok<{ createReport: { report: { id: string } } }>(BEGIN, {
      input: {
        ...{
          forwardPlanEntryId: createForwardPlanEntry.forwardPlanEntry.id,
          leadOrganisationId: world.north,
        },
        draftDueOn: inDays(1),
      },
    });
    await secretary.ok(CLEAR, {
      input: {
        reportId: createReport.report.id,
        kind: 'FINANCE',
        organisationId: world.south,
        dueOn: inDays(3),
      },
    });
    const slipped = await move(createForwardPlanEntry.forwardPlanEntry, later);
    expect(slipped).toMatchObject({
      ...{ draftReportDueOn: null, dispatchOn: null, slips: [own] },
      reports: [{ draftDueOn: null, clearances: [{ dueOn: null }] }],
    });
    expect(slipped.meeting.timetable.draftReportsBy.on > inDays(20)).toBe(true);
    const { meeting } = await secretary.ok<{ meeting: { outstanding: { lateCount: number } } }>(OWED, {
      id: later,
    });
    expect(meeting.outstanding.lateCount).toBe(0);
    const { history } = await secretary.ok<{ history: { nodes: { fields: object[] }[] } }>(HISTORY, {
      of: slipped.id,
    });
    expect(JSON.stringify(history.nodes)).toContain(
      JSON.stringify({ field: 'draftReportDueOn', before: own.draftReportDueOn, after: null }),
    );
    expect(await move(slipped, soon)).toMatchObject(own);
  });
});
