import { readFileSync } from 'node:fs';
import { buildSchema, getIntrospectionQuery } from 'graphql';
import { describe, expect, it } from 'vitest';
import { examples } from '../../client/graphiql-examples.js';
import { checkDocument } from '../../server/platform/graphql/limits.js';

const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));

describe('the examples of the query explorer', () => {
  it.each(examples.map((example) => [`${example.audience}: ${example.title}`, example] as const))(
    'fit the schema and its limits: %s',
    (_, { query, variables }) => {
      expect(checkDocument({ query, variables, schema, mayIntrospect: false }).cost).toBeGreaterThan(0);
    },
  );

  it('have something for every kind of user, by names that differ', () => {
    const audiences = new Set(examples.map(({ audience }) => audience));
    expect([...audiences]).toEqual(['Editors', 'Secretariat', 'Integrators', 'The public']);
    expect(new Set(examples.map(({ title }) => title)).size).toBe(examples.length);
  });

  it('stand beside a schema that the explorer can read', () => {
    const query = getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true });
    expect(checkDocument({ query, schema, mayIntrospect: true }).operation).toBeDefined();
  });
});
