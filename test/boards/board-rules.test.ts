import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RuleProfileKind } from '../../schema/vocabulary.js';
import { valuesAt } from '../../server/features/boards/rule-profile.rules.js';
import { ruleProfileOf } from '../../server/features/boards/rule-profiles.js';
import { type Person, startApp, type TestApp } from '../support/app.js';

let app: TestApp;
let partnershipId: string;
let council: string;
let administrator: Person;
let editor: Person;
let stranger: Person;
let secretary: Person;
let chair: Person;
let member: Person;
/** The board on which they sit. */
let boardId: string;

beforeAll(async () => {
  app = await startApp();
  partnershipId = await app.build.partnership();
  council = await app.build.organisation(partnershipId, {
    name: 'Northmoor Council',
    kind: 'COUNTY_COUNCIL',
  });
  boardId = await app.build.board(partnershipId, { name: 'Joint Board' });
  await app.build.person(partnershipId, { email: 'pa@example.org', role: 'ADMIN' });
  await app.build.person(partnershipId, { email: 'editor@example.org', organisationId: council });
  await app.build.person(await app.build.partnership(), { email: 'stranger@example.org', role: 'ADMIN' });
  for (const capacity of ['SECRETARIAT', 'CHAIR', 'MEMBER']) {
    const email = `${capacity.toLowerCase()}@example.org`;
    const personId = await app.build.person(partnershipId, {
      email,
      role: 'VIEWER',
      organisationId: council,
    });
    await app.build.seat(partnershipId, boardId, personId, { capacity });
  }
  [administrator, editor, stranger, secretary, chair, member] = (await Promise.all(
    ['pa', 'editor', 'stranger', 'secretariat', 'chair', 'member'].map((who) => app.as(`${who}@example.org`)),
  )) as [Person, Person, Person, Person, Person, Person];
});
afterAll(() => app.close());

const RULES = `profile templateVersion version isAdopted noticeClearDays counting keyDecisionNoticeClearDays
  questionsByClearDays adjusted viewerCan { update } quorum { inWords atLeast fraction { numerator denominator } organisationsAtLeast
  parts { label atLeast organisationKinds posts { title } } } exemptions { paragraph wording source }
  standingItems { title section place minutes } exclusionWording lateItemsNeedChairReason
  profileChanges { rule isAdjusted } adoptedProfile { templateVersion saysRestrictedGap }
  template { name templateVersion saysRestrictedGap noticeClearDays quorum { inWords } sources { rule text } } board { name }`;
const ADOPT = `mutation ($input: AdoptRuleProfileInput!) { adoptRuleProfile(input: $input) { boardRules { ${RULES} } } }`;
const UPDATE = `mutation ($input: UpdateBoardRulesInput!) { updateBoardRules(input: $input) { boardRules { ${RULES} } } }`;
const TAKE_OVER = `mutation ($input: AdoptProfileChangesInput!) { adoptProfileChanges(input: $input) { boardRules { ${RULES} } } }`;
const READ = `query ($id: ID!) { board(id: $id) { rules { id ${RULES} } } }`;

interface Rules extends Record<string, unknown> {
  id: string;
  version: number;
}
const rulesSeenBy = async (who: Person, id: string) =>
  (await who.ok<{ board: { rules: Rules } }>(READ, { id })).board.rules;

async function refusal(who: Person, document: string, input: Record<string, unknown>) {
  const before = await app.build.logLength();
  const { errors } = await who.query(document, { input });
  expect(await app.build.logLength()).toBe(before);
  return { message: errors?.[0]?.message ?? '', ...(errors?.[0]?.extensions ?? { code: 'nothing' }) };
}

describe('the rules of a board', () => {
  it('that has adopted none are those without statute, for everybody to read', async () => {
    const id = await app.build.board(partnershipId);
    for (const who of [app.nobody, stranger, editor])
      expect(await rulesSeenBy(who, id)).toMatchObject({
        ...{ profile: 'NON_STATUTORY_PARTNERSHIP', version: 0, isAdopted: false, adjusted: [] },
        ...{ noticeClearDays: 5, counting: 'WORKING_DAYS', viewerCan: { update: false } },
        quorum: { inWords: 'At least half of the voting seats from two organisations' },
      });
  });

  it('are adopted by the secretariat, the chair or an administrator, and by nobody else', async () => {
    const id = await app.build.board(partnershipId);
    const input = { boardId: id, profile: 'NHS_BODY' };
    // Neither a role in a partner nor a seat on another board is enough.
    for (const who of [editor, stranger, secretary, chair])
      expect(await refusal(who, ADOPT, input)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusal(member, ADOPT, { ...input, boardId })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusal(app.nobody, ADOPT, { ...input, boardId })).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    for (const who of [administrator, stranger])
      expect(await refusal(who, ADOPT, { ...input, boardId: randomUUID() })).toMatchObject({
        code: 'NOT_FOUND',
      });
    expect(await administrator.ok(ADOPT, { input })).toMatchObject({
      adoptRuleProfile: { boardRules: { profile: 'NHS_BODY', version: 1, isAdopted: true } },
    });
    await secretary.ok(ADOPT, { input: { boardId, profile: 'HEALTH_AND_WELLBEING_BOARD' } });
    const { version } = await rulesSeenBy(chair, boardId);
    await chair.ok(ADOPT, { input: { boardId, profile: 'COUNCIL_COMMITTEE', expectedVersion: version } });
    for (const [who, may] of [
      [secretary, true],
      [chair, true],
      [administrator, true],
      [member, false],
      [stranger, false],
    ] as const)
      expect((await rulesSeenBy(who, boardId))['viewerCan']).toEqual({ update: may });
  });

  it('of an earlier version are told where the profile moved on, and take it over as their keepers say', async () => {
    const id = await app.build.board(partnershipId);
    await administrator.ok(ADOPT, { input: { boardId: id, profile: 'COUNCIL_COMMITTEE' } });
    // As it stands for a board that took the first version.
    const first = valuesAt(ruleProfileOf(RuleProfileKind.COUNCIL_COMMITTEE), 1);
    await app.build.sql(
      `update board_rules set template_version = 1, exemptions = $2, exclusion_wording = $3, says_restricted_gap = $4 where board_id = $1`,
      [id, JSON.stringify(first.exemptions), first.exclusionWording, first.saysRestrictedGap],
    );
    const standing = await rulesSeenBy(editor, id);
    const changes = ['EXEMPTIONS', 'RESTRICTED_ITEMS'].map((rule) => ({ rule, isAdjusted: false }));
    expect(standing).toMatchObject({ adjusted: [], templateVersion: 1, profileChanges: changes });
    expect(standing).toMatchObject({
      adoptedProfile: { templateVersion: 1, saysRestrictedGap: false },
      template: { templateVersion: 2, saysRestrictedGap: true },
    });

    const input = { boardId: id, expectedVersion: standing.version };
    for (const who of [editor, stranger, member])
      expect(await refusal(who, TAKE_OVER, input)).toMatchObject({ code: 'FORBIDDEN' });
    expect(
      await refusal(administrator, TAKE_OVER, { ...input, rules: ['EXEMPTIONS', 'QUORUM'] }),
    ).toMatchObject({
      ...{ code: 'INVALID_INPUT', fields: [{ field: 'rules.1' }] },
    });
    expect(
      await refusal(administrator, TAKE_OVER, { ...input, expectedVersion: 1, rules: ['EXEMPTIONS'] }),
    ).toMatchObject({
      code: 'CONFLICT',
    });
    const one = await administrator.ok<{ adoptProfileChanges: { boardRules: Rules } }>(TAKE_OVER, {
      input: { ...input, rules: ['RESTRICTED_ITEMS'] },
    });
    expect(one.adoptProfileChanges.boardRules).toMatchObject({
      ...{ adjusted: [], templateVersion: 1, profileChanges: changes.slice(0, 1) },
    });
    const expectedVersion = one.adoptProfileChanges.boardRules.version;
    const all = await administrator.ok<{ adoptProfileChanges: { boardRules: Rules } }>(TAKE_OVER, {
      input: { boardId: id, expectedVersion },
    });
    const { boardRules } = all.adoptProfileChanges;
    expect(boardRules).toMatchObject({ adjusted: [], templateVersion: 2, profileChanges: [] });
    expect(
      await refusal(administrator, TAKE_OVER, { boardId: id, expectedVersion: boardRules.version }),
    ).toMatchObject({ rule: 'PROFILE_HAS_NOT_MOVED' });
    const none = await app.build.board(partnershipId);
    expect(await refusal(administrator, TAKE_OVER, { boardId: none, expectedVersion: 1 })).toMatchObject({
      code: 'INVALID_INPUT',
    });
  });

  it('keep one id before and after they are adopted, and their history', async () => {
    const id = await app.build.board(partnershipId);
    const before = await rulesSeenBy(editor, id);
    await administrator.ok(ADOPT, { input: { boardId: id, profile: 'NHS_BODY' } });
    const [moment] = await app.build.sql<{ at: string }>(`select to_json(clock_timestamp()) #>> '{}' as at`);
    expect(await rulesSeenBy(editor, id)).toMatchObject({ id: before.id, version: 1 });
    await administrator.ok(UPDATE, { input: { boardId: id, expectedVersion: 1, noticeClearDays: 9 } });
    const HISTORY =
      'query ($of: ID!) { history(of: $of, first: 5) { nodes { kind itemType fields { field before after } } } }';
    expect(await editor.ok(HISTORY, { of: id })).toMatchObject({
      history: {
        nodes: [
          {
            kind: 'UPDATED',
            itemType: 'BoardRules',
            fields: [{ field: 'noticeClearDays', before: '5', after: '9' }],
          },
          { kind: 'CREATED', itemType: 'BoardRules' },
          { kind: 'CREATED', itemType: 'Board' },
        ],
      },
    });
    const PAST =
      'query ($id: ID!, $asOf: DateTime) { board(id: $id, asOf: $asOf) { rules { noticeClearDays } } }';
    expect(await editor.ok(PAST, { id, asOf: moment?.at })).toEqual({
      board: { rules: { noticeClearDays: 5 } },
    });
  });

  it('are adjusted in the board’s own copy, which says what differs from the profile', async () => {
    const id = await app.build.board(partnershipId);
    const postId = await app.build.inPartnership('posts', partnershipId, {
      title: 'Director of Public Health',
    });
    await administrator.ok(ADOPT, { input: { boardId: id, profile: 'HEALTH_AND_WELLBEING_BOARD' } });
    const quorum = {
      atLeast: 7,
      parts: [
        { label: 'one councillor', organisationKinds: ['COUNTY_COUNCIL', 'DISTRICT_COUNCIL'] },
        { label: 'the Director of Public Health', postIds: [postId] },
      ],
    };
    const standingItems = [{ title: 'Welcome', place: 'START', minutes: 5 }];
    const change = { boardId: id, expectedVersion: 1, noticeClearDays: 7, questionsByClearDays: null };
    const { updateBoardRules } = await administrator.ok<{ updateBoardRules: { boardRules: Rules } }>(UPDATE, {
      input: { ...change, quorum, standingItems },
    });
    expect(updateBoardRules.boardRules).toMatchObject({
      ...{ version: 2, noticeClearDays: 7, questionsByClearDays: null },
      adjusted: ['NOTICE', 'QUESTIONS', 'QUORUM', 'STANDING_ITEMS'],
      quorum: {
        inWords: 'At least seven voting members, among them one councillor and the Director of Public Health',
        fraction: null,
        parts: [
          { atLeast: 1, organisationKinds: ['COUNTY_COUNCIL', 'DISTRICT_COUNCIL'], posts: [] },
          { label: 'the Director of Public Health', posts: [{ title: 'Director of Public Health' }] },
        ],
      },
      standingItems: [{ title: 'Welcome', section: null, place: 'START', minutes: 5 }],
      template: { noticeClearDays: 5 },
    });
    // Posts are for the partnership to know; the public reads the words alone.
    expect(await rulesSeenBy(app.nobody, id)).toMatchObject({
      quorum: { parts: [{ posts: [] }, { label: 'the Director of Public Health', posts: [] }] },
    });
    // The same again is no change, in whatever order it is written.
    const again = {
      boardId: id,
      expectedVersion: 1,
      quorum: { parts: quorum.parts, atLeast: 7 },
      standingItems,
    };
    expect(await administrator.ok(UPDATE, { input: again })).toMatchObject({
      updateBoardRules: { boardRules: { version: 2 } },
    });
    // Another board with the profile is not touched by it.
    const other = await app.build.board(partnershipId);
    await administrator.ok(ADOPT, { input: { boardId: other, profile: 'HEALTH_AND_WELLBEING_BOARD' } });
    expect(await rulesSeenBy(editor, other)).toMatchObject({ noticeClearDays: 5, adjusted: [] });
  });

  it('may be adjusted without adopting first: the board then has those without statute, but for that', async () => {
    const id = await app.build.board(partnershipId);
    expect(
      await administrator.ok(UPDATE, { input: { boardId: id, expectedVersion: 0, noticeClearDays: 3 } }),
    ).toMatchObject({
      updateBoardRules: {
        boardRules: {
          profile: 'NON_STATUTORY_PARTNERSHIP',
          version: 1,
          noticeClearDays: 3,
          adjusted: ['NOTICE'],
        },
      },
    });
  });

  it('tell who saw an older version, and keep what two changed side by side', async () => {
    const id = await app.build.board(partnershipId);
    const input = { boardId: id, profile: 'NHS_BODY' };
    await administrator.ok(ADOPT, { input });
    expect(await refusal(administrator, ADOPT, { ...input, profile: 'COUNCIL_COMMITTEE' })).toMatchObject({
      code: 'CONFLICT',
      conflicts: [{ field: 'profile', theirs: 'NHS_BODY', yours: 'COUNCIL_COMMITTEE' }],
    });
    await administrator.ok(UPDATE, { input: { boardId: id, expectedVersion: 1, noticeClearDays: 8 } });
    const stale = { boardId: id, expectedVersion: 1 };
    expect(await refusal(administrator, UPDATE, { ...stale, noticeClearDays: 6 })).toMatchObject({
      code: 'CONFLICT',
      conflicts: [{ field: 'noticeClearDays', base: 5, theirs: 8, yours: 6 }],
    });
    expect(await administrator.ok(UPDATE, { input: { ...stale, mostQuestions: 1 } })).toMatchObject({
      updateBoardRules: { boardRules: { version: 3, noticeClearDays: 8 } },
    });
    expect(await refusal(administrator, UPDATE, { ...stale, expectedVersion: 9 })).toMatchObject({
      code: 'INVALID_INPUT',
    });
    const none = await app.build.board(partnershipId);
    expect(
      await refusal(administrator, UPDATE, { boardId: none, expectedVersion: 2, noticeClearDays: 6 }),
    ).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('are adopted once when two do it at once', async () => {
    const id = await app.build.board(partnershipId);
    const answers = await Promise.all(
      ['NHS_BODY', 'COUNCIL_COMMITTEE'].map((profile) =>
        administrator.query(ADOPT, { input: { boardId: id, profile } }),
      ),
    );
    expect(answers.flatMap(({ errors }) => errors?.[0]?.extensions.code ?? [])).toEqual(['CONFLICT']);
  });

  it.each([
    ['COUNCIL_COMMITTEE', { noticeClearDays: 4 }, 'NOTICE_BELOW_LAW', /section.*100A\(6\)/],
    ['HEALTH_AND_WELLBEING_BOARD', { noticeClearDays: 1 }, 'NOTICE_BELOW_LAW', /1972/],
    ['COUNCIL_EXECUTIVE', { keyDecisionNoticeClearDays: 27 }, 'KEY_DECISIONS_BELOW_LAW', /regulation 9\(2\)/],
    ['COUNCIL_EXECUTIVE', { privateMeetingNoticeClearDays: null }, 'PRIVATE_MEETINGS_BELOW_LAW', /5\(2\)/],
    ['COUNCIL_EXECUTIVE', { privateMeetingFurtherNoticeClearDays: 4 }, 'FURTHER_NOTICE_BELOW_LAW', /5\(4\)/],
    ['NHS_BODY', { noticeClearDays: 2 }, 'NOTICE_BELOW_LAW', /1960, section 1\(4\)/],
    ['COUNCIL_COMMITTEE', { lateItemsNeedChairReason: false }, 'LATE_ITEMS_BELOW_LAW', /100B\(4\)/],
    [
      'COUNCIL_COMMITTEE',
      { exemptions: [{ paragraph: '8', wording: 'Awkward.', source: 'none' }] },
      'EXEMPTIONS_BEYOND_LAW',
      /Schedule 12A/,
    ],
    ['NHS_BODY', { draftReportsByWorkingDays: 2 }, 'DRAFTS_BEFORE_CLEARANCES', /cleared/],
  ] as const)('do not go below the law, which is named: %s %j', async (profile, change, rule, words) => {
    const id = await app.build.board(partnershipId);
    await administrator.ok(ADOPT, { input: { boardId: id, profile } });
    const refused = await refusal(administrator, UPDATE, { boardId: id, expectedVersion: 1, ...change });
    expect(refused).toMatchObject({ code: 'RULE_BROKEN', rule });
    expect(refused.message).toMatch(words);
  });

  it('that no law binds may go lower, but never to nothing', async () => {
    const id = await app.build.board(partnershipId);
    const input = { boardId: id, expectedVersion: 0 };
    for (const [change, field] of [
      [{ noticeClearDays: 0 }, 'noticeClearDays'],
      [{ noticeClearDays: null }, 'noticeClearDays'],
      [{ noticeClearDays: 101 }, 'noticeClearDays'],
      [{ exclusionWording: 'That the public leave.' }, 'exclusionWording'],
      [{ quorum: { fraction: { numerator: 3, denominator: 2 } } }, 'quorum.fraction'],
      [{ quorum: { atLeast: 0 } }, 'quorum.atLeast'],
      [{ quorum: { parts: [{ label: 'somebody' }] } }, 'quorum.parts.0'],
      [{ quorum: { parts: [{ label: 'a post', postIds: [randomUUID()] }] } }, 'quorum.parts.0.postIds.0'],
      [
        { exemptions: ['A', 'A'].map((paragraph) => ({ paragraph, wording: 'w', source: 's' })) },
        'exemptions.1.paragraph',
      ],
      [{ standingItems: [{ title: '', place: 'END' }] }, 'standingItems.0.title'],
    ] as const)
      expect(await refusal(administrator, UPDATE, { ...input, ...change })).toMatchObject({
        code: 'INVALID_INPUT',
        fields: [{ field }],
      });
    await administrator.ok(UPDATE, { input: { ...input, noticeClearDays: 1 } });
  });

  it('reach whoever follows the partnership or the board at once, the public too', async () => {
    const id = await app.build.board(partnershipId);
    const document = `subscription ($within: ID!, $after: String) { changes(within: $within, after: $after) { kind itemType aboutId
      item { ... on BoardRules { noticeClearDays board { id } quorum { inWords } adjusted } } } }`;
    const follow = async (who: Person, within: string) => {
      const { partnership } = await who.ok<{ partnership: { changesCursor: string } }>(
        'query ($id: ID!) { partnership(id: $id) { changesCursor } }',
        { id: partnershipId },
      );
      const from = { within, after: partnership.changesCursor };
      return who.subscribe<{ changes: Record<string, unknown> }>(document, from);
    };
    const lives = [await follow(editor, partnershipId), await follow(app.nobody, id)];
    await administrator.ok(UPDATE, { input: { boardId: id, expectedVersion: 0, noticeClearDays: 6 } });
    for (const live of lives) {
      const { changes } = await live.until((event) => event.changes['itemType'] === 'BoardRules');
      expect(changes).toMatchObject({
        ...{ kind: 'CREATED', aboutId: id },
        item: { noticeClearDays: 6, board: { id }, adjusted: ['NOTICE'] },
      });
      await live.stop();
    }
  });
});

describe('what is read without being a row', () => {
  it('are the profiles, each rule with its source, for anybody', async () => {
    const { ruleProfiles } = await app.nobody.ok<{
      ruleProfiles: { kind: string; sources: { rule: string; text: string }[] }[];
    }>(
      '{ ruleProfiles { kind name description templateVersion noticeClearDays quorum { inWords parts { label posts { id } } } exemptions { paragraph } sources { rule text } } }',
    );
    expect(ruleProfiles.map(({ kind }) => kind)).toEqual([
      'COUNCIL_COMMITTEE',
      'COUNCIL_EXECUTIVE',
      'HEALTH_AND_WELLBEING_BOARD',
      'NHS_BODY',
      'NON_STATUTORY_PARTNERSHIP',
    ]);
    expect(ruleProfiles[0]?.sources.find(({ rule }) => rule === 'NOTICE')?.text).toContain('section');
  });

  const TIMETABLE = `query ($boardIds: [ID!]!, $meetsOn: Date!) { meetingTimetable(boardIds: $boardIds, meetsOn: $meetsOn) {
    meetsOn dispatchBy { on board { name } } draftReportsBy { on board { name } } clearancesBy { on } questionsBy { on board { name } }
    keyDecisionNoticeBy { on } privateNoticeBy { on } holidays { on name } } }`;

  it('is the timetable back from a day, over a bank holiday, of one board and of two at once', async () => {
    const one = await app.build.board(partnershipId, { name: 'Cabinet' });
    const other = await app.build.board(partnershipId, { name: 'Place Board' });
    await administrator.ok(ADOPT, { input: { boardId: one, profile: 'COUNCIL_EXECUTIVE' } });
    await administrator.ok(UPDATE, { input: { boardId: other, expectedVersion: 0, noticeClearDays: 7 } });
    const ask = { meetsOn: '2026-05-29' };
    expect(await app.nobody.ok(TIMETABLE, { ...ask, boardIds: [one] })).toMatchObject({
      meetingTimetable: {
        dispatchBy: { on: '2026-05-20', board: { name: 'Cabinet' } },
        keyDecisionNoticeBy: { on: '2026-04-30' },
        holidays: [
          { on: '2026-05-04', name: 'Early May bank holiday' },
          { on: '2026-05-25', name: 'Spring bank holiday' },
        ],
      },
    });
    expect(await app.nobody.ok(TIMETABLE, { ...ask, boardIds: [one, other, one] })).toMatchObject({
      meetingTimetable: {
        dispatchBy: { on: '2026-05-18', board: { name: 'Place Board' } },
        draftReportsBy: { on: '2026-05-01', board: { name: 'Cabinet' } },
        questionsBy: { on: '2026-05-22', board: { name: 'Cabinet' } },
      },
    });
  });

  it('is nothing for boards that there are not, and refuses days and lists beyond measure', async () => {
    expect(await app.nobody.ok(TIMETABLE, { boardIds: [randomUUID()], meetsOn: '2026-05-29' })).toEqual({
      meetingTimetable: null,
    });
    expect(await app.nobody.ok(TIMETABLE, { boardIds: [], meetsOn: '2026-05-29' })).toEqual({
      meetingTimetable: null,
    });
    for (const meetsOn of ['0001-01-01', '9999-12-31'])
      expect(await app.nobody.refused(TIMETABLE, { boardIds: [boardId], meetsOn })).toBe('INVALID_INPUT');
    const many = Array.from({ length: 21 }, () => randomUUID());
    expect(await app.nobody.refused(TIMETABLE, { boardIds: many, meetsOn: '2026-05-29' })).toBe(
      'INVALID_INPUT',
    );
  });
});

describe('the deputies of a seat', () => {
  const SEAT = 'seat { id version deputies { name } }';
  const CREATE = `mutation ($input: CreateSeatInput!) { createSeat(input: $input) { ${SEAT} } }`;
  const CHANGE = `mutation ($input: UpdateSeatInput!) { updateSeat(input: $input) { ${SEAT} } }`;

  it('are named in order by an administrator, and see no more for it', async () => {
    const id = await app.build.board(partnershipId);
    const [holder, first, second] = await Promise.all(
      ['Holder', 'First', 'Second'].map((name) =>
        app.build.person(partnershipId, {
          name,
          email: `${name}@example.org`,
          role: 'VIEWER',
          organisationId: council,
        }),
      ),
    );
    const input = { boardId: id, personId: holder, capacity: 'MEMBER', fromOn: '2018-01-01' };
    for (const [deputyIds, field] of [
      [[holder], 'deputyIds.0'],
      [[first, first], 'deputyIds.1'],
      [[first, randomUUID()], 'deputyIds.1'],
    ])
      expect(await refusal(administrator, CREATE, { ...input, deputyIds })).toMatchObject({
        code: 'INVALID_INPUT',
        fields: [{ field }],
      });
    const { createSeat } = await administrator.ok<{
      createSeat: { seat: { id: string; deputies: { name: string }[] } };
    }>(CREATE, { input: { ...input, deputyIds: [second, first] } });
    expect(createSeat.seat.deputies).toEqual([{ name: 'Second' }, { name: 'First' }]);
    const seat = { id: createSeat.seat.id, expectedVersion: 1 };
    expect(await refusal(editor, CHANGE, { ...seat, deputyIds: [first] })).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await refusal(administrator, CHANGE, { ...seat, deputyIds: [holder] })).toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect(await administrator.ok(CHANGE, { input: { ...seat, deputyIds: [first] } })).toMatchObject({
      updateSeat: { seat: { deputies: [{ name: 'First' }] } },
    });
    expect(await refusal(administrator, CHANGE, { ...seat, deputyIds: [second] })).toMatchObject({
      code: 'CONFLICT',
    });
    const planId = await app.build.plan(partnershipId, {
      audienceId: await app.build.audience(partnershipId, 'BOARD', [id]),
    });
    const ask = 'query ($id: ID!) { plan(id: $id) { id } }';
    expect(await (await app.as('First@example.org')).ok(ask, { id: planId })).toEqual({ plan: null });
    expect(
      await administrator.ok(CHANGE, { input: { ...seat, expectedVersion: 2, deputyIds: null } }),
    ).toMatchObject({
      updateSeat: { seat: { deputies: [] } },
    });
  });
});
