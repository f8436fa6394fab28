import { describe, expect, it } from 'vitest';
import {
  asked,
  narrowings,
  OPEN_RISKS,
  readFilter,
  writeFilter,
} from '../../client/features/risks/riskFilter.js';
import { RiskStatus } from '../../schema/vocabulary.js';

const read = (query: string) => readFilter(new URLSearchParams(query));

describe('what the register of risks is narrowed by', () => {
  it('is the open risks, highest score first, when the address says nothing', () => {
    expect(read('')).toEqual(OPEN_RISKS);
    expect(narrowings(OPEN_RISKS)).toBe(0);
    expect(asked(OPEN_RISKS, 'the partnership')).toEqual({
      within: 'the partnership',
      orderBy: 'SCORE',
      filter: { statuses: [RiskStatus.OPEN] },
    });
  });

  it('comes back from the address as it was written there, and leaves the rest of it alone', () => {
    const filter = {
      planId: 'p',
      workstreamId: 'w',
      organisationId: 'o',
      status: null,
      minimumScore: 8,
      text: 'heat & light',
      order: 'REVIEW',
    } as const;
    const address = writeFilter(new URLSearchParams('view=matrix'), filter);
    expect(read(address.toString())).toEqual(filter);
    expect(address.get('view')).toBe('matrix');
    expect(writeFilter(address, OPEN_RISKS).toString()).toBe('view=matrix');
    expect(asked(filter, 'the partnership')).toEqual({
      within: 'p',
      orderBy: 'REVIEW',
      filter: { workstreamIds: ['w'], organisationIds: ['o'], minimumScore: 8, text: 'heat & light' },
    });
  });

  it('takes no score that the matrix does not have', () => {
    for (const min of ['0', '26', '-3', '8.5', 'all', ''])
      expect(read(`min=${min}`).minimumScore, min).toBeNull();
    expect(read('min=25').minimumScore).toBe(25);
  });
});
