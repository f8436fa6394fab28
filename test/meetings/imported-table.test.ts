import { describe, expect, it } from 'vitest';
import { readAgenda } from '../../server/features/meetings/agenda-import.rules.js';
import { readForwardPlan } from '../../server/features/meetings/forward-plan-import.rules.js';
import { clockIn, dayIn, isMarked } from '../../server/features/meetings/imported-table.rules.js';

describe('what people write in tables', () => {
  it.each([
    ['20 October 2023', '2023-10-20'],
    ['Friday 20th October 2023', '2023-10-20'],
    ['Thurs, 9 March 2028', '2028-03-09'],
    ['29/02/2028', '2028-02-29'],
    ['2023-07-21', '2023-07-21'],
    ['29 February 2027', null],
    ['October 2023', null],
    ['TBC', null],
  ])('is a day only where it names one: %s', (text, day) => {
    expect(dayIn(text)).toBe(day);
  });

  it.each([
    ['10:30', 630],
    ['10.30 am', 630],
    ['1.15pm', 795],
    ['12 noon', 720],
    ['12.05 a.m.', 5],
    ['10:30 – 10:45', 630],
    ['9', 540],
    ['25:00', null],
    ['13.00 pm', null],
    ['after lunch', null],
  ])('is a time only where it names one: %s', (text, minutes) => {
    expect(clockIn(text)).toBe(minutes);
  });

  it('is marked by yes, a cross or the sign itself', () => {
    expect(['yes', 'Y', 'x', '*', '+', '✓'].filter(isMarked)).toHaveLength(6);
    expect(['no', '', 'maybe', undefined].filter(isMarked)).toEqual([]);
  });
});

describe('a forward plan', () => {
  it('takes signs beside its titles for what they mean, and carries a blank day down', () => {
    const lines = readForwardPlan(
      'Date,Item\n1 May 2030,*Estates +\n,"Carers, young and old"\nTBC,Homes\n,Roads',
    );
    expect(lines?.map((one) => [one.title, one.meetsOn, one.isForFullCouncil, one.isConfidential])).toEqual([
      ['Estates', '2030-05-01', true, true],
      ['Carers, young and old', '2030-05-01', false, false],
      ['Homes', null, false, false],
      ['Roads', null, false, false],
    ]);
  });

  it('is none without a column of titles', () => {
    expect(readForwardPlan('Name,Colour\nA,red')).toBeNull();
    expect(readForwardPlan('')).toBeNull();
  });
});

describe('an agenda', () => {
  it('goes on in the afternoon after noon, and says where its times do not add up', () => {
    const read = readAgenda('Item,Time\nFirst,11.50\nSecond,1.10\nThird,1.10\nLast,2.00', '2030-05-01');
    expect(read?.startsAt).toBe('11:50');
    expect(read?.lines.map(({ begins, minutes, notes }) => [begins, minutes, notes.length])).toEqual([
      [710, 80, 0],
      [790, 10, 2],
      [790, 50, 0],
      [840, 10, 1],
    ]);
  });

  it('leaves out what is confidential and what is of another day', () => {
    const read = readAgenda(
      'Item,Time,Exempt,Meeting date\nOpen,10:00,,1 May 2030\nClosed,10:10,yes,1 May 2030\nOther,10:20,,2 May 2030',
      null,
    );
    expect(read?.meetsOn).toBe('2030-05-01');
    expect(read?.lines.map(({ title, outcome }) => [title, outcome])).toEqual([
      ['Open', 'ADDED'],
      ['Closed', 'PASSED_OVER'],
      ['Other', 'PASSED_OVER'],
    ]);
  });
});
