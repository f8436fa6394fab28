import { type KeyboardEvent, useRef } from 'react';
import { formatList } from '../../platform/format/counts';
import { tellOutcome } from '../../platform/graphql/outcome';
import { showToast } from '../../platform/ui/toasts';
import type { Proposal } from './forwardPlan.queries';
import { useForwardPlan } from './forwardPlanContext';

/** Takes back what was last said to proposals: from the toast, or by U while the keyboard is among them. */
export function useUndoProposals(onUndone: () => void) {
  const { board, verbs, refresh } = useForwardPlan();
  const last = useRef<readonly Proposal[]>([]);

  const undo = async (proposals: readonly Proposal[]): Promise<void> => {
    last.current = [];
    const stay: string[] = [];
    for (const { proposalKind: kind, itemId } of proposals) {
      const { refusal, kept } = await verbs.undo({ boardId: board.id, kind, itemId });
      if (refusal && !tellOutcome(refusal, '')) break;
      if (kept !== null) stay.push(`“${kept}”`);
    }
    onUndone();
    refresh();
    if (stay.length > 0)
      showToast({
        message: `Taken back, but for ${formatList(stay)}: somebody has written in it since, so it stays in the forward plan.`,
      });
  };
  /** Says what was done, with the way back. */
  const tell = (message: string, proposals: readonly Proposal[]): void => {
    last.current = proposals;
    const action = { label: 'Undo', run: () => void undo(proposals) };
    showToast({ tone: 'success', message, action });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const target = event.target as HTMLElement;
    // What pops up over the page is not among them, though its keys come by here.
    if (!event.currentTarget.contains(target)) return;
    const isTyped = target.closest('input, textarea, select') !== null;
    if (event.key.toLowerCase() !== 'u' || event.altKey || event.ctrlKey || event.metaKey || isTyped) return;
    if (last.current.length > 0) void undo(last.current);
  };
  return { tell, onKeyDown };
}
