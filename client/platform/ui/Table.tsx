import type { ReactNode } from 'react';
import { Icon } from './Icon';
import './blocks.css';

export interface Sort {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

export interface TableColumn<T> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: T) => ReactNode;
  readonly isNumber?: boolean;
  /** Names the row for screen readers. One column of a table has it. */
  readonly isRowHeader?: boolean;
  readonly isSortable?: boolean;
}

interface TableProps<T> {
  /** Names the table; shown as its caption unless hidden. */
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly columns: readonly TableColumn<T>[];
  readonly rows: readonly T[];
  readonly rowId: (row: T) => string;
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
  /** Shown in place of the rows when there are none. */
  readonly empty?: ReactNode;
}

const other = (sort: Sort | undefined, column: string): Sort => ({
  column,
  direction: sort?.column === column && sort.direction === 'ascending' ? 'descending' : 'ascending',
});

interface HeaderCellProps<T> {
  readonly column: TableColumn<T>;
  readonly sort: Sort | undefined;
  readonly onSort: ((sort: Sort) => void) | undefined;
}

function HeaderCell<T>({ column, sort, onSort }: HeaderCellProps<T>) {
  const isSorted = sort?.column === column.id;
  return (
    <th
      scope="col"
      className={column.isNumber === true ? 'is-number' : undefined}
      aria-sort={isSorted ? sort.direction : undefined}
    >
      {column.isSortable === true && onSort !== undefined ? (
        <button type="button" className="sort-button" onClick={() => onSort(other(sort, column.id))}>
          {column.header}
          {isSorted && <Icon name={sort.direction === 'ascending' ? 'arrow-up' : 'arrow-down'} size={0.75} />}
        </button>
      ) : (
        column.header
      )}
    </th>
  );
}

/** A real table: a register, a list of decisions, the words behind a picture. For a tree or thousands use TreeGrid. */
export function Table<T>(props: TableProps<T>) {
  const { label, isLabelHidden = false, columns, rows, rowId, sort, onSort, empty } = props;
  if (rows.length === 0 && empty !== undefined) return empty;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className="table-wrap" aria-label={label} tabIndex={0}>
      <table className="table">
        <caption className={isLabelHidden ? 'visually-hidden' : undefined}>{label}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowId(row)}>
              {columns.map((column) => {
                const className = column.isNumber === true ? 'is-number' : undefined;
                return column.isRowHeader === true ? (
                  <th key={column.id} scope="row" className={className}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} className={className}>
                    {column.cell(row)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
