import { writeSync } from 'node:fs';
import type { Reporter, SerializedError, TestModule, TestRunEndReason } from 'vitest/node';

type Totals = { passed: number; failed: number; skipped: number };

/** Ends the run's output with the plain line `N passed, N failed`, after all else that anybody prints. */
export default class SummaryReporter implements Reporter {
  // A run that breaks off before its end (the set-up failed, say) is a failure too.
  private totals: Totals = { passed: 0, failed: 1, skipped: 0 };

  onInit(): void {
    process.once('exit', () => writeSync(1, `${line(this.totals)}\n`));
  }

  onTestRunEnd(
    modules: readonly TestModule[],
    unhandled: readonly SerializedError[],
    reason: TestRunEndReason,
  ): void {
    const each = modules.map(totalsOf);
    const sum = (pick: (totals: Totals) => number): number => each.reduce((all, one) => all + pick(one), 0);
    const failed = sum((one) => one.failed) + unhandled.length;
    this.totals = {
      passed: sum((one) => one.passed),
      failed: reason === 'passed' ? failed : Math.max(failed, 1),
      skipped: sum((one) => one.skipped),
    };
  }
}

/** A file or suite that breaks outside its tests (fails to load, or before its first test) counts as one failure. */
function totalsOf(module: TestModule): Totals {
  const totals: Totals = { passed: 0, failed: module.errors().length > 0 ? 1 : 0, skipped: 0 };
  for (const suite of module.children.allSuites()) if (suite.errors().length > 0) totals.failed += 1;
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    if (state === 'passed') totals.passed += 1;
    else if (state === 'skipped') totals.skipped += 1;
    else totals.failed += 1; // failed, or pending: begun or planned, and never finished
  }
  return totals;
}

function line({ passed, failed, skipped }: Totals): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
