import { Link, NavLink } from 'react-router';
import type { Plan } from './plan.queries';
import { usePlanContext } from './planContext';

/** The parts of a plan’s page, each at an address of its own. */
export function PlanParts({ plan }: { readonly plan: Plan }) {
  const { addressOf } = usePlanContext();
  return (
    <nav className="plan-parts" aria-label="Parts of the plan">
      <NavLink to={addressOf('')} end preventScrollReset>
        Workstreams and actions
      </NavLink>
      <NavLink to={addressOf('priorities')} preventScrollReset>
        Priorities <span className="tab-count">{plan.priorities.length}</span>
      </NavLink>
      <Link to={`/plans/${plan.id}/health`}>Health of cross-references</Link>
    </nav>
  );
}
