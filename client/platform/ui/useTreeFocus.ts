import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { type Spot, stepFor } from './treeKeys';
import type { TreeRow } from './treeRows';

interface TreeFocusOptions<T> {
  readonly grid: RefObject<HTMLDivElement | null>;
  readonly rows: readonly TreeRow<T>[];
  readonly columns: number;
  readonly onToggle: (id: string, isExpanded: boolean) => void;
  readonly onOpen: ((row: TreeRow<T>) => void) | undefined;
  readonly reveal: (row: number) => void;
}

const WIDGET = 'button:not([data-expander]), a[href], input, textarea, select';
const TYPING = 'input, textarea, select, [contenteditable="true"]';
const PAGE = 12;

function indexOf<T>(rows: readonly TreeRow<T>[], id: string | null, last: number): number {
  const found = id === null ? -1 : rows.findIndex((row) => row.id === id);
  // A row that went away hands the keyboard to whatever took its place.
  return found >= 0 ? found : Math.max(0, Math.min(last, rows.length - 1));
}

function spotElement(grid: HTMLElement, id: string, column: number | null): HTMLElement | null {
  const row = grid.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
  return column === null ? row : (row?.querySelector<HTMLElement>(`[data-column="${column}"]`) ?? null);
}

/** Keeps one row or cell as the grid's only stop of the Tab key, and follows the arrows. */
export function useTreeFocus<T>(options: TreeFocusOptions<T>) {
  const { grid, rows, columns, onToggle, onOpen, reveal } = options;
  const [at, setAt] = useState<{ readonly id: string | null; readonly column: number | null }>({
    id: null,
    column: null,
  });
  const lastIndex = useRef(0);
  const moved = useRef(false);
  const active = indexOf(rows, at.id, lastIndex.current);
  const column = at.column === null ? null : Math.min(at.column, columns - 1);

  useLayoutEffect(() => {
    lastIndex.current = active;
    const row = rows[active];
    if (!moved.current || !grid.current || !row) return;
    moved.current = false;
    spotElement(grid.current, row.id, column)?.focus({ preventScroll: true });
  });

  const go = (to: Spot): void => {
    moved.current = true;
    reveal(to.row);
    setAt({ id: rows[to.row]?.id ?? null, column: to.column });
  };

  const enter = (): void => {
    const row = rows[active];
    if (!row || !grid.current) return;
    const widget = spotElement(grid.current, row.id, column)?.querySelector<HTMLElement>(WIDGET);
    if (widget) widget.focus();
    else onOpen?.(row);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const target = event.target as HTMLElement;
    // Popovers of a cell are elsewhere in the document, yet React sends their events through here.
    if (event.defaultPrevented || !event.currentTarget.contains(target) || event.altKey || event.metaKey)
      return;
    const isInWidget = !target.matches('[data-row], [data-column]');
    if (isInWidget && event.key === 'Escape') go({ row: active, column });
    if (isInWidget && (target.matches(TYPING) || event.key === 'Enter' || event.key === 'F2')) return;
    const step = stepFor(event, { row: active, column }, { rows, columns, page: PAGE });
    if (!step) return;
    event.preventDefault();
    if (step.kind === 'move') go(step.to);
    else if (step.kind === 'enter') enter();
    else {
      const row = rows[step.row];
      if (!row) return;
      if (step.kind === 'open') onOpen?.(row);
      else onToggle(row.id, step.kind === 'expand');
    }
  };

  /** The pointer and the tab key move the spot too. */
  const onFocus = (event: FocusEvent<HTMLElement>): void => {
    const row = event.target.closest<HTMLElement>('[data-row]');
    const id = row?.dataset['row'];
    if (id === undefined || !event.currentTarget.contains(row)) return;
    const cell = event.target.closest<HTMLElement>('[data-column]')?.dataset['column'];
    const next = cell === undefined ? null : Number(cell);
    if (id !== at.id || next !== at.column) setAt({ id, column: next });
  };

  return { active, column, onKeyDown, onFocus };
}
