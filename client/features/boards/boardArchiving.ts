import { useArchiving } from '../organisations/useArchiving';
import { useBoardVerbs } from './board.operations';

/** Puts a board away, and brings it back. */
export function useBoardArchiving(onDone: () => void) {
  const verbs = useBoardVerbs();
  return useArchiving({
    what: 'board',
    archive: verbs.archiveBoard,
    restore: verbs.restoreBoard,
    onDone,
    meaning:
      'It leaves the lists. The plans it owns stay its own, and whoever sits on it keeps what the seat gives until the seat ends.',
  });
}

/** Puts an ABU away, and brings it back. */
export function useAbuArchiving(onDone: () => void) {
  const verbs = useBoardVerbs();
  return useArchiving({
    what: 'ABU',
    archive: verbs.archiveAbu,
    restore: verbs.restoreAbu,
    onDone,
    meaning: 'It leaves the lists. What it answers for stays with it.',
  });
}
