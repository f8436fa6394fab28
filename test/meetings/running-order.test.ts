import { describe, expect, it } from 'vitest';
import { overrunMinutes, plannedMinutes, runningOrder } from '../../schema/running-order.js';

const item = (name: string, minutes: number | null, isRestricted = false) => ({
  name,
  minutes,
  isRestricted,
});
const told = (startsAt: string, items: ReturnType<typeof item>[]) =>
  runningOrder(startsAt, items).map((one) => `${one.number} ${one.startsAt ?? '–'} ${one.item.name}`);

describe('the running order of an agenda', () => {
  it('begins each item when those before it are over', () => {
    expect(
      told('10:30', [item('Apologies', 5), item('Minutes', 5), item('Report', 10), item('Obesity', 40)]),
    ).toEqual(['1 10:30 Apologies', '2 10:35 Minutes', '3 10:40 Report', '4 10:50 Obesity']);
  });

  it('gives an item without minutes a number and no time', () => {
    expect(told('09:00', [item('A', 30), item('Any other business', null), item('B', 5)])).toEqual([
      '1 09:00 A',
      '2 – Any other business',
      '3 09:30 B',
    ]);
  });

  it('takes what is restricted last, wherever it was put, so that no public number or time tells of it', () => {
    const open = [item('A', 10), item('B', 10)];
    const withSecret = [item('A', 10), item('Secret', 45, true), item('B', 10)];
    expect(told('10:00', withSecret).slice(0, 2)).toEqual(told('10:00', open));
    expect(told('10:00', withSecret)[2]).toBe('3 10:20 Secret');
  });

  it('goes on past midnight', () => {
    expect(told('23:50', [item('A', 20), item('B', 5)])[1]).toBe('2 00:10 B');
  });

  it('says by how much it runs over, and nothing without a planned end', () => {
    const items = [item('A', 60), item('B', 75), item('C', null)];
    expect(plannedMinutes(items)).toBe(135);
    expect(overrunMinutes('10:30', '12:30', items)).toBe(15);
    expect(overrunMinutes('10:30', '13:00', items)).toBe(-15);
    expect(overrunMinutes('10:30', null, items)).toBeNull();
  });
});
