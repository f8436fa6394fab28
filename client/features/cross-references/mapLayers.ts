export interface Tie {
  readonly from: string;
  readonly to: string;
}

const SWEEPS = 4;

/**
 * Places in layers: each stands above all it points at, as far as they do not point back at it in a ring. Within a
 * layer, near what it is tied to. Takes time in proportion to what there is.
 */
export function layersOf(ids: readonly string[], ties: readonly Tie[]): readonly (readonly string[])[] {
  const known = new Set(ids);
  const below = new Map<string, string[]>(ids.map((id) => [id, []]));
  const above = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const { from, to } of ties) {
    if (from === to || !known.has(from) || !known.has(to)) continue;
    below.get(from)?.push(to);
    above.get(to)?.push(from);
  }
  const layers: string[][] = [];
  for (const [id, depth] of depthsOf(ids, below)) {
    layers[depth] ??= [];
    layers[depth].push(id);
  }
  const inOrder = layers.map((layer) => layer ?? []).filter((layer) => layer.length > 0);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const isDown = sweep % 2 === 0;
    const near = isDown ? above : below;
    const at = new Map<string, number>();
    for (const layer of isDown ? inOrder : [...inOrder].reverse()) {
      sortNear(layer, near, at);
      layer.forEach((id, index) => {
        at.set(id, layer.length < 2 ? 0.5 : index / (layer.length - 1));
      });
    }
  }
  return inOrder;
}

/** How far down each stands: one more than the lowest of those that point at it, rings cut where they close. */
function depthsOf(
  ids: readonly string[],
  below: ReadonlyMap<string, readonly string[]>,
): Map<string, number> {
  const finished: string[] = [];
  const isOpen = new Map<string, boolean>();
  const cut = new Set<string>();
  for (const root of ids) {
    if (isOpen.has(root)) continue;
    // By hand and not by recursion: a chain may be longer than the stack is deep.
    const stack = [{ id: root, next: 0 }];
    isOpen.set(root, true);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const to = below.get(top.id)?.[top.next];
      top.next += 1;
      if (to === undefined) {
        isOpen.set(top.id, false);
        finished.push(top.id);
        stack.pop();
      } else if (isOpen.get(to)) cut.add(`${top.id} ${to}`);
      else if (!isOpen.has(to)) {
        isOpen.set(to, true);
        stack.push({ id: to, next: 0 });
      }
    }
  }
  const depths = new Map(ids.map((id) => [id, 0]));
  for (const id of finished.reverse())
    for (const to of below.get(id) ?? [])
      if (!cut.has(`${id} ${to}`)) depths.set(to, Math.max(depths.get(to) ?? 0, (depths.get(id) ?? 0) + 1));
  return depths;
}

/** By the middle of what each is tied to in the layers gone through; what is tied to nothing there keeps its place. */
function sortNear(
  layer: string[],
  near: ReadonlyMap<string, readonly string[]>,
  at: Map<string, number>,
): void {
  const wanted = new Map(
    layer.map((id, index) => {
      const spots = (near.get(id) ?? []).flatMap((one) => at.get(one) ?? []);
      const middle = spots.reduce((sum, spot) => sum + spot, 0) / spots.length;
      return [id, spots.length === 0 ? index / Math.max(1, layer.length - 1) : middle];
    }),
  );
  layer.sort((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0));
}
