import { formatNumber } from '../../platform/format/counts';
import { Table, type TableColumn } from '../../platform/ui/Table';
import type { ImportHead } from './import.queries';
import { COUNTED } from './importWords';

type Row = (typeof COUNTED)[number];

interface ImportCountsProps {
  readonly found: ImportHead;
}

/** What the file brings, sort by sort. */
export function ImportCounts({ found }: ImportCountsProps) {
  const { counts, skippedCount, importStatus } = found;
  const isDone = importStatus !== 'PREVIEWED';
  const number = (what: 'create' | 'update' | 'unchanged', header: string): TableColumn<Row> => ({
    id: what,
    header,
    isNumber: true,
    cell: ({ name }) => {
      const count = counts[name][what];
      return count === 0 ? <span className="quiet">0</span> : formatNumber(count);
    },
  });
  const columns: TableColumn<Row>[] = [
    {
      id: 'sort',
      header: 'What',
      isRowHeader: true,
      cell: ({ title, note }) => (
        <>
          {title}
          {note && <span className="quiet import-note"> {note}</span>}
        </>
      ),
    },
    number('create', 'New'),
    number('update', 'Changed'),
    number('unchanged', 'As before'),
  ];
  return (
    <div className="body-section import-counts">
      <h2>{isDone ? 'What it brought' : 'What it would bring'}</h2>
      <Table
        label="What it brings"
        isLabelHidden
        columns={columns}
        rows={COUNTED}
        rowId={({ name }) => name}
      />
      <p className="list-note quiet">
        {skippedCount === 0
          ? 'Every row was understood.'
          : `${formatNumber(skippedCount)} ${skippedCount === 1 ? 'row was' : 'rows were'} passed over: they are listed below, with the reason.`}
      </p>
    </div>
  );
}
