import { invalidInput, ruleBroken } from '../../platform/graphql/errors.js';

export interface Term {
  fromOn: string;
  untilOn: string | null;
}

/** First and last day are both in it. */
export const isHeldOn = ({ fromOn, untilOn }: Term, day: string): boolean =>
  fromOn <= day && (untilOn === null || untilOn >= day);

export function checkTerm({ fromOn, untilOn }: Term): void {
  if (untilOn !== null && untilOn < fromOn)
    throw ruleBroken('ENDS_BEFORE_IT_BEGINS', 'A seat cannot end before it begins.');
}

/** A seat goes with a person or with a post. */
export function checkWhose({ personId, postId }: { personId?: string | null; postId?: string | null }): void {
  if (personId && postId)
    throw invalidInput([
      { field: 'postId', message: 'A seat goes with a person or with a post, not with both.' },
    ]);
  if (!personId && !postId)
    throw invalidInput([
      { field: 'personId', message: 'Say whose seat it is: a person’s, or that of whoever holds a post.' },
    ]);
}

/** Nobody sits in for themselves, nor stands on the list twice. */
export function checkDeputies({
  personId,
  deputyIds,
}: {
  personId: string | null;
  deputyIds: string[];
}): void {
  const at = deputyIds.findIndex((id, i) => id === personId || deputyIds.indexOf(id) !== i);
  if (at === -1) return;
  const message =
    deputyIds[at] === personId ? 'Nobody sits in for themselves.' : 'This deputy is named already.';
  throw invalidInput([{ field: `deputyIds.${at}`, message }]);
}
