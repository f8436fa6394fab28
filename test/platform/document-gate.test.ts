import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo from '@as-integrations/fastify';
import Fastify, { type FastifyInstance } from 'fastify';
import { GraphQLError } from 'graphql';
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createFormatError,
  notFound,
  ruleBroken,
  type UnforeseenError,
} from '../../server/platform/graphql/errors.js';
import { jitPlugin } from '../../server/platform/graphql/jit-plugin.js';
import { documentGate } from '../../server/platform/graphql/limits-plugin.js';
import { createSchema } from './small-schema.js';

interface Context {
  mayIntrospect: boolean;
}

const unforeseen: UnforeseenError[] = [];
const costs: number[] = [];
const parsed: string[] = [];
const formatError = createFormatError({
  onUnforeseen: (problem) => unforeseen.push(problem),
  requestId: () => 'request-1',
});
const watchParsing: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    parsingDidStart: async ({ source }) => {
      parsed.push(source);
    },
  }),
};

let app: FastifyInstance;
let url: string;

beforeAll(async () => {
  const schema = createSchema({
    missing: () => {
      throw notFound();
    },
    broken: () => {
      throw ruleBroken('one-owner', 'An action has one owner.');
    },
    secret: () => {
      throw new Error('password=hunter2');
    },
  });
  const gate = documentGate<Context>({
    schema,
    formatError,
    mayIntrospect: (context) => context.mayIntrospect,
    onCost: (_, cost) => {
      costs.push(cost);
      if (cost === 13) throw new GraphQLError('Enough', { extensions: { code: 'INVALID_INPUT' } });
    },
  });
  const plugins = [...gate.plugins, ApolloServerPluginCacheControlDisabled(), watchParsing];
  const server = new ApolloServer<Context>({
    schema,
    ...gate,
    formatError,
    includeStacktraceInErrorResponses: false,
    plugins: [...plugins, jitPlugin<Context>({ formatError, compileAfter: 1 })],
  });
  await server.start();
  app = Fastify({ forceCloseConnections: true });
  await app.register(fastifyApollo(server), {
    context: async (request) => ({ mayIntrospect: request.headers.authorization === 'Bearer integrator' }),
  });
  url = `${await app.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
});

afterAll(async () => {
  await app.close();
});

interface Answer {
  status: number;
  body: {
    data?: Record<string, unknown> | null;
    errors?: { message: string; extensions: Record<string, unknown> }[];
    extensions?: { cost?: number };
  };
}

async function post(body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}

describe('the gate over HTTP', () => {
  it('says what an answer cost', async () => {
    const { status, body } = await post({ query: '{ things(first: 3) { name } }' });
    expect(status).toBe(200);
    expect(body.data?.['things']).toHaveLength(3);
    expect(body.extensions?.cost).toBe(3);
    expect(costs.at(-1)).toBe(3);
  });

  it('parses and validates a document once, however often it is sent', async () => {
    const query = '{ parsedOnce: things(first: 2) { name } }';
    for (let time = 0; time < 4; time++) expect((await post({ query })).body.errors).toBeUndefined();
    expect(parsed.filter((source) => source === query)).toHaveLength(1);
  });

  it('refuses by limits, with 400 and INVALID_INPUT', async () => {
    const floods = [
      `{ ${Array.from({ length: 200 }, (_, n) => `a${n}: hello`).join(' ')} }`,
      `{ things(first: 1) ${'{ friends '.repeat(5_000)}`,
      `{ hello ${'@skip(if: false) '.repeat(5_000)} }`,
      '{ things(first: 1000) { name } }',
      '{ things { name } }',
    ];
    for (const query of floods) {
      const { status, body } = await post({ query });
      expect([status, body.errors?.[0]?.extensions['code']]).toEqual([400, 'INVALID_INPUT']);
      expect(body.data).toBeUndefined();
    }
  });

  it('asks for the length of a page by name', async () => {
    const query = 'query($n: Int) { things(first: $n) { name } }';
    const { body } = await post({ query, variables: { n: 5_000 } });
    expect(body.errors?.[0]?.extensions).toMatchObject({ fields: [{ field: 'Query.things.first' }] });
  });

  it('reports all validation errors, without suggestions', async () => {
    const { status, body } = await post({ query: '{ hell helo }' });
    expect(status).toBe(400);
    expect(body.errors?.map(({ message }) => message)).toEqual([
      'Cannot query field "hell" on type "Query".',
      'Cannot query field "helo" on type "Query".',
    ]);
    const told = await post({ query: '{ hell }' }, { authorization: 'Bearer integrator' });
    expect(told.body.errors?.[0]?.message).toContain('Did you mean "hello"');
  });

  it('describes the schema only to those who may read it', async () => {
    const query = '{ __schema { queryType { name } } }';
    expect((await post({ query })).status).toBe(400);
    expect((await post({ query }, { authorization: 'Bearer integrator' })).body.data).toBeDefined();
    expect((await post({ query })).status).toBe(400);
  });

  it('takes no batches', async () => {
    expect((await post(Array.from({ length: 50 }, () => ({ query: '{ hello }' })))).status).toBe(400);
  });

  it('lets an allowance refuse what is too dear', async () => {
    const { body } = await post({ query: '{ things(first: 13) { name } }' });
    expect(body.errors?.[0]?.message).toBe('Enough');
  });

  it('names the variable that could not be read', async () => {
    const { status, body } = await post({
      query: 'query($n: Int!) { things(first: $n) { name } }',
      variables: {},
    });
    expect(status).toBe(400);
    expect(body.errors?.[0]?.extensions['code']).toBe('INVALID_INPUT');
    const wrong = await post({
      query: 'query($t: Texts) { echo(texts: $t) }',
      variables: { t: { list: ['a', 7] } },
    });
    expect(wrong.body.errors?.[0]?.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ field: 't.list[1]' }],
    });
  });

  it.each(['as usual', 'compiled', 'compiled again'])('answers thrown errors alike: %s', async () => {
    const { body } = await post({ query: '{ fail(what: "missing") }' });
    expect(body.errors).toMatchObject([{ path: ['fail'], extensions: { code: 'NOT_FOUND' } }]);
    const broken = await post({ query: '{ fail(what: "broken") }' });
    expect(broken.body.errors?.[0]?.extensions).toEqual({ code: 'RULE_BROKEN', rule: 'one-owner' });
    unforeseen.length = 0;
    const secret = await post({ query: '{ fail(what: "secret") }' });
    expect(JSON.stringify(secret.body)).not.toContain('hunter2');
    expect(secret.body.errors?.[0]?.extensions).toEqual({ code: 'INTERNAL', requestId: 'request-1' });
    expect(unforeseen).toMatchObject([
      { requestId: 'request-1', path: 'fail', error: { message: 'password=hunter2' } },
    ]);
  });
});

describe('GraphQL over HTTP', () => {
  const audits = serverAudits({
    url: () => url,
    fetchFn: fetchAs({ 'apollo-require-preflight': 'yes', authorization: 'Bearer integrator' }),
  });

  it.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_, audit) => {
    const result = await audit.fn();
    expect(result.status, 'reason' in result ? result.reason : undefined).toBe('ok');
  });

  it('keeps every MUST without a token too', async () => {
    const plain = serverAudits({ url: () => url, fetchFn: fetchAs({ 'apollo-require-preflight': 'yes' }) });
    const musts = await Promise.all(
      plain.filter(({ name }) => name.startsWith('MUST')).map(({ fn }) => fn()),
    );
    expect(
      musts.flatMap((result) => (result.status === 'ok' ? [] : [`${result.name}: ${result.reason}`])),
    ).toEqual([]);
    expect(musts).toHaveLength(13);
  });

  function fetchAs(extra: Record<string, string>) {
    return (target: string, init: RequestInit = {}) =>
      fetch(target, { ...init, headers: { ...extra, ...(init.headers as object) } });
  }
});
