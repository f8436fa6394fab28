import { formatNumber } from '../../platform/format/counts';
import { Badge } from '../../platform/ui/Badge';
import { Table, type TableColumn } from '../../platform/ui/Table';
import { understanding } from '../actions/timing';
import type { ImportReport } from './import.queries';

type Timing = ImportReport['timings'][number];

const COLUMNS: readonly TableColumn<Timing>[] = [
  { id: 'words', header: 'As written', isRowHeader: true, cell: ({ timing }) => `“${timing.asWritten}”` },
  { id: 'rows', header: 'Rows', isNumber: true, cell: ({ rows }) => formatNumber(rows) },
  {
    id: 'meaning',
    header: 'Read as',
    cell: ({ timing, isFlagged }) =>
      isFlagged ? (
        <>
          <Badge look="warning" icon="flag">
            Not understood
          </Badge>{' '}
          <span className="quiet">kept as written, never counted as overdue</span>
        </>
      ) : (
        understanding(timing)
      ),
  },
];

/** Every deadline as the file writes it and as it was read; what could not be read stands first. */
export function ImportTimings({ timings }: { readonly timings: readonly Timing[] }) {
  const rows = [...timings].sort((a, b) => Number(b.isFlagged) - Number(a.isFlagged));
  return (
    <Table
      label="Dates"
      isLabelHidden
      columns={COLUMNS}
      rows={rows}
      rowId={({ timing }) => timing.asWritten}
      empty={<p className="quiet">The file writes no deadline.</p>}
    />
  );
}
