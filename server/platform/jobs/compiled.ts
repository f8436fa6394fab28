import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

/**
 * The file of a module that a process or a thread of its own runs: beside the module that asks once compiled; run from the
 * source, as in the tests, the compiled one is taken. Null when there is none.
 */
export function compiledBeside(asking: string, name: string): string | null {
  const beside = fileURLToPath(new URL(name, asking));
  const compiled = path.join(root, 'dist', path.relative(root, beside));
  return [beside, compiled].find((file) => existsSync(file)) ?? null;
}
