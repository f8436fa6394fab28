import { wantsGround } from '../../../schema/exclusion.js';
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

type Exempting = { readonly exemptions: readonly unknown[] };

export const haveParagraphs = (rules: Iterable<Exempting>): boolean =>
  [...rules].some(({ exemptions }) => exemptions.length > 0);

/**
 * What is withheld on no ground is withheld from nobody lawfully: it may be drafted so, and is neither put on an agenda
 * nor published (Local Government Act 1972, section 100A(5); Public Bodies (Admission to Meetings) Act 1960, section 1(2)).
 */
export function checkGround(
  {
    title,
    isConfidential,
    exemptionParagraphs,
    privateReason,
  }: Confidence & { title: string; privateReason: string | null },
  rules: Iterable<Exempting>,
): void {
  const chooses = haveParagraphs(rules);
  const line = { isWithheld: isConfidential, exemptionParagraphs, withheldReason: privateReason };
  if (!wantsGround(line, chooses)) return;
  throw ruleBroken(
    'CONFIDENTIAL_WANTS_A_GROUND',
    chooses
      ? `“${title}” is confidential: say first by which paragraph of the rules of its board.`
      : `“${title}” is confidential, and the rules of its board have no paragraphs: say first why, in words.`,
    chooses ? 'exemptionParagraphs' : 'privateReason',
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

/** Days of its own, in place of those of the timetable. */
export interface OwnDays {
  readonly draftReportDueOn: string | null;
  readonly dispatchOn: string | null;
}

/**
 * What becomes of an entry’s own days when it goes to another meeting. Those up to the meeting it leaves were set for that
 * one and are given up, so that the timetable of the other counts; where it was there before, it has again what it had.
 */
export function daysAtMove(
  days: OwnDays,
  leaves: string | null,
  comesTo: { readonly meetsOn: string; readonly had: OwnDays | null } | null,
): { now: OwnDays; givenUp: OwnDays } {
  const pick = (of: (day: keyof OwnDays) => string | null): OwnDays => ({
    draftReportDueOn: of('draftReportDueOn'),
    dispatchOn: of('dispatchOn'),
  });
  const isGivenUp = (on: string | null) => on !== null && leaves !== null && on <= leaves;
  const givenUp = pick((day) => (isGivenUp(days[day]) ? days[day] : null));
  const now = pick((day) => {
    if (days[day] !== null && givenUp[day] === null) return days[day];
    const had = comesTo?.had?.[day] ?? null;
    return had !== null && comesTo !== null && had <= comesTo.meetsOn ? had : null;
  });
  return { now, givenUp };
}

/** An entry is for a meeting of one of its boards. */
export function checkMeetingOf(
  boardIds: readonly string[],
  meeting: { boardIds: readonly string[] },
  asked: 'meetingId' | 'boardIds' = 'meetingId',
): void {
  if (meeting.boardIds.some((id) => boardIds.includes(id))) return;
  const message =
    asked === 'meetingId'
      ? 'That is a meeting of other boards.'
      : 'None of these meets at the meeting it is planned for: keep one of the boards that do, or move it first.';
  throw invalidInput([{ field: asked, message }]);
}

/** The boards of a line with those that meet where it is considered: they all have it before them. */
export const withBoards = (boardIds: readonly string[], meeting: readonly string[]): string[] => [
  ...new Set([...boardIds, ...meeting]),
];

/**
 * Into whose forward plan a line comes, or out of whose: each of these is asked. What comes into the plans of boards that
 * meet together is for whoever keeps that meeting to say.
 */
export function boardsConcerned(
  before: readonly string[],
  after: readonly string[],
  kept: { boardIds: readonly string[] } | null,
): string[] {
  const enters = after.filter((id) => !before.includes(id) && !kept?.boardIds.includes(id));
  return [...enters, ...before.filter((id) => !after.includes(id))];
}
