import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import helmet, { type HelmetOptions } from 'helmet';

export interface SecurityOptions {
  /** Reached over https: browsers are then told never to try http. */
  secure: boolean;
  publicOrigins: readonly string[];
}

type Directives = Record<string, string[]>;

/**
 * Nothing runs, shows or connects that is not ours: no inline script or style, no other site, no frame.
 * Components may still set styles from scripts, one property at a time: that is not inline.
 */
export function contentSecurityPolicy({ secure, publicOrigins }: SecurityOptions): Directives {
  const self = ["'self'"];
  return {
    defaultSrc: ["'none'"],
    scriptSrc: self,
    styleSrc: self,
    imgSrc: self,
    fontSrc: self,
    manifestSrc: self,
    workerSrc: self,
    // Older browsers do not count a socket to the same host as 'self'.
    connectSrc: [...self, ...publicOrigins.map((origin) => origin.replace(/^http/, 'ws'))],
    formAction: self,
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
    ...(secure && { upgradeInsecureRequests: [] }),
  };
}

export function registerSecurity(app: FastifyInstance, options: SecurityOptions): void {
  const headers = {
    ...headersOf({
      contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy(options) },
      crossOriginEmbedderPolicy: false,
      frameguard: { action: 'deny' },
      hsts: options.secure && { maxAge: 365 * 24 * 60 * 60, includeSubDomains: false },
      // Addresses name partnerships and papers: no other site learns them from a link.
      referrerPolicy: { policy: 'same-origin' },
    }),
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  };
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
}

/** What helmet says to every answer, asked of it once: nothing in it depends on who asks for what. */
function headersOf(options: HelmetOptions): Record<string, string> {
  const headers: Record<string, string> = {};
  const answer = {
    setHeader: (name: string, value: string) => {
      headers[name.toLowerCase()] = value;
    },
    removeHeader: () => {},
  };
  helmet(options)({} as IncomingMessage, answer as unknown as ServerResponse, (error) => {
    if (error) throw error;
  });
  return headers;
}
