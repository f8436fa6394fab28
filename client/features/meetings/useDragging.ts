import { markedAt, useHandleDrag } from '../../platform/ui/useHandleDrag';

export interface Drop {
  readonly targetId: string;
  readonly side: 'before' | 'after';
}

/** Held to the row it came from, however far to the side the pointer strays. */
function dropAt({ x, y }: { x: number; y: number }, handle: HTMLElement): Drop | null {
  const own = handle.closest('[data-agenda-item]')?.getBoundingClientRect();
  const row = markedAt({ x: own ? own.left + own.width / 2 : x, y }, 'agendaItem');
  const targetId = row?.dataset['agendaItem'];
  if (!row || targetId === undefined) return null;
  const { top, height } = row.getBoundingClientRect();
  return { targetId, side: y < top + height / 2 ? 'before' : 'after' };
}

/** Dragging rows of an agenda to before or after another. */
export const useDragging = (onDrop: (id: string, drop: Drop) => void) =>
  useHandleDrag<Drop>({ targetAt: dropAt, onDrop });
