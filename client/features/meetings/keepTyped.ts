import { useLayoutEffect } from 'react';
import { tellOutcome } from '../../platform/graphql/outcome';
import { showToast } from '../../platform/ui/toasts';
import type { MeetingVerbs } from './meeting.operations';
import type { MeetingChange } from './meeting.queries';
import { itemName } from './meetingContext';

const rowOf = (itemId: string): Element | null => document.querySelector(`[data-agenda-item="${itemId}"]`);

/** What is being typed in the row of an item. */
const typedIn = (row: Element | null): string =>
  row?.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea')?.value ?? '';

/** What was being typed in rows that have left the page. */
const left = new Map<string, string>();

/**
 * For the row of an item: that it is gone may be known to the page before it is told here who took it off, since other
 * parts of the page follow the meeting too.
 */
export function useWordsLeft(itemId: string): void {
  useLayoutEffect(() => {
    left.delete(itemId);
    return () => {
      const typed = typedIn(rowOf(itemId));
      if (typed !== '') left.set(itemId, typed);
    };
  }, [itemId]);
}

/** An item that is taken off while somebody writes in it takes the words along: they are told, with the way back. */
export function keepTyped({ item, actor }: MeetingChange, verbs: MeetingVerbs | null): void {
  if (item?.__typename !== 'AgendaItem' || !verbs) return;
  const row = rowOf(item.id);
  const typed = row ? typedIn(row) : (left.get(item.id) ?? '');
  left.delete(item.id);
  if (typed === '') return;
  const { id, version } = item;
  showToast({
    message: `${itemName(item)} was taken off the agenda by ${actor?.name ?? 'somebody'} while you were writing “${typed}”`,
    action: {
      label: 'Put it back',
      run: async () =>
        void tellOutcome(
          await verbs.restoreItem({ id, expectedVersion: version }),
          `${itemName(item)} is on the agenda again`,
        ),
    },
  });
}
