import type { ReactNode } from 'react';
import { listed } from '../../../schema/exclusion.js';
import type { Side } from '../../platform/graphql/saving';
import { type Circle, circleOf, type Me } from '../plans/circle';
import { seatsWords } from './forwardPlanWords';
import type { AgendaLine, Meeting } from './meeting.queries';

/** Why press and public are excluded, as the form holds it. */
export interface Exclusion {
  readonly exemptionParagraphs: readonly string[];
  readonly exemptionReason: string;
}

/** Where the form begins: the seats of the boards that meet, unless somebody has said otherwise. */
export function circleOfItem({ ownAudience }: AgendaLine, { boards }: Meeting, me: Me): Circle {
  const isSeats =
    ownAudience?.kind === 'BOARD' &&
    ownAudience.memberIds.length === boards.length &&
    boards.every(({ id }) => ownAudience.memberIds.includes(id));
  return circleOf(isSeats ? null : ownAudience, {
    organisationIds: me.organisationIds,
    personIds: me.personId === null ? [] : [me.personId],
  });
}

/** Whom what is confidential about an item is for, in words. */
export const circleWords = ({ ownAudience }: AgendaLine, { boards }: Meeting): string =>
  ownAudience?.label ?? seatsWords(boards);

const LABELS: Readonly<Record<string, string>> = {
  exemptionParagraphs: 'Exemption paragraphs',
  exemptionReason: 'Public interest',
  audience: 'Who sees it',
};

/** How its fields read where two secretaries have said different things. */
export const exclusionWords = (now: AgendaLine, mine: string) => ({
  label: (field: string): string => LABELS[field] ?? field,
  show: (field: string, value: unknown, side: 'base' | Side): ReactNode => {
    if (field === 'audience') return side === 'yours' ? mine : now.audience.label;
    if (Array.isArray(value)) return value.length > 0 ? listed(value as string[]) : 'None';
    return value ? String(value) : 'Nothing';
  },
});
