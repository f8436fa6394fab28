import { setTimeout as sleep } from 'node:timers/promises';
import type { BaseContext } from '@apollo/server';
import cookie from '@fastify/cookie';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Config } from './config.js';
import { showDemonstration } from './demonstration/mode.js';
import { registerAttachments } from './features/attachments/attachment.route.js';
import { turnOfDay } from './features/changes/turn-of-day.js';
import { registerExports } from './features/exports/export.route.js';
import { registerUploads } from './features/imports/upload.route.js';
import { registerPublicPages } from './features/meetings/public/public.route.js';
import { publicationBuilds } from './features/meetings/publication.build.js';
import { ReportTextHub } from './features/reports/report-text.hub.js';
import { credentialOf } from './platform/auth/credential.js';
import { SessionRotation } from './platform/auth/sessions.js';
import { sealCursorsWith } from './platform/changes/cursor.js';
import { Hub } from './platform/changes/hub.js';
import { PresenceHub } from './platform/changes/presence.js';
import { Pulse } from './platform/changes/pulse.js';
import { Sockets } from './platform/changes/sockets.js';
import { DatabaseWake } from './platform/changes/wake.js';
import { Database } from './platform/db/database.js';
import { newestMigration } from './platform/db/migrate.js';
import { inDatabase, keepFilesIn } from './platform/files/file-store.js';
import { inBucket } from './platform/files/s3-store.js';
import { Context, type Door } from './platform/graphql/context.js';
import { registerGraphQL } from './platform/graphql/endpoint.js';
import { createFormatError } from './platform/graphql/errors.js';
import { checkDocument } from './platform/graphql/limits.js';
import { registerHealth } from './platform/http/health.js';
import { loggingOptions, quietAboutLeavers } from './platform/http/logging.js';
import { Metrics, registerMetrics } from './platform/http/metrics.js';
import { addressOf, isAllowedOrigin, refuseForeignOrigins } from './platform/http/origin.js';
import { registerPages } from './platform/http/pages.js';
import { registerSecurity } from './platform/http/security.js';
import { Daily } from './platform/jobs/daily.js';
import { accordSchema } from './schema.js';

export interface App {
  http: FastifyInstance;
  database: Database;
  /** Starts listening; answers the address. */
  listen(): Promise<string>;
  /** Says that it is not ready any more, and goes on serving for as long as balancers take to notice. */
  drain(noticeMs: number): Promise<void>;
  /** Stops taking requests, finishes those under way, tells sockets to connect elsewhere. */
  close(): Promise<void>;
}

/** The largest GraphQL request. Files have a route of their own. */
const LARGEST_REQUEST = 1_000_000;

/** Builds the whole server from a configuration: the same for production and for tests, which have a clock of their own. */
export async function buildApp(
  config: Config,
  serverUrl: string,
  now: () => Date = () => new Date(),
): Promise<App> {
  sealCursorsWith(config.secret);
  showDemonstration(config.demonstration);
  keepFilesIn(config.files ? inBucket(config.files) : inDatabase);
  const schema = await accordSchema();
  const database = new Database(serverUrl, { max: config.databasePool, now });
  const http = fastify({
    ...loggingOptions(config.logLevel),
    trustProxy: config.trustProxy,
    bodyLimit: LARGEST_REQUEST,
    // What is under way when we stop is finished, also for those who ask by a connection they had before.
    forceCloseConnections: 'idle',
    return503OnClosing: false,
  });
  quietAboutLeavers(http);
  const formatError = createFormatError({
    onUnforeseen: ({ requestId, path, error }) =>
      http.log.error({ requestId, path, err: error }, 'unforeseen error'),
  });
  const metrics = new Metrics();
  metrics.watchPool(() => ({
    total: database.pool.totalCount,
    idle: database.pool.idleCount,
    waiting: database.pool.waitingCount,
  }));
  const cookieName = config.secureCookies ? '__Host-accord' : 'accord';

  const wake = new DatabaseWake(serverUrl);
  const hub = new Hub(database, schema, {
    changesSeen: (count) => metrics.changesSeen.inc(count),
    framesSent: (count) => metrics.framesSent.inc(count),
  });
  const presence = new PresenceHub(database, schema, wake);
  const reportText = new ReportTextHub(database, schema, wake);
  const sockets = new Sockets({
    schema,
    database,
    hub,
    beside: { presence, reportText },
    socketsPerHolder: config.socketsPerVisitor,
    check: (payload, viewer) =>
      checkDocument({ ...payload, schema, mayIntrospect: config.introspection || viewer.accountId !== null }),
    formatError: (error) => {
      const { message, extensions } = formatError(error.toJSON(), error);
      return new GraphQLError(message, { extensions: extensions ?? {}, path: error.path ?? null });
    },
    isAllowedOrigin: (request) => isAllowedOrigin(request.headers.origin, config, request.headers.host),
    sessionCookieOf: (request) => http.parseCookie(request.headers.cookie ?? '')[cookieName],
    addressOf: (request) => addressOf(request, config.trustProxy),
    onSlow: () => metrics.slowClosed.inc(),
  });
  metrics.watchSockets({ open: () => sockets.count, subscriptions: () => sockets.subscriptionCount });
  reportText.onRightsMoved = () => sockets.recheck();
  const pulse = new Pulse(database, wake, hub, sockets, { presence, reports: reportText });
  const daily = new Daily(database, turnOfDay, (error) =>
    http.log.error({ err: error }, 'a day could not begin'),
  );

  const builds = publicationBuilds(database, (error) =>
    http.log.error({ err: error }, 'a publication could not be built'),
  );

  const health = registerHealth(http, [
    { name: 'database', check: () => database.pool.query('select 1') },
    { name: 'migrations', check: () => hasNewestMigration(database) },
    {
      name: 'listener',
      check: async () => (wake.isListening() ? true : Promise.reject(new Error('not listening'))),
    },
  ]);
  registerSecurity(http, { secure: config.secureCookies, publicOrigins: config.publicOrigins });
  registerMetrics(http, metrics, config.metricsToken);
  await http.register(cookie);
  refuseForeignOrigins(http, config);
  const telemetry = await openTelemetry(http, config);
  const rotation = new SessionRotation(database.pool);
  const stopGraphQL = await registerGraphQL(http, {
    schema,
    formatError,
    metrics,
    plugins: telemetry ? [telemetry.plugin] : [],
    mayIntrospect: (context) => config.introspection || context.credential.kind !== 'NONE',
    context: async (request, reply) => {
      const credential = credentialOf(request.headers.authorization, request.cookies[cookieName]);
      const door = doorOf(request, reply, cookieName, config);
      // Now and then the cookie gets a new secret; this request goes on with the one it came with.
      const renewed = await rotation.rotate(credential);
      if (renewed) door.setSession(renewed.secret, renewed.expiresAt);
      return new Context(database, credential, door);
    },
  });
  const credentialFrom = (request: FastifyRequest) =>
    credentialOf(request.headers.authorization, request.cookies[cookieName]);
  registerExports(http, { database, schema, credentialOf: credentialFrom });
  registerPublicPages(http, {
    ...{ database, schema, credentialOf: credentialFrom },
    origin: config.publicOrigins[0] ?? '',
  });
  const uploading = {
    ...{ database, credentialOf: credentialFrom },
    isAllowedOrigin: (request: FastifyRequest) =>
      isAllowedOrigin(request.headers.origin, config, request.headers.host),
  };
  await registerUploads(http, uploading);
  await registerAttachments(http, { ...uploading, schema });
  await registerPages(http);

  return {
    http,
    database,
    listen: async () => {
      await pulse.start();
      daily.start();
      builds.start();
      const address = await http.listen({ port: config.port, host: config.host });
      sockets.listenOn(http.server, '/graphql');
      return address;
    },
    drain: async (noticeMs) => {
      health.startDraining();
      await sleep(noticeMs);
    },
    close: async () => {
      health.startDraining();
      pulse.stop();
      // What is being built is taken up again by whoever is there then.
      void builds.stop();
      await daily.stop();
      await sockets.stop();
      await closeWithin(http, config.drainSeconds * 1_000);
      await stopGraphQL();
      presence.stop();
      reportText.stop();
      await wake.stop();
      await database.close();
      await telemetry?.stop();
    },
  };
}

/** Not even loaded where nobody asked for traces. */
async function openTelemetry(http: FastifyInstance, { telemetry }: Config) {
  if (!telemetry) return undefined;
  const { traceRequests } = await import('./platform/http/telemetry.js');
  const onTrouble = (error: unknown) => http.log.warn({ err: error }, 'traces could not be sent');
  return traceRequests<Context & BaseContext>(http, { ...telemetry, onTrouble });
}

/** Connections that have nothing under way are ended at once and ever again; those that take too long, in the end. */
async function closeWithin(http: FastifyInstance, patienceMs: number): Promise<void> {
  const idle = setInterval(() => http.server.closeIdleConnections(), 50);
  const all = setTimeout(() => http.server.closeAllConnections(), patienceMs);
  try {
    await http.close();
  } finally {
    clearInterval(idle);
    clearTimeout(all);
  }
}

async function hasNewestMigration(database: Database): Promise<void> {
  const { rows } = await database.pool.query('select 1 from migrations where name = $1', [newestMigration]);
  if (rows.length === 0) throw new Error(`${newestMigration} is missing`);
}

function doorOf(
  request: FastifyRequest,
  reply: FastifyReply,
  name: string,
  { secureCookies: secure, publicOrigins }: Config,
): Door {
  const shared = { path: '/', httpOnly: true, sameSite: 'lax' as const, secure };
  return {
    origin: publicOrigins[0] ?? '',
    source: request.ip,
    userAgent: request.headers['user-agent'] ?? null,
    setSession: (secret, expires) => void reply.setCookie(name, secret, { ...shared, expires }),
    clearSession: () => void reply.clearCookie(name, shared),
  };
}
