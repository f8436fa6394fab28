import { Link } from 'react-router';
import { formatReference } from '../../platform/format/references';
import { KeyValueList } from '../../platform/ui/KeyValueList';
import { ReviewField } from './ReviewField';
import { RiskOwners } from './RiskOwners';
import { RiskText } from './RiskText';
import type { PanelRisk } from './risk.queries';

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
        { name: 'Owned by', value: <RiskOwners risk={risk} /> },
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
