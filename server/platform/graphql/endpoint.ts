import { constants } from 'node:zlib';
import { ApolloServer, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import compress from '@fastify/compress';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { type Metrics, metricsPlugin } from '../http/metrics.js';
import type { Context } from './context.js';
import type { FormatError } from './errors.js';
import { jitPlugin } from './jit-plugin.js';
import { documentGate } from './limits-plugin.js';

export interface EndpointOptions {
  schema: GraphQLSchema;
  formatError: FormatError;
  metrics: Metrics;
  mayIntrospect(context: Context): boolean;
  context(request: FastifyRequest, reply: FastifyReply): Promise<Context>;
}

type Asked = Context & BaseContext;

/** Compressing an answer must not take longer than sending it. */
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** GraphQL over HTTP at /graphql. Answers a function that ends it. */
export async function registerGraphQL(
  http: FastifyInstance,
  options: EndpointOptions,
): Promise<() => Promise<void>> {
  const { schema, formatError, metrics, mayIntrospect } = options;
  const gate = documentGate<Asked>({ schema, formatError, mayIntrospect });
  const apollo = new ApolloServer<Asked>({
    schema,
    ...gate,
    plugins: [
      // Its hook on every field costs more than the answer.
      ApolloServerPluginCacheControlDisabled(),
      metricsPlugin<Asked>(metrics),
      ...gate.plugins,
      jitPlugin<Asked>({ formatError, run: (context, query) => context.readAhead(query) }),
      closesReader,
    ],
    formatError,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    // The gate decides who may introspect.
    introspection: true,
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  // A plan of a thousand actions is 800 kB of JSON, and a twelfth of that on the line.
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

/** The request’s reading transaction ends with its answer. */
const closesReader: ApolloServerPlugin<Asked> = {
  requestDidStart: async () => ({ willSendResponse: async ({ contextValue }) => contextValue.finish() }),
};
