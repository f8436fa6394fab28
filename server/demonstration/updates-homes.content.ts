import { BragStatus } from '../../schema/vocabulary.js';
import type { UpdateContent } from './content.types.js';

export const homesUpdates: UpdateContent[] = [
  {
    action: 'ws3-a',
    organisation: 'thexford',
    author: 'adeyemi',
    period: '2026-06',
    reportedOn: '2026-06-30',
    status: BragStatus.GREEN,
    narrative:
      'Grant agreement for £7.1m was signed on 26 June. A framework of four installers has been appointed.',
  },
  {
    action: 'ws3-a',
    organisation: 'thexford',
    author: 'adeyemi',
    period: '2026-08',
    reportedOn: '2026-08-26',
    status: BragStatus.GREEN,
    narrative:
      'Surveys have been completed in 211 homes. Average cost per home is £10,870, slightly under the estimate.',
  },
  {
    action: 'ws3-a',
    organisation: 'thexford',
    author: 'adeyemi',
    period: '2026-11',
    reportedOn: '2026-11-19',
    status: BragStatus.GREEN,
    narrative:
      "Homes completed stand at 97, of which 64 are Ternside's and 33 private. Installer capacity is adequate until February.",
  },
  {
    action: 'ws3-a',
    organisation: 'sandry',
    author: 'chaudhry',
    period: '2026-08',
    reportedOn: '2026-08-25',
    status: BragStatus.AMBER,
    narrative:
      'Coastal take-up is 41 of 300 homes. Owner-occupiers in Mablesby are wary after an earlier scheme failed.',
  },
  {
    action: 'ws3-a',
    organisation: 'sandry',
    author: 'chaudhry',
    period: '2026-11',
    reportedOn: '2026-11-16',
    status: BragStatus.AMBER,
    narrative:
      'Trusted local volunteers have doubled the rate of sign-up since September, and 118 households are now enrolled.',
  },
  {
    action: 'ws3-a1',
    organisation: 'icb',
    author: 'oakenshaw',
    period: '2026-06',
    reportedOn: '2026-06-30',
    status: BragStatus.AMBER,
    narrative:
      'Specification agreed. Extraction depends on the schedule to the information-sharing agreement [Link to Improvement Plan Workstream 4, Action C2].',
  },
  {
    action: 'ws3-a1',
    organisation: 'icb',
    author: 'oakenshaw',
    period: '2026-08',
    reportedOn: '2026-08-26',
    status: BragStatus.RED,
    narrative:
      "Two practices' data controllers have withheld consent until the schedule is signed. The August date is missed.",
  },
  {
    action: 'ws3-a1',
    organisation: 'thexford',
    author: 'adeyemi',
    period: '2026-09',
    reportedOn: '2026-09-28',
    status: BragStatus.RED,
    narrative:
      'Without the list, surveys are going to whoever applies. An analysis of the first 211 suggests that only 38% have a qualifying condition.',
  },
  {
    action: 'ws3-a1',
    organisation: 'icb',
    author: 'oakenshaw',
    period: '2026-11',
    reportedOn: '2026-11-19',
    status: BragStatus.RED,
    narrative:
      'Legal review of the schedule is complete and it is with the Caldicott leads. A realistic date for the match is February 2027.',
  },
  {
    action: 'ws3-a2',
    organisation: 'ternside',
    author: 'dobbs',
    period: '2026-07',
    reportedOn: '2026-07-27',
    status: BragStatus.GREEN,
    narrative: 'Started on site in the Saltings estate on 13 July with eight homes a week planned.',
  },
  {
    action: 'ws3-a2',
    organisation: 'ternside',
    author: 'dobbs',
    period: '2026-09',
    reportedOn: '2026-09-23',
    status: BragStatus.AMBER,
    narrative:
      'Output has averaged four homes a week because scaffolding was short. 43 completed by the end of September.',
  },
  {
    action: 'ws3-a2',
    organisation: 'ternside',
    author: 'dobbs',
    period: '2026-11',
    reportedOn: '2026-11-18',
    status: BragStatus.AMBER,
    narrative:
      'Now 64 completed; a second scaffolding firm began on 2 November and the weekly rate is seven. March is tight but possible.',
  },
  {
    action: 'ws3-a2',
    organisation: 'thexford',
    author: 'adeyemi',
    period: '2026-09',
    reportedOn: '2026-09-24',
    status: BragStatus.GREEN,
    narrative:
      "District-owned stock is not affected by the shortage. Thirty-one of the district's own 40 have been tendered.",
  },
  {
    action: 'ws3-a-b-3',
    organisation: 'sandry',
    author: 'chaudhry',
    period: '2026-07',
    reportedOn: '2026-07-24',
    status: BragStatus.GREEN,
    narrative:
      'Process mapped across five landlords and the private sector enforcement team. Eleven separate telephone numbers were found.',
  },
  {
    action: 'ws3-a-b-3',
    organisation: 'sandry',
    author: 'chaudhry',
    period: '2026-10',
    reportedOn: '2026-10-23',
    status: BragStatus.AMBER,
    narrative:
      'Web form has been built, but the repairs systems of two landlords cannot receive its referrals automatically.',
  },
  {
    action: 'ws3-a-b-3',
    organisation: 'ternside',
    author: 'dobbs',
    period: '2026-10',
    reportedOn: '2026-10-26',
    status: BragStatus.AMBER,
    narrative:
      'Our repairs system supplier quoted £28,000 for the interface. We propose a daily file in the meantime and have asked for a decision.',
  },
  {
    action: 'ws3-a-b-3',
    organisation: 'thexford',
    author: 'adeyemi',
    period: '2026-11',
    reportedOn: '2026-11-17',
    status: BragStatus.GREEN,
    narrative: 'Call handlers trained on 11 November and scripts agreed with legal services.',
  },
  {
    action: 'ws3-a-b-3',
    organisation: 'sandry',
    author: 'chaudhry',
    period: '2026-11',
    reportedOn: '2026-11-16',
    status: BragStatus.AMBER,
    narrative:
      "Soft launch is planned for 30 November with the daily file. Ten-day inspection standard was met in 81% of October's 164 reports.",
  },
  {
    action: 'ws3-b',
    organisation: 'sandry',
    author: 'chaudhry',
    period: '2026-07',
    reportedOn: '2026-07-24',
    status: BragStatus.GREEN,
    narrative:
      'Programme team established with Ternside and the community trust. Capital bid submitted on 31 July.',
  },
  {
    action: 'ws3-b',
    organisation: 'sandry',
    author: 'chaudhry',
    period: '2026-10',
    reportedOn: '2026-10-26',
    status: BragStatus.AMBER,
    narrative:
      'Capital allocation was £3.9m against £4.6m sought. Options are to reduce to 39 homes or to find £700,000 locally.',
  },
  {
    action: 'ws3-b',
    organisation: 'ocft',
    author: 'ifans',
    period: '2026-10',
    reportedOn: '2026-10-27',
    status: BragStatus.AMBER,
    narrative:
      'Fourteen people were delayed on wards in September for want of suitable housing, at a cost of roughly £6,300 a day.',
  },
  {
    action: 'ws3-b',
    organisation: 'sandry',
    author: 'chaudhry',
    period: '2026-11',
    reportedOn: '2026-11-18',
    status: BragStatus.AMBER,
    narrative:
      'Interim managing director has written to partners proposing that 39 homes proceed and seven follow in 2028. Decision expected at the Coast Place Board on 9 December.',
  },
  {
    action: 'ws3-b1',
    organisation: 'sandry',
    author: 'chaudhry',
    period: '2026-06',
    reportedOn: '2026-06-26',
    status: BragStatus.GREEN,
    narrative: 'Five candidate sites assessed; two ruled out by flood risk.',
  },
  {
    action: 'ws3-b1',
    organisation: 'sandry',
    author: 'chaudhry',
    period: '2026-08',
    reportedOn: '2026-08-25',
    status: BragStatus.GREEN,
    narrative:
      'Outline applications for Quay Street, Ropewalk and the former Kelderton depot went to committee on 27 August.',
  },
  {
    action: 'ws3-b1',
    organisation: 'sandry',
    author: 'chaudhry',
    period: '2026-09',
    reportedOn: '2026-09-25',
    status: BragStatus.GREEN,
    narrative:
      'All three consents were granted by 18 September. Action is complete and submitted for sign-off.',
  },
  {
    action: 'ws3-b4',
    organisation: 'ternside',
    author: 'dobbs',
    period: '2026-09',
    reportedOn: '2026-09-29',
    status: BragStatus.AMBER,
    narrative:
      'Draft protocol shared. The community trust wants nominations by clinical priority; the borough wants a local connection test first.',
  },
  {
    action: 'ws3-b4',
    organisation: 'ocft',
    author: 'ifans',
    period: '2026-10',
    reportedOn: '2026-10-29',
    status: BragStatus.RED,
    narrative:
      'A local connection test would exclude about a third of those waiting. The trust has asked for the point to go to the sponsor.',
  },
  {
    action: 'ws3-b4',
    organisation: 'ternside',
    author: 'dobbs',
    period: '2026-11',
    reportedOn: '2026-11-16',
    status: BragStatus.AMBER,
    narrative: 'Mediated meeting on 10 November narrowed the difference to out-of-county placements only.',
  },
  {
    action: 'ws3-b4-2',
    organisation: 'wcc',
    author: 'wieczorek',
    period: '2026-08',
    reportedOn: '2026-08-25',
    status: BragStatus.AMBER,
    narrative:
      'Officers have modelled three funding splits. None is in the medium-term financial plan at present.',
  },
  {
    action: 'ws3-b4-2',
    organisation: 'icb',
    author: 'oakenshaw',
    period: '2026-10',
    reportedOn: '2026-10-23',
    status: BragStatus.AMBER,
    narrative:
      "The board's investment round closed in September without this bid, since no shared business case had been received.",
  },
  {
    action: 'ws3-b4-2',
    organisation: 'wcc',
    author: 'wieczorek',
    period: '2026-10',
    reportedOn: '2026-10-30',
    status: BragStatus.RED,
    narrative:
      'Savings targets for adult social care rule out a new commitment of more than £180,000 in 2027/28.',
  },
  {
    action: 'ws3-b4-2',
    organisation: 'icb',
    author: 'oakenshaw',
    period: '2026-11',
    reportedOn: '2026-11-17',
    status: BragStatus.RED,
    narrative:
      'A joint case at £540,000 will be considered on 16 December. Non-recurrent money for one year is the most likely outcome.',
  },
  {
    action: 'ws3-c',
    organisation: 'thexford',
    author: 'adeyemi',
    period: '2026-06',
    reportedOn: '2026-06-24',
    status: BragStatus.GREEN,
    narrative: 'In the six months to June, 61 of 67 referrals under the duty were made before discharge.',
  },
  {
    action: 'ws3-c',
    organisation: 'whft',
    author: 'dunstone',
    period: '2026-09',
    reportedOn: '2026-09-28',
    status: BragStatus.GREEN,
    narrative:
      'Housing officer now attends the Queen Adela discharge hub twice weekly. Port Sandry has a telephone link only.',
  },
  {
    action: 'ws3-c',
    organisation: 'thexford',
    author: 'adeyemi',
    period: '2026-11',
    reportedOn: '2026-11-20',
    status: BragStatus.GREEN,
    narrative:
      'Half-year figure is 93%. Both failures in October were weekend discharges, which the improvement plan addresses [see improvement plan WS2 E].',
  },
];
