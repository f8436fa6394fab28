import { useEffect, useRef, useState } from 'react';
import { formatCount } from '../../platform/format/counts';
import type { Refusal } from '../../platform/graphql/errors';
import { tellOutcome } from '../../platform/graphql/outcome';
import type { Proposal } from './forwardPlan.queries';
import { useForwardPlan } from './forwardPlanContext';
import { othersAt, placeWords, withWords } from './forwardPlanWords';
import { useLateReason } from './LateReason';
import { useUndoProposals } from './useUndoProposals';

export const keyOf = ({ proposalKind, itemId }: Pick<Proposal, 'proposalKind' | 'itemId'>): string =>
  `${proposalKind} ${itemId}`;

interface Into {
  readonly meetingId: string | null;
  readonly isOntoAgenda: boolean;
}

/** For an earlier meeting than the one whose turn it is, a priority is not proposed. */
export function isInTurn(
  { proposalKind, meeting }: Pick<Proposal, 'proposalKind' | 'meeting'>,
  meetingId: string | null,
  ahead: readonly { readonly id: string }[],
): boolean {
  if (proposalKind !== 'PRIORITY_DUE' || meeting === null || meetingId === null) return true;
  const at = (id: string): number => ahead.findIndex((one) => one.id === id);
  return at(meetingId) >= at(meeting.id);
}

/** Where it goes: what slipped to a meeting that is to come stays there. */
const goesFor = ({ proposalKind, meeting }: Proposal, meetingId: string | null): string | null =>
  proposalKind === 'DEFERRED_TWICE' && meeting !== null ? meeting.id : meetingId;

/** Walking the proposals and taking them: what was dealt with is gone at once, and can be taken back for a moment. */
export function useProposals(proposals: readonly Proposal[], { meetingId, isOntoAgenda }: Into) {
  const { board, ahead, verbs, refresh } = useForwardPlan();
  const list = useRef<HTMLOListElement>(null);
  const head = useRef<HTMLHeadingElement>(null);
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState<string | null>(null);
  const { tell, onKeyDown } = useUndoProposals(() => setDone(new Set()));
  const [isBusy, setBusy] = useState(false);
  const goesTo = useRef<string | null>(null);
  const before = useRef<Promise<unknown>>(Promise.resolve());
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
    else head.current?.focus();
  };

  const others = withWords(
    othersAt(
      ahead.find(({ id }) => id === meetingId),
      [board],
    ),
  );
  // The reason that was given last: of several accepted at once, for all that follow.
  const given = useRef<string | null>(null);
  const [acceptInTime, lateDialog] = useLateReason(
    (input: Parameters<typeof verbs.accept>[0]) => {
      given.current = input.lateReason ?? null;
      return verbs.accept(input);
    },
    isBusy ? 'It is told with each item that is accepted now, and stands in the minutes.' : undefined,
  );
  const send = (proposal: Proposal, lateReason: string | null = null): Promise<Refusal | null> => {
    const id = crypto.randomUUID();
    const forMeeting = goesFor(proposal, meetingId);
    // One after another, however fast they are taken: in this order they stand on the agenda.
    const sent = before.current.then(() =>
      acceptInTime({
        ...{ id, boardId: board.id, kind: proposal.proposalKind, itemId: proposal.itemId },
        ...{ meetingId: forMeeting, ontoAgenda: isOntoAgenda && forMeeting !== null, lateReason },
      }),
    );
    before.current = sent;
    return sent;
  };
  const accept = async (proposal: Proposal): Promise<void> => {
    leave(proposal);
    const refusal = await send(proposal);
    refresh();
    if (refusal) {
      hide(keyOf(proposal), false);
      return void tellOutcome(refusal, '');
    }
    tell(`“${proposal.title}” is ${placeWords(ahead, goesFor(proposal, meetingId))}${others}`, [proposal]);
  };
  const acceptAll = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    const taken: Proposal[] = [];
    given.current = null;
    for (const proposal of shown) {
      const refusal = await send(proposal, given.current);
      if (refusal && !tellOutcome(refusal, '')) break;
      taken.push(proposal);
      hide(keyOf(proposal), true);
    }
    setBusy(false);
    refresh();
    const count = taken.length;
    if (count > 0)
      tell(
        `${formatCount(count, 'proposal')} ${count === 1 ? 'was' : 'were'} accepted, ${placeWords(ahead, meetingId)}${others}`,
        taken,
      );
  };
  /** Dealt with in a form of its own. */
  const settled = (proposal: Proposal, message: string): void => {
    leave(proposal);
    tell(message, [proposal]);
  };
  return {
    shown,
    list,
    head,
    setCurrent,
    currentKey,
    walk,
    accept,
    acceptAll,
    isBusy,
    settled,
    onKeyDown,
    lateDialog,
  };
}
