import { describe, expect, it } from 'vitest';
import { ruleProfileOf } from '../../server/features/boards/rule-profiles.js';
import { timetableOf } from '../../server/features/boards/timetable.rules.js';
import { type Appointment, calendar, folded } from '../../server/features/meetings/public/calendar.rules.js';
import { meetingsCalendar } from '../../server/features/meetings/public/feeds.js';
import type { PublicMeeting } from '../../server/features/meetings/public/public.queries.js';

const meeting: Appointment = {
  ...{
    uid: 'a@accord',
    changedAt: '2030-07-01T09:00:00.123Z',
    sequence: 2,
    summary: 'Board: Ordinary, meeting',
  },
  ...{ on: '2030-07-19', from: '10:30', until: '12:30', place: 'Town Hall; first floor' },
  ...{ description: 'Line\nbreak', url: 'https://example.org/a', isCancelled: false },
};
const linesOf = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

describe('a calendar', () => {
  it('gives hours in England, and escapes what has a meaning', () => {
    expect(linesOf(calendar('Board', [meeting]))).toEqual(
      expect.arrayContaining([
        'DTSTART;TZID=Europe/London:20300719T103000',
        'DTEND;TZID=Europe/London:20300719T123000',
        'DTSTAMP:20300701T090000Z',
        'SUMMARY:Board: Ordinary\\, meeting',
        'LOCATION:Town Hall\\; first floor',
        'DESCRIPTION:Line\\nbreak',
        'STATUS:CONFIRMED',
      ]),
    );
  });

  it('gives a day by which something is due as a whole day that keeps nobody busy, over the end of a year', () => {
    const due = { ...meeting, on: '2030-12-31', from: null, until: null, isCancelled: true };
    const lines = linesOf(calendar('Board', [due]));
    expect(lines).toContain('DTSTART;VALUE=DATE:20301231');
    expect(lines).toContain('DTEND;VALUE=DATE:20310101');
    expect(lines).toContain('TRANSP:TRANSPARENT');
    expect(lines).toContain('STATUS:CANCELLED');
  });

  it('writes lines of 75 bytes at most and cuts no letter in two', () => {
    const words = `SUMMARY:${'Ŵ—é'.repeat(60)}`;
    const lines = folded(words).split('\r\n');
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(lines.map((line, i) => (i ? line.slice(1) : line)).join('')).toBe(words);
  });
});

describe('the calendar of a board for those entitled', () => {
  const meets = { id: 'm', meetsOn: '2030-07-19', status: 'PLANNED', boards: [{ id: 'b', name: 'Cabinet' }] };
  const shown = {
    ...{ title: 'Meeting', startsAt: '10:30', endsAt: null, place: null, statusReason: null, moved: null },
    ...{ version: 1, updatedAt: '2030-01-01T00:00:00Z', publications: [] },
  };
  const daysOf = (profile: string) => {
    const { values } = ruleProfileOf(profile as never);
    const timetable = timetableOf(meets.meetsOn, [{ boardId: 'b', rules: values }]);
    const board = { name: 'Cabinet', meetings: [{ ...shown, ...meets } as PublicMeeting] };
    return linesOf(meetingsCalendar(board, '', new Map([['m', timetable]])));
  };

  it('has the days of public notice, twenty-eight clear days before, where the rules have them', () => {
    const lines = daysOf('COUNCIL_EXECUTIVE');
    for (const words of ['Notice of key decisions due', 'Notice of a part in private due'])
      expect(lines).toContain(`SUMMARY:${words}: Cabinet\\, Friday 19 July 2030`);
    expect(lines.filter((line) => line === 'DTSTART;VALUE=DATE:20300620')).toHaveLength(2);
    expect(daysOf('HEALTH_AND_WELLBEING_BOARD').join()).not.toContain('Notice of');
  });
});
