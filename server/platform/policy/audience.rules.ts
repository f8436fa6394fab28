/** A circle as it is drawn: of what kind, and of whom. Of ALL_OF the members are circles. */
export interface Circle {
  id: string;
  kind: string;
  members: readonly string[];
}

/**
 * Whether all who are in the one circle are in the other, by how the two are drawn and never by who happens to be in
 * them today: so it holds for whoever joins later. In doubt, no. The intersection of the two is then the inner one.
 */
export function contains(outer: Circle, inner: Circle, circles: ReadonlyMap<string, Circle>): boolean {
  if (outer.id === inner.id || outer.kind === 'EVERYONE') return true;
  const parts = ({ members }: Circle) => members.map((id) => circles.get(id));
  if (outer.kind === 'ALL_OF')
    return parts(outer).every((part) => part !== undefined && contains(part, inner, circles));
  if (inner.kind === 'ALL_OF')
    return parts(inner).some((part) => part !== undefined && contains(outer, part, circles));
  if (outer.kind === 'PARTNERSHIP') return inner.kind !== 'EVERYONE';
  return outer.kind === inner.kind && inner.members.every((member) => outer.members.includes(member));
}
