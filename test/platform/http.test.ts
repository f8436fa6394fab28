import { PassThrough, Writable } from 'node:stream';
import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { registerHealth } from '../../server/platform/http/health.js';
import { describeError, loggingOptions, quietAboutLeavers } from '../../server/platform/http/logging.js';
import { Metrics, registerMetrics } from '../../server/platform/http/metrics.js';
import { isAllowedOrigin, refuseForeignOrigins } from '../../server/platform/http/origin.js';
import { registerSecurity } from '../../server/platform/http/security.js';

describe('security headers', () => {
  const headersOf = async (secure: boolean) => {
    const app = Fastify();
    await registerSecurity(app, { secure, publicOrigins: ['https://plan.example.gov.uk'] });
    app.get('/', async () => 'hello');
    return (await app.inject('/')).headers;
  };

  it('let nothing run that is inline, evaluated or from another site', async () => {
    const policy = String((await headersOf(true))['content-security-policy']);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("connect-src 'self' wss://plan.example.gov.uk");
    expect(policy).toContain('upgrade-insecure-requests');
  });

  it('insist on https only where it is used', async () => {
    expect((await headersOf(true))['strict-transport-security']).toContain('max-age=31536000');
    const plain = await headersOf(false);
    expect(plain['strict-transport-security']).toBeUndefined();
    expect(plain['content-security-policy']).not.toContain('upgrade-insecure-requests');
  });

  it('tell other sites nothing', async () => {
    const headers = await headersOf(true);
    expect(headers['referrer-policy']).toBe('same-origin');
    expect(headers['x-frame-options']).toBe('DENY');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['permissions-policy']).toContain('camera=()');
    expect(headers['x-powered-by']).toBeUndefined();
  });
});

describe('origins', () => {
  const rules = { publicOrigins: ['https://plan.example.gov.uk'] };

  it.each([
    [undefined, true],
    ['https://plan.example.gov.uk', true],
    ['http://plan.example.gov.uk', false],
    ['https://plan.example.gov.uk.evil.example', false],
    ['https://evil.example', false],
    ['null', false],
    ['', false],
  ])('%s may speak for its visitor: %s', (origin, expected) => {
    expect(isAllowedOrigin(origin, rules, 'evil.example')).toBe(expected);
  });

  it('are compared with the host while ours is not known', () => {
    expect(isAllowedOrigin('http://localhost:5000', { publicOrigins: [] }, 'localhost:5000')).toBe(true);
    expect(isAllowedOrigin('http://localhost:5001', { publicOrigins: [] }, 'localhost:5000')).toBe(false);
    expect(isAllowedOrigin('null', { publicOrigins: [] }, 'localhost:5000')).toBe(false);
    expect(isAllowedOrigin('http://localhost', { publicOrigins: [] })).toBe(false);
  });

  it('of other sites may not post with our cookies, nor does the route run', async () => {
    const app = Fastify();
    let runs = 0;
    refuseForeignOrigins(app, rules);
    app.post('/things', async () => ({ runs: ++runs }));
    const post = (headers: Record<string, string>) => app.inject({ method: 'POST', url: '/things', headers });
    expect((await post({ cookie: 'a=b', origin: 'https://evil.example' })).statusCode).toBe(403);
    expect((await post({ cookie: 'a=b', origin: 'null' })).statusCode).toBe(403);
    expect(runs).toBe(0);
    expect((await post({ cookie: 'a=b', origin: 'https://plan.example.gov.uk' })).statusCode).toBe(200);
    expect((await post({ origin: 'https://integrator.example' })).statusCode).toBe(200);
    expect(runs).toBe(2);
  });
});

describe('health', () => {
  it('is alive, and ready once everything it needs is', async () => {
    const app = Fastify();
    let database = false;
    const health = registerHealth(app, [
      { name: 'database', check: async () => database || Promise.reject(new Error('password=hunter2')) },
      { name: 'listener', check: async () => undefined },
    ]);
    expect((await app.inject('/healthz')).json()).toEqual({ status: 'alive' });
    const refused = await app.inject('/readyz');
    expect(refused.statusCode).toBe(503);
    expect(refused.json()).toEqual({ status: 'not ready', checks: { database: 'failed', listener: 'ok' } });
    database = true;
    expect((await app.inject('/readyz')).statusCode).toBe(200);
    health.startDraining();
    expect((await app.inject('/readyz')).json()).toMatchObject({ status: 'draining' });
    expect((await app.inject('/readyz')).statusCode).toBe(503);
  });

  it('does not wait for ever', async () => {
    const app = Fastify();
    registerHealth(app, [{ name: 'database', check: () => new Promise(() => undefined) }]);
    expect((await app.inject('/readyz')).json()).toMatchObject({ checks: { database: 'failed' } });
  });
});

describe('metrics', () => {
  const appWith = (token?: string) => {
    const app = Fastify();
    const metrics = new Metrics();
    registerMetrics(app, metrics, token);
    app.get('/plans/:id', async () => 'a plan');
    return { app, metrics };
  };

  it('count by route, without what is in the address', async () => {
    const { app, metrics } = appWith();
    metrics.changesSeen.inc(3);
    metrics.watchPool(() => ({ total: 5, idle: 2, waiting: 1 }));
    await app.inject('/plans/secret-plan?search=words');
    await app.inject('/nowhere/secret-place');
    const { body } = await app.inject('/metrics');
    expect(body).toContain(
      'accord_http_request_duration_seconds_count{method="GET",route="/plans/:id",status="200"} 1',
    );
    expect(body).toContain('route="none",status="404"} 1');
    expect(body).not.toMatch(/secret|words/);
    expect(body).toContain('accord_changes_seen_total 3');
    expect(body).toContain('accord_database_connections{state="waiting"} 1');
    expect(body).toContain('nodejs_eventloop_lag_seconds');
  });

  it('are for the machine itself, unless a token opens them', async () => {
    const { app } = appWith();
    const status = async (options: object) => (await app.inject({ url: '/metrics', ...options })).statusCode;
    expect(await status({ remoteAddress: '127.0.0.1' })).toBe(200);
    expect(await status({ remoteAddress: '10.0.0.9' })).toBe(404);
    expect(await status({ remoteAddress: '127.0.0.1', headers: { 'x-forwarded-for': '10.0.0.9' } })).toBe(
      404,
    );
    const closed = appWith('a-long-token').app;
    const asked = async (headers: Record<string, string>) =>
      (await closed.inject({ url: '/metrics', headers })).statusCode;
    expect(await asked({})).toBe(404);
    expect(await asked({ authorization: 'Bearer another' })).toBe(404);
    expect(await asked({ authorization: 'Bearer a-long-token' })).toBe(200);
  });
});

describe('the log', () => {
  const loggingApp = (level = 'info') => {
    const lines: string[] = [];
    const stream = new Writable({
      write: (chunk, _, done) => {
        lines.push(String(chunk));
        done();
      },
    });
    const options = loggingOptions(level);
    return { app: Fastify({ ...options, logger: { ...(options.logger as object), stream } }), lines };
  };

  it('tells who asked for which path, and no secret or word of theirs', async () => {
    const { app, lines } = loggingApp();
    app.post('/sign-in', async (request) => {
      request.log.info(
        { headers: request.headers, body: request.body, input: { password: 'hunter2' } },
        'signing in',
      );
      request.log.error({ err: new Error('invalid input syntax for type uuid: "hunter2"') }, 'failed');
      request.log.warn({ request: { headers: request.headers }, variables: { narrative: 'hunter2' } }, 'odd');
      return { password: 'hunter2' };
    });
    const headers = { cookie: 'accord=hunter2', authorization: 'Bearer hunter2' };
    await app.inject({
      method: 'POST',
      url: '/sign-in?token=hunter2',
      headers,
      payload: { password: 'hunter2' },
    });
    const log = lines.join('');
    expect(log).toContain('"path":"/sign-in"');
    expect(log).toContain('invalid input syntax for type uuid: [not logged]');
    expect(log).not.toContain('hunter2');
    expect(new Set(lines.map((line) => JSON.parse(line).reqId)).size).toBe(1);
  });

  it('tells of no error where somebody left before the answer came, and of one that is ours', async () => {
    const { app, lines } = loggingApp('debug');
    quietAboutLeavers(app);
    const leaving = new AbortController();
    const posted = { method: 'POST', body: 'which plan' };
    app.post('/plan', async () => {
      leaving.abort();
      return new PassThrough();
    });
    app.get('/broken', async () => {
      throw new Error('broken');
    });
    const url = await app.listen({ port: 0, host: '127.0.0.1' });
    await expect(fetch(`${url}/plan`, { ...posted, signal: leaving.signal })).rejects.toThrow('aborted');
    await expect.poll(() => lines.join('')).toContain('left before the answer');
    expect((await fetch(`${url}/broken`)).status).toBe(500);
    await app.close();
    const errors = lines.map((line) => JSON.parse(line)).filter(({ level }) => level >= 50);
    expect(errors.map(({ msg }) => msg)).toEqual(['broken']);
  });

  it('tells what kind of error a database found, not the row', () => {
    const error = Object.assign(new Error('duplicate key value violates unique constraint "plans_slug"'), {
      code: '23505',
      constraint: 'plans_slug',
      detail: 'Key (slug)=(hidden-plan) already exists.',
      parameters: ['hidden-plan'],
      query: 'insert into plans values ($1)',
    });
    const described = describeError(new Error('failed', { cause: error }));
    expect(described.cause).toMatchObject({ code: '23505', constraint: 'plans_slug', type: 'Error' });
    expect(JSON.stringify(described)).not.toContain('hidden-plan');
    expect(described.stack).toContain('    at ');
  });
});
