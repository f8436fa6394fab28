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
const PREPARE = `mutation ($input: PrepareForwardPlanInput!) { prepareForwardPlan(input: $input) { publication { id } } }`;
const PLAN = `query ($id: ID!) { board(id: $id) { forwardPlan { ${ENTRY} } } }`;
const PLANNED = `query ($id: ID!) { meeting(id: $id) { plannedEntries { title } agendaItems { title } } }`;
const PROPOSALS = `query ($id: ID!) { board(id: $id) { agendaProposals { kind itemId title evidence purpose minutes item { __typename } } declinedProposals { id version kind reason } } }`;
const ACCEPT = `mutation ($input: AcceptAgendaProposalInput!) { acceptAgendaProposal(input: $input) { forwardPlanEntry { ${ENTRY} } } }`;
const DECLINE = `mutation ($input: DeclineAgendaProposalInput!) { declineAgendaProposal(input: $input) { answer { id version } } }`;
const REOPEN = `mutation ($input: ItemVersionInput!) { reopenAgendaProposal(input: $input) { answer { id } } }`;
const UNDO = `mutation ($input: ProposalInput!) { undoAgendaProposal(input: $input) { board { id agendaProposals { itemId } } keptEntry { id title origins { kind } } } }`;
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

  it('leaves no restricted item behind, whoever moves it: one who holds no seat does not see it there', async () => {
    const entry = await plan('A tender', {
      meetingId: july,
      isConfidential: true,
      exemptionParagraphs: ['A'],
    });
    await secretary.ok(ADD, { input: { meetingId: july, forwardPlanEntryId: entry.id } });
    const standing = async () =>
      (
        await world.app.build.sql(
          'select id from agenda_items where forward_plan_entry_id = $1 and archived_at is null',
          [entry.id],
        )
      ).length;
    expect(await standing()).toBe(1);
    await world.admin.ok(MOVE, {
      input: {
        id: entry.id,
        expectedVersion: entry.version,
        meetingId: october,
        reason: 'The bids are late',
      },
    });
    expect(await standing()).toBe(0);
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

  it('is drafted without a ground, which is owed, and goes onto no agenda and into no published plan before it has one', async () => {
    const entry = await plan('A lease', {
      ...{ meetingId: october, isConfidential: true, privateReason: 'Tenants would be named.' },
    });
    const asked = { input: { meetingId: october, forwardPlanEntryId: entry.id } };
    const isUntouched = await changesNothing(world.app, async () => {
      for (const [verb, variables] of [
        [ADD, asked],
        [PREPARE, { input: { boardId } }],
      ] as const) {
        const { errors } = await secretary.query(verb, variables);
        expect(errors?.[0]?.extensions).toMatchObject({
          ...{ code: 'RULE_BROKEN', rule: 'CONFIDENTIAL_WANTS_A_GROUND' },
          fields: [{ field: 'exemptionParagraphs', message: expect.stringContaining('“A lease”') }],
        });
      }
    });
    expect(isUntouched).toBe(true);
    await secretary.ok(UPDATE, {
      input: { id: entry.id, expectedVersion: entry.version, exemptionParagraphs: ['A'] },
    });
    await secretary.ok(PREPARE, { input: { boardId } });
    await secretary.ok(ADD, asked);
  });

  it('says its ground in words where the rules of the board have no paragraphs', async () => {
    const { app, partnershipId } = world;
    const bare = await app.build.board(partnershipId);
    const { updateBoardRules } = await world.admin.ok<{ updateBoardRules: { boardRules: object } }>(
      `mutation ($input: UpdateBoardRulesInput!) { updateBoardRules(input: $input) { boardRules { exemptions { paragraph } } } }`,
      { input: { boardId: bare, expectedVersion: 0, exemptions: [] } },
    );
    expect(updateBoardRules.boardRules).toEqual({ exemptions: [] });
    const id = await app.build.person(partnershipId, {
      email: 'bare@example.org',
      role: 'VIEWER',
      organisationId: world.south,
    });
    await app.build.seat(partnershipId, bare, id, { capacity: 'SECRETARIAT' });
    const keeper = await app.as('bare@example.org');
    const meetingId = await app.build.public('meetings', partnershipId, {
      ...{ boardId: bare, boardIds: [bare], title: 'M', meetsOn: '2030-01-01', startsAt: '10:00' },
    });
    const { createForwardPlanEntry } = await keeper.ok<{
      createForwardPlanEntry: { forwardPlanEntry: Entry };
    }>(CREATE, { input: { boardIds: [bare], title: 'A sale', meetingId, isConfidential: true } });
    const { forwardPlanEntry: entry } = createForwardPlanEntry;
    const asked = { input: { meetingId, forwardPlanEntryId: entry.id } };
    const { errors } = await keeper.query(ADD, asked);
    expect(errors?.[0]?.extensions).toMatchObject({ fields: [{ field: 'privateReason' }] });
    await keeper.ok(UPDATE, {
      input: { id: entry.id, expectedVersion: entry.version, privateReason: 'It would move the price.' },
    });
    const { createAgendaItem } = await keeper.ok<{ createAgendaItem: { agendaItem: object } }>(
      ADD.replace('{ id title', '{ id isRestricted exemptionReason title'),
      asked,
    );
    expect(createAgendaItem.agendaItem).toMatchObject({
      ...{ isRestricted: true, exemptionReason: 'It would move the price.' },
    });
    const open = await keeper.ok<{ createForwardPlanEntry: { forwardPlanEntry: Entry } }>(CREATE, {
      input: { boardIds: [bare], title: 'A loan', meetingId },
    });
    const { id: loan, version: expectedVersion } = open.createForwardPlanEntry.forwardPlanEntry;
    await keeper.ok(ADD, { input: { meetingId, forwardPlanEntryId: loan } });
    await keeper.ok(UPDATE, {
      input: { id: loan, expectedVersion, isConfidential: true, privateReason: 'It names the lender.' },
    });
    const { meeting } = await keeper.ok<{ meeting: { agendaItems: object[] } }>(
      PLANNED.replace('agendaItems { title }', 'agendaItems { title isRestricted exemptionReason }'),
      { id: meetingId },
    );
    expect(meeting.agendaItems).toContainEqual({
      ...{ title: 'A loan', isRestricted: true, exemptionReason: 'It names the lender.' },
    });
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
      evidence: 'Never yet on an agenda of this board. Its turn is on 19 July 2030.',
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
          evidence: 'Never yet on an agenda of this board. Its turn is on 19 July 2030.',
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
    await app.build.inPartnership('cross_references', world.partnershipId, {
      ...{ ...plans, fromType: 'Action', toType: 'Action', toId: late, kind: 'DEPENDS_ON' },
      fromId: await app.build.action(workstreamId, { ownerId: south }),
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
    expect((await proposed(gone.id))?.evidence).toContain('slipped twice');
    await secretary.ok(ACCEPT, {
      input: { boardId, kind: 'DEFERRED_TWICE', itemId: gone.id, meetingId: october },
    });
    expect(await proposed(gone.id)).toBeUndefined();
    const back = (await entries(secretary)).find(({ id }) => id === gone.id);
    expect(back?.meeting?.id).toBe(october);
  });

  it('goes on proposing the rest where more priorities wait than are ever proposed', async () => {
    const { app, partnershipId } = world;
    const busy = await app.build.board(partnershipId);
    const busyPlan = await app.build.plan(partnershipId, { boardId: busy, endsOn: '2040-03-31' });
    for (let i = 1; i <= 201; i++)
      await app.build.inPartnership('priorities', partnershipId, {
        ...{ planId: busyPlan, number: `${i}`, title: `Aim ${i}`, position: `${i}` },
      });
    await app.build.inPartnership('risks', partnershipId, {
      ...{ planId: busyPlan, event: 'Drought', currentLikelihood: 5, currentImpact: 5 },
    });
    const { board } = await secretary.ok<{ board: { agendaProposals: Proposal[] } }>(PROPOSALS, { id: busy });
    expect(board.agendaProposals.map(({ kind }) => kind)).toEqual([
      ...Array<string>(3).fill('PRIORITY_DUE'),
      'HIGH_RISK',
    ]);
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

  describe('is taken back in one step', () => {
    interface Undone {
      undoAgendaProposal: { board: { agendaProposals: { itemId: string }[] }; keptEntry: Entry | null };
    }
    const risk = (event: string) =>
      world.app.build.inPartnership('risks', world.partnershipId, {
        ...{ planId, event, currentLikelihood: 5, currentImpact: 5 },
      });
    const proposal = (itemId: string, kind = 'HIGH_RISK') => ({ boardId, kind, itemId });
    const accept = async (itemId: string, input: object = {}) =>
      (
        await secretary.ok<{ acceptAgendaProposal: { forwardPlanEntry: Entry } }>(ACCEPT, {
          input: { ...proposal(itemId), meetingId: october, ...input },
        })
      ).acceptAgendaProposal.forwardPlanEntry;
    const undo = async (itemId: string, kind?: string, by: Person = world.chair) =>
      (await by.ok<Undone>(UNDO, { input: proposal(itemId, kind) })).undoAgendaProposal;

    it('accepted: its entry goes, also off the agenda, by whoever else keeps the board', async () => {
      const storm = await risk('Storm');
      const entry = await accept(storm, { ontoAgenda: true });
      const { board, keptEntry } = await undo(storm);
      expect(keptEntry).toBeNull();
      expect(board.agendaProposals.map(({ itemId }) => itemId)).toContain(storm);
      expect((await entries(secretary)).map(({ id }) => id)).not.toContain(entry.id);
      const { meeting } = await secretary.ok<{ meeting: { agendaItems: { title: string }[] } }>(PLANNED, {
        id: october,
      });
      expect(meeting.agendaItems.map(({ title }) => title)).not.toContain(entry.title);
      expect(await brokenRule(secretary, UNDO, { input: proposal(storm) })).toBe('NOTHING_TO_UNDO');
    });

    it('accepted and written in since: the words stay, the link goes', async () => {
      const frost = await risk('Frost');
      const { id, version } = await accept(frost, { ontoAgenda: true });
      await secretary.ok(UPDATE, { input: { id, expectedVersion: version, summary: 'What we do about it' } });
      const { board, keptEntry } = await undo(frost);
      expect(keptEntry).toMatchObject({ id, origins: [] });
      expect(board.agendaProposals.map(({ itemId }) => itemId)).toContain(frost);
    });

    it('accepted, and what the public reads of it written since: that stays too', async () => {
      const thaw = await risk('Thaw');
      const { id, version } = await accept(thaw);
      await secretary.ok(UPDATE, { input: { id, expectedVersion: version, documents: ['Map of the fens'] } });
      expect((await undo(thaw)).keptEntry).toMatchObject({ id });
    });

    it('merged: what it was merged into stays as it is, no longer linked', async () => {
      const gale = await risk('Gale');
      const into = await plan('Weather', { meetingId: october });
      await accept(gale, { intoEntryId: into.id, meetingId: null });
      expect((await undo(gale)).keptEntry).toBeNull();
      expect((await entries(secretary)).find(({ id }) => id === into.id)?.origins).toEqual([]);
      expect(await proposed(gale)).toBeDefined();
    });

    it('declined: it is proposed again', async () => {
      const hail = await risk('Hail');
      await secretary.ok(DECLINE, { input: proposal(hail) });
      await undo(hail);
      expect(await proposed(hail)).toBeDefined();
    });

    it('what had slipped twice: it goes back to no meeting, which is no third slip', async () => {
      const entry = await plan('Back and forth', { meetingId: july });
      const gone = await move(await move(entry, october, 'One'), null, 'Two');
      await accept(gone.id, { kind: 'DEFERRED_TWICE', ontoAgenda: false });
      expect(await proposed(gone.id)).toBeUndefined();
      await undo(gone.id, 'DEFERRED_TWICE');
      const back = (await entries(secretary)).find(({ id }) => id === gone.id);
      expect(back).toMatchObject({ meeting: null, slips: [{ reason: 'One' }, { reason: 'Two' }] });
      expect(await proposed(gone.id)).toBeDefined();
      expect(await brokenRule(secretary, UNDO, { input: proposal(gone.id, 'DEFERRED_TWICE') })).toBe(
        'NOTHING_TO_UNDO',
      );
    });

    it('what had slipped twice, until its meeting was held', async () => {
      const held = await world.app.build.inPartnership('meetings', world.partnershipId, {
        ...{ boardId, boardIds: [boardId], title: 'Meeting', meetsOn: '2030-11-01', startsAt: '10:00' },
      });
      const gone = await move(
        await move(await plan('Too late', { meetingId: july }), october, 'One'),
        null,
        'Two',
      );
      await accept(gone.id, { kind: 'DEFERRED_TWICE', meetingId: held });
      await world.app.build.sql(`update meetings set status = 'HELD' where id = $1`, [held]);
      expect(await brokenRule(secretary, UNDO, { input: proposal(gone.id, 'DEFERRED_TWICE') })).toBe(
        'NOTHING_TO_UNDO',
      );
    });

    it('by nobody else, and not where there was nothing', async () => {
      const drought = await risk('Drought');
      const never = await risk('Never accepted');
      await accept(drought);
      const isUntouched = await changesNothing(world.app, async () => {
        for (const by of [world.northLead, world.stranger])
          expect(await brokenRule(by, UNDO, { input: proposal(drought) })).toContain('FORBIDDEN');
        for (const itemId of [never, boardId])
          expect(await brokenRule(secretary, UNDO, { input: proposal(itemId) })).toBe('NOTHING_TO_UNDO');
      });
      expect(isUntouched).toBe(true);
    });
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
