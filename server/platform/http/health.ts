import type { FastifyInstance } from 'fastify';

/** Something the process cannot serve without. It says no by throwing. */
export interface ReadyCheck {
  name: string;
  check: () => Promise<unknown>;
}

export interface Health {
  /** From now on not ready: load balancers look elsewhere while requests under way finish. */
  startDraining(): void;
}

const PATIENCE_MS = 2_000;

/** `/healthz`: the process is alive. `/readyz`: it can serve; if not, 503 and the names of what is missing. */
export function registerHealth(app: FastifyInstance, checks: readonly ReadyCheck[]): Health {
  let isDraining = false;
  app.get('/healthz', { logLevel: 'warn' }, async () => ({ status: 'alive' }));
  app.get('/readyz', { logLevel: 'warn' }, async (request, reply) => {
    const results = await Promise.all(
      checks.map(async ({ name, check }) => {
        try {
          await withinPatience(check());
          return [name, 'ok'] as const;
        } catch (error) {
          request.log.warn({ err: error, check: name }, 'not ready');
          return [name, 'failed'] as const;
        }
      }),
    );
    const isReady = !isDraining && results.every(([, result]) => result === 'ok');
    const status = isDraining ? 'draining' : isReady ? 'ready' : 'not ready';
    return reply.code(isReady ? 200 : 503).send({ status, checks: Object.fromEntries(results) });
  });
  return {
    startDraining: () => {
      isDraining = true;
    },
  };
}

async function withinPatience(check: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooSlow = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${PATIENCE_MS} ms`)), PATIENCE_MS);
  });
  try {
    await Promise.race([check, tooSlow]);
  } finally {
    clearTimeout(timer);
  }
}
