import { type FocusEvent, type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef } from 'react';
import { mapIdOf, pointedStore } from './mapPointed';

/** So long the words stay after the pointer has left, so that it can go to them. */
const LINGER_MS = 300;
/** The words take about so much of the height. */
const WORDS_PX = 84;

/** What the pointer or the keyboard is at, told to whoever says something about it. Escape hushes it. */
export function useMapPointing() {
  const pointed = useMemo(pointedStore, []);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const handlers = useMemo(() => {
    const at = (target: EventTarget | null, frame: Element, y: number | null): void => {
      const found = mapIdOf(target);
      if (!found) return;
      clearTimeout(timer.current);
      const top = y ?? topOf(found.id, found.at, frame);
      pointed.point({ id: found.id, isAbove: top - frame.getBoundingClientRect().top < WORDS_PX });
    };
    const leave = (): void => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => pointed.point(null), LINGER_MS);
    };
    return {
      onPointerOver: ({ target, currentTarget, clientY, pointerType }: PointerEvent) => {
        if (pointerType === 'touch') return;
        const found = mapIdOf(target);
        const isLine = found?.at.classList.contains('react-flow__edge') === true;
        if (found) at(target, currentTarget, isLine ? clientY : null);
        else if (target instanceof Element && target.closest('.map-said')) clearTimeout(timer.current);
        else leave();
      },
      onPointerLeave: leave,
      onFocus: ({ target, currentTarget }: FocusEvent) => {
        if (target.matches(':focus-visible')) at(target, currentTarget, null);
      },
      onBlur: leave,
      onKeyDownCapture: ({ key }: KeyboardEvent) => {
        if (key === 'Escape') pointed.point(null);
      },
    };
  }, [pointed]);
  return { pointed, handlers };
}

/** Where what is pointed at begins; of a line, where its label stands. */
function topOf(id: string, at: Element, frame: Element): number {
  if (at.matches('.map-spot')) return at.getBoundingClientRect().top;
  const label = [...frame.querySelectorAll('[data-bundle]')].find(
    (one) => one.getAttribute('data-bundle') === id,
  );
  return (label ?? at).getBoundingClientRect().top;
}
