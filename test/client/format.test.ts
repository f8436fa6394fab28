import { describe, expect, it } from 'vitest';
import { formatCount, formatList, formatNumber, formatShare } from '../../client/platform/format/counts.js';
import {
  financialYear,
  formatDay,
  formatDayOfYear,
  formatDayRange,
  formatInstant,
  formatLongDay,
  formatMonth,
  formatTime,
  londonDay,
  relativeDay,
  relativeInstant,
} from '../../client/platform/format/dates.js';
import { organisationInitials, personInitials, shortPersonName } from '../../client/platform/format/names.js';
import { compareReferences, formatReference } from '../../client/platform/format/references.js';
import { describeStatusCounts, statusWords } from '../../client/platform/format/status.js';
import { readTypedDay } from '../../client/platform/format/typedDay.js';
import { BragStatus } from '../../schema/vocabulary.js';

describe('days', () => {
  it('are written as UK readers write them', () => {
    expect(formatDay('2018-04-30')).toBe('30 Apr 2018');
    expect(formatDay('2018-09-01')).toBe('1 Sep 2018');
    expect(formatDayOfYear('2018-09-01')).toBe('1 Sep');
    expect(formatMonth('2018-09-01')).toBe('Sep 2018');
    expect(formatLongDay('2018-04-30')).toBe('Monday 30 April 2018');
  });

  it('stay as written when they are not a calendar day', () => {
    expect(formatDay('Mid April 2018')).toBe('Mid April 2018');
    expect(formatDay('2018-02-30')).toBe('2018-02-30');
    expect(relativeDay('TBC', '2018-04-30')).toBe('TBC');
  });

  it('say a shared month and year once in a range', () => {
    expect(formatDayRange('2018-04-01', '2018-04-30')).toBe('1–30 Apr 2018');
    expect(formatDayRange('2018-04-01', '2018-06-30')).toBe('1 Apr – 30 Jun 2018');
    expect(formatDayRange('2018-04-01', '2019-03-31')).toBe('1 Apr 2018 – 31 Mar 2019');
    expect(formatDayRange('2018-04-01', '2018-04-01')).toBe('1 Apr 2018');
  });

  it('fall in the financial year that begins on 1 April', () => {
    expect(financialYear('2018-03-31')).toBe('2017-18');
    expect(financialYear('2018-04-01')).toBe('2018-19');
    expect(financialYear('1999-12-31')).toBe('1999-00');
  });

  it.each([
    ['2018-04-30', 'today'],
    ['2018-05-01', 'tomorrow'],
    ['2018-04-29', 'yesterday'],
    ['2018-05-03', 'in 3 days'],
    ['2018-04-20', '10 days ago'],
    ['2018-05-14', 'in 2 weeks'],
    ['2018-02-01', '2 months ago'],
    ['2019-04-30', 'in 11 months'],
    ['2021-05-01', 'in 3 years'],
  ])('%s is said as %s on 30 April 2018', (on, said) => {
    expect(relativeDay(on, '2018-04-30')).toBe(said);
  });

  it('count across the change of the clocks as whole days', () => {
    expect(relativeDay('2018-03-26', '2018-03-24')).toBe('in 2 days');
    expect(relativeDay('2018-10-27', '2018-10-29')).toBe('2 days ago');
  });
});

describe('days as they are typed', () => {
  const read = (text: string) => readTypedDay(text, '2026-06-15');

  it('are read however they are written', () => {
    for (const text of ['31 Aug 2026', '31st August 2026', 'Monday 31 August 2026', '31/8/26', '31.08.2026'])
      expect(read(text)).toBe('2026-08-31');
    expect(read(' 2026-08-31 ')).toBe('2026-08-31');
    expect(read('1 sept 2027')).toBe('2027-09-01');
  });

  it('without a year are the next such day', () => {
    expect(read('31 August')).toBe('2026-08-31');
    expect(read('15 June')).toBe('2026-06-15');
    expect(read('14 June')).toBe('2027-06-14');
  });

  it('are none when there is no such day', () => {
    for (const text of ['', '31 September 2026', '30/2/2026', 'August 2026', 'TBC', '31 ma 2026', '12'])
      expect(read(text)).toBeNull();
  });
});

describe('instants', () => {
  it('are shown by the London clock, in winter and in summer time', () => {
    expect(formatTime('2018-01-15T10:42:00Z')).toBe('10:42');
    expect(formatTime('2018-07-15T10:42:00Z')).toBe('11:42');
    expect(formatTime('2018-07-14T23:05:00Z')).toBe('00:05');
    expect(formatInstant('2018-07-15T23:30:00Z')).toBe('16 Jul 2018 at 00:30');
  });

  it('belong to the London day', () => {
    expect(londonDay('2018-07-15T23:30:00Z')).toBe('2018-07-16');
    expect(londonDay(new Date('2018-01-15T23:30:00Z'))).toBe('2018-01-15');
  });

  it('are said relative to now, and by date once a day is past', () => {
    const now = new Date('2018-07-15T12:00:00Z');
    expect(relativeInstant('2018-07-15T11:59:40Z', now)).toBe('just now');
    expect(relativeInstant('2018-07-15T11:59:00Z', now)).toBe('1 minute ago');
    expect(relativeInstant('2018-07-15T11:18:00Z', now)).toBe('42 minutes ago');
    expect(relativeInstant('2018-07-15T07:00:00Z', now)).toBe('today at 08:00');
    expect(relativeInstant('2018-07-14T07:00:00Z', now)).toBe('yesterday at 08:00');
    expect(relativeInstant('2018-07-10T07:00:00Z', now)).toBe('10 Jul 2018 at 08:00');
  });

  it('just ahead of a slow clock are not said to lie in the future', () => {
    expect(relativeInstant('2018-07-15T12:00:30Z', new Date('2018-07-15T12:00:00Z'))).toBe('just now');
  });
});

describe('counts', () => {
  it('agree with their noun', () => {
    expect(formatCount(0, 'action')).toBe('no actions');
    expect(formatCount(1, 'action')).toBe('1 action');
    expect(formatCount(1234, 'action')).toBe('1,234 actions');
    expect(formatCount(2, 'priority', 'priorities')).toBe('2 priorities');
    expect(formatNumber(10_000)).toBe('10,000');
  });

  it('never round a share up to all or down to none', () => {
    expect(formatShare(999, 1000)).toBe('99%');
    expect(formatShare(1, 1000)).toBe('1%');
    expect(formatShare(1000, 1000)).toBe('100%');
    expect(formatShare(0, 1000)).toBe('0%');
    expect(formatShare(0, 0)).toBe('0%');
    expect(formatShare(1, 3)).toBe('33%');
  });

  it('list names as a sentence does', () => {
    expect(formatList([])).toBe('');
    expect(formatList(['Carlisle'])).toBe('Carlisle');
    expect(formatList(['Carlisle', 'Eden'])).toBe('Carlisle and Eden');
    expect(formatList(['Carlisle', 'Eden', 'Allerdale'])).toBe('Carlisle, Eden and Allerdale');
    expect(formatList(['Carlisle', 'Eden', 'Allerdale', 'Barrow'], 2)).toBe('Carlisle, Eden and 2 others');
    expect(formatList(['Carlisle', 'Eden', 'Allerdale'], 2)).toBe('Carlisle, Eden and 1 other');
  });
});

describe('names', () => {
  it('give an organisation a mark of up to three letters', () => {
    expect(organisationInitials('Cumbria County Council')).toBe('CCC');
    expect(organisationInitials('North Cumbria University Hospitals NHS Trust')).toBe('NCU');
    expect(organisationInitials('Office of the Police and Crime Commissioner')).toBe('OPC');
    expect(organisationInitials('NCUHT')).toBe('NCU');
    expect(organisationInitials('Healthwatch')).toBe('HE');
    expect(organisationInitials('  ')).toBe('?');
  });

  it('give a person two letters, without their title', () => {
    expect(personInitials('Cllr Aisha Begum Khan')).toBe('AK');
    expect(personInitials('Dr. Jon')).toBe('J');
    expect(personInitials('')).toBe('?');
  });

  it('shorten a person to initial and surname', () => {
    expect(shortPersonName('Aisha Khan')).toBe('A. Khan');
    expect(shortPersonName('Cllr Aisha Begum Khan')).toBe('A. Khan');
    expect(shortPersonName('Dr Khan')).toBe('Dr Khan');
    expect(shortPersonName('Aisha')).toBe('Aisha');
  });
});

describe('references', () => {
  it('are shown with their workstream', () => {
    expect(formatReference('WS2', 'B12')).toBe('WS2 B12');
    expect(formatReference('Workstream 2', 'B12')).toBe('WS2 B12');
    expect(formatReference('2', 'B12')).toBe('WS2 B12');
    expect(formatReference(null, 'A/B 3')).toBe('A/B 3');
    expect(formatReference('WS2', undefined)).toBe('WS2');
    expect(formatReference('Finance', 'B4')).toBe('Finance B4');
  });

  it('sort as a plan numbers them', () => {
    const shuffled = ['B10', 'A1', 'C4.1', 'B2', 'C4', 'C4.1.5', 'C4.10', 'B2.3', 'A/B 3'];
    expect(shuffled.sort(compareReferences)).toEqual([
      'A/B 3',
      'A1',
      'B2',
      'B2.3',
      'B10',
      'C4',
      'C4.1',
      'C4.1.5',
      'C4.10',
    ]);
  });
});

describe('status', () => {
  it('always has a word and a letter of its own', () => {
    const all = Object.values(BragStatus).map((status) => statusWords(status));
    expect(new Set(all.map((words) => words.letter)).size).toBe(all.length);
    expect(all.map((words) => words.label)).toEqual(['Blue', 'Green', 'Amber', 'Red', 'Not yet rated']);
  });

  it('is summed up in words, worst first, leaving out what is empty', () => {
    expect(describeStatusCounts({ GREEN: 5, RED: 2, BLUE: 0, NOT_YET_RATED: 1 })).toBe(
      '2 Red, 5 Green, 1 Not yet rated',
    );
    expect(describeStatusCounts({})).toBe('none');
  });
});
