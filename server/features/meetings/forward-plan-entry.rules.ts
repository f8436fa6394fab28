import { invalidInput, ruleBroken } from '../../platform/graphql/errors.js';

interface Confidence {
  isConfidential: boolean;
  exemptionParagraphs: readonly string[];
}

/** A confidential report says by what right it is withheld. */
export function checkParagraphs({ isConfidential, exemptionParagraphs }: Confidence): void {
  if (exemptionParagraphs.length > 0 && !isConfidential)
    throw ruleBroken(
      'PARAGRAPHS_WITHOUT_CONFIDENCE',
      'Exemption paragraphs belong to a confidential report: mark the entry as confidential, or leave them out.',
    );
}

/** Going from one meeting to another, or to none, is a slip, and a slip has a reason. */
export function slipOf(
  fromMeetingId: string | null,
  toMeetingId: string | null,
  reason: string | null | undefined,
): { fromMeetingId: string; toMeetingId: string | null; reason: string } | null {
  if (fromMeetingId === null || fromMeetingId === toMeetingId) return null;
  const why = reason?.trim();
  if (!why)
    throw invalidInput([
      { field: 'reason', message: 'Say why it is not considered at the meeting it was planned for.' },
    ]);
  return { fromMeetingId, toMeetingId, reason: why };
}

/** An entry is for a meeting of one of its boards. */
export function checkMeetingOf(boardIds: readonly string[], meeting: { boardIds: readonly string[] }): void {
  if (!meeting.boardIds.some((id) => boardIds.includes(id)))
    throw invalidInput([{ field: 'meetingId', message: 'That is a meeting of other boards.' }]);
}
