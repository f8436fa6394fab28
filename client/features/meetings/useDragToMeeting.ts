import { type PointerEvent, useEffect, useRef, useState } from 'react';

/** How far the pointer goes before it is a drag and no mere press. */
const SLOP = 4;
/** So near to the edge of the window the page scrolls. */
const EDGE = 48;

/** The part of the page for what is not for a meeting yet. */
export const OPEN = 'open';

function meetingAt(x: number, y: number): string | null {
  const part = document
    .elementsFromPoint(x, y)
    .find(
      (one): one is HTMLElement => one instanceof HTMLElement && one.dataset['planMeeting'] !== undefined,
    );
  return part?.dataset['planMeeting'] ?? null;
}

/** Dragging lines by their handles to another meeting, with mouse, pen or finger. Escape leaves everything where it is. */
export function useDragToMeeting(onDrop: (id: string, meetingId: string | null) => void) {
  const begun = useRef<{ id: string; x: number; y: number } | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const stop = (): void => {
    begun.current = null;
    setDragged(null);
    setOver(null);
  };
  useEffect(() => {
    if (dragged === null) return undefined;
    const cancel = ({ key }: KeyboardEvent): void => {
      if (key !== 'Escape') return;
      begun.current = null;
      setDragged(null);
      setOver(null);
    };
    window.addEventListener('keydown', cancel);
    return () => window.removeEventListener('keydown', cancel);
  }, [dragged]);

  const handleOf = (id: string) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      begun.current = { id, x: event.clientX, y: event.clientY };
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent<HTMLElement>) => {
      if (begun.current?.id !== id) return;
      const { x, y } = begun.current;
      if (dragged === null && Math.hypot(clientX - x, clientY - y) < SLOP) return;
      setDragged(id);
      setOver(meetingAt(clientX, clientY));
      if (clientY < EDGE) window.scrollBy({ top: -EDGE / 4 });
      else if (clientY > window.innerHeight - EDGE) window.scrollBy({ top: EDGE / 4 });
    },
    onPointerUp: () => {
      if (begun.current?.id === id && dragged === id && over) onDrop(id, over === OPEN ? null : over);
      stop();
    },
    onPointerCancel: stop,
  });
  return { handleOf, dragged, over };
}

export type Dragging = ReturnType<typeof useDragToMeeting>;
