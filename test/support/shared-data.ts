/** Real partnerships' plans, kept beside the repository and not in it: tests over them run only where they are. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const folder = fileURLToPath(new URL('../../../shared/data', import.meta.url));

/** The folder of real plans, or null where it is not kept. */
export const sharedData: string | null = existsSync(folder) ? folder : null;

/** Reads a file of that folder as text. */
export type ReadShared = (...path: string[]) => string;

/** A suite over the real plans; where they are absent, one test that says plainly that the suite was not run. */
export function describeWithData(name: string, suite: (read: ReadShared) => void): void {
  const data = sharedData;
  describe(name, () => {
    if (data !== null) {
      suite((...path) => readFileSync(join(data, ...path), 'utf8'));
      return;
    }
    test('shared data is not here: suite not run', () => {
      console.info(`${name}: shared data is not here: suite not run`);
      expect(sharedData).toBeNull();
    });
  });
}
