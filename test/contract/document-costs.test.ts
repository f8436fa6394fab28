import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  visit,
} from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { COUNTED_AT_ONCE, countsDocument } from '../../client/features/organisations/useActionCounts.js';
import { DocumentRefused } from '../../server/platform/graphql/document-refused.js';
import { checkDocument } from '../../server/platform/graphql/limits.js';
import { accordSchema } from '../../server/schema.js';

/** Fields whose answers are worked out over a whole plan or partnership. */
const HEAVY = [
  'possiblySameWork(of: $id, first: 1) { score }',
  'possiblySameWorkAs(title: "a", within: $id, first: 1) { score }',
  'crossReferenceHealth(within: $id, first: 1) { total }',
  'frozenMapLeavesOut(within: $id) { __typename }',
  'interdependencies(within: $id) { __typename }',
  'impact(of: $id) { __typename }',
  'chain(of: $id) { isCut }',
  'import(id: $id) { possiblySameWork { item } }',
  'board(id: $id) { agendaProposals { kind } }',
  'outstanding(within: $id, organisationIds: []) { lateCount }',
];
/** The longest page that a page of the client asks for. */
const LONGEST_PAGE = 100;

describe('what a document costs', () => {
  let schema: GraphQLSchema;
  beforeAll(async () => {
    schema = await accordSchema();
  });

  const check = (query: string, variables: Record<string, unknown> = {}) =>
    checkDocument({ query, schema, variables, mayIntrospect: false }).cost;
  const aliased = (field: string, times: number) =>
    `query($id: ID!) { ${Array.from({ length: times }, (_, n) => `a${n}: ${field}`).join(' ')} }`;

  it.each(HEAVY)('is refused where it asks twenty times for %s, and allowed once', (field) => {
    expect(check(aliased(field, 1))).toBeGreaterThan(5_000);
    const refusal = refusalOf(() => check(aliased(field, 20)));
    expect(refusal.extensions['code']).toBe('INVALID_INPUT');
    expect(refusal.message).toContain('The query asks for too much');
  });

  it('is refused where a long list holds what is dear, and allowed in a short one', () => {
    const list = (first: number) =>
      `query($id: ID!) { imports(within: $id, first: ${first}) { nodes { possiblySameWork { item } } } }`;
    expect(check(list(5))).toBeGreaterThan(50_000);
    expect(refusalOf(() => check(list(20))).extensions['code']).toBe('INVALID_INPUT');
  });

  it('is within the limits for every document of the client', () => {
    const documents = clientDocuments();
    expect(documents.length).toBeGreaterThan(80);
    const refused = documents.flatMap((document) => {
      try {
        check(document, { first: LONGEST_PAGE, ...countsIn(document) });
        return [];
      } catch (error) {
        return [`${/\w+ \w+/.exec(document)?.[0]}: ${String(error)}`];
      }
    });
    expect(refused).toEqual([]);
    expect(check(countsDocument(COUNTED_AT_ONCE))).toBeLessThan(100_000);
  });
});

function refusalOf(act: () => unknown): DocumentRefused {
  try {
    act();
  } catch (error) {
    if (error instanceof DocumentRefused) return error;
    throw error;
  }
  throw new Error('The document was let through.');
}

/** How many of each list the home page asks for: variables of other names than `first`. */
const countsIn = (document: string): Record<string, number> =>
  Object.fromEntries([...document.matchAll(/\$(\w+Count): Int/g)].map(([, name]) => [name, LONGEST_PAGE]));

/** Every operation written in the client, with the fragments it spreads, as it is sent. */
function clientDocuments(): string[] {
  const written = readdirSync('client', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => [
      ...readFileSync(path.join('client', file), 'utf8').matchAll(/\bgraphql\(\s*`([^`]*)`/g),
    ])
    .map(([, text = '']) => withoutHints(parse(text)));
  const definitions = written.flatMap((document) => document.definitions);
  const fragments = new Map(
    definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );
  return definitions
    .filter((one) => one.kind === Kind.OPERATION_DEFINITION)
    .map((operation) => [operation, ...spreadBy(operation, fragments)].map(print).join('\n'));
}

/** `@_unmask` is for the types alone and never sent. */
const withoutHints = (document: DocumentNode): DocumentNode =>
  visit(document, { Directive: ({ name }) => (name.value.startsWith('_') ? null : undefined) });

function spreadBy(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Set<FragmentDefinitionNode> {
  const found = new Set<FragmentDefinitionNode>();
  const look = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread: ({ name }) => {
        const fragment = fragments.get(name.value);
        if (!fragment || found.has(fragment)) return;
        found.add(fragment);
        look(fragment);
      },
    });
  };
  look(operation);
  return found;
}
