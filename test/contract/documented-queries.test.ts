import { readdirSync, readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../server/platform/graphql/limits.js';

const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));
const written = [
  'README.md',
  ...readdirSync('docs').flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
];
const documented = written.flatMap((path) =>
  [...readFileSync(path, 'utf8').matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, query = '']) => ({
    name: `${path}: ${query.split('(')[0]}`,
    query,
  })),
);

describe('what the documents tell readers to ask', () => {
  it.each(documented)('fits the schema and its limits: $name', ({ query }) => {
    expect(
      checkDocument({ query, variables: { first: 1 }, schema, mayIntrospect: false }).cost,
    ).toBeGreaterThan(0);
  });

  it('is found in them', () => {
    expect(documented.length).toBeGreaterThan(7);
  });
});
