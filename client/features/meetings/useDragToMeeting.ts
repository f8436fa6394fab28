import { markedAt, useHandleDrag } from '../../platform/ui/useHandleDrag';

/** The part of the page for what is not for a meeting yet. */
export const OPEN = 'open';

/** Dragging lines of a forward plan to another meeting. */
export const useDragToMeeting = (onDrop: (id: string, meetingId: string | null) => void) =>
  useHandleDrag<string>({
    targetAt: (point) => markedAt(point, 'planMeeting')?.dataset['planMeeting'] ?? null,
    onDrop: (id, over) => onDrop(id, over === OPEN ? null : over),
  });

export type Dragging = ReturnType<typeof useDragToMeeting>;
