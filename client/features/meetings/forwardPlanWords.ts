import { listed } from '../../../schema/exclusion.js';
import type { AgendaProposalKind } from '../../../schema/meeting-words.js';
import { formatList } from '../../platform/format/counts.js';
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

/** Before the name of what something is for. */
export const originWords = ({
  proposalKind,
  isByHand,
}: {
  readonly proposalKind: keyof typeof AgendaProposalKind;
  readonly isByHand: boolean;
}): string => (isByHand ? 'Reports on' : `${PROPOSAL_WORDS[proposalKind]}:`);

const TIMES = ['', 'once', 'twice'];

/** “Slipped twice”. */
export const slippedWords = (count: number): string => `Slipped ${TIMES[count] ?? `${count} times`}`;

interface OwnDays {
  readonly draftReportDueOn: string | null;
  readonly dispatchOn: string | null;
}

/** “Draft report by 2 Mar 2026 and papers out on 9 Mar 2026”, as far as such days are set; else nothing. */
export function daysWords({ draftReportDueOn, dispatchOn }: OwnDays): string {
  const said = [
    ...(draftReportDueOn ? [`draft report by ${formatDay(draftReportDueOn)}`] : []),
    ...(dispatchOn ? [`papers out on ${formatDay(dispatchOn)}`] : []),
  ].join(' and ');
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** Those of its days that a line gives up with the meeting it leaves, as the server decides it. */
export const daysGivenUp = (
  { draftReportDueOn, dispatchOn }: OwnDays,
  leaves: { readonly meetsOn: string } | null,
): OwnDays => {
  const until = (on: string | null) => (on !== null && leaves !== null && on <= leaves.meetsOn ? on : null);
  return { draftReportDueOn: until(draftReportDueOn), dispatchOn: until(dispatchOn) };
};

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

interface Meeting {
  readonly boards: readonly (Named & { readonly id: string })[];
}

/** The boards that meet there besides some: a line put there is to be considered by them too. */
export const othersAt = <Board extends Meeting['boards'][number]>(
  meeting: { readonly boards: readonly Board[] } | null | undefined,
  boards: readonly { readonly id: string }[],
): readonly Board[] => (meeting?.boards ?? []).filter(({ id }) => boards.every((one) => one.id !== id));

/** “, with Trust Board and Cabinet”, where others meet there too. */
export const withWords = (others: readonly Named[]): string =>
  others.length === 0 ? '' : `, with ${formatList(others.map(({ name, shortName }) => shortName ?? name))}`;

/** Whom something confidential is for unless somebody says otherwise, as circles are named everywhere. */
export const seatsWords = (boards: readonly { readonly name: string }[]): string =>
  `Only seats on ${boards.map(({ name }) => name).join(', ')}`;

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

/** By what right something comes at shorter notice. */
export const EXCEPTION_WORDS = {
  GENERAL_EXCEPTION: 'General exception',
  SPECIAL_URGENCY: 'Special urgency',
} as const;
