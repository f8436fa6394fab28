import { BragStatus } from '../../schema/vocabulary.js';
import type { UpdateContent } from './content.types.js';

export const workUpdates: UpdateContent[] = [
  {
    action: 'ws4-a',
    organisation: 'sandry',
    author: 'chaudhry',
    period: '2026-07',
    reportedOn: '2026-07-24',
    status: BragStatus.GREEN,
    narrative: 'Draft compact shared with 11 employers; seven have replied positively in principle.',
  },
  {
    action: 'ws4-a',
    organisation: 'sandry',
    author: 'chaudhry',
    period: '2026-09',
    reportedOn: '2026-09-28',
    status: BragStatus.AMBER,
    narrative:
      'The real living wage commitment is difficult for two employers that contract out catering. Wording softened to a three-year path.',
  },
  {
    action: 'ws4-a',
    organisation: 'sandry',
    author: 'chaudhry',
    period: '2026-11',
    reportedOn: '2026-11-18',
    status: BragStatus.AMBER,
    narrative:
      'Signing event moved from 13 November to 3 December so that the new hospital chair can attend. Six signatories confirmed.',
  },
  {
    action: 'ws4-a',
    organisation: 'wcc',
    author: 'wieczorek',
    period: '2026-09',
    reportedOn: '2026-09-25',
    status: BragStatus.GREEN,
    narrative: 'Cabinet approved signature on 8 September and added care leavers as a named group.',
  },
  {
    action: 'ws4-a',
    organisation: 'icb',
    author: 'oakenshaw',
    period: '2026-11',
    reportedOn: '2026-11-16',
    status: BragStatus.GREEN,
    narrative:
      'Remuneration committee supports the compact; its 640 staff are few, but general practice could follow.',
  },
  {
    action: 'ws4-a1',
    organisation: 'whft',
    author: 'dunstone',
    period: '2026-08',
    reportedOn: '2026-08-28',
    status: BragStatus.AMBER,
    narrative:
      'Payroll postcode extract covers 1,870 staff in bands 2 and 3. Bank staff have yet to be added.',
  },
  {
    action: 'ws4-a1',
    organisation: 'whft',
    author: 'dunstone',
    period: '2026-10',
    reportedOn: '2026-10-23',
    status: BragStatus.AMBER,
    narrative:
      'Baseline published for substantive staff: 66% live in the county and 21% in the most deprived fifth of wards.',
  },
  {
    action: 'ws4-a1',
    organisation: 'wcc',
    author: 'wieczorek',
    period: '2026-09',
    reportedOn: '2026-09-25',
    status: BragStatus.GREEN,
    narrative:
      'Council baseline published on 28 September and shows 81% resident, with the lowest figure in highways.',
  },
  {
    action: 'ws4-a1',
    organisation: 'icb',
    author: 'oakenshaw',
    period: '2026-10',
    reportedOn: '2026-10-23',
    status: BragStatus.AMBER,
    narrative:
      'Definitions differ between employers, so the figures cannot yet be compared. A one-page method note has been sent to all eight.',
  },
  {
    action: 'ws4-a1',
    organisation: 'whft',
    author: 'dunstone',
    period: '2026-11',
    reportedOn: '2026-11-18',
    status: BragStatus.AMBER,
    narrative:
      'Bank staff will be included by 11 December. Apologies for the delay, which followed the change of payroll supplier.',
  },
  {
    action: 'ws4-a2',
    organisation: 'wcc',
    author: 'wieczorek',
    period: '2026-08',
    reportedOn: '2026-08-28',
    status: BragStatus.GREEN,
    narrative:
      'Thirty-four care leavers have registered an interest and each has a personal adviser as sponsor.',
  },
  {
    action: 'ws4-a2',
    organisation: 'wcc',
    author: 'wieczorek',
    period: '2026-11',
    reportedOn: '2026-11-19',
    status: BragStatus.GREEN,
    narrative:
      'Launch confirmed for 2 December at Port Sandry. First 18 vacancies have been ring-fenced, nine of them in the hospital trust.',
  },
  {
    action: 'ws4-a2',
    organisation: 'whft',
    author: 'dunstone',
    period: '2026-11',
    reportedOn: '2026-11-20',
    status: BragStatus.GREEN,
    narrative:
      'Nine entry posts are held in estates, catering and ward administration, with a named buddy for each.',
  },
  {
    action: 'ws4-b',
    organisation: 'ocft',
    author: 'ifans',
    period: '2026-06',
    reportedOn: '2026-06-25',
    status: BragStatus.GREEN,
    narrative:
      "Fifty-two job starts since April, against a plan of 27. Sustained employment at 13 weeks was 58% for last year's cohort.",
  },
  {
    action: 'ws4-b',
    organisation: 'ocft',
    author: 'ifans',
    period: '2026-09',
    reportedOn: '2026-09-23',
    status: BragStatus.GREEN,
    narrative:
      'The service had 89 starts at the end of September. Employers in hospitality remain seasonal, which affects the coastal figure.',
  },
  {
    action: 'ws4-b',
    organisation: 'vcse',
    author: 'finlayson',
    period: '2026-09',
    reportedOn: '2026-09-30',
    status: BragStatus.GREEN,
    narrative:
      'Two specialist workers seconded to the alliance have supported 31 people who would not attend a clinic.',
  },
  {
    action: 'ws4-b',
    organisation: 'ocft',
    author: 'ifans',
    period: '2026-11',
    reportedOn: '2026-11-20',
    status: BragStatus.GREEN,
    narrative:
      'Total is 113 starts. Thirteen-week sustainment has dipped to 54% after the end of the summer season.',
  },
  {
    action: 'ws4-b1',
    organisation: 'icb',
    author: 'oakenshaw',
    period: '2026-08',
    reportedOn: '2026-08-28',
    status: BragStatus.GREEN,
    narrative:
      'Three Thexford practices and one in Kelderton are agreed. Rooms are free of charge for the first year.',
  },
  {
    action: 'ws4-b1',
    organisation: 'ocft',
    author: 'ifans',
    period: '2026-10',
    reportedOn: '2026-10-30',
    status: BragStatus.GREEN,
    narrative:
      'Advisers have begun in two practices and taken 37 referrals, most of them for musculoskeletal conditions.',
  },
  {
    action: 'ws4-c',
    organisation: 'wcc',
    author: 'wieczorek',
    period: '2026-07',
    reportedOn: '2026-07-30',
    status: BragStatus.GREEN,
    narrative:
      'Twenty-six interns start in September across the council, both hospitals and a leisure operator.',
  },
  {
    action: 'ws4-c',
    organisation: 'wcc',
    author: 'wieczorek',
    period: '2026-10',
    reportedOn: '2026-10-22',
    status: BragStatus.GREEN,
    narrative:
      'Two interns have left and 24 remain. A third hospital department, medical records, joins in January.',
  },
  {
    action: 'ws4-c',
    organisation: 'whft',
    author: 'dunstone',
    period: '2026-10',
    reportedOn: '2026-10-30',
    status: BragStatus.GREEN,
    narrative:
      'Managers at Port Sandry report that early shifts are the main barrier for interns from Mablesby, hence the request in C2.',
  },
];
