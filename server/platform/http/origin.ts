import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';

export interface OriginRules {
  /** Where people reach us. Empty: only known while listening, so that the request's own host is taken. */
  publicOrigins: readonly string[];
}

/**
 * Whether a page at `origin` may speak to us with its visitor's cookies. Programs send no origin and
 * are let through: they have no cookies to abuse. Sandboxed pages send the word "null", and are not.
 */
export function isAllowedOrigin(origin: string | undefined, rules: OriginRules, host?: string): boolean {
  if (origin === undefined) return true;
  if (rules.publicOrigins.length > 0) return rules.publicOrigins.includes(origin);
  return host !== undefined && URL.canParse(origin) && new URL(origin).host === host;
}

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses what another site makes a browser send with our cookies, whatever the route. */
export function refuseForeignOrigins(app: FastifyInstance, rules: OriginRules): void {
  app.addHook('onRequest', async (request, reply) => {
    const { cookie, origin, host } = request.headers;
    if (READING.has(request.method) || cookie === undefined || isAllowedOrigin(origin, rules, host)) return;
    const message = 'This request came from a page of another site.';
    await reply.code(403).send({ errors: [{ message, extensions: { code: 'FORBIDDEN' } }] });
  });
}

/** Where a request came from; what a proxy in front of us says of it, where there is one. */
export function addressOf({ headers, socket }: IncomingMessage, trustProxy: boolean): string {
  const said = trustProxy ? headers['x-forwarded-for'] : undefined;
  const [first] = (typeof said === 'string' ? said : '').split(',');
  return first?.trim() || (socket.remoteAddress ?? '');
}
