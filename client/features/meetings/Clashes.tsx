import { Fragment } from 'react';
import { Link } from 'react-router';
import { formatList } from '../../platform/format/counts';
import { formatLongDay } from '../../platform/format/dates';
import type { Clash, Dated } from './yearDays';

const nameOf = ({ boards }: Dated): string => formatList(boards.map(({ name }) => name));
const MOST_NAMED = 3;

function why({ people, isAtOnce, holiday }: Clash): string {
  if (holiday) return `meets on a bank holiday (${holiday}).`;
  const when = isAtOnce ? 'meet at the same time' : 'meet on the same day';
  if (people.length === 0) return `${when}.`;
  return `${when}, and ${formatList(people, MOST_NAMED)} ${people.length === 1 ? 'sits' : 'sit'} on both.`;
}

/** What stands in the way of one another in a year. */
export function Clashes({ clashes }: { readonly clashes: readonly Clash[] }) {
  if (clashes.length === 0) return null;
  return (
    <section className="year-clashes" aria-labelledby="clashes">
      <h2 id="clashes">Clashes</h2>
      <ul>
        {clashes.map((clash) => (
          <li key={clash.meetings.map(({ id }) => id).join(' ')}>
            {formatLongDay(clash.on)}:{' '}
            {clash.meetings.map((meeting, i) => (
              <Fragment key={meeting.id}>
                {i > 0 && ' and '}
                <Link to={`/meetings/${meeting.id}`}>{nameOf(meeting)}</Link>
              </Fragment>
            ))}{' '}
            {why(clash)}
          </li>
        ))}
      </ul>
    </section>
  );
}
