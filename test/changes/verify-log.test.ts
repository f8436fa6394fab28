import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Verified, verifyLog } from '../../server/platform/changes/verify.js';
import { Builders } from '../support/builders.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { dice } from '../support/dice.js';

let database: TestDatabase;
let build: Builders;
let partnership: string;
let neighbour: string;
let length: number;

beforeAll(async () => {
  database = await createDatabase();
  build = await Builders.connect(database.superuserUrl);
  partnership = await build.partnership();
  neighbour = await build.partnership();
  const organisation = await build.organisation(partnership);
  const workstream = await build.workstream(await build.plan(partnership));
  for (let i = 0; i < 20; i++) {
    const action = await build.action(workstream, { ownerId: organisation });
    await build.sql(`update actions set title = 'Changed', status = 'AMBER' where id = $1`, [action]);
  }
  const [row] = await build.sql<{ n: string }>(
    'select count(*) as n from changes where partnership_id = $1',
    [partnership],
  );
  length = Number(row?.n);
});

afterAll(async () => {
  await build.close();
  await database.drop();
});

/** Each column changed to something else of its kind. */
const changed: Record<string, string> = {
  change_set_id: 'gen_random_uuid()',
  at: `at + interval '1 microsecond'`,
  actor_id: 'gen_random_uuid()',
  organisation_id: 'gen_random_uuid()',
  via: `via || '.'`,
  item_type: `item_type || 's'`,
  item_id: 'gen_random_uuid()',
  about_id: 'gen_random_uuid()',
  kind: `case kind when 'CREATED' then 'UPDATED' else 'CREATED' end`,
  before: `coalesce(before, '{}') || '{"title": "Never said"}'`,
  after: `after || '{"title": "Never said"}'`,
  audience_id: 'gen_random_uuid()',
  audience_before_id: 'gen_random_uuid()',
  plan_id: 'gen_random_uuid()',
  other_plan_id: 'gen_random_uuid()',
  board_id: 'gen_random_uuid()',
  hash: 'sha256(hash)',
};

interface Tampering {
  name: string;
  sql: string;
}

function tampering(round: number, of: string, entries: number): Tampering {
  const chance = dice(round + 1);
  const [one = 1, other = 2] = [1 + chance(entries - 1), entries];
  const where = `where partnership_id = '${of}'`;
  const columns = Object.keys(changed);
  const column = columns[round % columns.length] ?? 'at';
  const swap = (
    set: string,
  ) => `update changes a set ${set} from changes b where a.partnership_id = '${of}' and b.partnership_id = a.partnership_id
    and (a.seq, b.seq) in ((${one}, ${other}), (${other}, ${one}))`;
  const ways: Tampering[] = [
    {
      name: `${column} of entry ${one} changed`,
      sql: `update changes set ${column} = ${changed[column]} ${where} and seq = ${one}`,
    },
    {
      name: `${column} of entry ${other} changed`,
      sql: `update changes set ${column} = ${changed[column]} ${where} and seq = ${other}`,
    },
    { name: `entry ${one} taken out`, sql: `delete from changes ${where} and seq = ${one}` },
    {
      name: `entry ${one} taken out and the others moved up`,
      sql: `delete from changes ${where} and seq = ${one}; update changes set seq = -seq ${where} and seq > ${one}; update changes set seq = -seq - 1 ${where} and seq < 0; update partnership_counters set seq = seq - 1 ${where}`,
    },
    {
      name: `entries ${one} and ${other} swapped, contents only`,
      sql: swap('item_id = b.item_id, kind = b.kind, before = b.before, after = b.after, hash = b.hash'),
    },
    {
      name: `entries ${one} and ${other} put in each other’s place`,
      sql: `update changes set seq = case seq when ${one} then -${other} else -${one} end ${where} and seq in (${one}, ${other}); update changes set seq = -seq ${where} and seq < 0`,
    },
    { name: `cut off after entry ${one}`, sql: `delete from changes ${where} and seq > ${one}` },
    {
      name: `entry ${entries + 1} put at the end`,
      sql: `insert into changes select (jsonb_populate_record(c, jsonb_build_object('seq', ${entries + 1}))).* from changes c ${where} and seq = ${one}`,
    },
    {
      name: 'the counted head changed',
      sql: `update partnership_counters set head_hash = sha256(head_hash) ${where}`,
    },
    { name: 'the counter gone', sql: `delete from partnership_counters ${where}` },
    { name: 'all entries gone', sql: `delete from changes ${where}` },
  ];
  // Half of them change columns: there are many.
  return (
    ways[round % 2 === 0 ? Math.floor(round / 2) % ways.length : round % 4 === 1 ? 0 : 1] ?? {
      name: 'none',
      sql: '',
    }
  );
}

const wrongIn = (found: Verified[]) =>
  found.filter(({ wrong }) => wrong !== null).map(({ partnershipId }) => partnershipId);

describe('the log', () => {
  it('is found intact, up to the head the counter keeps', async () => {
    const found = await verifyLog(database.ownerUrl);
    expect(wrongIn(found)).toEqual([]);
    const [row] = await build.sql<{ head: string }>(
      `select encode(head_hash, 'hex') as head from partnership_counters where partnership_id = $1`,
      [partnership],
    );
    expect(found.find((one) => one.partnershipId === partnership)).toMatchObject({
      entries: length,
      head: row?.head,
    });
    expect(found.map(({ partnershipId }) => partnershipId).sort()).toEqual([partnership, neighbour].sort());
  });

  it('is long enough to be read in several batches and still found intact', async () => {
    const copy = await createDatabase();
    const other = await Builders.connect(copy.superuserUrl);
    try {
      const id = await other.partnership();
      const organisation = await other.organisation(id);
      for (let i = 0; i < 3; i++)
        await other.sql(
          `insert into boards (partnership_id, audience_id, name, kind) select partnership_id, audience_id, 'Board ' || n, 'Board' from organisations, generate_series(1, 400) n where id = $1`,
          [organisation],
        );
      expect(await verifyLog(copy.ownerUrl)).toMatchObject([{ entries: 1_202, wrong: null }]);
    } finally {
      await other.close();
      await copy.drop();
    }
  }, 60_000);

  it('tells every one of a hundred alterations, and whose log it is', async () => {
    const missed: string[] = [];
    for (let round = 0; round < 100; round++) {
      const { name, sql } = tampering(round, partnership, length);
      const undo = await tamperedWith(sql);
      const found = await verifyLog(database.ownerUrl);
      if (wrongIn(found).join() !== partnership) missed.push(name);
      await undo();
    }
    expect(missed).toEqual([]);
    expect(wrongIn(await verifyLog(database.ownerUrl))).toEqual([]);
  }, 120_000);

  it('names the first entry that is wrong', async () => {
    const undo = await tamperedWith(
      `update changes set via = 'OTHER' where partnership_id = '${partnership}' and seq = 17`,
    );
    const found = (await verifyLog(database.ownerUrl)).find((one) => one.partnershipId === partnership);
    expect(found).toMatchObject({ entries: 16, wrong: 'entry 17 is not what was written then' });
    await undo();
  });

  it('is not believed on the word of the database’s own function', async () => {
    const undo = await tamperedWith(
      `update changes set after = '{}' where partnership_id = '${partnership}' and seq = 5`,
    );
    const [kept] = await build.sql<{ definition: string }>(
      `select pg_get_functiondef('change_canonical(changes)'::regprocedure) as definition`,
    );
    await build.sql(
      `create or replace function change_canonical(c changes) returns text language sql immutable as $$ select 'anything' $$`,
    );
    expect(wrongIn(await verifyLog(database.ownerUrl))).toEqual([partnership]);
    await build.sql(kept?.definition ?? '');
    await undo();
    expect(wrongIn(await verifyLog(database.ownerUrl))).toEqual([]);
  });

  it('is found cut short by a head that was kept, even where the counter was cut with it', async () => {
    const whole = (await verifyLog(database.ownerUrl)).find((one) => one.partnershipId === partnership);
    const undo = await tamperedWith(
      `delete from changes where partnership_id = '${partnership}' and seq > 10;
       update partnership_counters p set seq = 10, head_hash = c.hash from changes c where c.partnership_id = p.partnership_id and c.seq = 10 and p.partnership_id = '${partnership}'`,
    );
    const cut = await verifyLog(database.ownerUrl, whole?.head);
    expect(wrongIn(cut)).toEqual([]);
    expect(cut.every(({ sought }) => sought === null)).toBe(true);
    await undo();
    expect(
      (await verifyLog(database.ownerUrl, whole?.head)).find(({ sought }) => sought !== null),
    ).toMatchObject({ partnershipId: partnership, sought: length });
  });

  it('has the head of an earlier day as one of its entries', async () => {
    const [row] = await build.sql<{ hash: string }>(
      `select encode(hash, 'hex') as hash from changes where partnership_id = $1 and seq = 12`,
      [partnership],
    );
    const found = await verifyLog(database.ownerUrl, row?.hash);
    expect(found.find(({ sought }) => sought !== null)).toMatchObject({
      partnershipId: partnership,
      sought: 12,
      wrong: null,
    });
  });
});

/** Alters the log as nobody but a superuser can; answers with what puts it back. */
async function tamperedWith(sql: string): Promise<() => Promise<void>> {
  const name = `kept_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: database.superuserUrl });
  await client.connect();
  await client.query(
    `create table ${name} as select * from changes; create table ${name}_counters as select * from partnership_counters`,
  );
  await client.query(sql);
  const [altered] = (
    await client.query<{ n: string }>(
      `select (select count(*) from ((table changes except table ${name}) union all (table ${name} except table changes)) d)
        + (select count(*) from ((table partnership_counters except table ${name}_counters) union all (table ${name}_counters except table partnership_counters)) d) as n`,
    )
  ).rows;
  if (Number(altered?.n) === 0) throw new Error(`nothing was altered by ${sql}`);
  return async () => {
    await client.query(
      `truncate changes, partnership_counters; insert into changes table ${name}; insert into partnership_counters table ${name}_counters;
       drop table ${name}, ${name}_counters`,
    );
    await client.end();
  };
}
