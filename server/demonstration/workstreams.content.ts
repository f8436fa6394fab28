import type { WorkstreamContent } from './content.types.js';

export const workstreams: WorkstreamContent[] = [
  {
    key: 'ws1',
    plan: 'strategy',
    number: 1,
    title: 'Early years and family hubs',
    sponsors: ['wcc-education'],
    leadOrganisation: 'wcc',
    serves: ['best-start'],
    narrative: {
      governanceArrangements:
        'A family hub programme board meets every six weeks, chaired by the service director, with both districts and the community trust.',
      supportRequired:
        'Two project officers until March 2028, funded from the family hub grant, and legal time from the borough for the lease.',
      fitWithExistingWork:
        "Builds on the three children's centres kept open in 2019 and does not replace the health visiting contract.",
      impactOnOutcomes:
        'By year 3 the share of children reaching a good level of development on the coast should rise from 61% to 68%.',
      performanceManagement:
        'Registration and review coverage are reported monthly by ward; the Joint Board sees them each quarter.',
      contributionToStrategy:
        'Main contributor to priority 1, and a smaller one to priority 4 through support for new parents.',
      updateOnActionPlan:
        'Two of the nine actions are Red, and both concern health visitor numbers. The Port Sandry opening has slipped but is in hand.',
    },
  },
  {
    key: 'ws2',
    plan: 'strategy',
    number: 2,
    title: 'Prevention and healthy places',
    sponsors: ['wcc-dph', 'sandry-housing'],
    leadOrganisation: 'wcc',
    serves: ['healthy-places'],
    narrative: {
      governanceArrangements:
        'Reports to the two place boards in alternate months, with an annual statement to the Joint Board by the Director of Public Health.',
      supportRequired:
        'Planning officer time in both districts is the scarcest resource; £14,250 of evidence work has been shared.',
      fitWithExistingWork:
        'The tobacco alliance and the leisure contracts already exist, so this workstream sets their targets and does not duplicate their meetings.',
      impactOnOutcomes:
        'Fewer smokers on the coast, fewer falls among those over 75, and healthier high streets around 31 schools.',
      performanceManagement:
        'Quit rates and visits come from provider returns on the tenth of each month and are reconciled quarterly.',
      contributionToStrategy:
        'Carries most of priority 2; the falls element also supports discharge and [Link to Improvement Plan Workstream 3, Action C].',
      updateOnActionPlan:
        'Smoking and falls are on course. Takeaway guidance cannot proceed on the coast before national policy is settled.',
    },
  },
  {
    key: 'ws3',
    plan: 'strategy',
    number: 3,
    title: 'Warm, safe and affordable homes',
    sponsors: ['sandry-managing-director', 'thexford-chief-executive'],
    leadOrganisation: 'thexford',
    serves: ['work-and-homes', 'mental-wellbeing'],
    narrative: {
      governanceArrangements:
        'A housing and health group of the two districts, Ternside and the ICB meets monthly and answers to both place boards.',
      supportRequired:
        'Revenue for floating support is the outstanding need, at £540,000 a year; capital is largely secured.',
      fitWithExistingWork:
        "Extends the districts' existing warm homes schemes and takes over the supported housing group set up in 2024.",
      impactOnOutcomes:
        'Admissions for respiratory illness from homes treated should fall by 12%, and ward delays for want of housing by nine.',
      performanceManagement:
        'Completions weekly, spend monthly, admissions yearly because the numbers are small.',
      contributionToStrategy: 'Serves priority 3 directly and priority 4 through the supported homes.',
      updateOnActionPlan:
        'Retrofit is proceeding without the health data that was meant to direct it. Everything turns on the sharing schedule [Link to Improvement Plan Workstream 4, Action C2].',
    },
  },
  {
    key: 'ws4',
    plan: 'strategy',
    number: 4,
    title: 'Good work and skills',
    sponsors: ['sandry-managing-director'],
    leadOrganisation: 'sandry',
    serves: ['work-and-homes'],
    narrative: {
      governanceArrangements:
        "Overseen by the Coast Place Board on behalf of both places, with an employers' reference group of 11.",
      supportRequired:
        'None beyond the existing employment support grants until March 2028, when two of the three end.',
      fitWithExistingWork:
        "Joins the councils' skills plans to the NHS apprenticeship programme, and shares its careers website with workstream 7.",
      impactOnOutcomes:
        'An estimated 320 people in work who would otherwise not be, worth £3.1m a year in wages.',
      performanceManagement:
        "Job starts and 13-week outcomes are validated against payroll information by the county's insight team.",
      contributionToStrategy:
        'Priority 3, together with priority 4 where the employee has a mental health condition.',
      updateOnActionPlan:
        'Job starts are well ahead of profile. The compact will be signed three days after the end of the period agreed.',
    },
  },
  {
    key: 'ws5',
    plan: 'strategy',
    number: 5,
    title: 'Mental wellbeing and alternatives to crisis',
    sponsors: ['police-acc', 'ocft-chief-executive'],
    leadOrganisation: 'ocft',
    serves: ['mental-wellbeing'],
    narrative: {
      governanceArrangements:
        'The Mental Health Partnership Board directs the work; the police and the community trust sponsor it together.',
      supportRequired: 'Clinical leads for the safe haven, and capital for the second place of safety suite.',
      fitWithExistingWork: 'Replaces the crisis concordat action plan of 2022, which was closed in March.',
      impactOnOutcomes:
        'Attendances at emergency departments for mental health are expected to fall by about 380 a year.',
      performanceManagement:
        "Data from the police, both hospitals and the havens are matched monthly by the trust's analysts.",
      contributionToStrategy:
        'Delivers priority 4 in full and shortens waits that hold up discharge under the improvement plan.',
      updateOnActionPlan:
        'Crisis alternatives are showing early results. The suite and the assessment backlog remain Red, and neither can be settled within the partnership.',
    },
  },
  {
    key: 'ws6',
    plan: 'strategy',
    number: 6,
    title: 'Neighbourhood teams',
    sponsors: ['icb-strategy', 'coast-managing-director'],
    leadOrganisation: 'icb',
    serves: ['healthy-places', 'work-and-homes'],
    narrative: {
      governanceArrangements:
        'The two managing directors hold joint responsibility and report to their place boards on the same template.',
      supportRequired:
        'Accommodation at eight bases, network installation, and read access to the shared record by January [see improvement plan WS4 A].',
      fitWithExistingWork:
        'Absorbs the former integrated community teams and the primary care network development programme.',
      impactOnOutcomes: 'Emergency admissions of people with severe frailty should fall by 6% by March 2028.',
      performanceManagement:
        'Eleven indicators for each team, drawn from the system dashboard when that is published.',
      contributionToStrategy:
        'Supports priorities 2 and 3 by bringing housing and benefits advice into the same teams.',
      updateOnActionPlan: 'Vale teams are ready for shadow running and the coast is about two months behind.',
    },
  },
  {
    key: 'ws7',
    plan: 'strategy',
    number: 7,
    title: 'Joint workforce',
    sponsors: ['whft-chief-executive', 'wcc-adults'],
    leadOrganisation: 'whft',
    serves: ['work-and-homes'],
    narrative: {
      governanceArrangements:
        "A workforce group of nine employers meets monthly, chaired by the hospital trust's director of people.",
      supportRequired:
        '£64,000 for the campaign is found; the Kelderton academy site needs a further £310,000.',
      fitWithExistingWork:
        'Each employer keeps its own plan, and the joint plan covers supply, careers and recognition of training only.',
      impactOnOutcomes: 'Social care vacancies down from 11.2% to 8% and 450 learners a year by 2028.',
      performanceManagement:
        'Vacancy and turnover by staff group every quarter, with general practice added once a year.',
      contributionToStrategy:
        'Contributes to priority 3, and the delivery of every other workstream rests upon it.',
      updateOnActionPlan:
        'The plan will be issued at the end of November with gaps stated where national assumptions are awaited.',
    },
  },
  {
    key: 'imp1',
    plan: 'improvement',
    number: 1,
    title: 'Front door and admission avoidance',
    sponsors: ['whft-coo', 'icb-urgent-care'],
    leadOrganisation: 'whft',
    serves: ['right-care'],
    narrative: {
      governanceArrangements:
        'Fortnightly front door group, reporting to the Unscheduled Care Delivery Board by exception.',
      supportRequired:
        'Six call handlers to March for the interim single number, which were approved on 12 November.',
      fitWithExistingWork:
        "Brings together the trust's emergency flow programme and the ICB's urgent treatment centre contract.",
      impactOnOutcomes:
        'Four-hour performance of 78% by March, and 30% of calls from care homes closed without an ambulance.',
      performanceManagement:
        'Daily figures from the emergency department, reviewed each Tuesday by the chief operating officer.',
      contributionToStrategy: 'Answers recommendations 1 to 8 of the inspection report.',
      updateOnActionPlan:
        'Streaming is improving month by month. Ambulance handover worsened in October, when occupancy rose above 97%.',
    },
  },
  {
    key: 'imp2',
    plan: 'improvement',
    number: 2,
    title: 'Hospital discharge and flow',
    sponsors: ['wcc-adults', 'whft-chief-executive'],
    leadOrganisation: 'wcc',
    serves: ['home-sooner'],
    narrative: {
      governanceArrangements:
        'Sponsored jointly by social care and the acute trust; a discharge cell meets daily and the group weekly.',
      supportRequired:
        'Two analysts for one day a week until the counts can be taken from the shared record.',
      fitWithExistingWork: 'Supersedes the local discharge plan of 2024 and uses the same fund, now £6.8m.',
      impactOnOutcomes:
        'The number of people ready to leave but still in hospital should fall from 118 to fewer than 70.',
      performanceManagement:
        'Weekly figures are due to be published in one count, which has not yet been possible.',
      contributionToStrategy:
        'Answers recommendations 9 to 16; also helps priority 3 of the joint strategy, because homeless patients are among those delayed.',
      updateOnActionPlan:
        'Hubs are complete. Home-first starts are rising but depend on reablement recruitment (improvement plan WS3 A4).',
    },
  },
  {
    key: 'imp3',
    plan: 'improvement',
    number: 3,
    title: 'Reablement and intermediate care',
    sponsors: ['ocft-community'],
    leadOrganisation: 'ocft',
    serves: ['home-sooner'],
    narrative: {
      governanceArrangements:
        'Intermediate care steering group of the community trust and the county council, with Ternside for the Hallowsea scheme.',
      supportRequired:
        'Finance directors to settle the therapy budget before the specification can be issued.',
      fitWithExistingWork: 'Joins three services commissioned separately since 2017.',
      impactOnOutcomes:
        'People going through reablement who need no further care after 12 weeks: 58% now, 66% intended.',
      performanceManagement:
        'Starts, waits and outcomes weekly by locality, with a quarterly audit of 40 case files.',
      contributionToStrategy: 'Answers recommendations 17 to 20.',
      updateOnActionPlan:
        'Rotas are aligned across the county. Recruitment on the coast is the chief obstacle and holds back WS2 C.',
    },
  },
  {
    key: 'imp4',
    plan: 'improvement',
    number: 4,
    title: 'Shared records and data',
    sponsors: ['icb-strategy'],
    leadOrganisation: 'icb',
    serves: ['well-led', 'home-sooner'],
    narrative: {
      governanceArrangements:
        'Digital steering group, chaired by the director of strategy while the digital post is vacant.',
      supportRequired:
        'An interim digital director from January, for which an agency search is under way at £780 a day.',
      fitWithExistingWork: 'Completes the shared record begun in 2023 and retires four separate portals.',
      impactOnOutcomes:
        'Staff will spend less time telephoning for information, estimated at 35 minutes a discharge.',
      performanceManagement: 'Log-ins and failed matches are reported weekly by the supplier.',
      contributionToStrategy:
        'Answers recommendations 21 to 24, and is needed by neighbourhood teams and the retrofit programme.',
      updateOnActionPlan: 'The council connection is five months late and five actions elsewhere wait on it.',
    },
  },
  {
    key: 'imp5',
    plan: 'improvement',
    number: 5,
    title: 'Leadership, governance and commissioning',
    sponsors: ['icb-chief-executive', 'wcc-chief-executive'],
    leadOrganisation: 'icb',
    serves: ['well-led'],
    narrative: {
      governanceArrangements:
        'Owned by the two chief executives and reported each month to the Improvement Oversight Group.',
      supportRequired: 'Programme office of three until September 2027.',
      fitWithExistingWork: 'Replaces two transformation boards, one of which was stood down in August.',
      impactOnOutcomes:
        'Clearer decisions, shown by fewer papers going to more than one board: 41 last year, 12 so far this year.',
      performanceManagement:
        'A tracker of the 27 recommendations, each with a named officer and a second partner who checks the evidence.',
      contributionToStrategy: 'Answers recommendations 25 to 27.',
      updateOnActionPlan:
        "Terms of reference and the oversight map are complete. Evidence for the regulator's return is at 21 of 27.",
    },
  },
];
