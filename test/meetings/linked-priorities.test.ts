import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { AgendaProposalKind } from '../../schema/meeting-words.js';
import {
  checkLinks,
  checkReports,
  checkThere,
  linkedOn,
  type PriorityFound,
} from '../../server/features/meetings/agenda-origin.rules.js';
import type { Person } from '../support/app.js';
import { brokenRule, changesNothing, startWorld, type World } from '../support/world.js';

const ORIGINS = `origins { id version kind evidence isByHand item { __typename ... on Priority { id } } }`;
const LINK = `mutation ($input: LinkPriorityInput!) { linkPriority(input: $input) { origin { id version evidence isByHand forwardPlanEntry { id ${ORIGINS} } agendaItem { id ${ORIGINS} } } } }`;
const UNLINK = `mutation ($input: ItemVersionInput!) { unlinkPriority(input: $input) { origin { id archivedAt agendaItem { id ${ORIGINS} } } } }`;
const ITEM = `query ($id: ID!) { agendaItem(id: $id) { ${ORIGINS} forwardPlanEntry { ${ORIGINS} } } }`;
const PROPOSALS = `query ($id: ID!) { board(id: $id) { reportingPriorities { number } agendaProposals { kind itemId evidence meeting { id } } } }`;
const ACCEPT = `mutation ($input: AcceptAgendaProposalInput!) { acceptAgendaProposal(input: $input) { forwardPlanEntry { id } } }`;
const UNDO = `mutation ($input: ProposalInput!) { undoAgendaProposal(input: $input) { keptEntry { id } } }`;
const RESTRICT_PLAN = `mutation ($input: RestrictInput!) { restrictPlan(input: $input) { plan { id } } }`;
const RESTRICT_ITEM = `mutation ($input: RestrictAgendaItemInput!) { restrictAgendaItem(input: $input) { agendaItem { id } } }`;
const OFF = `mutation ($input: ItemVersionInput!) { archiveAgendaItem(input: $input) { agendaItem { version } } }`;
const AWAY = `mutation ($input: ItemVersionInput!) { archiveMeeting(input: $input) { meeting { id } } }`;
const MEET = `mutation ($input: CreateMeetingInput!) { createMeeting(input: $input) { meeting { id version agendaItems { id title } } } }`;
const BRING_IN = `mutation ($input: ImportAgendaInput!) { importAgenda(input: $input) { meeting { agendaItems { title } } } }`;
const FOLLOW = `subscription ($within: ID!) { changes(within: $within) { kind itemType itemId item { ... on AgendaOrigin { agendaItem { id ${ORIGINS} } } } } }`;
const HISTORY = `query ($of: ID!) { history(of: $of, first: 20) { nodes { kind itemType actor { name } } } }`;

describe('what is linked by hand', () => {
  it('says on which day', () => expect(linkedOn('2027-05-03')).toBe('Linked by hand on 3 May 2027.'));

  test.each<[string, PriorityFound | undefined, string | null]>([
    ['is hidden or missing', undefined, 'There is no such priority here.'],
    ['is another partnership’s', { isHere: false, reports: true }, 'There is no such priority here.'],
    ['reports elsewhere', { isHere: true, reports: false }, 'It reports to none of the boards'],
    ['reports here', { isHere: true, reports: true }, null],
  ])('is a priority; one that %s', (_, found, message) => {
    if (message === null) expect(() => checkReports(found)).not.toThrow();
    else
      expect(() => checkReports(found)).toThrow(
        expect.objectContaining({
          extensions: {
            code: 'INVALID_INPUT',
            fields: [{ field: 'priorityId', message: expect.stringContaining(message) }],
          },
        }),
      );
  });

  test.each(Object.values(AgendaProposalKind))('is taken back as such, and not what is %s', (kind) => {
    if (kind === 'PRIORITY_DUE') expect(() => checkLinks({ kind })).not.toThrow();
    else expect(() => checkLinks({ kind })).toThrow('no link to a priority');
  });

  it('belongs to something that is there', () => {
    expect(() => checkThere({ title: 'Hubs', archivedAt: null })).not.toThrow();
    expect(() => checkThere({ title: 'Hubs', archivedAt: '2027-05-03' })).toThrow('“Hubs” was put away');
  });
});

interface Origin {
  id: string;
  version: number;
  evidence: string;
  isByHand: boolean;
  item: { id: string } | null;
}
interface Holder {
  id: string;
  origins: Origin[];
}
interface Linked extends Origin {
  forwardPlanEntry: Holder | null;
  agendaItem: Holder | null;
}

let world: World;
/** Keeps the board, and the trust’s own. */
let secretary: Person;
let secretaryId: string;
let clerk: Person;
let trust: string;
let planId: string;
let april: string;
let july: string;
/** Four that report to the board, by their numbers; and one that reports to the trust alone. */
let priorities: string[];
let trusts: string;

beforeAll(async () => {
  world = await startWorld({}, {}, () => new Date('2027-05-03T09:00:00Z'));
  const { app, partnershipId, north, south, boardId } = world;
  const { build } = app;
  trust = await build.board(partnershipId, { name: 'Trust Board' });
  for (const [name, organisationId, board] of [
    ['secretary', north, boardId],
    ['clerk', south, trust],
  ] as const) {
    const id = await build.person(partnershipId, {
      ...{ email: `${name}@example.org`, role: 'VIEWER', organisationId },
    });
    await build.seat(partnershipId, board, id, { capacity: 'SECRETARIAT' });
    if (name === 'secretary') secretaryId = id;
  }
  secretary = await app.as('secretary@example.org');
  clerk = await app.as('clerk@example.org');
  april = await build.meeting(boardId, { meetsOn: '2027-04-15', status: 'HELD' });
  july = await build.meeting(boardId, { meetsOn: '2027-07-15' });
});
afterAll(() => world.app.close());

/** Each test begins with priorities of its own. */
beforeEach(async () => {
  const { build } = world.app;
  await build.sql(`update plans set archived_at = now() where archived_at is null`);
  await build.sql(`update agenda_items set archived_at = now() where archived_at is null`);
  await build.sql(`update forward_plan_entries set archived_at = now() where archived_at is null`);
  planId = await build.plan(world.partnershipId, { boardId: world.boardId, endsOn: '2040-03-31' });
  priorities = [];
  for (const number of ['1', '2', '3', '4']) priorities.push(await priority(planId, number));
  const elsewhere = await build.plan(world.partnershipId, { endsOn: '2040-03-31' });
  trusts = await priority(elsewhere, '9', { overseeingBoardIds: [trust] });
});

const priority = (of: string, number: string, values: object = {}) =>
  world.app.build.inPartnership('priorities', world.partnershipId, {
    ...{ planId: of, number, title: 'Going home sooner', position: Number(number), overseeingBoardIds: [] },
    ...values,
  });
const item = (meetingId: string, values: object = {}) =>
  world.app.build.inPartnership('agenda_items', world.partnershipId, {
    ...{ meetingId, boardId: world.boardId, title: 'Priority 1: progress', purpose: 'NOTE', position: 1 },
    ...values,
  });
const entry = (meetingId: string | null, values: object = {}) =>
  world.app.build.inPartnership('forward_plan_entries', world.partnershipId, {
    ...{ boardId: world.boardId, boardIds: [world.boardId], title: 'Discharge', purpose: 'NOTE', meetingId },
    ...values,
  });
const link = async (input: object, by = secretary) =>
  (await by.ok<{ linkPriority: { origin: Linked } }>(LINK, { input })).linkPriority.origin;
const unlink = ({ id, version }: Origin, by = secretary) =>
  by.ok<{ unlinkPriority: { origin: { archivedAt: string | null; agendaItem: Holder | null } } }>(UNLINK, {
    input: { id, expectedVersion: version },
  });
/** The numbers of the priorities that something is for, as somebody reads it. */
const reportsOn = async (id: string, by = secretary) => {
  const { agendaItem } = await by.ok<{ agendaItem: Holder }>(ITEM, { id });
  return agendaItem.origins.map(({ item: of }) => numberOf(of?.id));
};
const numberOf = (id: string | undefined) => priorities.indexOf(id ?? '') + 1;
const due = async (by = secretary) => {
  const { board } = await by.ok<{
    board: {
      agendaProposals: { kind: string; itemId: string; evidence: string; meeting: { id: string } | null }[];
    };
  }>(PROPOSALS, { id: world.boardId });
  return board.agendaProposals
    .filter(({ kind }) => kind === 'PRIORITY_DUE')
    .map(({ itemId, ...one }) => ({ ...one, itemId, number: numberOf(itemId) }));
};
const dueNumbers = async () => (await due()).map(({ number }) => number);
const refusal = (input: object, by = secretary) => brokenRule(by, LINK, { input });

describe('an item that was typed in by hand', () => {
  it('counts from then on as what was on the agenda, and the turn is the next ones’', async () => {
    const [first] = priorities;
    const agendaItemId = await item(april);
    expect(await dueNumbers()).toEqual([1, 2, 3]);
    expect((await due())[0]?.evidence).toContain('Never yet on an agenda of this board.');
    const linked = await link({ agendaItemId, priorityId: first });
    expect(linked).toMatchObject({
      ...{ evidence: 'Linked by hand on 3 May 2027.', isByHand: true, forwardPlanEntry: null },
      agendaItem: { id: agendaItemId, origins: [{ id: linked.id, item: { id: first } }] },
    });
    expect(await reportsOn(agendaItemId, world.northViewer)).toEqual([1]);
    expect(await dueNumbers()).toEqual([2, 3, 4]);
    for (const one of [2, 3])
      await link({ agendaItemId: await item(april), priorityId: priorities[one - 1] });
    expect(await dueNumbers()).toEqual([4, 1, 2]);
    expect((await due())[1]?.evidence).toBe(
      'Last on an agenda of this board on 15 April 2027. Its turn is on 15 July 2027.',
    );
    const { agendaItem } = (await unlink(linked)).unlinkPriority.origin;
    expect(agendaItem?.origins).toEqual([]);
    expect(await dueNumbers()).toEqual([1, 4, 2]);
  });

  it('counts no longer once it is off the agenda', async () => {
    const agendaItemId = await item(july);
    await link({ agendaItemId, priorityId: priorities[0] });
    expect(await dueNumbers()).toEqual([2, 3]);
    await secretary.ok(OFF, { input: { id: agendaItemId, expectedVersion: 1 } });
    expect(await dueNumbers()).toEqual([1, 2, 3]);
    expect(await refusal({ agendaItemId, priorityId: priorities[1] })).toBe('PUT_AWAY');
  });

  it('is linked once, however often that is said, and again once it was taken back', async () => {
    const agendaItemId = await item(april);
    const input = { agendaItemId, priorityId: priorities[1] };
    const first = await link(input);
    const [again, atOnce] = await Promise.all([link(input), link(input)]);
    expect([again.id, atOnce.id]).toEqual([first.id, first.id]);
    await unlink(first);
    expect(await changesNothing(world.app, async () => void (await unlink(first)))).toBe(true);
    const anew = await link(input);
    expect(anew.id).not.toBe(first.id);
    expect(await reportsOn(agendaItemId)).toEqual([2]);
  });

  it('tells whoever follows the meeting, and is in the history of the item', async () => {
    const agendaItemId = await item(july);
    const live = world.southLead.subscribe<{
      changes: { kind: string; itemType: string; item: { agendaItem?: Holder } | null };
    }>(FOLLOW, { within: july });
    await live.ready;
    const linked = await link({ agendaItemId, priorityId: priorities[0] });
    const told = await live.until(({ changes }) => changes.itemType === 'AgendaOrigin', 20_000);
    expect(told.changes).toMatchObject({
      ...{ kind: 'CREATED', item: { agendaItem: { id: agendaItemId, origins: [{ id: linked.id }] } } },
    });
    await unlink(linked);
    const after = await live.until(({ changes }) => changes.kind === 'ARCHIVED', 20_000);
    expect(after.changes.item?.agendaItem?.origins).toEqual([]);
    await live.stop();
    const { history } = await secretary.ok<{ history: { nodes: { kind: string; itemType: string }[] } }>(
      HISTORY,
      { of: agendaItemId },
    );
    expect(history.nodes.filter(({ itemType }) => itemType === 'AgendaOrigin')).toMatchObject([
      { kind: 'ARCHIVED', actor: { name: 'secretary' } },
      { kind: 'CREATED', actor: { name: 'secretary' } },
    ]);
  });

  it('is somebody’s work, though it stands on every agenda: nothing that is brought in takes its place', async () => {
    const { createMeeting } = await secretary.ok<{
      createMeeting: { meeting: { id: string; agendaItems: { id: string; title: string }[] } };
    }>(MEET, { input: { boardIds: [world.boardId], meetsOn: '2027-10-14', startsAt: '10:00' } });
    const { id, agendaItems } = createMeeting.meeting;
    const linked = await link({ agendaItemId: agendaItems[1]?.id, priorityId: priorities[0] });
    expect(await brokenRule(secretary, AWAY, { input: { id, expectedVersion: 1 } })).toBe('MEETING_IN_USE');
    const { importAgenda } = await secretary.ok<{
      importAgenda: { meeting: { agendaItems: { title: string }[] } };
    }>(BRING_IN, { input: { meetingId: id, content: 'Item,Title\n1,Obesity plan', day: '2027-10-14' } });
    const titles = importAgenda.meeting.agendaItems.map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining([agendaItems[1]?.title, 'Obesity plan']));
    await unlink(linked);
    await world.app.build.sql(`update meetings set status = 'CANCELLED' where id = $1`, [id]);
  });
});

describe('what is planned by hand', () => {
  it('takes its place in the turn, whether it is on an agenda or only planned', async () => {
    await link({ forwardPlanEntryId: await entry(july), priorityId: priorities[1] });
    expect(await dueNumbers()).toEqual([1, 3]);
    await link({ agendaItemId: await item(july), priorityId: priorities[0] });
    expect(await dueNumbers()).toEqual([3]);
    await link({ forwardPlanEntryId: await entry(null), priorityId: priorities[3] });
    // The turn is full, and no later meeting is planned.
    expect(await dueNumbers()).toEqual([]);
  });

  it('links its entry, where an item came from one: both say so, and there is one link', async () => {
    const forwardPlanEntryId = await entry(july);
    const agendaItemId = await item(july, { forwardPlanEntryId });
    const linked = await link({ agendaItemId, priorityId: priorities[2] });
    expect(linked).toMatchObject({ forwardPlanEntry: { id: forwardPlanEntryId }, agendaItem: null });
    expect((await link({ forwardPlanEntryId, priorityId: priorities[2] })).id).toBe(linked.id);
    expect(await reportsOn(agendaItemId)).toEqual([3]);
    const { agendaItem } = await secretary.ok<{ agendaItem: { forwardPlanEntry: Holder } }>(ITEM, {
      id: agendaItemId,
    });
    expect(agendaItem.forwardPlanEntry.origins.map(({ id }) => id)).toEqual([linked.id]);
  });

  it('stays linked when a proposal is taken back; what was accepted is not linked twice, and may be unlinked', async () => {
    const [first = ''] = priorities;
    const proposal = { boardId: world.boardId, kind: 'PRIORITY_DUE', itemId: first };
    const { acceptAgendaProposal } = await secretary.ok<{
      acceptAgendaProposal: { forwardPlanEntry: { id: string } };
    }>(ACCEPT, { input: { ...proposal, meetingId: july } });
    const forwardPlanEntryId = acceptAgendaProposal.forwardPlanEntry.id;
    const accepted = await link({ forwardPlanEntryId, priorityId: first });
    expect(accepted).toMatchObject({ isByHand: false, evidence: expect.stringContaining('Never yet') });
    const agendaItemId = await item(april);
    await link({ agendaItemId, priorityId: first });
    await link({ forwardPlanEntryId, priorityId: priorities[1] });
    const { undoAgendaProposal } = await secretary.ok<{
      undoAgendaProposal: { keptEntry: { id: string } | null };
    }>(UNDO, { input: proposal });
    expect(undoAgendaProposal.keptEntry?.id).toBe(forwardPlanEntryId);
    expect(await reportsOn(agendaItemId)).toEqual([1]);
    expect(await brokenRule(secretary, UNDO, { input: proposal })).toBe('NOTHING_TO_UNDO');
    const merge = { ...proposal, itemId: priorities[2], meetingId: july, intoEntryId: forwardPlanEntryId };
    await secretary.ok(ACCEPT, { input: merge });
    expect(await dueNumbers()).not.toContain(3);
    const { origins } = (await link({ forwardPlanEntryId, priorityId: priorities[1] })).forwardPlanEntry ?? {
      origins: [],
    };
    const merged = origins.find((one) => !one.isByHand);
    if (!merged) throw new Error('It was merged');
    await unlink(merged);
    expect(await dueNumbers()).toContain(3);
  });
});

describe('what several boards consider', () => {
  it('is linked to the priorities of those it is for, and counts for these alone', async () => {
    const { boardId, app, partnershipId } = world;
    const boardIds = [boardId, trust];
    const joint = await app.build.public('meetings', partnershipId, {
      ...{ boardId, boardIds, title: 'In common', meetsOn: '2027-04-20', startsAt: '10:00', status: 'HELD' },
    });
    const forTrust = await item(joint, { boardIds: [trust] });
    const forBoth = await item(joint);
    const [first = '', second = ''] = priorities;
    const wrong = 'INVALID_INPUT';
    expect(await refusal({ agendaItemId: forTrust, priorityId: first }, clerk)).toContain(wrong);
    expect(await refusal({ forwardPlanEntryId: await entry(null), priorityId: trusts })).toContain(wrong);
    await link({ agendaItemId: forBoth, priorityId: first }, clerk);
    await link({ agendaItemId: forBoth, priorityId: trusts });
    expect((await due()).find(({ itemId }) => itemId === first)).toBeUndefined();
    expect(await dueNumbers()).toEqual([2, 3, 4]);
    // Overseen by both, and considered by the other one alone: the board has not yet had it.
    await app.build.sql('update priorities set overseeing_board_ids = $2 where id = $1', [second, boardIds]);
    await link({ agendaItemId: forTrust, priorityId: second }, clerk);
    expect((await due()).find(({ itemId }) => itemId === second)?.evidence).toContain('Never yet');
  });

  it('is offered the priorities that report to each: overseen by it or of its plans, while these are open', async () => {
    const numbers = async (id: string) =>
      (
        await secretary.ok<{ board: { reportingPriorities: { number: string }[] } }>(PROPOSALS, { id })
      ).board.reportingPriorities.map(({ number }) => number);
    expect(await numbers(world.boardId)).toEqual(['1', '2', '3', '4']);
    expect(await numbers(trust)).toEqual(['9']);
    await world.app.build.sql('update priorities set archived_at = now() where id = $1', [priorities[1]]);
    expect(await numbers(world.boardId)).toEqual(['1', '3', '4']);
    await world.app.build.sql(`update plans set status = 'CLOSED' where id = $1`, [planId]);
    expect(await numbers(world.boardId)).toEqual([]);
  });
});

describe('nobody', () => {
  it('links or unlinks anything but those who keep the board', async () => {
    const [forwardPlanEntryId, agendaItemId] = [await entry(july), await item(april)];
    const [priorityId] = priorities;
    const linked = await link({ agendaItemId, priorityId });
    const back = { input: { id: linked.id, expectedVersion: linked.version } };
    expect(
      await changesNothing(world.app, async () => {
        for (const [by, code] of [
          [world.northLead, 'FORBIDDEN'],
          [clerk, 'FORBIDDEN'],
          [world.stranger, 'NOT_FOUND'],
          [world.app.nobody, 'UNAUTHENTICATED'],
        ] as const) {
          expect(await refusal({ forwardPlanEntryId, priorityId }, by)).toContain(code);
          expect(await refusal({ agendaItemId, priorityId }, by)).toContain(code);
          expect(await brokenRule(by, UNLINK, back)).toContain(code);
        }
      }),
    ).toBe(true);
  });

  it('links what is put away, or to what is; nor without saying what', async () => {
    const { sql } = world.app.build;
    const run = sql.bind(world.app.build);
    const [forwardPlanEntryId, agendaItemId] = [await entry(july), await item(april)];
    const [priorityId, other] = priorities;
    await run('update priorities set archived_at = now() where id = $1', [other]);
    const before = await world.app.build.logLength();
    expect(await refusal({ agendaItemId, priorityId: other })).toContain('INVALID_INPUT: It reports to none');
    expect(await refusal({ agendaItemId, priorityId: randomUUID() })).toContain('There is no such priority');
    for (const input of [{ priorityId }, { priorityId, agendaItemId, forwardPlanEntryId }])
      expect(await refusal(input)).toContain('one of the two');
    expect(await world.app.build.logLength()).toBe(before);
    await run('update forward_plan_entries set archived_at = now() where id = $1', [forwardPlanEntryId]);
    expect(await refusal({ forwardPlanEntryId, priorityId })).toBe('PUT_AWAY');
    await run(`update plans set status = 'CLOSED' where id = $1`, [planId]);
    expect(await refusal({ agendaItemId, priorityId })).toContain('INVALID_INPUT');
    const linked = await world.app.build.inPartnership('agenda_origins', world.partnershipId, {
      ...{ entryId: forwardPlanEntryId, boardId: world.boardId, kind: 'HIGH_RISK', itemType: 'Risk' },
      ...{ itemId: randomUUID(), evidence: 'Scored 20 of 25.', gaveTheWords: false },
    });
    expect(await brokenRule(secretary, UNLINK, { input: { id: linked, expectedVersion: 1 } })).toContain(
      'INVALID_INPUT: This is no link to a priority',
    );
  });
});

describe('a priority that some do not see', () => {
  const ofNorth = () => ({ kind: 'ORGANISATIONS', organisationIds: [world.north] });
  const ofThem = () => ({ kind: 'PEOPLE', personIds: [world.personIds['admin'], secretaryId] });
  const hide = async () =>
    world.admin.ok(RESTRICT_PLAN, { input: { id: planId, expectedVersion: 1, audience: ofThem() } });

  it('is linked without their hearing of it, and is none to them', async () => {
    await world.app.build.sql(
      `insert into seats (partnership_id, audience_id, board_id, person_id, capacity, from_on)
       select partnership_id, audience_id, $1, person_id, 'SECRETARIAT', '2018-01-01' from seats where board_id = $2`,
      [world.boardId, trust],
    );
    const agendaItemId = await item(april);
    await world.app.build.sql('update plans set audience_id = $2, own_audience_id = $2 where id = $1', [
      planId,
      await world.app.build.audience(world.partnershipId, 'ORGANISATIONS', [world.north]),
    ]);
    await world.app.build.sql(
      'update priorities p set audience_id = l.audience_id from plans l where l.id = p.plan_id and l.id = $1',
      [planId],
    );
    const live = clerk.subscribe<{ changes: { itemType: string } }>(FOLLOW, { within: april });
    await live.ready;
    await link({ agendaItemId, priorityId: priorities[0] });
    expect(await reportsOn(agendaItemId)).toEqual([1]);
    expect(await reportsOn(agendaItemId, clerk)).toEqual([]);
    const message = await refusal({ agendaItemId, priorityId: priorities[0] }, clerk);
    expect(message).toBe(await refusal({ agendaItemId, priorityId: randomUUID() }, clerk));
    // What comes after it is told, and nothing before.
    await link({ agendaItemId, priorityId: await priority(await openPlan(), '5') });
    await live.until(({ changes }) => changes.itemType === 'AgendaOrigin', 20_000);
    expect(live.events).toHaveLength(1);
    await live.stop();
  });

  const openPlan = () => world.app.build.plan(world.partnershipId, { boardId: world.boardId });

  it('takes its links out of their sight when it is hidden, and so does an item that is narrowed', async () => {
    const agendaItemId = await item(july);
    const linked = await link({ agendaItemId, priorityId: priorities[0] });
    expect(await reportsOn(agendaItemId, world.southLead)).toEqual([1]);
    const live = world.southLead.subscribe<{
      changes: { kind: string; itemId: string; itemType: string; item: unknown };
    }>(FOLLOW, { within: july });
    await live.ready;
    await hide();
    const gone = await live.until(({ changes }) => changes.itemId === linked.id, 20_000);
    expect(gone.changes).toMatchObject({ kind: 'REMOVED', item: null });
    await live.stop();
    expect(await reportsOn(agendaItemId, world.southLead)).toEqual([]);
    expect(await reportsOn(agendaItemId)).toEqual([1]);
    const other = await item(july);
    const open = await link({ agendaItemId: other, priorityId: await priority(await openPlan(), '6') });
    await secretary.ok(RESTRICT_ITEM, {
      input: { id: other, expectedVersion: 1, audience: ofNorth(), exemptionParagraphs: ['A'] },
    });
    const circle = async (table: string, id: string) => (await world.app.build.row(table, id))['audience_id'];
    expect(await circle('agenda_origins', open.id)).toBe(await circle('agenda_items', other));
  });
});
