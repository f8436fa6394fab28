import { tellOutcome } from '../../platform/graphql/outcome';
import { showToast } from '../../platform/ui/toasts';
import type { MeetingVerbs } from './meeting.operations';
import type { MeetingChange } from './meeting.queries';
import { itemName } from './meetingContext';

/** What is being typed in the row of an item. */
const typedIn = (itemId: string): string =>
  document.querySelector<HTMLInputElement | HTMLTextAreaElement>(
    `[data-agenda-item="${itemId}"] :is(input, textarea)`,
  )?.value ?? '';

/** An item that is taken off while somebody writes in it takes the words along: they are told, with the way back. */
export function keepTyped({ item, actor }: MeetingChange, verbs: MeetingVerbs | null): void {
  if (item?.__typename !== 'AgendaItem' || !verbs) return;
  const typed = typedIn(item.id);
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
