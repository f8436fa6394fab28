import { expect, test } from 'vitest';
import { circleOf, staysRestricted } from '../../client/features/plans/circle.js';
import { contactChoices, contactWords } from '../../client/features/plans/contacts.js';

const north = { id: 'n', name: 'Northmoor Council' };
const south = { id: 's', name: 'Southmere Trust' };
const post = { id: 'p', title: 'Director of Public Health', organisation: { id: 'n' } };

test('A contact is a post and its organisation, or the organisation itself', () => {
  expect(contactWords({ organisation: north, post })).toBe(
    'Restricted, contact Director of Public Health, Northmoor Council',
  );
  expect(contactWords({ organisation: south, post: null })).toBe('Restricted, contact Southmere Trust');
});

test('Each organisation can be chosen, and each of its own posts after it', () => {
  const nobodys = { id: 'q', title: 'Independent chair', organisation: null };
  const choices = contactChoices({ organisations: [north, south], posts: [nobodys, post] });
  expect(choices.map(({ label, organisationId, postId }) => [label, organisationId, postId])).toEqual([
    ['Northmoor Council', 'n', null],
    ['Director of Public Health, Northmoor Council', 'n', 'p'],
    ['Southmere Trust', 's', null],
  ]);
  expect(new Set(choices.map(({ id }) => id)).size).toBe(3);
});

test('There is something to ask about where fewer than the partnership see it, by its own circle or by one above', () => {
  const circle = (kind: 'ABOVE' | 'EVERYONE' | 'BOARD') => ({
    ...circleOf(null, { organisationIds: [], personIds: [] }),
    kind,
  });
  const open = { audience: { kind: 'PARTNERSHIP' }, ownAudience: null };
  const under = { audience: { kind: 'BOARD' }, ownAudience: null };
  const own = { audience: { kind: 'BOARD' }, ownAudience: { kind: 'BOARD', memberIds: ['b'] } };
  expect([open, under, own].map((began) => staysRestricted(began, circle('ABOVE')))).toEqual([
    false,
    true,
    false,
  ]);
  expect(staysRestricted(open, circle('BOARD'))).toBe(true);
  expect(staysRestricted(own, circle('EVERYONE'))).toBe(false);
});
