import { useOrganisationVerbs } from './organisation.operations';
import { useArchiving } from './useArchiving';

/** Puts a partner away, and brings it back. */
export function useOrganisationArchiving(onDone: () => void) {
  const verbs = useOrganisationVerbs();
  return useArchiving({
    what: 'organisation',
    archive: verbs.archiveOrganisation,
    restore: verbs.restoreOrganisation,
    onDone,
    meaning:
      'It leaves the lists. What it answers for stays with it, and whoever acts for it still may until the role ends.',
  });
}
