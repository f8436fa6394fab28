import { expect, test } from 'vitest';
import { TimingPrecision } from '../../schema/vocabulary.js';
import { type PlanCalendar, readTiming } from '../../server/features/actions/timing.rules.js';
import { csvRecords } from '../../server/platform/csv.js';
import { describeWithData } from '../support/shared-data.js';

/** Written text → precision, first day, last day, recurrence: as a careful reader of the row would say. */
type Reading = readonly [TimingPrecision, string | null, string | null, string?];

const { DAY, MONTH, QUARTER, FINANCIAL_YEAR, YEAR, OPEN_ENDED, RECURRING, TO_BE_CONFIRMED } = TimingPrecision;
const FLAGGED: Reading = [TimingPrecision.NOT_UNDERSTOOD, null, null];
const ONGOING: Reading = [OPEN_ENDED, null, null];
const year = (named: number): Reading => [YEAR, `${named}-01-01`, `${named}-12-31`];
const financial = (from: number, to: number): Reading => [FINANCIAL_YEAR, `${from}-04-01`, `${to}-03-31`];
const month = (first: string, last: string): Reading => [MONTH, `${first}-01`, last];
const byEndOf = (precision: TimingPrecision, last: string): Reading => [precision, null, last];

const CUMBRIA_YEARS: PlanCalendar = { yearOneStart: '2018-04-01', periodEnd: null };
const CUMBRIA: Record<string, Reading> = {
  'Apr-19': month('2019-04', '2019-04-30'),
  'April 2019': month('2019-04', '2019-04-30'),
  'April 2019 onwards': [OPEN_ENDED, '2019-04-01', null],
  'Aug-18': month('2018-08', '2018-08-31'),
  'Dec-18': month('2018-12', '2018-12-31'),
  'December 2018': month('2018-12', '2018-12-31'),
  'Feb-19': month('2019-02', '2019-02-28'),
  'From December 2018': [OPEN_ENDED, '2018-12-01', null],
  'From February 2019': [OPEN_ENDED, '2019-02-01', null],
  'Jan-19': month('2019-01', '2019-01-31'),
  'Jul-18': month('2018-07', '2018-07-31'),
  'Jun-18': month('2018-06', '2018-06-30'),
  'Jun-19': month('2019-06', '2019-06-30'),
  'Mar-19': month('2019-03', '2019-03-31'),
  'Mar-20': month('2020-03', '2020-03-31'),
  'May-18': month('2018-05', '2018-05-31'),
  'May-19': month('2019-05', '2019-05-31'),
  'Mid April 2018': month('2018-04', '2018-04-30'),
  'Nov-18': month('2018-11', '2018-11-30'),
  'November 2017': month('2017-11', '2017-11-30'),
  'Oct-18': month('2018-10', '2018-10-31'),
  'Oct-19': month('2019-10', '2019-10-31'),
  'October 2018': month('2018-10', '2018-10-31'),
  'October/ November 2018': month('2018-10', '2018-11-30'),
  'Sep-18': month('2018-09', '2018-09-30'),
  'September 2018': month('2018-09', '2018-09-30'),
  '30-Apr-18': [DAY, '2018-04-30', '2018-04-30'],
  '6 monthly': [RECURRING, null, null, 'EVERY_6_MONTHS'],
  // A status in the date column is not a date.
  Complete: FLAGGED,
  Completed: FLAGGED,
  // Two stages with a time each: no one deadline.
  'Initial engagement by September 2018 Ongoing': FLAGGED,
  'Pilot – July 2018; Full Rollout October 2018.': FLAGGED,
  'Pilot September 2018, full rollout March 2019': FLAGGED,
  // When it starts, told in a sentence; when it ends is not said.
  'Commences with a launch event on 20th June 2018': FLAGGED,
};

/** The Joint Forward Plan of 2023 to 2028: five financial years. */
const CAMBRIDGESHIRE_YEARS: PlanCalendar = { yearOneStart: '2023-04-01', periodEnd: '2028-03-31' };
const CAMBRIDGESHIRE: Record<string, Reading> = {
  // A cell without words: truly blank, or merged with the one above. Nobody can say.
  '': FLAGGED,
  '2023': year(2023),
  '2024': year(2024),
  '2025': year(2025),
  '2026': year(2026),
  '2027': year(2027),
  '2028': year(2028),
  'By 2024': byEndOf(YEAR, '2024-12-31'),
  'By 2025': byEndOf(YEAR, '2025-12-31'),
  'By 2027': byEndOf(YEAR, '2027-12-31'),
  '• By 2027': byEndOf(YEAR, '2027-12-31'),
  // Financial years, one or several. The plan prints the same rows as "24-27" and "2024-2027".
  '23/24': financial(2023, 2024),
  '23 - 24': financial(2023, 2024),
  '2023/24': financial(2023, 2024),
  '2023-24': financial(2023, 2024),
  '2023-2024': financial(2023, 2024),
  '24/25': financial(2024, 2025),
  '2024/25': financial(2024, 2025),
  '2024-25': financial(2024, 2025),
  '2024-2025': financial(2024, 2025),
  '23-25': financial(2023, 2025),
  '23 - 25': financial(2023, 2025),
  '2023/25': financial(2023, 2025),
  '2023-2025': financial(2023, 2025),
  '• 2023 - 2025': financial(2023, 2025),
  '24-26': financial(2024, 2026),
  '2024-2026': financial(2024, 2026),
  '24-27': financial(2024, 2027),
  '2024-2027': financial(2024, 2027),
  '2023-26': financial(2023, 2026),
  '2023 - 28': financial(2023, 2028),
  '2024-28': financial(2024, 2028),
  // Several bullets, all with the same time.
  '• 2023-2025 • 2023-2025 • 2023-2025 • 2023-2025 • 2023-2025': financial(2023, 2025),
  '• 2023-2025 • 2023 - 2025 • 2023 - 2025 • 2023-2025 • 2023 - 2025 • 2023-2025': financial(2023, 2025),
  // Years of the plan.
  Y1: financial(2023, 2024),
  Y2: financial(2024, 2025),
  'Y3-5': financial(2025, 2028),
  'Y1-2': financial(2023, 2025),
  'Y 1 - 5': financial(2023, 2028),
  'Yr 1-2': financial(2023, 2025),
  'Yr1-2': financial(2023, 2025),
  'Yr 3-5': financial(2025, 2028),
  'Yr 3 - 5': financial(2025, 2028),
  'Year 1': financial(2023, 2024),
  'Year 2': financial(2024, 2025),
  'Year 1-2': financial(2023, 2025),
  'Year 3-5': financial(2025, 2028),
  'Milestones Y1': financial(2023, 2024),
  'Milestones Y2': financial(2024, 2025),
  'Milestones Y3-5': financial(2025, 2028),
  // Quarters of the financial year: quarter 4 is January to March of the second year.
  'Q1 23/24': [QUARTER, '2023-04-01', '2023-06-30'],
  'Q1 FY23/24': [QUARTER, '2023-04-01', '2023-06-30'],
  'Q2 23/24': [QUARTER, '2023-07-01', '2023-09-30'],
  'Q2/Q3 23/24': [QUARTER, '2023-07-01', '2023-12-31'],
  'Q3 23/24': [QUARTER, '2023-10-01', '2023-12-31'],
  'Q4 23/24': [QUARTER, '2024-01-01', '2024-03-31'],
  'Q4 FY23/24': [QUARTER, '2024-01-01', '2024-03-31'],
  'Q1 24/25': [QUARTER, '2024-04-01', '2024-06-30'],
  'Q4 FY24/25': [QUARTER, '2025-01-01', '2025-03-31'],
  'Q3 26/27': [QUARTER, '2026-10-01', '2026-12-31'],
  'Q1 28/29': [QUARTER, '2028-04-01', '2028-06-30'],
  // Months and days.
  'Apr 2023': month('2023-04', '2023-04-30'),
  'May 2023': month('2023-05', '2023-05-31'),
  'Jun 2023': month('2023-06', '2023-06-30'),
  'June 2023': month('2023-06', '2023-06-30'),
  'Jul 2023': month('2023-07', '2023-07-31'),
  'Aug 2023': month('2023-08', '2023-08-31'),
  'August 2023': month('2023-08', '2023-08-31'),
  'Sept 23': month('2023-09', '2023-09-30'),
  'Sept 2023': month('2023-09', '2023-09-30'),
  'September 2023': month('2023-09', '2023-09-30'),
  'Oct 2023': month('2023-10', '2023-10-31'),
  'Dec 2023': month('2023-12', '2023-12-31'),
  'Mar 24': month('2024-03', '2024-03-31'),
  'March 24': month('2024-03', '2024-03-31'),
  'March 2024': month('2024-03', '2024-03-31'),
  'Apr 24': month('2024-04', '2024-04-30'),
  'April 2024': month('2024-04', '2024-04-30'),
  'Sept 2024': month('2024-09', '2024-09-30'),
  'Dec 24': month('2024-12', '2024-12-31'),
  'Mar 25': month('2025-03', '2025-03-31'),
  'March 2025': month('2025-03', '2025-03-31'),
  'Apr 25': month('2025-04', '2025-04-30'),
  'March 2026': month('2026-03', '2026-03-31'),
  '31.3.24': [DAY, '2024-03-31', '2024-03-31'],
  'End of March 2024': byEndOf(MONTH, '2024-03-31'),
  'End of March 2025': byEndOf(MONTH, '2025-03-31'),
  'End of March 2026': byEndOf(MONTH, '2026-03-31'),
  'January - April 2023': month('2023-01', '2023-04-30'),
  'May – July 2023': month('2023-05', '2023-07-31'),
  'June – August 2023': month('2023-06', '2023-08-31'),
  'August - September 2023': month('2023-08', '2023-09-30'),
  'August - December 2023': month('2023-08', '2023-12-31'),
  'September - October 2023': month('2023-09', '2023-10-31'),
  'October 2023 – April 2024': month('2023-10', '2024-04-30'),
  'July 2023 to March 2024': month('2023-07', '2024-03-31'),
  'April 2023 to March 2025': month('2023-04', '2025-03-31'),
  'Sept 2023 to March 2025': month('2023-09', '2025-03-31'),
  // Open-ended, recurring, to be confirmed.
  'April 2024 onwards': [OPEN_ENDED, '2024-04-01', null],
  '2023-2024 and ongoing': [OPEN_ENDED, '2023-04-01', null],
  '2023-2024 and then ongoing': [OPEN_ENDED, '2023-04-01', null],
  '2024-2025 and then ongoing': [OPEN_ENDED, '2024-04-01', null],
  Ongoing: ONGOING,
  'Quarterly from April 2023': [RECURRING, '2023-04-01', null, 'EVERY_3_MONTHS'],
  TBC: [TO_BE_CONFIRMED, null, null],
  // A status, a pause, a slip of the hand.
  Complete: FLAGGED,
  'Timeframe paused for complete roll out': FLAGGED,
  '2023-234': FLAGGED,
  'Q4 23/34': FLAGGED,
  // Different times for different bullets of the same row, or two times that contradict each other.
  '2023-24 2024-25 2025-26': FLAGGED,
  '2023-26 April 24': FLAGGED,
  '2023-26 Apr 24': FLAGGED,
  '2023-26 2023-24': FLAGGED,
  'Implementation March 2024 then ongoing': FLAGGED,
  '2023-2024 focus and ongoing as required': FLAGGED,
  '• 2024/25 • Y 3 - 5': FLAGGED,
  '• 2023–25 • 2023/24 • 2023/24 • Y 3- 5': FLAGGED,
  '• 2023/24 • 2024/25 • Y 3 - 5': FLAGGED,
  '• 2023/24 • 2023/24 • Year 1-5 • 2024 • 2024': FLAGGED,
  '• 2023/24 • 2024 • 2024 • Y 3-5': FLAGGED,
  '• 2023/24 • 2024': FLAGGED,
  'Y 1 - 5 Nov 2023': FLAGGED,
  'Year 1 – 2 Year 3 - 5': FLAGGED,
  '2023/24 Y 2-5': FLAGGED,
  '2023 2023/24 2023/24 Y 3-5': FLAGGED,
  '2024 Y 2 - 4': FLAGGED,
  '2023 Y 1-2': FLAGGED,
  'Y 1-5 Y 1 Y 2-3 Y3-4 Y 2 – 3 Y 1- 5 Y 1-3': FLAGGED,
  '23-25 23-25 24/25': FLAGGED,
  '• 2022-2025 • 2023-2025 • 2023-2025 • 2022-2025': FLAGGED,
};

/** Milestones told in sentences, in the deadline column of the Green Plan: each is kept as it stands. */
const SENTENCES = [
  'ICB Board training delivered 2023 GP & Trust staff programmes established 2023 System champions in place 2023/24',
  'Informed environmental considerations are an integral part of all policy, strategy, and business case development by 2024',
  'Adaptation lead in place 2023 Work with LAs on linking all Adaptation/Resilience and Climate Risk plans 2023/24',
  'Shared system brand 2023 Events programme 2024',
  'Identified timed and resourced plan for secondary care estate 2023 and primary care 2024',
  'Direct input into new build programmes 2023',
  'Established if business case feasible by 2023. If so, developed approach by 2024.',
  'Build connections 2023. Identify and agree research areas ongoing',
  'Explore plastics project 2023-2026',
  '50% fleet EV 2023 Infrastructure plan 2023/24',
  'Trusts and ICB 2024 GP programme 2024/25 Combined approach with LAs and public transport providers 2028',
  'Pilot at one NHS site 2023 Combined strategy with LA 2025 Adopt Clean Air Hospital Framework at key hospital sites 2028',
  '100% of Trusts/ICB 10% weighting in all new NHS contracts 2023 Identify suppliers requiring a carbon reduction plan (contracts over £5m) 2024',
  '• 100% of Trusts/ICB 10% weighting in all new NHS contracts 2023 • Identify suppliers requiring a carbon reduction plan (contracts over £5m) 2024',
  'policy statement 2023/24 joint approach agreed 2024/25',
  '• policy statement 2023/24 • joint approach agreed 2024/25',
  'Identified system wide projects and processes as part of overall Waste Strategy by 2025',
  '• Identified system wide projects and processes as part of overall Waste Strategy by 2025',
  'Reduction in use of high carbon inhalers to those with clinical need only by 2026 Programme to collect and recycle used high carbon inhalers by 2024',
  'Review process of providing green prescribing advice looking',
  'at data and progress to date in 2024 Consider including green prescribing indicators within 2024 prescribing incentive scheme',
  'Secondary care outpatients 25% target for phone or video 2023',
  'Draft project brief to consider best practice and scope for targeted intervention 2025/26 Heart Failure Pathway reviewed by 2024',
];

interface Sheet {
  name: string;
  path: readonly string[];
  column: string;
  calendar: PlanCalendar;
  expected: Readonly<Record<string, Reading>>;
}

const SHEETS: readonly Sheet[] = [
  {
    name: 'the Cumbria CQC action plan of 2018',
    path: ['cumbria-cqc-2018', 'tasks.csv'],
    column: 'date',
    calendar: CUMBRIA_YEARS,
    expected: CUMBRIA,
  },
  {
    name: 'the Cambridgeshire and Peterborough delivery plans of 2023',
    path: ['cambridgeshire-peterborough-2023', 'delivery-plan.csv'],
    column: 'timeframe',
    calendar: CAMBRIDGESHIRE_YEARS,
    expected: { ...CAMBRIDGESHIRE, ...Object.fromEntries(SENTENCES.map((text) => [text, FLAGGED])) },
  },
];

describeWithData('deadlines of real plans', (read) => {
  for (const { name, path, column, calendar, expected } of SHEETS) {
    test(`the table has a reading for every deadline in ${name}, and no other`, () => {
      const written = new Set(csvRecords(read(...path)).map((record) => record[column]));
      expect(Object.keys(expected).sort()).toEqual([...written].sort());
    });

    for (const [text, [precision, start, end, recurrence]] of Object.entries(expected)) {
      test(`reads "${text}" in ${name} as ${precision} ${start ?? ''}–${end ?? ''}`, () => {
        expect(readTiming(text, calendar)).toEqual({
          asWritten: text,
          start,
          end,
          precision,
          recurrence: recurrence ?? null,
        });
      });
    }
  }
});
