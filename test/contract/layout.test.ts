import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => path.join(folder, file));

const source = [...files('server'), ...files('client'), ...files('schema')].filter(
  (file) => !/graphql-embedded/.test(file),
);
const text = (file: string) => readFileSync(file, 'utf8');
const imports = (file: string) =>
  [...text(file).matchAll(/from '(\.[^']+)'/g)].map((match) =>
    path.normalize(path.join(path.dirname(file), match[1] ?? '')),
  );

/** Data written by hand, and lists of declarations: longer than code may be. */
const isContent = (file: string) => file.endsWith('.content.ts');

describe('the layout', () => {
  test('keeps files short enough to read', () => {
    const tooLong = source.filter((file) => text(file).split('\n').length > (isContent(file) ? 450 : 300));
    expect(tooLong).toEqual([]);
  });

  test('imports one way: the client and the server only meet in schema/', () => {
    const wrong = source.flatMap((file) =>
      imports(file)
        .filter(
          (to) =>
            (file.startsWith('client') && to.startsWith('server')) ||
            (file.startsWith('server') && to.startsWith('client')) ||
            (file.startsWith('schema') && !to.startsWith('schema')),
        )
        .map((to) => `${file} → ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  test('keeps the platform free of the domain', () => {
    const wrong = files('server/platform').flatMap((file) =>
      imports(file)
        .filter((to) => to.startsWith('server/features'))
        .map((to) => `${file} → ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  test('reads the environment in one place', () => {
    const readers = files('server').filter((file) => /process\.env/.test(text(file)));
    expect(readers).toEqual(['server/config.ts']);
  });

  test('has no barrels and no drawer for odds and ends', () => {
    expect(source.filter((file) => /\/(index|utils|helpers)\.tsx?$/.test(file))).toEqual([]);
  });
});
