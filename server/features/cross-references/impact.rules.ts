import { BragStatus, givenByTo, StrainLevel } from '../../../schema/vocabulary.js';
import { giverAndReceiver, type PromiseMade, type StrainEnd, strainOf } from './strain.rules.js';

/** A promise in a chain. */
export interface ChainLink extends PromiseMade {
  id: string;
  fromId: string;
  toId: string;
}

/** The item a promise is given by and the one that counts on it; null for kinds in which nobody counts on anything. */
export const endsOf = ({ kind, fromId, toId }: ChainLink) => giverAndReceiver(kind, fromId, toId);

/** What is supposed of one item; what is absent is as it is. */
export interface Supposed {
  end?: string | null;
  status?: BragStatus;
}

/** One promise that would not hold. */
export interface Hit {
  crossReferenceId: string;
  /** The item that counts on it. */
  itemId: string;
  /** How many promises lie between: 1 counts on the item itself. */
  depth: number;
  reasons: string[];
  /** The soonest that item could then be done; null where no date says. */
  soonest: string | null;
}

/** What comes to an item from upstream: when it could be done at the soonest, and whether anything says when at all. */
interface Danger {
  end: string | null;
  isOpenEnded: boolean;
}

const laterOf = (a: string | null, b: string | null) => (a === null || (b !== null && b > a) ? b : a);

const joined = (a: Danger | undefined, b: Danger): Danger =>
  a ? { end: laterOf(a.end, b.end), isOpenEnded: a.isOpenEnded || b.isOpenEnded } : b;

const same = (a: Danger | undefined, b: Danger) => a?.end === b.end && a.isOpenEnded === b.isOpenEnded;

/**
 * What would not hold downstream if one item stood as supposed, nearest first, each promise once. What depends on
 * something late cannot be done before it; what depends on something Red or withdrawn has no date at all. Rings are gone
 * round until nothing later comes to any item: dangers only grow, so that ends.
 */
export function impactOf(
  start: string,
  supposed: Supposed,
  heads: ReadonlyMap<string, StrainEnd>,
  links: readonly ChainLink[],
  today: string,
): Hit[] {
  const givenBy = new Map<string, ChainLink[]>();
  for (const link of links) {
    const giver = endsOf(link)?.[0];
    if (giver) givenBy.set(giver, [...(givenBy.get(giver) ?? []), link]);
  }
  const dangers = new Map<string, Danger>();
  const hits = new Map<string, Hit>();
  let level = [start];
  for (let depth = 1; level.length; depth++) {
    const next = new Set<string>();
    for (const link of level.flatMap((id) => givenBy.get(id) ?? [])) {
      const [giverId = '', receiverId = ''] = endsOf(link) ?? [];
      const [giver, receiver] = [heads.get(giverId), heads.get(receiverId)];
      if (!giver || !receiver || receiverId === start) continue;
      const from = giverId === start ? null : (dangers.get(giverId) ?? null);
      const found = asked(
        link,
        from ? chained(giver, from) : { ...giver, ...supposed },
        receiver,
        from,
        today,
      );
      if (found.reasons.length === 0) continue;
      const danger = joined(dangers.get(receiverId), found.danger);
      const first = hits.get(link.id)?.depth ?? depth;
      const { reasons } = found;
      hits.set(link.id, {
        ...{ crossReferenceId: link.id, itemId: receiverId, depth: first, reasons, soonest: danger.end },
      });
      // What is merely contributed to, or mitigated, is not held up by it.
      if (!givenByTo.includes(link.kind) || same(dangers.get(receiverId), danger)) continue;
      dangers.set(receiverId, danger);
      next.add(receiverId);
    }
    level = [...next];
  }
  return [...hits.values()];
}

/** An item downstream as it would stand: how it is rated itself is not because of what lies upstream. */
function chained(giver: StrainEnd, { end }: Danger): StrainEnd {
  return { ...giver, status: giver.status === BragStatus.BLUE ? giver.status : null, end };
}

/** Why one promise would not hold, and what that brings to the one that counts on it. */
function asked(
  link: ChainLink,
  giver: StrainEnd,
  receiver: StrainEnd,
  from: Danger | null,
  today: string,
): { reasons: string[]; danger: Danger } {
  const strainWith = (end: string | null) => {
    const [written, pointed] = givenByTo.includes(link.kind)
      ? [receiver, { ...giver, end }]
      : [{ ...giver, end }, receiver];
    return strainOf({ promise: link, from: written, to: pointed, today });
  };
  const { reasons } = strainWith(giver.end);
  const isGiven = giver.status === BragStatus.BLUE || receiver.archivedAt !== null;
  const restsOnDanger = from?.isOpenEnded === true && !isGiven;
  const isOverdue = giver.end !== null && giver.end < today;
  const isOpenEnded = restsOnDanger || isOverdue || strainWith(null).level !== StrainLevel.NONE;
  return {
    reasons: restsOnDanger ? [...reasons, `${giver.name} rests on something that is in danger.`] : reasons,
    danger: { end: laterOf(receiver.end, giver.end), isOpenEnded },
  };
}
