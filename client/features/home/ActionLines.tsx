import { Link } from 'react-router';
import { formatDay, relativeDay } from '../../platform/format/dates';
import { formatReference } from '../../platform/format/references';
import { Button } from '../../platform/ui/Button';
import { classes } from '../../platform/ui/classes';
import { StatusBlock } from '../../platform/ui/StatusPill';
import type { HomeAction } from './home.queries';
import { Panel } from './Panel';

interface ActionLineProps {
  readonly action: HomeAction;
  readonly today: string;
  readonly isFresh: boolean;
}

function ActionLine({ action, today, isFresh }: ActionLineProps) {
  const { id, reference, title, status, timing, workstream, plan, isOverdue } = action;
  const end = timing?.end ?? null;
  return (
    <li className={classes('home-line', isFresh && 'is-fresh')}>
      <StatusBlock status={status} />
      <div className="home-line-words">
        <Link to={`/plans/${plan.id}/actions/${id}`}>
          {reference !== null && (
            <span className="reference">{formatReference(workstream.number, reference)} </span>
          )}
          {title}
        </Link>
        <span className="quiet">{plan.title}</span>
      </div>
      <span className={classes('home-line-due', isOverdue && 'is-overdue')}>
        {end === null ? (
          (timing?.asWritten ?? 'No date')
        ) : (
          <>
            <span>{formatDay(end)}</span>
            <span>{isOverdue ? `due ${relativeDay(end, today)}` : relativeDay(end, today)}</span>
          </>
        )}
      </span>
    </li>
  );
}

interface ActionLinesProps {
  readonly id: string;
  readonly title: string;
  readonly actions: readonly HomeAction[];
  readonly total: number;
  readonly today: string;
  readonly fresh: ReadonlySet<string>;
  /** Said where there are none. */
  readonly empty: string;
  readonly onMore: () => void;
}

/** Actions with a date, soonest first. */
export function ActionLines({ id, title, actions, total, today, fresh, empty, onMore }: ActionLinesProps) {
  return (
    <Panel id={id} title={title} count={total} empty={empty}>
      <ul className="home-lines" aria-labelledby={id}>
        {actions.map((action) => (
          <ActionLine key={action.id} action={action} today={today} isFresh={fresh.has(action.id)} />
        ))}
      </ul>
      {actions.length < total && (
        <Button look="quiet" size="sm" onPress={onMore}>
          Show more
        </Button>
      )}
    </Panel>
  );
}
