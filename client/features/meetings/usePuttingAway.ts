import { tellOutcome } from '../../platform/graphql/outcome';
import { refusalWords } from '../../platform/graphql/saving';
import { showToast } from '../../platform/ui/toasts';
import { useMeetingContext } from './meetingContext';

/** Puts the meeting away at once, with the way back for as long as the message stands; and brings it back later. */
export function usePuttingAway(): readonly [() => Promise<void>, () => Promise<void>] {
  const { meeting, verbs } = useMeetingContext();
  const { id, version } = meeting;
  const bringBack = async (expectedVersion: number): Promise<void> =>
    void tellOutcome(await verbs.restore({ id, expectedVersion }), 'The meeting is back');
  const putAway = async (): Promise<void> => {
    const refusal = await verbs.archive({ id, expectedVersion: version });
    if (refusal) {
      showToast({ tone: 'danger', message: refusalWords(refusal) });
      return;
    }
    showToast({
      message: 'The meeting was put away',
      action: { label: 'Undo', run: () => void bringBack(version + 1) },
    });
  };
  return [putAway, () => bringBack(version)];
}
