import { formatDay, londonDay } from '../../platform/format/dates';
import type { PlanLine } from './forwardPlan.queries';
import { daysWords, slippedWords } from './forwardPlanWords';

/** How often it slipped, and why each time for whoever asks. */
export function EntrySlips({ line }: { readonly line: PlanLine }) {
  const { slips } = line;
  if (slips.length === 0) return null;
  return (
    <details className="plan-slips">
      <summary>{slippedWords(slips.length)}</summary>
      <ol>
        {slips.map(({ id, reason, createdAt, fromMeeting, toMeeting, slippedBy, ...days }) => (
          <li key={id}>
            <span className="quiet">
              From {fromMeeting ? formatDay(fromMeeting.meetsOn) : 'a meeting'} to{' '}
              {toMeeting ? formatDay(toMeeting.meetsOn) : 'no meeting yet'}, on{' '}
              {formatDay(londonDay(createdAt))}
              {slippedBy && ` by ${slippedBy.name}`}:
            </span>{' '}
            {reason}
            {daysWords(days) && <span className="quiet"> {daysWords(days)} went with it.</span>}
          </li>
        ))}
      </ol>
    </details>
  );
}
