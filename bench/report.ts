interface Row {
  what: string;
  value: number;
  budget: string;
  isMet: boolean | null;
  detail: string;
}

const rows: Row[] = [];

/** One figure; told at once, and in the table at the end. A figure without a budget is there to be read. */
export function report(what: string, value: number, budget: Budget | null, detail: string): void {
  const isMet =
    budget &&
    (budget.atLeast === undefined || value >= budget.atLeast) &&
    (budget.atMost === undefined || value <= budget.atMost);
  const limit = budget ? (budget.atLeast === undefined ? `≤ ${budget.atMost}` : `≥ ${budget.atLeast}`) : '';
  rows.push({ what, value, budget: limit, isMet, detail });
  console.log(`${what}: ${value.toFixed(2)} (${limit || 'no budget'}) ${detail}`);
}

export interface Budget {
  atLeast?: number;
  atMost?: number;
}

export function printReport(): void {
  console.table(
    rows.map(({ what, value, budget, isMet, detail }) => ({
      what,
      value: Number(value.toFixed(2)),
      budget,
      met: isMet === null ? '' : isMet ? 'yes' : 'NO',
      detail,
    })),
  );
}
