import { Link } from 'react-router';
import { EndName } from '../actions/EndLink';
import type { PlanLine } from './forwardPlan.queries';
import { originWords } from './forwardPlanWords';
import type { Origin, OriginItem } from './origin.queries';

/** What something is for, leading to it. */
export function OriginName({ item }: { readonly item: OriginItem | null }) {
  if (!item) return null;
  if (item.__typename === 'ForwardPlanEntry') return <span>“{item.title}”</span>;
  if (item.__typename === 'Priority')
    return (
      <Link to={`/plans/${item.plan.id}/priorities/${item.id}`} preventScrollReset>
        <b>Priority {item.priorityNumber}</b> {item.title}
      </Link>
    );
  if (item.__typename !== 'CrossReference') return <EndName end={item} keepsPlace />;
  return (
    <>
      <EndName end={item.from} keepsPlace />
      {item.to && (
        <>
          {' and '}
          <EndName end={item.to} keepsPlace />
        </>
      )}
    </>
  );
}

/** Where a line came from and what it is for: what the plans proposed it for, as that stood then, what it was said by hand to report on, or who asked for it. */
export function EntryOrigins({ line }: { readonly line: PlanLine }) {
  if (line.origins.length === 0 && !line.cameFrom) return null;
  return (
    <ul className="plan-origins" aria-label="Where it came from and what it is for">
      {line.origins.map((origin) => (
        <li key={origin.id}>
          <span className="quiet">{originWords(origin)}</span>{' '}
          {origin.item?.__typename !== 'ForwardPlanEntry' && <OriginName item={origin.item} />}{' '}
          <span className="quiet">{origin.evidence}</span>
        </li>
      ))}
      {line.cameFrom && (
        <li>
          <span className="quiet">Asked for by</span> {line.cameFrom}
        </li>
      )}
    </ul>
  );
}

/** What an item of an agenda is for, where there is little room. */
export function ItemOrigins({ origins }: { readonly origins: readonly Origin[] }) {
  const shown = origins.filter(({ item }) => item !== null && item.__typename !== 'ForwardPlanEntry');
  if (shown.length === 0) return null;
  return (
    <ul className="agenda-origins no-print" aria-label="What it is for">
      {shown.map((origin) => (
        <li key={origin.id}>
          <span className="quiet">{originWords(origin)}</span> <OriginName item={origin.item} />
        </li>
      ))}
    </ul>
  );
}
