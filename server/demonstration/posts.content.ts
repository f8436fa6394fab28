import type { PostContent } from './bodies.types.js';

export const posts: PostContent[] = [
  {
    key: 'wcc-chief-executive',
    title: 'Chief Executive, Wensmere County Council',
    organisation: 'wcc',
    holders: [{ person: 'marchbank', from: '2021-06-01' }],
  },
  {
    key: 'wcc-dph',
    title: 'Director of Public Health',
    organisation: 'wcc',
    holders: [{ person: 'raychaudhuri', from: '2023-02-13' }],
  },
  {
    key: 'wcc-adults',
    title: 'Executive Director, Adults and Communities',
    organisation: 'wcc',
    holders: [{ person: 'tolland', from: '2022-09-05' }],
  },
  {
    key: 'wcc-education',
    title: 'Service Director, Education and Early Help',
    organisation: 'wcc',
    holders: [{ person: 'asante', from: '2024-01-08' }],
  },
  {
    key: 'wcc-board-secretary',
    title: 'Secretary to the Joint Board',
    organisation: 'wcc',
    holders: [{ person: 'penhale', from: '2020-04-01' }],
  },
  {
    key: 'sandry-managing-director',
    title: 'Managing Director, Sandry Coast Borough Council',
    organisation: 'sandry',
    holders: [
      { person: 'fairlamb', from: '2019-05-20', until: '2026-01-31' },
      { person: 'pettifer', from: '2026-02-01', interim: true },
    ],
  },
  {
    key: 'sandry-housing',
    title: 'Head of Housing and Regeneration',
    organisation: 'sandry',
    holders: [{ person: 'chaudhry', from: '2022-11-14' }],
  },
  {
    key: 'thexford-chief-executive',
    title: 'Chief Executive, Thexford and Orrel Vale District Council',
    organisation: 'thexford',
    holders: [{ person: 'lloyd-carr', from: '2023-07-03' }],
  },
  {
    key: 'thexford-communities',
    title: 'Assistant Director, Communities and Wellbeing',
    organisation: 'thexford',
    holders: [{ person: 'adeyemi', from: '2024-10-01' }],
  },
  {
    key: 'icb-chief-executive',
    title: 'Chief Executive, NHS Wensmere',
    organisation: 'icb',
    holders: [{ person: 'siddiqi', from: '2022-07-01' }],
  },
  {
    key: 'icb-strategy',
    title: 'Director of Strategy and Partnerships',
    organisation: 'icb',
    holders: [{ person: 'oakenshaw', from: '2022-10-17' }],
  },
  {
    key: 'icb-urgent-care',
    title: 'Director of Urgent and Unscheduled Care',
    organisation: 'icb',
    holders: [
      { person: 'trevanion', from: '2023-04-03', until: '2025-03-31' },
      { person: 'nwosu', from: '2025-04-01' },
    ],
  },
  {
    key: 'icb-digital',
    title: 'Director of Digital and Data',
    organisation: 'icb',
    holders: [{ person: 'crowther', from: '2023-01-09', until: '2026-08-31' }],
  },
  {
    key: 'whft-chief-executive',
    title: 'Chief Executive, Wensmere Hospitals',
    organisation: 'whft',
    holders: [{ person: 'menon', from: '2024-03-04' }],
  },
  {
    key: 'whft-coo',
    title: 'Chief Operating Officer, Wensmere Hospitals',
    organisation: 'whft',
    holders: [{ person: 'sutherland', from: '2022-05-16' }],
  },
  {
    key: 'whft-people',
    title: 'Director of People, Wensmere Hospitals',
    organisation: 'whft',
    holders: [{ person: 'karim', from: '2025-01-06' }],
  },
  {
    key: 'ocft-chief-executive',
    title: 'Chief Executive, Orrel and Coast',
    organisation: 'ocft',
    holders: [{ person: 'abernethy', from: '2021-11-01' }],
  },
  {
    key: 'ocft-community',
    title: 'Director of Community Services',
    organisation: 'ocft',
    holders: [{ person: 'ifans', from: '2023-06-12' }],
  },
  {
    key: 'ocft-crisis',
    title: 'Head of Crisis and Home Treatment',
    organisation: 'ocft',
    holders: [{ person: 'haddad', from: '2024-09-02' }],
  },
  {
    key: 'police-acc',
    title: 'Assistant Chief Constable, Local Policing',
    organisation: 'police',
    holders: [{ person: 'birtwell', from: '2025-02-17' }],
  },
  {
    key: 'fire-prevention',
    title: 'Head of Prevention',
    organisation: 'fire',
    holders: [{ person: 'holroyd', from: '2021-08-09' }],
  },
  {
    key: 'vcse-chief',
    title: 'Chief Executive Officer, Wensmere Community Partners',
    organisation: 'vcse',
    holders: [{ person: 'balogun', from: '2022-03-21' }],
  },
  {
    key: 'ternside-homes',
    title: 'Director of Homes',
    organisation: 'ternside',
    holders: [{ person: 'applegarth', from: '2023-10-01' }],
  },
  {
    key: 'coast-managing-director',
    title: 'Managing Director, Coast Partnership',
    organisation: 'ocft',
    holders: [{ person: 'malik', from: '2024-04-01' }],
  },
  {
    key: 'vale-managing-director',
    title: 'Managing Director, Vale Partnership',
    organisation: 'icb',
    holders: [
      { person: 'obi', from: '2024-04-01', until: '2026-04-30' },
      { person: 'trevanion', from: '2026-05-01', interim: true },
    ],
  },
  {
    key: 'mhp-managing-director',
    title: 'Managing Director, Mental Health Partnership',
    organisation: 'ocft',
    holders: [{ person: 'steadman', from: '2025-04-07' }],
  },
];
