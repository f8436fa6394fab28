import { useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { formatDay, formatLongDay } from '../../platform/format/dates';
import { readTypedDay } from '../../platform/format/typedDay';
import { useToday } from '../../platform/format/useToday';
import { refusalOf } from '../../platform/graphql/errors';
import { Badge } from '../../platform/ui/Badge';
import { DayField } from '../../platform/ui/DayField';
import { type Timetable, timetableQuery } from './boardRules.queries';

const WORDS = {
  privateNoticeBy: 'Notice of a part in private',
  furtherNoticeBy: 'Further notice of a part in private',
  keyDecisionNoticeBy: 'Notice of key decisions',
  draftReportsBy: 'Draft reports in',
  clearancesBy: 'Reports cleared',
  dispatchBy: 'Papers out',
  questionsBy: 'Questions from the public in',
} as const;

interface PapersOutProps {
  readonly boardId: string;
  /** Of the board’s rules: other rules are other days. */
  readonly version: number;
}

/** When papers would have to go out for a meeting on a day, and what comes before that. */
export function PapersOut({ boardId, version }: PapersOutProps) {
  const today = useToday();
  const [typed, setTyped] = useState('');
  const meetsOn = readTypedDay(typed, today);
  const [{ data, error }, ask] = useQuery({
    query: timetableQuery,
    variables: { boardIds: [boardId], meetsOn: meetsOn ?? '' },
    pause: meetsOn === null,
  });
  // Nothing in the answer says under which rules it was worked out, so other rules are another question.
  const askedUnder = useRef(version);
  useEffect(() => {
    if (askedUnder.current === version) return;
    askedUnder.current = version;
    if (meetsOn !== null) ask({ requestPolicy: 'network-only' });
  }, [version, meetsOn, ask]);
  const timetable = data?.meetingTimetable;
  return (
    <div className="papers-out">
      <h3>When would papers have to go out?</h3>
      <DayField label="A meeting on" value={typed} onChange={setTyped} />
      <div aria-live="polite">
        {meetsOn !== null && error && <p className="quiet">{refusalOf(error)?.message}</p>}
        {meetsOn !== null && !error && timetable?.meetsOn === meetsOn && (
          <DayList timetable={timetable} today={today} />
        )}
      </div>
    </div>
  );
}

/** How much is late of what was wanted by a day. */
export type LateByDay = Readonly<Partial<Record<keyof typeof WORDS, number>>>;

interface DayListProps {
  readonly timetable: Timetable;
  readonly today: string;
  readonly late?: LateByDay;
  /** Whether several boards meet at once: then it is said whose rule sets a day. */
  readonly isJoint?: boolean;
}

/** The days before a meeting, soonest first, and the meeting. */
export function DayList({ timetable, today, late = {}, isJoint = false }: DayListProps) {
  const days = (Object.keys(WORDS) as (keyof typeof WORDS)[])
    .flatMap((key) => {
      const day = timetable[key];
      return day ? [{ key, on: day.on, board: day.board }] : [];
    })
    .sort((one, other) => one.on.localeCompare(other.on));
  const areOfOne = new Set(days.map(({ board }) => board.id)).size === 1;
  return (
    <>
      <ol className="day-list">
        {days.map(({ key, on, board }) => (
          <li key={key} className={key === 'dispatchBy' ? 'is-dispatch' : undefined}>
            <span>{WORDS[key]}</span>
            <span className="day-on">
              by {formatLongDay(on)}
              {isJoint && !areOfOne && <span className="quiet"> (rules of {board.name})</span>}{' '}
              {on < today && <Badge look="warning">Past</Badge>}{' '}
              {late[key] !== undefined && <Badge look="danger">{late[key]} late</Badge>}
            </span>
          </li>
        ))}
        <li>
          <span>Meeting</span>
          <span className="day-on">{formatLongDay(timetable.meetsOn)}</span>
        </li>
      </ol>
      {isJoint && areOfOne && <p className="quiet">All by the rules of {days[0]?.board.name}.</p>}
      <p className="quiet">
        {timetable.holidays.length === 0
          ? 'No bank holiday on the way.'
          : `Bank holidays on the way: ${timetable.holidays.map(({ on, name }) => `${name} (${formatDay(on)})`).join(', ')}.`}
      </p>
    </>
  );
}
