import { listed } from '../../../schema/exclusion.js';
import type { AgendaProposalKind } from '../../../schema/meeting-words.js';
import { formatDay } from '../../platform/format/dates.js';
import { readTypedDay } from '../../platform/format/typedDay.js';

/** Why something is proposed, in a word or two. */
export const PROPOSAL_WORDS: Readonly<Record<keyof typeof AgendaProposalKind, string>> = {
  PRIORITY_DUE: 'Priority due to report',
  OVERDUE_ACTION: 'Overdue, others wait',
  HIGH_RISK: 'High risk',
  CONTESTED_CROSS_REFERENCE: 'Contested cross-reference',
  DEFERRED_TWICE: 'Slipped twice or more',
};

const TIMES = ['', 'once', 'twice'];

/** “Slipped twice”. */
export const slippedWords = (count: number): string => `Slipped ${TIMES[count] ?? `${count} times`}`;

/** What the signs of a printed forward plan stand for; the sign alone is never shown. */
export const FULL_COUNCIL = 'Goes on to the full council';

export const confidentialWords = (paragraphs: readonly string[]): string =>
  paragraphs.length === 0
    ? 'Confidential'
    : `Confidential, ${paragraphs.length === 1 ? 'paragraph' : 'paragraphs'} ${listed(paragraphs)}`;

/** A day as it is typed in place; throws words fit for the reader. Nothing typed is none. */
export function readDayOrNone(typed: string, today: string): string | null {
  if (typed.trim() === '') return null;
  const day = readTypedDay(typed, today);
  if (day === null) throw new Error('Write a day, such as 31 Aug 2026, or nothing.');
  return day;
}

interface Named {
  readonly name: string;
  readonly shortName: string | null;
}

/** The boards that meet, by the short form where there is one. */
export const boardsWords = (boards: readonly Named[]): string =>
  boards.map(({ name, shortName }) => shortName ?? name).join(' with ');

interface Met {
  readonly title: string;
  readonly meetsOn: string;
}

/** As one of several is named where one is chosen: “4 Dec 2026, Extraordinary meeting”. */
export const meetingChoice = ({ title, meetsOn }: Met): string =>
  title === 'Meeting' ? formatDay(meetsOn) : `${formatDay(meetsOn)}, ${title}`;

/** Where a line is to go, in a sentence. */
export function placeWords(
  meetings: readonly { readonly id: string; readonly meetsOn: string }[],
  id: string | null,
): string {
  const day = meetings.find((one) => one.id === id)?.meetsOn;
  return day ? `for the meeting of ${formatDay(day)}` : 'not yet for a meeting';
}
