import path from 'node:path';
import { ConfigError, type Environment, SettingsReader } from './config-values.js';
import { keptSecret } from './kept-secret.js';
import type { S3Settings } from './platform/files/s3-store.js';

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
const SHORTEST_SECRET = 32;

export type LogLevel = (typeof LOG_LEVELS)[number];

/** Embedded: our own PostgreSQL in the data folder. Given: an administrator's; without serverUrl it is derived. */
export type DatabaseChoice =
  | { kind: 'embedded'; dataDir: string }
  | { kind: 'given'; ownerUrl: string; serverUrl: string | undefined };

export type Config = {
  port: number;
  host: string;
  dataDir: string;
  database: DatabaseChoice;
  databasePool: number;
  socketsPerVisitor: number;
  secret: string;
  demonstration: boolean;
  /** Where people reach us, the first being what we print in links. Empty with PORT=0: only known once listening. */
  publicOrigins: string[];
  secureCookies: boolean;
  trustProxy: boolean;
  logLevel: LogLevel;
  introspection: boolean;
  drainSeconds: number;
  /** Who shows it may read /metrics; without it only this machine itself. */
  metricsToken: string | undefined;
  /** Where attached files are kept, if not in the database. */
  files: S3Settings | undefined;
  /** Where traces go; nothing of it is loaded without. */
  telemetry: { endpoint: string; headers: Record<string, string>; serviceName: string } | undefined;
};

/** Every setting, in words: for the guide, and for checking files that set them. */
export const SETTINGS = {
  PORT: 'port to listen on (4000)',
  HOST: 'address to listen on (127.0.0.1: this machine alone; containers set 0.0.0.0)',
  DATA_DIR: 'folder for the embedded database and the kept secret (.data)',
  DATABASE_URL:
    'PostgreSQL 15 or newer, as the role that owns the tables (an embedded PostgreSQL in DATA_DIR)',
  DATABASE_SERVER_URL:
    'the same database as the role accord_server, which owns nothing (derived from DATABASE_URL)',
  DATABASE_POOL: 'connections a process keeps to the database at most (20)',
  SOCKETS_PER_VISITOR:
    'sockets a process holds for one account, or for one address that nobody signed in from (300)',
  SECRET: 'seals cursors and the like; the same for all processes (kept in DATA_DIR/secret)',
  DEMONSTRATION: 'fill an empty database with a made-up partnership (on with the embedded database only)',
  PUBLIC_ORIGIN:
    'where people reach us, comma between several (http://localhost:PORT and http://127.0.0.1:PORT)',
  SECURE_COOKIES: 'cookies over https only (on when PUBLIC_ORIGIN is https)',
  TRUST_PROXY: 'take the caller’s address from the proxy in front of us (off)',
  LOG_LEVEL: `${LOG_LEVELS.join(', ')} (info)`,
  INTROSPECTION: 'let anybody read the schema (on with the embedded database only)',
  METRICS_TOKEN: 'bearer token that lets a monitor read /metrics (this machine alone)',
  S3_ENDPOINT:
    'where attached files are kept, S3 or what speaks like it: https://s3.eu-west-2.amazonaws.com (the database)',
  S3_BUCKET: 'the bucket for attached files; nobody else may read it',
  S3_REGION: 'the region requests are signed for (us-east-1)',
  S3_ACCESS_KEY_ID: 'the key that may put, get and delete objects in it',
  S3_SECRET_ACCESS_KEY: 'its secret',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'OpenTelemetry collector to send traces to, by OTLP over HTTP (no traces)',
  OTEL_EXPORTER_OTLP_HEADERS: 'what the collector asks for: name=value, comma between several (nothing)',
  OTEL_SERVICE_NAME: 'what this process is called in traces (accord)',
  DRAIN_SECONDS: 'how long requests under way may take to finish when stopping (10)',
} as const;

/** The configuration, or one ConfigError that names everything wrong. Makes DATA_DIR/secret where one is needed. */
export function readConfig(environment: Environment = process.env): Config {
  const read = new SettingsReader(environment);
  const port = read.wholeNumber('PORT', 4000, [0, 65_535]);
  const dataDir = path.resolve(read.text('DATA_DIR') ?? '.data');
  const database = readDatabase(read, dataDir);
  const isEmbedded = database.kind === 'embedded';
  const publicOrigins = read.origins('PUBLIC_ORIGIN', localOrigins(port));
  const givenSecret = readSecret(read, isEmbedded);
  const config = {
    port,
    host: read.text('HOST') ?? '127.0.0.1',
    dataDir,
    database,
    databasePool: read.wholeNumber('DATABASE_POOL', 20, [2, 1_000]),
    socketsPerVisitor: read.wholeNumber('SOCKETS_PER_VISITOR', 300, [1, 100_000]),
    demonstration: read.onOrOff('DEMONSTRATION', isEmbedded),
    publicOrigins,
    secureCookies: read.onOrOff('SECURE_COOKIES', publicOrigins[0]?.startsWith('https:') === true),
    trustProxy: read.onOrOff('TRUST_PROXY', false),
    logLevel: read.oneOf('LOG_LEVEL', LOG_LEVELS, 'info'),
    introspection: read.onOrOff('INTROSPECTION', isEmbedded),
    metricsToken: read.text('METRICS_TOKEN'),
    files: readFiles(read),
    telemetry: readTelemetry(read),
    drainSeconds: read.wholeNumber('DRAIN_SECONDS', 10, [0, 600]),
  };
  if (read.problems.length > 0) throw new ConfigError(read.problems);
  return { ...config, secret: givenSecret ?? keptSecret(dataDir) };
}

const localOrigins = (port: number): string[] =>
  port === 0 ? [] : [`http://localhost:${port}`, `http://127.0.0.1:${port}`];

function readDatabase(read: SettingsReader, dataDir: string): DatabaseChoice {
  const ownerUrl = read.postgresUrl('DATABASE_URL');
  const serverUrl = read.postgresUrl('DATABASE_SERVER_URL');
  if (ownerUrl !== undefined) return { kind: 'given', ownerUrl, serverUrl };
  if (serverUrl !== undefined)
    read.wrong('DATABASE_URL', 'is missing: DATABASE_SERVER_URL is of use only beside it');
  return { kind: 'embedded', dataDir: path.join(dataDir, 'postgres') };
}

/** All of it or nothing. */
function readFiles(read: SettingsReader): S3Settings | undefined {
  const endpoint = read.httpUrl('S3_ENDPOINT');
  const given = (name: keyof typeof SETTINGS) => {
    const text = read.text(name);
    if (endpoint !== undefined && text === undefined) read.wrong(name, 'is missing: S3_ENDPOINT needs it');
    if (endpoint === undefined && text !== undefined) read.wrong(name, 'is of use only beside S3_ENDPOINT');
    return text ?? '';
  };
  const [bucket, accessKeyId] = [given('S3_BUCKET'), given('S3_ACCESS_KEY_ID')];
  const secretAccessKey = given('S3_SECRET_ACCESS_KEY');
  const region = read.text('S3_REGION') ?? 'us-east-1';
  return endpoint === undefined ? undefined : { endpoint, bucket, region, accessKeyId, secretAccessKey };
}

function readTelemetry(read: SettingsReader): Config['telemetry'] {
  const endpoint = read.httpUrl('OTEL_EXPORTER_OTLP_ENDPOINT');
  const headers = read.pairs('OTEL_EXPORTER_OTLP_HEADERS');
  const serviceName = read.text('OTEL_SERVICE_NAME') ?? 'accord';
  return endpoint === undefined ? undefined : { endpoint, headers, serviceName };
}

/** A secret of each process's own would make one refuse the cursors of another: with a shared database it is given. */
function readSecret(read: SettingsReader, isEmbedded: boolean): string | undefined {
  const secret = read.text('SECRET');
  if (secret !== undefined && secret.length < SHORTEST_SECRET) {
    read.wrong('SECRET', `has ${secret.length} characters; give at least ${SHORTEST_SECRET} random ones`);
  }
  if (secret === undefined && !isEmbedded && read.text('DATA_DIR') === undefined) {
    read.wrong(
      'SECRET',
      `is missing: beside DATABASE_URL give at least ${SHORTEST_SECRET} random characters, the same to every process, or DATA_DIR, a folder they share`,
    );
  }
  return secret;
}
