import { AgendaProposalKind } from '../../../schema/meeting-words.js';
import { invalidInput, ruleBroken } from '../../platform/graphql/errors.js';
import { said } from './agenda-proposal.rules.js';

/** How it stood on the day: nobody proposed it, so there is nothing else to say. */
export const linkedOn = (today: string): string => `Linked by hand on ${said(today)}.`;

export interface PriorityFound {
  isHere: boolean;
  /** To one of the boards that consider what would report on it. */
  reports: boolean;
}

/** A priority that is hidden is none. */
export function checkReports(found: PriorityFound | undefined): asserts found {
  if (!found?.isHere) throw atPriority('There is no such priority here.');
  if (!found.reports)
    throw atPriority(
      'It reports to none of the boards that consider this: they neither oversee it nor own its plan, or it is closed or put away.',
    );
}

const atPriority = (message: string) => invalidInput([{ field: 'priorityId', message }]);

/** What is neither planned nor on an agenda any more reports on nothing. */
export function checkThere({ title, archivedAt }: { title: string; archivedAt: string | null }): void {
  if (archivedAt !== null) throw ruleBroken('PUT_AWAY', `“${title}” was put away: bring that back first.`);
}

/** All else an entry was accepted for is taken back where it was proposed. */
export function checkLinks({ kind }: { kind: AgendaProposalKind }): void {
  if (kind !== AgendaProposalKind.PRIORITY_DUE)
    throw invalidInput([{ field: 'id', message: 'This is no link to a priority.' }]);
}
