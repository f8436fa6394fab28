import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Person } from '../support/app.js';
import { startWorld, type World } from '../support/world.js';

/** Partnerships share a server, and nothing else: what holds one up holds up nobody in another. */
const RENAME = `mutation ($input: UpdateActionInput!) { updateAction(input: $input) { action { title } } }`;
const CHANGES = `subscription ($within: ID!) { changes(within: $within) { itemId } }`;

let world: World;
let here: { partnershipId: string; planId: string; actionId: string };
let there: typeof here;

beforeAll(async () => {
  world = await startWorld();
  here = await planOf(world.north);
  const [far] = await world.app.build.sql<{ id: string }>(
    'select id from organisations where partnership_id <> $1',
    [world.partnershipId],
  );
  there = await planOf(far?.id ?? '');
});
afterAll(() => world.app.close());

async function planOf(ownerId: string) {
  const { build } = world.app;
  const [owner] = await build.sql<{ of: string }>(
    'select partnership_id as of from organisations where id = $1',
    [ownerId],
  );
  const partnershipId = owner?.of ?? '';
  const planId = await build.plan(partnershipId);
  const workstreamId = await build.workstream(planId, { leadOrganisationId: ownerId });
  return { partnershipId, planId, actionId: await build.action(workstreamId, { ownerId }) };
}

const rename = (who: Person, { actionId }: typeof here, title: string) =>
  who.ok(RENAME, { input: { id: actionId, expectedVersion: 1, title } });

it('a partnership whose log is held up does not keep another from writing and being told', async () => {
  const { build } = world.app;
  const told = world.stranger.subscribe<{ changes: { itemId: string } }>(CHANGES, { within: there.planId });
  await told.ready;
  await build.sql('begin');
  await build.sql('select * from partnership_counters where partnership_id = $1 for update', [
    here.partnershipId,
  ]);
  let isWritten = false;
  const held = rename(world.northEditor, here, 'Held up').then(() => {
    isWritten = true;
  });
  try {
    await expect.poll(waitingForCounter, { timeout: 10_000 }).toBe(1);
    await rename(world.stranger, there, 'Not held up');
    await expect.poll(() => told.events.map(({ changes }) => changes.itemId)).toEqual([there.actionId]);
    expect(isWritten).toBe(false);
  } finally {
    await build.sql('rollback');
    await held;
    await told.stop();
  }
  expect(isWritten).toBe(true);
});

/** How many wait for the transaction that holds the counter. */
async function waitingForCounter(): Promise<number> {
  const rows = await world.app.build.sql(
    'select from pg_locks where not granted and transactionid = pg_current_xact_id()::xid',
  );
  return rows.length;
}
