import { formatInstant, formatLongDay, londonDay } from '../../platform/format/dates';
import type { FrozenHead } from './frozen.queries';

interface Doer {
  readonly organisation: { readonly name: string } | null;
  readonly post?: { readonly title: string } | null;
  readonly person: { readonly name: string } | null;
}

/** 'Ada Lovelace, Board secretary, for Northmoor Council', as far as it is told; the public is told less. */
function byWhom({ organisation, post, person }: Doer): string {
  const named = [person?.name, post?.title].filter(Boolean).join(', ');
  const forWhom = organisation ? `for ${organisation.name}` : '';
  return [named && `by ${named}`, forWhom].filter(Boolean).join(post ? ', ' : ' ');
}

export const stoodWords = ({ stoodAt }: Pick<FrozenHead, 'stoodAt'>): string =>
  `As of ${formatLongDay(londonDay(stoodAt))}`;

export const frozenWords = ({ createdAt, organisation, post, frozenBy }: FrozenHead): string =>
  `Frozen on ${formatInstant(createdAt)} ${byWhom({ organisation, post, person: frozenBy })}`.trim();

export const withdrawnWords = ({ withdrawnAt, withdrawnFor, withdrawnBy }: FrozenHead): string =>
  `Withdrawn on ${formatInstant(withdrawnAt ?? '')} ${byWhom({ organisation: withdrawnFor, person: withdrawnBy })}`.trim();

/** Fewer may open it than it was frozen for: something it shows was restricted since. */
export const isNarrowed = ({ audience, ownAudience }: FrozenHead): boolean =>
  audience.label !== ownAudience.label;
