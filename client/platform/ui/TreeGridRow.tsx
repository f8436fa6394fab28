import { type MouseEvent, memo, type ReactNode } from 'react';
import { classes } from './classes';
import { InGridCell } from './gridCell';
import { Icon } from './Icon';
import type { TreeRow } from './treeRows';

export interface TreeColumn<T> {
  readonly id: string;
  readonly header: string;
  /** A track of a CSS grid: '7rem', 'minmax(16rem, 1fr)'. */
  readonly width: string;
  /** `isNarrow` asks for the short form: a letter for a word. */
  readonly cell: (item: T, isNarrow: boolean) => ReactNode;
  /** The track where the grid is narrow, when it is another. */
  readonly narrowWidth?: string;
  readonly isNumber?: boolean;
  /** Left out where the grid is narrow; what it says must be in the item's own panel as well. */
  readonly isSecondary?: boolean;
}

interface TreeGridRowProps<T> {
  readonly row: TreeRow<T>;
  readonly index: number;
  readonly columns: readonly TreeColumn<T>[];
  readonly isNarrow: boolean;
  readonly isActive: boolean;
  /** The active cell, when the keyboard is on one of this row's. */
  readonly activeColumn: number | null;
  readonly isOpen: boolean | undefined;
  readonly isFresh: boolean;
  /** Pixels from the top of the body. */
  readonly start: number;
  readonly measure: (element: HTMLDivElement | null) => void;
  readonly onToggle: (id: string, isExpanded: boolean) => void;
  readonly onOpen: ((row: TreeRow<T>) => void) | undefined;
}

interface ExpanderProps {
  readonly row: TreeRow<unknown>;
  readonly onToggle: (id: string, isExpanded: boolean) => void;
}

/** For the pointer; the keyboard has the arrows, and the row itself says whether it is open. */
function Expander({ row, onToggle }: ExpanderProps) {
  if (!row.hasChildren) return <span className="tree-expander" aria-hidden="true" />;
  return (
    <button
      type="button"
      data-expander
      tabIndex={-1}
      className={classes('tree-expander', row.isExpanded && 'tree-expander-open')}
      aria-label={row.isExpanded ? 'Collapse' : 'Expand'}
      onClick={() => onToggle(row.id, !row.isExpanded)}
    >
      <Icon name="chevron-right" size={0.875} />
    </button>
  );
}

function Row<T>(props: TreeGridRowProps<T>) {
  const {
    row,
    index,
    columns,
    isNarrow,
    isActive,
    activeColumn,
    isOpen,
    isFresh,
    start,
    measure,
    onToggle,
    onOpen,
  } = props;
  const indent = isNarrow ? 0.625 : 1.125;
  const open = (event: MouseEvent<HTMLElement>): void => {
    const target = event.target as HTMLElement;
    if (!event.currentTarget.contains(target) || target.closest('button, a, input, textarea, select, label'))
      return;
    onOpen?.(row);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter is handled once, by the grid
    // biome-ignore lint/a11y/useSemanticElements: rows that are placed one by one cannot be a <table>
    <div
      ref={measure}
      role="row"
      className={classes('tree-row', isFresh && 'tree-row-fresh', onOpen !== undefined && 'tree-row-opens')}
      style={{ transform: `translateY(${start}px)` }}
      data-row={row.id}
      data-index={index}
      tabIndex={isActive && activeColumn === null ? 0 : -1}
      aria-rowindex={index + 2}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.setSize}
      aria-expanded={row.hasChildren ? row.isExpanded : undefined}
      aria-selected={isOpen}
      onClick={open}
    >
      {columns.map((column, at) => (
        <div
          key={column.id}
          role={at === 0 ? 'rowheader' : 'gridcell'}
          className={classes(
            'tree-cell',
            at === 0 && 'tree-cell-first',
            column.isNumber === true && 'is-number',
          )}
          data-column={at}
          tabIndex={isActive && activeColumn === at ? 0 : -1}
          style={at === 0 ? { paddingInlineStart: `${0.25 + (row.level - 1) * indent}rem` } : {}}
        >
          {at === 0 && <Expander row={row} onToggle={onToggle} />}
          <InGridCell value={true}>{column.cell(row.item, isNarrow)}</InGridCell>
        </div>
      ))}
    </div>
  );
}

/** Scrolling moves every row and changes none: only those that come into sight are drawn. */
export const TreeGridRow = memo(Row) as typeof Row;
