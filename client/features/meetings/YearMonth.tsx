import { Link } from 'react-router';
import { addDays, formatDayOfYear, formatMonth } from '../../platform/format/dates';
import { Badge } from '../../platform/ui/Badge';
import { classes } from '../../platform/ui/classes';
import type { YearMeeting } from './year.queries';
import type { YearDay } from './yearDays';

interface YearMonthProps {
  /** '2026-05'. */
  readonly month: string;
  readonly days: readonly YearDay<YearMeeting>[];
  /** Meetings that something stands in the way of. */
  readonly clashing: ReadonlySet<string>;
  /** The board whose year it is: it need not be named. */
  readonly ofBoardId: string | null;
}

const WEEK = ['M', 'T', 'W', 'T', 'F', 'S', 'S'];
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const weekday = (on: string): number => new Date(`${on}T00:00:00Z`).getUTCDay();

/** A month: at a glance, and as the list that says it all. */
export function YearMonth({ month, days, clashing, ofBoardId }: YearMonthProps) {
  const name = formatMonth(`${month}-01`);
  return (
    <section className="year-month" aria-labelledby={`month-${month}`}>
      <h2 id={`month-${month}`}>{name}</h2>
      <Glance month={month} days={days} />
      {days.length === 0 ? (
        <p className="quiet">Nothing.</p>
      ) : (
        <ul className="year-days" aria-label={name}>
          {days.map(({ on, mark, meeting, name: holiday }) => (
            <li key={`${on} ${mark} ${meeting?.id ?? ''}`} className={`year-day is-${mark.toLowerCase()}`}>
              <span className="year-on">
                {Number(on.slice(8))} <span className="quiet">{WEEKDAYS[weekday(on)]}</span>
              </span>
              <span className="year-what">
                {meeting ? <What {...{ mark, meeting, ofBoardId }} /> : holiday}{' '}
                {mark === 'MEETING' && meeting && clashing.has(meeting.id) && (
                  <Badge look="warning">Clash</Badge>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface WhatProps extends Pick<YearDay, 'mark'> {
  readonly meeting: YearMeeting;
  readonly ofBoardId: string | null;
}

function What({ mark, meeting, ofBoardId }: WhatProps) {
  const { id, title, startsAt, meetingStatus, boards } = meeting;
  const others = boards.filter((board) => board.id !== ofBoardId);
  const names = others.map(({ name, shortName }) => shortName ?? name).join(' and ');
  const whose = [title === 'Meeting' && names ? null : title, names && ofBoardId ? `with ${names}` : names]
    .filter(Boolean)
    .join(', ');
  if (mark === 'MEETING')
    return (
      <>
        <Link to={`/meetings/${id}`}>{whose}</Link>, {startsAt}{' '}
        {meetingStatus === 'CANCELLED' && <Badge look="warning">Cancelled</Badge>}
      </>
    );
  return (
    <>
      {mark === 'DISPATCH' ? 'Papers out' : 'Questions in'}
      <span className="quiet">
        {' '}
        for {formatDayOfYear(meeting.meetsOn)}
        {ofBoardId ? '' : `, ${names}`}
      </span>
    </>
  );
}

/** The month as a wall calendar shows it. The list below says the same, and is what is read out. */
function Glance({ month, days }: Pick<YearMonthProps, 'month' | 'days'>) {
  const marks = new Map<string, string[]>();
  for (const { on, mark } of days) marks.set(on, [...(marks.get(on) ?? []), `is-${mark.toLowerCase()}`]);
  const first = `${month}-01`;
  const monday = addDays(first, -((weekday(first) + 6) % 7));
  const weeks = Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (__, at) => addDays(monday, week * 7 + at)),
  ).filter((week) => week.some((on) => on.startsWith(month)));
  return (
    <table className="year-glance" aria-hidden="true">
      <thead>
        <tr>
          {WEEK.map((letter, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the days of a week have their places
            <th key={at}>{letter}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((on) => (
              <td key={on} className={classes(...(on.startsWith(month) ? (marks.get(on) ?? []) : []))}>
                {on.startsWith(month) ? Number(on.slice(8)) : ''}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
