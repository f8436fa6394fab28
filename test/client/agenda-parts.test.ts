import { describe, expect, test } from 'vitest';
import {
  besideOf,
  blocksOf,
  endOf,
  type Placed,
  sectionStepOf,
  stepOf,
} from '../../client/features/meetings/agendaParts.js';
import { readMinutes, readTypedItem, runningOf, spanOf } from '../../client/features/meetings/agendaWords.js';

const item = (id: string, section = '', input: Partial<Placed> = {}): Placed => ({
  ...{ id, section, isRestricted: false, minutes: 10 },
  ...input,
});
const secret = (id: string, section = '') => item(id, section, { isRestricted: true });

/** The agenda as lines: headings in capitals. */
const lines = (items: readonly Placed[], begun: readonly string[] = []) =>
  blocksOf('10:30', items, begun).flatMap(({ section, stands, isRestricted }) => [
    `${section.toUpperCase()}${isRestricted ? '!' : ''}`,
    ...stands.map(({ item: { id }, number, startsAt }) => `${number} ${startsAt} ${id}`),
  ]);

describe('the agenda as it is read', () => {
  const items = [item('a'), secret('x', 'Business'), item('b', 'Business'), item('c', 'Business')];

  test('stands under its headings, numbered and timed, what is restricted behind what is public', () => {
    expect(lines(items)).toEqual([
      ...['', '1 10:30 a', 'BUSINESS', '2 10:40 b', '3 10:50 c'],
      ...['BUSINESS!', '4 11:00 x'],
    ]);
  });

  test('keeps headings that are only begun at the end of the public part, until they have an item', () => {
    expect(lines(items, ['Other', 'Business']).slice(-4)).toEqual([
      '3 10:50 c',
      'OTHER',
      'BUSINESS!',
      '4 11:00 x',
    ]);
    expect(lines([], ['Other'])).toEqual(['OTHER']);
  });

  test('says where what is added under a heading comes, where the heading stands twice', () => {
    const blocks = blocksOf('10:30', [item('a', 'One'), item('b', 'Two'), item('c', 'One')]);
    expect(blocks.map(({ isLast }) => isLast)).toEqual([false, true, true]);
    expect(new Set(blocks.map(({ key }) => key)).size).toBe(3);
  });
});

describe('a step of a whole section', () => {
  const open = (id: string, section: string) => ({ ...item(id, section), closes: false });
  const hidden = (id: string, section: string) => ({ ...secret(id, section), closes: false });
  const last = (id: string, section: string) => ({ ...open(id, section), closes: true });
  const items = [
    ...[open('welcome', ''), open('a', 'One'), hidden('x', 'One'), open('b', 'Two'), open('c', 'Three')],
    ...[hidden('y', 'Four'), hidden('z', 'Five'), last('end', '')],
  ];
  test.each<[string, string, boolean, string | null | undefined, string | null | undefined]>([
    ['the first under a heading goes before what opens the agenda', 'One', false, null, 'Two'],
    ['one goes past its neighbour', 'Two', false, '', 'Three'],
    ['the last goes not past what closes the agenda', 'Three', false, 'One', undefined],
    ['what stands under no heading twice is no section', '', false, undefined, undefined],
    ['one among what is restricted', 'Four', true, null, 'Five'],
    ['the last of what is restricted', 'Five', true, 'One', undefined],
    ['one that stands in both parts is moved where everybody reads it', 'One', true, undefined, undefined],
    ['one that is not there', 'Six', false, undefined, undefined],
  ])('%s', (_, section, isRestricted, up, down) => {
    const step = (how: 'up' | 'down') => sectionStepOf(items, { section, isRestricted }, how)?.afterSection;
    expect([step('up'), step('down')]).toEqual([up, down]);
  });
});

describe('a step up or down', () => {
  const items = [
    item('a', 'One'),
    secret('x', 'One'),
    item('b', 'One'),
    item('c', 'Two'),
    secret('y', 'Two'),
  ];

  test('goes past its neighbour, by whatever is restricted between', () => {
    expect(stepOf(items, 'b', 'up')).toEqual({ afterId: null, section: 'One' });
    expect(stepOf(items, 'a', 'down')).toEqual({ afterId: 'b', section: 'One' });
  });

  test('goes under the next heading first, and stays in its place', () => {
    expect(stepOf(items, 'b', 'down')).toEqual({ afterId: 'a', section: 'Two' });
    expect(stepOf(items, 'c', 'up')).toEqual({ afterId: 'b', section: 'One' });
  });

  test('ends where its part ends', () => {
    expect(stepOf(items, 'a', 'up')).toBeNull();
    expect(stepOf(items, 'c', 'down')).toBeNull();
    expect(stepOf(items, 'x', 'up')).toBeNull();
    expect(stepOf(items, 'gone', 'up')).toBeNull();
  });
});

describe('a place that is pointed at', () => {
  const items = [item('a', 'One'), item('b', 'Two'), secret('x', 'Two')];

  test('is before or after another item, under its heading', () => {
    expect(besideOf(items, 'b', 'a', 'before')).toEqual({ afterId: null, section: 'One' });
    expect(besideOf(items, 'a', 'b', 'after')).toEqual({ afterId: 'b', section: 'Two' });
    expect(besideOf(items, 'a', 'b', 'before')).toEqual({ afterId: null, section: 'Two' });
  });

  test('is none in the other part, nor upon itself', () => {
    expect(besideOf(items, 'a', 'x', 'before')).toBeNull();
    expect(besideOf(items, 'a', 'a', 'after')).toBeNull();
  });

  test('is the end of a section, or of the part where that is new', () => {
    expect(endOf(items, 'b', 'One')).toEqual({ afterId: 'a', section: 'One' });
    expect(endOf(items, 'a', 'New')).toEqual({ afterId: 'b', section: 'New' });
    expect(endOf(items, 'x', 'New')).toEqual({ afterId: null, section: 'New' });
  });
});

describe('whether the agenda fits into its time', () => {
  const running = (endsAt: string | null, ...minutes: (number | null)[]) =>
    runningOf(
      { startsAt: '10:30', endsAt },
      minutes.map((one) => ({ isRestricted: false, minutes: one })),
    );

  test.each([
    [running('12:30', 90, 45), 'Runs 15 minutes over the planned end (12:45 instead of 12:30)', true],
    [running('12:30', 60, 40), '20 minutes left before the planned end at 12:30', false],
    [running('12:30', 120, null), 'Ends as planned at 12:30', false],
    [running(null, 75), 'Takes 1 hour 15 minutes, until 11:45', false],
    [running(null, null), 'No end is planned', false],
  ])('is said as %o', ({ words, isOver }, said, over) => {
    expect([words, isOver]).toEqual([said, over]);
  });

  test('says spans as people do', () => {
    expect([1, 59, 60, 61, 150].map(spanOf)).toEqual([
      ...['1 minute', '59 minutes', '1 hour', '1 hour 1 minute', '2 hours 30 minutes'],
    ]);
  });
});

describe('what is typed', () => {
  test.each([
    ['Obesity plan', 'Obesity plan', null],
    ['  Obesity plan 40 min ', 'Obesity plan', 40],
    ['Obesity plan – 5m', 'Obesity plan', 5],
    ['Obesity plan, 20 minutes', 'Obesity plan', 20],
    ['Plan for 2030', 'Plan for 2030', null],
    ['Room 0 min', 'Room 0 min', null],
    ['20 min', '20 min', null],
  ])('for a new item, “%s”, is a title and its minutes', (typed, title, minutes) => {
    expect(readTypedItem(typed)).toEqual({ title, minutes });
  });

  test('as minutes is a whole number, or nothing', () => {
    expect(['15', '15 min', '', ' '].map(readMinutes)).toEqual([15, 15, null, null]);
    for (const typed of ['soon', '0', '601', '1.5', '-5'])
      expect(() => readMinutes(typed)).toThrow('Write minutes as a whole number');
  });
});
