import { Link } from 'react-router';
import { Badge } from '../../platform/ui/Badge';
import { KeyValueList } from '../../platform/ui/KeyValueList';
import { StatusBar } from '../../platform/ui/StatusBar';
import { ownerName } from '../actions/owners';
import { Linked } from '../boards/Linked';
import { workstreamName } from './planColumns';
import { usePlanContext, useShownPlan } from './planContext';
import { type PriorityRow, priorityName } from './priorityRow';
import { servingWorkstreams } from './servingWorkstreams';
import { countsOf, countsOfAll } from './statusCounts';

function Serving({ priority }: { readonly priority: PriorityRow }) {
  const { addressOf } = usePlanContext();
  const serving = servingWorkstreams(useShownPlan().workstreams, priority.id);
  if (serving.length === 0) return <Badge look="warning">No workstream serves it</Badge>;
  return (
    <ul className="priority-workstreams">
      {serving.map((workstream) => (
        <li key={workstream.id}>
          <Link to={addressOf(`workstreams/${workstream.id}`)}>{workstreamName(workstream)}</Link>
          <StatusBar
            look="thin"
            label={`Actions of ${workstreamName(workstream)}`}
            counts={countsOf(workstream.summary)}
          />
        </li>
      ))}
    </ul>
  );
}

/** How a priority stands by the workstreams that serve it, and who answers for it. */
export function PriorityFacts({ priority }: { readonly priority: PriorityRow }) {
  const serving = servingWorkstreams(useShownPlan().workstreams, priority.id);
  const { sros, abus, overseeingBoards } = priority;
  return (
    <>
      {serving.length > 0 && (
        <StatusBar
          label={`Actions that serve ${priorityName(priority)}`}
          counts={countsOfAll(serving.map(({ summary }) => summary))}
        />
      )}
      <KeyValueList
        items={[
          {
            name: 'Senior responsible officers',
            value:
              sros.length > 0 ? sros.map(ownerName).join('; ') : <Badge look="warning">Nobody yet</Badge>,
          },
          { name: 'Delivered by', value: <Linked bodies={abus} at="/abus" none="No ABU" /> },
          {
            name: 'Overseen by',
            value: <Linked bodies={overseeingBoards} at="/boards" none="No board" />,
          },
          { name: 'Workstreams', value: <Serving priority={priority} /> },
        ]}
      />
    </>
  );
}
