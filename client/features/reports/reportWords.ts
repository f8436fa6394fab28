import type { Clearance } from './report.queries';
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

export function clearanceWords({ status, isOfEarlierText, answeredBy, person }: Clearance): string {
  const by = answeredBy ? ` by ${answeredBy.name}` : '';
  if (status === 'REQUESTED') return person ? `Asked of ${person.name}` : 'Asked, not answered yet';
  if (status === 'CHANGES_WANTED') return `Changes wanted${by}`;
  return isOfEarlierText ? `Cleared an earlier text${by}` : `Cleared${by}`;
}

export const REASON_WORDS: Readonly<Record<string, string>> = {
  KEPT: 'Kept',
  CLEARED: 'As it was cleared',
  SIGNED_OFF: 'As it was signed off',
};
