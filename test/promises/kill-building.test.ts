import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { KillableServer } from '../support/killable-server.js';

let server: KillableServer;
beforeAll(async () => {
  server = await KillableServer.start('on');
}, 120_000);
afterAll(() => server.stop());

interface Standing {
  status: string;
  steps: number;
  files: number;
}

const standing = () =>
  server.sql<Standing>(
    `select b.status, b.steps_done as steps,
       (select count(*)::int from publication_files f join publication_parts t on t.id = f.part_id where t.publication_id = b.id) as files
     from publications b order by b.created_at, b.id`,
  );
const toBuild = async () =>
  (await server.sql<{ left: number }>('select count(*)::int as left from publication_builds'))[0]?.left;
const filesWritten = async () =>
  (await server.sql<{ files: number }>('select count(*)::int as files from publication_files'))[0]?.files ??
  0;

it('is taken up again where a process that was killed left it, each file once, and nothing stays building for ever', async () => {
  expect(await toBuild()).toBeGreaterThan(0);
  await vi.waitUntil(async () => (await filesWritten()) > 0, { timeout: 60_000, interval: 20 });
  await server.kill();
  expect((await standing()).some(({ files }) => files === 0)).toBe(true);
  await server.start();
  await vi.waitUntil(async () => (await toBuild()) === 0, { timeout: 120_000, interval: 200 });
  const built = await standing();
  expect(built.map(({ status }) => status)).not.toContain('BUILDING');
  expect(built.map(({ status }) => status)).not.toContain('FAILED');
  // Three steps and files of a forward plan; of a pack four, the last of which is three files for the seats.
  for (const { steps, files } of built) expect([`3/3`, `4/6`]).toContain(`${steps}/${files}`);
  const [log] = await server.sql<{ doubled: number }>(
    `select count(*)::int as doubled from (select item_id from changes where item_type = 'Publication'
       and after ->> 'status' = 'PREPARED' and before ->> 'status' = 'BUILDING' group by 1 having count(*) > 1) d`,
  );
  expect(log?.doubled).toBe(0);
}, 300_000);
