/** An arrow from one box to another. */
export interface Tie {
  from: string;
  to: string;
}

/** Boxes that arrows lead between, however far, in rows from the top. */
export interface Group<One extends Tie = Tie> {
  rows: string[][];
  ties: One[];
}

/** Each group of boxes by itself, in the order in which they come, none of its rows longer than `across`. */
export const groupsOf = <One extends Tie>(ties: readonly One[], across: number): Group<One>[] =>
  tiedTogether(ties).map((own) => ({ rows: rowsOf(own, across), ties: own }));

function tiedTogether<One extends Tie>(ties: readonly One[]): One[][] {
  let groups: { ids: Set<string>; ties: One[] }[] = [];
  for (const tie of ties) {
    const touching = groups.filter(({ ids }) => ids.has(tie.from) || ids.has(tie.to));
    const joined = {
      ids: new Set([...touching.flatMap(({ ids }) => [...ids]), tie.from, tie.to]),
      ties: [...touching.flatMap((group) => group.ties), tie],
    };
    const at = touching[0] ? groups.indexOf(touching[0]) : groups.length;
    groups = [...groups.slice(0, at), joined, ...groups.slice(at + 1)].filter(
      (group) => !touching.includes(group),
    );
  }
  return groups.map((group) => group.ties);
}

/** What waits stands above what it waits for, as far as that does not wait for it in turn. */
function rowsOf(ties: readonly Tie[], across: number): string[][] {
  const ids = [...new Set(ties.flatMap(({ from, to }) => [from, to]))];
  const below = new Map(ids.map((id) => [id, ties.flatMap(({ from, to }) => (from === id ? [to] : []))]));
  const heights = heightsOf(ids, below);
  const highest = Math.max(...heights.values());
  const layers = Array.from({ length: highest + 1 }, (_, at) =>
    ids.filter((id) => heights.get(id) === highest - at),
  );
  return settled(layers, ties).flatMap((layer) => inRows(layer, across));
}

const SWEEPS = 4;

/** Up and down the layers, so that each comes to stand near what it is tied to. */
function settled(layers: readonly string[][], ties: readonly Tie[]): string[][] {
  const sorted = layers.map((layer) => [...layer]);
  const spots = new Map<string, number>();
  const note = (layer: readonly string[]) => {
    for (const [at, id] of layer.entries()) spots.set(id, (at + 0.5) / layer.length);
  };
  for (const layer of sorted) note(layer);
  for (let sweep = 0; sweep < SWEEPS; sweep++)
    for (const layer of sweep % 2 === 0 ? [...sorted].reverse() : sorted) {
      const wanted = new Map(layer.map((id) => [id, middleOf(id, ties, spots)]));
      layer.sort((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0));
      note(layer);
    }
  return sorted;
}

const middleOf = (id: string, ties: readonly Tie[], spots: ReadonlyMap<string, number>): number => {
  const others = ties.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []));
  return others.reduce((sum, other) => sum + (spots.get(other) ?? 0), 0) / others.length;
};

/**
 * How many stand below each, one under another; a ring is cut where it closes. What waits for nothing stands right
 * under what waits for it.
 */
function heightsOf(
  ids: readonly string[],
  below: ReadonlyMap<string, readonly string[]>,
): Map<string, number> {
  const heights = new Map<string, number>();
  const open = new Set<string>();
  const heightOf = (id: string): number => {
    const known = heights.get(id);
    if (known !== undefined) return known;
    open.add(id);
    const under = (below.get(id) ?? []).filter((to) => !open.has(to)).map(heightOf);
    open.delete(id);
    const height = under.length === 0 ? 0 : Math.max(...under) + 1;
    heights.set(id, height);
    return height;
  };
  for (const id of ids) heightOf(id);
  for (const id of ids) {
    if (below.get(id)?.length) continue;
    const waiting = ids.filter((one) => below.get(one)?.includes(id)).map((one) => heights.get(one) ?? 1);
    heights.set(id, Math.min(...waiting) - 1);
  }
  return heights;
}

/** As many rows as are needed, about equally long. */
function inRows(layer: readonly string[], across: number): string[][] {
  const each = Math.ceil(layer.length / Math.ceil(layer.length / across));
  return Array.from({ length: Math.ceil(layer.length / each) }, (_, row) =>
    layer.slice(row * each, (row + 1) * each),
  );
}
