import { describe, expect, it } from 'vitest';
import { BoardRule, DayCounting, OrganisationKind, RuleProfileKind } from '../../schema/vocabulary.js';
import {
  neededOf,
  type QuorumRule,
  quorumInWords,
  quorumOf,
  type VotingSeat,
} from '../../server/features/boards/quorum.rules.js';
import {
  adjustedRules,
  adopted,
  belowFloor,
  exclusionResolution,
  namesParagraphs,
} from '../../server/features/boards/rule-profile.rules.js';
import { ruleProfileOf, ruleProfiles } from '../../server/features/boards/rule-profiles.js';
import { timetableOf } from '../../server/features/boards/timetable.rules.js';

const kinds = Object.values(RuleProfileKind);
const rulesOf = (kind: keyof typeof RuleProfileKind) => adopted(ruleProfileOf(RuleProfileKind[kind]));

describe('the rule profiles', () => {
  it('are one for each kind of board', () => {
    expect(ruleProfiles.map(({ kind }) => kind).sort()).toEqual([...kinds].sort());
  });

  it.each(kinds)(
    '%s names the source of each rule, keeps its own floors and differs from itself in nothing',
    (kind) => {
      const profile = ruleProfileOf(kind);
      for (const rule of Object.values(BoardRule)) expect(profile.sources[rule].length).toBeGreaterThan(10);
      for (const { source, wording } of profile.values.exemptions)
        expect([source, wording].every((text) => text.length > 10)).toBe(true);
      expect(belowFloor(profile, profile.values)).toBeNull();
      expect(namesParagraphs(profile.values.exclusionWording)).toBe(true);
      expect(adjustedRules(profile.values, profile)).toEqual([]);
      expect(adjustedRules(JSON.parse(JSON.stringify(profile.values)), profile)).toEqual([]);
    },
  );

  it('have the seven paragraphs of Schedule 12A for councils', () => {
    for (const kind of ['COUNCIL_COMMITTEE', 'COUNCIL_EXECUTIVE', 'HEALTH_AND_WELLBEING_BOARD'] as const)
      expect(
        rulesOf(kind)
          .exemptions.map(({ paragraph }) => paragraph)
          .join(''),
      ).toBe('1234567');
  });

  it.each([
    ['COUNCIL_COMMITTEE', { noticeClearDays: 4 }, /1972.*100A/],
    ['COUNCIL_EXECUTIVE', { keyDecisionNoticeClearDays: 27 }, /2012\/2089.*9\(2\)/],
    ['COUNCIL_EXECUTIVE', { privateMeetingNoticeClearDays: null }, /2012\/2089.*5\(2\)/],
    ['NHS_BODY', { noticeClearDays: 2 }, /1960.*1\(4\)/],
  ] as const)('say which law a value of %s falls short of', (kind, values, law) => {
    expect(belowFloor(ruleProfileOf(RuleProfileKind[kind]), { ...rulesOf(kind), ...values })?.law).toMatch(
      law,
    );
  });

  it('let a body without statute set what it likes', () => {
    const profile = ruleProfileOf(RuleProfileKind.NON_STATUTORY_PARTNERSHIP);
    expect(belowFloor(profile, { ...profile.values, noticeClearDays: 1 })).toBeNull();
  });

  it('tell what a board adjusted, by the rule', () => {
    const profile = ruleProfileOf(RuleProfileKind.NHS_BODY);
    const values = { ...profile.values, noticeClearDays: 7, counting: DayCounting.CALENDAR_DAYS };
    expect(adjustedRules({ ...values, mostQuestions: 1 }, profile)).toEqual([
      BoardRule.NOTICE,
      BoardRule.QUESTIONS,
    ]);
  });

  it('draft the resolution to exclude press and public from the paragraphs chosen, in their order', () => {
    const rules = rulesOf('COUNCIL_COMMITTEE');
    expect(exclusionResolution(rules, ['3'])).toContain('paragraph(s) 3 of Part 1');
    expect(exclusionResolution(rules, ['5', '1', '3'])).toContain('paragraph(s) 1, 3 and 5 of Part 1');
    expect(exclusionResolution(rules, ['9'])).not.toContain('9 of Part 1');
  });
});

const seat = (
  id: string,
  organisationKind: OrganisationKind | null,
  postId: string | null = null,
): VotingSeat => ({
  id,
  organisationId: organisationKind && `${organisationKind} of ${id}`,
  organisationKind,
  postId,
});

const rule = (part: Partial<QuorumRule>): QuorumRule => ({
  atLeast: null,
  fraction: null,
  organisationsAtLeast: null,
  parts: [],
  ...part,
});

describe('a quorum', () => {
  const { COUNTY_COUNCIL, DISTRICT_COUNCIL, NHS_TRUST, POLICE, CHARITY } = OrganisationKind;
  const board = [
    ...['c1', 'c2', 'c3'].map((id) => seat(id, COUNTY_COUNCIL)),
    ...['d1', 'd2'].map((id) => seat(id, DISTRICT_COUNCIL)),
    ...['n1', 'n2', 'n3'].map((id) => seat(id, NHS_TRUST)),
    seat('dph', COUNTY_COUNCIL, 'post-dph'),
    seat('p1', POLICE),
    seat('v1', CHARITY),
    seat('alone', null),
  ];
  const composite = rule({
    atLeast: 7,
    parts: [
      {
        label: 'one councillor',
        atLeast: 1,
        organisationKinds: [COUNTY_COUNCIL, DISTRICT_COUNCIL],
        postIds: [],
      },
      { label: 'one NHS member', atLeast: 1, organisationKinds: [NHS_TRUST], postIds: [] },
      { label: 'the Director of Public Health', atLeast: 1, organisationKinds: [], postIds: ['post-dph'] },
    ],
  });

  it.each([
    ['seven with one of each', 'c1 c2 d1 d2 n1 dph p1', []],
    ['six with one of each', 'c1 c2 d1 n1 dph p1', ['6 of the 7 voting members needed are present.']],
    [
      'seven without the NHS and the post',
      'c1 c2 c3 d1 d2 p1 v1',
      [
        'Missing: one NHS member (0 of 1 present).',
        'Missing: the Director of Public Health (0 of 1 present).',
      ],
    ],
    [
      'a guest who has no vote counts for nothing',
      'c1 c2 d1 d2 n1 dph guest',
      ['6 of the 7 voting members needed are present.'],
    ],
  ])('of number and parts: %s', (_, present, missing) => {
    expect(quorumOf(composite, board, present.split(' '))).toMatchObject({
      needed: 7,
      isQuorate: missing.length === 0,
      missing,
    });
  });

  it.each([
    [12, 1, 4, 3],
    [13, 1, 4, 4],
    [12, 1, 2, 6],
    [13, 1, 2, 7],
    [9, 2, 3, 6],
    [0, 1, 2, 1],
  ])('of a fraction is rounded up: of %s seats %s/%s is %s', (seats, numerator, denominator, needed) => {
    expect(neededOf(rule({ fraction: { numerator, denominator } }), seats)).toBe(needed);
  });

  it('of number and fraction is the larger', () => {
    const both = rule({ atLeast: 3, fraction: { numerator: 1, denominator: 4 } });
    expect([8, 12, 16].map((seats) => neededOf(both, seats))).toEqual([3, 3, 4]);
  });

  it('may ask for several organisations', () => {
    const three = rule({ atLeast: 3, organisationsAtLeast: 3 });
    const same = [1, 2, 3, 4].map((n) => ({
      ...seat(`s${n}`, NHS_TRUST),
      organisationId: n < 4 ? 'one' : 'other',
    }));
    expect(quorumOf(three, same, ['s1', 's2', 's3', 's4']).missing).toEqual([
      'Those present sit for 2 of the 3 organisations needed.',
    ]);
  });

  it('is never met by an empty room, and a part by either of two kinds', () => {
    expect(quorumOf(rule({}), board, [])).toMatchObject({ isQuorate: false, needed: 1 });
    const either = rule({
      parts: [
        {
          label: 'police or voluntary sector',
          atLeast: 1,
          organisationKinds: [POLICE, CHARITY],
          postIds: [],
        },
      ],
    });
    expect(quorumOf(either, board, ['v1']).isQuorate).toBe(true);
    expect(quorumOf(either, board, ['alone']).isQuorate).toBe(false);
  });

  it('is said in words', () => {
    expect(quorumInWords(composite)).toBe(
      'At least seven voting members, among them one councillor, one NHS member and the Director of Public Health',
    );
    expect(quorumInWords(rule({ fraction: { numerator: 1, denominator: 2 }, organisationsAtLeast: 2 }))).toBe(
      'At least half of the voting seats from two organisations',
    );
    expect(quorumInWords(rule({}))).toBe('At least one voting member');
  });
});

describe('the timetable back from a meeting', () => {
  const one = (kind: keyof typeof RuleProfileKind, values = {}, boardId: string = kind) => ({
    boardId,
    rules: { ...rulesOf(kind), ...values },
  });
  const on = (days: ReturnType<typeof timetableOf>) =>
    Object.fromEntries(
      Object.entries(days).flatMap(([name, day]) =>
        day && typeof day === 'object' && 'on' in day ? [[name, `${day.on} ${day.boardId}`]] : [],
      ),
    );

  it('of an executive after Easter has each day, the holidays named', () => {
    const timetable = timetableOf('2026-04-14', [one('COUNCIL_EXECUTIVE', {}, 'cabinet')]);
    expect(on(timetable)).toEqual({
      privateNoticeBy: '2026-03-16 cabinet',
      keyDecisionNoticeBy: '2026-03-16 cabinet',
      draftReportsBy: '2026-03-19 cabinet',
      clearancesBy: '2026-03-30 cabinet',
      dispatchBy: '2026-04-02 cabinet',
      questionsBy: '2026-04-08 cabinet',
    });
    expect(timetable.holidays.map(({ name }) => name)).toEqual(['Good Friday', 'Easter Monday']);
  });

  it('of a body without such rules has neither key decisions nor questions', () => {
    const { privateNoticeBy, keyDecisionNoticeBy, questionsBy } = timetableOf('2026-06-12', [
      one('NON_STATUTORY_PARTNERSHIP'),
    ]);
    expect([privateNoticeBy, keyDecisionNoticeBy, questionsBy]).toEqual([null, null, null]);
  });

  it('of two boards at once takes the stricter rule for each day and says whose it is', () => {
    const timetable = timetableOf('2026-06-12', [
      one('HEALTH_AND_WELLBEING_BOARD', { draftReportsByWorkingDays: 12 }, 'hwb'),
      one('NHS_BODY', { noticeClearDays: 7, questionsByClearDays: 2 }, 'icb'),
    ]);
    expect(on(timetable)).toEqual({
      // From the one dispatch of both, by the longer of their times for drafts.
      draftReportsBy: '2026-05-14 hwb',
      clearancesBy: '2026-05-28 hwb',
      dispatchBy: '2026-06-02 icb',
      questionsBy: '2026-06-08 hwb',
    });
  });

  it('of two boards with one rule names the first', () => {
    const boards = [one('NHS_BODY', {}, 'first'), one('NHS_BODY', {}, 'second')];
    expect(timetableOf('2026-06-12', boards).dispatchBy.boardId).toBe('first');
  });
});
