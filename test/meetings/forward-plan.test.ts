import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/app.js';
import { brokenRule, changesNothing, startWorld, type World } from '../support/world.js';

const ENTRY = `id version title minutes isConfidential exemptionParagraphs meeting { id } slips { reason fromMeeting { id } toMeeting { id } } agendaItem { id meeting { id } } origins { kind evidence item { __typename ... on Action { id } ... on Priority { id } } } audience { kind }`;
const CREATE = `mutation ($input: CreateForwardPlanEntryInput!) { createForwardPlanEntry(input: $input) { forwardPlanEntry { ${ENTRY} } } }`;
const UPDATE = `mutation ($input: UpdateForwardPlanEntryInput!) { updateForwardPlanEntry(input: $input) { forwardPlanEntry { ${ENTRY} } } }`;
const MOVE = `mutation ($input: MoveForwardPlanEntryInput!) { moveForwardPlanEntry(input: $input) { forwardPlanEntry { ${ENTRY} } } }`;
const RESTRICT = `mutation ($input: RestrictForwardPlanEntryInput!) { restrictForwardPlanEntry(input: $input) { forwardPlanEntry { ${ENTRY} } } }`;
const ARCHIVE = `mutation ($input: ItemVersionInput!) { archiveForwardPlanEntry(input: $input) { forwardPlanEntry { id } } }`;
const ADD = `mutation ($input: CreateAgendaItemInput!) { createAgendaItem(input: $input) { agendaItem { id title minutes presentersAsWritten purpose } } }`;
const PLAN = `query ($id: ID!) { board(id: $id) { forwardPlan { ${ENTRY} } } }`;
const PLANNED = `query ($id: ID!) { meeting(id: $id) { plannedEntries { title } agendaItems { title } } }`;
const PROPOSALS = `query ($id: ID!) { board(id: $id) { agendaProposals { kind itemId title evidence purpose minutes item { __typename } } declinedProposals { id version kind reason } } }`;
const ACCEPT = `mutation ($input: AcceptAgendaProposalInput!) { acceptAgendaProposal(input: $input) { forwardPlanEntry { ${ENTRY} } } }`;
const DECLINE = `mutation ($input: DeclineAgendaProposalInput!) { declineAgendaProposal(input: $input) { answer { id version } } }`;
const REOPEN = `mutation ($input: ItemVersionInput!) { reopenAgendaProposal(input: $input) { answer { id } } }`;
const RESTRICT_ACTION = `mutation ($input: RestrictInput!) { restrictAction(input: $input) { action { version } } }`;

interface Entry {
  id: string;
  version: number;
  title: string;
  meeting: { id: string } | null;
  slips: { reason: string; fromMeeting: { id: string }; toMeeting: { id: string } | null }[];
  agendaItem: { id: string } | null;
  origins: { kind: string; evidence: string; item: { __typename: string } | null }[];
}
interface Proposal {
  kind: string;
  itemId: string;
  title: string;
  evidence: string;
}

let world: World;
let secretary: Person;
let boardId: string;
let july: string;
let october: string;
let planId: string;
let workstreamId: string;

beforeAll(async () => {
  world = await startWorld();
  const { app, partnershipId, south } = world;
  ({ boardId } = world);
  const id = await app.build.person(partnershipId, {
    email: 'sec@example.org',
    role: 'VIEWER',
    organisationId: south,
  });
  await app.build.seat(partnershipId, boardId, id, { capacity: 'SECRETARIAT' });
  secretary = await app.as('sec@example.org');
  const meeting = (meetsOn: string) =>
    app.build.public('meetings', partnershipId, {
      boardId,
      boardIds: [boardId],
      title: 'Meeting',
      meetsOn,
      startsAt: '10:30',
    });
  july = await meeting('2030-07-19');
  october = await meeting('2030-10-18');
  planId = await app.build.plan(partnershipId, { boardId, endsOn: '2040-03-31' });
  workstreamId = await app.build.workstream(planId, { leadOrganisationId: world.north });
});
afterAll(() => world.app.close());

const plan = async (title: string, input: object = {}) => {
  const { createForwardPlanEntry } = await secretary.ok<{
    createForwardPlanEntry: { forwardPlanEntry: Entry };
  }>(CREATE, {
    input: { boardIds: [boardId], title, ...input },
  });
  return createForwardPlanEntry.forwardPlanEntry;
};
const move = async (entry: Entry, meetingId: string | null, reason?: string) => {
  const { moveForwardPlanEntry } = await secretary.ok<{ moveForwardPlanEntry: { forwardPlanEntry: Entry } }>(
    MOVE,
    {
      input: { id: entry.id, expectedVersion: entry.version, meetingId, ...(reason ? { reason } : {}) },
    },
  );
  return moveForwardPlanEntry.forwardPlanEntry;
};
const entries = async (by: Person) =>
  (await by.ok<{ board: { forwardPlan: Entry[] } }>(PLAN, { id: boardId })).board.forwardPlan;
const proposals = async (by = secretary) =>
  (
    await by.ok<{
      board: { agendaProposals: Proposal[]; declinedProposals: { id: string; version: number }[] };
    }>(PROPOSALS, { id: boardId })
  ).board;
const proposed = async (itemId: string, by = secretary) =>
  (await proposals(by)).agendaProposals.find((one) => one.itemId === itemId);

describe('the forward plan', () => {
  it('is kept by the secretariat and read by all partners, and by nobody else', async () => {
    const input = { boardIds: [boardId], title: 'Mine' };
    const entry = await plan('Estates strategy', { meetingId: july });
    const at = { id: entry.id, expectedVersion: entry.version };
    expect(
      await changesNothing(world.app, async () => {
        for (const by of [world.northLead, world.stranger])
          expect(await brokenRule(by, CREATE, { input })).toContain('FORBIDDEN');
        for (const [verb, rest] of [
          [UPDATE, { title: 'x' }],
          [MOVE, { meetingId: null, reason: 'x' }],
          [RESTRICT, { audience: null }],
          [ARCHIVE, {}],
        ] as const) {
          expect(await brokenRule(world.northLead, verb, { input: { ...at, ...rest } })).toContain(
            'FORBIDDEN',
          );
          expect(await brokenRule(world.stranger, verb, { input: { ...at, ...rest } })).toContain(
            'NOT_FOUND',
          );
        }
      }),
    ).toBe(true);
    expect((await entries(world.northViewer)).map(({ title }) => title)).toContain('Estates strategy');
    expect(await entries(world.stranger)).toEqual([]);
    expect(await entries(world.app.nobody)).toEqual([]);
  });

  it('keeps every slip with its reason, and takes what slips off the agenda', async () => {
    const entry = await plan('Dental access', { meetingId: july });
    await secretary.ok(ADD, { input: { meetingId: july, forwardPlanEntryId: entry.id } });
    expect(
      await brokenRule(secretary, MOVE, { input: { id: entry.id, expectedVersion: 1, meetingId: october } }),
    ).toContain('Say why');
    const slipped = await move(entry, october, 'The data come later');
    expect(slipped.slips).toEqual([
      { reason: 'The data come later', fromMeeting: { id: july }, toMeeting: { id: october } },
    ]);
    expect(slipped.agendaItem).toBeNull();
    const { meeting } = await secretary.ok<{ meeting: { agendaItems: { title: string }[] } }>(PLANNED, {
      id: july,
    });
    expect(meeting.agendaItems.map(({ title }) => title)).not.toContain('Dental access');
    const nowhere = await move(slipped, null, 'And later still');
    expect(nowhere.slips).toHaveLength(2);
    expect((await move(nowhere, october)).slips).toHaveLength(2);
  });

  it('goes onto an agenda once, with its words, and only onto that of its meeting', async () => {
    const entry = await plan('Winter plan', {
      meetingId: july,
      minutes: 25,
      leadOfficersAsWritten: 'Chief Nurse',
      purpose: 'APPROVE',
    });
    const planned = async () =>
      (
        await secretary.ok<{ meeting: { plannedEntries: { title: string }[] } }>(PLANNED, { id: july })
      ).meeting.plannedEntries.map(({ title }) => title);
    expect(await planned()).toContain('Winter plan');
    const { createAgendaItem } = await secretary.ok<{ createAgendaItem: { agendaItem: object } }>(ADD, {
      input: { meetingId: july, forwardPlanEntryId: entry.id },
    });
    expect(createAgendaItem.agendaItem).toMatchObject({
      title: 'Winter plan',
      minutes: 25,
      presentersAsWritten: 'Chief Nurse',
      purpose: 'APPROVE',
    });
    expect(await planned()).not.toContain('Winter plan');
    const again = (meetingId: string) =>
      brokenRule(secretary, ADD, { input: { meetingId, forwardPlanEntryId: entry.id } });
    expect(await again(july)).toBe('ON_AN_AGENDA_ALREADY');
    const other = await plan('For July', { meetingId: july });
    expect(
      await brokenRule(secretary, ADD, { input: { meetingId: october, forwardPlanEntryId: other.id } }),
    ).toBe('PLANNED_FOR_ANOTHER_MEETING');
  });

  it('refuses paragraphs without confidence, a meeting of others and a stale version', async () => {
    const { app, partnershipId } = world;
    const otherBoard = await app.build.board(partnershipId);
    const elsewhere = await app.build.public('meetings', partnershipId, {
      ...{
        boardId: otherBoard,
        boardIds: [otherBoard],
        title: 'M',
        meetsOn: '2030-01-01',
        startsAt: '10:00',
      },
    });
    const asked = (input: object) =>
      brokenRule(secretary, CREATE, { input: { boardIds: [boardId], title: 'x', ...input } });
    expect(await asked({ exemptionParagraphs: ['A'] })).toBe('PARAGRAPHS_WITHOUT_CONFIDENCE');
    expect(await asked({ meetingId: elsewhere })).toContain('other boards');
    expect(await asked({ meetingId: randomUUID() })).toContain('There is no such meeting.');
    const entry = await plan('Versions');
    await secretary.ok(UPDATE, { input: { id: entry.id, expectedVersion: 1, title: 'Second' } });
    expect(
      await brokenRule(secretary, UPDATE, { input: { id: entry.id, expectedVersion: 1, title: 'Third' } }),
    ).toContain('CONFLICT');
  });

  it('narrows an entry for the board, with the item it became', async () => {
    const entry = await plan('A staff matter', { meetingId: october });
    await secretary.ok(ADD, { input: { meetingId: october, forwardPlanEntryId: entry.id } });
    await secretary.ok(RESTRICT, {
      input: { id: entry.id, expectedVersion: 1, audience: { kind: 'BOARD', boardId } },
    });
    expect((await entries(world.northLead)).map(({ title }) => title)).not.toContain('A staff matter');
    const agenda = async (by: Person) => JSON.stringify(await by.ok(PLANNED, { id: october }));
    expect(await agenda(world.northLead)).not.toContain('A staff matter');
    expect(await agenda(secretary)).toContain('A staff matter');
  });
});

describe('a confidential report', () => {
  it('comes onto the agenda in the restricted part, for the seats of the board alone', async () => {
    const entry = await plan('Contract award', {
      meetingId: october,
      isConfidential: true,
      exemptionParagraphs: ['B'],
    });
    expect((await entries(world.northLead)).map(({ title }) => title)).toContain('Contract award');
    expect(
      await brokenRule(world.admin, ADD, { input: { meetingId: october, forwardPlanEntryId: entry.id } }),
    ).toBe('WOULD_LOCK_YOU_OUT');
    await secretary.ok(ADD, { input: { meetingId: october, forwardPlanEntryId: entry.id } });
    const agenda = async (by: Person) =>
      (
        await by.ok<{ meeting: { agendaItems: { title: string }[] } }>(PLANNED, { id: october })
      ).meeting.agendaItems.map(({ title }) => title);
    expect(await agenda(world.northLead)).not.toContain('Contract award');
    expect((await agenda(secretary)).at(-1)).toBe('Contract award');
  });
});

describe('what the plans propose', () => {
  it('proposes a priority until it is planned, then the next in the rotation', async () => {
    const priorityId = await world.app.build.inPartnership('priorities', world.partnershipId, {
      ...{ planId, number: '2', title: 'Healthy weight', overseeingBoardIds: [boardId] },
    });
    expect(await proposed(priorityId)).toMatchObject({
      kind: 'PRIORITY_DUE',
      title: 'Priority 2 – Healthy weight: progress',
      evidence: 'Never yet on an agenda of this board.',
    });
    const { acceptAgendaProposal } = await secretary.ok<{
      acceptAgendaProposal: { forwardPlanEntry: Entry };
    }>(ACCEPT, {
      input: {
        boardId,
        kind: 'PRIORITY_DUE',
        itemId: priorityId,
        meetingId: october,
        ontoAgenda: true,
        section: 'Strategy',
      },
    });
    expect(acceptAgendaProposal.forwardPlanEntry).toMatchObject({
      meeting: { id: october },
      origins: [
        {
          kind: 'PRIORITY_DUE',
          evidence: 'Never yet on an agenda of this board.',
          item: { __typename: 'Priority' },
        },
      ],
    });
    expect(acceptAgendaProposal.forwardPlanEntry.agendaItem).not.toBeNull();
    expect(await proposed(priorityId)).toBeUndefined();
  });

  it('proposes an overdue action that others wait for, a high risk and a contested cross-reference, each with its evidence', async () => {
    const { app, north, south } = world;
    const late = await app.build.action(workstreamId, {
      ownerId: north,
      title: 'Open the hub',
      reference: 'B2',
      timingEnd: '2019-03-31',
    });
    const waiting = await app.build.action(workstreamId, { ownerId: south, title: 'Move in' });
    expect(await proposed(late)).toBeUndefined();
    const plans = { planId, toPlanId: planId };
    const reference = await app.build.inPartnership('cross_references', world.partnershipId, {
      ...{
        ...plans,
        fromType: 'Action',
        fromId: waiting,
        toType: 'Action',
        toId: late,
        kind: 'DEPENDS_ON',
        status: 'DISPUTED',
      },
    });
    const risk = await app.build.inPartnership('risks', world.partnershipId, {
      ...{ planId, reference: 'R1', event: 'Nobody to staff it', currentLikelihood: 4, currentImpact: 5 },
    });
    expect((await proposed(late))?.evidence).toBe('Was due 31 March 2019; 1 other item waits for it.');
    expect((await proposed(risk))?.evidence).toBe('Scored 20 of 25, likelihood 4, impact 5.');
    const contested = await proposed(reference);
    expect(contested?.evidence).toContain('Disputed');
    expect(contested?.title).toContain('B2');
  });

  it('proposes what has slipped twice, which comes back as itself', async () => {
    const entry = await plan('Slips and slips', { meetingId: july });
    const gone = await move(await move(entry, october, 'One'), null, 'Two');
    expect((await proposed(gone.id))?.evidence).toContain('slipped 2 times');
    await secretary.ok(ACCEPT, {
      input: { boardId, kind: 'DEFERRED_TWICE', itemId: gone.id, meetingId: october },
    });
    expect(await proposed(gone.id)).toBeUndefined();
    const back = (await entries(secretary)).find(({ id }) => id === gone.id);
    expect(back?.meeting?.id).toBe(october);
  });

  it('is merged into an entry, declined for a time, and reopened', async () => {
    const { app, north } = world;
    const risk = await app.build.inPartnership('risks', world.partnershipId, {
      planId,
      event: 'Fire',
      currentLikelihood: 5,
      currentImpact: 5,
    });
    const other = await app.build.inPartnership('risks', world.partnershipId, {
      planId,
      event: 'Flood',
      currentLikelihood: 5,
      currentImpact: 4,
    });
    const entry = await plan('All risks', { meetingId: october });
    const proposal = (itemId: string) => ({ boardId, kind: 'HIGH_RISK', itemId });
    const { acceptAgendaProposal } = await secretary.ok<{
      acceptAgendaProposal: { forwardPlanEntry: Entry };
    }>(ACCEPT, {
      input: { ...proposal(risk), intoEntryId: entry.id },
    });
    expect(acceptAgendaProposal.forwardPlanEntry).toMatchObject({
      id: entry.id,
      title: 'All risks',
      origins: [{ kind: 'HIGH_RISK' }],
    });
    const { declineAgendaProposal } = await secretary.ok<{
      declineAgendaProposal: { answer: { id: string; version: number } };
    }>(DECLINE, {
      input: { ...proposal(other), reason: 'Handled elsewhere' },
    });
    expect(await proposed(other)).toBeUndefined();
    expect(await brokenRule(secretary, DECLINE, { input: proposal(other) })).toBe('NOT_PROPOSED');
    const { answer } = declineAgendaProposal;
    await secretary.ok(REOPEN, { input: { id: answer.id, expectedVersion: answer.version } });
    expect(await proposed(other)).toBeDefined();
    for (const by of [world.northLead, world.stranger])
      for (const verb of [ACCEPT, DECLINE])
        expect(await brokenRule(by, verb, { input: proposal(other) })).toContain('FORBIDDEN');
    expect(north).toBeTruthy();
  });

  it('tells nobody of what they do not see, also once it was accepted or is narrowed afterwards', async () => {
    const { app, north } = world;
    const openAction = async (title: string) => {
      const id = await app.build.action(workstreamId, { ownerId: north, title, timingEnd: '2019-03-31' });
      const waits = await app.build.action(workstreamId, { ownerId: north });
      await app.build.inPartnership('cross_references', world.partnershipId, {
        ...{
          planId,
          toPlanId: planId,
          fromType: 'Action',
          fromId: waits,
          toType: 'Action',
          toId: id,
          kind: 'DEPENDS_ON',
        },
      });
      return id;
    };
    const secret = await openAction('Zebra closure');
    await secretary.ok(ACCEPT, {
      input: { boardId, kind: 'OVERDUE_ACTION', itemId: secret, meetingId: july, ontoAgenda: true },
    });
    const told = async (by: Person) =>
      JSON.stringify([
        await entries(by),
        await by.ok(PLANNED, { id: july }),
        (await proposals(by)).agendaProposals,
      ]);
    expect(await told(world.southLead)).toContain('Zebra');
    await world.northLead.ok(RESTRICT_ACTION, {
      input: {
        id: secret,
        expectedVersion: 1,
        audience: { kind: 'ORGANISATIONS', organisationIds: [north] },
      },
    });
    expect(await told(world.southLead)).not.toContain('Zebra');
    expect(await told(world.northLead)).toContain('Zebra');
    const hidden = await openAction('Yak closure');
    await world.northLead.ok(RESTRICT_ACTION, {
      input: {
        id: hidden,
        expectedVersion: 1,
        audience: { kind: 'ORGANISATIONS', organisationIds: [north] },
      },
    });
    expect(await proposed(hidden, world.northLead)).toBeDefined();
    expect(await proposed(hidden, world.southLead)).toBeUndefined();
    expect(
      await brokenRule(secretary, ACCEPT, { input: { boardId, kind: 'OVERDUE_ACTION', itemId: hidden } }),
    ).toBe('NOT_PROPOSED');
  });
});
