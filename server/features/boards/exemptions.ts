import type { Exemption } from './rule-profile.rules.js';

/** Local Government Act 1972, Schedule 12A, Part 1, as it stands in England since 1 March 2006 (S.I. 2006/88). */
const schedule12A: readonly [paragraph: string, wording: string][] = [
  ['1', 'Information relating to any individual.'],
  ['2', 'Information which is likely to reveal the identity of an individual.'],
  [
    '3',
    'Information relating to the financial or business affairs of any particular person (including the authority holding that information).',
  ],
  [
    '4',
    'Information relating to any consultations or negotiations, or contemplated consultations or negotiations, in connection with any labour relations matter arising between the authority or a Minister of the Crown and employees of, or office holders under, the authority.',
  ],
  [
    '5',
    'Information in respect of which a claim to legal professional privilege could be maintained in legal proceedings.',
  ],
  [
    '6',
    'Information which reveals that the authority proposes (a) to give under any enactment a notice under or by virtue of which requirements are imposed on a person; or (b) to make an order or direction under any enactment.',
  ],
  [
    '7',
    'Information relating to any action taken or to be taken in connection with the prevention, investigation or prosecution of crime.',
  ],
];

/** What Part 2 takes out again: paragraph 8 from paragraph 3 alone, 9 and 10 from all. */
const REGISTERED =
  '; not what must be registered under the Companies Acts or as a society or charity (Part 2, paragraph 8)';
const QUALIFIED =
  '; not development for which the planning authority may grant itself permission (Part 2, paragraph 9); only while the public interest in keeping it exempt outweighs that in telling it (Part 2, paragraph 10)';

export const councilExemptions: readonly Exemption[] = schedule12A.map(([paragraph, wording]) => ({
  paragraph,
  wording,
  source: `Local Government Act 1972, Schedule 12A, Part 1, paragraph ${paragraph}${paragraph === '3' ? REGISTERED : ''}${QUALIFIED}`,
}));

/** As the first version of the profiles cited them. */
export const firstCouncilExemptions: readonly Exemption[] = schedule12A.map(([paragraph, wording]) => ({
  paragraph,
  wording,
  source: `Local Government Act 1972, Schedule 12A, Part 1, paragraph ${paragraph}; only while the public interest in keeping it exempt outweighs that in telling it (Part 2, paragraph 10)`,
}));

const admission = 'Public Bodies (Admission to Meetings) Act 1960, section 1(2)';

export const nhsExemptions: readonly Exemption[] = [
  {
    paragraph: 'confidential business',
    wording:
      'Publicity would be prejudicial to the public interest by reason of the confidential nature of the business to be transacted.',
    source: admission,
  },
  {
    paragraph: 'special reasons',
    wording:
      'Publicity would be prejudicial to the public interest for other special reasons, stated in the resolution and arising from the nature of the business or of the proceedings.',
    source: `${admission}; advice from outside the body may be such a reason (section 1(3))`,
  },
];

const ownWords = 'No law: the partnership’s own terms of reference';

/** For bodies that no law opens to the public: their own grounds, said in plain words. */
export const ownExemptions: readonly Exemption[] = [
  { paragraph: 'A', wording: 'It names people, or would let them be recognised.', source: ownWords },
  {
    paragraph: 'B',
    wording: 'It would harm a partner’s or a supplier’s business or a negotiation.',
    source: ownWords,
  },
  { paragraph: 'C', wording: 'It is about staff, or a consultation with them.', source: ownWords },
  { paragraph: 'D', wording: 'It holds legal advice.', source: ownWords },
  {
    paragraph: 'E',
    wording: 'It is still being worked out, and telling it early would hinder that.',
    source: ownWords,
  },
];
