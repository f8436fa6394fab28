import { type PointerEvent, useEffect, useRef, useState } from 'react';

/** How far the pointer goes before it is a drag and no mere press. */
const SLOP = 4;
/** So near to the edge of the window the page scrolls. */
const EDGE = 48;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The nearest thing under a point that has a data attribute, by its name in a dataset. */
export const markedAt = ({ x, y }: Point, mark: string): HTMLElement | null =>
  document
    .elementsFromPoint(x, y)
    .find((one): one is HTMLElement => one instanceof HTMLElement && one.dataset[mark] !== undefined) ?? null;

interface HandleDrag<Target> {
  /** Where it would go, held over a point by its handle; null where it can go nowhere. */
  readonly targetAt: (point: Point, handle: HTMLElement) => Target | null;
  readonly onDrop: (id: string, target: Target) => void;
}

/** Dragging things by their handles, with mouse, pen or finger. Escape leaves everything where it is. */
export function useHandleDrag<Target>({ targetAt, onDrop }: HandleDrag<Target>) {
  const begun = useRef<(Point & { readonly id: string }) | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<Target | null>(null);
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
    onPointerMove: ({ clientX, clientY, currentTarget }: PointerEvent<HTMLElement>) => {
      if (begun.current?.id !== id) return;
      const { x, y } = begun.current;
      if (dragged === null && Math.hypot(clientX - x, clientY - y) < SLOP) return;
      setDragged(id);
      setOver(targetAt({ x: clientX, y: clientY }, currentTarget));
      if (clientY < EDGE) window.scrollBy({ top: -EDGE / 4 });
      else if (clientY > window.innerHeight - EDGE) window.scrollBy({ top: EDGE / 4 });
    },
    onPointerUp: () => {
      if (begun.current?.id === id && dragged === id && over !== null) onDrop(id, over);
      stop();
    },
    onPointerCancel: stop,
  });
  return { handleOf, dragged, over };
}
