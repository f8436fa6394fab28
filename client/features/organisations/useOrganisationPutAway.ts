import { useOrganisationVerbs } from './organisation.operations';
import { usePutAway } from './usePutAway';

/** Puts a partner away, and brings it back. */
export function useOrganisationPutAway(onDone: () => void) {
  const verbs = useOrganisationVerbs();
  return usePutAway({
    what: 'organisation',
    archive: verbs.archiveOrganisation,
    restore: verbs.restoreOrganisation,
    onDone,
    meaning:
      'It leaves the lists. What it answers for stays with it, and whoever acts for it still may until the role ends.',
  });
}
