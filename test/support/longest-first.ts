import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * What takes minutes, however few its lines: begun last, each would run alone at the end. The walk keeps a processor busy;
 * beside it go tests that wait for a page more than they work.
 */
const LONGEST = [
  'promises/leaks',
  'client/cycle.browser',
  'client/keeping.browser',
  'client/keeping-plans.browser',
  'promises/non-interference',
].map((name) => `/test/${name}.test.ts`);

/** Where nothing is known of an earlier run, the longest files go first; then the largest, as ever. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(name));
      return at === -1 ? LONGEST.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
