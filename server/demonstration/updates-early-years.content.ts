import { BragStatus } from '../../schema/vocabulary.js';
import type { UpdateContent } from './content.types.js';

export const earlyYearsUpdates: UpdateContent[] = [
  {
    action: 'ws1-a',
    organisation: 'wcc',
    author: 'wieczorek',
    period: '2026-06',
    reportedOn: '2026-06-26',
    status: BragStatus.GREEN,
    narrative:
      'The hub programme board met on 9 June and agreed a common core offer of 11 services for all three sites. Registration stands at 31% of eligible families, against 22% at the same point last year.',
  },
  {
    action: 'ws1-a',
    organisation: 'wcc',
    author: 'wieczorek',
    period: '2026-08',
    reportedOn: '2026-08-26',
    status: BragStatus.GREEN,
    narrative:
      'Thexford hub has passed 1,900 registrations. Branding and the shared telephone number go live with the autumn term.',
  },
  {
    action: 'ws1-a',
    organisation: 'thexford',
    author: 'adeyemi',
    period: '2026-08',
    reportedOn: '2026-08-28',
    status: BragStatus.GREEN,
    narrative:
      'The Thexford site is fully staffed after two family support workers started on 3 August. Evening opening on Wednesdays is being trialled until half term.',
  },
  {
    action: 'ws1-a',
    organisation: 'wcc',
    author: 'wieczorek',
    period: '2026-10',
    reportedOn: '2026-10-27',
    status: BragStatus.GREEN,
    narrative:
      'Registration reached 44% county-wide, though Port Sandry accounts for less than a fifth of it. The year 1 target remains achievable provided the coastal site opens before Easter.',
  },
  {
    action: 'ws1-a',
    organisation: 'vcse',
    author: 'finlayson',
    period: '2026-10',
    reportedOn: '2026-10-29',
    status: BragStatus.GREEN,
    narrative:
      'Volunteer peer supporters are in place at Thexford on three mornings a week. Twelve more have completed safeguarding training and are waiting for Port Sandry to open [see WS1 A1].',
  },
  {
    action: 'ws1-a',
    organisation: 'wcc',
    author: 'wieczorek',
    period: '2026-11',
    reportedOn: '2026-11-18',
    status: BragStatus.GREEN,
    narrative:
      'Capital spend to the end of October was £618,000 of £905,000. No call on contingency is forecast.',
  },
  {
    action: 'ws1-a1',
    organisation: 'sandry',
    author: 'chaudhry',
    period: '2026-06',
    reportedOn: '2026-06-26',
    status: BragStatus.GREEN,
    narrative:
      'Strip-out began on 1 June. Asbestos survey of the rear store came back clear and the programme shows practical completion on 12 October.',
  },
  {
    action: 'ws1-a1',
    organisation: 'sandry',
    author: 'chaudhry',
    period: '2026-07',
    reportedOn: '2026-07-28',
    status: BragStatus.GREEN,
    narrative:
      "Roof repairs added £17,400 and were met from the borough's own property budget. Partners' space requirements were frozen on 21 July.",
  },
  {
    action: 'ws1-a1',
    organisation: 'sandry',
    author: 'chaudhry',
    period: '2026-09',
    reportedOn: '2026-09-23',
    status: BragStatus.AMBER,
    narrative:
      'The electrical supply to the building needs upgrading and the network operator has offered 9 November for the works. Opening by the end of October is no longer realistic.',
  },
  {
    action: 'ws1-a1',
    organisation: 'wcc',
    author: 'wieczorek',
    period: '2026-09',
    reportedOn: '2026-09-25',
    status: BragStatus.AMBER,
    narrative:
      'The county council has asked for a phased opening of the ground floor so that early help sessions are not lost over the winter. Three programmes are running from the leisure centre meanwhile.',
  },
  {
    action: 'ws1-a1',
    organisation: 'sandry',
    author: 'chaudhry',
    period: '2026-10',
    reportedOn: '2026-10-30',
    status: BragStatus.AMBER,
    narrative:
      'Ground floor will be ready for occupation once the supply is upgraded; first floor follows in January. A request to move the deadline to 29 January 2027 has gone to the sponsor.',
  },
  {
    action: 'ws1-a1',
    organisation: 'sandry',
    author: 'chaudhry',
    period: '2026-11',
    reportedOn: '2026-11-17',
    status: BragStatus.AMBER,
    narrative:
      'Supply works were completed on 12 November, three days late. Building control inspect on 1 December.',
  },
  {
    action: 'ws1-a1',
    organisation: 'wcc',
    author: 'wieczorek',
    period: '2026-11',
    reportedOn: '2026-11-18',
    status: BragStatus.AMBER,
    narrative:
      'Staff rotas for the ground floor have been drawn up for a start on 7 December, subject to building control sign-off.',
  },
  {
    action: 'ws1-a1-1',
    organisation: 'sandry',
    author: 'chaudhry',
    period: '2026-06',
    reportedOn: '2026-06-26',
    status: BragStatus.AMBER,
    narrative:
      "Heads of terms are agreed. The landlord's solicitor has queried the break clause at year five.",
  },
  {
    action: 'ws1-a1-1',
    organisation: 'sandry',
    author: 'chaudhry',
    period: '2026-07',
    reportedOn: '2026-07-28',
    status: BragStatus.GREEN,
    narrative:
      'Break clause settled at year seven. Four tenders were received for the fit-out, all within the estimate.',
  },
  {
    action: 'ws1-a1-1',
    organisation: 'sandry',
    author: 'chaudhry',
    period: '2026-09',
    reportedOn: '2026-09-25',
    status: BragStatus.GREEN,
    narrative:
      'Lease completed on 4 September and contractor appointed the following week. Asking the sponsor to sign this off.',
  },
  {
    action: 'ws1-a1-2',
    organisation: 'ocft',
    author: 'ifans',
    period: '2026-08',
    reportedOn: '2026-08-28',
    status: BragStatus.GREEN,
    narrative:
      'Clinic timetable drafted with the borough: health visiting on four days, midwifery on Tuesdays and Thursdays. Equipment list submitted to procurement.',
  },
  {
    action: 'ws1-a1-2',
    organisation: 'ocft',
    author: 'ifans',
    period: '2026-10',
    reportedOn: '2026-10-22',
    status: BragStatus.AMBER,
    narrative:
      'The move now follows the revised opening date [depends on WS1 A1]. Clinics remain at Port Sandry Hospital, where the room is needed for winter from January.',
  },
  {
    action: 'ws1-a1-2',
    organisation: 'whft',
    author: 'dunstone',
    period: '2026-10',
    reportedOn: '2026-10-23',
    status: BragStatus.AMBER,
    narrative:
      "Midwifery can move at two weeks' notice. Hospital space planning assumes the rooms are vacated by 4 January, so any further slip would displace the fracture clinic.",
  },
  {
    action: 'ws1-a1-2',
    organisation: 'ocft',
    author: 'ifans',
    period: '2026-11',
    reportedOn: '2026-11-16',
    status: BragStatus.AMBER,
    narrative:
      'Infection control visited on 17 November and asked for two hand-wash basins to be added on the ground floor.',
  },
  {
    action: 'ws1-a2',
    organisation: 'thexford',
    author: 'adeyemi',
    period: '2026-07',
    reportedOn: '2026-07-24',
    status: BragStatus.GREEN,
    narrative:
      'Market Orrel sessions started in the Methodist hall on 6 July with 23 families in the first week.',
  },
  {
    action: 'ws1-a2',
    organisation: 'thexford',
    author: 'adeyemi',
    period: '2026-09',
    reportedOn: '2026-09-24',
    status: BragStatus.GREEN,
    narrative:
      'Average attendance is 19 families a session. Kelderton is to start after half term at the primary school.',
  },
  {
    action: 'ws1-a2',
    organisation: 'thexford',
    author: 'adeyemi',
    period: '2026-11',
    reportedOn: '2026-11-20',
    status: BragStatus.GREEN,
    narrative:
      "Kelderton opened on 4 November. Of 31 families seen so far, 14 had no previous contact with children's services.",
  },
  {
    action: 'ws1-b',
    organisation: 'ocft',
    author: 'ifans',
    period: '2026-06',
    reportedOn: '2026-06-24',
    status: BragStatus.AMBER,
    narrative:
      'Coverage in quarter 4 of last year was 78.3%; the coastal teams reached 71%. Three vacancies in Hallowsea explain most of the difference.',
  },
  {
    action: 'ws1-b',
    organisation: 'ocft',
    author: 'ifans',
    period: '2026-07',
    reportedOn: '2026-07-22',
    status: BragStatus.AMBER,
    narrative: 'Saturday review clinics were piloted at two sites and 58 of 74 appointments were attended.',
  },
  {
    action: 'ws1-b',
    organisation: 'ocft',
    author: 'ifans',
    period: '2026-09',
    reportedOn: '2026-09-30',
    status: BragStatus.RED,
    narrative:
      'Coverage fell to 76.1% in the first quarter. The trust has told the board that 90% by year end is not achievable without the posts in B1.',
  },
  {
    action: 'ws1-b',
    organisation: 'wcc',
    author: 'wieczorek',
    period: '2026-09',
    reportedOn: '2026-09-25',
    status: BragStatus.AMBER,
    narrative:
      'Nursery-based reviews could recover up to four percentage points. The council has offered space and administration in 20 settings.',
  },
  {
    action: 'ws1-b',
    organisation: 'ocft',
    author: 'ifans',
    period: '2026-11',
    reportedOn: '2026-11-19',
    status: BragStatus.RED,
    narrative:
      'Quarter 2 is provisionally 77.4%. Agency cover has been extended to 31 January at a cost of £9,800 a week.',
  },
  {
    action: 'ws1-b1',
    organisation: 'ocft',
    author: 'ifans',
    period: '2026-06',
    reportedOn: '2026-06-30',
    status: BragStatus.AMBER,
    narrative: 'Two rounds of advertising produced four appointments, of whom three have start dates.',
  },
  {
    action: 'ws1-b1',
    organisation: 'ocft',
    author: 'ifans',
    period: '2026-08',
    reportedOn: '2026-08-21',
    status: BragStatus.AMBER,
    narrative:
      'One of the three appointees withdrew. Student health visitors qualify in September and five have accepted conditional offers.',
  },
  {
    action: 'ws1-b1',
    organisation: 'ocft',
    author: 'ifans',
    period: '2026-09',
    reportedOn: '2026-09-25',
    status: BragStatus.RED,
    narrative:
      'Net position is 4.6 WTE short of plan after two retirements. The September milestone will not be met.',
  },
  {
    action: 'ws1-b1',
    organisation: 'ocft',
    author: 'ifans',
    period: '2026-11',
    reportedOn: '2026-11-18',
    status: BragStatus.RED,
    narrative:
      'A recruitment premium of £2,500 has been approved for the Hallowsea and Mablesby teams, and adverts reopened on 16 November.',
  },
  {
    action: 'ws1-b2',
    organisation: 'wcc',
    author: 'wieczorek',
    period: '2026-08',
    reportedOn: '2026-08-25',
    status: BragStatus.AMBER,
    narrative:
      'A data protection impact assessment was needed before the first list could go. Approved on 19 August.',
  },
  {
    action: 'ws1-b2',
    organisation: 'wcc',
    author: 'wieczorek',
    period: '2026-10',
    reportedOn: '2026-10-28',
    status: BragStatus.GREEN,
    narrative: 'First two lists issued to 71 settings; nurseries traced 112 of 139 families named.',
  },
  {
    action: 'ws1-b2',
    organisation: 'ocft',
    author: 'ifans',
    period: '2026-10',
    reportedOn: '2026-10-27',
    status: BragStatus.GREEN,
    narrative:
      'Records matched for 96% of children on the October list. Remaining mismatches are mainly families who have moved between districts.',
  },
  {
    action: 'ws1-b2',
    organisation: 'wcc',
    author: 'wieczorek',
    period: '2026-11',
    reportedOn: '2026-11-16',
    status: BragStatus.GREEN,
    narrative:
      'Now 83 settings are receiving the list. The remaining 13 are single-person childminders and will be telephoned.',
  },
];
