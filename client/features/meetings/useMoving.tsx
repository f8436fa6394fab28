import { type ReactNode, useState } from 'react';
import { tellOutcome } from '../../platform/graphql/outcome';
import type { ForwardPlanVerbs } from './forwardPlan.operations';
import type { PlanLine, PlannedMeeting } from './forwardPlan.queries';
import { othersAt, placeWords, withWords } from './forwardPlanWords';
import { MoveEntryDialog } from './MoveEntryDialog';

/** Where to, null for no meeting yet; absent to be asked. */
export type Move = (line: PlanLine, meetingId?: string | null) => void;

/** It stands elsewhere now: the keyboard goes on there, once a dialog has given the focus back. */
function focusOn(id: string): void {
  const look = (): void => document.querySelector<HTMLElement>(`[data-plan-line="${id}"] button`)?.focus();
  requestAnimationFrame(() => requestAnimationFrame(look));
}

/** Taking a line to another meeting. What was planned for one before slips, and says why first: the second part asks. */
export function useMoving(
  meetings: readonly PlannedMeeting[],
  verbs: ForwardPlanVerbs,
  refresh: () => void,
): readonly [Move, ReactNode] {
  const [asked, setAsked] = useState<{ line: PlanLine; meetingId?: string | null } | null>(null);
  const send = async (line: PlanLine, meetingId: string | null): Promise<void> => {
    const refusal = await verbs.move({
      ...{ id: line.id, expectedVersion: line.version, meetingId, withBoardsOfMeeting: true },
    });
    const others = othersAt(
      meetings.find(({ id }) => id === meetingId),
      line.boards,
    );
    tellOutcome(refusal, `“${line.title}” is ${placeWords(meetings, meetingId)}${withWords(others)}`);
    refresh();
    focusOn(line.id);
  };
  const move: Move = (line, meetingId) => {
    if (meetingId === undefined) setAsked({ line });
    else if ((line.meeting?.id ?? null) === meetingId) return;
    else if (line.meeting === null) void send(line, meetingId);
    else setAsked({ line, meetingId });
  };
  const dialog = asked && (
    <MoveEntryDialog {...asked} onMoved={() => focusOn(asked.line.id)} onClose={() => setAsked(null)} />
  );
  return [move, dialog];
}
