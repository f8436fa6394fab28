import { Link } from 'react-router';
import { formatInstant } from '../../platform/format/dates';
import { Badge, Direction } from '../../platform/ui/Badge';
import { type KeyValue, KeyValueList } from '../../platform/ui/KeyValueList';
import { StatusBlock } from '../../platform/ui/StatusPill';
import { HeldUp } from '../cross-references/HeldUp';
import { rowBelow } from '../plans/placing';
import { usePlanContext } from '../plans/planContext';
import { ActionOwners } from './ActionOwners';
import { ActionPlaces } from './ActionPlaces';
import { ActionStatus } from './ActionStatus';
import { ActionText } from './ActionText';
import type { PartProps } from './actionPanel.queries';
import type { ActionRow } from './actionRow';
import { understanding } from './timing';
import { useActionsBeside } from './useActionsBeside';

function StatusFact({ action, name }: PartProps) {
  const { meaning } = usePlanContext();
  return (
    <div className="fact">
      <span className="fact-line">
        <ActionStatus action={action} name={name} />
        {action.directionOfTravel && <Direction direction={action.directionOfTravel} />}
      </span>
      <span className="quiet">{meaning(action.status)}</span>
      {action.signedOffBy && action.signedOffAt && (
        <span className="quiet">
          Signed off by {action.signedOffBy.name}, {formatInstant(action.signedOffAt)}
        </span>
      )}
    </div>
  );
}

function DueFact({ action, name }: PartProps) {
  const { timing } = action;
  return (
    <div className="fact">
      <span className="fact-line">
        <ActionText
          action={action}
          name={name}
          field="timing"
          value={timing?.asWritten ?? ''}
          placeholder="No date"
          about={(typed) => <HeldUp of={action.id} asWritten={typed} />}
        />
        {action.isOverdue && <Badge look="danger">Overdue</Badge>}
      </span>
      {timing && (
        <span className={timing.precision === 'NOT_UNDERSTOOD' ? 'fact-warning' : 'quiet'}>
          {understanding(timing)}
        </span>
      )}
    </div>
  );
}

function Below({ children }: { readonly children: readonly ActionRow[] }) {
  const { addressOf } = usePlanContext();
  return (
    <ul className="fact">
      {children.map((child) => (
        <li key={child.id} className="fact-line">
          <StatusBlock status={child.status} />
          <Link to={addressOf(`actions/${child.id}`)} preventScrollReset>
            {child.reference ? `${child.reference} ${child.title}` : child.title}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** How the action stands: each fact is edited where it is read. */
export function ActionFacts({ action, name }: PartProps) {
  const part = { action, name };
  const children = rowBelow(useActionsBeside(action), action.id);
  const items: KeyValue[] = [
    { name: 'Status', value: <StatusFact {...part} /> },
    { name: 'Due', value: <DueFact {...part} /> },
    { name: 'Led by', value: <ActionOwners {...part} /> },
    {
      name: 'Expected outcome',
      value: (
        <ActionText {...part} field="expectedOutcome" value={action.expectedOutcome ?? ''} isMultiline />
      ),
    },
    ...(action.viewerCan.update
      ? [
          { name: 'Title', value: <ActionText {...part} field="title" value={action.title} /> },
          {
            name: 'Reference',
            value: <ActionText {...part} field="reference" value={action.reference ?? ''} />,
          },
        ]
      : []),
    { name: 'Stands in', value: <ActionPlaces {...part} /> },
    ...(children.length > 0 ? [{ name: 'Below it', value: <Below>{children}</Below> }] : []),
  ];
  return <KeyValueList items={items} />;
}
