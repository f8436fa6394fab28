import { Table, type TableColumn } from '../../platform/ui/Table';
import type { ImportReport } from './import.queries';
import { fieldWords } from './importWords';

type Change = ImportReport['changes'][number];
type Kept = ImportReport['kept'][number];

const value = (text: string | null) => text ?? <span className="quiet">Nothing</span>;

const CHANGES: readonly TableColumn<Change>[] = [
  { id: 'item', header: 'Item', isRowHeader: true, cell: ({ item }) => item },
  { id: 'field', header: 'What', cell: ({ field }) => fieldWords(field) },
  { id: 'before', header: 'Here', cell: ({ before }) => value(before) },
  { id: 'after', header: 'In the file', cell: ({ after }) => value(after) },
];
const KEPT: readonly TableColumn<Kept>[] = [
  { id: 'item', header: 'Item', isRowHeader: true, cell: ({ item }) => item },
  { id: 'field', header: 'What', cell: ({ field }) => fieldWords(field) },
  { id: 'here', header: 'Here, and stays', cell: ({ here }) => value(here) },
  { id: 'inFile', header: 'In the file', cell: ({ inFile }) => value(inFile) },
];

interface ImportChangesProps {
  readonly changes: readonly Change[];
  readonly kept: readonly Kept[];
  readonly missing: readonly string[];
}

/** What the file changes of what was here, what it leaves because people wrote it, and what it has no more. */
export function ImportChanges({ changes, kept, missing }: ImportChangesProps) {
  return (
    <div className="import-changes">
      {changes.length > 0 && (
        <Table
          label="The file changes"
          columns={CHANGES}
          rows={changes}
          rowId={(one) => `${one.item} ${one.field} ${changes.indexOf(one)}`}
        />
      )}
      {kept.length > 0 && (
        <Table
          label="Kept, because people changed it here"
          columns={KEPT}
          rows={kept}
          rowId={(one) => `${one.item} ${one.field} ${kept.indexOf(one)}`}
        />
      )}
      {missing.length > 0 && (
        <section aria-label="Not in this file any more">
          <h3>In the plan from an earlier file, not in this one: they stay</h3>
          <ul className="body-list">
            {missing.map((item, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two items may be called the same, and the list never moves
              <li key={`${item} ${at}`}>{item}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
