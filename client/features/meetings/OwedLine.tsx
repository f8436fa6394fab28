import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatDay } from '../../platform/format/dates';
import { Button } from '../../platform/ui/Button';
import { classes } from '../../platform/ui/classes';
import type { OutstandingItem } from './outstanding.queries';
import { dueWords, nudgeWords, taskOf, titleOf } from './outstandingWords';
import './outstanding.css';

interface OwedLineProps {
  readonly item: OutstandingItem;
  readonly today: string;
  /** Where it is done, where it is not on the report’s own page. */
  readonly href?: string;
  /** Does it here and now, where whoever reads can. */
  readonly onDo?: (() => void) | undefined;
  /** Said below it: the meeting it is for. */
  readonly children?: ReactNode;
}

/** One thing that somebody owes a meeting: what is to be done, and how long there is. */
export function OwedLine({ item, today, href, onDo, children }: OwedLineProps) {
  const to = item.report ? `/reports/${item.report.id}` : href;
  const nudged = nudgeWords(item, today);
  const title = titleOf(item);
  return (
    <li className="owed-line">
      <span className="owed-words">
        <span>{to === undefined ? title : <Link to={to}>{title}</Link>}</span>
        {onDo ? (
          <Button
            size="sm"
            look="quiet"
            className="owed-do"
            aria-label={`${taskOf(item)}: ${title}`}
            onPress={onDo}
          >
            {taskOf(item)}
          </Button>
        ) : (
          <span className="quiet">{taskOf(item)}</span>
        )}
        {children}
        {nudged && <span className="owed-nudged">{nudged}</span>}
      </span>
      <span className={classes('owed-due', item.isLate && 'is-late')}>
        <span>{formatDay(item.dueOn)}</span>
        <span>{dueWords(item, today)}</span>
      </span>
    </li>
  );
}
