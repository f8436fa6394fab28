import { formatList } from '../../platform/format/counts';
import { Table, type TableColumn } from '../../platform/ui/Table';
import { EndName } from '../actions/EndLink';
import type { ImportReport } from './import.queries';

type Alike = ImportReport['possiblySameWork'][number];

const COLUMNS: readonly TableColumn<Alike>[] = [
  { id: 'item', header: 'The file adds', isRowHeader: true, cell: ({ item }) => item },
  { id: 'other', header: 'Another plan has', cell: ({ action }) => <EndName end={action} /> },
  { id: 'plan', header: 'In', cell: ({ action }) => action.plan.title },
  { id: 'words', header: 'Both say', cell: ({ words }) => formatList(words.map((word) => `“${word}”`)) },
];

/** What the file adds and other plans may have already: told, and left to the owners to say. */
export function ImportSameWork({ alike }: { readonly alike: readonly Alike[] }) {
  return (
    <>
      <p className="list-note quiet">
        Nothing is joined by this. Once the file is in, the owners of an action can say on it that the two are
        the same work, or that they are not.
      </p>
      <Table
        label="Possibly the same work as in other plans"
        isLabelHidden
        columns={COLUMNS}
        rows={alike}
        rowId={(one) => `${one.item} ${one.action.id} ${alike.indexOf(one)}`}
      />
    </>
  );
}
