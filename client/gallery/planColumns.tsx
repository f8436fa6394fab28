import { STATUSES_BY_CONCERN, statusWords } from '../platform/format/status';
import { OrganisationMark } from '../platform/ui/Avatar';
import { Badge } from '../platform/ui/Badge';
import { EditInPlaceSelect } from '../platform/ui/EditInPlaceSelect';
import { StatusBlock, StatusPill } from '../platform/ui/StatusPill';
import type { TreeColumn } from '../platform/ui/TreeGridRow';
import type { SampleAction } from './sample';

export const STATUS_OPTIONS = STATUSES_BY_CONCERN.map((status) => ({
  id: status,
  label: statusWords(status).label,
  mark: <StatusBlock status={status} isDecorative />,
}));

export const PLAN_COLUMNS: readonly TreeColumn<SampleAction>[] = [
  {
    id: 'title',
    header: 'Action',
    width: 'minmax(18rem, 1fr)',
    narrowWidth: 'minmax(0, 1fr)',
    cell: (action) => (
      <span className="tree-name">
        <span className="reference">{action.reference}</span>
        <span className="tree-title">{action.title}</span>
      </span>
    ),
  },
  {
    id: 'status',
    header: 'Status',
    width: '9rem',
    narrowWidth: '4rem',
    cell: (action, isNarrow) => (
      <EditInPlaceSelect
        label={`Status of ${action.reference}`}
        options={STATUS_OPTIONS}
        value={action.status}
        onSave={async () => undefined}
      >
        {isNarrow ? <StatusBlock status={action.status} /> : <StatusPill status={action.status} />}
      </EditInPlaceSelect>
    ),
  },
  {
    id: 'due',
    header: 'Due',
    width: '11rem',
    isSecondary: true,
    cell: (action) => (
      <>
        {action.due} {action.isOverdue && <Badge look="danger">Overdue</Badge>}
      </>
    ),
  },
  {
    id: 'lead',
    header: 'Lead',
    width: 'minmax(9rem, 14rem)',
    isSecondary: true,
    cell: (action) => (
      <>
        <OrganisationMark name={action.lead} isDecorative />
        <span className="tree-title">{action.lead}</span>
      </>
    ),
  },
];
