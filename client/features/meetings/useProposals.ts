import { useEffect, useRef, useState } from 'react';
import { formatCount } from '../../platform/format/counts';
import { tellOutcome } from '../../platform/graphql/outcome';
import { showToast } from '../../platform/ui/toasts';
import type { Proposal } from './forwardPlan.queries';
import { useForwardPlan } from './forwardPlanContext';
import { placeWords } from './forwardPlanWords';

export const keyOf = ({ proposalKind, itemId }: Pick<Proposal, 'proposalKind' | 'itemId'>): string =>
  `${proposalKind} ${itemId}`;

interface Into {
  readonly meetingId: string | null;
  readonly isOntoAgenda: boolean;
}

/** What slipped comes back as itself, and cannot be taken back like an entry that was made. */
const isOwnEntry = ({ proposalKind }: Proposal): boolean => proposalKind !== 'DEFERRED_TWICE';

/** Walking the proposals and taking them: what was dealt with is gone at once, and can be taken back for a moment. */
export function useProposals(proposals: readonly Proposal[], { meetingId, isOntoAgenda }: Into) {
  const { board, ahead, verbs, refresh } = useForwardPlan();
  const list = useRef<HTMLOListElement>(null);
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const goesTo = useRef<string | null>(null);
  // What was dealt with and is proposed no more need not be remembered: proposed anew, it shows again.
  const left = [...done].filter((key) => proposals.some((one) => keyOf(one) === key));
  if (left.length !== done.size) setDone(new Set(left));
  const shown = proposals.filter((one) => !done.has(keyOf(one)));
  const keys = shown.map(keyOf);
  const currentKey = current !== null && keys.includes(current) ? current : (keys[0] ?? null);

  const focus = (key: string): void => {
    setCurrent(key);
    goesTo.current = key;
  };
  // After it is drawn: only the current one can be reached.
  useEffect(() => {
    if (goesTo.current === null) return;
    const row = list.current?.querySelector<HTMLElement>(`[data-proposal="${goesTo.current}"] button`);
    goesTo.current = null;
    row?.focus();
  });
  const walk = (from: Proposal, how: 'up' | 'down'): void => {
    const to = keys[keys.indexOf(keyOf(from)) + (how === 'up' ? -1 : 1)];
    if (to !== undefined) focus(to);
  };
  const hide = (key: string, isHidden: boolean): void =>
    setDone((before) =>
      isHidden ? new Set(before).add(key) : new Set([...before].filter((one) => one !== key)),
    );
  /** It is dealt with: the keyboard goes on at the next. */
  const leave = (proposal: Proposal): void => {
    const at = keys.indexOf(keyOf(proposal));
    const next = keys[at + 1] ?? keys[at - 1];
    hide(keyOf(proposal), true);
    if (next !== undefined) focus(next);
  };

  const send = async (proposal: Proposal) => {
    const id = crypto.randomUUID();
    const refusal = await verbs.accept({
      ...{ id, boardId: board.id, kind: proposal.proposalKind, itemId: proposal.itemId, meetingId },
      ontoAgenda: isOntoAgenda && meetingId !== null,
    });
    return { id, refusal };
  };
  const takeBack = async (ids: readonly string[]): Promise<void> => {
    for (const id of ids) {
      const refusal = await verbs.archive({ id, expectedVersion: 1 });
      if (refusal && !tellOutcome(refusal, '')) break;
    }
    setDone(new Set());
    refresh();
  };
  const tell = (message: string, ids: readonly string[]): void => {
    const action = { label: 'Undo', run: () => void takeBack(ids) };
    showToast({ tone: 'success', message, ...(ids.length > 0 ? { action } : {}) });
  };
  const accept = async (proposal: Proposal): Promise<void> => {
    leave(proposal);
    const { id, refusal } = await send(proposal);
    refresh();
    if (refusal) {
      hide(keyOf(proposal), false);
      return void tellOutcome(refusal, '');
    }
    tell(`“${proposal.title}” is ${placeWords(ahead, meetingId)}`, isOwnEntry(proposal) ? [id] : []);
  };
  const acceptAll = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    const made: string[] = [];
    let count = 0;
    for (const proposal of shown) {
      const { id, refusal } = await send(proposal);
      if (refusal) {
        tellOutcome(refusal, '');
        break;
      }
      count += 1;
      hide(keyOf(proposal), true);
      if (isOwnEntry(proposal)) made.push(id);
    }
    setBusy(false);
    refresh();
    if (count > 0)
      tell(
        `${formatCount(count, 'proposal')} ${count === 1 ? 'was' : 'were'} accepted, ${placeWords(ahead, meetingId)}`,
        made,
      );
  };
  return { shown, list, setCurrent, currentKey, walk, accept, acceptAll, isBusy, leave };
}
