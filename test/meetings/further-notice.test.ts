import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { NoticeException } from '../../schema/meeting-words.js';
import { PackPart } from '../../schema/publications.js';
import {
  type Considered,
  FurtherNoticeStands,
  furtherNoticeOf,
  standsAs,
} from '../../server/features/meetings/further-notice.rules.js';
import { changesBetween } from '../../server/features/meetings/pack/pack-changes.rules.js';
import { packOf } from '../../server/features/meetings/pack/pack-content.rules.js';
import type { PrivateLine } from '../../server/features/meetings/pack/pack-document.js';
import { privateNotices } from '../../server/features/meetings/pack/pack-words.js';
import type { Person } from '../support/app.js';
import { facts, item } from '../support/packs.js';
import { wordsOf } from '../support/published-words.js';
import { brokenRule, changesNothing } from '../support/world.js';
import { type Publication, type Publishing, partOf, startPublishing } from './publications.js';

const TOLD = { title: 'Sale of the depot', reason: 'Bids would be known.' };
const considered = (given: Partial<Considered> = {}): Considered => ({
  ...{ id: 'line', isConfidential: true, noticeException: null },
  ...{ representations: null, representationsResponse: null, ...given },
});
const asked = [{ privateMeetingFurtherNoticeClearDays: 5 }];
const notAsked = [{ privateMeetingFurtherNoticeClearDays: null }];
const line = (given: Partial<PrivateLine> = {}): PrivateLine => ({
  ...{ id: 'line', ...TOLD, representations: null, response: null, ...given },
});

describe('the further notice of a line', () => {
  test.each<[string, Parameters<typeof furtherNoticeOf>, PrivateLine | null]>([
    ['tells what the published plan told', [considered(), asked, TOLD], line()],
    ['is asked for by one of several boards', [considered(), [...notAsked, ...asked], TOLD], line()],
    ['is none where no board asks for it', [considered(), notAsked, TOLD], null],
    ['is none of what is open', [considered({ isConfidential: false }), asked, TOLD], null],
    ['is none where no first notice was published', [considered(), asked, undefined], null],
    [
      'is none under special urgency',
      [considered({ noticeException: NoticeException.SPECIAL_URGENCY }), asked, TOLD],
      null,
    ],
    [
      'is given of a key decision under the general exception, which is none for private business',
      [considered({ noticeException: NoticeException.GENERAL_EXCEPTION }), asked, TOLD],
      line(),
    ],
    [
      'tells what was said, and the response',
      [considered({ representations: 'Tell us. ', representationsResponse: 'No.' }), asked, TOLD],
      line({ representations: 'Tell us.', response: 'No.' }),
    ],
    [
      'takes blanks for nothing, and no response to nothing',
      [considered({ representations: '  ', representationsResponse: 'No.' }), asked, TOLD],
      line(),
    ],
  ])('%s', (_, given, notice) => {
    expect(furtherNoticeOf(...given)).toEqual(notice);
  });

  const said = line({ representations: 'Tell us.' });
  const answered = { ...said, response: 'No.' };
  const { OUT, NOT_OUT, RESPONSE_MISSING } = FurtherNoticeStands;
  test.each<[string, PrivateLine, PrivateLine[], FurtherNoticeStands]>([
    ['nothing published', line(), [], NOT_OUT],
    ['published as it is', line(), [line()], OUT],
    ['another one published', line(), [line({ id: 'other' })], NOT_OUT],
    ['what was said is not answered', said, [line()], RESPONSE_MISSING],
    ['what was said is not answered, though published so', said, [said], RESPONSE_MISSING],
    ['answered since', answered, [line()], NOT_OUT],
    ['answered and published', answered, [answered], OUT],
    ['answered otherwise since', { ...answered, response: 'Yes.' }, [answered], NOT_OUT],
  ])('%s', (_, now, out, stands) => {
    expect(standsAs(now, out)).toBe(stands);
  });

  it('is said in words, and its change to whoever read it before', () => {
    expect(privateNotices({})).toEqual([]);
    expect(privateNotices({ inPrivate: [line(), { ...answered, title: 'A lease' }] })).toEqual([
      'Notice under regulation 5(4) of S.I. 2012/2089: part of this meeting is to be held in private.',
      '“Sale of the depot” is to be considered in private. Reasons: Bids would be known.',
      'Nobody has made representations about why it should be open to the public.',
      '“A lease” is to be considered in private. Reasons: Bids would be known.',
      'Representations about why it should be open to the public: Tell us.',
      'Response to them: No.',
    ]);
    const pack = (inPrivate: PrivateLine[]) =>
      packOf(facts([item('Winter plan')], { inPrivate }), PackPart.PUBLIC, null);
    const changed = ['The notice of what is considered in private is worded otherwise.'];
    expect(changesBetween(pack([line()]), pack([answered])).facts).toEqual(changed);
    expect(changesBetween(pack([answered]), pack([answered])).facts).toEqual([]);
  });
});

const CREATE = `mutation ($input: CreateForwardPlanEntryInput!) { createForwardPlanEntry(input: $input) { forwardPlanEntry { id version } } }`;
const UPDATE = `mutation ($input: UpdateForwardPlanEntryInput!) { updateForwardPlanEntry(input: $input) { forwardPlanEntry { id version representations } } }`;
const RESTRICT = `mutation ($input: RestrictForwardPlanEntryInput!) { restrictForwardPlanEntry(input: $input) { forwardPlanEntry { id } } }`;
const CHANGE = `mutation ($input: UpdateAgendaItemInput!) { updateAgendaItem(input: $input) { agendaItem { id version } } }`;
const PLAN = `mutation ($input: PrepareForwardPlanInput!) { prepareForwardPlan(input: $input) { publication { id } } }`;
const OWED = `query ($id: ID!) { meeting(id: $id) { timetable { furtherNoticeBy { on } } outstanding { items { kind stage dueOn isLate forwardPlanEntry { title } board { id } } } } }`;
const NOTICES = `query ($id: ID!) { publication(id: $id) { parts { part privateNotices } } }`;

interface Line {
  id: string;
  version: number;
}

describe('the further notice of a private part of an executive’s meeting', () => {
  let world: Publishing;
  let now = new Date('2030-06-03T10:00:00Z');
  let meetingId: string;
  let entry: Line;
  beforeAll(async () => {
    world = await startPublishing({}, () => now);
    await world.adopt('COUNCIL_EXECUTIVE');
    meetingId = await world.aMeeting();
    const { createForwardPlanEntry } = await world.secretary.ok<{
      createForwardPlanEntry: { forwardPlanEntry: Line };
    }>(CREATE, {
      input: {
        ...{ boardIds: [world.boardId], meetingId, title: 'Sale of the depot', isConfidential: true },
        ...{ exemptionParagraphs: ['3'], privateReason: 'Bids would be known.' },
      },
    });
    entry = createForwardPlanEntry.forwardPlanEntry;
    const { prepareForwardPlan } = await world.secretary.ok<{
      prepareForwardPlan: { publication: Publication };
    }>(PLAN, { input: { boardId: world.boardId } });
    await world.publish(await world.built(prepareForwardPlan.publication.id));
    const added = await world.add(meetingId, 'ZYXBIDDER', { forwardPlanEntryId: entry.id });
    await world.secretary.ok(CHANGE, {
      input: { id: added.id, expectedVersion: added.version, summary: 'ZYXPRICE' },
    });
    await world.add(meetingId, 'Winter plan');
    now = new Date('2030-07-05T10:00:00Z');
  });
  afterAll(() => world.app.close());

  const write = async (input: object, by: Person = world.secretary): Promise<void> => {
    const { updateForwardPlanEntry } = await by.ok<{ updateForwardPlanEntry: { forwardPlanEntry: Line } }>(
      UPDATE,
      { input: { id: entry.id, expectedVersion: entry.version, ...input } },
    );
    entry = updateForwardPlanEntry.forwardPlanEntry;
  };
  const owed = async (by: Person = world.secretary) => {
    const { meeting } = await by.ok<{
      meeting: {
        timetable: { furtherNoticeBy: { on: string } | null };
        outstanding: { items: { kind: string; stage: string; dueOn: string; isLate: boolean }[] };
      };
    }>(OWED, { id: meetingId });
    expect(meeting.timetable.furtherNoticeBy?.on).toBe('2030-07-11');
    return meeting.outstanding.items.filter(({ stage }) => stage === 'FURTHER_NOTICE');
  };
  const kinds = async (by?: Person) => (await owed(by)).map(({ kind }) => kind);
  const pages = async (publication: Publication): Promise<string[]> => {
    const files = partOf(publication, 'PUBLIC')?.files ?? [];
    expect(files.map(({ format }) => format)).toEqual(['HTML', 'PDF', 'WORD']);
    const addresses = [`/public/meetings/${meetingId}`, ...files.map(({ url }) => url)];
    const words = [];
    for (const address of addresses)
      words.push((await wordsOf(await world.get(address))).replace(/\s+/g, ' '));
    return words;
  };

  it('is owed by those who keep the board until it is published, five clear working days before', async () => {
    expect(await owed()).toMatchObject([
      {
        ...{ kind: 'FURTHER_NOTICE_MISSING', dueOn: '2030-07-11', isLate: false },
        ...{ forwardPlanEntry: { title: 'Sale of the depot' }, board: { id: world.boardId } },
      },
    ]);
    now = new Date('2030-07-12T10:00:00Z');
    expect(await owed()).toMatchObject([{ isLate: true }]);
    now = new Date('2030-07-05T10:00:00Z');
  });

  it('tells what was said and the response, which those who keep the board write down', async () => {
    const input = { id: entry.id, expectedVersion: entry.version, representations: 'The sale concerns all.' };
    expect(
      await changesNothing(world.app, async () => {
        expect(await brokenRule(world.member, UPDATE, { input })).toContain('FORBIDDEN');
        expect(await brokenRule(world.stranger, UPDATE, { input })).toContain('NOT_FOUND');
        const answered = {
          ...{ id: entry.id, expectedVersion: entry.version },
          representationsResponse: 'Bids stay sealed.',
        };
        const { errors } = await world.secretary.query(UPDATE, { input: answered });
        expect(errors?.[0]?.extensions['fields']).toMatchObject([{ field: 'representations' }]);
      }),
    ).toBe(true);
    await write({ representations: 'The sale concerns all.' });
    expect(await kinds()).toEqual(['RESPONSE_MISSING']);
    await write({ representationsResponse: 'Bids stay sealed.' });
    expect(await kinds()).toEqual(['FURTHER_NOTICE_MISSING']);
  });

  it('goes out with the agenda: on its public page and in every file, with nothing of the item itself', async () => {
    const publication = await world.published(meetingId);
    for (const words of await pages(publication)) {
      expect(words).toContain('part of this meeting is to be held in private');
      expect(words).toContain('“Sale of the depot” is to be considered in private.');
      expect(words).toContain('Bids would be known.');
      expect(words).toContain('The sale concerns all.');
      expect(words).toContain('Bids stay sealed.');
      expect(words).not.toMatch(/ZYX/);
    }
    // The part for the seats has it too; what the item is called stands there alone.
    expect(partOf(await world.ask(publication.id), 'FULL')?.document).toMatch(
      /Bids stay sealed.*ZYXBIDDER|ZYXBIDDER.*Bids stay sealed/s,
    );
    expect(await kinds()).toEqual([]);
    const { publication: asNobody } = await world.app.nobody.ok<{
      publication: { parts: { part: string; privateNotices: string[] }[] };
    }>(NOTICES, { id: publication.id });
    expect(asNobody.parts).toEqual([{ part: 'PUBLIC', privateNotices: expect.any(Array) }]);
    expect(asNobody.parts[0]?.privateNotices).toHaveLength(4);
  });

  it('is owed anew once more is said, and is out again with a supplement', async () => {
    await write({ representations: 'The sale concerns all. So does its price.' });
    expect(await kinds()).toEqual(['FURTHER_NOTICE_MISSING']);
    const supplement = await world.published(meetingId);
    for (const words of await pages(supplement)) expect(words).toContain('So does its price.');
    expect(await kinds()).toEqual([]);
  });

  it('tells nothing of a line that was narrowed since, and is not owed of it to whoever does not see it', async () => {
    const narrow = (audience: object | null) =>
      world.secretary.ok(RESTRICT, {
        input: { id: entry.id, expectedVersion: entry.version++, audience },
      });
    await narrow({ kind: 'BOARD', boardId: world.boardId });
    const narrowed = await world.published(meetingId);
    for (const words of await pages(narrowed)) {
      expect(words).not.toContain('Sale of the depot');
      expect(words).not.toContain('So does its price.');
    }
    expect(await kinds(world.northLead)).toEqual([]);
    await narrow(null);
    expect(await kinds()).toEqual(['FURTHER_NOTICE_MISSING']);
  });

  it('is none of what is open to press and public on the agenda, whatever was planned', async () => {
    const { meeting } = await world.secretary.ok<{ meeting: { agendaItems: (Line & { title: string })[] } }>(
      `query ($id: ID!) { meeting(id: $id) { agendaItems { id version title } } }`,
      { id: meetingId },
    );
    const opened = meeting.agendaItems.find(({ title }) => title === 'ZYXBIDDER');
    if (!opened) throw new Error('It is not on the agenda');
    await world.restrict(opened, { exemptionParagraphs: [] });
    expect(await kinds()).toEqual([]);
    for (const words of await pages(await world.published(meetingId)))
      expect(words).not.toContain('held in private');
  });
});
