import { formatCount, formatList } from '../../platform/format/counts';
import { Badge } from '../../platform/ui/Badge';
import { Table, type TableColumn } from '../../platform/ui/Table';
import type { ImportReport } from './import.queries';
import { KIND_WORDS } from './importWords';

type Reference = ImportReport['crossReferences'][number];

const COLUMNS: readonly TableColumn<Reference>[] = [
  { id: 'from', header: 'At', isRowHeader: true, cell: ({ from }) => from },
  { id: 'words', header: 'The words', cell: ({ text }) => `“${text}”` },
  { id: 'kind', header: 'Read as', cell: ({ kind }) => KIND_WORDS[kind] },
  {
    id: 'to',
    header: 'Leads to',
    cell: ({ to, reason, candidates }) =>
      to ?? (
        <>
          <Badge look="warning">Not resolved</Badge> {reason}
          {candidates.length > 0 && (
            <span className="quiet"> It may be {formatList(candidates).replace(/ and /, ' or ')}.</span>
          )}
        </>
      ),
  },
];

/** The cross-references found in sentences: those that lead nowhere first, with the reason. */
export function ImportReferences({ references }: { readonly references: readonly Reference[] }) {
  const rows = [...references].sort((a, b) => Number(a.to !== null) - Number(b.to !== null));
  const lost = references.filter(({ to }) => to === null).length;
  if (references.length === 0) return <p className="quiet">No sentence of the file names another item.</p>;
  return (
    <>
      <p className="list-note quiet">
        {references.length - lost} found their item, {formatCount(lost, 'reference')} did not.
      </p>
      <Table
        label="Cross-references"
        isLabelHidden
        columns={COLUMNS}
        rows={rows}
        rowId={(one) => `${one.from} ${one.text} ${one.kind} ${one.to} ${references.indexOf(one)}`}
      />
    </>
  );
}
