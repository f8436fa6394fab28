import { expect, test } from 'vitest';
import { meetingBeside, planGroups } from '../../client/features/meetings/forwardPlanGroups.js';

const today = '2030-06-01';
const meeting = (id: string, meetsOn: string, meetingStatus = 'PLANNED') => ({ id, meetsOn, meetingStatus });
const meetings = [
  meeting('past', '2030-05-01', 'HELD'),
  meeting('empty past', '2030-05-08'),
  meeting('today', '2030-06-01'),
  meeting('off', '2030-07-01', 'CANCELLED'),
  meeting('next', '2030-08-01'),
];
const line = (id: string, at: string | null) => ({ id, meeting: at === null ? null : { id: at } });

test('a forward plan is grouped by the meetings to come, then those that are over but hold lines, then none', () => {
  const lines = [
    line('a', 'next'),
    line('b', null),
    line('c', 'past'),
    line('d', 'off'),
    line('e', 'unseen'),
  ];
  const { ahead, behind, open } = planGroups(meetings, lines, today);
  const told = (groups: typeof ahead) =>
    groups.map((group) => [group.meeting?.id, group.lines.map(({ id }) => id)]);
  expect(told(ahead)).toEqual([
    ['today', []],
    ['next', ['a']],
  ]);
  expect(told(behind)).toEqual([
    ['off', ['d']],
    ['past', ['c']],
  ]);
  // Nothing disappears because its meeting is out of sight.
  expect(open.lines.map(({ id }) => id)).toEqual(['b', 'e']);
});

test.each([
  ['today', 'up', undefined],
  ['today', 'down', 'next'],
  ['next', 'down', null],
  [null, 'up', 'next'],
  [null, 'down', undefined],
  ['past', 'up', 'today'],
  ['past', 'down', undefined],
] as const)('from %s an arrow %s leads to %s', (from, how, to) => {
  expect(meetingBeside(meetings, from, how, today)).toBe(to);
});
