import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { boardsConcerned, withBoards } from '../../server/features/meetings/forward-plan-entry.rules.js';
import type { Person } from '../support/app.js';
import { brokenRule, changesNothing, startWorld, type World } from '../support/world.js';

const ENTRY = `id version title boards { id } meeting { id } agendaItem { lateReason } reports { id board { id } }`;
const CREATE = `mutation ($input: CreateForwardPlanEntryInput!) { createForwardPlanEntry(input: $input) { forwardPlanEntry { ${ENTRY} } } }`;
const UPDATE = `mutation ($input: UpdateForwardPlanEntryInput!) { updateForwardPlanEntry(input: $input) { forwardPlanEntry { ${ENTRY} } } }`;
const MOVE = `mutation ($input: MoveForwardPlanEntryInput!) { moveForwardPlanEntry(input: $input) { forwardPlanEntry { ${ENTRY} } } }`;
const ACCEPT = `mutation ($input: AcceptAgendaProposalInput!) { acceptAgendaProposal(input: $input) { forwardPlanEntry { ${ENTRY} } } }`;
const UNDO = `mutation ($input: ProposalInput!) { undoAgendaProposal(input: $input) { board { id } } }`;
const BEGIN = `mutation ($input: CreateReportInput!) { createReport(input: $input) { report { id } } }`;
const PLAN = `query ($id: ID!) { board(id: $id) { forwardPlan { ${ENTRY} } } }`;
const HISTORY = `query ($of: ID!) { history(of: $of, first: 5) { nodes { fields { field before after } } } }`;
const PREPARE = `mutation ($input: PrepareForwardPlanInput!) { prepareForwardPlan(input: $input) { publication { parts { items { title } } } } }`;
const CHANGES = `subscription ($within: ID!) { changes(within: $within) { itemId kind } }`;
const ADOPT = `mutation ($input: AdoptRuleProfileInput!) { adoptRuleProfile(input: $input) { boardRules { version } } }`;

interface Change {
  changes: { itemId: string | null };
}

interface Entry {
  id: string;
  version: number;
  title: string;
  boards: { id: string }[];
  agendaItem: { lateReason: string | null } | null;
  reports: { board: { id: string } }[];
}

describe('whose forward plan a line comes into', () => {
  test.each<[string, string[], string[], string[] | null, string[]]>([
    ['nobody’s where nothing changes', ['a'], ['a'], null, []],
    ['nobody’s where only another answers for it', ['a', 'b'], ['b', 'a'], null, []],
    ['that of a board it comes to', ['a'], ['a', 'b'], null, ['b']],
    ['that of a board it is taken from', ['a', 'b'], ['a'], null, ['b']],
    ['nobody’s whose joint meeting the actor keeps', ['a'], ['a', 'b'], ['a', 'b'], []],
    ['that of a board that does not meet there', ['a'], ['a', 'b', 'c'], ['a', 'b'], ['c']],
    ['that of a board it is taken from though it meets there', ['a', 'b'], ['a'], ['a', 'b'], ['b']],
  ])('is asked: %s', (_, before, after, kept, concerned) => {
    expect(boardsConcerned(before, after, kept && { boardIds: kept })).toEqual(concerned);
  });

  it('keeps the boards it had, the one that answers for it first', () => {
    expect(withBoards(['b'], ['a', 'b', 'c'])).toEqual(['b', 'a', 'c']);
  });
});

describe('a line of several boards', () => {
  let world: World;
  let secretary: Person;
  let clerk: Person;
  let both: Person;
  let a: string;
  let b: string;
  let joint: string;
  let alone: string;
  let planId: string;

  beforeAll(async () => {
    world = await startWorld();
    const { app, partnershipId, south } = world;
    a = world.boardId;
    b = await app.build.board(partnershipId, { name: 'Trust Board' });
    const seated = async (name: string, ...boards: string[]) => {
      const email = `${name}@example.org`;
      const id = await app.build.person(partnershipId, { email, role: 'VIEWER', organisationId: south });
      for (const board of boards) await app.build.seat(partnershipId, board, id, { capacity: 'SECRETARIAT' });
      return app.as(email);
    };
    secretary = await seated('secretary', a);
    clerk = await seated('clerk', b);
    both = await seated('both', a, b);
    const meeting = (boardIds: string[], meetsOn: string) =>
      app.build.public('meetings', partnershipId, {
        ...{ boardId: boardIds[0], boardIds, title: 'Meeting', meetsOn, startsAt: '10:30' },
      });
    joint = await meeting([b, a], '2030-07-19');
    alone = await meeting([a], '2030-10-18');
    planId = await app.build.plan(partnershipId, { boardId: a, endsOn: '2040-03-31' });
  });
  afterAll(() => world.app.close());

  const plan = async (title: string, input: object = {}, by = secretary) =>
    (
      await by.ok<{ createForwardPlanEntry: { forwardPlanEntry: Entry } }>(CREATE, {
        input: { boardIds: [a], title, ...input },
      })
    ).createForwardPlanEntry.forwardPlanEntry;
  const change = async ({ id, version }: Entry, input: object, by = secretary) =>
    (
      await by.ok<{ updateForwardPlanEntry: { forwardPlanEntry: Entry } }>(UPDATE, {
        input: { id, expectedVersion: version, ...input },
      })
    ).updateForwardPlanEntry.forwardPlanEntry;
  const boardsOf = ({ boards }: Entry) => boards.map(({ id }) => id);
  const planned = async (boardId: string) =>
    (await secretary.ok<{ board: { forwardPlan: Entry[] } }>(PLAN, { id: boardId })).board.forwardPlan.map(
      ({ title }) => title,
    );
  const risk = (event: string) =>
    world.app.build.inPartnership('risks', world.partnershipId, {
      ...{ planId, event, currentLikelihood: 5, currentImpact: 5 },
    });

  it('is put where it is planned by whoever keeps one that meets there, and elsewhere by whoever keeps each', async () => {
    expect(boardsOf(await plan('At one table', { boardIds: [a, b], meetingId: joint }))).toEqual([a, b]);
    const isUntouched = await changesNothing(world.app, async () => {
      for (const input of [{ boardIds: [a, b] }, { boardIds: [a, b], meetingId: alone }])
        expect(await brokenRule(secretary, CREATE, { input: { title: 'Uninvited', ...input } })).toContain(
          'FORBIDDEN',
        );
    });
    expect(isUntouched).toBe(true);
    expect(boardsOf(await plan('Invited', { boardIds: [b, a], meetingId: alone }, both))).toEqual([b, a]);
  });

  it('is given to another board, and taken from one, by those who keep it; its history tells, and both follow', async () => {
    const entry = await plan('Shared estates', { meetingId: alone });
    await secretary.ok(BEGIN, {
      input: { forwardPlanEntryId: entry.id, leadOrganisationId: world.south },
    });
    const at = { id: entry.id, expectedVersion: entry.version };
    const isUntouched = await changesNothing(world.app, async () => {
      for (const by of [secretary, clerk, world.northLead])
        expect(await brokenRule(by, UPDATE, { input: { ...at, boardIds: [a, b] } })).toContain('FORBIDDEN');
      for (const boardIds of [null, []])
        expect(await brokenRule(both, UPDATE, { input: { ...at, boardIds } })).toContain('INVALID_INPUT');
      expect(await brokenRule(both, UPDATE, { input: { ...at, boardIds: [a, randomUUID()] } })).toContain(
        'INVALID_INPUT',
      );
      expect(await brokenRule(both, UPDATE, { input: { ...at, boardIds: [b] } })).toContain(
        'keep one of the boards that do',
      );
    });
    expect(isUntouched).toBe(true);

    const follows = clerk.subscribe<Change>(CHANGES, { within: b });
    await follows.ready;
    const shared = await change(entry, { boardIds: [a, b] }, both);
    expect(boardsOf(shared)).toEqual([a, b]);
    expect(await planned(b)).toContain('Shared estates');
    await follows.until(({ changes }) => changes.itemId === entry.id);
    await follows.stop();
    const { history } = await secretary.ok<{ history: { nodes: object[] } }>(HISTORY, { of: entry.id });
    expect(history.nodes[0]).toMatchObject({
      fields: [
        { field: 'boards', before: expect.any(String), after: expect.stringContaining('Trust Board') },
      ],
    });

    expect(
      await brokenRule(clerk, UPDATE, {
        input: { id: entry.id, expectedVersion: shared.version, boardIds: [b] },
      }),
    ).toContain('FORBIDDEN');
    expect(boardsOf(await change(shared, { boardIds: [a] }, clerk))).toEqual([a]);
    expect(await planned(b)).not.toContain('Shared estates');
  });

  it('takes its reports along where another board answers for it', async () => {
    const entry = await plan('Handed over');
    await secretary.ok(BEGIN, {
      input: { forwardPlanEntryId: entry.id, leadOrganisationId: world.south },
    });
    const handed = await change(entry, { boardIds: [b] }, both);
    expect(handed.reports.map(({ board }) => board.id)).toEqual([b]);
  });

  it('asks where two have said different boards, and keeps what one said of something else', async () => {
    const entry = await plan('Both said');
    await change(entry, { boardIds: [a, b] }, both);
    const { errors } = await both.query(UPDATE, {
      input: { id: entry.id, expectedVersion: entry.version, boardIds: [b] },
    });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'CONFLICT',
      conflicts: [{ field: 'boardIds', base: [a], theirs: [a, b], yours: [b] }],
    });
    expect(boardsOf(await change(entry, { title: 'Said otherwise' }))).toEqual([a, b]);
  });

  it('is offered to all who meet when it moves to their meeting', async () => {
    const move = async (entry: Entry, input: object) =>
      (
        await secretary.ok<{ moveForwardPlanEntry: { forwardPlanEntry: Entry } }>(MOVE, {
          input: { id: entry.id, expectedVersion: entry.version, meetingId: joint, ...input },
        })
      ).moveForwardPlanEntry.forwardPlanEntry;
    expect(boardsOf(await move(await plan('Ours alone'), {}))).toEqual([a]);
    expect(boardsOf(await move(await plan('For all'), { withBoardsOfMeeting: true }))).toEqual([a, b]);
  });

  it('comes of a proposal for a joint meeting, stands in what the other board publishes, and goes with it', async () => {
    const flood = await risk('Flood');
    const proposal = { boardId: a, kind: 'HIGH_RISK', itemId: flood };
    const { acceptAgendaProposal } = await secretary.ok<{
      acceptAgendaProposal: { forwardPlanEntry: Entry };
    }>(ACCEPT, { input: { ...proposal, meetingId: joint } });
    expect(boardsOf(acceptAgendaProposal.forwardPlanEntry)).toEqual([a, b]);
    const { prepareForwardPlan } = await clerk.ok<{
      prepareForwardPlan: { publication: { parts: { items: { title: string }[] }[] } };
    }>(PREPARE, { input: { boardId: b } });
    expect(prepareForwardPlan.publication.parts[0]?.items.map(({ title }) => title)).toContain(
      acceptAgendaProposal.forwardPlanEntry.title,
    );
    await secretary.ok(UNDO, { input: proposal });
    expect(await planned(b)).not.toContain(acceptAgendaProposal.forwardPlanEntry.title);
  });

  it('goes back to its own boards when what slipped twice is put back', async () => {
    let entry = await plan('Slips', { meetingId: alone });
    for (const meetingId of [joint, null]) {
      const { moveForwardPlanEntry } = await secretary.ok<{
        moveForwardPlanEntry: { forwardPlanEntry: Entry };
      }>(MOVE, { input: { id: entry.id, expectedVersion: entry.version, meetingId, reason: 'Later' } });
      entry = moveForwardPlanEntry.forwardPlanEntry;
    }
    const proposal = { boardId: a, kind: 'DEFERRED_TWICE', itemId: entry.id };
    await secretary.ok(ACCEPT, { input: { ...proposal, meetingId: joint } });
    expect(await planned(b)).toContain('Slips');
    await secretary.ok(UNDO, { input: proposal });
    expect(await planned(b)).not.toContain('Slips');
  });

  it('is refused for a meeting of others alone', async () => {
    const theirs = await world.app.build.public('meetings', world.partnershipId, {
      ...{ boardId: b, boardIds: [b], title: 'Meeting', meetsOn: '2030-08-01', startsAt: '10:30' },
    });
    const frost = await risk('Frost');
    expect(
      await brokenRule(secretary, ACCEPT, {
        input: { boardId: a, kind: 'HIGH_RISK', itemId: frost, meetingId: theirs },
      }),
    ).toContain('other boards');
  });

  it('goes onto an agenda at once after the papers are out, with the chair’s reason', async () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const soon = await world.app.build.public('meetings', world.partnershipId, {
      ...{ boardId: a, boardIds: [a], title: 'Meeting', meetsOn: tomorrow, startsAt: '10:30' },
    });
    const input = {
      ...{ boardId: a, kind: 'HIGH_RISK', itemId: await risk('Storm') },
      ...{ meetingId: soon, ontoAgenda: true },
    };
    await world.chair.ok(ADOPT, { input: { boardId: a, profile: 'COUNCIL_COMMITTEE' } });
    expect(await brokenRule(secretary, ACCEPT, { input })).toBe('LATE_WITHOUT_REASON');
    const { acceptAgendaProposal } = await secretary.ok<{
      acceptAgendaProposal: { forwardPlanEntry: Entry };
    }>(ACCEPT, { input: { ...input, lateReason: 'It broke last night' } });
    expect(acceptAgendaProposal.forwardPlanEntry.agendaItem).toEqual({ lateReason: 'It broke last night' });
  });
});
