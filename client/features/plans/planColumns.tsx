import { Link } from 'react-router';
import { formatCount } from '../../platform/format/counts';
import { formatReference } from '../../platform/format/references';
import { Icon } from '../../platform/ui/Icon';
import { StatusBar } from '../../platform/ui/StatusBar';
import type { TreeColumn } from '../../platform/ui/TreeGridRow';
import {
  ActionDueCell,
  ActionLeads,
  ActionReferences,
  ActionTitleCell,
  ActionUpdateCell,
} from '../actions/ActionCells';
import { ActionStatus } from '../actions/ActionStatus';
import { actionName } from '../actions/actionRow';
import { ownerShortName } from '../actions/owners';
import type { PlanWorkstream } from './plan.queries';
import { usePlanContext } from './planContext';
import type { PlanRow } from './planRows';
import { countsOf } from './statusCounts';

const nameOf = (row: Extract<PlanRow, { kind: 'action' }>): string =>
  actionName(row.action, row.workstream.number);

export const workstreamName = ({ number, title }: Pick<PlanWorkstream, 'number' | 'title'>): string =>
  number ? `${formatReference(number, null)} ${title}` : title;

function WorkstreamTitle({
  workstream,
  isNarrow,
}: {
  readonly workstream: PlanWorkstream;
  readonly isNarrow: boolean;
}) {
  const { addressOf } = usePlanContext();
  return (
    <span className="tree-name plan-section">
      <Link to={addressOf(`workstreams/${workstream.id}`)} preventScrollReset tabIndex={-1}>
        {workstreamName(workstream)}
      </Link>
      <span className="quiet plan-section-count">{formatCount(workstream.summary.total, 'action')}</span>
      {workstream.isRestricted && <Icon name="lock" label="Restricted" size={0.875} />}
      {isNarrow && <WorkstreamBar workstream={workstream} />}
    </span>
  );
}

function WorkstreamBar({ workstream }: { readonly workstream: PlanWorkstream }) {
  return (
    <StatusBar
      look="thin"
      label={`Actions of ${workstreamName(workstream)}`}
      counts={countsOf(workstream.summary)}
    />
  );
}

export const PLAN_COLUMNS: readonly TreeColumn<PlanRow>[] = [
  {
    id: 'title',
    header: 'Action',
    width: 'minmax(15rem, 3fr)',
    narrowWidth: 'minmax(0, 1fr)',
    cell: (row, isNarrow) =>
      row.kind === 'workstream' ? (
        <WorkstreamTitle workstream={row.workstream} isNarrow={isNarrow} />
      ) : (
        <ActionTitleCell action={row.action} name={nameOf(row)} home={row.home} isNarrow={isNarrow} />
      ),
  },
  {
    id: 'status',
    header: 'Status',
    width: '8.5rem',
    narrowWidth: '4rem',
    cell: (row, isNarrow) =>
      row.kind === 'action' ? (
        <ActionStatus action={row.action} name={nameOf(row)} isNarrow={isNarrow} />
      ) : isNarrow ? null : (
        <WorkstreamBar workstream={row.workstream} />
      ),
  },
  {
    id: 'due',
    header: 'Due',
    width: '10rem',
    isSecondary: true,
    cell: (row) =>
      row.kind === 'action' ? (
        <ActionDueCell action={row.action} name={nameOf(row)} />
      ) : (
        <span className="quiet">
          {row.workstream.summary.overdue > 0 && `${row.workstream.summary.overdue} overdue`}
        </span>
      ),
  },
  {
    id: 'lead',
    header: 'Lead',
    width: 'minmax(7rem, 1fr)',
    isSecondary: true,
    cell: (row) =>
      row.kind === 'action' ? (
        <ActionLeads action={row.action} />
      ) : (
        <span className="tree-title quiet" title={row.workstream.leadOrganisation?.name}>
          {row.workstream.leadOrganisation?.shortName ?? row.workstream.leadOrganisation?.name ?? 'No lead'}
        </span>
      ),
  },
  {
    id: 'update',
    header: 'Latest update',
    width: 'minmax(8rem, 1.2fr)',
    isSecondary: true,
    cell: (row) =>
      row.kind === 'action' ? (
        <ActionUpdateCell action={row.action} />
      ) : (
        <span className="tree-title quiet">
          {row.workstream.sponsors.length > 0
            ? `Sponsor ${row.workstream.sponsors.map(ownerShortName).join(', ')}`
            : 'No sponsor'}
        </span>
      ),
  },
  {
    id: 'references',
    header: 'Cross-references',
    width: '8.5rem',
    isSecondary: true,
    cell: (row) => row.kind === 'action' && <ActionReferences action={row.action} />,
  },
];
