import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DayCounting } from '../../schema/vocabulary.js';
import { lastDispatchDay } from '../../server/features/boards/working-days.rules.js';
import type { Person } from '../support/app.js';
import { wordsOf } from '../support/published-words.js';
import { brokenRule, changesNothing } from '../support/world.js';
import {
  PUBLISH,
  type Publication,
  type Publishing,
  partOf,
  startPublishing,
  titles,
} from './publications.js';

const PLAN = `mutation ($input: PrepareForwardPlanInput!) { prepareForwardPlan(input: $input) { publication { id version status } } }`;
const CREATE = `mutation ($input: CreateForwardPlanEntryInput!) { createForwardPlanEntry(input: $input) { forwardPlanEntry { id version } } }`;
const UPDATE = `mutation ($input: UpdateForwardPlanEntryInput!) { updateForwardPlanEntry(input: $input) { forwardPlanEntry { id version } } }`;
const MOVE = `mutation ($input: MoveForwardPlanEntryInput!) { moveForwardPlanEntry(input: $input) { forwardPlanEntry { id version } } }`;
const RESTRICT = `mutation ($input: RestrictForwardPlanEntryInput!) { restrictForwardPlanEntry(input: $input) { forwardPlanEntry { id } } }`;
const REBUILD = `mutation ($input: ItemVersionInput!) { rebuildPublication(input: $input) { publication { id status } } }`;
const NOTICE = `query ($id: ID!) { forwardPlanEntry(id: $id) { notice { clearDays dueBy givenOn isShort } } }`;
const PUBLIC = `query ($id: ID!) { board(id: $id) { publishedPlans { id kind status number preparedBy { id }
  parts { part sha256 document items { number title section planned { decidedBy decidesOn isKeyDecision privateReason documents contact } } files { format url } } } } }`;
const SECRET = 'ZYXDEPOT';

interface Line {
  id: string;
  version: number;
}

let world: Publishing;
beforeAll(async () => {
  world = await startPublishing();
});
afterAll(() => world.app.close());

const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const meets = async (days: number) => world.aMeeting({ meetsOn: dayIn(days), title: 'Cabinet' });
const line = async (title: string, input: object = {}): Promise<Line> =>
  (
    await world.secretary.ok<{ createForwardPlanEntry: { forwardPlanEntry: Line } }>(CREATE, {
      input: { boardIds: [world.boardId], title, ...input },
    })
  ).createForwardPlanEntry.forwardPlanEntry;
const change = async ({ id, version }: Line, input: object): Promise<Line> =>
  (
    await world.secretary.ok<{ updateForwardPlanEntry: { forwardPlanEntry: Line } }>(UPDATE, {
      input: { id, expectedVersion: version, ...input },
    })
  ).updateForwardPlanEntry.forwardPlanEntry;
const prepare = async (by: Person = world.secretary): Promise<Publication> => {
  const { prepareForwardPlan } = await by.ok<{ prepareForwardPlan: { publication: Publication } }>(PLAN, {
    input: { boardId: world.boardId },
  });
  return world.built(prepareForwardPlan.publication.id);
};
const published = async (): Promise<Publication> => world.publish(await prepare());
const refusal = () => brokenRule(world.secretary, PLAN, { input: { boardId: world.boardId } });
const noticeOf = async (id: string) =>
  (
    await world.secretary.ok<{
      forwardPlanEntry: { notice: { isShort: boolean; givenOn: string | null } | null };
    }>(NOTICE, { id })
  ).forwardPlanEntry.notice;
/** Each test plans for itself. */
const emptied = () =>
  world.app.build.sql('update forward_plan_entries set archived_at = now() where board_id = $1', [
    world.boardId,
  ]);
const askedAsNobody = async () =>
  (
    await world.app.nobody.ok<{
      board: { publishedPlans: (Publication & { preparedBy: object | null })[] };
    }>(PUBLIC, { id: world.boardId })
  ).board.publishedPlans;

describe('preparing a forward plan', () => {
  it('is for those who keep the board; missing and hidden are one answer', async () => {
    await line('Winter plan');
    expect(
      await changesNothing(world.app, async () => {
        for (const by of [world.northLead, world.member])
          expect(await brokenRule(by, PLAN, { input: { boardId: world.boardId } })).toContain('FORBIDDEN');
        const nowhere = { input: { boardId: world.partnershipId } };
        expect(await brokenRule(world.secretary, PLAN, nowhere)).toContain('NOT_FOUND');
      }),
    ).toBe(true);
    await emptied();
    expect(await refusal()).toBe('NOTHING_TO_PUBLISH');
  });

  it('holds the public lines alone, in the order of the meetings, and nothing of the others', async () => {
    await emptied();
    const [soon, later] = [await meets(40), await meets(70)];
    await line('Estates', { meetingId: later, isForFullCouncil: true });
    const hidden = await line(`${SECRET} sale`, { meetingId: soon, summary: 'To somebody.' });
    await world.secretary.ok(RESTRICT, {
      input: {
        ...{ id: hidden.id, expectedVersion: hidden.version },
        audience: { kind: 'BOARD', boardId: world.boardId },
      },
    });
    await line('Budget', {
      ...{ meetingId: soon, isKeyDecision: true, keyDecisionReference: '2031/007', purpose: 'DECIDE' },
      ...{ documents: ['Budget report', 'Appendix: fees'], contact: 'finance@example.org' },
    });
    await line('Access to dentists');
    const plan = await published();
    expect(plan).toMatchObject({ kind: 'FORWARD_PLAN', number: 1, stepsDone: 3, isLate: false });
    const open = partOf(plan, 'PUBLIC');
    expect(titles(open)).toEqual(['1 Budget', '2 Estates', '3 Access to dentists']);
    expect(plan.parts).toHaveLength(1);
    for (const file of open?.files ?? []) {
      const words = await wordsOf(await world.get(file.url));
      expect(words).not.toContain(SECRET);
      for (const said of [
        ...['Budget report; Appendix: fees', 'finance@example.org', '2031/007', 'Estates *'],
        ...['Draft report by', 'Papers go out'],
      ])
        expect(words, file.format).toContain(said);
    }
  });

  it('is asked through the graph by nobody with the same words, and without who prepared it', async () => {
    const [plan] = await askedAsNobody();
    expect(plan).toMatchObject({ kind: 'FORWARD_PLAN', status: 'PUBLISHED', preparedBy: null });
    const open = partOf(plan ?? null, 'PUBLIC');
    expect(open?.items[0]).toMatchObject({
      title: 'Budget',
      section: expect.stringContaining('Cabinet'),
      planned: { decidesOn: dayIn(40), isKeyDecision: true, documents: ['Budget report', 'Appendix: fees'] },
    });
    expect(JSON.stringify(plan)).not.toContain(SECRET);
  });

  it('takes a second person, the hash they saw and the version; what changed is prepared anew, a day that went by is no change', async () => {
    const plan = await prepare();
    const asked = (input: object = {}) => ({
      input: {
        ...{
          id: plan.id,
          expectedVersion: plan.version,
          seenSha256: partOf(plan, 'PUBLIC')?.sha256,
          ...input,
        },
      },
    });
    expect(await askedAsNobody()).toHaveLength(1);
    expect((await world.get(`/public/publications/${plan.id}/forward-plan.html`)).status).toBe(404);
    expect(await brokenRule(world.secretary, PUBLISH, asked())).toBe('SECOND_PERSON');
    expect(await brokenRule(world.member, PUBLISH, asked())).toContain('FORBIDDEN');
    expect(await brokenRule(world.chair, PUBLISH, asked({ seenSha256: 'another' }))).toBe('NOT_SEEN');
    expect(await brokenRule(world.chair, PUBLISH, asked({ expectedVersion: 1 }))).toContain('CONFLICT');
    const added = await line('Workforce');
    expect(await brokenRule(world.chair, PUBLISH, asked())).toBe('AGENDA_CHANGED');
    const next = await published();
    expect(next.number).toBe(2);
    expect(titles(partOf(next, 'PUBLIC'))).toContain('4 Workforce NEW');
    await change(added, { title: 'Workforce and pay' });
    const latest = await published();
    expect(titles(partOf(latest, 'PUBLIC'))).toContain('4 Workforce and pay CHANGED');
    const text = async (path: string) => (await world.get(path)).text();
    const since = `/public/publications/${latest.id}/since/${next.id}`;
    expect(await text(`/public/boards/${world.boardId}`)).toContain(`href="${since}"`);
    const told = await text(since);
    expect(told).toContain('Workforce and pay</a><ul><li>It was called “Workforce”.</li></ul>');
    expect(told).not.toContain('As of');
    expect(await text(`/public/publications/${next.id}`)).toContain('Replaced by');
  });

  it('withholds what waits once a line of it is restricted, and keeps what was published until it is recalled', async () => {
    await emptied();
    const shared = await line('To be sold');
    const out = await published();
    const waiting = await prepare();
    await world.secretary.ok(RESTRICT, {
      input: {
        ...{ id: shared.id, expectedVersion: shared.version },
        audience: { kind: 'BOARD', boardId: world.boardId },
      },
    });
    expect(partOf(await world.ask(waiting.id, world.northLead), 'PUBLIC')).toBeUndefined();
    expect(partOf(await world.ask(waiting.id, world.secretary), 'PUBLIC')).toBeDefined();
    const address = `/public/publications/${out.id}/forward-plan.html`;
    expect((await world.get(address)).status).toBe(200);
    await world.recall(out, 'It named a buyer.');
    const gone = await world.get(address);
    expect(gone.status).toBe(410);
    const page = await gone.text();
    expect(page).toContain('It named a buyer.');
    expect(page).not.toContain('To be sold');
  });
});

describe('the public pages of a forward plan', () => {
  it('stand on the page of the board and in its feed, and are asked about again without being sent again', async () => {
    await emptied();
    await line('Flood defences');
    const plan = await published();
    const address = `/public/publications/${plan.id}/forward-plan.html`;
    const board = await (await world.get(`/public/boards/${world.boardId}`)).text();
    expect(board).toContain(address);
    const feed = await (await world.get(`/public/boards/${world.boardId}/agendas.atom`)).text();
    expect(feed).toContain(`urn:uuid:${plan.id}`);
    expect(feed).toContain('1. Flood defences');
    const page = await world.get(address);
    expect(await page.text()).toContain('Flood defences');
    const again = await fetch(`${world.app.url}${address}`, {
      headers: { 'if-none-match': page.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
    expect((await world.get(`/public/publications/${plan.id}/agenda.html`)).status).toBe(404);
  });
});

describe('notice of key decisions and of business in private', () => {
  const EXCEPTION = {
    noticeException: 'SPECIAL_URGENCY',
    noticeExceptionReason: 'The chair of scrutiny agreed.',
  };

  beforeAll(async () => {
    await world.adopt('COUNCIL_EXECUTIVE');
  });

  it('is given by what was published in time, also of what slips, and not of what is brought forward', async () => {
    await emptied();
    const [early, far] = [await meets(10), await meets(60)];
    const entry = await line('A new bridge', { meetingId: far, isKeyDecision: true });
    expect(await noticeOf(entry.id)).toMatchObject({ clearDays: 28, isShort: false, givenOn: null });
    await published();
    expect(await noticeOf(entry.id)).toMatchObject({ givenOn: dayIn(0), isShort: false });
    await world.secretary.ok(MOVE, {
      input: {
        id: entry.id,
        expectedVersion: entry.version,
        meetingId: early,
        reason: 'It is wanted sooner.',
      },
    });
    expect(await noticeOf(entry.id)).toMatchObject({ givenOn: null, isShort: true });
    expect(await refusal()).toBe('KEY_DECISION_NOTICE');
  });

  it('refuses what comes later, but for an exception with its reason, which everybody reads', async () => {
    await emptied();
    const entry = await line('A bridge at once', { meetingId: await meets(20), isKeyDecision: true });
    expect(await changesNothing(world.app, async () => void (await refusal()))).toBe(true);
    const alone = { id: entry.id, expectedVersion: entry.version };
    expect(
      await brokenRule(world.secretary, UPDATE, { input: { ...alone, noticeException: 'SPECIAL_URGENCY' } }),
    ).toContain('INVALID_INPUT');
    const excepted = await change(entry, { ...EXCEPTION, noticeException: 'GENERAL_EXCEPTION' });
    const plan = await published();
    const page = await (await world.get(`/public/publications/${plan.id}/forward-plan.html`)).text();
    expect(page).toContain('General exception');
    expect(page).toContain('The chair of scrutiny agreed.');
    const tooLate = await line('A bridge this week', { meetingId: await meets(3), isKeyDecision: true });
    await change(tooLate, { ...EXCEPTION, noticeException: 'GENERAL_EXCEPTION' });
    expect(await refusal()).toBe('GENERAL_EXCEPTION_TOO_LATE');
    const urgent = { id: excepted.id, expectedVersion: excepted.version, isKeyDecision: false };
    expect(await brokenRule(world.secretary, UPDATE, { input: urgent })).toBe('EXCEPTION_WITHOUT_NOTICE');
  });

  it('is given of business in private with the reasons, by the wording of its paragraphs where nobody wrote others', async () => {
    await emptied();
    const soon = await line('Lease', {
      ...{ meetingId: await meets(20), isConfidential: true, exemptionParagraphs: ['3'] },
    });
    expect(await refusal()).toBe('PRIVATE_MEETING_NOTICE');
    await change(soon, EXCEPTION);
    const own = {
      privateReason: 'Tenants would be named.',
      meetingId: await meets(50),
      isConfidential: true,
    };
    const evictions = await line('Evictions', own);
    expect(await refusal()).toBe('CONFIDENTIAL_WANTS_A_GROUND');
    await change(evictions, { exemptionParagraphs: ['1'] });
    const items = partOf(await published(), 'PUBLIC')?.items as unknown as object[];
    const [plan] = await askedAsNobody();
    expect(items).toHaveLength(2);
    expect(partOf(plan ?? null, 'PUBLIC')?.items).toMatchObject([
      { planned: { privateReason: expect.stringMatching(/financial or business affairs/) } },
      { planned: { privateReason: 'Tenants would be named.' } },
    ]);
  });

  it.each([
    ['in the open', {}],
    ['in private', { isConfidential: true, exemptionParagraphs: ['3'] }],
  ])(
    'holds up an agenda with a key decision, %s, that no forward plan told of in time',
    async (_, secrecy) => {
      await emptied();
      const meetingId = await meets(25);
      await world.add(meetingId, 'Welcome');
      const entry = await line('A tunnel', { meetingId, isKeyDecision: true, ...secrecy });
      await world.secretary.ok(
        `mutation ($input: CreateAgendaItemInput!) { createAgendaItem(input: $input) { agendaItem { id } } }`,
        { input: { meetingId, forwardPlanEntryId: entry.id } },
      );
      const pack = await world.built((await world.prepare(meetingId)).id);
      const asked = {
        input: { id: pack.id, expectedVersion: pack.version, seenSha256: partOf(pack, 'PUBLIC')?.sha256 },
      };
      expect(await brokenRule(world.chair, PUBLISH, asked)).toBe('KEY_DECISION_NOTICE');
      await change(entry, EXCEPTION);
      expect(await world.publish(pack)).toMatchObject({ status: 'PUBLISHED' });
    },
  );

  it('counts every day, as the timetable does', () => {
    expect(lastDispatchDay('2031-03-31', 28, DayCounting.CALENDAR_DAYS)).toBe('2031-03-02');
  });
});

describe('building', () => {
  it('is tried once more where it failed, by those who keep the board, and no other time', async () => {
    await emptied();
    await line('Parks');
    const plan = await prepare();
    const again = (by: Person, { id, version }: Line) =>
      brokenRule(by, REBUILD, { input: { id, expectedVersion: version } });
    expect(await again(world.secretary, plan)).toBe('NOT_FAILED');
    await world.app.build.sql(`update publications set status = 'FAILED' where id = $1`, [plan.id]);
    const failed = await world.ask(plan.id);
    if (!failed) throw new Error('It went out of sight');
    expect(await again(world.member, failed)).toContain('FORBIDDEN');
    expect(failed.viewerCan).toMatchObject({ rebuild: true, publish: false });
    await world.secretary.ok(REBUILD, { input: { id: failed.id, expectedVersion: failed.version } });
    expect(await world.publish(await world.built(plan.id))).toMatchObject({ status: 'PUBLISHED' });
  });
});
