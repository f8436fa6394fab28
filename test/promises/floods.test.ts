import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS, type Limits } from '../../server/platform/graphql/limit-values.js';
import { checkDocument } from '../../server/platform/graphql/limits.js';
import { accordSchema } from '../../server/schema.js';
import { type Answer, person } from '../support/app.js';
import { atThisPace } from '../support/pace.js';
import { ownDocuments } from '../support/pages.js';
import { countsOf, type Message, RawSocket } from '../support/raw-socket.js';
import { type ServerProcess, startProcess } from '../support/server-process.js';
import { startWorld, type World } from '../support/world.js';
import { Bystander, type Waits } from './bystander.js';
import { FLOODS, type Flood, overHttp, overSocket } from './floods.js';
import { FOLLOW } from './follower.js';

/** Invariants 28 and 30: what asks for too much is refused at once, alike over both transports, and nobody else notices. */
const TIMES = 5;
const REFUSED_WITHIN_MS = 250;
/** What others wait while it goes on. */
const WAIT_MS = 250;
/** What a server may grow by outside its heap. Its heap has a ceiling: what is kept without end ends the process. */
const MOST_GROWTH = 64 * 1024 * 1024;
const HEAP_MB = 320;
const REFUSALS = ['INVALID_INPUT', 'GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED'];

let world: World;
let server: ServerProcess;
let planId: string;
let actionIds: string[];
let socket: RawSocket;
let bystander: Bystander;
let said = 0;

beforeAll(async () => {
  world = await startWorld();
  const { build } = world.app;
  planId = await build.plan(world.partnershipId);
  const workstreamId = await build.workstream(planId, { leadOrganisationId: world.north });
  actionIds = [];
  for (let n = 0; n < 100; n++) actionIds.push(await build.action(workstreamId, { ownerId: world.north }));
  server = await startProcess(world.app.database, {
    INTROSPECTION: 'off',
    NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}`,
  });
  socket = await RawSocket.connect(server.url, world.southEditor.headers);
  bystander = await Bystander.at(
    server.url,
    world,
    planId,
    await build.action(workstreamId, { ownerId: world.north }),
  );
});
afterAll(async () => {
  await bystander.stop();
  socket.socket.terminate();
  server.kill('SIGTERM');
  await server.ended;
  await world.app.close();
});

interface Refusal {
  code: string;
  ms: number;
}

/** Never the same twice, so that nothing is known of it from before. */
const anew = (document: string) => `${document}\n#${++said}`;
const codeOf = (errors: Answer['errors'] | undefined) => errors?.[0]?.extensions.code ?? 'ANSWERED';

async function askOverHttp(query: string, variables: Record<string, unknown> = {}): Promise<Refusal> {
  const began = performance.now();
  const { errors } = await person(server.url, world.southEditor.headers).query(anew(query), variables);
  return { code: codeOf(errors), ms: performance.now() - began };
}

async function askOverSocket(query: string, variables: Record<string, unknown> = {}): Promise<Refusal> {
  const [id, began] = [`flood ${++said}`, performance.now()];
  socket.subscribe(id, anew(query), variables);
  const answer = await socket.hears((message) => message.id === id);
  if (answer.type !== 'error') throw new Error(`Not refused: ${JSON.stringify(answer)}`);
  return {
    code: codeOf((answer as Message & { payload: Answer['errors'] }).payload),
    ms: performance.now() - began,
  };
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

describe('a document that asks for too much', () => {
  it.each(Object.entries(FLOODS))(
    'is refused at once over both transports, in one word: %s',
    async (_, flood: Flood) => {
      const answers: Record<'http' | 'socket', Refusal[]> = { http: [], socket: [] };
      for (let n = 0; n < TIMES; n++) {
        const sent = flood.variables ?? {};
        answers.http.push(await askOverHttp(overHttp(planId, flood), sent));
        answers.socket.push(await askOverSocket(overSocket(planId, flood), sent));
      }
      const codes = new Set([...answers.http, ...answers.socket].map(({ code }) => code));
      expect([...codes]).toHaveLength(1);
      expect(REFUSALS).toContain([...codes][0]);
      for (const refusals of Object.values(answers))
        expect(median(refusals.map(({ ms }) => ms))).toBeLessThan(atThisPace(REFUSED_WITHIN_MS));
    },
  );
});

describe('a flood of such documents', () => {
  it('costs others little time and the server little memory', async () => {
    const floods = Object.values(FLOODS);
    const usual = await bystander.while(() => pause(2_000));
    const before = await memory();
    const until = Date.now() + 8_000;
    const flood = async (send: (one: Flood) => Promise<Refusal>, at: number) => {
      for (let n = at; Date.now() < until; n++) await send(floods[n % floods.length] as Flood);
    };
    const during = await bystander.while(() =>
      Promise.all([
        ...[0].map((at) => flood((one) => askOverHttp(overHttp(planId, one), one.variables), at)),
        ...[11].map((at) => flood((one) => askOverSocket(overSocket(planId, one), one.variables), at)),
      ]),
    );
    expectUnharmed(during, usual);
    expect((await memory()) - before).toBeLessThan(MOST_GROWTH);
  });

  it('fills no memory either when each of them is just small enough', async () => {
    const statuses = Array(1_850).fill('RED').join(' ');
    const large = (n: number) =>
      `query Q${n} { ${repeated(4, (i) => `a${i}: actions(within: "${planId}", first: 1, filter: {statuses: [${statuses}]}) { totalCount }`)} }`;
    const send = async (n: number) => {
      const { errors } = await person(server.url, {}).query(large(n));
      if (codeOf(errors) !== 'ANSWERED') throw new Error(JSON.stringify(errors));
    };
    // Some of them so often that they are compiled as well. Together they are more than the server may hold.
    for (let n = 0; n < 190; n++) for (let time = 0; time < (n % 16 ? 1 : 4); time++) await send(n);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });
});

describe('an answer without end', () => {
  const levels = (count: number): string =>
    count === 0 ? 'id' : `workstream { actions { ${levels(count - 1)} } }`;

  it('is refused before it is written, whatever few rows it is made of', async () => {
    const id = actionIds[0];
    const times: number[] = [];
    for (const query of [
      `{ action(id: "${id}") { ${levels(3)} } }`,
      `{ action(id: "${id}") { ${levels(4)} } }`,
      `{ ${repeated(25, (n) => `a${n}: action(id: "${id}") { ${levels(2)} }`)} }`,
      `{ action(id: "${id}") { ${repeated(25, (n) => `a${n}: workstream { actions { workstream { actions { id } } } }`)} } }`,
    ]) {
      const { code, ms } = await askOverHttp(query);
      expect([query, code]).toEqual([query, 'INVALID_INPUT']);
      times.push(ms);
    }
    expect(median(times)).toBeLessThan(atThisPace(1_500));
    expect((await askOverHttp(`{ action(id: "${id}") { ${levels(2)} } }`)).code).toBe('ANSWERED');
  });

  it('ends the live operation that asks for it, and no other', async () => {
    const query = `subscription { changes(within: "${planId}") { item { ... on Action { ${levels(2)} } } } }`;
    socket.subscribe('too much', query);
    const refused = await socket.hears(({ id }) => id === 'too much');
    expect([refused.type, codeOf((refused as Message & { payload: Answer['errors'] }).payload)]).toEqual([
      'error',
      'INVALID_INPUT',
    ]);
    const { told } = await bystander.while(() => pause(1_000));
    expect(told.median).not.toBeNaN();
  });
});

describe('sockets that come and go, and ask for all that was', () => {
  it('leave others in peace', async () => {
    const { build } = world.app;
    const ask = `query ($id: ID!) { plan(id: $id) { changesCursor } }`;
    const at = person(server.url, world.southEditor.headers);
    const { plan } = await at.ok<{ plan: { changesCursor: string } }>(ask, { id: planId });
    for (let n = 0; n < 18; n++)
      await build.sql(`update actions set title = title || '.' where id = any($1::uuid[])`, [actionIds]);
    const usual = await bystander.while(() => pause(2_000));
    const before = await memory();
    const comeAndGo = async () => {
      for (let n = 0; n < 60; n++) (await RawSocket.connect(server.url)).socket.terminate();
    };
    const askForAll = async () => {
      const one = await RawSocket.connect(server.url, world.southEditor.headers);
      for (let n = 0; n < 12; n++)
        one.subscribe(String(n), FOLLOW, { within: planId, after: plan.changesCursor });
      await expect.poll(() => one.messages.length, { timeout: 60_000 }).toBeGreaterThan(12 * 1_800);
      one.socket.terminate();
    };
    const during = await bystander.while(() =>
      Promise.all([comeAndGo(), comeAndGo(), askForAll(), askForAll()]),
    );
    expectUnharmed(during, usual);
    expect((await memory()) - before).toBeLessThan(MOST_GROWTH);
  });
});

describe('a request that is no question', () => {
  const post = (body: string) =>
    fetch(`${server.url}/graphql`, { method: 'POST', body, headers: { 'content-type': 'application/json' } });

  it.each([
    ['many questions in one', 400, () => JSON.stringify(Array(5_000).fill({ query: '{ viewer { id } }' }))],
    [
      'more than a megabyte',
      413,
      () => JSON.stringify({ query: `{ viewer { id } } #${'x'.repeat(1_100_000)}` }),
    ],
    ['brackets without end', 400, () => '['.repeat(900_000)],
    [
      'a question that is a list',
      400,
      () => JSON.stringify({ query: Array(10_000).fill('{ viewer { id } }') }),
    ],
    [
      'variables that are a list',
      400,
      () => JSON.stringify({ query: '{ viewer { id } }', variables: Array(9_000).fill(1) }),
    ],
  ])('is refused at once: %s', async (_, status, body) => {
    const times: number[] = [];
    for (let n = 0; n < TIMES; n++) {
      const began = performance.now();
      expect((await post(body())).status).toBe(status);
      times.push(performance.now() - began);
    }
    expect(median(times)).toBeLessThan(atThisPace(REFUSED_WITHIN_MS));
  });
});

describe('both transports', () => {
  const nobody = () => person(server.url, {});

  /** What each answers to the same question, asked by somebody. */
  async function bothOf(ofPlan: string, headers: Record<string, string>) {
    const flood = { ofPlan };
    const http = await person(server.url, headers).query(overHttp(planId, flood));
    const one = await RawSocket.connect(server.url, headers);
    one.subscribe('1', overSocket(planId, flood));
    const { payload } = await one.hears(({ id }) => id === '1');
    one.socket.terminate();
    return [http.errors, payload as Answer['errors']].map((errors) => ({
      code: codeOf(errors),
      message: errors?.[0]?.message ?? '',
    }));
  }

  it('suggest names to nobody but those who may read the schema', async () => {
    for (const { code, message } of await bothOf('titel', {})) {
      expect(code).toBe('GRAPHQL_VALIDATION_FAILED');
      expect(message).not.toMatch(/Did you mean/);
    }
    for (const { message } of await bothOf('titel', world.southEditor.headers))
      expect(message).toMatch(/Did you mean/);
  });

  it('describe the schema to nobody else, and only over HTTP', async () => {
    const query = '{ __schema { types { name } } }';
    expect(await nobody().refused(query)).toBe('GRAPHQL_VALIDATION_FAILED');
    await person(server.url, world.southEditor.headers).ok(query);
    for (const headers of [{}, world.southEditor.headers]) {
      const one = await RawSocket.connect(server.url, headers);
      one.subscribe('1', query);
      one.subscribe('2', `subscription { __schema { types { name } } }`);
      for (const id of ['1', '2'])
        expect((await one.hears((message) => message.id === id)).type).toBe('error');
      one.socket.terminate();
    }
  });

  it('take what they are for: verbs and questions not over the socket, live operations not over HTTP', async () => {
    const one = await RawSocket.connect(server.url, world.northLead.headers);
    one.subscribe(
      '1',
      `mutation { archivePlan(input: {id: "${planId}", expectedVersion: 1}) { plan { id } } }`,
    );
    one.subscribe('2', `query { plan(id: "${planId}") { id } }`);
    for (const id of ['1', '2']) expect((await one.hears((message) => message.id === id)).type).toBe('error');
    one.socket.terminate();
    expect((await world.app.build.row('plans', planId))['archived_at']).toBeNull();
    const live = `subscription { changes(within: "${planId}") { cursor } }`;
    expect(await nobody().refused(live)).toBe('INVALID_INPUT');
  });
});

describe('the documents of the product itself', () => {
  it('need a third of each limit at most', async () => {
    const schema = await accordSchema();
    const documents = await ownDocuments();
    expect(documents.length).toBeGreaterThan(20);
    const sized = Object.entries(DEFAULT_LIMITS).filter(([name]) => !(name in NO_SIZES)) as [
      keyof Limits,
      number,
    ][];
    const tooLarge = documents.flatMap((document) => {
      const variables = Object.fromEntries(
        [...document.matchAll(/\$(\w+): Int/g)].map(([, name]) => [name, 100]),
      );
      return sized.flatMap(([name, limit]) => {
        const limits = { ...DEFAULT_LIMITS, [name]: Math.floor(limit / 3) };
        const query = `${document}\n# ${name}`;
        try {
          checkDocument({ query, variables, schema, limits, mayIntrospect: false });
          return [];
        } catch (error) {
          return [`${name}: ${(error as Error).message} ${document.slice(0, 80)}`];
        }
      });
    });
    expect(tooLarge).toEqual([]);
  });
});

/** Limits that say nothing of how large a document is. */
const NO_SIZES = { first: 'a page', assumedListSize: 'a guess', reportedErrors: 'an answer' };

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const repeated = (times: number, make: (n: number) => string) =>
  Array.from({ length: times }, (_, n) => make(n)).join(' ');
const memory = async () => (await countsOf(server.url))['nodejs_external_memory_bytes'] ?? Number.NaN;

/** Half of all waits near the promise, and next to none so long that anybody would notice: the machine may be busy. */
function expectUnharmed(during: Waits, usual: Waits): void {
  for (const what of ['answered', 'told'] as const) {
    expect(during[what].median).toBeLessThan(Math.max(atThisPace(1.5 * WAIT_MS), 5 * usual[what].median));
    expect(during[what].slowest).toBeLessThan(Math.max(atThisPace(6 * WAIT_MS), 5 * usual[what].slowest));
  }
}
