import { describe, expect, it, test } from 'vitest';
import { AgendaPurpose } from '../../schema/meeting-words.js';
import { ClearanceKind, ClearanceStatus } from '../../schema/report-words.js';
import { DayCounting } from '../../schema/vocabulary.js';
import { ruleProfileOf } from '../../server/features/boards/rule-profiles.js';
import { timetableOf } from '../../server/features/boards/timetable.rules.js';
import {
  keyOfOwed,
  type LineFact,
  outstandingOf,
  type ReportFact,
  workingDaysLate,
} from '../../server/features/meetings/outstanding.rules.js';

describe('how many working days something is late', () => {
  test.each([
    ['2026-03-02', '2026-03-02', 0, 'on the day'],
    ['2026-03-02', '2026-03-03', 1, 'a day after'],
    ['2026-02-27', '2026-03-02', 1, 'over a weekend'],
    ['2026-02-27', '2026-03-01', 0, 'on the Sunday after a Friday'],
    ['2026-03-04', '2026-03-02', -2, 'two days before'],
    ['2026-03-09', '2026-03-02', -5, 'a week before'],
    ['2026-12-24', '2026-12-29', 1, 'over Christmas: Boxing Day is kept on Monday'],
    ['2026-04-02', '2026-04-07', 1, 'over Easter: Good Friday and Monday do not count'],
    ['2026-05-01', '2026-05-05', 1, 'over the early May bank holiday'],
    ['2028-02-28', '2028-03-01', 2, 'over a leap day'],
    ['2026-10-23', '2026-10-26', 1, 'over the end of summer time'],
  ])('due %s, read %s: %i (%s)', (dueOn, today, late) => {
    expect(workingDaysLate(dueOn, today)).toBe(late);
  });
});

const values = {
  ...ruleProfileOf('NON_STATUTORY_PARTNERSHIP' as never).values,
  ...{ noticeClearDays: 5, counting: DayCounting.WORKING_DAYS },
  ...{ draftReportsByWorkingDays: 10, clearancesByWorkingDays: 5, lateItemsNeedChairReason: true },
};
/** Friday 17 July 2026: papers out on the 9th, cleared by the 2nd, drafts by 25 June. */
const timetable = timetableOf('2026-07-17', [{ boardId: 'board', rules: values }]);

const report = (given: Partial<ReportFact> = {}): ReportFact => ({
  ...{ id: 'report', leadOrganisationId: 'north', sponsorId: null, authorIds: [], draftDueOn: null },
  ...{ isWritten: true, hash: 'now', signedOffHash: 'now', clearances: [], requiredClearances: [], ...given },
});
const clearance = (status: ClearanceStatus, textHash: string | null, given: object = {}) => ({
  ...{
    id: 'clearance',
    kind: ClearanceKind.FINANCE,
    organisationId: 'south',
    personId: null,
    status,
    dueOn: null,
    textHash,
    ...given,
  },
});
const line = (given: Partial<LineFact> = {}): LineFact => ({
  ...{ agendaItemId: 'item', forwardPlanEntryId: null, purpose: AgendaPurpose.DECIDE, isStanding: false },
  ...{ isKeyDecision: false, draftReportDueOn: null, mayHaveHiddenReport: false, leadIds: ['jo'] },
  ...{ isWithheld: false, exemptionParagraphs: [], withheldReason: null },
  ...{ hasPresenter: true, addedOn: '2026-06-01', lateReason: null, reports: [report()] },
  ...{ furtherNotice: null, ...given },
});
const owed = (one: LineFact, today = '2026-07-20', needs = true, haveParagraphs = true) =>
  outstandingOf(
    { boardId: 'board', timetable, lateItemsNeedChairReason: needs, haveParagraphs, lines: [one] },
    today,
  );
const told = (one: LineFact, today?: string) =>
  owed(one, today).map(
    ({ kind, dueOn, personIds, organisationId, boardId }) =>
      `${kind} ${dueOn} ${personIds.join('+') || (organisationId ?? boardId)}`,
  );
const { REQUESTED, CLEARED, CHANGES_WANTED } = ClearanceStatus;

describe('what is outstanding for a meeting', () => {
  it('takes words for a ground where the rules of the boards have no paragraphs', () => {
    const said = (withheldReason: string | null) =>
      owed(line({ isWithheld: true, withheldReason }), '2026-07-20', true, false).map(({ kind }) => kind);
    expect(said('A sale')).toEqual([]);
    for (const nothing of [null, ' ']) expect(said(nothing)).toEqual(['GROUND_MISSING']);
  });

  it('counts back from the meeting', () => {
    expect([timetable.draftReportsBy.on, timetable.clearancesBy.on, timetable.dispatchBy.on]).toEqual([
      '2026-06-25',
      '2026-07-02',
      '2026-07-09',
    ]);
  });

  test.each<[string, Partial<LineFact>, string[]]>([
    ['nothing, once it is written, cleared and signed off', {}, []],
    ['a report, of whoever leads on it', { reports: [] }, ['REPORT_WANTED 2026-06-25 jo']],
    [
      'by the day that was set for it',
      { reports: [], draftReportDueOn: '2026-06-01' },
      ['REPORT_WANTED 2026-06-01 jo'],
    ],
    [
      'of the secretariat, where nobody leads',
      { reports: [], leadIds: [] },
      ['REPORT_WANTED 2026-06-25 board'],
    ],
    ['no report for what is only noted', { reports: [], purpose: AgendaPurpose.NOTE }, []],
    [
      'a report for a key decision though it is only noted',
      { reports: [], purpose: AgendaPurpose.NOTE, isKeyDecision: true },
      ['REPORT_WANTED 2026-06-25 jo'],
    ],
    ['no report for what stands on every agenda', { reports: [], isStanding: true, hasPresenter: false }, []],
    ['nothing of a report that may be there and hidden', { reports: [], mayHaveHiddenReport: true }, []],
    [
      'its words, of its lead organisation',
      { reports: [report({ isWritten: false })] },
      ['REPORT_EMPTY 2026-06-25 north'],
    ],
    [
      'its words, of its authors, by its own day',
      { reports: [report({ isWritten: false, authorIds: ['al', 'bo'], draftDueOn: '2026-06-20' })] },
      ['REPORT_EMPTY 2026-06-20 al+bo'],
    ],
    [
      'no clearance of what is not written',
      { reports: [report({ isWritten: false, clearances: [clearance(REQUESTED, null)] })] },
      ['REPORT_EMPTY 2026-06-25 north'],
    ],
    [
      'a clearance, and no sign-off before that',
      { reports: [report({ signedOffHash: null, clearances: [clearance(REQUESTED, null)] })] },
      ['CLEARANCE_UNANSWERED 2026-07-02 south'],
    ],
    [
      'a clearance, of the person asked, by the day asked',
      {
        reports: [
          report({ clearances: [clearance(REQUESTED, null, { personId: 'cy', dueOn: '2026-06-30' })] }),
        ],
      },
      ['CLEARANCE_UNANSWERED 2026-06-30 cy'],
    ],
    [
      'that somebody is asked to clear what the board wants cleared, once, and no sign-off before that',
      {
        reports: [
          report({ signedOffHash: null, requiredClearances: [ClearanceKind.LEGAL, ClearanceKind.QUALITY] }),
        ],
      },
      ['CLEARANCE_NOT_ASKED 2026-07-02 north'],
    ],
    [
      'nothing more, where what the board wants was cleared',
      {
        reports: [
          report({ requiredClearances: [ClearanceKind.FINANCE], clearances: [clearance(CLEARED, 'now')] }),
        ],
      },
      [],
    ],
    [
      'another look at what was changed since',
      { reports: [report({ clearances: [clearance(CLEARED, 'before')] })] },
      ['CLEARANCE_OF_EARLIER_TEXT 2026-07-02 south'],
    ],
    [
      'the changes somebody wants',
      { reports: [report({ clearances: [clearance(CHANGES_WANTED, 'now')] })] },
      ['CHANGES_WANTED 2026-07-02 north'],
    ],
    [
      'another look at changes that were made',
      { reports: [report({ clearances: [clearance(CHANGES_WANTED, 'before')] })] },
      ['CLEARANCE_OF_EARLIER_TEXT 2026-07-02 south'],
    ],
    [
      'a sign-off, of the sponsor',
      {
        reports: [
          report({ signedOffHash: 'before', sponsorId: 'di', clearances: [clearance(CLEARED, 'now')] }),
        ],
      },
      ['SIGN_OFF_MISSING 2026-07-09 di'],
    ],
    [
      'a sign-off, of the lead organisation',
      { reports: [report({ signedOffHash: null })] },
      ['SIGN_OFF_MISSING 2026-07-09 north'],
    ],
    [
      'nobody to present what is only noted',
      { reports: [], purpose: AgendaPurpose.NOTE, hasPresenter: false },
      [],
    ],
    ['the paragraph of what is withheld', { isWithheld: true }, ['GROUND_MISSING 2026-07-09 board']],
    [
      'that of a line too, whatever is said in words',
      { agendaItemId: null, isWithheld: true, withheldReason: 'A sale' },
      ['GROUND_MISSING 2026-07-09 board'],
    ],
    ['no paragraph once it is said', { isWithheld: true, exemptionParagraphs: ['3'] }, []],
    ['somebody to present it', { hasPresenter: false }, ['PRESENTER_MISSING 2026-07-09 board']],
    ['the chair’s reason', { addedOn: '2026-07-10' }, ['LATE_REASON_MISSING 2026-07-09 board']],
    ['no reason for what came on the day', { addedOn: '2026-07-09' }, []],
    ['no reason twice', { addedOn: '2026-07-10', lateReason: 'It is urgent' }, []],
    [
      'of what is only planned, its report alone',
      { agendaItemId: null, forwardPlanEntryId: 'entry', reports: [], hasPresenter: false, addedOn: '' },
      ['REPORT_WANTED 2026-06-25 jo'],
    ],
  ])('%s', (_, given, expected) => {
    expect(told(line(given))).toEqual(expected);
  });

  it('asks for no reason where the rules of no board want one', () => {
    expect(owed(line({ addedOn: '2026-07-10' }), '2026-07-20', false)).toEqual([]);
  });

  it('tells of what falls due within ten working days, and of nothing further ahead', () => {
    const wanted = line({ reports: [] });
    expect(told(wanted, '2026-06-10')).toEqual([]);
    expect(owed(wanted, '2026-06-11')).toMatchObject([
      { isLate: false, workingDaysLate: -10, stage: 'DRAFTS' },
    ]);
    expect(owed(wanted, '2026-06-25')).toMatchObject([{ isLate: false, workingDaysLate: 0 }]);
    expect(owed(wanted, '2026-06-26')).toMatchObject([{ isLate: true, workingDaysLate: 1 }]);
  });

  it('puts first what was due first', () => {
    const lines = [line({ hasPresenter: false }), line({ agendaItemId: 'other', reports: [] })];
    const facts = {
      boardId: 'board',
      timetable,
      lateItemsNeedChairReason: true,
      haveParagraphs: true,
      lines,
    };
    expect(outstandingOf(facts, '2026-07-20').map(({ kind }) => kind)).toEqual([
      'REPORT_WANTED',
      'PRESENTER_MISSING',
    ]);
  });

  it('is the same as long as the same people owe the same', () => {
    const [one] = owed(line({ reports: [], leadIds: ['jo', 'al'] }));
    const [again] = owed(line({ reports: [], leadIds: ['al', 'jo'] }));
    const [other] = owed(line({ reports: [], leadIds: ['al'] }));
    if (!one || !again || !other) throw new Error('Something is owed');
    expect(keyOfOwed(one)).toBe(keyOfOwed(again));
    expect(keyOfOwed(one)).not.toBe(keyOfOwed(other));
  });
});
