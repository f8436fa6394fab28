import { buildSchema, executeSync, type GraphQLSchema, getIntrospectionQuery } from 'graphql';
import { describe, expect, it } from 'vitest';
import { DocumentRefused } from '../../server/platform/graphql/document-refused.js';
import { DEFAULT_LIMITS, type Limits } from '../../server/platform/graphql/limit-values.js';
import { checkDocument } from '../../server/platform/graphql/limits.js';
import { atThisPace } from '../support/pace.js';

const schema = buildSchema(`
  type Query {
    me: Person
    plans(first: Int!, after: String): PlanConnection!
    search(text: String!, ids: [ID!], first: Int): [Item!]!
  }
  type Subscription { changes(within: ID!): Person }
  union Item = Action | Person
  interface Titled { id: ID! title: String! }
  type PlanConnection { nodes: [Plan!]! edges: [PlanEdge!]! totalCount: Int pageInfo: PageInfo! }
  type PlanEdge { cursor: String! node: Plan! }
  type PageInfo { hasNextPage: Boolean! }
  type Plan implements Titled { id: ID! title: String! board(first: Int = 50): ActionConnection!  parent: Plan }
  type ActionConnection { nodes: [Action!]! totalCount: Int }
  type Action implements Titled {
    id: ID! title: String! leads: [Person!]! children(first: Int!): ActionConnection! parent: Action
    alike: [Action!]! likeness: Float
  }
  type Person { id: ID! name(style: String, case: String): String! actions(first: Int!): ActionConnection! }
`);
const planType = schema.getType('Plan');
if (planType && 'getFields' in planType)
  Object.assign(planType.getFields()['board'] ?? {}, { extensions: { maxFirst: 2000 } });
const actionType = schema.getType('Action');
if (actionType && 'getFields' in actionType) {
  Object.assign(actionType.getFields()['alike'] ?? {}, { extensions: { weight: 6_000 } });
  Object.assign(actionType.getFields()['likeness'] ?? {}, { extensions: { weight: 700 } });
}

interface Request {
  operationName?: string;
  variables?: Record<string, unknown>;
  mayIntrospect?: boolean;
  limits?: Limits;
  on?: GraphQLSchema;
}

function check(query: string, request: Request = {}) {
  const { mayIntrospect = false, on = schema, ...rest } = request;
  return checkDocument({ query, mayIntrospect, schema: on, ...rest });
}

function refusal(query: string, request: Request = {}): DocumentRefused {
  try {
    check(query, request);
  } catch (error) {
    if (error instanceof DocumentRefused) return error;
    throw error;
  }
  throw new Error('The document was let through.');
}

const codeOf = (error: DocumentRefused) => error.extensions['code'];

/** The quickest of five: the machine that runs the tests may be busy with something else. */
function millisecondsToRefuse(query: string): number {
  const times = [1, 2, 3, 4, 5].map((round) => {
    const start = performance.now();
    refusal(`${query}#${round}`);
    return performance.now() - start;
  });
  return Math.min(...times);
}

const repeat = (times: number, make: (index: number) => string, glue = ' ') =>
  Array.from({ length: times }, (_, index) => make(index)).join(glue);

const doubling = (levels: number) =>
  `{ me { ...F0 } } ${repeat(levels, (n) => `fragment F${n} on Person { actions(first: 1) { nodes { a: leads { ...F${n + 1} } b: leads { ...F${n + 1} } } } }`)}
   fragment F${levels} on Person { id }`;

const pyramid = (levels: number): string =>
  levels === 0 ? 'id' : `parent { ${pyramid(levels - 1)} } parent { ${pyramid(levels - 1)} }`;

const floods: Record<string, string> = {
  'deep selections': `${'{ me { actions(first: 1) { nodes '.repeat(15)}{ id }${'} } }'.repeat(15)}`,
  'deep brackets': `{ me ${'{ a '.repeat(20_000)}${'}'.repeat(20_000)} }`,
  'unclosed brackets': '{ a('.repeat(20_000),
  'deep lists': `{ search(text: ${'['.repeat(40_000)}${']'.repeat(40_000)}) { __typename } }`,
  'deep list types': `query($a: ${'['.repeat(40_000)}Int${']'.repeat(40_000)}) { me { id } }`,
  aliases: `{ ${repeat(1_000, (n) => `a${n}: me { id }`)} }`,
  'aliases spread over levels': `{ me { ${repeat(76, (n) => `n${n}: name`)} } }`,
  'the same field again and again': `{ me { ${'name '.repeat(3_000)} } }`,
  'the same spread again and again': `{ me { ${'...F '.repeat(2_000)} } } fragment F on Person { id }`,
  'directives on one field': `{ me ${'@skip(if: false) '.repeat(1_500)} { id } }`,
  'directives on fragments': `{ me { ...F } } fragment F on Person ${'@a '.repeat(3_000)} { id }`,
  'fragments that double': doubling(30),
  'fragments unused': repeat(2_000, (n) => `fragment F${n} on Person { id }`),
  'unused fragments that double': `{ me { id } } ${doubling(30).replace('{ me { ...F0 } }', '')}`,
  'fragments in a circle': '{ me { ...A } } fragment A on Person { ...B } fragment B on Person { ...A }',
  'fragments in a deep circle':
    '{ me { ...A } } fragment A on Person { actions(first: 1) { nodes { leads { ...A } } } }',
  'a long circle': `{ me { ...F0 } } ${repeat(140, (n) => `fragment F${n} on Person { id ...F${(n + 1) % 140} }`)}`,
  'overlapping fields in pairs': `{ search(text: "") { ... on Action { ${pyramid(10)} } } }`,
  'overlapping fields through fragments': `{ me { ${repeat(140, (n) => `...F${n}`)} } } ${repeat(140, (n) => `fragment F${n} on Person { id ${repeat(12, () => 'name', ' ... on Person { ')} ${'}'.repeat(11)} }`)}`,
  'inline fragments that repeat a field': `{ me { ${repeat(1_500, () => '... on Person { name }')} } }`,
  'arguments without end': `{ me { name(${repeat(2_000, (n) => `a${n}: 1`)}) } }`,
  operations: repeat(500, (n) => `query Q${n} { me { id } }`),
  'root fields': `{ ${repeat(30, (n) => `a${n}: me { id }`)} me { id } }`,
  variables: `query(${repeat(500, (n) => `$a${n}: Int`)}) { me { id } }`,
  'tokens in values': `{ search(text: "", ids: [${repeat(9_000, (n) => String(n))}]) { __typename } }`,
  bytes: `{ me { id } } #${'x'.repeat(200_000)}`,
  'bytes of wide letters': `{ me { id } } #${'€'.repeat(60_000)}`,
  'names that are unknown': `{ me { ${repeat(2_000, (n) => `nam${n}`)} } }`,
  'a huge first': '{ plans(first: 1000000) { nodes { id } } }',
  'pages inside pages':
    '{ plans(first: 100) { nodes { board(first: 100) { nodes { children(first: 100) { nodes { id } } } } } } }',
};

describe('documents that ask for too much', () => {
  it.each(Object.entries(floods))('are refused at once: %s', (_, query) => {
    expect(millisecondsToRefuse(query)).toBeLessThan(atThisPace(50));
    expect(['INVALID_INPUT', 'GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED']).toContain(
      codeOf(refusal(query)),
    );
  });

  it('say INVALID_INPUT when a limit was passed, and the protocol’s own codes for broken documents', () => {
    expect(codeOf(refusal(floods['aliases'] ?? ''))).toBe('INVALID_INPUT');
    expect(codeOf(refusal(`{ search(text: "", ids: [${'1 '.repeat(9_000)}]) { __typename } }`))).toBe(
      'INVALID_INPUT',
    );
    expect(codeOf(refusal('{ me { '))).toBe('GRAPHQL_PARSE_FAILED');
    expect(codeOf(refusal('{ you { id } }'))).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(codeOf(refusal(floods['fragments in a circle'] ?? ''))).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('report every validation error, up to a limit', () => {
    expect(refusal('{ you { id } they { id } }').errors).toHaveLength(2);
    const many = refusal(`{ me { ${repeat(50, (n) => `nam${n}`)} } }`);
    expect(many.errors.length).toBeLessThanOrEqual(DEFAULT_LIMITS.reportedErrors + 1);
  });

  it('brackets inside strings and comments are words, not nesting', () => {
    const words = '[({'.repeat(50);
    expect(check(`{ search(text: "${words}\\"${words}", first: 1) { __typename } }`).cost).toBe(1);
    expect(check(`{ search(text: """${words} \\""" ${words}""", first: 1) { __typename } }`).cost).toBe(1);
    expect(check(`# ${words}\n{ me { id } }`).cost).toBe(1);
  });
});

describe('suggestions and introspection', () => {
  it('keeps names of the schema from those who may not read it', () => {
    expect(refusal('{ me { nam } }').message).not.toContain('Did you mean');
    expect(refusal('{ me { nam } }', { mayIntrospect: true }).message).toContain('Did you mean "name"');
  });

  it.each(['{ __schema { types { name } } }', getIntrospectionQuery()])(
    'refuses to describe the schema to those who may not read it',
    (query) => {
      expect(codeOf(refusal(query))).toBe('GRAPHQL_VALIDATION_FAILED');
      expect(check(query, { mayIntrospect: true }).operation).toBeDefined();
      // The document is known by now: that must not open it to the next one who asks.
      expect(codeOf(refusal(query))).toBe('GRAPHQL_VALIDATION_FAILED');
    },
  );

  it('lets no type exist for those who may not read the schema', () => {
    const document = (query: string, mayIntrospect: boolean) => {
      const { data, errors } = executeSync({
        schema,
        ...check(query, { mayIntrospect }),
        variableValues: { n: 'Plan' },
      });
      expect(errors).toBeUndefined();
      return data;
    };
    for (const name of ['"Plan"', '"Nothing"', '$n']) {
      const query = `query${name === '$n' ? '($n: String!)' : ''} { ...Q } fragment Q on Query { t: __type(name: ${name}) { fields { name } } }`;
      expect(document(query, false)).toEqual({ t: null });
      if (name !== '"Nothing"') expect(document(query, true)?.['t']).not.toBeNull();
      expect(document(query, false)).toEqual({ t: null });
    }
  });

  it('always answers __typename', () => {
    expect(check('{ __typename me { __typename } }').cost).toBe(1);
  });
});

describe('cost', () => {
  const cost = (query: string, variables?: Record<string, unknown>) =>
    check(query, variables ? { variables } : {}).cost;

  it('counts one for each object and nothing for values', () => {
    expect(cost('{ me { id name } }')).toBe(1);
    expect(cost('{ me { id } other: me { id } }')).toBe(2);
  });

  it('multiplies what is on a page by its length, but not the page’s own facts', () => {
    expect(cost('{ plans(first: 10) { totalCount pageInfo { hasNextPage } nodes { id } } }')).toBe(12);
    expect(cost('{ plans(first: 10) { edges { cursor node { id } } } }')).toBe(21);
    expect(cost('{ plans(first: 10) { nodes { board(first: 5) { nodes { leads { id } } } } } }')).toBe(
      1 + 10 * (1 + (1 + 5 * (1 + 5))),
    );
    expect(cost('{ search(text: "", first: 7) { ... on Person { id } } }')).toBe(7);
  });

  it('counts fields once that several fragments ask for', () => {
    const query = `{ plans(first: 10) { ...A ...B } }
      fragment A on PlanConnection { nodes { id } } fragment B on PlanConnection { nodes { title } }`;
    expect(cost(query)).toBe(11);
  });

  it('reads first from variables, their defaults and the schema’s defaults', () => {
    const query = 'query($n: Int! = 3) { plans(first: $n) { nodes { id } } }';
    expect(cost(query)).toBe(4);
    expect(cost(query, { n: 20 })).toBe(21);
    expect(cost('{ plans(first: 1) { nodes { board { nodes { id } } } } }')).toBe(1 + 1 * (1 + 1 + 50));
  });

  it('requires first, and names the field that lacks it', () => {
    const missing = refusal('{ search(text: "") { __typename } }');
    expect(missing.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ field: 'Query.search.first' }],
    });
    const query = 'query($n: Int) { search(text: "", first: $n) { __typename } }';
    expect(refusal(query, { variables: { n: null } }).message).toBe(
      'Query.search needs "first", at most 100.',
    );
    expect(refusal(query).message).toBe('Query.search needs "first", at most 100.');
  });

  it.each([101, 1e9, -1, Number.NaN, '5', [5]])('refuses a first of %j sent in a variable', (n) => {
    const query = 'query($n: Int) { search(text: "", first: $n) { __typename } }';
    expect(codeOf(refusal(query, { variables: { n } }))).toBe('INVALID_INPUT');
  });

  it('lets a field of the schema allow a longer page', () => {
    expect(
      cost('{ plans(first: 1) { nodes { board(first: 2000) { nodes { id title leads { name } } } } } }'),
    ).toBe(1 + (1 + (1 + 2000 * (1 + 5))));
    expect(refusal('{ plans(first: 1) { nodes { board(first: 2001) { nodes { id } } } } }').message).toBe(
      'Plan.board takes "first" from 0 to 2000.',
    );
  });

  it('adds what a field weighs each time it is answered, whether objects come of it or a value', () => {
    const on = (fields: string) =>
      `{ search(text: "", first: 1) { ... on Action { ${fields} } } plans(first: 1) { nodes { board(first: 9) { nodes { title } } } } }`;
    const without = cost(on('title'));
    expect(cost(on('title alike { id }'))).toBe(without + 6_000 + 5);
    expect(cost(on('alike { id } again: alike { id }'))).toBe(without + 2 * (6_000 + 5));
    expect(cost(on('title likeness'))).toBe(without + 700);
    expect(cost('{ search(text: "", first: 10) { ... on Action { alike { id } } } }')).toBe(10 * 6_006);
    expect(refusal('{ search(text: "", first: 20) { ... on Action { alike { id } } } }').message).toBe(
      'The query asks for too much: it costs 120120 points and may cost 100000.',
    );
  });

  it('is worked out again for each request of a document that is known', () => {
    const query = 'query($n: Int!) { plans(first: $n) { nodes { board(first: $n) { nodes { id } } } } }';
    expect(cost(query, { n: 10 })).toBe(1 + 10 * (1 + 1 + 10));
    expect(cost(query, { n: 20 })).toBe(1 + 20 * (1 + 1 + 20));
  });
});

describe('variables', () => {
  const query = 'query($ids: [ID!]) { search(text: "", ids: $ids, first: 1) { __typename } }';

  it('may not hold endless lists, values or levels', () => {
    expect(codeOf(refusal(query, { variables: { ids: Array(2_001).fill('a') } }))).toBe('INVALID_INPUT');
    const wide = Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`v${n}`, Array(500).fill(1)]));
    expect(codeOf(refusal(query, { variables: wide }))).toBe('INVALID_INPUT');
    const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
    expect(refusal(query, { variables: { ids: deep } }).extensions).toMatchObject({
      fields: [{ field: 'ids' }],
    });
    expect(check(query, { variables: { ids: Array(2_000).fill('a') } }).cost).toBe(1);
  });
});

describe('operations', () => {
  const two = 'query A { me { id } } query B { plans(first: 1) { nodes { id } } }';

  it('finds the one that was named', () => {
    expect(check(two, { operationName: 'B' }).cost).toBe(2);
    expect(check(two, { operationName: 'A' }).cost).toBe(1);
    expect(codeOf(refusal(two))).toBe('OPERATION_RESOLUTION_FAILURE');
    expect(codeOf(refusal(two, { operationName: 'C' }))).toBe('OPERATION_RESOLUTION_FAILURE');
    expect(codeOf(refusal('fragment A on Person { id }'))).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});

describe('documents of the product', () => {
  // As large as the product's own get, three times over: thirty components with a fragment each.
  const page = (components: number) => `
    query Page($n: Int!) { plans(first: $n) { nodes { id title board(first: 200) { totalCount nodes { ...Card } } } } }
    fragment Card on Action { id title parent { id title } ${repeat(components, (n) => `...C${n}`)} }
    ${repeat(components, (n) => `fragment C${n} on Action { id title leads { id name } parent { id title leads { id name } } children(first: 3) { totalCount nodes { id title } } }`, '\n')}`;

  it('pass with three times the room they need', () => {
    const { bytes, tokens, fragments, expandedFields, mergeWork, cost } = DEFAULT_LIMITS;
    const third = { ...DEFAULT_LIMITS, bytes: bytes / 3, tokens: tokens / 3, fragments: fragments / 3 };
    const limits = { ...third, expandedFields: expandedFields / 3, mergeWork: mergeWork / 3, cost: cost / 3 };
    expect(check(page(30), { variables: { n: 1 }, limits }).cost).toBeGreaterThan(1_000);
  });

  it('cost next to nothing to check once they are known', () => {
    const query = page(40);
    check(query, { variables: { n: 1 } });
    const start = performance.now();
    for (let n = 0; n < 1_000; n++) check(query, { variables: { n: 1 } });
    expect((performance.now() - start) / 1_000).toBeLessThan(atThisPace(1));
  });
});
