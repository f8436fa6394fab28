import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenRule, changesNothing, startWorld, type World } from '../support/world.js';

const LINES = 'lines { row title outcome meetsOn startsAt minutes peopleAsWritten notes }';
const PLAN = `mutation ($input: ImportForwardPlanInput!) { importForwardPlan(input: $input) { ${LINES} meetings { meetsOn startsAt isNew note } forwardPlanEntries { id title isConfidential isForFullCouncil } } }`;
const AGENDA = `mutation ($input: ImportAgendaInput!) { importAgenda(input: $input) { ${LINES} about { meetsOn startsAt isNew note } meeting { id startsAt agendaItems { title startsAt section purpose minutes } } agendaItems { id } } }`;
const MEETING = `mutation ($input: CreateMeetingInput!) { createMeeting(input: $input) { meeting { id } } }`;
const ADD = `mutation ($input: CreateAgendaItemInput!) { createAgendaItem(input: $input) { agendaItem { id } } }`;
const UPDATE_ITEM = `mutation ($input: UpdateAgendaItemInput!) { updateAgendaItem(input: $input) { agendaItem { id } } }`;
const CANCEL = `mutation ($input: CancelMeetingInput!) { cancelMeeting(input: $input) { meeting { id } } }`;
const FOLLOW = `subscription ($within: ID!) { changes(within: $within) { kind itemType itemId } }`;

interface Line {
  row: number;
  title: string;
  outcome: string;
  meetsOn: string | null;
  startsAt: string | null;
  minutes: number | null;
  notes: string[];
}
interface Meeting {
  meetsOn: string;
  startsAt: string;
  isNew: boolean;
  note: string | null;
}
interface Plan {
  lines: Line[];
  meetings: Meeting[];
  forwardPlanEntries: { id: string; title: string }[];
}
interface Agenda {
  lines: Line[];
  about: Meeting;
  meeting: { id: string; startsAt: string; agendaItems: Record<string, unknown>[] } | null;
}

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.app.close());

const table = (...rows: string[]) => rows.join('\n');
const bringPlan = async (boardId: string, content: string, dryRun = false) =>
  (await world.admin.ok<{ importForwardPlan: Plan }>(PLAN, { input: { boardId, content, dryRun } }))
    .importForwardPlan;
const bringAgenda = async (where: object, content: string, dryRun = false) =>
  (await world.admin.ok<{ importAgenda: Agenda }>(AGENDA, { input: { ...where, content, dryRun } }))
    .importAgenda;
const board = () => world.app.build.board(world.partnershipId);
const meeting = async (boardId: string, meetsOn: string, input: object = {}) => {
  const asked = { boardIds: [boardId], meetsOn, startsAt: '14:00', ...input };
  const { createMeeting } = await world.admin.ok<{ createMeeting: { meeting: { id: string } } }>(MEETING, {
    input: asked,
  });
  return createMeeting.meeting.id;
};
const outcomes = ({ lines }: { lines: Line[] }) => lines.map(({ title, outcome }) => [title, outcome]);

const SMALL = table('Date,Item,Lead officer', '20 October 2031,Estates,A. Lead');

describe('who brings in a forward plan or an agenda', () => {
  it('is whoever keeps the board, and nobody else', async () => {
    const { boardId } = world;
    const meetingId = await meeting(boardId, '2031-01-17');
    expect(
      await changesNothing(world.app, async () => {
        for (const by of [world.northLead, world.stranger]) {
          // That there is such a board, and that it meets, is for everyone to know.
          for (const dryRun of [true, false]) {
            const input = { content: SMALL, dryRun };
            expect(await brokenRule(by, PLAN, { input: { ...input, boardId } })).toContain('FORBIDDEN');
            expect(await brokenRule(by, AGENDA, { input: { ...input, boardId } })).toContain('FORBIDDEN');
          }
          const into = { input: { meetingId, content: SMALL } };
          expect(await brokenRule(by, AGENDA, into)).toContain('FORBIDDEN');
        }
        const nowhere = { boardId: randomUUID(), content: SMALL };
        expect(await brokenRule(world.admin, PLAN, { input: nowhere })).toContain('NOT_FOUND');
      }),
    ).toBe(true);
  });

  it('is told what is wrong with a file, and nothing comes of it', async () => {
    const { boardId } = world;
    const wrong = (content: string) => brokenRule(world.admin, PLAN, { input: { boardId, content } });
    expect(
      await changesNothing(world.app, async () => {
        expect(await wrong('Just some words')).toContain('INVALID_INPUT');
        expect(await wrong('Date,Item\n"never closed')).toContain('INVALID_INPUT');
        expect(await wrong(`Date,Item\n${'1 May 2031,x\n'.repeat(301)}`)).toContain('INVALID_INPUT');
        const noDay = { boardId, content: table('Item,Time', 'Estates,10:00') };
        expect(await brokenRule(world.admin, AGENDA, { input: noDay })).toContain('INVALID_INPUT');
        expect(await brokenRule(world.admin, AGENDA, { input: { content: SMALL } })).toContain(
          'INVALID_INPUT',
        );
      }),
    ).toBe(true);
  });
});

describe('a forward plan from elsewhere', () => {
  it('is shown first, with nothing written, and then comes in as shown', async () => {
    const boardId = await board();
    const content = table(
      'Forward plan of the board',
      'Meeting date;Report title;Lead;Full council;Confidential;Despatch date',
      '17 Oct 2031;Estates;A. Lead;yes;no;9 October 2031',
      ';+ Land at the harbour;;;;soon',
      'To be scheduled;Winter plan;;;;',
      ';;B. Nobody;;;',
    );
    let shown: Plan | null = null;
    expect(
      await changesNothing(world.app, async () => {
        shown = await bringPlan(boardId, content, true);
      }),
    ).toBe(true);
    const made = await bringPlan(boardId, content);
    expect({ ...made, forwardPlanEntries: [] }).toEqual(shown);
    expect(outcomes(made)).toEqual([
      ['Estates', 'ADDED'],
      ['Land at the harbour', 'ADDED'],
      ['Winter plan', 'ADDED'],
      ['', 'PASSED_OVER'],
    ]);
    expect(made.lines.map(({ row, notes }) => [row, notes])).toEqual([
      [3, []],
      [4, ['“soon” is not a day: the day of dispatch is left open.']],
      [5, ['“To be scheduled” is not a day: it is not for a meeting yet.']],
      [6, ['It has no title.']],
    ]);
    expect(made.meetings).toEqual([
      {
        ...{ meetsOn: '2031-10-17', startsAt: '10:00', isNew: true },
        note: 'When it begins is not known: 10:00 was taken.',
      },
    ]);
    expect(made.forwardPlanEntries).toMatchObject([
      { title: 'Estates', isForFullCouncil: true, isConfidential: false },
      { title: 'Land at the harbour', isForFullCouncil: false, isConfidential: true },
      { title: 'Winter plan' },
    ]);
  });

  it('finds what is there, passes over meetings that are over, and tells others live', async () => {
    const boardId = await board();
    await meeting(boardId, '2031-03-07');
    const cancelled = await meeting(boardId, '2031-06-06');
    await world.admin.ok(CANCEL, { input: { id: cancelled, expectedVersion: 1, reason: 'Election' } });
    const live = world.northViewer.subscribe<{ changes: { kind: string; itemId: string } }>(FOLLOW, {
      within: boardId,
    });
    await live.ready;
    const content = table(
      'Date,Item',
      '7 March 2031,Estates',
      '7/3/2031,ESTATES',
      '6 June 2031,Carers strategy',
    );
    const made = await bringPlan(boardId, content);
    expect(outcomes(made)).toEqual([
      ['Estates', 'ADDED'],
      ['ESTATES', 'KNOWN'],
      ['Carers strategy', 'PASSED_OVER'],
    ]);
    expect(made.meetings).toEqual([{ meetsOn: '2031-03-07', startsAt: '14:00', isNew: false, note: null }]);
    const id = made.forwardPlanEntries[0]?.id;
    expect((await live.until(({ changes }) => changes.itemId === id)).changes.kind).toBe('CREATED');
    await live.stop();
    expect(outcomes(await bringPlan(boardId, content))).toEqual([
      ['Estates', 'KNOWN'],
      ['ESTATES', 'KNOWN'],
      ['Carers strategy', 'PASSED_OVER'],
    ]);
  });
});

describe('an agenda from elsewhere', () => {
  const content = table(
    'No,Item,Presenter,Time,Purpose,Exempt',
    '1,Apologies,,12.30 pm,to note,',
    '2,Last minutes,Chair,12.40 pm,to approve,',
    ',Strategy,,,,',
    '3,Estates,A. Lead,1.10,to decide,',
    '4,Any other business,,,,',
    '5,Land at the harbour,A. Lead,1.30,,yes',
  );

  it('takes the place of standing items that nobody touched, and keeps its times and headings', async () => {
    const boardId = await board();
    const meetingId = await meeting(boardId, '2031-02-14', { endsAt: '16:00' });
    let shown: Agenda | null = null;
    expect(
      await changesNothing(world.app, async () => {
        shown = await bringAgenda({ meetingId }, content, true);
      }),
    ).toBe(true);
    const made = await bringAgenda({ meetingId }, content);
    expect(made.lines).toEqual((shown as Agenda | null)?.lines);
    expect(made.about).toEqual((shown as Agenda | null)?.about);
    expect(made.about.note).toBe('The meeting begins at 12:30 from now on, as the file says, not at 14:00.');
    expect(outcomes(made)).toEqual([
      ['Apologies', 'ADDED'],
      ['Last minutes', 'ADDED'],
      ['Strategy', 'HEADING'],
      ['Estates', 'ADDED'],
      ['Any other business', 'ADDED'],
      ['Land at the harbour', 'PASSED_OVER'],
    ]);
    expect(made.meeting?.agendaItems).toEqual([
      { title: 'Apologies', startsAt: '12:30', section: '', purpose: 'NOTE', minutes: 10 },
      { title: 'Last minutes', startsAt: '12:40', section: '', purpose: 'APPROVE', minutes: 30 },
      { title: 'Estates', startsAt: '13:10', section: 'Strategy', purpose: 'DECIDE', minutes: 10 },
      { title: 'Any other business', startsAt: null, section: 'Strategy', purpose: 'NOTE', minutes: null },
    ]);
  });

  it('goes after what somebody has put there, and leaves the start of the meeting alone', async () => {
    const boardId = await board();
    const meetingId = await meeting(boardId, '2031-02-21');
    await world.admin.ok(ADD, { input: { meetingId, title: 'Estates', minutes: 15 } });
    const made = await bringAgenda({ meetingId }, content);
    expect(made.about.note).toBe(
      'The file begins at 12:30, the meeting at 14:00: times are counted from the meeting.',
    );
    expect(outcomes(made)).toContainEqual(['Estates', 'KNOWN']);
    expect(made.meeting?.startsAt).toBe('14:00');
    expect(made.meeting?.agendaItems.map(({ title }) => title)).toEqual([
      ...['Apologies and declarations of interest', 'Minutes of the last meeting and action log'],
      ...['Estates', 'Apologies', 'Last minutes', 'Any other business'],
      ...['Forward plan', 'Date of the next meeting'],
    ]);
  });

  it('does not take the place of a standing item that somebody has changed', async () => {
    const boardId = await board();
    const meetingId = await meeting(boardId, '2031-03-28');
    const [item] = await world.app.build.sql<{ id: string }>(
      'select id from agenda_items where meeting_id = $1 order by position limit 1',
      [meetingId],
    );
    await world.admin.ok(UPDATE_ITEM, { input: { id: item?.id, expectedVersion: 1, minutes: 7 } });
    const made = await bringAgenda({ meetingId }, content);
    expect(made.meeting?.agendaItems).toHaveLength(8);
  });

  it('makes the meeting of its day, and refuses one that was cancelled', async () => {
    const boardId = await board();
    const made = await bringAgenda({ boardId, day: '2031-04-04' }, content);
    expect(made.about).toEqual({ meetsOn: '2031-04-04', startsAt: '12:30', isNew: true, note: null });
    const again = await bringAgenda({ boardId, day: '2031-04-04' }, content);
    expect(again.meeting?.id).toBe(made.meeting?.id);
    const [row] = await world.app.build.sql<{ version: number }>(
      'select version from meetings where id = $1',
      [made.meeting?.id],
    );
    await world.admin.ok(CANCEL, {
      input: { id: made.meeting?.id, expectedVersion: row?.version, reason: 'Snow' },
    });
    const input = { boardId, day: '2031-04-04', content };
    expect(await brokenRule(world.admin, AGENDA, { input })).toContain('INVALID_INPUT');
    const closed = { meetingId: made.meeting?.id, content };
    expect(await brokenRule(world.admin, AGENDA, { input: closed })).toBe('MEETING_CANCELLED');
  });
});
