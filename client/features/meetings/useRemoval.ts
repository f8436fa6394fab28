import { tellOutcome } from '../../platform/graphql/outcome';
import { refusalWords } from '../../platform/graphql/saving';
import { showToast } from '../../platform/ui/toasts';
import type { AgendaLine } from './meeting.queries';
import { itemName, useMeetingContext } from './meetingContext';

/** Takes an item off the agenda at once, with the way back for as long as the message stands. */
export function useRemoval(): (item: AgendaLine) => Promise<void> {
  const { verbs } = useMeetingContext();
  return async (item) => {
    const { id, version } = item;
    const refusal = await verbs.archiveItem({ id, expectedVersion: version });
    if (refusal) {
      showToast({ tone: 'danger', message: refusalWords(refusal) });
      return;
    }
    const undo = async (): Promise<void> => {
      const refused = await verbs.restoreItem({ id, expectedVersion: version + 1 });
      tellOutcome(refused, `${itemName(item)} is on the agenda again`);
    };
    showToast({
      message: `${itemName(item)} was taken off the agenda`,
      action: { label: 'Undo', run: () => void undo() },
    });
  };
}
