import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { PRIORITIES_A_MEETING, turnOf } from '../../server/features/meetings/agenda-rotation.rules.js';
import type { Person } from '../support/app.js';
import { brokenRule, changesNothing, startWorld, type World } from '../support/world.js';

const PROPOSALS = `query ($id: ID!) { board(id: $id) { agendaProposals { kind itemId title evidence meeting { id meetsOn } } } }`;
const ACCEPT = `mutation ($input: AcceptAgendaProposalInput!) { acceptAgendaProposal(input: $input) { forwardPlanEntry { id version meeting { id } agendaItem { id } origins { kind evidence } } } }`;
const UNDO = `mutation ($input: ProposalInput!) { undoAgendaProposal(input: $input) { board { id } keptEntry { id } } }`;
const CREATE = `mutation ($input: CreateForwardPlanEntryInput!) { createForwardPlanEntry(input: $input) { forwardPlanEntry { id version } } }`;
const ADJUST = `mutation ($input: UpdateBoardRulesInput!) { updateBoardRules(input: $input) { boardRules { version proposesRisksFrom adjusted } } }`;
const MOVE = `mutation ($input: MoveForwardPlanEntryInput!) { moveForwardPlanEntry(input: $input) { forwardPlanEntry { id version } } }`;

describe('whose turn it is', () => {
  const meetings = ['july', 'october', 'january'].map((id, i) => ({ id, meetsOn: `2030-0${i + 1}-01` }));
  const [july, october, january] = meetings.map(({ id }) => id);
  test.each<[string, typeof meetings, (string | null | undefined)[], [string | null, number] | null]>([
    ['nothing is planned', meetings, [], ['july', 3]],
    ['some of the next meeting are', meetings, [july], ['july', 2]],
    ['the next meeting has its share', meetings, [july, july, july], ['october', 3]],
    ['it has more than its share', meetings, [july, july, july, july], ['october', 3]],
    ['the one after has some already', meetings, [july, july, july, october], ['october', 2]],
    ['only the one after has some', meetings, [october, october], ['july', 3]],
    ['one waits for a meeting', meetings, [null, july], ['july', 1]],
    ['so many wait that they fill the next', meetings, [null, null, null, null], ['october', 2]],
    ['every meeting has its share', meetings.slice(0, 1), [july, july, july], null],
    [
      'three meetings have theirs',
      meetings,
      [july, july, july, october, october, october, january, january, january],
      null,
    ],
    ['no meeting is to come', [], [], [null, 3]],
    ['no meeting is to come, and one is planned', [], [null], [null, 2]],
    ['no meeting is to come, and a few are planned', [], [null, null, null], null],
  ])('while %s', (_, all, planned, expected) => {
    const turn = turnOf(
      all,
      planned.map((one) => one ?? null),
      3,
    );
    expect(turn && [turn.meetingId, turn.left]).toEqual(expected);
    expect(turn?.meetsOn ?? null).toBe(all.find(({ id }) => id === turn?.meetingId)?.meetsOn ?? null);
  });

  it('is of three priorities a meeting', () => expect(PRIORITIES_A_MEETING).toBe(3));
});

interface Proposal {
  kind: string;
  itemId: string;
  title: string;
  evidence: string;
  meeting: { id: string } | null;
}
interface Entry {
  id: string;
  version: number;
}

let world: World;
let secretary: Person;
let planId: string;
let workstreamId: string;
const meetingIds: string[] = [];

beforeAll(async () => {
  world = await startWorld();
  const { app, partnershipId, south, boardId } = world;
  const id = await app.build.person(partnershipId, {
    ...{ email: 'sec@example.org', role: 'VIEWER', organisationId: south },
  });
  await app.build.seat(partnershipId, boardId, id, { capacity: 'SECRETARIAT' });
  secretary = await app.as('sec@example.org');
  for (const meetsOn of ['2030-07-19', '2030-10-18', '2031-01-17'])
    meetingIds.push(await app.build.meeting(boardId, { meetsOn }));
  planId = await app.build.plan(partnershipId, { boardId, endsOn: '2040-03-31' });
  workstreamId = await app.build.workstream(planId, { leadOrganisationId: world.north });
});
afterAll(() => world.app.close());

const proposals = async (kind: string, by = secretary): Promise<Proposal[]> => {
  const { board } = await by.ok<{ board: { agendaProposals: Proposal[] } }>(PROPOSALS, { id: world.boardId });
  return board.agendaProposals.filter((one) => one.kind === kind);
};
const accept = async ({ kind, itemId }: Pick<Proposal, 'kind' | 'itemId'>, input: object = {}) => {
  const { acceptAgendaProposal } = await secretary.ok<{
    acceptAgendaProposal: {
      forwardPlanEntry: Entry & {
        meeting: { id: string } | null;
        agendaItem: { id: string } | null;
        origins: { kind: string; evidence: string }[];
      };
    };
  }>(ACCEPT, { input: { boardId: world.boardId, kind, itemId, ...input } });
  return acceptAgendaProposal.forwardPlanEntry;
};

describe('priorities in rotation', () => {
  it('come a few to a meeting, the next ones for the meeting after it, and the first again when all had their turn', async () => {
    for (let n = 1; n <= 9; n++)
      await world.app.build.inPartnership('priorities', world.partnershipId, {
        ...{ planId, number: String(n), title: 'Priority', position: n, overseeingBoardIds: [world.boardId] },
      });
    const [july = '', october = '', january = ''] = meetingIds;
    const due = async () =>
      (await proposals('PRIORITY_DUE')).map(
        ({ title, meeting }) => `${title.slice(9, 10)} ${meetingIds.indexOf(meeting?.id ?? '')}`,
      );
    expect(await due()).toEqual(['1 0', '2 0', '3 0']);
    expect((await proposals('PRIORITY_DUE'))[0]?.evidence).toBe(
      'Never yet on an agenda of this board. Its turn is on 19 July 2030.',
    );
    const takeAll = async (meetingId: string) => {
      for (const one of await proposals('PRIORITY_DUE')) await accept(one, { meetingId });
    };
    const [first] = await proposals('PRIORITY_DUE');
    if (!first) throw new Error('There is one');
    await accept(first, { meetingId: july });
    expect(await due()).toEqual(['2 0', '3 0']);
    await takeAll(july);
    expect(await due()).toEqual(['4 1', '5 1', '6 1']);
    await takeAll(october);
    expect(await due()).toEqual(['7 2', '8 2', '9 2']);
    await takeAll(january);
    expect(await due()).toEqual([]);
    await world.app.build.sql(`update meetings set status = 'HELD' where id = $1`, [july]);
    expect(await due()).toEqual([]);
    meetingIds.push(await world.app.build.meeting(world.boardId, { meetsOn: '2031-04-18' }));
    expect(await due()).toEqual(['1 3', '2 3', '3 3']);
    expect((await proposals('PRIORITY_DUE'))[0]?.evidence).toBe(
      'Last on an agenda of this board on 19 July 2030. Its turn is on 18 April 2031.',
    );
  });
});

const plan = async (title: string, meetingId: string): Promise<Entry> => {
  const input = { boardIds: [world.boardId], title, meetingId };
  const { createForwardPlanEntry } = await secretary.ok<{
    createForwardPlanEntry: { forwardPlanEntry: Entry };
  }>(CREATE, { input });
  return createForwardPlanEntry.forwardPlanEntry;
};
const move = async (
  { id, version }: Entry,
  meetingId: string | null,
  reason = 'Not ready',
): Promise<Entry> => {
  const { moveForwardPlanEntry } = await secretary.ok<{ moveForwardPlanEntry: { forwardPlanEntry: Entry } }>(
    MOVE,
    { input: { id, expectedVersion: version, meetingId, reason } },
  );
  return moveForwardPlanEntry.forwardPlanEntry;
};

describe('a line that slips from meeting to meeting', () => {
  it('is proposed once it has slipped twice, stays where it is when accepted, and comes again when it slips again', async () => {
    const [, october = '', january = '', april = ''] = meetingIds;
    const once = await move(await plan('Estates strategy', october), january);
    expect(await proposals('DEFERRED_TWICE')).toEqual([]);
    const twice = await move(once, april, 'The figures are late');
    const [found, ...others] = await proposals('DEFERRED_TWICE');
    expect(others).toEqual([]);
    expect(found).toMatchObject({ itemId: once.id, title: 'Estates strategy', meeting: { id: april } });
    expect(found?.evidence).toMatch(
      /^Has slipped twice, last on .*: The figures are late\. It is planned for 18 April 2031 now, and not decided\.$/,
    );
    const proposal = { kind: 'DEFERRED_TWICE', itemId: once.id };
    const input = { boardId: world.boardId, ...proposal };
    expect(
      await changesNothing(world.app, async () => {
        expect(await brokenRule(secretary, ACCEPT, { input: { ...input, meetingId: january } })).toContain(
          'planned for another meeting already',
        );
      }),
    ).toBe(true);
    const accepted = await accept(proposal, { meetingId: april, ontoAgenda: true });
    expect(accepted).toMatchObject({
      ...{ id: once.id, meeting: { id: april }, agendaItem: { id: expect.any(String) } },
      origins: [{ kind: 'DEFERRED_TWICE', evidence: found?.evidence }],
    });
    expect(await proposals('DEFERRED_TWICE')).toEqual([]);
    await secretary.ok(UNDO, { input });
    const [again] = await proposals('DEFERRED_TWICE');
    expect(again?.itemId).toBe(once.id);
    const later = await accept(proposal, { ontoAgenda: true });
    expect(later.agendaItem).toBeNull();
    await move({ ...twice, version: later.version }, january, 'Sooner after all');
    expect((await proposals('DEFERRED_TWICE'))[0]?.evidence).toContain('Has slipped 3 times');
  });
});

describe('a high risk', () => {
  it('is proposed from 15 of 25 on, or from the score that the board sets in its own rules', async () => {
    const risk = (likelihood: number, impact: number) =>
      world.app.build.inPartnership('risks', world.partnershipId, {
        ...{ planId, event: 'Nobody to staff it', currentLikelihood: likelihood, currentImpact: impact },
      });
    const [high, middling] = [await risk(3, 5), await risk(3, 4)];
    const found = async () => (await proposals('HIGH_RISK')).map(({ itemId }) => itemId);
    expect(await found()).toEqual([high]);
    const adjust = async (proposesRisksFrom: number, expectedVersion: number) =>
      brokenRule(secretary, ADJUST, {
        input: { boardId: world.boardId, expectedVersion, proposesRisksFrom },
      });
    expect(await adjust(26, 0)).toContain('INVALID_INPUT');
    await secretary.ok(ADJUST, {
      input: { boardId: world.boardId, expectedVersion: 0, proposesRisksFrom: 12 },
    });
    expect(await found()).toEqual([high, middling]);
    await secretary.ok(ADJUST, {
      input: { boardId: world.boardId, expectedVersion: 1, proposesRisksFrom: 20 },
    });
    expect(await found()).toEqual([]);
  });
});

describe('an overdue action that others wait for', () => {
  const overdue = { timingEnd: '2019-03-31' };
  const waits = (fromId: string, toId: string, toPlanId: string, values: object = {}) =>
    world.app.build.inPartnership('cross_references', world.partnershipId, {
      ...{ planId, toPlanId, fromType: 'Action', fromId, toType: 'Action', toId, kind: 'DEPENDS_ON' },
      ...values,
    });

  it('is waited for neither by what is done nor where it is disputed that anything waits', async () => {
    const { build } = world.app;
    const late = await build.action(workstreamId, { title: 'Open the hub', reference: 'B2', ...overdue });
    await waits(await build.action(workstreamId, { status: 'BLUE' }), late, planId);
    const waiting = await build.action(workstreamId);
    const disputed = await waits(waiting, late, planId, { status: 'DISPUTED' });
    expect(await proposals('OVERDUE_ACTION')).toEqual([]);
    await build.sql(`update cross_references set status = 'CONFIRMED' where id = $1`, [disputed]);
    expect((await proposals('OVERDUE_ACTION')).map(({ evidence }) => evidence)).toEqual([
      'Was due 31 March 2019; 1 other item waits for it.',
    ]);
  });

  it('may be placed in the board’s plan from another one: it is named as it is named there', async () => {
    const { build } = world.app;
    const elsewhere = await build.plan(world.partnershipId);
    const late = await build.action(await build.workstream(elsewhere), {
      ...{ title: 'Hire drivers', reference: 'X9', ...overdue },
    });
    await waits(await build.action(workstreamId), late, elsewhere);
    const isProposed = async () =>
      (await proposals('OVERDUE_ACTION')).find(({ itemId }) => itemId === late)?.title;
    expect(await isProposed()).toBeUndefined();
    const { number } = await build.row('workstreams', workstreamId);
    await build.inPartnership('placements', world.partnershipId, {
      ...{ planId, toPlanId: elsewhere, actionId: late, workstreamId, reference: 'C3', position: 1 },
    });
    expect(await isProposed()).toBe(`WS${number} C3 – Hire drivers: overdue`);
  });
});
