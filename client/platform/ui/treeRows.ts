/** One visible row of a tree that has been laid flat, with what a screen reader has to be told about its place. */
export interface TreeRow<T> {
  readonly id: string;
  readonly item: T;
  /** 1 at the top. */
  readonly level: number;
  /** Its place among its siblings, from 1. */
  readonly position: number;
  readonly setSize: number;
  /** Where its parent is in the same list; -1 at the top. */
  readonly parentIndex: number;
  readonly hasChildren: boolean;
  readonly isExpanded: boolean;
}

export interface TreeSource<T> {
  readonly roots: readonly T[];
  readonly idOf: (item: T) => string;
  readonly childrenOf: (item: T) => readonly T[];
  readonly isExpanded: (id: string) => boolean;
}

/** The rows a reader sees, in order: every root, and the children of whatever is open. */
export function flattenTree<T>(source: TreeSource<T>): readonly TreeRow<T>[] {
  const rows: TreeRow<T>[] = [];
  const place = (items: readonly T[], level: number, parentIndex: number): void => {
    items.forEach((item, at) => {
      const id = source.idOf(item);
      const children = source.childrenOf(item);
      const hasChildren = children.length > 0;
      const isExpanded = hasChildren && source.isExpanded(id);
      const index = rows.length;
      const setSize = items.length;
      rows.push({ id, item, level, position: at + 1, setSize, parentIndex, hasChildren, isExpanded });
      if (isExpanded) place(children, level + 1, index);
    });
  };
  place(source.roots, 1, -1);
  return rows;
}
