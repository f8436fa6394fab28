import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../server/config.js';
import { ConfigError } from '../../server/config-values.js';
import { startWorld, type World } from '../support/world.js';

interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  attributes: { key: string; value: { stringValue?: string; intValue?: string } }[];
  status: { code?: number };
}

let collector: Server;
let world: World;
let action: string;
const received: { path: string; authorization: string | undefined; text: string }[] = [];
let answerWith = 200;

beforeAll(async () => {
  collector = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    received.push({ path: request.url ?? '', authorization: request.headers.authorization, text });
    if (answerWith === 0) request.socket.destroy();
    else response.writeHead(answerWith).end('{}');
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const { port } = collector.address() as AddressInfo;
  world = await startWorld({
    LOG_LEVEL: 'silent',
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}/`,
    OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20for-the-collector',
    OTEL_SERVICE_NAME: 'accord-in-tests',
  });
  const { build } = world.app;
  action = await build.action(await build.workstream(await build.plan(world.partnershipId)), {
    ownerId: world.north,
  });
});
afterAll(async () => {
  await world.app.close();
  collector.closeAllConnections();
  await new Promise((resolve) => collector.close(resolve));
});

const spans = (): Span[] =>
  received.flatMap(({ text }) => {
    const { resourceSpans } = JSON.parse(text) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] };
    return resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans));
  });
const arrived = async (name: string): Promise<Span> => {
  await expect.poll(() => spans().map((span) => span.name)).toContain(name);
  return spans().find((span) => span.name === name) as Span;
};
const of = (span: Span, key: string) => {
  const value = span.attributes.find((one) => one.key === key)?.value;
  return value?.stringValue ?? Number(value?.intValue);
};

describe('traces', () => {
  it('tell each request, its operation by name and its crossings to the database, in one trace, and no word of anybody', async () => {
    const rename = `mutation Rename($input: UpdateActionInput!) { updateAction(input: $input) { action { title } } }`;
    const input = { id: action, expectedVersion: 1, title: 'Closing ward nine' };
    await world.northLead.ok(rename, { input });
    expect(await world.northLead.refused(rename, { input: { ...input, title: 'Opening ward ten' } })).toBe(
      'CONFLICT',
    );
    const operation = await arrived('mutation Rename');
    const request = spans().find(({ spanId }) => spanId === operation.parentSpanId) as Span;
    expect(request).toMatchObject({ name: 'POST /graphql', kind: 2, status: {}, traceId: operation.traceId });
    expect(request.parentSpanId).toBeUndefined();
    expect(of(request, 'http.response.status_code')).toBe(200);
    expect(of(operation, 'graphql.operation.name')).toBe('Rename');
    const crossings = spans().filter(
      ({ name, traceId }) => name === 'database' && traceId === operation.traceId,
    );
    expect(crossings.length).toBeGreaterThan(1);
    for (const crossing of crossings) {
      expect(of(crossing, 'accord.statements')).toBeGreaterThan(0);
      expect(BigInt(crossing.endTimeUnixNano)).toBeGreaterThanOrEqual(BigInt(crossing.startTimeUnixNano));
      expect(BigInt(crossing.startTimeUnixNano)).toBeGreaterThanOrEqual(BigInt(request.startTimeUnixNano));
    }
    const [first] = received;
    expect(first?.path).toBe('/v1/traces');
    expect(first?.authorization).toBe('Bearer for-the-collector');
    const all = received.map(({ text }) => text).join();
    expect(all).toContain('accord-in-tests');
    for (const word of ['ward', action, 'northlead', 'select', 'accord=', 'updateAction'])
      expect(all.toLowerCase()).not.toContain(word.toLowerCase());
  });

  it('go on from the trace of whoever called, and leave out what machines ask all the time', async () => {
    const trace = 'abcdefabcdefabcdefabcdefabcdef01';
    await fetch(`${world.app.url}/readyz`);
    await fetch(`${world.app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', traceparent: `00-${trace}-1234567890abcdef-01` },
      body: JSON.stringify({ query: 'query Mine { viewer { accountEmail } }' }),
    });
    expect((await arrived('query Mine')).traceId).toBe(trace);
    expect(
      spans().find(({ name, traceId }) => name === 'POST /graphql' && traceId === trace)?.parentSpanId,
    ).toBe('1234567890abcdef');
    expect(
      spans()
        .map(({ name }) => name)
        .join(),
    ).not.toMatch(/readyz|healthz|metrics/);
  });

  it('cost nobody an answer when the collector refuses them or is not there, and go on when it is', async () => {
    for (const [name, answer] of [
      ['Refused', 500],
      ['Unheard', 0],
    ] as const) {
      answerWith = answer;
      await world.northLead.ok(`query ${name} { partnerships { id } }`);
      await arrived(`query ${name}`);
    }
    answerWith = 200;
    await world.northLead.ok('query Heard { partnerships { id } }');
    await arrived('query Heard');
  });
});

describe('the switch', () => {
  const given = { DATABASE_URL: 'postgres://owner:secret@localhost/accord', SECRET: 'x'.repeat(32) };

  it('is off unless an endpoint is named', () => {
    expect(readConfig(given).telemetry).toBeUndefined();
    expect(readConfig({ ...given, OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' }).telemetry).toEqual({
      endpoint: 'http://collector:4318',
      headers: {},
      serviceName: 'accord',
    });
  });

  it.each([
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' }, 'OTEL_EXPORTER_OTLP_ENDPOINT'],
    [
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c', OTEL_EXPORTER_OTLP_HEADERS: 'secret' },
      'OTEL_EXPORTER_OTLP_HEADERS',
    ],
  ])('names what is wrong with %j, and no secret', (settings, name) => {
    try {
      readConfig({ ...given, ...settings });
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigError);
      expect((error as Error).message).toContain(name);
      expect((error as Error).message).not.toContain('"secret"');
    }
  });
});
