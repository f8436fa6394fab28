import { formatCount, formatList } from '../../platform/format/counts';
import { audienceOf, type Circle } from '../plans/circle';
import type { LeftOut } from './frozen.queries';
import { askedOf, type MapState } from './mapAddress';

/** What is on the screen, as it is asked to be frozen. */
export function lookedAt(state: MapState, within: string, asOf: string | null) {
  const { around, only } = state;
  return {
    ...askedOf(state, within, asOf),
    around: around?.id ?? null,
    up: around?.up ?? 1,
    down: around?.down ?? 1,
    connections: {
      strained: only.has('strained'),
      unanswered: only.has('unanswered'),
      external: only.has('external'),
    },
  };
}

/** Who is to open it, as the API takes it. */
export const readersOf = (circle: Circle) => audienceOf(circle) ?? { kind: 'PARTNERSHIP' as const };

/** The same for what is asked before; null while it has not been said. */
export function readersAsked({ kind, organisationIds, boardId, personIds }: Circle) {
  if (kind === 'EVERYONE') return { isPublic: true };
  if (kind === 'ORGANISATIONS')
    return organisationIds.length ? { organisationIds: [...organisationIds] } : null;
  if (kind === 'BOARD') return boardId ? { boardId } : null;
  if (kind === 'PEOPLE') return personIds.length ? { personIds: [...personIds] } : null;
  return {};
}

/** What the copy would hold of what is on the screen. */
export function leftOutWords(counts: LeftOut): string {
  const { places, crossReferences, placesLeftOut, connectionsLeftOut, crossReferencesLeftOut } = counts;
  const left = [
    placesLeftOut > 0 && formatCount(placesLeftOut, 'place'),
    connectionsLeftOut > 0 && formatCount(connectionsLeftOut, 'connection'),
    crossReferencesLeftOut > 0 && formatCount(crossReferencesLeftOut, 'cross-reference'),
  ].filter((words) => words !== false);
  const holds = `It will show ${formatCount(places, 'place')} and ${formatCount(crossReferences, 'cross-reference')}.`;
  return left.length === 0
    ? `${holds} Nothing that you see is left out.`
    : `${holds} Left out, because not all who are to open it may see them: ${formatList(left)}.`;
}
