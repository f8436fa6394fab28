import { Link } from 'react-router';
import { formatDayRange } from '../../platform/format/dates';
import { Badge } from '../../platform/ui/Badge';
import { classes } from '../../platform/ui/classes';
import { StatusBar } from '../../platform/ui/StatusBar';
import { countsOf } from '../plans/statusCounts';
import type { HomePlan } from './home.queries';

interface PlanLinesProps {
  readonly plans: readonly HomePlan[];
  readonly labelledBy: string;
  readonly fresh: ReadonlySet<string>;
}

/** Plans with how they stand. */
export function PlanLines({ plans, labelledBy, fresh }: PlanLinesProps) {
  return (
    <ul className="home-plans" aria-labelledby={labelledBy}>
      {plans.map(({ id, title, startsOn, endsOn, summary, isRestricted }) => (
        <li key={id} className={classes('home-plan', fresh.has(id) && 'is-fresh')}>
          <h3>
            <Link to={`/plans/${id}`}>{title}</Link>
            {isRestricted && <Badge icon="lock">Restricted</Badge>}
          </h3>
          <p className="quiet">
            {formatDayRange(startsOn, endsOn)}
            {summary.overdue > 0 && ` · ${summary.overdue} overdue`}
          </p>
          {summary.total > 0 ? (
            <StatusBar label={`Actions of ${title}`} counts={countsOf(summary)} />
          ) : (
            <p className="quiet">No actions yet</p>
          )}
        </li>
      ))}
    </ul>
  );
}
