import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CREATE, OpenReport, RESTRICT, type ReportWorld, startReportWorld } from '../reports/report-world.js';
import type { Person } from '../support/app.js';
import { brokenRule, changesNothing } from '../support/world.js';

const OWED = `lateCount dueSoonCount items { id kind stage dueOn isLate workingDaysLate people { name } organisation { name } board { id } agendaItem { title } report { id title } clearance { kind } nudge { nudgedOn nudgedBy { name } } }`;
const MEETING = `query ($id: ID!, $asOf: DateTime) { meeting(id: $id, asOf: $asOf) { outstanding { ${OWED} } } }`;
const OURS = `query ($within: ID!, $organisationIds: [ID!]!) { outstanding(within: $within, organisationIds: $organisationIds) { ${OWED} } }`;
const NUDGE = `mutation ($input: NudgeInput!) { nudge(input: $input) { nudges { id kind nudgedOn nudgedBy { name } people { name } organisation { name } report { title } meeting { id } } } }`;
const ADD = `mutation ($input: CreateAgendaItemInput!) { createAgendaItem(input: $input) { agendaItem { id version } } }`;
const MEET = `mutation ($input: CreateMeetingInput!) { createMeeting(input: $input) { meeting { id version } } }`;
const CANCEL = `mutation ($input: CancelMeetingInput!) { cancelMeeting(input: $input) { meeting { id } } }`;
const PLAN = `mutation ($input: CreateForwardPlanEntryInput!) { createForwardPlanEntry(input: $input) { forwardPlanEntry { id version } } }`;
const MOVE = `mutation ($input: MoveForwardPlanEntryInput!) { moveForwardPlanEntry(input: $input) { forwardPlanEntry { id meeting { id } } } }`;
const CLEAR = `mutation ($input: RequestReportClearanceInput!) { requestReportClearance(input: $input) { reportClearance { id } } }`;
const CHANGES = `subscription ($within: ID!) { changes(within: $within) { kind itemType itemId item { ... on Nudge { what: kind organisation { name } } } } }`;

interface Owed {
  lateCount: number;
  dueSoonCount: number;
  items: {
    id: string;
    kind: string;
    isLate: boolean;
    workingDaysLate: number;
    people: { name: string }[];
    organisation: { name: string } | null;
    agendaItem: { title: string } | null;
    nudge: { nudgedBy: { name: string } } | null;
  }[];
}

let world: ReportWorld;
let meetingId: string;
beforeAll(async () => {
  world = await startReportWorld();
  meetingId = await meets(world, 3);
});
afterAll(() => world.app.close());

/** A meeting so many days from now: its papers were to go out already. */
async function meets({ secretary, boardId }: ReportWorld, days: number): Promise<string> {
  const meetsOn = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const input = { boardIds: [boardId], meetsOn, startsAt: '10:30', withStandingItems: false };
  const { createMeeting } = await secretary.ok<{ createMeeting: { meeting: { id: string } } }>(MEET, {
    input,
  });
  return createMeeting.meeting.id;
}
const add = async (title: string, input: object = {}, at = meetingId) => {
  const given = { meetingId: at, title, purpose: 'DECIDE', lateReason: 'It cannot wait', ...input };
  const { createAgendaItem } = await world.secretary.ok<{
    createAgendaItem: { agendaItem: { id: string; version: number } };
  }>(ADD, { input: { presentersAsWritten: 'The director', ...given } });
  return createAgendaItem.agendaItem;
};
const plan = async (at: string, title: string) => {
  const [draftReportDueOn, leadOfficerIds] = ['2020-01-02', [world.personIds['southlead'] ?? '']];
  const { createForwardPlanEntry } = await world.secretary.ok<{
    createForwardPlanEntry: { forwardPlanEntry: { id: string; version: number } };
  }>(PLAN, {
    input: {
      ...{ boardIds: [world.boardId], meetingId: at, title, purpose: 'DECIDE' },
      ...{ draftReportDueOn, leadOfficerIds },
    },
  });
  return createForwardPlanEntry.forwardPlanEntry;
};
const report = async (agendaItemId: string, input: object = {}) => {
  const { createReport } = await world.secretary.ok<{
    createReport: { report: { id: string; version: number } };
  }>(CREATE, {
    input: { agendaItemId, leadOrganisationId: world.north, ...input },
  });
  return createReport.report;
};
const owed = async (by: Person = world.secretary, id = meetingId): Promise<Owed> =>
  (await by.ok<{ meeting: { outstanding: Owed } }>(MEETING, { id })).meeting.outstanding;
const ours = async (by: Person, organisationIds: string[]): Promise<Owed> =>
  (await by.ok<{ outstanding: Owed }>(OURS, { within: world.partnershipId, organisationIds })).outstanding;
const kinds = ({ items }: Owed, title: string) =>
  items.flatMap(({ agendaItem, kind }) => (agendaItem?.title === title ? [kind] : []));

describe('what is outstanding', () => {
  it('is a report where none was begun, then its words, then its clearance', async () => {
    const lead = world.personIds['northlead'] ?? '';
    const item = await add('Winter plan', { presenterIds: [lead] });
    const wanted = (await owed()).items.find(({ agendaItem }) => agendaItem?.title === 'Winter plan');
    expect(wanted).toMatchObject({
      kind: 'REPORT_WANTED',
      isLate: true,
      people: [{ name: 'northlead' }],
      organisation: null,
    });
    expect(wanted?.workingDaysLate).toBeGreaterThan(0);
    const { id } = await report(item.id);
    expect(kinds(await owed(), 'Winter plan')).toEqual(['REPORT_EMPTY']);
    const page = new OpenReport(world.northEditor, id);
    await page.begun();
    page.take();
    await page.write('outcome', 'Words');
    await page.live.stop();
    expect(kinds(await owed(), 'Winter plan')).toEqual(['SIGN_OFF_MISSING']);
    await world.northEditor.ok(CLEAR, {
      input: { reportId: id, kind: 'FINANCE', organisationId: world.south },
    });
    expect(kinds(await owed(), 'Winter plan')).toEqual(['CLEARANCE_UNANSWERED']);
    const { lateCount, dueSoonCount, items } = await owed();
    expect(lateCount + dueSoonCount).toBe(items.length);
  });

  it('stands on the Home of whoever owes it, and of nobody else', async () => {
    await add('Owed by name', { presenterIds: [world.personIds['southlead'] ?? ''] });
    expect(kinds(await ours(world.southLead, []), 'Owed by name')).toEqual(['REPORT_WANTED']);
    expect(kinds(await ours(world.southEditor, [world.south]), 'Owed by name')).toEqual([]);
    expect(kinds(await ours(world.southEditor, [world.south]), 'Winter plan')).toEqual([
      'CLEARANCE_UNANSWERED',
    ]);
    await add('Without a presenter', { presentersAsWritten: null });
    expect(kinds(await ours(world.secretary, []), 'Without a presenter')).toEqual([
      'REPORT_WANTED',
      'PRESENTER_MISSING',
    ]);
    expect(kinds(await ours(world.admin, []), 'Without a presenter')).toEqual([]);
    expect((await ours(world.stranger, [world.north])).items).toEqual([]);
    expect((await ours(world.app.nobody, [world.north, world.south])).items).toEqual([]);
  });

  it('is nothing of a past moment, far ahead, or once the meeting is cancelled', async () => {
    const asOf = await world.secretary.ok<{ meeting: { outstanding: Owed } }>(MEETING, {
      id: meetingId,
      asOf: new Date().toISOString(),
    });
    expect(asOf.meeting.outstanding.items).toEqual([]);
    const far = await meets(world, 300);
    await add('Far ahead', {}, far);
    expect(await owed(world.secretary, far)).toMatchObject({ lateCount: 0, dueSoonCount: 0 });
    const off = await meets(world, 4);
    await add('Not any more', {}, off);
    expect((await owed(world.secretary, off)).items).toHaveLength(1);
    await world.secretary.ok(CANCEL, { input: { id: off, expectedVersion: 1, reason: 'No quorum' } });
    expect((await owed(world.secretary, off)).items).toEqual([]);
  });
});

describe('what is due long before its meeting', () => {
  it('is on the Home of whoever owes it, however far off the meeting is', async () => {
    const far = await meets(world, 300);
    await plan(far, 'Due long before');
    const { items } = await ours(world.southLead, []);
    // What is owed is known by the meeting it is owed to.
    expect(items.filter(({ id }) => id.startsWith(far))).toMatchObject([
      { isLate: true, people: [{ name: 'southlead' }] },
    ]);
  });
});

describe('a nudge', () => {
  it('goes to all who owe something, is told at once, and is seen wherever it is owed', async () => {
    const live = world.southEditor.subscribe<{
      changes: { itemType: string; item: { what: string; organisation: { name: string } | null } };
    }>(CHANGES, { within: world.partnershipId });
    await live.ready;
    const { nudge } = await world.secretary.ok<{
      nudge: { nudges: { kind: string; nudgedBy: { name: string } }[] };
    }>(NUDGE, {
      input: { meetingId },
    });
    expect(nudge.nudges.map(({ kind }) => kind).sort()).toEqual(['CLEARANCE_UNANSWERED', 'REPORT_WANTED']);
    const told = await live.until(({ changes }) => changes.item?.what === 'CLEARANCE_UNANSWERED');
    expect(told.changes.item.organisation?.name).toBe('Southmere Trust');
    await live.stop();
    const [one] = (await ours(world.southEditor, [world.south])).items;
    expect(one?.nudge?.nudgedBy.name).toBe('secretary');
  });

  it('goes to nobody twice on one day; who owes something new since is nudged for that', async () => {
    expect(
      await changesNothing(world.app, async () => {
        expect(await brokenRule(world.secretary, NUDGE, { input: { meetingId } })).toBe('NUDGED_TODAY');
        expect(
          await brokenRule(world.chair, NUDGE, { input: { meetingId, organisationId: world.south } }),
        ).toBe('NUDGED_TODAY');
      }),
    ).toBe(true);
    await add('One more', { presenterIds: [world.personIds['southlead'] ?? ''] });
    const { nudge } = await world.secretary.ok<{ nudge: { nudges: { people: { name: string }[] }[] } }>(
      NUDGE,
      { input: { meetingId } },
    );
    expect(nudge.nudges).toMatchObject([{ people: [{ name: 'southlead' }] }]);
  });

  it('is for those who keep the meeting, and for those who owe it something', async () => {
    expect(
      await changesNothing(world.app, async () => {
        expect(await brokenRule(world.northLead, NUDGE, { input: { meetingId } })).toContain('FORBIDDEN');
        expect(await brokenRule(world.stranger, NUDGE, { input: { meetingId } })).toContain('FORBIDDEN');
        const both = { meetingId, personId: world.personIds['chair'], organisationId: world.south };
        expect(await brokenRule(world.secretary, NUDGE, { input: both })).toContain('INVALID_INPUT');
        const nobody = { meetingId, personId: world.personIds['chair'] };
        expect(await brokenRule(world.secretary, NUDGE, { input: nobody })).toBe('NOTHING_OUTSTANDING');
        const gone = { meetingId: world.boardId };
        expect(await brokenRule(world.secretary, NUDGE, { input: gone })).toContain('NOT_FOUND');
      }),
    ).toBe(true);
  });

  it('stays with the meeting it was for, when what it is about goes to none', async () => {
    const meeting = await meets(world, 6);
    const entry = await plan(meeting, 'On its way');
    const { createReport } = await world.secretary.ok<{ createReport: { report: { id: string } } }>(CREATE, {
      input: { forwardPlanEntryId: entry.id, leadOrganisationId: world.north, draftDueOn: '2020-01-02' },
    });
    await world.secretary.ok(NUDGE, { input: { meetingId: meeting } });
    const moved = await world.secretary.ok<{
      moveForwardPlanEntry: { forwardPlanEntry: { meeting: { id: string } | null } };
    }>(MOVE, {
      input: { id: entry.id, expectedVersion: entry.version, meetingId: null, reason: 'Not ready' },
    });
    expect(moved.moveForwardPlanEntry.forwardPlanEntry.meeting).toBeNull();
    const nudged = await world.app.build.sql<{ meeting_id: string }>(
      'select meeting_id from nudges where report_id = $1',
      [createReport.report.id],
    );
    expect(nudged).toEqual([{ meeting_id: meeting }]);
  });

  it('is told to nobody who does not see what it is about, also once that is narrowed', async () => {
    const at = await meets(world, 5);
    const item = await add('Quiet', {}, at);
    const { id, version } = await report(item.id);
    const audience = { kind: 'ORGANISATIONS', organisationIds: [world.south, world.north] };
    await world.secretary.ok(NUDGE, { input: { meetingId: at, organisationId: world.north } });
    const nudges = async (by: Person) =>
      JSON.stringify(
        await by.ok(`query ($of: ID!) { history(of: $of, first: 50) { nodes { itemType } } }`, { of: at }),
      );
    expect(await nudges(world.admin)).toContain('Nudge');
    expect((await owed(world.admin, at)).items.map(({ kind }) => kind)).toEqual(['REPORT_EMPTY']);
    await world.secretary.ok(RESTRICT, { input: { id, expectedVersion: version, audience } });
    expect(await nudges(world.admin)).not.toContain('Nudge');
    expect(await nudges(world.northEditor)).toContain('Nudge');
    // To whoever does not see the report there is none, as if nobody had begun one.
    expect((await owed(world.admin, at)).items.map(({ kind, nudge }) => [kind, nudge])).toEqual([
      ['REPORT_WANTED', null],
    ]);
  });
});
