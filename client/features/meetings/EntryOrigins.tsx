import { Link } from 'react-router';
import { EndName } from '../actions/EndLink';
import type { OriginItem, PlanLine } from './forwardPlan.queries';
import { PROPOSAL_WORDS } from './forwardPlanWords';

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

/** Where a line came from: what the plans proposed it for, as that stood then, or who asked for it. */
export function EntryOrigins({ line }: { readonly line: PlanLine }) {
  if (line.origins.length === 0 && !line.cameFrom) return null;
  return (
    <ul className="plan-origins" aria-label="Where it came from">
      {line.origins.map(({ id, proposalKind, evidence, item }) => (
        <li key={id}>
          <span className="quiet">{PROPOSAL_WORDS[proposalKind]}:</span> <OriginName item={item} />{' '}
          <span className="quiet">{evidence}</span>
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
