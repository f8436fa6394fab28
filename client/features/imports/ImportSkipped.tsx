import { formatNumber } from '../../platform/format/counts';
import { Table, type TableColumn } from '../../platform/ui/Table';
import type { ImportReport } from './import.queries';

type Skipped = ImportReport['skippedRows'][number];

const COLUMNS: readonly TableColumn<Skipped>[] = [
  { id: 'where', header: 'Where', isRowHeader: true, cell: ({ sheet, row }) => `${sheet}, row ${row}` },
  { id: 'why', header: 'Why', cell: ({ reason }) => reason },
  { id: 'text', header: 'What it says', cell: ({ text }) => <span className="import-says">{text}</span> },
];

interface ImportSkippedProps {
  readonly rows: readonly Skipped[];
  readonly total: number;
}

/** Rows that did not become part of the plan: none disappears without a word. */
export function ImportSkipped({ rows, total }: ImportSkippedProps) {
  return (
    <>
      {total > rows.length && (
        <p className="list-note quiet">
          The first {formatNumber(rows.length)} of {formatNumber(total)}
        </p>
      )}
      <Table
        label="Rows passed over"
        isLabelHidden
        columns={COLUMNS}
        rows={rows}
        rowId={(one) => `${one.sheet} ${one.row} ${rows.indexOf(one)}`}
        empty={<p className="quiet">Every row was understood.</p>}
      />
    </>
  );
}
