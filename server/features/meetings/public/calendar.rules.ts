/** A calendar as RFC 5545 writes it. Pure. */

export interface Appointment {
  uid: string;
  /** When what is said here was last changed. */
  changedAt: string;
  sequence: number;
  summary: string;
  /** A day, or hours of a day in England. */
  on: string;
  from: string | null;
  until: string | null;
  place: string | null;
  description: string | null;
  url: string | null;
  isCancelled: boolean;
}

const encoder = new TextEncoder();

/** A line has 75 bytes at most; what is longer goes on, after a space, in the next. No letter is cut in two. */
export function folded(line: string): string {
  const lines: string[] = [];
  let [current, size] = ['', 0];
  for (const character of line) {
    const bytes = encoder.encode(character).length;
    if (size + bytes > 75) {
      lines.push(current);
      [current, size] = [' ', 1];
    }
    current += character;
    size += bytes;
  }
  return [...lines, current].join('\r\n');
}

const text = (words: string): string =>
  words.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n');

const stamp = (instant: string): string =>
  `${new Date(instant).toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;

const dayOf = (day: string): string => day.replaceAll('-', '');
const local = (day: string, clock: string): string => `${dayOf(day)}T${clock.replace(':', '')}00`;

function nextDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

/** Since 1996 summer time begins and ends on the last Sundays of March and October. */
const ENGLAND = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/London',
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'TZNAME:BST',
  'DTSTART:19960331T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'TZNAME:GMT',
  'DTSTART:19961027T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
];

function event(one: Appointment): string[] {
  const { on, from, until } = one;
  const zone = ';TZID=Europe/London';
  return [
    'BEGIN:VEVENT',
    `UID:${one.uid}`,
    `DTSTAMP:${stamp(one.changedAt)}`,
    `SEQUENCE:${one.sequence}`,
    from === null ? `DTSTART;VALUE=DATE:${dayOf(on)}` : `DTSTART${zone}:${local(on, from)}`,
    ...(from === null ? [`DTEND;VALUE=DATE:${dayOf(nextDay(on))}`] : []),
    ...(from !== null && until !== null ? [`DTEND${zone}:${local(on, until)}`] : []),
    `SUMMARY:${text(one.summary)}`,
    ...(one.place ? [`LOCATION:${text(one.place)}`] : []),
    ...(one.description ? [`DESCRIPTION:${text(one.description)}`] : []),
    ...(one.url ? [`URL:${one.url}`] : []),
    `STATUS:${one.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    // A day by which something is due keeps nobody busy.
    ...(from === null ? ['TRANSP:TRANSPARENT'] : []),
    'END:VEVENT',
  ];
}

export function calendar(name: string, appointments: readonly Appointment[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Accord//Meetings//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${text(name)}`,
    `X-WR-CALNAME:${text(name)}`,
    'X-WR-TIMEZONE:Europe/London',
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...ENGLAND,
    ...appointments.flatMap(event),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
