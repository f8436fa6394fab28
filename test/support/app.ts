import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { type App, buildApp } from '../../server/app.js';
import { type Config, readConfig } from '../../server/config.js';
import { Builders } from './builders.js';
import { createDatabase, type TestDatabase } from './database.js';

export interface Answer<T = Record<string, unknown>> {
  data: T | null;
  errors?: {
    message: string;
    path?: (string | number)[];
    extensions: Record<string, unknown> & { code: string };
  }[];
  extensions?: Record<string, unknown>;
}

/** Somebody at the door: sends documents, subscribes. */
export interface Person {
  readonly headers: Record<string, string>;
  query<T = Record<string, never>>(document: string, variables?: Record<string, unknown>): Promise<Answer<T>>;
  /** Asks and expects no error; answers the data. */
  ok<T = Record<string, never>>(document: string, variables?: Record<string, unknown>): Promise<T>;
  /** Asks and expects an error; answers its code. */
  refused(document: string, variables?: Record<string, unknown>): Promise<string>;
  subscribe<T = Record<string, never>>(document: string, variables?: Record<string, unknown>): Live<T>;
}

/** What arrived on a subscription so far, and waiting for what is to come. */
export interface Live<T> {
  readonly events: T[];
  readonly closed: Promise<{ code: number; reason: string }>;
  /** The first event that fits, also among those that came already. */
  until(fits: (event: T) => boolean, withinMs?: number): Promise<T>;
  /** Resolves once the server has acknowledged the connection and had time to take the subscription. */
  ready: Promise<void>;
  stop(): Promise<void>;
}

export interface TestApp {
  readonly url: string;
  readonly app: App;
  readonly config: Config;
  readonly database: TestDatabase;
  readonly build: Builders;
  /** Whoever has the account with this address; sessions are made in the database, so no password is needed. */
  as(email: string): Promise<Person>;
  withToken(secret: string): Person;
  readonly nobody: Person;
  /** Another server process’s worth of server on the same database, by the same clock. */
  another(): Promise<{ url: string; app: App; as(email: string): Promise<Person>; close(): Promise<void> }>;
  close(): Promise<void>;
}

export interface Surroundings {
  /** A database there is already; it is dropped with the app. */
  given?: TestDatabase;
  /** The address by which the server reaches its database, where that is not the straight one. */
  way?: (database: TestDatabase) => Promise<string>;
}

export async function startApp(
  settings: Record<string, string> = {},
  now: () => Date = () => new Date(),
  { given, way }: Surroundings = {},
): Promise<TestApp> {
  const database = given ?? (await createDatabase());
  const config = readConfig({
    PORT: '0',
    DATABASE_URL: database.ownerUrl,
    DATABASE_SERVER_URL: database.serverUrl,
    SECRET: 'a secret that only the tests know, long enough',
    LOG_LEVEL: 'fatal',
    INTROSPECTION: 'on',
    PUBLIC_ORIGIN: 'http://localhost:4000',
    ...settings,
  });
  const build = await Builders.connect(database.superuserUrl);
  const app = await buildApp(config, (await way?.(database)) ?? database.serverUrl, now);
  const url = await app.listen();
  const as = (at: string) => async (email: string) =>
    person(at, { cookie: `accord=${await signIn(build, email)}` });
  return {
    url,
    app,
    config,
    database,
    build,
    as: as(url),
    withToken: (secret) => person(url, { authorization: `Bearer ${secret}` }),
    nobody: person(url, {}),
    another: async () => {
      const other = await buildApp(config, database.serverUrl, now);
      const otherUrl = await other.listen();
      return { url: otherUrl, app: other, as: as(otherUrl), close: () => other.close() };
    },
    close: async () => {
      await app.close();
      await build.close();
      await database.drop();
    },
  };
}

/** The secret of a new session. */
export async function signIn(build: Builders, email: string): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  await build.sql(
    `insert into sessions (id, account_id, token_hash, expires_at)
     select $1, id, $2, now() + interval '1 day' from accounts where lower(email) = lower($3)`,
    [randomUUID(), createHash('sha256').update(secret).digest(), email],
  );
  return secret;
}

export function person(url: string, headers: Record<string, string>): Person {
  const query = async <T>(document: string, variables: Record<string, unknown> = {}): Promise<Answer<T>> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: document, variables }),
    });
    return (await response.json()) as Answer<T>;
  };
  return {
    headers,
    query,
    ok: async <T>(document: string, variables?: Record<string, unknown>) => {
      const { data, errors } = await query<T>(document, variables);
      if (errors || !data) throw new Error(`Expected an answer, got ${JSON.stringify(errors)}`);
      return data;
    },
    refused: async (document, variables) => {
      const { errors, data } = await query(document, variables);
      const code = errors?.[0]?.extensions.code;
      if (!code) throw new Error(`Expected a refusal, got ${JSON.stringify(data)}`);
      return code;
    },
    subscribe: <T>(document: string, variables: Record<string, unknown> = {}) =>
      subscribe<T>(url, headers, document, variables),
  };
}

function subscribe<T>(
  url: string,
  headers: Record<string, string>,
  query: string,
  variables: Record<string, unknown>,
): Live<T> {
  const events: T[] = [];
  const waiting: (() => void)[] = [];
  let failure: unknown;
  const wakeAll = () => {
    for (const wake of waiting.splice(0)) wake();
  };
  class SignedSocket extends WebSocket {
    constructor(address: string, protocols: string) {
      super(address, protocols, { headers: { cookie: headers['cookie'] ?? '' } });
    }
  }
  let resolveClosed: (event: { code: number; reason: string }) => void = () => {};
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    resolveClosed = resolve;
  });
  let resolveReady: () => void = () => {};
  const ready = new Promise<void>((resolve) => {
    resolveReady = resolve;
  });
  const client: Client = createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: SignedSocket,
    retryAttempts: 0,
    lazy: true,
    connectionParams: headers['authorization'] ? { authorization: headers['authorization'] } : {},
    on: {
      connected: () => setTimeout(resolveReady, 250),
      closed: (event) => resolveClosed(event as { code: number; reason: string }),
    },
  });
  client.subscribe<T>(
    { query, variables },
    {
      next: ({ data, errors }) => {
        if (errors) failure = errors;
        else events.push(data as T);
        wakeAll();
      },
      error: (error) => {
        failure = error;
        resolveReady();
        wakeAll();
      },
      complete: wakeAll,
    },
  );
  const until = async (fits: (event: T) => boolean, withinMs = 5_000): Promise<T> => {
    const end = Date.now() + withinMs;
    for (;;) {
      const found = events.find(fits);
      if (found) return found;
      if (failure) throw new Error(`The subscription failed: ${JSON.stringify(failure)}`);
      const left = end - Date.now();
      if (left <= 0) throw new Error(`Nothing fitting came in time; so far: ${JSON.stringify(events)}`);
      await Promise.race([
        new Promise<void>((resolve) => waiting.push(resolve)),
        new Promise((resolve) => setTimeout(resolve, left)),
      ]);
    }
  };
  return { events, until, closed, ready, stop: async () => client.dispose() };
}
