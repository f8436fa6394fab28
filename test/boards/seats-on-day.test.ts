import { describe, expect, it } from 'vitest';
import { OrganisationKind, SeatCapacity } from '../../schema/vocabulary.js';
import { type QuorumRule, quorumInWords } from '../../server/features/boards/quorum.rules.js';
import {
  fillable,
  quorumOnDay,
  type SeatFact,
  seatsOnDay,
  type Tenure,
} from '../../server/features/boards/seats-on-day.rules.js';

const seat = (id: string, given: Partial<SeatFact> = {}): SeatFact => ({
  ...{ id, capacity: SeatCapacity.MEMBER, isVoting: true, fromOn: '2020-01-01', untilOn: null },
  ...{ personId: `person of ${id}`, postId: null, deputyIds: [] },
  ...{ organisationId: 'council', organisationKind: OrganisationKind.COUNTY_COUNCIL },
  ...given,
});
const ofPost = (id: string, postId: string, given: Partial<SeatFact> = {}): SeatFact =>
  seat(id, { personId: null, postId, ...given });
const rule = (given: Partial<QuorumRule>): QuorumRule => ({
  ...{ atLeast: null, fraction: null, organisationsAtLeast: null, parts: [] },
  ...given,
});
const tenure = (personId: string, fromOn: string, untilOn: string | null = null): Tenure => ({
  ...{ postId: 'dph', personId, fromOn, untilOn },
});

describe('the seats of a board', () => {
  const seats = [
    seat('before', { untilOn: '2030-06-30' }),
    seat('after', { fromOn: '2030-07-01' }),
    ofPost('post', 'dph'),
  ];
  // Latest first, as they are read.
  const tenures = [tenure('next', '2030-09-01'), tenure('first', '2020-01-01', '2030-07-31')];

  it.each([
    ['2030-06-30', 'before: person of before, post: first'],
    ['2030-07-01', 'after: person of after, post: first'],
    ['2030-08-01', 'after: person of after, post: null'],
    ['2030-09-01', 'after: person of after, post: next'],
  ])('are those of the day, with who holds a post then: %s', (day, expected) => {
    const found = seatsOnDay(seats, tenures, day);
    expect(found.map(({ id, holderId }) => `${id}: ${holderId}`).join(', ')).toBe(expected);
  });

  it.each<[string, SeatFact[], string]>([
    [
      'a vacant post is nobody’s to sit in for',
      [ofPost('a', 'vacant', { deputyIds: ['d'] }), seat('b')],
      'b',
    ],
    ['who has no vote fills none', [seat('a', { isVoting: false }), seat('b')], 'b'],
    ['one person sits once', [seat('a', { personId: 'p' }), seat('b', { personId: 'p' })], 'a'],
    [
      'and a deputy in their other seat',
      [seat('a', { personId: 'p' }), seat('b', { personId: 'p', deputyIds: ['d'] })],
      'a b',
    ],
    [
      'unless the deputy has a seat as well',
      [
        seat('a', { personId: 'p' }),
        seat('b', { personId: 'p', deputyIds: ['d'] }),
        seat('c', { personId: 'd' }),
      ],
      'a c',
    ],
  ])('that can be taken at one meeting: %s', (_, given, expected) => {
    expect(fillable(seatsOnDay(given, [], '2030-07-19')).join(' ')).toBe(expected);
  });
});

describe('a quorum on a day', () => {
  const nhs = { organisationId: 'trust', organisationKind: OrganisationKind.NHS_TRUST };
  const councillors = ['c1', 'c2', 'c3', 'c4', 'c5'].map((id) => seat(id));
  const composite = rule({
    atLeast: 7,
    parts: [
      {
        label: 'one councillor',
        atLeast: 1,
        organisationKinds: [OrganisationKind.COUNTY_COUNCIL],
        postIds: [],
      },
      { label: 'one NHS member', atLeast: 1, organisationKinds: [OrganisationKind.NHS_TRUST], postIds: [] },
      { label: 'the Director of Public Health', atLeast: 1, organisationKinds: [], postIds: ['dph'] },
    ],
  });
  const whole = [...councillors, seat('n', nhs), ofPost('d', 'dph')];

  it('can be met where every part has its seat filled', () => {
    const seats = seatsOnDay(whole, [tenure('ada', '2020-01-01')], '2030-07-19');
    expect(quorumOnDay(composite, seats)).toMatchObject({
      ...{ isQuorate: true, needed: 7, present: 7, votingSeats: 7, missing: [] },
      inWords:
        'At least seven voting members, among them one councillor, one NHS member and the Director of Public Health',
    });
  });

  it('cannot where a post is vacant on that day, and says of what it falls short', () => {
    const seats = seatsOnDay(whole, [tenure('ada', '2020-01-01', '2030-07-18')], '2030-07-19');
    expect(quorumOnDay(composite, seats)).toMatchObject({
      ...{ isQuorate: false, needed: 7, present: 6, votingSeats: 7 },
      parts: [{ found: 5 }, { found: 1 }, { found: 0 }],
      missing: [
        'Only 6 voting seats are filled; 7 voting members must be there.',
        'Missing: the Director of Public Health (0 of 1 filled).',
      ],
    });
  });

  it('of a share counts the voting seats of the day, vacant ones too', () => {
    const half = rule({ fraction: { numerator: 1, denominator: 2 }, organisationsAtLeast: 2 });
    const seats = seatsOnDay(
      [...councillors.slice(0, 2), ofPost('d', 'dph'), ofPost('e', 'other')],
      [],
      '2030-07-19',
    );
    expect(quorumOnDay(half, seats)).toMatchObject({
      ...{ needed: 2, votingSeats: 4, isQuorate: false },
      inWords: 'At least half of the voting seats (2 of 4) from two organisations',
      missing: ['The voting seats that are filled are those of 1 organisation; 2 are needed.'],
    });
    expect(quorumOnDay(half, []).missing[0]).toBe('No voting seat is filled; 1 voting member must be there.');
  });

  it('says of a share with a number how many the share is', () => {
    const both = rule({ atLeast: 3, fraction: { numerator: 1, denominator: 4 } });
    expect(quorumInWords(both, 8)).toBe(
      'At least three voting members and a quarter of the voting seats (2 of 8)',
    );
  });
});
