import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../../platform/ui/Button';
import { EmptyState } from '../../platform/ui/States';
import { PriorityDialog } from './PriorityDialog';
import { PriorityFacts } from './PriorityFacts';
import { usePlanContext, useShownPlan } from './planContext';
import { priorityName } from './priorityRow';

/** What the plan is for: its priorities, who is responsible for each, and the workstreams that serve it. */
export function PlanPriorities() {
  const plan = useShownPlan();
  const { addressOf, canChange } = usePlanContext();
  const [isAdding, setAdding] = useState(false);
  const add = canChange && plan.viewerCan.create && (
    <Button icon="plus" look="primary" onPress={() => setAdding(true)}>
      Add a priority
    </Button>
  );
  return (
    <section className="plan-priorities" aria-label="Priorities">
      {plan.priorities.length === 0 ? (
        <EmptyState icon="target" title="No priorities yet" {...(add ? { actions: add } : {})}>
          What the plan is for will stand here: each priority, who is responsible for it and what serves it.
        </EmptyState>
      ) : (
        add && <div className="plan-toolbar">{add}</div>
      )}
      <ul className="priority-cards">
        {plan.priorities.map((priority) => (
          <li key={priority.id} className="plan-card">
            <h2>
              <Link to={addressOf(`priorities/${priority.id}`)} preventScrollReset>
                {priorityName(priority)} {priority.title}
              </Link>
            </h2>
            {priority.meaning !== null && <p className="narrative">{priority.meaning}</p>}
            <PriorityFacts priority={priority} />
          </li>
        ))}
      </ul>
      {isAdding && <PriorityDialog priority={null} onClose={() => setAdding(false)} />}
    </section>
  );
}
