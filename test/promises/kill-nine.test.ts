import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyLog } from '../../server/platform/changes/verify.js';
import { type Answer, type Person, person, signIn } from '../support/app.js';
import { Builders } from '../support/builders.js';
import { APPLY, base64, preview } from '../support/imports.js';
import { KillableServer } from '../support/killable-server.js';
import { atThisPace } from '../support/pace.js';

/**
 * Invariants 1, 2, 7 and 8: nothing acknowledged is lost, nothing is done by half, whatever is killed and whenever.
 * Ten rounds of the server and ten of the database, with everybody writing all the while.
 */
const ROUNDS = 20;
const WRITERS = 6;
const ROWS = 60;
/** So many writes are acknowledged in a round before anything is killed, however slow the machine. */
const WRITES = 60;

const UPDATE = `mutation ($input: UpdateActionInput!) { updateAction(input: $input) { action { version } } }`;
const CREATE = `mutation ($input: CreateActionInput!) { createAction(input: $input) { action { id } } }`;
const RESTRICT = `mutation ($input: RestrictInput!) { restrictWorkstream(input: $input) { workstream { version } } }`;

let server: KillableServer;
let who: Person;
let planId: string;
let workstreamId: string;
let restrictedId: string;
let organisationId: string;
let actionIds: string[];
let stopped = false;

beforeEach(async () => {
  stopped = false;
  unforeseen.length = 0;
  server = await KillableServer.start();
  const build = await Builders.connect(server.superuserUrl);
  const partnershipId = await build.partnership();
  organisationId = await build.organisation(partnershipId, { name: 'Northmoor Council' });
  await build.person(partnershipId, { email: 'lead@here', role: 'LEAD', organisationId });
  planId = await build.plan(partnershipId);
  workstreamId = await build.workstream(planId, { leadOrganisationId: organisationId });
  restrictedId = await build.workstream(planId, { leadOrganisationId: organisationId });
  actionIds = [];
  for (let n = 0; n < WRITERS; n++)
    actionIds.push(await build.action(workstreamId, { ownerId: organisationId, title: '0' }));
  for (let n = 0; n < 25; n++) await build.action(restrictedId, { ownerId: organisationId });
  const secret = await signIn(build, 'lead@here');
  await build.close();
  who = person(server.url, { cookie: `accord=${secret}` });
});
afterEach(() => server.stop());

/** Answers in words nobody foresaw. */
const unforeseen: unknown[] = [];

/** The data of an answer, or null: not acknowledged, so nobody knows. */
async function acknowledged(document: string, input: object) {
  const answer = await who.query(document, { input }).catch((): Answer => ({ data: null }));
  if (answer.errors?.some(({ extensions }) => extensions.code === 'INTERNAL')) unforeseen.push(answer.errors);
  return answer.errors ? null : answer.data;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks again and again until there is an answer. */
async function insist<T>(ask: () => Promise<T | null>): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    await pause(50);
  }
}

/** Writes numbers into one title, each once; keeps the last one that was acknowledged. */
class Writer {
  acknowledged = 0;
  count = 0;
  private version = 0;

  constructor(readonly actionId: string) {}

  async run(): Promise<void> {
    await this.look();
    for (let n = this.acknowledged + 1; !stopped; n++) {
      const input = { id: this.actionId, expectedVersion: this.version, title: String(n) };
      if (await acknowledged(UPDATE, input)) {
        this.version++;
        this.acknowledged = n;
        this.count++;
      } else await this.look(n);
    }
  }

  /** What is there is what was acknowledged, or the one write whose answer never came. */
  async look(unanswered?: number): Promise<void> {
    const { title, version } = await insist(async () => {
      const { data } = await who
        .query<{ action: { title: string; version: number } }>(
          `query ($id: ID!) { action(id: $id) { title version } }`,
          {
            id: this.actionId,
          },
        )
        .catch(() => ({ data: null }));
      return data?.action ?? null;
    });
    expect([this.acknowledged, unanswered]).toContain(Number(title));
    this.acknowledged = Number(title);
    this.version = version;
  }
}

/** Makes actions, each with an id of its own that is sent until it is answered. */
class Maker {
  readonly made: string[] = [];

  async run(): Promise<void> {
    while (!stopped) {
      const id = randomUUID();
      await insist(() => acknowledged(CREATE, { id, workstreamId, title: `Made ${id}` }));
      this.made.push(id);
    }
  }
}

/** Narrows a workstream with all that hangs under it, and opens it again. */
async function narrowAndOpen(): Promise<void> {
  for (let isNarrow = true; !stopped; isNarrow = !isNarrow) {
    const [row] = await insist(() =>
      server
        .sql<{ version: number }>('select version from workstreams where id = $1', [restrictedId])
        .catch(() => null),
    );
    const audience = isNarrow ? { kind: 'ORGANISATIONS', organisationIds: [organisationId] } : null;
    await acknowledged(RESTRICT, { id: restrictedId, expectedVersion: row?.version, audience });
  }
}

/** How many rows of one import there are: all or none of them. */
async function rowsOf(mark: string): Promise<number> {
  const [row] = await server.sql<{ n: number }>(
    `select count(*)::int as n from actions where title like $1 || ' %'`,
    [mark],
  );
  return row?.n ?? -1;
}

async function sightsUnderRestricted(): Promise<number> {
  const [row] = await server.sql<{ n: number }>(
    `select count(distinct audience_id)::int as n from (
       select audience_id from workstreams where id = $1 union all select audience_id from actions where workstream_id = $1
       union all select o.audience_id from ownerships o join actions a on a.id = o.item_id where a.workstream_id = $1) x`,
    [restrictedId],
  );
  return row?.n ?? -1;
}

describe('kill -9, of the server and of its database in turn', () => {
  it('loses nothing that was acknowledged, does nothing by half, and serves again', {
    timeout: 300_000,
  }, async () => {
    const writers = actionIds.map((id) => new Writer(id));
    const maker = new Maker();
    const written = () => maker.made.length + writers.reduce((total, writer) => total + writer.count, 0);
    const waits: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const mark = `Round ${round}`;
      const file = [
        'Workstream,Ref,Action',
        ...Array.from({ length: ROWS }, (_, n) => `Workstream 9: Brought in,R${round}.${n},${mark} ${n}`),
      ];
      const prepared = await preview(who, {
        planId,
        fileName: `${mark}.csv`,
        contentBase64: base64(file.join('\n')),
      });
      stopped = false;
      const working = [...writers.map((one) => one.run()), maker.run(), narrowAndOpen()];
      const wanted = written() + WRITES;
      while (written() < wanted) await pause(10);
      await pause((round * 137) % 400);
      const brought = acknowledged(APPLY, { id: prepared.id });
      await pause((round * 53) % 120);
      const began = performance.now();
      if (round % 2 === 0) {
        await server.kill();
        await server.start();
      } else await server.killDatabase();
      await insist(() =>
        acknowledged(CREATE, { id: randomUUID(), workstreamId, title: `First after ${mark}` }),
      );
      waits.push(performance.now() - began);
      stopped = true;
      await Promise.all(working);
      const isAcknowledged = (await brought) !== null;

      for (const writer of writers) await writer.look();
      const rows = await rowsOf(mark);
      expect([0, ROWS]).toContain(rows);
      if (isAcknowledged) expect(rows).toBe(ROWS);
      expect(await sightsUnderRestricted()).toBe(1);
    }
    const made = await server.sql<{ id: string }>(`select id from actions where title like 'Made %'`);
    expect(made.map(({ id }) => id).sort()).toEqual([...maker.made].sort());
    expect(written()).toBeGreaterThan(ROUNDS * WRITES);
    const median = waits.sort((a, b) => a - b)[ROUNDS / 2] ?? Infinity;
    expect(median).toBeLessThan(atThisPace(5_000));
    expect(unforeseen).toEqual([]);
    const verified = await verifyLog(server.superuserUrl);
    expect(verified.map(({ wrong }) => wrong)).toEqual([null]);
  });
});
