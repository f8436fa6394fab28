import { Link } from 'react-router';
import { formatNumber } from '../../platform/format/counts';
import { formatInstant } from '../../platform/format/dates';
import { Badge } from '../../platform/ui/Badge';
import { Table, type TableColumn } from '../../platform/ui/Table';
import type { ImportHead } from './import.queries';
import { COUNTED, STATUS_WORDS } from './importWords';

const COLUMNS: readonly TableColumn<ImportHead>[] = [
  {
    id: 'file',
    header: 'File',
    isRowHeader: true,
    cell: ({ id, fileName }) => <Link to={`/import?import=${id}`}>{fileName}</Link>,
  },
  {
    id: 'plan',
    header: 'Plan',
    cell: ({ plan }) =>
      plan ? <Link to={`/plans/${plan.id}`}>{plan.title}</Link> : <span className="quiet">A new plan</span>,
  },
  {
    id: 'status',
    header: 'Status',
    cell: ({ importStatus }) => (
      <Badge look={importStatus === 'APPLIED' ? 'accent' : 'plain'}>{STATUS_WORDS[importStatus]}</Badge>
    ),
  },
  {
    id: 'new',
    header: 'New',
    isNumber: true,
    cell: ({ counts }) => formatNumber(COUNTED.reduce((sum, { name }) => sum + counts[name].create, 0)),
  },
  {
    id: 'changed',
    header: 'Changed',
    isNumber: true,
    cell: ({ counts }) => formatNumber(COUNTED.reduce((sum, { name }) => sum + counts[name].update, 0)),
  },
  {
    id: 'by',
    header: 'By',
    cell: ({ importedBy }) => importedBy?.name ?? <span className="quiet">Not known</span>,
  },
  { id: 'when', header: 'When', cell: ({ updatedAt }) => formatInstant(updatedAt) },
];

/** What was brought in before, latest first: each leads to its report, and to undoing it. */
export function ImportHistory({ imports }: { readonly imports: readonly ImportHead[] }) {
  return (
    <div className="body-section">
      <h2>Earlier imports</h2>
      <Table
        label="Earlier imports"
        isLabelHidden
        columns={COLUMNS}
        rows={imports}
        rowId={({ id }) => id}
        empty={<p className="quiet">Nothing has been brought in yet.</p>}
      />
    </div>
  );
}
