import { tellOutcome } from '../../platform/graphql/outcome';
import type { AgendaLine } from './meeting.queries';
import { itemName, useMeetingContext } from './meetingContext';

/** Opens an item again that press and public were excluded from. */
export function useOpening(): (item: AgendaLine) => Promise<void> {
  const { verbs } = useMeetingContext();
  return async (item) => {
    const { id, version } = item;
    const refusal = await verbs.restrictItem({ id, expectedVersion: version, exemptionParagraphs: [] });
    tellOutcome(refusal, `${itemName(item)} is open to press and public again`);
  };
}
