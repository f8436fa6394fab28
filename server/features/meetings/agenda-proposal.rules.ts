import { AgendaProposalKind, AgendaPurpose } from '../../../schema/meeting-words.js';
import { invalidInput } from '../../platform/graphql/errors.js';

/** A cross-reference is work for its board once nobody has answered it for so many days. */
export const UNANSWERED_DAYS = 28;
/** So often may an entry slip before its board is asked about it. */
export const SLIPS = 2;

/** What was found, in numbers and names; the words are made here, so that they are the same wherever they are told. */
export interface Finding {
  kind: AgendaProposalKind;
  itemType: string;
  itemId: string;
  /** As a person would name it. */
  name: string;
  title: string;
  /** The day it was due, last reported, slipped or written on. */
  day: string | null;
  count: number;
  words: string | null;
  /** The meeting whose turn it is, or for which it is planned already. */
  meetingId: string | null;
  meetsOn: string | null;
}

export const MINUTES: Record<AgendaProposalKind, number> = {
  PRIORITY_DUE: 20,
  OVERDUE_ACTION: 10,
  HIGH_RISK: 10,
  CONTESTED_CROSS_REFERENCE: 10,
  DEFERRED_TWICE: 10,
};

export const PURPOSES: Record<AgendaProposalKind, AgendaPurpose> = {
  PRIORITY_DUE: AgendaPurpose.DISCUSS,
  OVERDUE_ACTION: AgendaPurpose.DISCUSS,
  HIGH_RISK: AgendaPurpose.DISCUSS,
  CONTESTED_CROSS_REFERENCE: AgendaPurpose.DECIDE,
  DEFERRED_TWICE: AgendaPurpose.DECIDE,
};

const longDay = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
export const said = (day: string | null) =>
  day === null ? '' : longDay.format(new Date(`${day}T00:00:00Z`));
const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

const slipped = (count: number) => (count === 2 ? 'twice' : `${count} times`);

export function evidenceOf({ kind, day, count, words, meetsOn }: Finding): string {
  switch (kind) {
    case AgendaProposalKind.PRIORITY_DUE:
      return [
        day ? `Last on an agenda of this board on ${said(day)}.` : 'Never yet on an agenda of this board.',
        ...(meetsOn ? [`Its turn is on ${said(meetsOn)}.`] : []),
      ].join(' ');
    case AgendaProposalKind.OVERDUE_ACTION:
      return `Was due ${said(day)}; ${many(count, 'other item waits', 'other items wait')} for it.`;
    case AgendaProposalKind.HIGH_RISK:
      return `Scored ${count} of 25${words ? `, ${words}` : ''}.`;
    case AgendaProposalKind.CONTESTED_CROSS_REFERENCE:
      return words === 'DISPUTED'
        ? `Disputed; written on ${said(day)}.`
        : `Nobody has answered it since ${said(day)}.`;
    case AgendaProposalKind.DEFERRED_TWICE:
      return [
        `Has slipped ${slipped(count)}, last on ${said(day)}${words ? `: ${words.replace(/\.$/, '')}` : ''}.`,
        ...(meetsOn ? [`It is planned for ${said(meetsOn)} now, and not decided.`] : []),
      ].join(' ');
  }
}

/** What has no reference is named by its title already. */
const called = (name: string, title: string): string => (name.startsWith('“') ? title : `${name} – ${title}`);

export function titleOf({ kind, name, title }: Finding): string {
  switch (kind) {
    case AgendaProposalKind.PRIORITY_DUE:
      return `${called(name, title)}: progress`;
    case AgendaProposalKind.OVERDUE_ACTION:
      return `${called(name, title)}: overdue`;
    case AgendaProposalKind.HIGH_RISK:
      return called(name, title);
    case AgendaProposalKind.CONTESTED_CROSS_REFERENCE:
      return `${name}: the promise between them`;
    case AgendaProposalKind.DEFERRED_TWICE:
      return title;
  }
}

/** A line that is planned for a meeting is moved with a reason, not by accepting it. */
export function checkStays(standsFor: string, asked: string | null | undefined): void {
  if (asked && asked !== standsFor)
    throw invalidInput([
      {
        field: 'meetingId',
        message: 'It is planned for another meeting already: leave this out, or move the line and say why.',
      },
    ]);
}
