import { describe, expect, it, test } from 'vitest';
import { NoticeException } from '../../schema/meeting-words.js';
import { RuleProfileKind } from '../../schema/vocabulary.js';
import { ruleProfileOf } from '../../server/features/boards/rule-profiles.js';
import {
  checkNotice,
  type Noticed,
  noticeOf,
  type Told,
} from '../../server/features/meetings/forward-plan-notice.rules.js';

const cabinet = ruleProfileOf(RuleProfileKind.COUNCIL_EXECUTIVE).values;
const committee = ruleProfileOf(RuleProfileKind.COUNCIL_COMMITTEE).values;

const line = (given: Partial<Noticed> = {}): Noticed => ({
  ...{ id: 'a line', title: 'A new bridge', isKeyDecision: true, isConfidential: false },
  ...{ meetsOn: '2031-03-31', noticeException: null, noticeExceptionReason: null },
  ...given,
});
const told = (publishedOn: string, given: Partial<Told> = {}): Told => ({
  ...{ publishedOn, decidesOn: '2031-03-31', isKeyDecision: true, isPrivate: false },
  ...given,
});
const refused = (one: Noticed, today: string, plans: Told[] = []): string | null => {
  try {
    checkNotice(one, [cabinet], plans, today);
    return null;
  } catch (error) {
    return String((error as { extensions?: { rule?: string } }).extensions?.rule ?? error);
  }
};

describe('the last day for notice to be published', () => {
  // Every day counts, and neither end: Sundays, bank holidays and leap days too.
  test.each([
    ['2031-03-31', '2031-03-02'],
    ['2032-03-15', '2032-02-15'],
    ['2031-03-15', '2031-02-14'],
    ['2031-01-10', '2030-12-12'],
    ['2031-04-20', '2031-03-22'],
  ])('before a meeting on %s is %s', (meetsOn, dueBy) => {
    expect(noticeOf(line({ meetsOn }), [cabinet], [], dueBy)).toMatchObject({ dueBy, isShort: false });
    expect(refused(line({ meetsOn }), dueBy)).toBeNull();
  });

  it('is asked of key decisions and private business alone, where the rules of a board ask for it', () => {
    expect(noticeOf(line(), [committee], [], '2031-03-30')).toBeNull();
    expect(noticeOf(line({ isKeyDecision: false }), [cabinet], [], '2031-03-30')).toBeNull();
    expect(noticeOf(line({ meetsOn: null }), [cabinet], [], '2031-03-30')).toBeNull();
    expect(noticeOf(line(), [committee, cabinet], [], '2031-03-30')).toMatchObject({ isShort: true });
  });
});

describe('what was published', () => {
  test.each([
    ['in time', told('2031-03-02'), null],
    ['a day late', told('2031-03-03'), 'KEY_DECISION_NOTICE'],
    ['in time, for an earlier day: it slipped', told('2031-03-01', { decidesOn: '2031-02-20' }), null],
    [
      'in time, for a later day: it was brought forward',
      told('2031-03-01', { decidesOn: '2031-04-20' }),
      'KEY_DECISION_NOTICE',
    ],
    ['in time, for no day', told('2031-03-01', { decidesOn: null }), 'KEY_DECISION_NOTICE'],
    ['in time, not as a key decision', told('2031-03-01', { isKeyDecision: false }), 'KEY_DECISION_NOTICE'],
  ])('%s', (_, plan, rule) => {
    expect(refused(line(), '2031-03-20', [plan])).toBe(rule);
  });
});

describe('an exception', () => {
  const [general, urgent] = [NoticeException.GENERAL_EXCEPTION, NoticeException.SPECIAL_URGENCY];
  const open = { isKeyDecision: false, isConfidential: true };
  test.each([
    ['general, five clear working days before', { noticeException: general }, '2031-03-21', null],
    ['general, a day later', { noticeException: general }, '2031-03-24', 'GENERAL_EXCEPTION_TOO_LATE'],
    ['special urgency on the day before', { noticeException: urgent }, '2031-03-30', null],
    [
      'general, for business in private',
      { ...open, noticeException: general },
      '2031-03-10',
      'PRIVATE_MEETING_NOTICE',
    ],
    ['special urgency for business in private', { ...open, noticeException: urgent }, '2031-03-10', null],
  ])('%s', (_, given, today, rule) => {
    expect(refused(line(given), today)).toBe(rule);
  });
});
