import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lineOf } from '../../server/platform/db/line.js';
import { Lingering } from '../../server/platform/db/lingering.js';
import { openPool } from '../../server/platform/db/pool.js';
import { startApp, type TestApp } from '../support/app.js';

let app: TestApp;
let pool: pg.Pool;
beforeAll(async () => {
  app = await startApp();
  pool = openPool(app.database.serverUrl, 1);
});
afterAll(async () => {
  await pool.end();
  await app.close();
});

const ask = (client: pg.PoolClient, sql: string) => lineOf(client).ask<{ id: string | null }>(sql);
const TRANSACTION = 'select pg_current_xact_id_if_assigned() as id';

it('a connection goes on to the next one who reads, whose transaction is a new one', async () => {
  const lingering = new Lingering(pool);
  const first = await lingering.take();
  await ask(first, 'begin');
  await ask(first, 'select pg_current_xact_id() as id');
  lingering.endReading(first);
  const next = await lingering.take();
  expect(next).toBe(first);
  await ask(next, 'begin');
  expect(await ask(next, TRANSACTION)).toEqual([{ id: null }]);
  lingering.endReading(next);
  // Nobody comes: it is given back all the same, with nothing left open in it.
  const { rows } = await pool.query(TRANSACTION);
  expect(rows).toEqual([{ id: null }]);
});

it('whoever waits for a connection has it before those who come later', async () => {
  const lingering = new Lingering(pool);
  const turns: string[] = [];
  const reader = await lingering.take();
  await ask(reader, 'begin');
  const waits = pool.query('select 1').then(() => turns.push('who waited'));
  lingering.endReading(reader);
  const later = lingering.take().then((client) => {
    turns.push('who came later');
    client.release();
  });
  await Promise.all([waits, later]);
  expect(turns).toEqual(['who waited', 'who came later']);
});
