import { constants } from 'node:zlib';
import {
  ApolloServer,
  type ApolloServerPlugin,
  type BaseContext,
  type GraphQLRequestContextWillSendResponse,
  type GraphQLResponse,
} from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import compress from '@fastify/compress';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { execute, type GraphQLSchema } from 'graphql';
import { type Metrics, metricsPlugin } from '../http/metrics.js';
import type { Context } from './context.js';
import type { FormatError } from './errors.js';
import { jitPlugin } from './jit-plugin.js';
import { documentGate } from './limits-plugin.js';

type Asked = Context & BaseContext;

export interface EndpointOptions {
  schema: GraphQLSchema;
  formatError: FormatError;
  metrics: Metrics;
  /** Of those who watch, if anybody does. */
  plugins?: ApolloServerPlugin<Asked>[];
  mayIntrospect(context: Context): boolean;
  context(request: FastifyRequest, reply: FastifyReply): Promise<Context>;
}

/** Compressing an answer must not take longer than sending it. */
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** GraphQL over HTTP at /graphql. Answers a function that ends it. */
export async function registerGraphQL(
  http: FastifyInstance,
  options: EndpointOptions,
): Promise<() => Promise<void>> {
  const { schema, formatError, metrics, mayIntrospect, plugins = [] } = options;
  const gate = documentGate<Asked>({ schema, formatError, mayIntrospect });
  const apollo = new ApolloServer<Asked>({
    schema,
    ...gate,
    plugins: [
      // Its hook on every field costs more than the answer.
      ApolloServerPluginCacheControlDisabled(),
      metricsPlugin<Asked>(metrics),
      ...plugins,
      ...gate.plugins,
      jitPlugin<Asked>({ formatError, run: (context, query) => context.readAhead(query) }),
      closesReader(formatError),
    ],
    formatError,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    // The gate decides who may introspect.
    introspection: true,
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  // A plan of a thousand actions is 800 kB of JSON, which says much the same of each.
  await http.register(compress, { global: false, encodings: ['br', 'gzip'], brotliOptions: QUICK });
  http.route({
    url: '/graphql',
    method: ['GET', 'POST', 'OPTIONS'],
    compress: {},
    handler: fastifyApolloHandler(apollo as unknown as ApolloServer<Context>, {
      context: (request, reply) => options.context(request, reply),
    }),
  });
  return () => apollo.stop();
}

/** The request’s reading transaction ends with its answer; a query that met what passes is answered once more before. */
const closesReader = (formatError: FormatError): ApolloServerPlugin<Asked> => ({
  requestDidStart: async () => ({
    willSendResponse: async (request) => {
      const { contextValue, response, operation } = request;
      if (operation?.operation === 'query' && hasErrors(response) && (await contextValue.metWhatPasses())) {
        contextValue.finish();
        response.body = { kind: 'single', singleResult: await answerAnew(request, formatError) };
      }
      contextValue.finish();
    },
  }),
});

const hasErrors = ({ body }: GraphQLResponse): boolean =>
  body.kind === 'single' && (body.singleResult.errors?.length ?? 0) > 0;

async function answerAnew(
  { schema, document, operationName, request, contextValue }: GraphQLRequestContextWillSendResponse<Asked>,
  formatError: FormatError,
) {
  if (!document) return {};
  const { data = null, errors } = await execute({
    schema,
    document,
    contextValue,
    operationName: operationName ?? null,
    variableValues: request.variables ?? null,
  });
  const formatted = errors?.map((error) => formatError(error.toJSON(), error));
  return { data, ...(formatted && { errors: formatted }) };
}
