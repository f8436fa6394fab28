import { BragStatus } from '../../../schema/vocabulary.js';
import { formatReference } from '../../platform/format/references.js';
import type { ActionRow } from '../actions/actionRow.js';

/** Which actions of a plan are shown. All that is given must hold. */
export interface PlanFilter {
  readonly statuses: readonly BragStatus[];
  readonly organisationId: string | null;
  readonly isOverdue: boolean;
  readonly hasNoLead: boolean;
  readonly text: string;
}

export const EVERYTHING: PlanFilter = {
  statuses: [],
  organisationId: null,
  isOverdue: false,
  hasNoLead: false,
  text: '',
};

const isStatus = (word: string): word is BragStatus => word in BragStatus;

/** The filter is kept in the address, so that what a reader sees can be sent to another. */
export function readFilter(address: URLSearchParams): PlanFilter {
  return {
    statuses: (address.get('status') ?? '').split(',').filter(isStatus),
    organisationId: address.get('organisation'),
    isOverdue: address.has('overdue'),
    hasNoLead: address.has('noLead'),
    text: address.get('text') ?? '',
  };
}

/** The address with another filter; whatever else it says stays. */
export function writeFilter(address: URLSearchParams, filter: PlanFilter): URLSearchParams {
  const next = new URLSearchParams(address);
  const put = (name: string, value: string) => (value === '' ? next.delete(name) : next.set(name, value));
  put('status', filter.statuses.join(','));
  put('organisation', filter.organisationId ?? '');
  put('overdue', filter.isOverdue ? 'yes' : '');
  put('noLead', filter.hasNoLead ? 'yes' : '');
  put('text', filter.text);
  return next;
}

export const isFiltering = (filter: PlanFilter): boolean =>
  filter.statuses.length > 0 ||
  filter.organisationId !== null ||
  filter.isOverdue ||
  filter.hasNoLead ||
  filter.text.trim() !== '';

type Filtered = Pick<ActionRow, 'status' | 'isOverdue' | 'reference' | 'title'> & {
  readonly leads: readonly { readonly organisation: { readonly id: string } | null }[];
};

/** Whether an action of the workstream numbered so is among those asked for. */
export function fits(action: Filtered, workstream: string | null, filter: PlanFilter): boolean {
  if (filter.statuses.length > 0 && !filter.statuses.includes(BragStatus[action.status])) return false;
  if (filter.isOverdue && !action.isOverdue) return false;
  if (filter.hasNoLead && action.leads.length > 0) return false;
  if (filter.organisationId && !action.leads.some((lead) => lead.organisation?.id === filter.organisationId))
    return false;
  const said = `${formatReference(workstream, action.reference)} ${action.title}`.toLowerCase();
  return filter.text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
}
