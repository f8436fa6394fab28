import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

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

export async function registerSecurity(app: FastifyInstance, options: SecurityOptions): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy(options) },
    crossOriginEmbedderPolicy: false,
    frameguard: { action: 'deny' },
    hsts: options.secure && { maxAge: 365 * 24 * 60 * 60, includeSubDomains: false },
    // Addresses name partnerships and papers: no other site learns them from a link.
    referrerPolicy: { policy: 'same-origin' },
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
  });
}
