import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readConfig, SETTINGS } from '../../server/config.js';

type Service = {
  image: string;
  build?: string;
  command?: string[];
  environment: Record<string, string>;
  volumes?: string[];
  depends_on?: Record<string, { condition: string }> | string[];
  healthcheck?: unknown;
  stop_grace_period?: string;
};
type Compose = { services: Record<string, Service>; volumes: Record<string, unknown> };

const text = readFileSync('docker-compose.yml', 'utf8');
const compose = parse(text, { merge: true }) as Compose;
const { services } = compose;
const dockerfile = readFileSync('Dockerfile', 'utf8');
const caddyfile = readFileSync('scripts/proxy/Caddyfile', 'utf8');

const ours = Object.entries(services).filter(([, service]) => service.build !== undefined);
const servers = ours.filter(([, service]) => service.command === undefined);

function service(name: string): Service {
  const found = services[name];
  if (found === undefined) throw new Error(`docker-compose.yml has no service ${name}`);
  return found;
}

/** What Compose makes of ${NAME}, ${NAME:-otherwise} and ${NAME:?complaint} with .env as the file asks for it. */
const DOT_ENV: Record<string, string> = { DATABASE_PASSWORD: 'a'.repeat(64), SECRET: 'b'.repeat(64) };
function filledIn(environment: Record<string, string>): Record<string, string> {
  const fill = (value: string): string =>
    value.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name: string, kind?: string, rest?: string) => {
      const given = DOT_ENV[name] ?? (kind === '-' ? rest : undefined);
      if (given === undefined) throw new Error(`nothing fills in ${name}`);
      return given;
    });
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, fill(value)]));
}

/** The program a command line of node runs, as the source it is built from. */
const sourceOf = (command: string[]): string =>
  (command.find((part) => part.startsWith('dist/')) ?? '').replace(/^dist\//, '').replace(/\.js$/, '.ts');

describe('docker-compose.yml', () => {
  it('brings up a database, a migration that ends, two servers and a proxy', () => {
    expect(Object.keys(services).sort()).toEqual(['database', 'migrate', 'proxy', 'server-1', 'server-2']);
    expect(servers.map(([name]) => name)).toEqual(['server-1', 'server-2']);
  });

  it('sets only what the server reads, and each to something it accepts', () => {
    for (const [name, { environment }] of ours) {
      expect(Object.keys(SETTINGS), name).toEqual(expect.arrayContaining(Object.keys(environment)));
      expect(() => readConfig(filledIn(environment)), name).not.toThrow();
    }
  });

  it('has the servers reachable from the proxy, trusting it, with secure cookies and one secret', () => {
    const configs = servers.map(([, { environment }]) => readConfig(filledIn(environment)));
    for (const config of configs) {
      expect(config).toMatchObject({
        host: '0.0.0.0',
        trustProxy: true,
        secureCookies: true,
        demonstration: false,
        publicOrigins: ['https://localhost'],
      });
    }
    expect(new Set(configs.map(({ secret }) => secret)).size).toBe(1);
  });

  it('gives the servers longer to stop than they take to drain', () => {
    for (const [, { environment, stop_grace_period }] of servers) {
      const { drainSeconds } = readConfig(filledIn(environment));
      expect(Number.parseInt(stop_grace_period ?? '0', 10)).toBeGreaterThan(drainSeconds);
    }
  });

  it('points our processes at its own database, with its own role and password', () => {
    const database = filledIn(service('database').environment);
    for (const [, { environment }] of ours) {
      const url = new URL(filledIn(environment)['DATABASE_URL'] ?? '');
      expect([url.hostname, url.username, url.password, url.pathname]).toEqual([
        'database',
        database['POSTGRES_USER'],
        database['POSTGRES_PASSWORD'],
        `/${database['POSTGRES_DB']}`,
      ]);
    }
  });

  it('uses a PostgreSQL we support, and keeps its data where that version puts it', () => {
    const major = Number(/^postgres:(\d+)$/.exec(service('database').image)?.[1]);
    expect(major).toBeGreaterThanOrEqual(18); // from 18 the folder to keep is /var/lib/postgresql
    expect(service('database').volumes).toEqual(['database:/var/lib/postgresql']);
    expect(Object.keys(compose.volumes)).toContain('database');
  });

  it('starts the servers only after a migration against a database that answers', () => {
    expect(service('database').healthcheck).toBeDefined();
    expect(service('migrate').depends_on).toEqual({ database: { condition: 'service_healthy' } });
    for (const [, { depends_on }] of servers) {
      expect(depends_on).toEqual({ migrate: { condition: 'service_completed_successfully' } });
    }
  });

  it('runs a migration command that exists', () => {
    expect(sourceOf(service('migrate').command ?? [])).toBe('server/commands/migrate.ts');
    expect(existsSync('server/commands/migrate.ts')).toBe(true);
  });

  it('has the proxy send to every server, at the port it listens on, while it is ready', () => {
    expect(service('proxy').volumes).toContain('./scripts/proxy/Caddyfile:/etc/caddy/Caddyfile:ro');
    const upstreams = /reverse_proxy (.+) \{/.exec(caddyfile)?.[1]?.split(' ');
    const listening = servers.map(
      ([name, { environment }]) => `${name}:${readConfig(filledIn(environment)).port}`,
    );
    expect(upstreams).toEqual(listening);
    expect(caddyfile).toMatch(/health_uri \/readyz/);
    expect(caddyfile).toMatch(/^\{\$SITE\} \{/m);
    expect(Object.keys(service('proxy').environment)).toEqual(['SITE']);
  });
});

describe('Dockerfile', () => {
  const lines = dockerfile.replace(/\\\n/g, ' ').split('\n');
  const argumentsOf = (word: string): string[] =>
    lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));

  it('copies only what is there, and what .dockerignore lets through', () => {
    const let_through = readFileSync('.dockerignore', 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('!'));
    const copied = argumentsOf('COPY')
      .filter((line) => !line.startsWith('--from'))
      .flatMap((line) => line.split(' ').slice(0, -1));
    for (const file of copied) {
      expect(existsSync(file), file).toBe(true);
      expect(let_through).toContain(`!${file}`);
    }
  });

  it('has all that the builds read', () => {
    const copied = argumentsOf('COPY').flatMap((line) => line.split(' '));
    for (const source of [
      'server',
      'schema',
      'migrations',
      'client',
      'tsconfig.json',
      'tsconfig.build.json',
    ]) {
      expect(copied).toContain(source);
    }
  });

  it('starts the server, on a Node that we support, as a user who is not root', () => {
    for (const image of argumentsOf('FROM'))
      expect(Number(/^node:(\d+)-/.exec(image)?.[1])).toBeGreaterThanOrEqual(20);
    expect(argumentsOf('USER')).toEqual(['node']);
    const command = JSON.parse(argumentsOf('CMD').at(-1) ?? '[]') as string[];
    expect(sourceOf(command)).toBe('server/main.ts');
    expect(existsSync('server/main.ts')).toBe(true);
  });

  it('sets only what the server reads, and asks it whether it is alive', () => {
    const names = argumentsOf('ENV').flatMap((line) =>
      line.split(' ').map((pair) => pair.split('=')[0] ?? ''),
    );
    expect(['NODE_ENV', ...Object.keys(SETTINGS)]).toEqual(expect.arrayContaining(names));
    expect(argumentsOf('HEALTHCHECK').join()).toContain('/healthz');
  });
});
