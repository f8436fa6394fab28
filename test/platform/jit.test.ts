import { ApolloServer } from '@apollo/server';
import fc from 'fast-check';
import { execute, type GraphQLFormattedError, getOperationAST, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { FormatError } from '../../server/platform/graphql/errors.js';
import { isJitEligible } from '../../server/platform/graphql/jit-eligible.js';
import { jitPlugin } from '../../server/platform/graphql/jit-plugin.js';
import { atThisPace } from '../support/pace.js';
import { anyVariables, goodVariables, queries } from './random-queries.js';
import { createSchema, inOrder } from './small-schema.js';

const schema = createSchema();
/** As it is, so that every word of every error is compared. */
const formatError: FormatError = ({ message, path, locations }) => ({
  message,
  ...(path && { path }),
  ...(locations && { locations }),
});
const server = new ApolloServer<object>({
  schema,
  formatError,
  includeStacktraceInErrorResponses: false,
  plugins: [jitPlugin<object>({ formatError, compileAfter: 0 })],
});

function isEligible(query: string): boolean {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('No operation');
  return isJitEligible(schema, document, operation);
}

type Plain = { data: string; errors: string[] };

async function interpreted(query: string, variableValues: Record<string, unknown>): Promise<Plain> {
  const { data, errors } = await execute({
    schema,
    document: parse(query),
    variableValues,
    contextValue: {},
  });
  return plain({ data, errors: errors?.map((error) => formatError(error.toJSON(), error)) });
}

async function compiled(query: string, variables: Record<string, unknown>): Promise<Plain> {
  const { body } = await server.executeOperation({ query, variables }, { contextValue: {} });
  if (body.kind !== 'single') throw new Error('Not a single answer');
  return plain(body.singleResult);
}

function plain(result: { data?: unknown; errors?: readonly GraphQLFormattedError[] | undefined }): Plain {
  const data: unknown = JSON.parse(JSON.stringify(result.data ?? null));
  const errors = (result.errors ?? []).map((error) => {
    const nulled = nulledBy(data, error.path ?? []);
    // Below an answer that became null it is open which errors are told, but not that there is one.
    const isItself = nulled.length === (error.path ?? []).length;
    return isItself ? JSON.stringify(inOrder(error)) : `something below ${nulled.join('.')}`;
  });
  return { data: JSON.stringify(data), errors: [...new Set(errors)].sort() };
}

/** The answer that became null because of an error at this path: itself, or what holds it. */
function nulledBy(data: unknown, path: readonly (string | number)[]): readonly (string | number)[] {
  let at = data;
  for (const [depth, key] of path.entries()) {
    if (at === null) return path.slice(0, depth);
    at = (at as Record<string | number, unknown>)[key];
  }
  return path;
}

const isValid = (query: string) => validate(schema, parse(query)).length === 0;

describe('compiled queries', () => {
  it('answer what the ordinary executor answers, whatever is asked', async () => {
    let eligible = 0;
    const property = fc.asyncProperty(queries, goodVariables, async (query, values) => {
      fc.pre(isValid(query));
      if (isEligible(query)) eligible++;
      expect(await compiled(query, values)).toEqual(await interpreted(query, values));
    });
    await fc.assert(property, { numRuns: 150, seed: 20261122 });
    expect(eligible).toBeGreaterThan(100);
  });

  it('answer alike whatever the variables are', async () => {
    const property = fc.asyncProperty(queries, anyVariables, async (query, values) => {
      fc.pre(isValid(query));
      expect(await compiled(query, values)).toEqual(await interpreted(query, values));
    });
    await fc.assert(property, { numRuns: 150, seed: 20261122 });
  });

  it('are never written at length', () => {
    const inner = (depth: number): string =>
      depth === 0 ? 'name' : `friend { ... on Cat { ${inner(depth - 1)} ${inner(depth - 1)} } }`;
    const start = performance.now();
    expect(isEligible(`{ pets { ... on Cat { ${inner(12)} } } }`)).toBe(false);
    expect(performance.now() - start).toBeLessThan(atThisPace(500));
  });

  it.each([
    ['a constant of a custom scalar', '{ echo(day: "2026-01-02") }'],
    ['a default of a custom scalar', '{ remember }'],
    ['a default inside an input type', 'query($r: Range) { remember(range: $r, days: []) }'],
    ['a key that is special to JavaScript', '{ thing { __proto__: name } }'],
    ['the schema', '{ __type(name: "Thing") { name } }'],
    ['a mutation', 'mutation { count }'],
    ['an unknown directive', '{ hello @mark }'],
    [
      'a condition',
      'query($yes: Boolean = true) { hello @skip(if: $yes) thing { ... @include(if: $yes) { name } } }',
    ],
    ['a variable without end', 'query($e: Endless) { endless(input: $e) }'],
    ['a default of a required variable', 'query($n: Int! = 3) { thing { upper(times: $n) } }'],
  ])('leave to the ordinary executor: %s', async (_, query) => {
    expect(isEligible(query)).toBe(false);
    expect(await compiled(query, {})).toEqual(await interpreted(query, {}));
  });

  it.each([
    '{ thing { name friends { name } } }',
    'query($n: Int) { thing { upper(times: $n) } }',
    '{ pets { ... on Cat { name } } }',
  ])('are used for ordinary ones: %s', (query) => {
    expect(isEligible(query)).toBe(true);
  });
});
