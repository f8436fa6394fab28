import { type ReactNode, useState } from 'react';
import { tellOutcome } from '../../platform/graphql/outcome';
import type { ForwardPlanVerbs } from './forwardPlan.operations';
import type { PlanLine, PlannedMeeting } from './forwardPlan.queries';
import { placeWords } from './forwardPlanWords';
import { MoveEntryDialog } from './MoveEntryDialog';

/** Taking a line to another meeting. What was planned for one before slips, and says why first: the second part asks. */
export function useMoving(
  meetings: readonly PlannedMeeting[],
  verbs: ForwardPlanVerbs,
  refresh: () => void,
): readonly [(line: PlanLine, meetingId: string | null) => void, ReactNode] {
  const [asked, setAsked] = useState<{ line: PlanLine; meetingId: string | null } | null>(null);
  const send = async (line: PlanLine, meetingId: string | null): Promise<void> => {
    const refusal = await verbs.move({ id: line.id, expectedVersion: line.version, meetingId });
    tellOutcome(refusal, `“${line.title}” is ${placeWords(meetings, meetingId)}`);
    refresh();
  };
  const move = (line: PlanLine, meetingId: string | null): void => {
    if ((line.meeting?.id ?? null) === meetingId) return;
    if (line.meeting === null) void send(line, meetingId);
    else setAsked({ line, meetingId });
  };
  const dialog = asked && (
    <MoveEntryDialog line={asked.line} meetingId={asked.meetingId} onClose={() => setAsked(null)} />
  );
  return [move, dialog];
}
