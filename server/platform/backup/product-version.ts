import { existsSync, readFileSync } from 'node:fs';

/** The version in package.json: above the sources, or, once built, above dist. */
export function productVersion(): string {
  const file = ['../../../package.json', '../../../../package.json']
    .map((from) => new URL(from, import.meta.url))
    .find((each) => existsSync(each));
  return file ? (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version : 'unknown';
}
