import { useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { useFirstCursor } from '../../platform/graphql/useFirstCursor';
import { hush, useGathered } from '../../platform/ui/Announcer';
import { useFresh } from '../../platform/ui/useFresh';
import { useLatest } from '../../platform/ui/useLatest';
import { goneAfter } from '../changes/gone';
import { type ForwardPlanChange, forwardPlanChanges } from './forwardPlan.queries';

/** What a forward plan shows, or what its proposals are worked out from. */
const SHOWN = new Set(['ForwardPlanEntry', 'Meeting', 'ForwardPlanSlip', 'AgendaOrigin', 'AgendaItem']);
const PROPOSED = new Set(['AgendaProposalAnswer', 'Action', 'Risk', 'Priority', 'CrossReference']);
const GATHER_MS = 400;

const VERBS = {
  CREATED: 'added to the forward plan',
  UPDATED: 'changed',
  ARCHIVED: 'taken out of the forward plan',
  RESTORED: 'brought back into the forward plan',
} as const;

/** One change as a sentence; null for what need not be said. */
export function sentenceOf({ kind, item, actor, organisation }: ForwardPlanChange): string | null {
  if (!item || kind === 'REMOVED' || kind === 'RESYNC') return null;
  const by = actor?.name ?? organisation?.name ?? 'somebody';
  if (item.__typename === 'ForwardPlanEntry') return `“${item.title}” was ${VERBS[kind]} by ${by}`;
  return null;
}

interface ForwardPlanLive {
  readonly boardId: string;
  /** Its entries may be those of other boards too, so the whole partnership is followed. */
  readonly within: string;
  /** Where the log stood when the page was read; taken once. */
  readonly cursor: string;
  /** What this person does is not told to them. */
  readonly viewerId: string | null;
  /** The plan may hold other lines now, or in another order. */
  readonly onMoved: () => void;
  /** The plans may propose something else. */
  readonly onProposals: () => void;
}

/** Follows the forward plan: fields merge by themselves, lists are asked for again, and what is hidden now goes at once. */
export function useForwardPlanLive(live: ForwardPlanLive) {
  const { boardId, within, cursor, viewerId } = live;
  const client = useClient();
  const after = useFirstCursor(within, cursor);
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [fresh, wash] = useFresh();
  const say = useGathered('to this forward plan');
  const stale = useRef({ plan: false, proposals: false });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const settle = useLatest((): void => {
    timer.current = undefined;
    const { plan, proposals } = stale.current;
    stale.current = { plan: false, proposals: false };
    if (plan) live.onMoved();
    if (plan || proposals) live.onProposals();
  });
  const take = useLatest((change: ForwardPlanChange): void => {
    const { kind, itemType, itemId, item, actor } = change;
    setGone((before) => goneAfter(before, change));
    if (kind === 'REMOVED') hush();
    const isShown = kind === 'RESYNC' || SHOWN.has(itemType ?? '');
    if (!isShown && !PROPOSED.has(itemType ?? '')) return;
    stale.current.plan ||= isShown;
    stale.current.proposals = true;
    timer.current ??= setTimeout(settle, GATHER_MS);
    if (item?.__typename !== 'ForwardPlanEntry' || (actor && actor.id === viewerId)) return;
    if (!item.boards.some(({ id }) => id === boardId)) return;
    if (itemId) wash(itemId);
    const sentence = sentenceOf(change);
    if (sentence) say(sentence);
  });
  useEffect(() => {
    const { unsubscribe } = client
      .subscription(forwardPlanChanges, { within, after })
      .subscribe(({ data }) => data && take(data.changes));
    return () => {
      unsubscribe();
      clearTimeout(timer.current);
    };
  }, [client, within, after, take]);
  return { fresh, gone };
}
