import { type PointerEvent, useEffect, useRef, useState } from 'react';

export interface Drop {
  readonly targetId: string;
  readonly side: 'before' | 'after';
}

/** How far the pointer goes before it is a drag and no mere press. */
const SLOP = 4;
/** So near to the edge of the window the page scrolls. */
const EDGE = 48;

interface Begun {
  readonly id: string;
  readonly y: number;
}

function dropAt(x: number, y: number): Drop | null {
  const row = document
    .elementsFromPoint(x, y)
    .find((one): one is HTMLElement => one instanceof HTMLElement && one.dataset['agendaItem'] !== undefined);
  const targetId = row?.dataset['agendaItem'];
  if (!row || targetId === undefined) return null;
  const { top, height } = row.getBoundingClientRect();
  return { targetId, side: y < top + height / 2 ? 'before' : 'after' };
}

/** Dragging rows by their handles, with mouse, pen or finger. Escape leaves everything where it is. */
export function useDragging(onDrop: (id: string, drop: Drop) => void) {
  const begun = useRef<Begun | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<Drop | null>(null);
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
      begun.current = { id, y: event.clientY };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (begun.current?.id !== id) return;
      if (dragged === null && Math.abs(event.clientY - begun.current.y) < SLOP) return;
      setDragged(id);
      // Held to the row it is over, however far to the side the pointer strays.
      const row = event.currentTarget.closest('[data-agenda-item]')?.getBoundingClientRect();
      setOver(dropAt(row ? row.left + row.width / 2 : event.clientX, event.clientY));
      if (event.clientY < EDGE) window.scrollBy({ top: -EDGE / 4 });
      else if (event.clientY > window.innerHeight - EDGE) window.scrollBy({ top: EDGE / 4 });
    },
    onPointerUp: () => {
      if (begun.current?.id === id && dragged === id && over) onDrop(id, over);
      stop();
    },
    onPointerCancel: stop,
  });
  return { handleOf, dragged, over };
}
