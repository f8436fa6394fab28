import { addDays } from '../../platform/format/dates.js';

export interface Holiday {
  readonly on: string;
  readonly name: string;
}

/** A meeting, as far as the calendar goes. */
export interface Dated {
  readonly id: string;
  readonly meetsOn: string;
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly meetingStatus: string;
  readonly boards: readonly { readonly id: string; readonly name: string }[];
  readonly timetable: {
    readonly dispatchBy: { readonly on: string };
    readonly questionsBy: { readonly on: string } | null;
  } | null;
}

interface Seated {
  readonly id: string;
  readonly seats: readonly { readonly holder: { readonly id: string; readonly name: string } | null }[];
}

/** The year as councils, treasurers and calendars count it. */
export const YEARS = {
  MUNICIPAL: { label: 'Municipal year (May to April)', begins: 5 },
  FINANCIAL: { label: 'Financial year (April to March)', begins: 4 },
  CALENDAR: { label: 'Calendar year', begins: 1 },
} as const;
export type YearKind = keyof typeof YEARS;

export interface Span {
  readonly from: string;
  readonly until: string;
  /** “2026/27”, or “2026”. */
  readonly label: string;
  /** Its twelve months, as '2026-05'. */
  readonly months: readonly string[];
}

/** The number of the year that a day is in: that of its first month. */
export function yearOf(kind: YearKind, day: string): number {
  const year = Number(day.slice(0, 4));
  return Number(day.slice(5, 7)) < YEARS[kind].begins ? year - 1 : year;
}

export function spanOf(kind: YearKind, year: number): Span {
  const { begins } = YEARS[kind];
  const months = Array.from({ length: 12 }, (_, i) => {
    const at = begins - 1 + i;
    return `${year + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
  const next = `${year + 1}-${String(begins).padStart(2, '0')}-01`;
  return {
    from: `${months[0]}-01`,
    until: addDays(next, -1),
    label: begins === 1 ? String(year) : `${year}/${String((year + 1) % 100).padStart(2, '0')}`,
    months,
  };
}

export type DayMark = 'MEETING' | 'DISPATCH' | 'QUESTIONS' | 'HOLIDAY';

/** Something that stands in the calendar on a day. */
export interface YearDay<Meeting extends Dated = Dated> {
  readonly on: string;
  readonly mark: DayMark;
  readonly meeting: Meeting | null;
  /** Of a holiday. */
  readonly name: string | null;
}

const ORDER: readonly DayMark[] = ['HOLIDAY', 'MEETING', 'DISPATCH', 'QUESTIONS'];

/** All days of a span that anything stands on, in order. */
export function daysOf<Meeting extends Dated>(
  meetings: readonly Meeting[],
  holidays: readonly Holiday[],
  span: Span,
): YearDay<Meeting>[] {
  const ofMeetings = meetings.flatMap((meeting): YearDay<Meeting>[] => {
    const one = { meeting, name: null };
    const { meetsOn, meetingStatus, timetable } = meeting;
    if (meetingStatus === 'CANCELLED') return [{ ...one, on: meetsOn, mark: 'MEETING' }];
    return [
      { ...one, on: meetsOn, mark: 'MEETING' },
      ...(timetable ? [{ ...one, on: timetable.dispatchBy.on, mark: 'DISPATCH' } as const] : []),
      ...(timetable?.questionsBy
        ? [{ ...one, on: timetable.questionsBy.on, mark: 'QUESTIONS' } as const]
        : []),
    ];
  });
  return [
    ...ofMeetings,
    ...holidays.map(({ on, name }): YearDay<Meeting> => ({ on, mark: 'HOLIDAY', meeting: null, name })),
  ]
    .filter(({ on }) => on >= span.from && on <= span.until)
    .sort(
      (one, other) => one.on.localeCompare(other.on) || ORDER.indexOf(one.mark) - ORDER.indexOf(other.mark),
    );
}

/** Two meetings of one day, or a meeting on a day when nobody works. */
export interface Clash<Meeting extends Dated = Dated> {
  readonly on: string;
  readonly meetings: readonly Meeting[];
  /** Who sits on boards of both. */
  readonly people: readonly string[];
  readonly isAtOnce: boolean;
  readonly holiday: string | null;
}

/** The names of those who hold seats, by board. */
export type Sitters = ReadonlyMap<string, ReadonlyMap<string, string>>;

export const sittersOf = (boards: readonly Seated[]): Sitters =>
  new Map(
    boards.map(({ id, seats }) => [
      id,
      new Map(seats.flatMap(({ holder }) => (holder ? [[holder.id, holder.name] as const] : []))),
    ]),
  );

const sharedBy = (one: Dated, other: Dated, sitters: Sitters): string[] => {
  const at = (meeting: Dated) => new Map(meeting.boards.flatMap(({ id }) => [...(sitters.get(id) ?? [])]));
  const others = at(other);
  return [...at(one)].flatMap(([id, name]) => (others.has(id) ? [name] : [])).sort();
};

/** Whether their hours meet; what has no end is taken to last. */
const isAtOnce = (one: Dated, other: Dated): boolean =>
  one.startsAt < (other.endsAt ?? '24:00') && other.startsAt < (one.endsAt ?? '24:00');

const isPlanned = ({ meetingStatus }: Dated): boolean => meetingStatus === 'PLANNED';

/** What stands in the way of one another, of meetings that are still to be held. */
export function clashesOf<Meeting extends Dated>(
  meetings: readonly Meeting[],
  holidays: readonly Holiday[],
  sitters: Sitters,
): Clash<Meeting>[] {
  const planned = meetings.filter(isPlanned);
  const names = new Map(holidays.map(({ on, name }) => [on, name]));
  const pairs = planned.flatMap((one, i) =>
    planned.slice(i + 1).flatMap((other): Clash<Meeting>[] =>
      other.meetsOn === one.meetsOn
        ? [
            {
              ...{ on: one.meetsOn, meetings: [one, other], holiday: null },
              ...{ people: sharedBy(one, other, sitters), isAtOnce: isAtOnce(one, other) },
            },
          ]
        : [],
    ),
  );
  const shut = planned.flatMap((meeting): Clash<Meeting>[] => {
    const holiday = names.get(meeting.meetsOn);
    return holiday
      ? [{ on: meeting.meetsOn, meetings: [meeting], people: [], isAtOnce: false, holiday }]
      : [];
  });
  return [...pairs, ...shut].sort((one, other) => one.on.localeCompare(other.on));
}
