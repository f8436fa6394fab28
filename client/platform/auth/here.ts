import type { ResultOf } from '../graphql/graphql';
import type { Here, ViewerOrganisation, viewerQuery } from './viewer-context';

type Answer = ResultOf<typeof viewerQuery>;

/** Who is here, in the partnership that was chosen, or else their own, or else the first that is public. */
export function hereOf(
  { viewer, partnerships }: Answer,
  chosenId: string | null,
  choosePartnership: (id: string) => void,
): Here {
  const mine = viewer?.people ?? [];
  const all = inOrder(partnerships, new Set(mine.flatMap((one) => one.partnership?.id ?? [])));
  const partnership = all.find(({ id }) => id === chosenId) ?? all[0] ?? null;
  const me = mine.find((one) => one.partnership !== null && one.partnership.id === partnership?.id);
  const partners = new Set(me?.partnership?.organisations.map(({ id }) => id));
  return {
    viewer,
    person: me?.person ?? null,
    partnership,
    partnerships: all,
    choosePartnership,
    organisations: (viewer?.organisations ?? []).filter(
      (one): one is ViewerOrganisation => one.organisation !== null && partners.has(one.organisation.id),
    ),
    isAdministrator: viewer?.administers.some(({ id }) => id === partnership?.id) ?? false,
  };
}

/** One's own before those that are merely public. */
function inOrder<T extends { id: string }>(all: readonly T[], own: ReadonlySet<string>): T[] {
  return [...all.filter(({ id }) => own.has(id)), ...all.filter(({ id }) => !own.has(id))];
}
