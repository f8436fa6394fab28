import { Link } from 'react-router';
import { formatDay } from '../../platform/format/dates';
import { formatReference } from '../../platform/format/references';
import { useToday } from '../../platform/format/useToday';
import { Badge } from '../../platform/ui/Badge';
import { classes } from '../../platform/ui/classes';
import { Table, type TableColumn } from '../../platform/ui/Table';
import { isUnrecognised, ownerName, ownerShortName } from '../actions/owners';
import type { RiskRow } from './risk.queries';
import { ScoreMark } from './ScoreMark';

interface RisksTableProps {
  readonly risks: readonly RiskRow[];
  readonly fresh: ReadonlySet<string>;
  readonly addressOf: (riskId: string) => string;
}

export const isReviewOverdue = (
  { reviewOn, riskStatus }: Pick<RiskRow, 'reviewOn' | 'riskStatus'>,
  today: string,
): boolean => reviewOn !== null && riskStatus === 'OPEN' && reviewOn < today;

export function ReviewDate({ risk }: { readonly risk: Pick<RiskRow, 'reviewOn' | 'riskStatus'> }) {
  const today = useToday();
  if (risk.reviewOn === null) return <span className="quiet">Not set</span>;
  return (
    <span className="risk-review">
      {formatDay(risk.reviewOn)}
      {isReviewOverdue(risk, today) && (
        <Badge look="danger" icon="clock">
          Overdue
        </Badge>
      )}
    </span>
  );
}

function Owners({ owners }: Pick<RiskRow, 'owners'>) {
  if (owners.length === 0) return <Badge look="warning">No owner</Badge>;
  const words = owners.map((one) => (isUnrecognised(one) ? `“${ownerName(one)}”` : ownerShortName(one)));
  return <span title={owners.map(ownerName).join(', ')}>{words.join(', ')}</span>;
}

/** 'WS2 of the Improvement Plan'; the plan alone for a risk to all of it. */
function Where({ risk: { workstream, plan } }: { readonly risk: RiskRow }) {
  return (
    <span className="risk-where" title={plan.title}>
      {workstream
        ? `${formatReference(workstream.number, null) || 'Workstream'} ${workstream.title}`
        : 'The whole plan'}
      <span className="risk-plan quiet">{plan.title}</span>
    </span>
  );
}

const columns = (
  fresh: ReadonlySet<string>,
  addressOf: (id: string) => string,
): readonly TableColumn<RiskRow>[] => [
  {
    id: 'risk',
    header: 'Risk',
    isRowHeader: true,
    cell: (risk) => (
      <span className={classes('risk-words', fresh.has(risk.id) && 'is-fresh')}>
        {risk.reference && <span className="reference">{risk.reference}</span>}
        <Link to={addressOf(risk.id)}>{risk.event}</Link>
        {risk.riskStatus === 'CLOSED' && <Badge>Closed</Badge>}
        {risk.isRestricted && (
          <Badge look="warning" icon="lock">
            Restricted
          </Badge>
        )}
      </span>
    ),
  },
  { id: 'score', header: 'Score now', cell: ({ current }) => <ScoreMark score={current} /> },
  { id: 'target', header: 'Target', cell: ({ target }) => <ScoreMark score={target} /> },
  { id: 'where', header: 'Workstream', cell: (risk) => <Where risk={risk} /> },
  { id: 'owners', header: 'Owned by', cell: ({ owners }) => <Owners owners={owners} /> },
  { id: 'review', header: 'Review', cell: (risk) => <ReviewDate risk={risk} /> },
  {
    id: 'mitigations',
    header: 'Mitigations done',
    cell: ({ mitigationStatuses }) => {
      const all = mitigationStatuses.filter(({ archivedAt }) => archivedAt === null);
      if (all.length === 0) return <span className="quiet">None</span>;
      return `${all.filter(({ status }) => status === 'BLUE').length} of ${all.length}`;
    },
  },
];

export function RisksTable({ risks, fresh, addressOf }: RisksTableProps) {
  return (
    <Table
      label="Risks"
      isLabelHidden
      columns={columns(fresh, addressOf)}
      rows={risks}
      rowId={(risk) => risk.id}
    />
  );
}
