import { describeStatusCounts, STATUSES_BY_CONCERN, type StatusCounts, statusWords } from '../format/status';
import { classes } from './classes';
import { StatusBlock } from './StatusPill';
import './status.css';

interface StatusBarProps {
  readonly counts: StatusCounts;
  /** What is counted: 'Actions of workstream 2'. */
  readonly label: string;
  /** 'full' has a legend beneath, 'bar' letters inside the bar, 'thin' is for a row of a table. */
  readonly look?: 'full' | 'bar' | 'thin';
}

/** How many of each status, worst first, as a bar and always also in words. */
export function StatusBar({ counts, label, look = 'full' }: StatusBarProps) {
  const parts = STATUSES_BY_CONCERN.map((status) => ({ status, count: counts[status] ?? 0 })).filter(
    (part) => part.count > 0,
  );
  return (
    <div className="status-summary">
      <div
        className={classes('status-bar', look === 'thin' && 'status-bar-thin')}
        role="img"
        aria-label={`${label}: ${describeStatusCounts(counts)}`}
        title={describeStatusCounts(counts)}
      >
        {parts.map(({ status, count }) => (
          <span
            key={status}
            className={classes('status-bar-part', `status-${statusWords(status).tone}`)}
            style={{ flexGrow: count, flexBasis: 0 }}
          >
            {look !== 'thin' && statusWords(status).letter}
          </span>
        ))}
        {parts.length === 0 && <span className="status-bar-empty" />}
      </div>
      {look === 'full' && (
        <ul className="status-legend" aria-label={label}>
          {parts.map(({ status, count }) => (
            <li key={status}>
              <StatusBlock status={status} isDecorative />
              <b>{count}</b> {statusWords(status).label}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
