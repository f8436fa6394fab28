/** Who answers to whom, as a tree. */

interface Overseen {
  readonly id: string;
  /** The whole chain, nearest first. */
  readonly reportsTo: readonly { readonly id: string; readonly name: string }[];
}

interface Answering {
  readonly id: string;
  readonly boards: readonly { readonly id: string; readonly name: string }[];
}

export interface OversightNode<Board, Unit> {
  readonly board: Board;
  /** Boards of its chain that its own overseers do not lead to: it answers to these too. */
  readonly alsoTo: readonly { readonly id: string; readonly name: string }[];
  readonly boards: readonly OversightNode<Board, Unit>[];
  readonly abus: readonly {
    readonly abu: Unit;
    readonly alsoTo: readonly { readonly id: string; readonly name: string }[];
  }[];
}

export interface Oversight<Board, Unit> {
  readonly roots: readonly OversightNode<Board, Unit>[];
  /** ABUs that answer to no board the reader may see. */
  readonly loose: readonly Unit[];
}

/**
 * Each board stands below the nearest of its chain that the reader may see, an ABU below every board it answers to. A
 * board that would stand below itself stands at the top.
 */
export function oversightOf<Board extends Overseen, Unit extends Answering>(
  boards: readonly Board[],
  abus: readonly Unit[],
): Oversight<Board, Unit> {
  const byId = new Map(boards.map((board) => [board.id, board]));
  const parentOf = (board: Board): Board | undefined => {
    const above = board.reportsTo.find(({ id }) => byId.has(id) && id !== board.id);
    return above && byId.get(above.id);
  };
  const lineOf = (board: Board): Board[] => {
    const line: Board[] = [];
    for (let at = parentOf(board); at && !line.includes(at); at = parentOf(at)) line.push(at);
    return line;
  };
  const isRoot = (board: Board): boolean => {
    const line = lineOf(board);
    return line.length === 0 || line.includes(board);
  };
  const nodeOf = (board: Board): OversightNode<Board, Unit> => {
    const line = new Set(lineOf(board).map(({ id }) => id));
    return {
      board,
      alsoTo: board.reportsTo.filter(({ id }) => !line.has(id)),
      boards: boards.filter((one) => parentOf(one) === board && !isRoot(one)).map(nodeOf),
      abus: abus
        .filter((abu) => abu.boards.some(({ id }) => id === board.id))
        .map((abu) => ({ abu, alsoTo: abu.boards.filter(({ id }) => id !== board.id) })),
    };
  };
  return {
    roots: boards.filter(isRoot).map(nodeOf),
    loose: abus.filter((abu) => !abu.boards.some(({ id }) => byId.has(id))),
  };
}
