import type { IncomingMessage } from 'node:http';
import { ApolloServer, type BaseContext } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import cookie from '@fastify/cookie';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type GraphQLError, GraphQLError as GraphQLErrorClass } from 'graphql';
import type { Config } from './config.js';
import { credentialOf } from './platform/auth/credential.js';
import { sealCursorsWith } from './platform/changes/cursor.js';
import { Hub } from './platform/changes/hub.js';
import { Pulse } from './platform/changes/pulse.js';
import { PresenceHub } from './platform/changes/presence.js';
import { Sockets } from './platform/changes/sockets.js';
import { DatabaseWake } from './platform/changes/wake.js';
import { Database } from './platform/db/database.js';
import { Context, type Door } from './platform/graphql/context.js';
import { createFormatError } from './platform/graphql/errors.js';
import { jitPlugin } from './platform/graphql/jit-plugin.js';
import { checkDocument } from './platform/graphql/limits.js';
import { documentGate } from './platform/graphql/limits-plugin.js';
import { accordSchema } from './schema.js';

export interface App {
  http: FastifyInstance;
  database: Database;
  /** Starts listening; answers the address. */
  listen(): Promise<string>;
  close(): Promise<void>;
}

/** Builds the whole server from a configuration: the same for production and for tests. */
export async function buildApp(config: Config, serverUrl: string): Promise<App> {
  sealCursorsWith(config.secret);
  const schema = await accordSchema();
  const database = new Database(serverUrl, { max: config.databasePool });
  const http = fastify({ logger: { level: config.logLevel }, trustProxy: config.trustProxy, bodyLimit: 200_000, forceCloseConnections: true });
  const formatError = createFormatError({ onUnforeseen: ({ requestId, path, error }) => http.log.error({ requestId, path, err: error }, 'unforeseen') });
  const cookieName = config.secureCookies ? '__Host-accord' : 'accord';

  const wake = new DatabaseWake(serverUrl, database.pool);
  const hub = new Hub(database, schema, { changesSeen: () => {}, framesSent: () => {} });
  const presence = new PresenceHub(database, schema, wake);
  const sockets = new Sockets({
    schema,
    database,
    hub,
    presence,
    check: ({ query, operationName, variables }, viewer) =>
      checkDocument({ query, operationName, variables, schema, mayIntrospect: config.introspection || viewer.accountId !== null }),
    formatError: (error) => {
      const formatted = formatError(error.toJSON(), error);
      return new GraphQLErrorClass(formatted.message, { extensions: formatted.extensions ?? {}, path: error.path ?? null }) as GraphQLError;
    },
    isAllowedOrigin: (origin) => origin === undefined || config.publicOrigins.length === 0 || config.publicOrigins.includes(origin),
    sessionCookieOf: (request: IncomingMessage) => http.parseCookie(request.headers.cookie ?? '')[cookieName],
    onSlow: () => {},
  });
  const pulse = new Pulse(database, wake, hub, sockets, presence);

  const context = (request: FastifyRequest, reply: FastifyReply): Context =>
    new Context(database, credentialOf(request.headers.authorization, request.cookies[cookieName]), doorOf(request, reply, cookieName, config.secureCookies));
  const apollo = new ApolloServer<Context & BaseContext>({
    schema,
    ...gateAndPlugins(),
    formatError,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    introspection: true,
    stopOnTerminationSignals: false,
  });

  function gateAndPlugins() {
    const gate = documentGate<Context & BaseContext>({
      schema,
      formatError,
      mayIntrospect: (request) => config.introspection || request.credential.kind !== 'NONE',
    });
    return {
      ...gate,
      plugins: [
        ApolloServerPluginCacheControlDisabled(),
        ...gate.plugins,
        jitPlugin<Context & BaseContext>({ formatError }),
        { requestDidStart: async () => ({ willSendResponse: async ({ contextValue }: { contextValue: Context }) => contextValue.finish() }) },
      ],
    };
  }

  await apollo.start();
  await http.register(cookie);
  http.route({
    url: '/graphql',
    method: ['GET', 'POST', 'OPTIONS'],
    handler: fastifyApolloHandler(apollo as unknown as ApolloServer<Context>, { context: async (request, reply) => context(request, reply) }),
  });
  http.get('/healthz', async () => ({ status: 'alive' }));

  return {
    http,
    database,
    listen: async () => {
      await pulse.start();
      const address = await http.listen({ port: config.port, host: config.host });
      sockets.listenOn(http.server, '/graphql');
      return address;
    },
    close: async () => {
      pulse.stop();
      await sockets.stop();
      await http.close();
      await apollo.stop();
      presence.stop();
      await wake.stop();
      await database.close();
    },
  };
}

function doorOf(request: FastifyRequest, reply: FastifyReply, name: string, secure: boolean): Door {
  const shared = { path: '/', httpOnly: true, sameSite: 'lax' as const, secure };
  return {
    source: request.ip,
    userAgent: request.headers['user-agent'] ?? null,
    setSession: (secret, expires) => void reply.setCookie(name, secret, { ...shared, expires }),
    clearSession: () => void reply.clearCookie(name, shared),
  };
}
