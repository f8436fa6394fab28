import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { runAsCommand } from '../support/command.js';

const FILE = `Workstream,Ref,Action,Lead
Workstream 1: Homes,A1,Build,Northmoor Council
Workstream 1: Homes,A2,Repair,Somebody Unknown
`;

let app: TestApp;
let folder: string;
let file: string;
let planId: string;

beforeAll(async () => {
  app = await startApp();
  const partnershipId = await app.build.partnership();
  const organisationId = await app.build.organisation(partnershipId, { name: 'Northmoor Council' });
  await app.build.person(partnershipId, { email: 'admin@here', role: 'ADMIN' });
  await app.build.person(partnershipId, { email: 'lead@here', role: 'LEAD', organisationId });
  await app.build.person(partnershipId, { email: 'editor@here', role: 'EDITOR', organisationId });
  planId = await app.build.plan(partnershipId, { title: 'Homes for all' });
  folder = mkdtempSync(path.join(tmpdir(), 'accord-import-'));
  file = path.join(folder, 'Homes.csv');
  writeFileSync(file, FILE);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await app.close();
});

async function bring(...args: string[]) {
  const { out, ...ended } = await runAsCommand('import', args, app.database);
  return { ...ended, out: out.join('\n') };
}

const actions = () =>
  app.build.sql<{ title: string }>('select title from actions where plan_id = $1 order by title', [planId]);

describe('the import command', () => {
  it('shows in a dry run what would come, and who was not recognised, and changes nothing of the plan', async () => {
    const { out, code } = await bring(file, '--plan', 'homes for ALL', '--as', 'lead@here', '--dry-run');
    expect(code).toBe(0);
    expect(out).toMatch(/“Homes for all” \(looked at only/);
    expect(out).toMatch(/tasks +2 +0 +0/);
    expect(out).toMatch(/Somebody Unknown +1 +nobody known/);
    expect(await actions()).toEqual([]);
  });

  it('brings the file in, by default as the one who administers, and tells programs in JSON', async () => {
    const { out, code } = await bring(file, '--plan', planId, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      plan: 'Homes for all',
      isApplied: true,
      counts: { tasks: { create: 2 } },
    });
    expect((await actions()).map(({ title }) => title)).toEqual(['Build', 'Repair']);
    const [change] = await app.build.sql(`select via from changes where item_type = 'Action' limit 1`);
    expect(change).toEqual({ via: 'IMPORT' });
  });

  it('begins a plan of its own', async () => {
    const { code } = await bring(
      file,
      '--new',
      'Another plan',
      '--from',
      '2018-04-01',
      '--until',
      '2019-03-31',
      '--as',
      'lead@here',
    );
    expect(code).toBe(0);
    expect(await app.build.sql(`select starts_on, kind from plans where title = 'Another plan'`)).toEqual([
      { starts_on: '2018-04-01', kind: 'ACTION_PLAN' },
    ]);
  });

  it('refuses in a sentence what it cannot do, and leaves nothing changed', async () => {
    const length = await app.build.logLength();
    const refusals = [
      [[], /Name one file/],
      [[file], /Name one file/],
      [['/nowhere.csv', '--plan', planId], /cannot be read/],
      [[file, '--plan', 'No such plan'], /No plan is called “No such plan”. There are: .*“Homes for all”/],
      [[file, '--plan', planId, '--as', 'nobody@here'], /Nobody here signs in/],
      [[file, '--plan', planId, '--as', 'editor@here'], /Only leads/],
      [[file, '--new', 'X', '--from', 'soon', '--until', '2019-03-31'], /2018-09-30/],
      [[file, '--plan', planId, '--quickly'], /--quickly/],
    ] as const;
    for (const [args, words] of refusals) {
      const { code, error } = await bring(...args);
      expect([code, error]).toEqual([1, expect.stringMatching(words)]);
      expect(error).not.toMatch(/\n +at /);
    }
    expect(await app.build.logLength()).toBe(length);
  });
});
