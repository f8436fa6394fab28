import type { KeyboardEvent } from 'react';

const TYPING = 'input, textarea, select';

/**
 * Which way Alt and an arrow move what has the focus; null for any other key, and while somebody types. Menus and dialogs
 * of a row are elsewhere in the document, yet React sends their events through it.
 */
export function altArrow(event: KeyboardEvent<HTMLElement>): 'up' | 'down' | null {
  const target = event.target as HTMLElement;
  if (event.defaultPrevented || !event.currentTarget.contains(target) || target.matches(TYPING)) return null;
  if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return null;
  event.preventDefault();
  return event.key === 'ArrowUp' ? 'up' : 'down';
}
