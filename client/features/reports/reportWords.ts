import { formatDay, formatInstant } from '../../platform/format/dates';
import type { Clearance, Report } from './report.queries';
import type { Saving } from './reportSync';

export const VERBS = [
  { id: 'NOTE', label: 'To note' },
  { id: 'CONSIDER', label: 'To consider' },
  { id: 'APPROVE', label: 'To approve' },
  { id: 'AGREE', label: 'To agree' },
] as const;

export const KINDS = [
  { id: 'FINANCE', label: 'Finance' },
  { id: 'LEGAL', label: 'Law' },
  { id: 'QUALITY', label: 'Quality' },
] as const;

export const kindWord = (kind: string): string => KINDS.find(({ id }) => id === kind)?.label ?? kind;

/** How what was typed stands, so that nobody has to wonder. */
export const SAVING_WORDS: Record<Saving, string> = {
  OPENING: 'Opening the text …',
  SAVED: 'Everything is saved',
  SAVING: 'Saving …',
  OFFLINE: 'No connection: what you write is kept on this page and sent when it is back',
  REFUSED: 'Not saved',
  GONE: 'This report is not yours to see any more',
};

export function clearanceWords({ status, isOfEarlierText }: Clearance): string {
  if (status === 'REQUESTED') return 'Not answered yet';
  if (status === 'CHANGES_WANTED') return 'Changes wanted';
  return isOfEarlierText ? 'Cleared an earlier text' : 'Cleared';
}

/** Who was asked, and by when, until it is answered; then who answered, and when. */
export function answerableWords({ status, person, dueOn, answeredBy, answeredAt }: Clearance): string {
  if (status !== 'REQUESTED')
    return [answeredBy?.name, answeredAt && formatInstant(answeredAt)].filter(Boolean).join(', ');
  const who = `Asked of ${person?.name ?? 'any of its leads'}`;
  return dueOn ? `${who}, by ${formatDay(dueOn)}` : who;
}

/** What the board wants the report cleared for that nobody has been asked for. */
export const missingKinds = ({ clearances, reportTemplate }: Report) =>
  reportTemplate.requiredClearances.filter((wanted) => !clearances.some(({ kind }) => kind === wanted));

/** What is left to put right when somebody is about to sign: that nobody has is not. */
export const leftOpen = <Found extends { readonly kind: string }>(findings: readonly Found[]): Found[] =>
  findings.filter(({ kind }) => kind !== 'NOT_SIGNED_OFF');

export const REASON_WORDS: Readonly<Record<string, string>> = {
  KEPT: 'Kept',
  CLEARED: 'As it was cleared',
  SIGNED_OFF: 'As it was signed off',
  IN_PACK: 'As it went into the pack',
};
