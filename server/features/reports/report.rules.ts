import { invalidInput, ruleBroken } from '../../platform/graphql/errors.js';
import type { Finding } from './report-check.rules.js';

/** A report goes with one thing. */
export function checkOne(
  forwardPlanEntryId: string | null | undefined,
  agendaItemId: string | null | undefined,
): void {
  if (!forwardPlanEntryId === !agendaItemId)
    throw invalidInput([
      {
        field: 'agendaItemId',
        message: 'Say which item of an agenda or which entry of the forward plan it is for: one of the two.',
      },
    ]);
}

/** The entry of a confidential report may be seen by all; the report is not, from its first word on. */
export function checkConfidence(entry: { isConfidential: boolean } | null, isNarrowed: boolean): void {
  if (entry?.isConfidential && !isNarrowed)
    throw ruleBroken(
      'CONFIDENTIAL_WANTS_A_CIRCLE',
      'The forward plan says that this report is confidential: say who may see it.',
    );
}

/** Whoever signs with something left to put right says why; the reason, where there is one to keep. */
export function reasonDespite(open: readonly Finding[], despite: string | null | undefined): string | null {
  const reason = despite?.trim() || null;
  if (open.length === 0) return null;
  if (reason === null)
    throw invalidInput([
      {
        field: 'despite',
        message: `Say why it is signed off all the same. Left to put right: ${open.map(({ where }) => where).join('; ')}.`,
      },
    ]);
  return reason;
}

/** What is put away is not written, cleared or signed off any more. */
export function checkInUse({ archivedAt }: { archivedAt: string | null }): void {
  if (archivedAt !== null)
    throw ruleBroken('REPORT_PUT_AWAY', 'This report was put away: bring it back first.');
}
