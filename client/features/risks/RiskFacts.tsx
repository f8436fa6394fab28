import { Link } from 'react-router';
import { formatReference } from '../../platform/format/references';
import { Badge } from '../../platform/ui/Badge';
import { KeyValueList } from '../../platform/ui/KeyValueList';
import { isUnrecognised, type Owner, ownerName, ROLE_WORDS } from '../actions/owners';
import { ReviewField } from './ReviewField';
import { RiskText } from './RiskText';
import type { PanelRisk } from './risk.queries';

export function OwnerList({ owners, none }: { readonly owners: readonly Owner[]; readonly none: string }) {
  if (owners.length === 0) return <Badge look="warning">{none}</Badge>;
  return (
    <ul className="risk-owners">
      {owners.map((one) => (
        <li key={one.id}>
          {isUnrecognised(one) ? `“${ownerName(one)}”` : ownerName(one)}{' '}
          <span className="quiet">
            {isUnrecognised(one) ? 'as written, nobody recognised' : ROLE_WORDS[one.role].toLowerCase()}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Cause, event, effect; what is in place already; who owns it and when it is looked at next. */
export function RiskFacts({ risk }: { readonly risk: PanelRisk }) {
  const { workstream, plan, viewerCan } = risk;
  return (
    <KeyValueList
      items={[
        { name: 'Cause', value: <RiskText risk={risk} field="cause" /> },
        { name: 'Event', value: <RiskText risk={risk} field="event" /> },
        { name: 'Effect', value: <RiskText risk={risk} field="effect" /> },
        { name: 'Controls', value: <RiskText risk={risk} field="controls" /> },
        { name: 'Owned by', value: <OwnerList owners={risk.owners} none="No owner" /> },
        { name: 'Review', value: <ReviewField risk={risk} /> },
        {
          name: 'A risk to',
          value: workstream ? (
            <Link to={`/plans/${plan.id}/workstreams/${workstream.id}`}>
              {formatReference(workstream.number, null)} {workstream.title}
            </Link>
          ) : (
            <Link to={`/plans/${plan.id}`}>{plan.title}</Link>
          ),
        },
        ...(viewerCan.update
          ? [{ name: 'Reference', value: <RiskText risk={risk} field="reference" /> }]
          : []),
      ]}
    />
  );
}
