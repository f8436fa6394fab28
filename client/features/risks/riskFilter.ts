import { RiskStatus } from '../../../schema/vocabulary.js';

/** Which risks of the register are shown. All that is given must hold. */
export interface RiskFilter {
  readonly planId: string | null;
  readonly workstreamId: string | null;
  readonly organisationId: string | null;
  /** Null for open and closed. */
  readonly status: RiskStatus | 'ARCHIVED' | null;
  readonly minimumScore: number | null;
  readonly text: string;
  readonly order: 'SCORE' | 'REVIEW';
}

export const OPEN_RISKS: RiskFilter = {
  planId: null,
  workstreamId: null,
  organisationId: null,
  status: RiskStatus.OPEN,
  minimumScore: null,
  text: '',
  order: 'SCORE',
};

function readStatus(word: string | null): RiskFilter['status'] {
  if (word === 'all') return null;
  if (word === 'archived') return 'ARCHIVED';
  return word === 'closed' ? RiskStatus.CLOSED : RiskStatus.OPEN;
}

/** The filter is kept in the address, so that what a reader sees can be sent to another. */
export function readFilter(address: URLSearchParams): RiskFilter {
  const minimum = Number(address.get('min'));
  return {
    planId: address.get('plan'),
    workstreamId: address.get('workstream'),
    organisationId: address.get('organisation'),
    status: readStatus(address.get('status')),
    minimumScore: Number.isInteger(minimum) && minimum >= 1 && minimum <= 25 ? minimum : null,
    text: address.get('text') ?? '',
    order: address.get('order') === 'review' ? 'REVIEW' : 'SCORE',
  };
}

/** The address with another filter; whatever else it says stays. */
export function writeFilter(address: URLSearchParams, filter: RiskFilter): URLSearchParams {
  const next = new URLSearchParams(address);
  const put = (name: string, value: string | null): void => {
    if (value) next.set(name, value);
    else next.delete(name);
  };
  put('plan', filter.planId);
  put('workstream', filter.workstreamId);
  put('organisation', filter.organisationId);
  put('status', filter.status === RiskStatus.OPEN ? null : (filter.status ?? 'all').toLowerCase());
  put('min', filter.minimumScore === null ? null : String(filter.minimumScore));
  put('text', filter.text);
  put('order', filter.order === 'REVIEW' ? 'review' : null);
  return next;
}

/** How many things the register is narrowed by, beside its text. */
export const narrowings = (filter: RiskFilter): number =>
  [
    filter.planId,
    filter.workstreamId,
    filter.organisationId,
    filter.minimumScore,
    filter.status === RiskStatus.OPEN ? null : 'status',
  ].filter((one) => one !== null).length;

/** The filter as the API takes it. */
export function asked(filter: RiskFilter, partnershipId: string) {
  const { planId, workstreamId, organisationId, status, minimumScore, text, order } = filter;
  return {
    within: planId ?? partnershipId,
    orderBy: order,
    filter: {
      ...(workstreamId === null ? {} : { workstreamIds: [workstreamId] }),
      ...(organisationId === null ? {} : { organisationIds: [organisationId] }),
      ...(status === 'ARCHIVED' ? { archived: true } : status === null ? {} : { statuses: [status] }),
      ...(minimumScore === null ? {} : { minimumScore }),
      ...(text.trim() === '' ? {} : { text: text.trim() }),
    },
  };
}
