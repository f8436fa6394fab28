import { useQuery } from 'urql';
import type { Option } from '../../platform/ui/ListItems';
import { contactsQuery, contactWords } from '../plans/contacts';
import { useMentionedOwners, usePaused } from './suggestions';

/** Longer than the look-up of what can be found: nothing is said to be missing before that has answered. */
const AFTER_LOOKING = 700;

/**
 * Whom to ask about work that the reader may not see: of the organisation that follows an @, or of all where nothing
 * was found. By the organisation alone: no other words make a contact come or go.
 */
export function useContacts(within: string, text: string, isFound: boolean): readonly Option[] {
  const paused = usePaused(text, AFTER_LOOKING).trim();
  const meant = useMentionedOwners(within, paused);
  // Asked anew at each pause: nothing tells of a contact that comes or goes.
  const isAsked = paused === text.trim() && (meant !== null || (!isFound && paused.length > 1));
  const [{ data }] = useQuery({
    query: contactsQuery,
    variables: { within },
    pause: !isAsked,
    requestPolicy: 'cache-and-network',
  });
  if (!isAsked) return [];
  return (data?.restrictedContacts ?? [])
    .filter(({ organisation }) => meant === null || meant.organisationIds.includes(organisation.id))
    .map((contact) => ({
      id: `contact ${contact.organisation.id} ${contact.post?.id ?? ''}`,
      label: contactWords(contact),
      isDisabled: true,
    }));
}
