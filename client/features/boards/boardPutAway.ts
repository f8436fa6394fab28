import { usePutAway } from '../organisations/usePutAway';
import { useBoardVerbs } from './board.operations';

/** Puts a board away, and brings it back. */
export function useBoardPutAway(onDone: () => void) {
  const verbs = useBoardVerbs();
  return usePutAway({
    what: 'board',
    archive: verbs.archiveBoard,
    restore: verbs.restoreBoard,
    onDone,
    meaning:
      'It leaves the lists. The plans it owns stay its own, and whoever sits on it keeps what the seat gives until the seat ends.',
  });
}

/** Puts an ABU away, and brings it back. */
export function useAbuPutAway(onDone: () => void) {
  const verbs = useBoardVerbs();
  return usePutAway({
    what: 'ABU',
    archive: verbs.archiveAbu,
    restore: verbs.restoreAbu,
    onDone,
    meaning: 'It leaves the lists. What it answers for stays with it.',
  });
}
