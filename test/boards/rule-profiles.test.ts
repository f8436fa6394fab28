import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { exclusionResolution, namesParagraphs } from '../../schema/exclusion.js';
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
  profileChanges,
  type RuleProfile,
  takenOver,
  valuesAt,
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
      expect(adjustedRules(adopted(profile), profile)).toEqual([]);
      expect(adjustedRules(JSON.parse(JSON.stringify(adopted(profile))), profile)).toEqual([]);
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
    ['COUNCIL_EXECUTIVE', { privateMeetingFurtherNoticeClearDays: 4 }, /2012\/2089.*5\(4\)/],
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
    const own = { ...adopted(profile), noticeClearDays: 7, counting: DayCounting.CALENDAR_DAYS };
    expect(adjustedRules({ ...own, mostQuestions: 1 }, profile)).toEqual([
      BoardRule.NOTICE,
      BoardRule.QUESTIONS,
    ]);
  });

  it.each(kinds)(
    '%s has a resolution that names the paragraphs relied on, and nothing left to fill in',
    (kind) => {
      const said = exclusionResolution(ruleProfileOf(kind).values.exclusionWording, ['3', '5']);
      expect(said).toContain('3 and 5');
      expect(said).not.toMatch(/[{}]|\(s\)/);
    },
  );
});

/** What the profiles say. Where this fails, count `version` up and note in `earlier` what was worded otherwise before. */
const SAID: Readonly<Record<RuleProfileKind, string>> = {
  COUNCIL_COMMITTEE: '2 643f26708841',
  COUNCIL_EXECUTIVE: '3 2b1975776475',
  HEALTH_AND_WELLBEING_BOARD: '2 3fe80a3ee125',
  NHS_BODY: '2 485b6e389ef1',
  NON_STATUTORY_PARTNERSHIP: '1 aed645646b19',
};

describe('the versions of a profile', () => {
  it.each(kinds)('%s knows what each of them said, and none is changed in place', (kind) => {
    const { version, earlier, values } = ruleProfileOf(kind);
    expect(earlier).toHaveLength(version - 1);
    const hash = createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 12);
    expect(`${version} ${hash}`).toBe(SAID[kind]);
  });

  it('are read back to the first', () => {
    const third = {
      ...ruleProfileOf(RuleProfileKind.NHS_BODY),
      version: 3,
      earlier: [{ mostQuestions: 9 }, { mostQuestions: 5, noticeClearDays: 4 }],
    };
    const said = [1, 2, 3].map((at) => valuesAt(third, at));
    expect(said.map(({ mostQuestions, noticeClearDays }) => [mostQuestions, noticeClearDays])).toEqual([
      [9, 4],
      [5, 4],
      [2, 5],
    ]);
  });

  const now = ruleProfileOf(RuleProfileKind.NHS_BODY);
  /** As if there were one more, with other words for notice and for questions. */
  const next: RuleProfile = {
    ...now,
    version: now.version + 1,
    earlier: [
      ...now.earlier,
      { noticeClearDays: now.values.noticeClearDays, mostQuestions: now.values.mostQuestions },
    ],
    values: { ...now.values, noticeClearDays: 6, mostQuestions: 3 },
  };

  it('leave a board as it was: it is told where the profile moved on, and not that it adjusted anything', () => {
    const own = adopted(now);
    expect(adjustedRules(own, next)).toEqual([]);
    expect(profileChanges(own, next)).toEqual([
      { rule: BoardRule.NOTICE, isAdjusted: false },
      { rule: BoardRule.QUESTIONS, isAdjusted: false },
    ]);
  });

  it('are taken over one by one, and the board is at the new version when none is left', () => {
    const own = adopted(now);
    const first = { ...own, ...takenOver(own, next, [BoardRule.NOTICE]) };
    expect(first).toMatchObject({ noticeClearDays: 6, mostQuestions: 2, templateVersion: now.version });
    expect(adjustedRules(first, next)).toEqual([]);
    expect(profileChanges(first, next).map(({ rule }) => rule)).toEqual([BoardRule.QUESTIONS]);
    const both = { ...first, ...takenOver(first, next, [BoardRule.QUESTIONS]) };
    expect(both).toEqual(adopted(next));
  });

  it('are taken over all at once but for what the board adjusted, which is then known to be its own', () => {
    const own = { ...adopted(now), mostQuestions: 1, draftReportsByWorkingDays: 12 };
    expect(profileChanges(own, next).at(-1)).toEqual({ rule: BoardRule.QUESTIONS, isAdjusted: true });
    const all = { ...own, ...takenOver(own, next, null) };
    expect(all).toMatchObject({
      ...{ noticeClearDays: 6, mostQuestions: 1, draftReportsByWorkingDays: 12 },
      templateVersion: next.version,
    });
    expect(profileChanges(all, next)).toEqual([]);
    expect(adjustedRules(all, next)).toEqual([BoardRule.QUESTIONS, BoardRule.DRAFT_REPORTS]);
    const named = { ...own, ...takenOver(own, next, [BoardRule.NOTICE, BoardRule.QUESTIONS]) };
    expect(named.mostQuestions).toBe(3);
  });

  it('do not count where a board says by itself what the profile came to say', () => {
    const own = { ...adopted(now), mostQuestions: 3 };
    expect(adjustedRules(own, next)).toEqual([]);
    expect(profileChanges(own, next).map(({ rule }) => rule)).toEqual([BoardRule.NOTICE]);
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
      furtherNoticeBy: '2026-04-02 cabinet',
      keyDecisionNoticeBy: '2026-03-16 cabinet',
      draftReportsBy: '2026-03-19 cabinet',
      clearancesBy: '2026-03-30 cabinet',
      dispatchBy: '2026-04-02 cabinet',
      questionsBy: '2026-04-08 cabinet',
    });
    expect(timetable.holidays.map(({ name }) => name)).toEqual(['Good Friday', 'Easter Monday']);
  });

  it('of a body without such rules has neither key decisions nor questions', () => {
    const days = timetableOf('2026-06-12', [one('NON_STATUTORY_PARTNERSHIP')]);
    const { privateNoticeBy, furtherNoticeBy, keyDecisionNoticeBy, questionsBy } = days;
    expect([privateNoticeBy, furtherNoticeBy, keyDecisionNoticeBy, questionsBy]).toEqual(Array(4).fill(null));
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
