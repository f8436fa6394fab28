import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type ReactNode, useCallback, useMemo, useRef } from 'react';
import { classes } from './classes';
import { type TreeColumn, TreeGridRow } from './TreeGridRow';
import type { TreeRow } from './treeRows';
import { useIsNarrow } from './useIsNarrow';
import { useIsPrinting } from './useIsPrinting';
import { useLatest } from './useLatest';
import { useTreeFocus } from './useTreeFocus';
import './TreeGrid.css';

export interface TreeGridProps<T> {
  readonly label: string;
  /** From `flattenTree`, kept with useMemo: the grid draws only the rows on the screen. */
  readonly rows: readonly TreeRow<T>[];
  /** The first is the tree column and names its row. */
  readonly columns: readonly TreeColumn<T>[];
  readonly onToggle: (id: string, isExpanded: boolean) => void;
  /** Enter, or a click on the row outside any control of it. */
  readonly onOpen?: (row: TreeRow<T>) => void;
  /** The row whose panel is open. */
  readonly openId?: string;
  /** Rows that have just been changed by someone else: they are washed for a moment. */
  readonly freshIds?: ReadonlySet<string>;
  readonly empty?: ReactNode;
}

const HEADER = 34;
const ROW = 36;
const NARROW = 640;

const ignore = (): void => undefined;

function trackOf<T>(column: TreeColumn<T>, isNarrow: boolean): string {
  return (isNarrow ? column.narrowWidth : undefined) ?? column.width;
}

/** A tree as a table. Ten thousand rows cost what the thirty on the screen cost. */
export function TreeGrid<T>(props: TreeGridProps<T>) {
  const { label, rows, onToggle, onOpen, openId, freshIds, empty } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const isNarrow = useIsNarrow(scroller, NARROW);
  const columns = useMemo(
    () => (isNarrow ? props.columns.filter((column) => column.isSecondary !== true) : props.columns),
    [isNarrow, props.columns],
  );
  const toggleRow = useLatest(onToggle);
  const openRow = useLatest(onOpen ?? ignore);
  const isPrinting = useIsPrinting();
  const activeRow = useRef(0);

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: useCallback((index: number) => rows[index]?.id ?? index, [rows]),
    overscan: 10,
    scrollMargin: HEADER,
    scrollPaddingStart: HEADER,
    // The row that has the focus stays drawn however far the page is scrolled, or the focus would be lost with it.
    // On paper there is no scrolling, so every row is drawn.
    rangeExtractor: (range) => {
      if (isPrinting) return rows.map((_, index) => index);
      const shown = defaultRangeExtractor(range);
      return shown.includes(activeRow.current) || activeRow.current >= rows.length
        ? shown
        : [...shown, activeRow.current].sort((a, b) => a - b);
    },
  });

  const focus = useTreeFocus({
    grid: scroller,
    rows,
    columns: columns.length,
    onToggle,
    onOpen,
    reveal: (row) => {
      activeRow.current = row;
      virtual.scrollToIndex(row, { align: 'auto' });
    },
  });
  activeRow.current = focus.active;

  if (rows.length === 0 && empty !== undefined) return empty;
  return (
    <div
      ref={scroller}
      className={classes('tree-grid', isNarrow && 'tree-grid-narrow')}
      role="treegrid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      style={{ '--columns': columns.map((column) => trackOf(column, isNarrow)).join(' ') } as CSSProperties}
      onKeyDown={focus.onKeyDown}
      onFocus={focus.onFocus}
    >
      {/* biome-ignore-start lint/a11y/useFocusableInteractive: only rows and cells of the body take the focus */}
      {/* biome-ignore-start lint/a11y/useSemanticElements: rows that are placed one by one cannot be a <table> */}
      <div className="tree-sheet">
        <div role="rowgroup" className="tree-head">
          <div role="row" className="tree-row" aria-rowindex={1}>
            {columns.map((column) => (
              <div
                key={column.id}
                role="columnheader"
                className={column.isNumber === true ? 'tree-cell is-number' : 'tree-cell'}
              >
                {column.header}
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" className="tree-body" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((shown) => {
            const row = rows[shown.index];
            if (!row) return null;
            return (
              <TreeGridRow
                key={row.id}
                row={row}
                index={shown.index}
                isNarrow={isNarrow}
                columns={columns}
                isActive={shown.index === focus.active}
                activeColumn={shown.index === focus.active ? focus.column : null}
                isOpen={openId === undefined ? undefined : row.id === openId}
                isFresh={freshIds?.has(row.id) === true}
                start={shown.start - HEADER}
                measure={virtual.measureElement}
                onToggle={toggleRow}
                onOpen={onOpen && openRow}
              />
            );
          })}
        </div>
      </div>
      {/* biome-ignore-end lint/a11y/useSemanticElements: see above */}
      {/* biome-ignore-end lint/a11y/useFocusableInteractive: see above */}
    </div>
  );
}
